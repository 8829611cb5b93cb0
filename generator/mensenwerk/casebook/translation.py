"""A book that is also there in the other language: which page of one is which page of the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mensenwerk.casebook.types import HOME, Checked, Settings
from mensenwerk.pages import Addresses, html_uri
from mensenwerk.problems import Language, Problem, Problems, Span


@dataclass(frozen=True, slots=True)
class Translation:
    """The other book as a reader of this one goes to it. `folder`: its root, seen from the root of this book; `pages`:
    finished pages of this book that are there too, each with its finished page there."""

    language: Language
    folder: str
    pages: Mapping[str, str]


def counterparts(here: Settings, mine: Checked, there: Settings, theirs: Checked) -> dict[str, str]:
    """Finished pages of one book → the same pages in the other. A case, an edition and a page of the author's own say
    of which one they are a translation; the rest is in every book."""
    own, other = Addresses(here.language), Addresses(there.language)
    words = own.words
    found = {HOME: HOME}
    found |= {getattr(own, kind)(): getattr(other, kind)() for kind in ("search", "removal", "accessibility")}
    found |= {own.overview(kind): other.overview(kind) for kind in ("cases", "characteristics", "dilemmas", "themes")}
    if mine.editions and theirs.editions:
        found[own.overview("editions")] = other.overview("editions")
    found |= {own.characteristic(name): other.characteristic(name) for name in words.characteristics}
    found |= {own.dilemma(name): other.dilemma(name) for name in words.dilemmas}
    cases = _pairs(_cases(mine), _cases(theirs))
    found |= {own.case(one): other.case(same) for one, same in cases.items()}
    editions = _pairs(_editions(mine), _editions(theirs))
    found |= {own.edition(one): other.edition(same) for one, same in editions.items()}
    found |= _pairs(_pages(here), _pages(there))
    return {html_uri(one): html_uri(same) for one, same in found.items()}


def strays(here: Settings, there: Settings) -> list[Problem]:
    """Pages of the author's own that call themselves a translation of a page that the other book does not have."""
    problems = Problems(here.language)
    for uri, wanted in _pages(here).items():
        if wanted is not None and wanted not in _pages(there):
            problems.add("unknown-page-translated", Span(f"{here.pages_shown}/{uri}", 1, 1), "warning")
    return problems.found


def _cases(checked: Checked) -> dict[str, str | None]:
    return {case.id: case.translation_of for case in checked.cleared}


def _editions(checked: Checked) -> dict[str, str | None]:
    return {read.edition.id: read.edition.translation_of for read in checked.editions}


def _pages(settings: Settings) -> dict[str, str | None]:
    return {page.uri: page.translation_of for page in settings.own_pages}


def _pairs(mine: Mapping[str, str | None], theirs: Mapping[str, str | None]) -> dict[str, str]:
    """Which of mine is which of theirs; each says itself whether it translates one of the other."""
    found = {original: one for one, original in theirs.items() if original in mine and original is not None}
    return found | {one: original for one, original in mine.items() if original in theirs and original is not None}
