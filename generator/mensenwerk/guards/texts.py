"""Every text of a case that a reader may get to see, with the path it stands at.

Found by reflection over the model: a new field with text is looked at from its first day. What is not a text
for readers (ids, references to them, months, fingerprints) is told apart by its form in the model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from mensenwerk.model import Case
from mensenwerk.model.case import Clearance, Consent
from mensenwerk.source import Path

_MAY_NAME_SOMEONE = {"seen_by", "drawn_with", "according_to"}
"""Fields in which an id of someone in the case may stand instead of words; `holder` is a list of them."""

_NEVER_SHOWN: tuple[type[BaseModel], ...] = (Consent, Clearance)
"""Parts of which no text is ever published: how consent was given, and why a finding was let pass."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a case. `around`: it is told of someone around, who was never asked for consent."""

    path: Path
    text: str
    around: bool = False

    @property
    def field(self) -> Path:
        """The path without numbers: which field of the model this is."""
        return tuple(part for part in self.path if isinstance(part, str))


def texts(case: Case) -> Iterator[Text]:
    """All texts, in the order of the model. An id of someone in the case is no text."""
    ids = {person.id for person in (*case.centre, *case.people)}
    for path, value in _walk(case, ()):
        if value not in ids or (path[-1] not in _MAY_NAME_SOMEONE and path[-2:-1] != ("holder",)):
            yield Text(path, value, around=path[:1] == ("people",))


def _walk(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, BaseModel):
        if isinstance(value, _NEVER_SHOWN):
            return
        for name in _fields(type(value)):
            yield from _walk(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _walk(each, (*path, number))
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _walk(each, (*path, key))
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield path, value


@cache
def _fields(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a part in which texts for readers can stand."""
    return tuple(name for name, field in model.model_fields.items() if not _is_reference(field))


def _is_reference(field: FieldInfo) -> bool:
    """Ids, months, ages and fingerprints have a pattern; the language is one of two words. A mapping has keys with a
    pattern, and texts below them: it is walked."""
    shown = str(field.annotation)
    formed = any(sign in shown + str(field.metadata) for sign in ("pattern='", 'pattern="', "Literal["))
    return formed and "dict[" not in shown
