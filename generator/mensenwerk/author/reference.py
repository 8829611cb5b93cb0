"""The reference of the files that an author writes, as pages to read: made of the model and the one vocabulary.

It says the same as the JSON Schemas (`model/schema.py`), to people. What stands around the fields, and an example of
each part, lie in `reference.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, get_args

from mensenwerk.model import vocabulary
from mensenwerk.model.edition import NEEDED, OF_KIND
from mensenwerk.model.shape import MAIN_FIELD, Kind, Node, definitions, is_keyed, is_model, keyed_value, root
from mensenwerk.model.validate import PATTERNS
from mensenwerk.problems import Language

MARK = "mensenwerk schema --reference"
"""By which a page of ours is known from others."""

FILE_NAMES: dict[tuple[Kind, Language], str] = {
    ("Case", "nl"): "casusbestand.md",
    ("Case", "en"): "case-file.md",
    ("Edition", "nl"): "uitgavebestand.md",
    ("Edition", "en"): "edition-file.md",
}

_FIRST = {"language": 0, "version": 1, "id": 2, "kind": 3, "title": 4}
"""What a part begins with; the rest stands in the order of the model."""
_LONG = 1000
"""Texts that may be longer than so many characters have paragraphs."""
_SEVERAL = 3
"""A part under more names than these is called after what they stand in."""


@dataclass(frozen=True, slots=True)
class Part:
    """A model that an author fills in: its name, the fields under which it stands (model, field), how deep in the file
    (0 is the file itself)."""

    name: str
    under: tuple[tuple[str, str], ...]
    depth: int


def reference_pages(language: Language) -> dict[str, str]:
    """The pages in one language, as Markdown by the names of their files."""
    return {FILE_NAMES[kind, language]: _Reference(kind, language).page() for kind in get_args(Kind)}


def parts_of(kind: Kind) -> list[Part]:
    """The parts of a kind of file, each once, in the order in which a reader comes upon them."""
    depth, under = {str(kind): 0}, dict[str, list[tuple[str, str]]]({kind: []})

    def look_into(name: str) -> None:
        for field, inner in _fields(name):
            for part in _models_in(inner):
                new = part not in depth
                under.setdefault(part, []).append((name, field))
                if new:
                    depth[part] = depth[name] + 1
                    look_into(part)

    look_into(kind)
    return [Part(name, tuple(dict.fromkeys(under[name])), depth[name]) for name in depth]


def _fields(name: str) -> list[tuple[str, Node]]:
    """The fields of a model, what identifies it first."""
    fields = list(_node(name)["properties"].items())
    return sorted(fields, key=lambda each: _FIRST.get(each[0], len(_FIRST)))


def _node(name: str) -> Node:
    return root(name) if name in get_args(Kind) else definitions()[name]


def _models_in(node: Any) -> Iterator[str]:
    """The names of the models that a value refers to."""
    if isinstance(node, dict):
        name = str(node.get("$ref", "")).rpartition("/")[2]
        if name and is_model(definitions()[name]):
            yield name
        for key, each in node.items():
            if key != "default":
                yield from _models_in(each)
    elif isinstance(node, list):
        for each in node:
            yield from _models_in(each)


class _Reference:
    """One page in one language."""

    def __init__(self, kind: Kind, language: Language) -> None:
        self.kind, self.language = kind, language
        self.parts = parts_of(kind)
        self.headings = self._all_headings()

    def page(self) -> str:
        pieces = [f"# {self._say(f'title.{self.kind}')}", f"**{self._say(f'lead.{self.kind}')}**"]
        pieces += [f"<!-- {self._say('made')} -->", self._say(f"intro.{self.kind}")]
        for part in self.parts:
            pieces.append(f"{'###' if part.depth > 1 else '##'} {self.headings[part.name]}")
            pieces += [text for text in (self._around(part.name), self._short_form(part)) if text]
            pieces.append("\n".join([self._say("head"), "|---|---|---|", *self._rows(part.name)]))
        return "\n\n".join(pieces) + "\n"

    def _all_headings(self) -> dict[str, str]:
        """What each part is called: the words under which it stands in a file, and in what when that is not enough."""
        found: dict[str, str] = {self.kind: self._say("top")}
        taken = set[str]()
        for part in self.parts[1:]:
            words = dict.fromkeys(f"`{self._word(*each)}`" for each in part.under)
            parent = found[part.under[0][0]]
            found[part.name] = self._list(list(words), "and")
            if len(words) > _SEVERAL:
                found[part.name] = self._say("each_of", parent=parent)
            elif taken & words.keys():
                found[part.name] = self._say("of", name=found[part.name], parent=parent)
            taken |= words.keys()
        return found

    def _rows(self, name: str) -> Iterator[str]:
        required = _node(name).get("required", [])
        for field, inner in _fields(name):
            notes = [self._say("required")] if field in required else []
            if name == "Edition":
                notes += self._for_kinds(field)
            what = " ".join([f"`{self._word(name, field)}`", *notes])
            word = vocabulary.field_word(name, field)
            value = f"`{self.language}`" if field == "language" else self._value(inner)
            yield f"| {what} | {word.help(self.language)} | {value} |"

    def _for_kinds(self, field: str) -> list[str]:
        """Of which kinds of edition a field is, when not of all."""
        words = {value: word for word, value in vocabulary.values("EditionKind", self.language).items()}
        need = [f"`{words[kind.value]}`" for kind, fields in NEEDED.items() if field in fields]
        own = [f"`{words[kind.value]}`" for kind, fields in OF_KIND.items() if field in fields]
        said = [self._say("needed_by", kinds=self._list(need, "and"))] if need else []
        return said + ([self._say("only_for", kinds=self._list(own, "and"))] if own and own != need else [])

    def _short_form(self, part: Part) -> str:
        if part.name == "Change":
            words = {field: self._word("Change", field) for field in ("enters", "leaves")}
            return self._say("short_change", **words)
        if part.name not in MAIN_FIELD:
            return ""
        main = MAIN_FIELD[part.name]
        example = self._example(_node(part.name)["properties"][main])
        field = self._word(*part.under[0])
        whole = f"{field}: {{{self._word(part.name, main)}: {example}}}"
        return self._say("short", short=f"{field}: {example}", whole=whole)

    def _example(self, node: Node) -> str:
        """A word that may stand for a value."""
        for each in (node, *node.get("anyOf", [])):
            if "$ref" in each:
                return next(iter(vocabulary.values(each["$ref"].rpartition("/")[2], self.language)))
        return "…"

    def _value(self, node: Node) -> str:
        """What an author writes behind a field."""
        if "anyOf" in node:
            choices = [self._value(each) for each in node["anyOf"] if each.get("type") != "null"]
            return f" {self._say('or')} ".join(choices)
        if "$ref" in node:
            name = node["$ref"].rpartition("/")[2]
            if is_model(definitions()[name]):
                return self._say("see", link=self._link(name))
            return self._list([f"`{word}`" for word in vocabulary.values(name, self.language)], "or")
        if is_keyed(node):
            return self._say("per_id", value=self._value(keyed_value(node)))
        kind = node.get("type")
        if kind == "array":
            return self._several(node)
        if kind == "boolean":
            return self._list([f"`{word}`" for word in vocabulary.yes_no(self.language)], "or")
        return self._number(node) if kind == "integer" else self._text(node)

    def _several(self, node: Node) -> str:
        value, least = self._value(node["items"]), node.get("minItems", 0)
        if least > 1:
            return self._say("exactly" if node.get("maxItems") == least else "at_least", count=least, value=value)
        return self._say("several", value=value)

    def _number(self, node: Node) -> str:
        least, most, step = node["minimum"], node["maximum"], node.get("multipleOf")
        if least == most:
            return f"`{least}`"
        return self._say("steps" if step else "number", min=least, max=most, step=step)

    def _text(self, node: Node) -> str:
        if "pattern" in node:
            return self._say("ref" if node.get("description") == "ref" else f"shape.{PATTERNS[node['pattern']]}")
        longest = node["maxLength"]
        return self._say("prose" if longest > _LONG else "text", max=longest)

    def _link(self, name: str) -> str:
        heading = self.headings[name]
        return f"[{heading}](#{_anchor(heading)})"

    def _around(self, name: str) -> str:
        said = _wording()["part"].get(name)
        return said[self.language].strip() if said else ""

    def _word(self, model: str, field: str) -> str:
        return vocabulary.field_word(model, field).word(self.language)

    def _list(self, words: list[str], last: str) -> str:
        return ", ".join(words[:-1]) + f" {self._say(last)} " + words[-1] if len(words) > 1 else words[0]

    def _say(self, key: str, **values: object) -> str:
        said: Any = _wording()
        for each in key.split("."):
            said = said[each]
        text: str = said[self.language]
        return text.strip().format(**values) if values else text.strip()


def _anchor(heading: str) -> str:
    """The address of a heading within its page, as Markdown makes it (markdown.extensions.toc.slugify)."""
    return re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", heading).strip().lower())


@cache
def _wording() -> dict[str, Any]:
    return tomllib.loads(files("mensenwerk").joinpath("author", "reference.toml").read_text(encoding="utf-8"))
