"""The search page: a real form; the script and its index do the rest, without a server."""

from __future__ import annotations

from mensenwerk.pages.address import Addresses
from mensenwerk.pages.page import Page
from mensenwerk.pages.render import render


def search_page(addresses: Addresses) -> Page:
    words = addresses.words
    return Page(addresses.search(), words.search["title"], words.site["site"]["page"], render("search", t=words.search))
