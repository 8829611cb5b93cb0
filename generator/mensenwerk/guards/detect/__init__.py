"""Text → what in it points at someone. The second net: the first is that only an allowlist is published.

Patterns with python-stdnum and phonenumbers for what has a form; word lists for places and professions; and the
unexplained capital for names of any origin. What no form and no capital betrays (a name in small letters that is
no known first name, a rare event) only the private registry and a reader can find.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from mensenwerk.guards.detect.capitals import capitals, is_explained
from mensenwerk.guards.detect.contact import contact
from mensenwerk.guards.detect.hit import Category, Hit, merged
from mensenwerk.guards.detect.named import named
from mensenwerk.guards.detect.numbers import numbers
from mensenwerk.guards.detect.second_opinion import second_opinion
from mensenwerk.guards.detect.when import when
from mensenwerk.guards.detect.where import where
from mensenwerk.guards.detect.work import work
from mensenwerk.problems import Language

__all__ = ["Category", "Hit", "detect", "identifiers"]


def detect(text: str, language: Language, explained: frozenset[str] = frozenset()) -> tuple[Hit, ...]:
    """Everything in `text` that may point at a person, in the order of the text, one hit for each place.

    `explained`: capitalised words that the case itself declares (pseudonyms, roles)."""
    return merged(
        chain(
            contact(text, language),
            numbers(text),
            _undeclared(where(text, language), text, explained),
            when(text, language),
            named(text, language),
            work(text, language),
            capitals(text, language, explained),
            second_opinion(text, language, explained),
        )
    )


def _undeclared(hits: Iterable[Hit], text: str, explained: frozenset[str]) -> Iterator[Hit]:
    """Without what looks like a place and is a pseudonym of the case: “op vrijdag verhuist Isa”."""
    for hit in hits:
        words = text[hit.start : hit.end].split()
        if hit.category is not Category.PLACE or not all(is_explained(word, explained) for word in words):
            yield hit


def identifiers(text: str, language: Language) -> tuple[Hit, ...]:
    """The part of `detect` that needs no reading: ways to reach someone and numbers, by their form."""
    return merged(chain(contact(text, language), numbers(text), where(text, language)))
