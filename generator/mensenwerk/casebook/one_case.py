"""One case → its page and its drawings: what can be made of each case by itself, in this process or in another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from mensenwerk.casebook.types import Checked, EngineName, Settings
from mensenwerk.ecomap import Drawing, DrawingImpossible, Engine, choose_engine, draw_maps
from mensenwerk.ecomap.drawing import LegendItem
from mensenwerk.ecomap.notation import Notation, hartman
from mensenwerk.guards import ClearedCase
from mensenwerk.kept import key_of
from mensenwerk.model import Reference
from mensenwerk.network import facts
from mensenwerk.network.change import steps
from mensenwerk.pages import Addresses, Page
from mensenwerk.pages.case_page import case_page
from mensenwerk.pages.maps import drawing_prefix
from mensenwerk.problems import Language, Problem, Problems, Span


@dataclass(frozen=True, slots=True)
class Job:
    """All that the page of a case is made from; it can be sent to another process. `shown`: how messages call where
    the cases lie."""

    case: ClearedCase
    language: Language
    engine: EngineName
    notation: Notation
    references: Mapping[str, Reference]
    shown: str


@dataclass(frozen=True, slots=True)
class Made:
    """What came of it. `trouble`: why there are no drawings."""

    page: Page
    drawings: tuple[Drawing, ...]
    trouble: Problem | None = None


def job_of(case: ClearedCase, settings: Settings, checked: Checked) -> Job:
    """What is to be made of a case."""
    notation = notation_of(case, settings, checked.notations)
    sources = {key: checked.references[key] for key in sorted(checked.references)}
    return Job(case, settings.language, settings.engine, notation, sources, settings.cases_shown)


def key(job: Job) -> str:
    """What the page of a case is kept by: all that it is made from."""
    return key_of("case page", repr(job))


def made(job: Job) -> Made:
    """Draw the maps of a case and write its page."""
    addresses = Addresses(job.language)
    drawings: Sequence[Drawing] = ()
    trouble = None
    try:
        engine = _engine(job.engine)
        try:
            drawings = draw(job.case, job.language, job.notation, engine)
        except DrawingImpossible as reason:
            trouble = _not_drawn(f"{job.shown} ({job.case.id})", reason, job.language)
    except DrawingImpossible as reason:  # the same for every case, and so told once
        trouble = _not_drawn(job.shown, reason, job.language)
    page = case_page(facts(job.case), drawings, addresses, job.references)
    return Made(page, tuple(drawings), trouble)


def packed(one: Made) -> dict[str, Any]:
    """As JSON holds it. What could not be drawn is never kept."""
    return {"page": asdict(one.page), "drawings": [asdict(each) for each in one.drawings]}


def unpacked(piece: Mapping[str, Any]) -> Made:
    """The same back."""
    page: dict[str, Any] = {
        name: tuple(each) if isinstance(each, list) else each for name, each in piece["page"].items()
    }
    drawings = (
        Drawing(**{**each, "legend": tuple(LegendItem(**item) for item in each["legend"])})
        for each in piece["drawings"]
    )
    return Made(Page(**page), tuple(drawings))


def draw(case: ClearedCase, language: Language, notation: Notation, engine: Engine) -> Sequence[Drawing]:
    """The drawings of a case: its maps, then its maps of change. Raises DrawingImpossible."""
    return draw_maps(
        case.maps,
        engine=engine,
        prefix=drawing_prefix(case),
        words=notation.spoken(Addresses(language).words.drawing, language),
        steps=steps(case),
        notation=notation,
    )


def notation_of(case: ClearedCase, settings: Settings, notations: Mapping[str, Notation]) -> Notation:
    """How a case is drawn: as it asks, or as its book does."""
    return notations.get(case.notation or settings.notation) or hartman()


@cache
def _engine(name: EngineName) -> Engine:
    """Made ready when the first map asks for it, once in a process."""
    return choose_engine(name)


def _not_drawn(shown: str, reason: DrawingImpossible, language: Language) -> Problem:
    problems = Problems(language)
    problems.add("not-drawn", Span(shown), "warning", remedy=f"{reason.message(language)} {reason.hint(language)}")
    return problems.found[0]
