"""What a casebook is made from, what was read of it, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from mensenwerk.ecomap.notation import DEFAULT, Notation
from mensenwerk.guards import (
    ClearedCase,
    Guard,
)
from mensenwerk.model import (
    ReadCase,
    ReadEdition,
    Reference,
)
from mensenwerk.model.words import Audience
from mensenwerk.pages import Page
from mensenwerk.pages.dialect import Dialect
from mensenwerk.pages.embed import OwnPage, WrittenPage
from mensenwerk.problems import Language, Problem, has_errors
from mensenwerk.publish.search_index import SearchEntry

Progress = Callable[[int, int], None]
EngineName = Literal["auto", "wasi", "dot"]
HOME = "index.md"
"""The home page among an author's own pages."""
MANY = 60
"""From how many cases on it pays to ask workers: to start them takes as long as some thirty cases do."""
CHUNK = 8
"""How many of them a worker gets at a time."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a casebook is made from.

    `cases`, `pages` (the author's own, which MkDocs publishes), `editions` (if there are any), `references`,
    `withdrawn` (tombstones of cases that were taken back) and `theme` (the author's own, if any) are places on disk;
    the `_shown` names are how messages call them. `own_pages`: those among `pages` that will be published, and
    `own_files` all that will be, by where they stand there; `dialect`: how pages become HTML.
    `notation`: how maps are drawn where a case does not say so; `notations`: the folder of the author's own.
    `book`: what the casebook is called; `translated`: whether it is there in the other language too. `month`
    (`2026-05`) is the month of the build: consent can expire. `alone`: whether what is made stays with its author, such
    as a preview. `contact`: whom a reader asks to have something
    removed."""

    cases: Path
    cases_shown: str
    pages: Path
    pages_shown: str
    references: Path
    references_shown: str
    withdrawn: Path
    withdrawn_shown: str
    month: str
    audience: Audience = Audience.PUBLIC
    alone: bool = False
    language: Language = "nl"
    engine: EngineName = "auto"
    book: str = ""
    translated: bool = False
    contact: str = ""
    theme: Path | None = None
    theme_shown: str = ""
    editions: Path | None = None
    editions_shown: str = ""
    notation: str = DEFAULT
    notations: Path | None = None
    settings_shown: str = "mkdocs.yml"
    form: bool = False
    own_pages: tuple[OwnPage, ...] = ()
    own_files: tuple[str, ...] = ()
    dialect: Dialect = field(default_factory=Dialect)


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read: cases that hold together (none where they were known from before), the literature, and every
    finding so far.

    `cleared`: the cases that the guard lets through, by what `guard` holds. `written`: the author's own
    home page, and their pages that ask for a part of a case or cite something, by where they stand. `notations`: those
    that are used, by name. `editions`: those in the language of the book. `asides` are told only when the author
    asks."""

    cases: tuple[ReadCase, ...]
    cleared: tuple[ClearedCase, ...]
    references: Mapping[str, Reference]
    guard: Guard
    written: Mapping[str, WrittenPage]
    problems: tuple[Problem, ...]
    notations: Mapping[str, Notation] = field(default_factory=dict)
    asides: tuple[Problem, ...] = ()
    editions: tuple[ReadEdition, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether the author has something to mend before anything is made."""
        return has_errors(self.problems)

    @property
    def ids(self) -> list[str]:
        """How the cases are called, as a message may say it: not those that are called after someone."""
        ids = sorted(read.case.id for read in self.cases)
        return [each for each in ids if not any(True for _ in self.guard.registry.find(each))]


@dataclass(frozen=True, slots=True)
class Casebook:
    """Finished pages, and what the author should know. `entries`: what can be found of the pages of cases, by where
    they stand."""

    pages: tuple[Page, ...]
    cases: tuple[ClearedCase, ...]
    drawn: int
    problems: tuple[Problem, ...] = field(default=())
    entries: Mapping[str, SearchEntry] = field(default_factory=dict)
