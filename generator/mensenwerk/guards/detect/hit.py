"""What was found in a text: a category and a place. Never the words themselves, which are private."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Category(StrEnum):
    """What kind of thing points at someone. The words for readers stand in guards/wording.toml."""

    REGISTRY = "registry"
    BSN = "bsn"
    NHS = "nhs"
    NATIONAL_INSURANCE = "ni"
    IBAN = "iban"
    DOCUMENT = "document"
    CLIENT_NUMBER = "client-number"
    PLATE = "plate"
    PHONE = "phone"
    EMAIL = "email"
    HANDLE = "handle"
    URL = "url"
    ADDRESS = "address"
    POSTCODE = "postcode"
    BIRTH_DATE = "birth-date"
    DATE = "date"
    AGE = "age"
    SCHOOL = "school"
    CARE = "care"
    CHURCH = "church"
    CLUB = "club"
    EMPLOYER = "employer"
    PLACE = "place"
    PROFESSION = "profession"
    NAME = "name"
    CAPITAL = "capital"


_RANK = {category: number for number, category in enumerate(Category)}


@dataclass(frozen=True, slots=True)
class Hit:
    """A category and where it stands in a text (`start` up to `end`, in characters).

    `sure`: the form alone is proof enough (an e-mail address); otherwise a person has to look (nine digits
    that could be a citizen's number)."""

    category: Category
    start: int
    end: int
    sure: bool = True


def merged(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """One hit for each place: of those that overlap, a sure one and a telling category come first, then the
    longest. In the order of the text."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (not h.sure, _RANK[h.category], h.start - h.end, h.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return tuple(sorted(kept, key=lambda h: h.start))
