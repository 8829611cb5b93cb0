"""The same people in other ways than the ecomap: by closeness, by what goes to and fro, by who knows whom, over time.

Each is a picture with its text, or a table that is both. Where a case tells nothing of it, a view is not there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mensenwerk.ecomap import Drawing, LegendItem
from mensenwerk.ecomap.bands import Quarter
from mensenwerk.ecomap.convoy import convoy_of, quarter_of
from mensenwerk.ecomap.grid import KINDS, grid_of
from mensenwerk.ecomap.matrix import matrix_of
from mensenwerk.ecomap.timeline import timeline_of
from mensenwerk.ecomap.who import WhoCard, who_of
from mensenwerk.guards import ClearedMap, ClearedPerson
from mensenwerk.model import words as w
from mensenwerk.model.literature import Reference
from mensenwerk.network import CaseFacts
from mensenwerk.pages.acquainted import known
from mensenwerk.pages.bibliography import Entry, entries
from mensenwerk.pages.grammar import sentence
from mensenwerk.pages.maps import centre_of, drawing_prefix, foot_of, voice_of
from mensenwerk.pages.people import again, label, labels
from mensenwerk.pages.rows import tie_of
from mensenwerk.pages.safe import words_of
from mensenwerk.pages.support import grid_rows, support_rows, ways_of
from mensenwerk.pages.wording import Wording


@dataclass(frozen=True, slots=True)
class View:
    """One way of looking. `lines`: what the picture says, in sentences; `columns` and `rows`: a table, where that says
    it better. `number`: its drawing among those of the page, or None where the table is the picture; `sheet`: the words
    of a picture that is taken along, where the page says them in another place."""

    key: str
    title: str
    lead: str
    lines: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    number: int | None = None
    drawing_id: str = ""
    legend: tuple[LegendItem, ...] = ()
    foot: str = ""
    sheet: str = ""
    references: tuple[Entry, ...] = ()


def other_views(
    facts: CaseFacts, words: Wording, first: int, references: Mapping[str, Reference]
) -> tuple[tuple[View, ...], tuple[Drawing, ...]]:
    """The views of a case, of the last map in the person's own view; and their drawings, numbered from `first`.
    `references`: the literature of the book, for those that follow someone's method."""
    now = facts.now.map
    own = [each.map for each in facts.maps if each.map.beside is None]
    prefix = drawing_prefix(facts.case)
    names = [sentence(label(person)) for person in now.people]
    knows = _who_can_know(now)
    drawing_words = words.drawing
    said = words.case["looks"]
    heads = [*(said[kind] for kind in KINDS), *(said[f"col_{each}"] for each in ("close", "contact", "since"))]
    pictures = {
        "who": who_of(_cards(now, words), centre_of(now, words), map_id=now.id, name=f"{prefix}-who"),
        "support": grid_of(
            grid_rows(now, words),
            heads,
            map_id=now.id,
            name=f"{prefix}-support",
            words=drawing_words | ways_of(now, words),
        ),
        "convoy": convoy_of(now, names, centre_of(now, words), name=f"{prefix}-convoy", words=drawing_words),
        "quarters": convoy_of(
            now, names, centre_of(now, words), name=f"{prefix}-quarters", words=drawing_words, quarters=True
        ),
        "know": matrix_of(
            knows, [sentence(label(one)) for one in knows.people], name=f"{prefix}-know", words=drawing_words
        ),
        "time": timeline_of(own, _everyone(own), _moments(own, words), name=f"{prefix}-time", words=drawing_words),
    }
    voice = again(voice_of(now, words), now, words, "object")
    views: list[View] = []
    drawings: list[Drawing] = []
    for key, make in (
        ("who", _who),
        ("convoy", _convoy),
        ("quarters", _quarters),
        ("support", _support),
        ("know", _know),
        ("time", _time),
    ):
        view = make(now, own, words)
        view = replace(view, title=view.title.format(voice=voice)) if view else None
        picture = pictures.get(key)
        if view is None or (key in pictures and picture is None):
            continue
        if picture is not None:
            view = replace(view, number=first + len(drawings), drawing_id=f"{prefix}-{key}", legend=picture.legend)
            drawings.append(picture)
        source = words.case["looks"].get(f"{key}_source", "")
        cited = entries([references[source]], words.language) if source in references else ()
        views.append(replace(view, foot=foot_of(facts.case, words, "{book}"), references=cited))
    return tuple(views), tuple(drawings)


def _view(key: str, words: Wording) -> View:
    return View(key, words.case["looks"][key], words.case["looks"][f"{key}_lead"])


def _who(now: ClearedMap, own: Sequence[ClearedMap], words: Wording) -> View:  # noqa: ARG001
    """The page has the words of this picture at its beginning; a sheet has them with it."""
    told = [f"{card.who}. {card.meaning} {card.voice}".strip() for card in _cards(now, words)]
    return replace(_view("who", words), lines=(words.case["looks"]["who_above"],), sheet=" ".join(told))


def _cards(now: ClearedMap, words: Wording) -> list[WhoCard]:
    return [
        WhoCard(
            sentence(label(person)),
            person.circle,
            words_of(person.meaning),
            words.case["quote"]["said"].format(text=words_of(person.own_voice)) if person.own_voice else "",
        )
        for person in _people_first(now)
    ]


def _people_first(now: ClearedMap) -> list[ClearedPerson]:
    """In the order of the map, animals and places after people."""
    return sorted(now.people, key=lambda person: person.kind in (w.Kind.ANIMAL, w.Kind.PLACE))


def _convoy(now: ClearedMap, own: Sequence[ClearedMap], words: Wording) -> View:  # noqa: ARG001
    lines = []
    for ring in w.Ring:
        who = labels(tuple(person for person in _people_first(now) if person.ring is ring))
        if who:
            lines.append(f"{sentence(words.ecomap['rings'][ring.value])}: {words.names(who)}.")
    untold = labels(tuple(person for person in now.people if person.ring is None))
    if untold:
        lines.append(words.say("looks.untold", names=words.names(untold)))
    return replace(_view("convoy", words), lines=tuple(lines))


def _quarters(now: ClearedMap, own: Sequence[ClearedMap], words: Wording) -> View:  # noqa: ARG001
    lines: list[str] = []
    empty: list[str] = []
    for quarter in Quarter:
        here = [person for person in now.people if person.ring and quarter_of(person) is quarter]
        if here:
            told = [f"{label(person)} ({words.ecomap['rings'][person.ring.value]})" for person in here if person.ring]
            lines.append(f"{sentence(words.ecomap['quarters'][quarter.value])}: {words.names(told)}.")
        else:
            empty.append(words.ecomap["quarters"][quarter.value])
    if empty:
        lines.append(words.say("looks.quarters_empty", names=words.names(empty)))
    apart = [person for person in now.people if person.ring and quarter_of(person) is None]
    if apart:
        told = [f"{label(person)} ({words.ecomap['rings'][person.ring.value]})" for person in apart if person.ring]
        lines.append(words.say("looks.quarters_apart", names=words.names(told)))
    return replace(_view("quarters", words), lines=tuple(lines))


def _support(now: ClearedMap, own: Sequence[ClearedMap], words: Wording) -> View | None:  # noqa: ARG001
    if not any(tie.support for person in now.people for tie in person.ties):
        return None
    said = words.case["looks"]
    rows = support_rows(now, words)
    told = [". ".join(part for part in row if part) + "." for row in rows]
    heads = tuple(said[f"col_{name}"] for name in ("who", "circle", "support", "close", "contact", "since"))
    return replace(
        _view("support", words), columns=heads, rows=rows, lines=(said["support_arrow"],), sheet=" ".join(told)
    )


def _know(now: ClearedMap, own: Sequence[ClearedMap], words: Wording) -> View:  # noqa: ARG001
    return replace(_view("know", words), lines=tuple(known(now, words)))


def _who_can_know(now: ClearedMap) -> ClearedMap:
    """The persons of a map; a group, a pet or a place only where it is told who knows it."""
    told = {id_ for link in now.links for id_ in (link.a, link.b)}
    return replace(now, people=tuple(one for one in now.people if one.kind is w.Kind.PERSON or one.id in told))


def _time(now: ClearedMap, own: Sequence[ClearedMap], words: Wording) -> View:  # noqa: ARG001
    rows = []
    for id_, name in _everyone(own):
        cells = []
        for each in own:
            person = next((one for one in each.people if one.id == id_), None)
            cells.append(tie_of(person, each, words) if person else words.case["looks"]["absent"])
        rows.append((name, *cells))
    columns = (words.case["looks"]["col_who"], *_moments(own, words))
    return replace(_view("time", words), columns=columns, rows=tuple(rows))


def _everyone(own: Sequence[ClearedMap]) -> list[tuple[str, str]]:
    """Everyone around on any map, in the order in which they came, by what they are called last."""
    found: dict[str, str] = {}
    for each in own:
        for person in each.people:
            found[person.id] = sentence(label(person))
    return list(found.items())


def _moments(own: Sequence[ClearedMap], words: Wording) -> tuple[str, ...]:
    plain = words.case["map"]["default_title"]
    return tuple(sentence(each.moment or each.when or f"{plain} {place}") for place, each in enumerate(own, start=1))
