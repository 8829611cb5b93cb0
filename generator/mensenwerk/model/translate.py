"""The author's words → the model's words, with every fault in place and a way back to the file.

Walks a document along the shape of the model. Keys and values of closed lists are looked up in the one
vocabulary; short forms become long ones. What the words mean together is checked afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from mensenwerk.model import vocabulary
from mensenwerk.model.elsewhere import elsewhere
from mensenwerk.model.shape import (
    MAIN_FIELD,
    Kind,
    Node,
    alternatives,
    definitions,
    is_keyed,
    is_model,
    keyed_value,
    root,
)
from mensenwerk.model.suggest import closest
from mensenwerk.problems import Language, Problems, Span
from mensenwerk.source import Document, Path, Plain, Scalar

_NOTHING: Any = object()


@dataclass(slots=True)
class Translation:
    """A case in the model's words. `places` leads from a path in the model to one in the file;
    `failed` holds the model paths whose fault has been told already."""

    data: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, Path] = field(default_factory=dict)
    failed: set[Path] = field(default_factory=set)


def translate(document: Document, problems: Problems, kind: Kind = "Case") -> Translation:
    """Translate a whole document; faults are noted, what is right is kept."""
    walk = _Walk(document, problems, kind)
    data = walk.model(document.data, root(kind), (), ())
    walk.result.data = data if isinstance(data, dict) else {}
    return walk.result


class _Walk:
    def __init__(self, document: Document, problems: Problems, kind: Kind) -> None:
        self.document = document
        self.kind: Kind = kind
        self.language = document.language
        self.other_language: Language = "en" if document.language == "nl" else "nl"
        self.problems = problems
        self.result = Translation()

    def fault(self, code: str, source: Path, target: Path, **values: str) -> Any:
        self.problems.add(code, self.document.span(source), **values)
        self.result.failed.add(target)
        return _NOTHING

    def value(self, value: Plain, node: Node, source: Path, target: Path) -> Any:
        """One value of any kind; `_NOTHING` where it is empty or wrong."""
        self.result.places[target] = source
        if value is None:
            return _NOTHING
        choices = alternatives(node)
        if len(choices) > 1:
            digits = isinstance(value, Scalar) and value.text.strip().isdigit()
            chosen = next(c for c in choices if (c.get("type") == "integer") == digits)
            if not digits and isinstance(value, Scalar):
                title = chosen["title"]
                return self.one_of(value.text, self.words(chosen), source, target, title=title, other="word-or-number")
            return self.value(value, chosen, source, target)
        node = choices[0]
        if is_model(node):
            return self.model(self.lengthen(value, node), node, source, target)
        if is_keyed(node):
            return self.keyed(value, node, source, target)
        if node.get("type") == "array":
            return self.items(value, node, source, target)
        return self.scalar(value, node, source, target)

    def lengthen(self, value: Plain, node: Node) -> Plain:
        """The long form of a short one."""
        if not isinstance(value, Scalar):
            return value
        title = node["title"]
        if title == "Change":
            for name in ("enters", "leaves"):
                if vocabulary.fold(value.text) == vocabulary.fold(self.word("Change", name)):
                    yes = next(iter(vocabulary.yes_no(self.language)))
                    return {self.word("Change", name): Scalar(yes, plain=True)}
        if title in MAIN_FIELD:
            return {self.word(title, MAIN_FIELD[title]): value}
        return value

    def word(self, model: str, name: str) -> str:
        return vocabulary.field_word(model, name).word(self.language)

    def model(self, value: Plain, node: Node, source: Path, target: Path) -> Any:
        title: str = node["title"]
        if not isinstance(value, dict):
            names = sorted(node.get("required", []), key=lambda name: name != "id") or list(node["properties"])[:3]
            fields = ", ".join(self.word(title, name) for name in names)
            return self.fault("fields-wanted", source, target, fields=fields)
        known = vocabulary.fields_by_word(title, tuple(node["properties"]), self.language)
        if "language" in node["properties"]:  # the one key that may be written in either language: it decides which
            known = {**known, "language": "language", "taal": "language"}
        result: dict[str, Any] = {}
        for key, inner in value.items():
            name = known.get(vocabulary.fold(key))
            if name is None:
                self.unknown_key(key, title, node, (*source, key), target)
            elif name in result:
                self.fault("key-twice", (*source, key), (*target, name), field=self.word(title, name))
            else:
                shape = node["properties"][name]
                if title == "Change" and name == "ties" and isinstance(inner, list):
                    found = self.fault("ties-by-id", (*source, key), (*target, name))
                elif title == "Change" and name == "ties" and self.is_one_tie(inner):
                    found = self.with_everyone(inner, shape, (*source, key), (*target, name))
                else:
                    found = self.value(inner, shape, (*source, key), (*target, name))
                if found is not _NOTHING:
                    result[name] = found
        return result

    def is_one_tie(self, value: Plain) -> bool:
        """Whether a change says something of a tie without saying with whom: `banden: {spanning: nee}`."""
        if not isinstance(value, dict):
            return isinstance(value, Scalar)
        names = definitions()["TieChange"]["properties"]
        fields = {vocabulary.fold(self.word("TieChange", name)) for name in names}
        return any(vocabulary.fold(key) in fields for key in value)

    def with_everyone(self, value: Plain, node: Node, source: Path, target: Path) -> Any:
        """A change in a tie that does not say with whom is about the tie with everyone."""
        self.result.places[target] = source
        found = self.value(value, keyed_value(node), source, (*target, "all"))
        return _NOTHING if found is _NOTHING else {"all": found}

    def unknown_key(self, key: str, title: str, node: Node, source: Path, target: Path) -> None:
        names = list(node["properties"])
        words = [self.word(title, name) for name in names]
        other = {vocabulary.fold(vocabulary.field_word(title, n).word(self.other_language)): n for n in names}
        by_fold = {vocabulary.fold(word): word for word in words}
        folded = vocabulary.fold(key)
        places = elsewhere(key, self.kind, self.language)
        span = self.document.span(source)
        if folded in other:  # the right field, in the other language
            close: str | None = vocabulary.fold(self.word(title, other[folded]))
        else:  # a field that stands in the wrong place is likelier than one that is very much misspelled
            close = closest(folded, by_fold, 0.8 if places else 0.7, self.problems)
        if close:
            self.problems.add("unknown-key-close", span, field=by_fold[close])
        elif places == ("",):
            self.problems.add("key-at-top", span)
        elif places:
            self.problems.add("key-elsewhere", span, places=", ".join(filter(None, places)))
        else:
            self.problems.add("unknown-key", span, fields=", ".join(words))
        self.result.failed.add((*target, key))

    def keyed(self, value: Plain, node: Node, source: Path, target: Path) -> Any:
        if not isinstance(value, dict):
            return self.fault("id-first", source, target)
        result: dict[str, Any] = {}
        for key, inner in value.items():
            name = self.reference(key)
            if name in result:
                field = vocabulary.everyone(self.language)
                self.fault("key-twice", (*source, key), (*target, name), field=field)
                continue
            found = self.value(inner, keyed_value(node), (*source, key), (*target, name))
            if found is not _NOTHING:
                result[name] = found
        return result

    def items(self, value: Plain, node: Node, source: Path, target: Path) -> Any:
        shape = node["items"]
        if isinstance(value, Scalar) and "," in value.text and _is_short(alternatives(shape)[0]):
            return self.fault("several-wanted", source, target)
        if not isinstance(value, list) or _is_one_list(value, shape):  # one where several may stand
            found = self.value(value, shape, source, (*target, 0))
            if found is _NOTHING:
                self.result.failed.add(target)  # told already: nothing more is missing here
                return _NOTHING
            return [found]
        result: list[Any] = []
        for index, inner in enumerate(value):
            item = (*target, len(result))
            told = len(self.problems.found)
            found = self.value(inner, shape, (*source, index), item)
            if found is not _NOTHING:
                result.append(found)
            elif len(self.problems.found) > told:
                self.result.failed.discard(item)  # the next item takes this path
                self.result.failed.add(target)
        return result

    def reference(self, text: str) -> str:
        return "all" if vocabulary.fold(text) == vocabulary.everyone(self.language) else text

    def scalar(self, value: Plain, node: Node, source: Path, target: Path) -> Any:
        if not isinstance(value, Scalar):
            code = "text-wanted"
            if isinstance(value, list):
                code = "text-not-list" if "maxLength" in node else "one-wanted"
            return self.fault(code, source, target)
        text = value.text.strip()
        kind = node.get("type")
        if kind == "boolean":
            return self.one_of(text, vocabulary.yes_no(self.language), source, target, title="Yes")
        if kind == "integer":
            digits = text.isascii() and text.isdigit() and len(text) < 6
            return int(text) if digits else self.fault("number-wanted", source, target)
        if "enum" in node and "title" in node and node["title"] in vocabulary_lists():
            return self.one_of(text, self.words(node), source, target, title=node["title"])
        if target == ("language",):
            known = text.casefold() in ("nl", "en")
            return self.language if known else self.fault("language", source, target)
        if node.get("description") == "ref":
            return self.reference(text)
        return " ".join(text.split()) if node.get("maxLength", 10**6) <= 300 else text

    def words(self, node: Node) -> dict[str, Any]:
        return vocabulary.values(node["title"], self.language)

    def one_of(
        self, text: str, words: dict[str, Any], source: Path, target: Path, *, title: str, other: str = "unknown-word"
    ) -> Any:
        """The model's word for one of a closed list (`title`); `other` is the finding where nothing comes close."""
        by_fold = {vocabulary.fold(word): word for word in words}
        folded = vocabulary.fold(text)
        if folded in by_fold:
            return words[by_fold[folded]]
        meant = vocabulary.meant(title, folded, self.other_language)
        close = next((word for word, value in words.items() if value == meant), None) if meant is not None else None
        if close is None:
            close = by_fold.get(closest(folded, by_fold, 0.6, self.problems) or "")
        choices = ", ".join(words)
        if close:
            return self.fault("unknown-word-close", source, target, word=close, words=choices)
        return self.fault(other, source, target, words=choices)


def _is_short(shape: Node) -> bool:
    """A word of a list or an id: with a comma in it, it is several."""
    return "enum" in shape or "pattern" in shape


def _is_one_list(value: list[Plain], shape: Node) -> bool:
    """`groepen: [zus, oma]` where lists of ids are asked: one group, not two of one."""
    return shape.get("type") == "array" and bool(value) and all(isinstance(each, Scalar) for each in value)


@cache
def vocabulary_lists() -> frozenset[str]:
    """Names of the closed word lists."""
    return frozenset(name for name, node in definitions().items() if "enum" in node)


def place(translation: Translation, document: Document, path: Path) -> Span:
    """Where in the file a path of the model stands, or the nearest thing around it."""
    while path and path not in translation.places:
        path = path[:-1]
    return document.span(translation.places.get(path, ()))
