"""References within a case: every id leads to someone who is there, and a tie is told once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from mensenwerk.model import vocabulary
from mensenwerk.model.case import Case, Person
from mensenwerk.model.household import ALL, met
from mensenwerk.model.suggest import closest
from mensenwerk.problems import Problems, Span
from mensenwerk.source import Path

_LIKE_AN_ID = re.compile(r"(?=.*[-0-9])[a-z0-9-]+")

SpanOf = Callable[[Path], Span]
"""From a path of the model to its place in the file."""


def everyone(case: Case) -> Iterator[tuple[Path, Person]]:
    """All people of a case with their paths: the centre first."""
    for index, person in enumerate(case.centre):
        yield ("centre", index), person
    for index, person in enumerate(case.people):
        yield ("people", index), person


@dataclass(frozen=True, slots=True)
class _People:
    """Who is who in a case, to look references up in. Ids of people are private: a message names a line."""

    where: dict[str, Path]
    centre: dict[str, None]
    around: dict[str, None]
    span: SpanOf
    problems: Problems

    def in_centre(self, value: str, path: Path) -> None:
        """A reference to someone in the centre, or to all of them."""
        if value not in self.centre and value != "all":
            self._unknown(value, path, [*self.centre, "all"], "unknown-centre")

    def in_centre_alone(self, value: str, path: Path) -> None:
        """A reference to one person in the centre."""
        if value not in self.centre:
            self._unknown(value, path, self.centre, "unknown-centre")

    def among_those_around(self, value: str, path: Path) -> None:
        """A reference to someone around: who knows whom is about them."""
        if value not in self.around:
            code = "not-around" if value in self.centre else "unknown-person"
            self._unknown(value, path, self.around, code)

    def anywhere(self, value: str, path: Path) -> None:
        """A reference to anyone in the case."""
        if value not in self.where:
            self._unknown(value, path, self.where, "unknown-person")

    def voice(self, value: str | None, path: Path) -> None:
        """An id or a few words: only a single word that almost is an id, but is none, is a fault."""
        if value is None or value in self.where or " " in value:
            return
        close = closest(value, self.where, 0.75, self.problems)
        if close:
            self._close(close, path)
        elif _LIKE_AN_ID.fullmatch(value):  # an id is private, also of someone who was taken out of the file
            self.problems.add("unknown-voice", self.span(path))

    def _unknown(self, value: str, path: Path, among: Iterable[str], code: str) -> None:
        known_elsewhere = value in self.where  # then it was no slip of the pen
        close = None if known_elsewhere else closest(value, among, 0.6, self.problems)
        if close == "all":
            word = vocabulary.everyone(self.problems.language)
            self.problems.add("unknown-word-close", self.span(path), word=word)
        elif close:
            self._close(close, path)
        else:
            self.problems.add(code, self.span(path))

    def _close(self, close: str, path: Path) -> None:
        line = self.span((*self.where[close], "id")).line
        self.problems.add("unknown-person-close", self.span(path), line=line)


def hold_references(case: Case, span: SpanOf, problems: Problems) -> None:
    """Note every reference to someone who is not there (or not in that place) and every double tie."""
    where = {person.id: path for path, person in reversed(list(everyone(case)))}
    centre = dict.fromkeys(person.id for person in case.centre)
    around = dict.fromkeys(person.id for person in case.people)
    people = _People(where, centre, around, span, problems)
    for path, each in everyone(case):
        _ties(path, each, people)
    for index, group in enumerate(case.who_knows_who.groups):
        for place, value in enumerate(group):
            people.among_those_around(value, ("who_knows_who", "groups", index, place))
    named: set[frozenset[str]] = set()
    for index, pair in enumerate(case.who_knows_who.pairs):
        path = ("who_knows_who", "pairs", index)
        for place, value in enumerate(pair.between):
            people.among_those_around(value, (*path, "between", place))
        if len(set(pair.between)) < 2:
            problems.add("tie-with-self", span(path))
        elif frozenset(pair.between) in named:
            problems.add("tie-twice", span(path))
        named.add(frozenset(pair.between))
    for index, dilemma in enumerate(case.dilemmas):
        for place, value in enumerate(dilemma.around):
            people.anywhere(value, ("dilemmas", index, "around", place))
        for place, value in enumerate(dilemma.holder):
            people.voice(value, ("dilemmas", index, "holder", place))
        people.voice(dilemma.according_to, ("dilemmas", index, "according_to"))
    for index, expectation in enumerate(case.expectations):
        people.anywhere(expectation.of, ("expectations", index, "of"))
    for index, each_map in enumerate(case.maps):
        people.voice(each_map.seen_by, ("maps", index, "seen_by"))
        people.voice(each_map.drawn_with, ("maps", index, "drawn_with"))
    for name, experience in case.characteristics:
        if experience is not None:
            people.voice(experience.according_to, ("characteristics", name, "according_to"))


def _ties(path: Path, person: Person, people: _People) -> None:
    seen: set[str] = set()
    for index, tie in enumerate(person.ties):
        target = (*path, "ties", index, "to")
        if tie.to == person.id:
            people.problems.add("tie-with-self", people.span(target))
        else:
            people.in_centre(tie.to, target)
        with_whom = met(people.centre, person.id, tie.to)
        if with_whom == ALL and person.id in people.centre:
            people.problems.add("tie-with-whom", people.span((*path, "ties", index)))
        if with_whom in seen:
            people.problems.add("tie-twice", people.span(target))
        seen.add(with_whom)
    if person.relation.to is not None:
        people.in_centre_alone(person.relation.to, (*path, "relation", "to"))
    for name, changes in (("changed", person.changed), ("seen_differently", person.seen_differently)):
        for key, change in changes.items():
            for target_id in change.ties:
                people.in_centre(target_id, (*path, name, key, "ties", target_id))
