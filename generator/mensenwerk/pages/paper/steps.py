"""A case in steps for a training: the people, then an empty map to draw oneself, and only then the map, to compare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mensenwerk.ecomap import Drawing
from mensenwerk.ecomap.notation import Notation
from mensenwerk.ecomap.painted import as_file, painted
from mensenwerk.guards import ClearedCase
from mensenwerk.pages.maps import MapView, map_views
from mensenwerk.pages.paper.empty import EmptyView, empty_view
from mensenwerk.pages.paper.sheet import Sheet, Sign, signs_and_pictures
from mensenwerk.pages.paper.wall import heading_of
from mensenwerk.pages.people import people_on
from mensenwerk.pages.safe import words_of
from mensenwerk.pages.wording import Wording

STEPS = ("people", "draw", "compare", "close")


@dataclass(frozen=True, slots=True)
class Step:
    """A step as whoever leads the training reads it. `minutes`: in words; `aloud`: what is read to the group, each with
    its heading."""

    title: str
    minutes: str
    doing: str
    aloud: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Someone:
    """A person before there is a map: `notes` in a few words, what they mean, and what they said."""

    who: str
    notes: str
    meaning: str
    voice: str


@dataclass(frozen=True, slots=True)
class Handout:
    """A sheet for everyone. `questions` come after `heading`."""

    title: str
    heading: str = ""
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CompareView:
    """The map of the case. `told`: in words, for who cannot see it."""

    heading: str
    caption: str
    told: str
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class StepsView:
    """`called`: what the case is called; `foot`: where it comes from, on every page. `people`, `draw`, `compare`: the
    sheets for everyone."""

    called: str
    lead: str
    about: str
    total: str
    ready: tuple[str, ...]
    care: tuple[str, ...]
    steps: tuple[Step, ...]
    people: Handout
    everyone: tuple[Someone, ...]
    draw: Handout
    task: str
    empty: EmptyView
    compare: Handout
    map: CompareView
    foot: str
    t: Mapping[str, Any]


def steps_sheet(
    case: ClearedCase, number: int, drawings: Sequence[Drawing], words: Wording, book: str, notation: Notation | None
) -> Sheet:
    """A file of pages about one of the maps of a case, by its number. `book`: what the casebook is called; `notation`:
    whose signs the empty map shows."""
    said, each = words.paper["steps"], case.maps[number]
    view = map_views(case, drawings, words, alone=True)[number]
    centre, voice = view.centre, each.seen_by or view.centre
    signs, pictures = signs_and_pictures(drawings[number].legend, "map-sign")
    empty, of_empty = empty_view(words, centre, notation)

    def handout(step: str) -> Handout:
        part = said[step]
        questions = tuple(question.format(centre=centre) for question in part.get("questions", ()))
        return Handout(_titled(step, words), part.get("questions_title", ""), questions)

    return Sheet(
        name=f"{case.id}-{each.id}-{words.paper['files']['steps']}",
        kind="steps",
        title=said["document"].format(title=case.title),
        language=words.language,
        size="a4",
        view=StepsView(
            called=case.title,
            lead=words_of(case.lead),
            about=said["about"],
            total=said["total"].format(minutes=sum(said[step]["minutes"] for step in STEPS)),
            ready=tuple(said["ready_lines"]),
            care=tuple(line.format(centre=centre) for line in said["care_lines"]),
            steps=tuple(_steps(view, voice, words)),
            people=handout("people"),
            everyone=tuple(
                Someone(
                    one.who,
                    words_of(", ".join(one.notes)),
                    words_of(" ".join(one.meanings)),
                    said["voice"].format(words=words_of(one.voices[0])) if one.voices else "",
                )
                for one in people_on(each, words)
            ),
            draw=handout("draw"),
            task=said["draw"]["task"].format(voice=voice),
            empty=empty,
            compare=handout("compare"),
            map=CompareView(heading_of(each, centre, words), " ".join(view.caption), " ".join(view.summary), signs),
            foot=view.foot.replace("{book}", book),
            t=said,
        ),
        pictures={"map.svg": as_file(painted(drawings[number])), **pictures, **of_empty},
    )


def _steps(view: MapView, voice: str, words: Wording) -> Iterator[Step]:
    said = words.paper["steps"]
    told = [(view.saw_title, words_of(view.saw)), (view.longs_title, words_of(view.longs))]
    aloud = tuple((title, text) for title, text in told if text)
    for step in STEPS:
        last = step == "close"
        doing = said[step]["doing_plain"].format(voice=voice) if last and not aloud else said[step]["doing"]
        minutes = said["minutes"].format(minutes=said[step]["minutes"])
        yield Step(_titled(step, words), minutes, doing, aloud if last else ())


def _titled(step: str, words: Wording) -> str:
    said = words.paper["steps"]
    return f"{said['step'].format(n=STEPS.index(step) + 1)}. {said[step]['title']}"
