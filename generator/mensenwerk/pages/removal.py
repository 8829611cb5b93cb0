"""The page that says how to have something taken away, and whom to ask."""

from __future__ import annotations

from mensenwerk.pages.address import Addresses
from mensenwerk.pages.page import Page
from mensenwerk.pages.render import render


def removal_page(addresses: Addresses, contact: str) -> Page:
    """`contact`: whom to ask, as the casebook's settings say; empty where they do not."""
    words = addresses.words.site["removal"]
    markdown = render("removal", t=words, contact=contact)
    return Page(addresses.removal(), words["title"], addresses.words.site["site"]["page"], markdown)
