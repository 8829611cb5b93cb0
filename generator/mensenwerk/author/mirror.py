"""The mirror: reads a case back to its author. Awareness or registration? It asks; it never grades, and stops nothing.

For the author alone: it is never published, and what it says names places in the file, and roles only on a screen.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from mensenwerk.author.wording import say
from mensenwerk.guards.texts import texts
from mensenwerk.model import Case, ReadCase
from mensenwerk.model import words as w
from mensenwerk.model.case import Person, Traits
from mensenwerk.problems import Language, Span


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing that the mirror shows: `key` of its wording, and where it is about: a place in the file, and who or
    which word that is."""

    key: str
    places: tuple[tuple[Span, str], ...] = ()


def mirror(read: ReadCase) -> tuple[Seen, ...]:
    """What a case shows when it is read back, in the order of the article: who is important, what they mean, what they
    want and give, and the words that were used. Last, always, the question who is missing."""
    case = read.case
    people = [(number, person) for number, person in enumerate(case.people) if not _cannot_be_asked(person)]
    silent = [(number, person) for number, person in people if not (_meaning(person) or _voice(person))]
    only_tasks = [(number, person) for number, person in silent if _task(person, case)]
    meaningless = [(number, person) for number, person in silent if (number, person) not in only_tasks]
    found = [
        Seen("mirror_only_tasks", _at(read, only_tasks)),
        Seen("mirror_no_meaning", _at(read, meaningless)),
    ]
    if people and not any(_voice(person) for _, person in people):
        found.append(Seen("mirror_no_voice"))
    if not any(each.longing for each in case.maps):
        found.append(Seen("mirror_no_longing"))
    found.append(Seen("mirror_not_asked", _expected(read)))
    if people and not any(_gives(person) for _, person in people):
        found.append(Seen("mirror_gives_nothing"))
    found.append(Seen("mirror_words", tuple(_instrumental(read))))
    always = {"mirror_no_voice", "mirror_no_longing", "mirror_gives_nothing"}
    return tuple(one for one in found if one.places or one.key in always)


def told(read: ReadCase, *, shown: bool) -> Iterator[str]:
    """What the author reads. With `shown` the words themselves stand there: only for their own screen."""
    language = read.document.language
    seen = mirror(read)
    yield say("mirror_title", language, file=read.document.file)
    yield ""
    yield say("mirror_first", language)
    for one in seen:
        yield ""
        yield say(one.key, language)
        for span, words in one.places:
            yield f"  {span}" + (f"  {words}" if shown else "")
    yield ""
    yield say("mirror_missing", language)
    yield say("mirror_last", language)


def _at(read: ReadCase, people: Iterable[tuple[int, Person]]) -> tuple[tuple[Span, str], ...]:
    return tuple((read.span(("people", number)), person.who) for number, person in people)


def _cannot_be_asked(person: Person) -> bool:
    """Who cannot be asked what they want: the dead, animals, places, organisations."""
    return bool(person.deceased) or person.kind in (w.Kind.ANIMAL, w.Kind.PLACE, w.Kind.ORGANISATION)


def _on_all_maps(person: Person) -> list[Traits]:
    return [person, *person.changed.values(), *person.seen_differently.values()]


def _meaning(person: Person) -> bool:
    return any(each.meaning for each in _on_all_maps(person))


def _voice(person: Person) -> bool:
    return any(each.own_voice for each in _on_all_maps(person))


def _task(person: Person, case: Case) -> bool:
    """Whether someone appears by what they do or can: practical support, talents, something expected of them."""
    practical = any(tie.support.practical in (w.Exchange.RECEIVES, w.Exchange.BOTH) for tie in person.ties)
    return practical or bool(person.talents) or any(each.of == person.id for each in case.expectations)


def _gives(person: Person) -> bool:
    """Whether anything is said of what the person in the centre gives to someone."""
    giving = (w.Exchange.GIVES, w.Exchange.BOTH)
    kinds = [
        exchange
        for tie in person.ties
        for exchange in (tie.support.practical, tie.support.company, tie.support.advice, tie.support.emotional)
    ]
    return any(exchange in giving for exchange in kinds) or any(tie.energy in _FLOWS_OUT for tie in person.ties)


_FLOWS_OUT = (w.Energy.COSTS, w.Energy.BOTH)


def _expected(read: ReadCase) -> tuple[tuple[Span, str], ...]:
    """What is expected of people who were not asked."""
    return tuple(
        (read.span(("expectations", number)), each.what)
        for number, each in enumerate(read.case.expectations)
        if not each.discussed
    )


def _instrumental(read: ReadCase) -> Iterator[tuple[Span, str]]:
    for each in texts(read.case):
        for match in _words(read.case.language).finditer(each.text):
            before = re.findall(r"\w+", each.text[: match.start()].casefold())[-4:]
            if not set(before) & _fine_after(read.case.language, match[0].casefold()):
                yield read.span_of(each.path, match[0]), match[0]


@cache
def _lists() -> dict[str, list[dict[str, list[str]]]]:
    return tomllib.loads(files("mensenwerk").joinpath("author", "mirror.toml").read_text(encoding="utf-8"))


@cache
def _words(language: Language) -> re.Pattern[str]:
    forms = sorted((form for each in _lists()[language] for form in each["forms"]), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", re.IGNORECASE)


@cache
def _fine_after(language: Language, form: str) -> frozenset[str]:
    return frozenset(word for each in _lists()[language] if form in each["forms"] for word in each.get("not_after", []))
