"""The six characteristics of a network on one map (Kruijswijk et al., 2014, as Kruijswijk & Witteveen give them).

Lists of people rather than numbers wherever a list will do: the pages name who it is about. There is no
norm for any of them, so nothing here says much or little.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass

import networkx as nx

from mensenwerk.guards import ClearedMap, ClearedPerson
from mensenwerk.model import words as w
from mensenwerk.network.counting import around, counted, counts
from mensenwerk.network.graph import acquaintance, all_acquainted, in_touch, persons, unknown_pairs
from mensenwerk.network.measures import cutpoints, density_of, diversity_of

People = tuple[ClearedPerson, ...]

OLD, RECENT = 10, 2
"""Years from which a contact is called old, and up to which it is called recent."""
NEAR = 30
"""Minutes of travel up to which someone is called near."""


@dataclass(frozen=True, slots=True)
class Size:
    """Omvang: the meaningful relations. `own` are not here for their work; `professionals` are, and belong;
    `beside` are here for their work and were not counted; `apart` are not, and do not belong."""

    own: People
    professionals: People
    beside: People
    apart: People

    @property
    def everyone(self) -> People:
        return self.own + self.professionals


@dataclass(frozen=True, slots=True)
class Composition:
    """Samenstelling: who they are. Someone in two circles stands in both, so the circles do not add up.

    `diversity`: how likely it is that two of them come from different circles, each taken by the circle that decides
    their place on the map (Blau, 1977); None where nobody counts. `main`: the circle with most people, and the share of
    everyone who is in it, from 0 to 1."""

    circles: tuple[tuple[w.Circle, People], ...]
    diversity: float | None = None
    main: w.Circle | None = None
    main_share: float = 0.0


@dataclass(frozen=True, slots=True)
class Density:
    """Dichtheid: pairs among the persons who count. `known` of `possible` pairs know each other, of `unknown`
    the file does not tell; `share` = known / possible (Wasserman & Faust, 1994), None below two people.
    `alone`: persons who know none of the others as far as is known. `groups`: components of two or more.
    `between`: those without whom such a group falls apart (cutpoints), as far as is known. `knit`: three or more
    of whom everyone knows everyone. `in_touch`: groups and organisations that count, each with who knows them."""

    known: int
    unknown: int
    possible: int
    share: float | None
    alone: People
    groups: tuple[People, ...]
    between: People = ()
    knit: tuple[People, ...] = ()
    in_touch: tuple[tuple[ClearedPerson, People], ...] = ()


@dataclass(frozen=True, slots=True)
class Stability:
    """Stabiliteit: the age of contacts. `old`: always, youth, or ten years and more; `recent`: two years
    or less; the rest lies between or is not told. Across maps, since the map before: who stayed, who came on
    the map and who went off it, with whom contact broke, and who died (kept, lost, new)."""

    old: People
    between: People
    recent: People
    untold: People
    kept: People
    came: People
    went: People
    broke: People
    died: People


@dataclass(frozen=True, slots=True)
class Complexity:
    """Complexiteit, in the Dutch sense: the diversity of roles and talents, per talent who has it (Kruijswijk et al.,
    2014). `alone`: who is the only one with a talent, and with which: there it hangs on one.

    `several`: with whom a tie serves more than one function at once, apart from it: that is what the word, or
    multiplexity, means internationally (Kapferer, 1969)."""

    talents: tuple[tuple[str, People], ...]
    alone: tuple[tuple[ClearedPerson, tuple[str, ...]], ...] = ()
    several: People = ()


@dataclass(frozen=True, slots=True)
class Reachability:
    """Bereikbaarheid: can someone easily come by, for travel time and for how busy they are, together.
    `easy`: at most half an hour away with ample time; `varying`: near, with time that varies; `busy`: near,
    but with little or no time; `near`: near, and cared for: whether they have time to come is not the question;
    `far`: more than half an hour; `untold`: persons of whom one of the two is not told. `at_a_distance`: with whom
    contact at a distance is possible too. Of whom no journey parts (0 minutes, in the same house or a door further),
    `here`, nobody asks how far they are; time may be told of them or not. `cared`: all who are cared for."""

    easy: People
    varying: People
    far: People
    busy: People
    untold: People
    at_a_distance: People
    here: People = ()
    near: People = ()
    cared: People = ()

    @property
    def told(self) -> People:
        return self.easy + self.varying + self.busy + self.far + self.here + self.near


def size(each: ClearedMap) -> Size:
    people = counted(each)
    return Size(
        own=tuple(p for p in people if not p.professional),
        professionals=tuple(p for p in people if p.professional),
        beside=tuple(p for p in around(each) if p.professional and p not in people),
        apart=tuple(p for p in around(each) if not p.professional and p not in people),
    )


def composition(each: ClearedMap) -> Composition:
    circles: dict[w.Circle, list[ClearedPerson]] = defaultdict(list)
    people = counted(each)
    for person in people:
        for circle in person.circles or (w.Circle.OTHER,):
            circles[circle].append(person)
    main = max(circles, key=lambda circle: len(circles[circle]), default=None)
    return Composition(
        circles=tuple((circle, tuple(circles[circle])) for circle in w.Circle if circle in circles),
        diversity=diversity_of(list(Counter(person.circle for person in people).values())),
        main=main,
        main_share=len(circles[main]) / len(people) if main else 0.0,
    )


def density(each: ClearedMap) -> Density:
    people = {person.id: person for person in persons(each)}
    graph = acquaintance(each)
    components = [[i for i in people if i in part] for part in nx.connected_components(graph)]
    through = cutpoints(graph)
    components.sort(key=lambda part: (-len(part), list(people).index(part[0])))
    return Density(
        known=graph.number_of_edges(),
        unknown=unknown_pairs(each),
        possible=len(people) * (len(people) - 1) // 2,
        share=density_of(graph.nodes, graph.edges),
        alone=tuple(people[part[0]] for part in components if len(part) == 1),
        groups=tuple(tuple(people[i] for i in part) for part in components if len(part) > 1),
        between=tuple(people[i] for i in people if i in through),
        knit=all_acquainted(each, persons(each)),
        in_touch=tuple((p, in_touch(each, p)) for p in counted(each) if p.id not in people and in_touch(each, p)),
    )


def stability(each: ClearedMap, before: ClearedMap | None = None) -> Stability:
    people = counted(each)
    earlier = {p.id: p for p in (before or each).people}
    now = {p.id: p for p in each.people}
    stayed = [(earlier[i], now[i]) for i in now if i in earlier]
    return Stability(
        old=tuple(p for p in people if isinstance(p.since, w.Since) or (p.since or 0) >= OLD),
        between=tuple(p for p in people if RECENT < (_years(p) or 0) < OLD),
        recent=tuple(p for p in people if _years(p) is not None and (_years(p) or 0) <= RECENT),
        untold=tuple(p for p in people if p.since is None),
        kept=tuple(p for was, p in stayed if before is not None and counts(was) and counts(p)),
        came=tuple(p for p in each.people if p.id not in earlier),
        went=tuple(p for p in earlier.values() if p.id not in now),
        broke=tuple(p for was, p in stayed if p.broken and not was.broken),
        died=tuple(p for was, p in stayed if p.deceased and not was.deceased),
    )


def _years(person: ClearedPerson) -> int | None:
    return person.since if isinstance(person.since, int) else None


def complexity(each: ClearedMap) -> Complexity:
    talents: dict[str, list[ClearedPerson]] = defaultdict(list)
    for person in counted(each):
        for talent in dict.fromkeys(person.talents):
            talents[talent].append(person)
    ordered = sorted(talents.items(), key=lambda item: -len(item[1]))
    only = {p.id: [talent for talent, people in ordered if people == [p]] for p in counted(each)}
    return Complexity(
        tuple((talent, tuple(people)) for talent, people in ordered),
        alone=tuple((p, tuple(only[p.id])) for p in counted(each) if only[p.id]),
        several=tuple(p for p in counted(each) if any(len(tie.support) > 1 for tie in p.ties if not tie.broken)),
    )


def reachability(each: ClearedMap, cared: Collection[str] = ()) -> Reachability:
    """`cared`: ids of those for whom is cared."""
    people = counted(each)
    here = tuple(p for p in people if p.travel_time == 0)
    told = [p for p in people if p.travel_time and (p.time is not None or p.id in cared)]
    far = tuple(p for p in told if (p.travel_time or 0) > NEAR)
    near = [p for p in told if p not in far and p.id not in cared]
    return Reachability(
        easy=tuple(p for p in near if p.time is w.Time.AMPLE),
        varying=tuple(p for p in near if p.time is w.Time.VARYING),
        far=far,
        busy=tuple(p for p in near if p.time in (w.Time.TIGHT, w.Time.NONE)),
        untold=tuple(p for p in people if p not in told and p not in here and p.kind is w.Kind.PERSON),
        at_a_distance=tuple(p for p in people if p.at_a_distance),
        here=here,
        near=tuple(p for p in told if p not in far and p.id in cared),
        cared=tuple(p for p in people if p.id in cared),
    )
