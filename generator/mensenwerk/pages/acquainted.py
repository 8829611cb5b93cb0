"""Who knows whom, in sentences: a family or a group of friends as a whole, the rest as few pairs as can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations

from mensenwerk.guards import ClearedMap, ClearedPerson
from mensenwerk.model import words as w
from mensenwerk.network.graph import all_acquainted
from mensenwerk.pages.grammar import sentence
from mensenwerk.pages.people import label, labels, told_of
from mensenwerk.pages.wording import Wording

Pair = tuple[str, str]
People = tuple[ClearedPerson, ...]
InTouch = tuple[ClearedPerson, People]
"""A group or organisation, and who knows it."""
_APART = (w.Bond.BROKEN, w.Bond.NONE)
_FEW = 3
"""Of no more than three it would be too much to say that they are the whole family."""


def strangers(each: ClearedMap, words: Wording) -> str:
    """Everyone of whom it is known that they do not know each other; empty where nobody is."""
    pairs = [(link.a, link.b) for link in each.links if link.bond is w.Bond.NONE]
    if not pairs:
        return ""
    told = _pairs(pairs, each, words)
    return words.say("map.strangers" if len(pairs) == 1 else "map.strangers_many", names=told)


def known(each: ClearedMap, words: Wording) -> Iterator[str]:
    """Who knows whom on a map. What a group is to someone is no acquaintance between two people: it stands apart."""
    persons = [person for person in each.people if person.kind is w.Kind.PERSON]
    others = {person.id: person for person in each.people if person.kind is not w.Kind.PERSON}
    bonds = {(link.a, link.b): link.bond for link in each.links}
    said: set[frozenset[str]] = set()
    circles = all_acquainted(each, persons)
    with_others = {pair for pair, bond in bonds.items() if bond not in _APART and others.keys() & set(pair)}
    in_touch = list(_in_touch(others.values(), with_others, each))
    alone = circles if len(circles) == 1 else ()  # of several it would not be clear who “all of them” are
    yield from whole(circles, persons, words, in_touch if alone else ())
    for people in circles:
        said |= {frozenset(pair) for pair in combinations([person.id for person in people], 2)}
    for bond in w.Bond:
        pairs = [pair for pair, one in bonds.items() if one is bond and pair not in with_others]
        if bond is w.Bond.ORDINARY:
            pairs = [pair for pair in pairs if frozenset(pair) not in said]
        if pairs:
            begin = sentence(words.ecomap["legend"][f"know-{bond.value}"])
            yield f"{begin}: {_pairs(pairs, each, words)}."
    yield from with_groups([one for one in in_touch if not all_of(alone, one)], words)


def with_groups(in_touch: Sequence[InTouch], words: Wording) -> Iterator[str]:
    """Who knows each group, in a sentence for each."""
    for group, who in in_touch:
        yield told_of("density.in_touch", who, words, group=label(group))


def _in_touch(groups: Iterable[ClearedPerson], pairs: Collection[Pair], each: ClearedMap) -> Iterator[InTouch]:
    """Of each of these who knows it; two groups stand once with the other."""
    left = set(pairs)
    for group in groups:
        here = {pair for pair in left if group.id in pair}
        left -= here
        if here:
            yield group, tuple(one for one in each.people if one is not group and any(one.id in pair for pair in here))


def tense_among(each: ClearedMap, words: Wording) -> str:
    """Between whom around there is tension now, so not with someone who has died; empty where nothing of it is told."""
    tense = (w.Tension.SOMETIMES, w.Tension.OFTEN)
    gone = {person.id for person in each.people if person.deceased}
    pairs = [
        (link.a, link.b)
        for link in each.links
        if link.tension in tense and link.bond is not w.Bond.BROKEN and not gone.intersection((link.a, link.b))
    ]
    return words.say("map.tense_among", names=_pairs(pairs, each, words)) if pairs else ""


def whole(
    circles: Sequence[People], among: Sequence[ClearedPerson], words: Wording, in_touch: Sequence[InTouch] = ()
) -> Iterator[str]:
    """Who all know each other: called the family where it is everyone of it, `among` those here. A group that they
    all know too (`in_touch`) follows them, so that they are not named again."""
    family = tuple(person for person in among if w.Circle.FAMILY in person.circles)
    if family in circles and len(family) > _FEW:
        yield words.say("density.family", names=words.names(labels(family)))
    rest = [words.names(labels(each)) for each in circles if each != family or len(family) <= _FEW]
    if rest:
        yield words.say("density.knit", names="; ".join(rest))
    for group, _ in [one for one in in_touch if all_of(circles, one)]:
        yield words.say("density.in_touch_all", group=label(group))


def all_of(circles: Sequence[People], one: InTouch) -> bool:
    """Whether all of a circle know a group, and nobody else does."""
    return {person.id for person in one[1]} in [{person.id for person in people} for people in circles]


def _pairs(pairs: Sequence[Pair], each: ClearedMap, words: Wording) -> str:
    """ "a met b, c en d; e en f": whoever is in the most pairs begins, so that nobody is named more than need be."""
    name = {person.id: label(person) for person in each.people}
    left, told = list(pairs), []
    while left:
        times = Counter(id_ for pair in left for id_ in pair)
        one = max(times, key=lambda id_: times[id_])
        here = [pair for pair in left if one in pair]
        if len(here) == 1:
            told.append(words.names([name[id_] for id_ in here[0]]))
        else:
            others = words.names([name[b if a == one else a] for a, b in here])
            told.append(words.case["density"]["with"].format(name=name[one], names=others))
        left = [pair for pair in left if one not in pair]
    return "; ".join(told)
