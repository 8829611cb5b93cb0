"""The accessibility statement, arranged as the Dutch model has it, and honest about what was not examined."""

from __future__ import annotations

from mensenwerk.pages.address import Addresses
from mensenwerk.pages.page import Page
from mensenwerk.pages.render import render


def accessibility_page(addresses: Addresses, book: str, contact: str) -> Page:
    """`book`: what the casebook is called; `contact`: whom to ask, as its settings say; empty where they do not. What
    the wording claims is what tests of this program look at (tests/site); change them together."""
    words = addresses.words.site["accessibility"]
    markdown = render("accessibility", t=words, about=words["about"].format(book=book), contact=contact)
    return Page(addresses.accessibility(), words["title"], addresses.words.site["site"]["page"], markdown)
