"""A map as the page shows it: caption, the drawing's text twin, and what the person saw in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mensenwerk.ecomap import Drawing, LegendItem
from mensenwerk.ecomap.bubbles import bubbles_of, groups_of
from mensenwerk.guards import ClearedCase, ClearedMap, ClearedPerson, ClearedTie
from mensenwerk.model import words as w
from mensenwerk.pages.acquainted import strangers, tense_among
from mensenwerk.pages.grammar import sentence
from mensenwerk.pages.people import again, kinds_of, label, labels, told_of
from mensenwerk.pages.rows import Row, row_of
from mensenwerk.pages.wording import Wording

_LONG = 8  # names in a summary; above it the table names them all


@dataclass(frozen=True, slots=True)
class MapView:
    """One map. `anchor` is its place on the page; `number` its drawing, or None when it was not drawn; `beside`: the id
    of the map of the same moment that it is another view of; `notation`: how it is drawn, in a
    sentence; `foot`: what stands below it when it is taken along, with
    `{book}` for what the casebook is called."""

    id: str
    anchor: str
    number: int | None
    drawing_id: str
    centre: str
    title: str
    moment: str
    caption: tuple[str, ...]
    summary: tuple[str, ...]
    rows: tuple[Row, ...]
    strangers: str
    unknown_pairs: bool
    legend: tuple[LegendItem, ...]
    beside: str | None
    eyes: str
    in_between: str | None
    saw_title: str
    saw: str | None
    longs_title: str
    longs: str | None
    notation: str
    foot: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """A circle of people on a map with many: who they are and how they know each other, and their rows of the table.
    `title`: above it, `told`: in a sentence."""

    title: str
    told: str
    knows: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ZoomView:
    """A map with many people from further away. `number`: its drawing among those of the page."""

    number: int
    drawing_id: str
    title: str
    summary: str
    legend: tuple[LegendItem, ...]
    groups: tuple[GroupView, ...]


def zoom_views(case: ClearedCase, words: Wording, first: int) -> tuple[dict[str, ZoomView], tuple[Drawing, ...]]:
    """The maps of a case with many people, by id, and their drawings, numbered from `first`."""
    views: dict[str, ZoomView] = {}
    drawings: list[Drawing] = []
    for place, each in enumerate(case.maps, start=1):
        beside = _beside(each, case)
        said = [_group(circle.value, people, each, beside, words) for circle, people in groups_of(each)]
        name = f"{drawing_prefix(case)}-{place}-groups"
        centre, when = centre_of(each, words), each.moment or each.when
        drawing = bubbles_of(each, [group.title for group in said], centre, name=name, words=words.drawing)
        if drawing is None:
            continue
        views[each.id] = ZoomView(
            number=first + len(drawings),
            drawing_id=name,
            title=sentence(words.say("zoom.title", centre=centre) + (f": {when}" if when else "")),
            summary=words.say("zoom.summary", centre=centre, groups=words.names([group.told for group in said])),
            legend=drawing.legend,
            groups=tuple(said),
        )
        drawings.append(drawing)
    return views, tuple(drawings)


def _group(
    circle: str, people: Sequence[ClearedPerson], each: ClearedMap, beside: ClearedMap | None, words: Wording
) -> GroupView:
    name = words.ecomap["circles"][circle]
    several = len({person.kind for person in people}) > 1
    many = kinds_of(people, words) if several else f"{words.number(len(people))} {kinds_of(people, words)}"
    who = label(people[0]) if len(people) == 1 else many
    ids = {person.id for person in people}
    known = [link for link in each.links if {link.a, link.b} <= ids]
    pairs = len(people) * (len(people) - 1) // 2
    acquainted = sum(link.bond not in (w.Bond.NONE, w.Bond.BROKEN) for link in known)
    told = each.links_complete or len(known) == pairs
    key = "all" if acquainted == pairs else "some" if acquainted else "none" if told else "untold"
    places = {person.id: place for place, person in enumerate(each.people, start=1)}
    return GroupView(
        title=f"{sentence(name)}: {who}",
        told=f"{name} ({who})",
        knows=words.case["zoom"][f"know_{key}"] if pairs else "",
        rows=tuple(row_of(person, places[person.id], each, words, beside) for person in people),
    )


def map_views(
    case: ClearedCase, drawings: Sequence[Drawing], words: Wording, *, alone: bool = False
) -> tuple[MapView, ...]:
    """The maps of a case in order; `drawings` is empty when drawing was impossible. With `alone` each
    stands by itself: none is told by what the one before showed, and none has its table below it."""
    return tuple(
        _view(
            each,
            number,
            f"{drawing_prefix(case)}-{number + 1}",
            drawings[number] if drawings else None,
            words,
            case.maps[number - 1] if number and not alone else None,
            case,
            table=not alone,
        )
        for number, each in enumerate(case.maps)
    )


def moments(views: Sequence[MapView]) -> list[list[MapView]]:
    """The maps by moment: the person's own view, and beside it what others saw at the same time."""
    return [[own, *(each for each in views if each.beside == own.id)] for own in views if own.beside is None]


def drawing_prefix(case: ClearedCase) -> str:
    """The beginning of the ids of a page's drawings, titles and summaries."""
    return f"kaart-{case.id}" if case.language == "nl" else f"map-{case.id}"


def foot_of(case: ClearedCase, words: Wording, book: str, notation: str = "") -> str:
    """Where a drawing comes from and how it is drawn, as a sheet says that is taken along."""
    told = words.say("page.from_book", title=case.title, book=book)
    fictional = case.provenance.origin is w.Origin.FICTIONAL
    parts = [told, words.case["page"]["fictional"] if fictional else ""]
    parts.append(notation_of(notation, words))
    return " ".join(part for part in parts if part)


def notation_of(notation: str, words: Wording) -> str:
    """What the notation of a drawing is called, in a sentence."""
    return words.say("map.notation", name=notation) if notation else ""


def centre_of(each: ClearedMap, words: Wording) -> str:
    return words.names(labels(each.centre))


def _view(
    each: ClearedMap,
    number: int,
    drawing_id: str,
    drawing: Drawing | None,
    words: Wording,
    before: ClearedMap | None,
    case: ClearedCase,
    *,
    table: bool,
) -> MapView:
    said = words.case["map"]
    centre = centre_of(each, words)
    moment = sentence(each.moment or each.when or f"{said['default_title']} {number + 1}")
    plain = not (each.moment or each.when)
    voice, beside = voice_of(each, words), _beside(each, case)
    return MapView(
        id=each.id,
        anchor=f"moment-{each.id}",
        number=number if drawing else None,
        drawing_id=drawing_id,
        centre=centre,
        title=said["title_plain"].format(centre=centre)
        if plain
        else said["title"].format(centre=centre, moment=each.moment or each.when),
        moment=moment,
        caption=_caption(each, beside, words),
        summary=_summary(each, centre, words, before, table=table),
        rows=(
            *(row_of(person, 0, each, words, beside) for person in _tied(each)),
            *(row_of(person, place, each, words, beside) for place, person in enumerate(each.people, start=1)),
        ),
        strangers=strangers(each, words),
        unknown_pairs=_unknown_pairs(each),
        legend=drawing.legend if drawing else (),
        beside=each.beside,
        eyes=words.say("page.other_eyes", voice=voice),
        in_between=each.in_between,
        saw_title=words.say("map.saw", voice=again(voice, each, words, "subject")),
        saw=each.noticed,
        longs_title=words.say("map.longs", voice=again(voice, each, words, "subject")),
        longs=each.longing,
        notation=notation_of(drawing.notation, words) if drawing else "",
        foot=foot_of(case, words, "{book}", drawing.notation if drawing else ""),
    )


def _beside(each: ClearedMap, case: ClearedCase) -> ClearedMap | None:
    """The map that this one is another view of."""
    return next((one for one in case.maps if one.id == each.beside), None)


def _caption(each: ClearedMap, beside: ClearedMap | None, words: Wording) -> tuple[str, ...]:
    """When, through whose eyes, with whom: or that it is not told. A map is a view, not the truth; another's view takes
    over what was not drawn in another way, and says from whom."""
    said = words.case["map"]
    when = each.when or each.moment
    lines = [f"{sentence(when)}." if when else said["undated"]]
    if beside and each.moment in (None, beside.moment):  # a moment of its own says how far apart they are
        lines.append(said["beside"])
    voice = again(each.seen_by or "", each, words, "self")
    lines.append(words.say("map.seen_by", voice=voice) if voice else said["seen_by_unknown"])
    if each.drawn_with:
        lines.append(words.say("map.drawn_with", voice=each.drawn_with))
    if beside:
        lines.append(words.say("map.kept", voice=voice_of(beside, words)))
    return tuple(lines)


def voice_of(each: ClearedMap, words: Wording) -> str:
    """Who saw a map as it is: where that is not told, whoever is in its centre."""
    return each.seen_by or centre_of(each, words)


def _summary(
    each: ClearedMap, centre: str, words: Wording, before: ClearedMap | None, *, table: bool
) -> tuple[str, ...]:
    people = each.people
    if not people:
        return (words.say("map.summary_none", centre=centre),)
    if before is not None and labels(before.people) == labels(people):
        lines = [words.say("map.summary_same")]
    elif len(people) <= _LONG:
        key = "map.summary_one" if len(people) == 1 else "map.summary_many"
        lines = [words.say(key, names=words.names(labels(people)))]
    else:
        lines = [words.say("map.summary_long", kinds=kinds_of(people, words))]
        lines += [words.case["map"]["summary_table"]] if table else []
    for name, wanted in (
        ("strong", [p for p in people if _any(p, lambda t: t.strength is w.Strength.STRONG and not t.broken)]),
        ("tense", [p for p in people if _any(p, lambda t: t.stressful and not t.broken)]),
        ("broken", [p for p in people if p.broken]),
        ("dead", [p for p in people if p.deceased]),
    ):
        long = len(wanted) > _LONG and f"{name}_long" in words.case["map"]
        if wanted:
            lines.append(words.case["map"][f"{name}_long"] if long else told_of(f"map.{name}", wanted, words))
        if name == "tense" and (table or not long):  # a sheet with so many lines says as little as it can
            lines.append(tense_among(each, words))
    return tuple(line for line in lines if line)


def _any(person: ClearedPerson, holds: Callable[[ClearedTie], bool]) -> bool:
    return any(holds(tie) for tie in person.ties)


def _tied(each: ClearedMap) -> tuple[ClearedPerson, ...]:
    """Those in the centre who have a tie with someone else there."""
    return tuple(person for person in each.centre if person.ties)


def _unknown_pairs(each: ClearedMap) -> bool:
    persons = {person.id for person in each.people if person.kind is w.Kind.PERSON}
    told = [link for link in each.links if {link.a, link.b} <= persons]
    return not each.links_complete and len(told) < len(persons) * (len(persons) - 1) // 2
