"""What a case tells of the person whose story it is: traits that point at nobody alone, and together may.

Twelve kinds, as in Sweeney (2002), k-anonymity, who showed that a few of them single people out. The number of
kinds is bounded; no case is compared with another, and k-anonymity is not claimed: stories cannot reach it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from mensenwerk.guards.detect import Category, Hit
from mensenwerk.guards.detect.lexicon import Kinds, Phrases, groups, phrases
from mensenwerk.guards.texts import Text
from mensenwerk.model import Case
from mensenwerk.problems import Language
from mensenwerk.source import Path


class Trait(StrEnum):
    AGE = "age-band"
    SEX = "sex"
    REGION = "region"
    HOUSEHOLD = "household"
    CHILDREN = "children"
    NATIONALITY = "nationality"
    RELIGION = "religion"
    OCCUPATION = "occupation"
    DIAGNOSIS = "diagnosis"
    SCHOOL = "school"
    EVENT = "rare-event"
    DATES = "dates"


_FROM_TRAITS = {
    Trait.SEX: "sex",
    Trait.REGION: "region",
    Trait.HOUSEHOLD: "household",
    Trait.CHILDREN: "children",
    Trait.EVENT: "event",
    Trait.SCHOOL: "education",
}
_FROM_SPECIAL = {Trait.NATIONALITY: "origin", Trait.RELIGION: "faith", Trait.DIAGNOSIS: "health"}
_FROM_HITS = {
    Category.AGE: Trait.AGE,
    Category.BIRTH_DATE: Trait.AGE,
    Category.DATE: Trait.DATES,
    Category.PLACE: Trait.REGION,
    Category.ADDRESS: Trait.REGION,
    Category.POSTCODE: Trait.REGION,
    Category.SCHOOL: Trait.SCHOOL,
    Category.PROFESSION: Trait.OCCUPATION,
    Category.EMPLOYER: Trait.OCCUPATION,
}
_OF_THE_CENTRE = {"title", "lead", "themes", "centre", "maps", "characteristics", "dilemmas", "expectations", "room"}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def traits(case: Case, texts: Iterable[Text], hits: Iterable[tuple[Text, Hit]]) -> dict[Trait, Path]:
    """The kinds that the case declares or its texts reveal, each with the first place that does."""
    found: dict[Trait, Path] = {}

    def tell(trait: Trait, path: Path) -> None:
        found.setdefault(trait, path)

    for number, person in enumerate(case.centre):
        if person.age:
            tell(Trait.AGE, ("centre", number, "age"))
        if person.sign:
            tell(Trait.SEX, ("centre", number, "sign"))
    if len(case.centre) > 1:
        tell(Trait.HOUSEHOLD, ("centre",))
    for text in texts:
        centre = text.path[0] in _OF_THE_CENTRE
        for kind, _, _ in _told(case.language).find(text.text):
            # who lives there and whose children they are is told by everyone's place in the case
            if centre or kind in (Trait.CHILDREN, Trait.HOUSEHOLD):
                tell(Trait(kind), text.path)
        if text.path[:1] in (("centre",), ("lead",)) and _works(case.language).stands_in(text.text):
            tell(Trait.OCCUPATION, text.path)
        if centre and _YEAR.search(text.text):
            tell(Trait.DATES, text.path)
    for text, hit in hits:
        if text.path[0] in _OF_THE_CENTRE and hit.category in _FROM_HITS:
            tell(_FROM_HITS[hit.category], text.path)
    return dict(sorted(found.items(), key=lambda item: list(Trait).index(item[0])))


@cache
def _told(language: Language) -> Kinds:
    told = {trait.value: groups(f"traits.{language}")[key] for trait, key in _FROM_TRAITS.items()}
    special = {trait.value: groups(f"special.{language}")[key] for trait, key in _FROM_SPECIAL.items()}
    return Kinds({**told, **special})


@cache
def _works(language: Language) -> Phrases:
    return Phrases(phrases(f"professions.common.{language}") | phrases(f"professions.rare.{language}"))
