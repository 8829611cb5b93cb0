"""A case written in Dutch and the same case written in English are one case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from mensenwerk.model import vocabulary
from mensenwerk.model.case import Case, Model
from mensenwerk.model.shape import MAIN_FIELD, Node, alternatives, is_keyed, is_model, keyed_value, root

ROOT = Path(__file__).parents[2]
EVERY_FIELD = ROOT / "tests" / "fixtures" / "every-field.en.yaml"
CASES = ROOT / "content" / "cases"
TRANSLATED = sorted(path.name for path in CASES.glob("*.yaml") if "\ntranslation_of: " in path.read_text("utf-8"))


def _words(name: str) -> dict[str, str]:
    dutch = {value: word for word, value in vocabulary.values(name, "nl").items()}
    return {word: dutch[value] for word, value in vocabulary.values(name, "en").items()}


def _in_dutch(value: Any, node: Node) -> Any:
    """An English case as plain data → the same case in Dutch words, looked up one by one."""
    choices = alternatives(node)
    node = next((c for c in choices if (c.get("type") == "integer") == str(value).isdigit()), choices[0])
    if isinstance(value, list):
        inner = node.get("items", node)
        return [_in_dutch(each, inner) for each in value]
    if node.get("type") == "array":
        return _in_dutch(value, node["items"])
    if isinstance(value, dict) and is_model(node):
        title = node["title"]
        names = {vocabulary.field_word(title, name).en: name for name in node["properties"]}
        if title == "Change" and "ties" in value and "tension" in value["ties"]:  # without saying with whom
            tie = root()["$defs"]["TieChange"]
            rest = {key: inner for key, inner in value.items() if key != "ties"}
            return {**_in_dutch(rest, node), "banden": _in_dutch(value["ties"], tie)}
        return {
            vocabulary.field_word(title, names[key]).nl: _in_dutch(inner, node["properties"][names[key]])
            for key, inner in value.items()
        }
    if isinstance(value, dict):
        assert is_keyed(node)
        return {"allen" if k == "all" else k: _in_dutch(v, keyed_value(node)) for k, v in value.items()}
    if is_model(node):  # a short form
        if node["title"] == "Change":
            return vocabulary.field_word("Change", value).nl
        return _in_dutch(value, node["properties"][MAIN_FIELD[node["title"]]])
    if node.get("type") == "boolean":
        return _words("Yes")[value]
    if node.get("title") == "Language":
        return "nl"
    if "enum" in node:
        return _words(node["title"])[value]
    return "allen" if node.get("description") == "ref" and value == "all" else value


_FREE = {
    *("title", "lead", "themes", "who", "meaning", "own_voice", "how", "talents", "what", "word", "moment", "when"),
    *("noticed", "longing", "in_between", "experience", "text", "story", "questions", "role", "on_one_hand"),
    *("on_other_hand", "professional", "organisation", "municipality"),
}


def _blanked(value: Any) -> Any:
    """A model without its free texts: what is left is what the two languages must agree on."""
    if isinstance(value, Model):
        own = ("id", "language", "translation_of") if isinstance(value, Case) else ()
        named = sorted(value.model_fields_set - set(own))
        fields = {name: getattr(value, name) for name in named}
        return {
            k: len(v) if k in _FREE and isinstance(v, tuple) else ("…" if k in _FREE else _blanked(v))
            for k, v in fields.items()
        }
    if isinstance(value, tuple):
        return [_blanked(each) for each in value]
    if isinstance(value, dict):
        return {key: _blanked(each) for key, each in value.items()}
    return "…" if isinstance(value, str) and " " in value else value  # someone who is not on the map


def test_a_case_translated_word_for_word_gives_the_same_model(read: Any) -> None:
    english = EVERY_FIELD.read_text(encoding="utf-8")
    plain = yaml.load(english, Loader=yaml.BaseLoader)  # noqa: S506 - our own file, and only texts come out
    dutch = yaml.safe_dump(_in_dutch(plain, root()), allow_unicode=True, sort_keys=False)
    assert "kringen" not in dutch
    assert "oud-collega's" in dutch
    first, found = read(english)
    assert found == []
    second, found = read(dutch)
    assert found == []
    assert (first.case.language, second.case.language) == ("en", "nl")
    assert first.case.model_copy(update={"language": "nl"}) == second.case


def test_the_case_of_every_field_leaves_none_out(read: Any) -> None:
    case, _ = read(EVERY_FIELD.read_text(encoding="utf-8"))
    used: set[tuple[str, str]] = set()

    def walk(value: Any) -> None:
        if isinstance(value, Model):
            used.update((type(value).__name__, name) for name in value.model_fields_set)
            for name in value.model_fields_set:
                walk(getattr(value, name))
        elif isinstance(value, tuple):
            for each in value:
                walk(each)
        elif isinstance(value, dict):
            for each in value.values():
                walk(each)

    walk(case.case)
    definitions = {"Case": root(), **root()["$defs"]}
    fields = {(name, field) for name, node in definitions.items() for field in node.get("properties", {})}
    assert fields - used == {("TieChange", "energy"), ("TieChange", "word"), ("TieChange", "state")}  # as in Tie


@pytest.mark.parametrize("name", TRANSLATED)
def test_a_sample_case_and_its_translation_differ_in_words_only(read: Any, name: str) -> None:
    english, found = read((CASES / name).read_bytes())
    assert found == []
    dutch, _ = read((CASES / f"{english.case.translation_of}.yaml").read_bytes())
    assert _blanked(dutch.case) == _blanked(english.case)


def test_there_are_cases_in_both_languages() -> None:
    assert len(TRANSLATED) >= 4


def test_an_english_word_in_a_dutch_case_is_answered_with_the_dutch_one(read: Any, case_yaml: Any) -> None:
    _, found = read(case_yaml("nl", "people: []\n"))
    assert [str(p) for p in found] == ["casus.yaml:5:1: Dit veld kennen we hier niet. Bedoelde u «mensen»?"]
    _, found = read(case_yaml("en", "mensen: []\n"))
    assert [str(p) for p in found] == ["casus.yaml:5:1: This field is not known here. Did you mean “people”?"]
