"""The map of change: everybody who is on one of two maps, in their own place, and a mark at whatever is different.

What stayed as it was is drawn thin, who is gone dotted; a line of its own weight without a mark is different in
something that only the sentences tell: energy, or how often there is contact. Lines between people around are left out:
they would cover the marks. Travelling is told in the sentences below a map of change, not drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mensenwerk.ecomap.dot import MARK
from mensenwerk.ecomap.drawing import LegendItem, LegendWords
from mensenwerk.ecomap.geometry import Point, at
from mensenwerk.ecomap.legend import CHANGE_KEYS, LEGEND_KEYS, change_picture, circle_codes, keys_of, signs_of
from mensenwerk.ecomap.marks import Mark
from mensenwerk.ecomap.notation import Notation
from mensenwerk.ecomap.plan import Plan
from mensenwerk.ecomap.scene import Edge, Look, Node, Scene, scene_of, tie_look
from mensenwerk.guards.cleared import ALL, ClearedMap, ClearedPerson, ClearedTie
from mensenwerk.network.change import Differences, TieChange

_MARKS = {
    TieChange.FIRMER: Mark.STRONGER,
    TieChange.LOOSER: Mark.WEAKER,
    TieChange.TENSION_CAME: Mark.TENSION_MORE,
    TieChange.TENSION_WENT: Mark.TENSION_LESS,
    TieChange.TENSION_MORE: Mark.TENSION_MORE,
    TieChange.TENSION_LESS: Mark.TENSION_LESS,
    TieChange.BROKE: Mark.BROKE,
    TieChange.FADED: Mark.WEAKER,
    TieChange.FOUND_AGAIN: Mark.AGAIN,
}
_GONE = "2 4"


def changed_scene(step: Differences, plan: Plan, notation: Notation) -> Scene:
    """Both maps in one scene of the plan of their case."""
    new, gone = {person.id for person in step.came}, {person.id for person in step.went}
    people = (*step.now.people, *step.went)
    scene = scene_of(replace(step.now, people=people, links=()), plan, notation)
    here = {person.id for person in people}
    nodes = {
        key: _node(node, new=key in new, gone=key in gone)
        for key, node in zip([key for key in plan.spots if key in here], scene.nodes, strict=True)
    }
    changes = _changes(step)
    ends = {ALL, *(person.id for person in step.now.centre)}
    edges: list[Edge] = []
    marks: list[tuple[Mark, Point]] = []
    for person in people:
        for tie in person.ties:
            curve = plan.ties.get((person.id, tie.to))
            if curve is None or tie.to not in ends:
                continue  # who left the centre is not there to be tied to
            found = changes.get((person.id, tie.to), [])
            marked = bool(found) or person.id in new
            changed = _differs(person, tie, step, changes)
            kind, look = _look(tie, changed=changed, marked=marked, gone=person.id in gone, notation=notation)
            edges.append(Edge(f"e{len(edges)}", kind, nodes[person.id].id, MARK, curve, look))
            marks += [(mark, at(curve, (place + 1) / (len(found) + 1))) for place, mark in enumerate(found)]
    marks += [(Mark.NEW if key in new else Mark.GONE, _corner(nodes[key])) for key in nodes if key in new | gone]
    return replace(scene, nodes=tuple(nodes.values()), edges=tuple(edges), marks=tuple(marks))


def _changes(step: Differences) -> dict[tuple[str, str], list[Mark]]:
    """The marks on each tie that is different; none for a difference that has no mark."""
    changes: dict[tuple[str, str], list[Mark]] = {}
    for person, to, change in step.ties:
        found = changes.setdefault((person.id, to), [])
        if change in _MARKS and _MARKS[change] not in found:
            found.append(_MARKS[change])
    return changes


def _differs(
    person: ClearedPerson, tie: ClearedTie, step: Differences, changes: Mapping[tuple[str, str], Sequence[Mark]]
) -> bool:
    """Whether a line is drawn as it is now, and not thin: it is new, or something of it is different."""
    whose = (*step.came, *step.more_contact, *step.less_contact)
    return (person.id, tie.to) in changes or any(each.id == person.id for each in whose)


def _look(tie: ClearedTie, *, changed: bool, marked: bool, gone: bool, notation: Notation) -> tuple[str, Look]:
    """A line as it is now where something changed (of another kind where no mark says what); thin where nothing did,
    dotted where someone is gone."""
    if gone:
        return "still", Look(1.3, _GONE)
    if changed:
        return "tie" if marked else "other", replace(tie_look(tie, notation), head_from=False, head_to=False, word="")
    return "still", Look(1.1)


def changed_legend(scene: Scene, words: LegendWords, step: Differences, notation: Notation) -> tuple[LegendItem, ...]:
    """The marks that occur, how what stayed is drawn, and then the forms of people and of the lines that changed."""
    found = {mark.value for mark, _ in scene.marks}
    if found and any(edge.kind == "still" and not edge.look.dash for edge in scene.edges):
        found.add("change-still")
    if any(edge.kind == "other" for edge in scene.edges):
        found.add("change-other")
    told = tuple(LegendItem(key, change_picture(key), words[key]) for key in CHANGE_KEYS if key in found)
    if not told:
        return ()
    forms = keys_of(_as_drawn(step))
    return (
        *told,
        *signs_of([key for key in LEGEND_KEYS if key in forms], words, notation),
        *circle_codes(step.now, words, notation),
    )


def _as_drawn(step: Differences) -> ClearedMap:
    """The map as far as it is drawn here: of what is different between people, strength and tension, and no more."""
    changes = _changes(step)

    def as_here(person: ClearedPerson, ties: Sequence[ClearedTie]) -> ClearedPerson:
        told = tuple(replace(tie, energy=None, word=None, support=()) for tie in ties)
        return replace(person, missed=False, ties=told)

    people = [
        as_here(each, [tie for tie in each.ties if _differs(each, tie, step, changes)]) for each in step.now.people
    ]
    people += [as_here(each, ()) for each in step.went]
    centre = tuple(replace(each, ties=()) for each in step.now.centre)
    return replace(step.now, centre=centre, people=tuple(people), links=())


def _node(node: Node, *, new: bool, gone: bool) -> Node:
    """Dots say gone here and nothing else: who is missed or has died is told by the maps themselves."""
    return replace(node, dash=_GONE if gone else "", weight=3.2 if new else 0.0, person=0)


def _corner(node: Node) -> Point:
    """The upper corner that looks away from the centre."""
    side = 1.0 if node.box.x >= 0 else -1.0
    return node.box.x + side * node.box.half_width * 0.8, node.box.y - node.box.half_height * 0.8
