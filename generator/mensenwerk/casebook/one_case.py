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
from mensenwerk.pages.glance import Glance, glance
from mensenwerk.pages.maps import drawing_prefix
from mensenwerk.pages.ready import ready
from mensenwerk.problems import Language, Problem, Problems, Span
from mensenwerk.publish.entries import made_entries
from mensenwerk.publish.readers import as_readers_see
from mensenwerk.publish.search_index import SearchEntry


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
    """What came of it. `entry`: what can be found of the page; `trouble`: why there are no drawings."""

    page: Page
    drawings: tuple[Drawing, ...]
    glance: Glance
    entry: SearchEntry
    trouble: Problem | None = None


def jobs_of(settings: Settings, checked: Checked) -> list[Job]:
    """What is to be made of the cases, in their order."""
    sources = {key: checked.references[key] for key in sorted(checked.references)}
    return [
        Job(
            case,
            settings.language,
            settings.engine,
            notation_of(case, settings, checked.notations),
            sources,
            settings.cases_shown,
        )
        for case in checked.cleared
    ]


def keys(jobs: Sequence[Job]) -> list[str]:
    """What the pages of cases are kept by: all that each is made from. What they share is put in words once."""
    shared: dict[int, str] = {}
    found = []
    for job in jobs:
        for part in (job.notation, job.references):
            if id(part) not in shared:
                shared[id(part)] = key_of("shared", repr(part))
        told = (shared[id(job.notation)], shared[id(job.references)])
        found.append(key_of("case page", repr(job.case), job.language, job.engine, *told, job.shown))
    return found


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
    counted = facts(job.case)
    page = case_page(counted, drawings, addresses, job.references)
    (entry,) = made_entries(page, as_readers_see(ready(page.markdown).html))
    return Made(page, tuple(drawings), glance(counted), entry.counted(), trouble)


def packed(one: Made) -> dict[str, Any]:
    """As JSON holds it. What could not be drawn is never kept."""
    drawings = [asdict(each) for each in one.drawings]
    return {"page": asdict(one.page), "drawings": drawings, "glance": asdict(one.glance), "entry": asdict(one.entry)}


def unpacked(piece: Mapping[str, Any]) -> Made:
    """The same back."""
    page: dict[str, Any] = {
        name: tuple(each) if isinstance(each, list) else each for name, each in piece["page"].items()
    }
    drawings = (
        Drawing(**{**each, "legend": tuple(LegendItem(**item) for item in each["legend"])})
        for each in piece["drawings"]
    )
    seen = Glance(piece["glance"]["situations"], tuple(piece["glance"]["tells"]))
    return Made(Page(**page), tuple(drawings), seen, SearchEntry(**piece["entry"]))


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
