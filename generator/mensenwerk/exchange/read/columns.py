"""What a field of a table or a graph means, and a row of such fields → what is said of someone.

Whatever has no meaning here is counted. The words stand in columns.toml, where anyone can add to them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from mensenwerk.exchange.read.network import Done, Left, Role
from mensenwerk.exchange.read.roles import role_of
from mensenwerk.exchange.read.values import age_of, sign_of

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SEPARATORS = re.compile(r"[\s._:-]+")
_ABOUT = ("alter ", "ego ")
_NOTHING = {"", "na", "n/a", "nan", "null", "none", "-", "."}
_YES = {"yes", "true", "ja", "1", "waar", "wahr"}
_NO = {"no", "false", "nee", "0", "onwaar", "falsch", "nein"}
_BARE_NAME = re.compile(r"[^\W\d_][^\d_]*")


@dataclass(slots=True)
class Said:
    """What a row says of someone, in the model's words; names apart."""

    names: list[str] = field(default_factory=list)
    role: Role | str | None = None
    fixed: dict[str, Any] = field(default_factory=dict)
    seen: dict[str, Any] = field(default_factory=dict)


@lru_cache(maxsize=4096)
def meaning(column: str) -> str | None:
    """The meaning of a field, one of those in columns.toml: `alter.age.cat` → age."""
    plain = words_in(column)
    known = _fields()
    for about in _ABOUT:
        if plain not in known and plain.startswith(about):
            plain = plain.removeprefix(about)
    return known.get(plain)


def is_empty(value: str) -> bool:
    """Whether nothing was answered."""
    return value.strip().casefold() in _NOTHING


def like_a_name(value: str) -> bool:
    """Whether an id may be someone's name: letters and no figures."""
    return _BARE_NAME.fullmatch(value.strip()) is not None


def said_in(row: Mapping[str, str], left: Left) -> Said:
    """What a row says of someone; every other filled-in field is counted in `left`."""
    said = Said()
    for column, value in sorted(row.items(), key=_groups_first):
        if not is_empty(value):
            done = _add(said, column, value.strip())
            if done is not None:
                left.note(column, done)
    return said


def _groups_first(item: tuple[str, str]) -> bool:
    """Of an age and a group of ages the group is taken; it stands first."""
    return "-" not in item[1] and "+" not in item[1]


def _add(said: Said, column: str, value: str) -> Done | None:
    """Add one field to what is said; give what was done with it when it did not go along as it is."""
    what = meaning(column)
    if what is None:
        return _option(said, column, value)
    if what in ("ego", "alter", "source", "target", "wave"):
        return None
    if what == "name":
        said.names.append(value)
        return None
    if what == "note":
        return "text"
    if what == "age":
        return _age(said, value)
    if what == "role":
        return _role(said, value)
    if what == "deceased":
        said.seen["deceased"] = value.casefold() in _YES
        return None if value.casefold() in _YES | _NO else "word"
    if what == "sex":
        return _word(said.fixed, "sign", sign_of(value))
    if what == "kind":
        return _kind(said, value)
    if what == "type":  # of someone, or only of a dot on a screen
        return _role(said, value) if role_of(value) else _kind(said, value)
    if what == "closeness":
        return "number" if _is_number(value) else _word(said.seen, "ring", _listed("closeness", value))
    if what == "frequency":
        often = _listed("frequency", value)
        return "number" if _is_number(value) else _word(said.seen, "contact", {"how_often": often} if often else None)
    if what == "weight" and not _is_number(value):
        return "word"
    return "number" if what == "weight" else "tool"


def _option(said: Said, column: str, value: str) -> Done | None:
    """A field of which we know no more: perhaps one answer of several, as `relationship_friend` with TRUE or FALSE."""
    head, separator, answer = column.rpartition("_")
    if separator and answer in ("x", "y") and _is_number(value):  # where a dot lay on a screen
        return "tool"
    if separator and value.casefold() in _YES | _NO and meaning(head) not in (None, "tool"):
        return _add(said, head, answer) if value.casefold() in _YES else None
    return "no-place"


def _age(said: Said, value: str) -> Done | None:
    band = age_of(value)
    if band is None:
        return "word"
    if "age" in said.fixed:
        return "twice"
    said.fixed["age"] = band
    return None if band == value.replace(" ", "") else "age"


def _role(said: Said, value: str) -> Done | None:
    if _is_number(value):
        return "number"
    role = role_of(value)
    if role is not None and role.circle:
        circles = said.seen.setdefault("circle", [])
        circles += [role.circle] if role.circle not in circles else []
    if said.role is None or (role is not None and isinstance(said.role, str)):
        said.role = role or value
        return None
    return None if role is not None and role.circle else "no-place"


def _kind(said: Said, value: str) -> Done | None:
    return _word(said.fixed, "kind", kind_of(value))


def kind_of(value: str) -> str | None:
    """A person, a group, an organisation, an animal or a place, in the model's word."""
    return _listed("kind", value)


def strength_of(value: str) -> str | None:
    """How strong a tie is, in the model's word, where it is said in words."""
    return _listed("strength", value)


def _word(fields: dict[str, Any], name: str, value: Any) -> Done | None:
    if value is None:
        return "word"
    if name in fields:
        return None if fields[name] == value else "twice"
    fields[name] = value
    return None


def _is_number(value: str) -> bool:
    return re.fullmatch(r"-?\d+(?:[.,]\d+)?", value) is not None


def _listed(table: str, value: str) -> str | None:
    said = words_in(value)
    return next((word for word, others in _table()[table].items() if said in others), None)


def words_in(text: str) -> str:
    """The words of the name of a field: `alter.ageGroup` → `alter age group`."""
    return " ".join(_SEPARATORS.sub(" ", _CAMEL.sub(" ", text)).casefold().split())


@cache
def _fields() -> dict[str, str]:
    return {word: what for what, words in _table()["fields"].items() for word in words}


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    text = files("mensenwerk").joinpath("exchange", "read", "columns.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
