"""A page of a case of the sample casebook, made once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from commands import ROOT
from mensenwerk.casebook import make
from mensenwerk.pages.page import Page
from mensenwerk.site.run import load


@pytest.fixture(scope="session")
def case_page_of_the_sample() -> Page:
    """A case with two moments and two pairs of eyes."""
    site = load(ROOT / "mkdocs.yml")
    checked = site.check()
    chosen = tuple(case for case in checked.cleared if case.id == "de-kaart-in-de-keuken")
    book = make(site.settings, replace(checked, cleared=chosen, written={}, editions=()))
    return next(page for page in book.pages if page.uri.endswith("/de-kaart-in-de-keuken.md"))
