"""Which sheets a case has, what a row of each is about, and where every part of a case stands in them.

Columns and rows are read from the shape of the model, so that a field that is added there has its place by itself.
Whatever has no place in a table stands in the sheet `rest`, a row for each value; so nothing is ever lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, get_args

from mensenwerk.exchange.sheet.wording import say
from mensenwerk.model import vocabulary
from mensenwerk.model.shape import Node, alternatives, definitions, is_keyed, is_model, keyed_value, resolve, root
from mensenwerk.model.translate import vocabulary_lists
from mensenwerk.problems import Language
from mensenwerk.source import Path

Name = Literal[
    "explanation",
    "case",
    "people",
    "ties",
    "pairs",
    "groups",
    "maps",
    "characteristics",
    "dilemmas",
    "expectations",
    "rest",
    "words",
]
"""The sheets, in their order."""

TABLES: tuple[Name, ...] = tuple(name for name in get_args(Name) if name not in ("explanation", "words"))
"""The sheets that hold a case; the others explain."""

Key = tuple[str, ...]
"""A column: the fields that lead to its value from what a row is about, or one word of our own."""

NOT_READ = "#"
"""A row whose first cell begins with this is for people alone."""

WHO: Key = ("@who",)
MAP: Key = ("@map",)
CENTRE: Key = ("@centre",)
OTHER: Key = ("@other",)
MEMBERS: Key = ("@members",)
ABOUT: Key = ("@about",)
FIELD: Key = ("@field",)
VALUE: Key = ("@value",)
TOLD: Key = ("@told",)
EXAMPLE: Key = ("@example",)

CHANGES = ("changed", "seen_differently")
_ELSEWHERE = {"centre", "people", "maps", "characteristics", "dilemmas", "expectations", "groups", "pairs", "let_pass"}
"""Parts of a case that no row of the sheet `case` holds."""
_FIRST = {name: place for place, name in enumerate(("language", "version", "id", "to", "between", "type", "of", "who"))}
_SPACES = re.compile(r"\s*:\s*")
_LINE = 300


@dataclass(frozen=True, slots=True)
class Column:
    """A column, or a row of the sheet `case`. `node`: the shape of its value; `model`: of which part it is a field."""

    key: Key
    node: Node = field(default_factory=lambda: {"type": "string"}, hash=False, compare=False)
    models: tuple[str, ...] = ()

    def label(self, language: Language) -> str:
        """What stands above it."""
        if not self.models:
            return say(f"column_{self.key[0][1:]}", language)
        words = zip(self.models, self.key, strict=True)
        return ": ".join(shown(vocabulary.field_word(*each).word(language)) for each in words)

    def help(self, language: Language) -> str:
        """What it means to an author, from the one vocabulary."""
        if not self.models:
            return say(f"help_{self.key[0][1:]}", language)
        text = vocabulary.field_word(self.models[-1], self.key[-1]).help(language)
        return f"{text} {say(f'several_{self.separated}', language)}" if self.several else text

    @property
    def several(self) -> bool:
        return alternatives(self.node)[0].get("type") == "array"

    @property
    def item(self) -> Node:
        """The shape of the value, or of each where there may be several."""
        node = alternatives(self.node)[0]
        return alternatives(node["items"])[0] if self.several else node

    @property
    def separated(self) -> Literal["words", "texts"]:
        """What stands between several: a comma between words and ids, a line end between texts."""
        return "words" if "enum" in self.item or "pattern" in self.item else "texts"

    @property
    def words(self) -> str | None:
        """The closed list of which its words are, by its name."""
        title = self.item.get("title")
        if self.item.get("type") == "boolean":
            return "Yes"
        return title if title in vocabulary_lists() else None

    @property
    def numeric(self) -> bool:
        return any(each.get("type") == "integer" for each in alternatives(self.node))

    @property
    def truth(self) -> bool:
        return bool(self.item.get("type") == "boolean")

    @property
    def names(self) -> bool:
        """Whether it holds ids: a number is one too."""
        return bool(self.item.get("pattern") == "^[a-z0-9-]{1,64}$") or self.key in (WHO, OTHER, MAP, MEMBERS)

    @property
    def long(self) -> bool:
        return bool(self.item.get("maxLength", 0) > _LINE)


def columns(name: Name) -> tuple[Column, ...]:
    """The columns of a sheet, in their order."""
    return _columns()[name]


@cache
def case_rows() -> tuple[Column, ...]:
    """The rows of the sheet `case`: a field each."""
    return tuple(_leaves("Case", _ELSEWHERE))


def sheet_name(name: Name, language: Language) -> str:
    """What a sheet is called."""
    if name in ("people", "maps", "characteristics", "dilemmas", "expectations"):
        return shown(vocabulary.field_word("Case", name).word(language))
    if name == "pairs":
        return shown(vocabulary.field_word("Case", "who_knows_who").word(language))
    if name == "groups":
        return shown(vocabulary.field_word("WhoKnowsWho", name).word(language))
    if name == "ties":
        return shown(vocabulary.field_word("Person", name).word(language))
    return say(f"sheet_{name}", language)


def shown(word: str) -> str:
    """A word as it stands in a sheet."""
    return word.replace("_", " ")


def folded(label: str) -> str:
    """The form in which headings are compared."""
    return _SPACES.sub(":", vocabulary.fold(label).replace("_", " ")).replace(" ", "_")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value of a case stands: the sheet, what the row is about, and the column (None: that there is a row at
    all says it)."""

    sheet: Name
    row: Path
    column: Key | None


def place_of(path: Path) -> Place | None:
    """The place of a path of the model; None for what stands in the sheet `rest`."""
    match path:
        case ("centre" | "people", int(), "ties", int(), *rest):
            return _place("ties", path, 4, rest)
        case ("centre" | "people", int(), "changed" | "seen_differently", str(), "ties", str(), *rest):
            return _place("ties", path, 6, rest)
        case ("centre" | "people", int(), "changed" | "seen_differently", str(), *rest):
            return _place("people", path, 4, rest)
        case ("centre" | "people", int(), *rest):
            return _place("people", path, 2, rest)
        case ("who_knows_who", "groups", int()):
            return Place("groups", path, MEMBERS)
        case ("who_knows_who", "pairs", int(), "between"):
            return Place("pairs", path[:3], WHO)
        case ("who_knows_who", "pairs", int(), "changed", str(), *rest):
            return _place("pairs", path, 5, rest)
        case ("who_knows_who", "pairs", int(), *rest):
            return _place("pairs", path, 3, rest)
        case ("characteristics", str(), *rest):
            return _place("characteristics", path, 2, rest)
        case (("maps" | "dilemmas" | "expectations") as name, int(), *rest):
            return _place(name, path, 2, rest)
    return Place("case", path, VALUE) if path in _case_keys() else None


def _place(sheet: Name, path: Path, length: int, rest: list[str | int]) -> Place | None:
    if not rest:
        return Place(sheet, path, None)
    known = any(each.key == tuple(rest) for each in columns(sheet))
    return Place(sheet, path[:length], tuple(map(str, rest))) if known else None


def in_words(path: Path, language: Language) -> Path:
    """A path of the model in the author's words, as a file would have it."""
    node, spoken = root("Case"), list[str | int]()
    for part in path:
        node = resolve(node)
        if isinstance(part, int):
            spoken.append(part)
            node = alternatives(node)[0]["items"]
        elif is_model(node):
            spoken.append(vocabulary.field_word(node["title"], part).word(language))
            node = node["properties"][part]
        else:
            spoken.append(vocabulary.everyone(language) if part == "all" else part)
            node = keyed_value(node)
    return tuple(spoken)


def in_order(value: Any, node: Node | None = None) -> Any:
    """A case, or a part of one, with its fields as an author would write them: what something is called first, then in
    the order of the model."""
    node = alternatives(node or root("Case"))[0]
    if isinstance(value, list):
        return [in_order(each, node["items"]) for each in value]
    if not isinstance(value, dict):
        return value
    if is_keyed(node):
        return {key: in_order(inner, keyed_value(node)) for key, inner in value.items()}
    fields = node["properties"]
    return {name: in_order(value[name], fields[name]) for name in _ordered(fields) if name in value}


def _ordered(fields: Iterable[str], first: str = "") -> list[str]:
    return sorted(fields, key=lambda name: -1 if name == first else _FIRST.get(name, len(_FIRST)))


@cache
def _case_keys() -> frozenset[Path]:
    return frozenset(each.key for each in case_rows())


@cache
def _columns() -> dict[Name, tuple[Column, ...]]:
    person = [*_leaves("Person", {*CHANGES, "ties"})]
    change = [each for each in _leaves("Change", {"ties"}) if each.key not in {one.key for one in person}]
    who, at = Column(WHO), Column(MAP)
    tie = [*_leaves("Tie", set(), first="to")]
    return {
        "explanation": (Column(TOLD),),
        "case": (Column(FIELD), Column(VALUE), Column(TOLD), Column(EXAMPLE)),
        "people": (person[0], at, Column(CENTRE, {"type": "boolean"}), *person[1:], *change),
        "ties": (who, tie[0], at, *tie[1:]),
        "pairs": (who, Column(OTHER), at, *_leaves("PairChange", set())),
        "groups": (Column(MEMBERS, {"type": "array", "items": {"pattern": ""}}),),
        "maps": tuple(_leaves("Map", set())),
        "characteristics": (Column(ABOUT), *_leaves("Experience", set())),
        "dilemmas": tuple(_leaves("Dilemma", set())),
        "expectations": tuple(_leaves("Expectation", set())),
        "rest": (Column(FIELD), Column(VALUE)),
        "words": (),
    }


def _leaves(title: str, without: set[str], first: str = "") -> Iterator[Column]:
    """Every field of a part that holds a value, those of its parts among them: `contact: how often`."""
    node = root("Case") if title == "Case" else definitions()[title]
    for name in _ordered(node["properties"], first):
        inner = alternatives(node["properties"][name])[0]
        if name in without:
            continue
        if is_model(inner):
            for each in _leaves(inner["title"], without):
                yield Column((name, *each.key), each.node, (title, *each.models))
        elif not is_keyed(inner):
            yield Column((name,), node["properties"][name], (title,))
