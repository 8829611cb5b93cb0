"""YAML events → plain data: what it holds, where it stands, and what is refused before it is built."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mensenwerk.problems import Problems
from mensenwerk.source import Plain, Scalar
from mensenwerk.source import compose as composing
from mensenwerk.source.compose import MAX_DEPTH, MAX_EVENTS, Composed, compose
from mensenwerk.source.text import unseen


@pytest.fixture(params=["the C loader", "the Python loader"])
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both loaders that PyYAML may offer: it is built without the C one on some machines."""
    if request.param == "the Python loader":
        monkeypatch.setattr(composing, "_Loader", yaml.SafeLoader)
    elif not hasattr(yaml, "CSafeLoader"):
        pytest.skip("PyYAML was built without its C loader")


def _compose(text: str) -> tuple[Composed, list[tuple[str, int, int]]]:
    problems = Problems()
    composed = compose(text, "a.yaml", problems)
    return composed, [(p.code, p.span.line, p.span.column) for p in problems.found]


def _bare(value: Plain) -> Any:
    """The same data without what YAML looked like."""
    if isinstance(value, dict):
        return {key: _bare(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_bare(inner) for inner in value]
    return value.text if isinstance(value, Scalar) else None


@pytest.mark.usefixtures("_loader")
def test_every_key_and_item_has_its_place() -> None:
    text = "é: 1\n😀b:\n  - x: [p, q]\n    'y': {z: 1}\n  -   t\n"
    composed, found = _compose(text)
    assert found == []
    places = {path: (span.line, span.column) for path, span in composed.spans.items()}
    assert places == {
        (): (1, 1),
        ("é",): (1, 1),
        ("😀b",): (2, 1),
        ("😀b", 0): (3, 5),
        ("😀b", 0, "x"): (3, 5),
        ("😀b", 0, "x", 0): (3, 9),
        ("😀b", 0, "x", 1): (3, 12),
        ("😀b", 0, "y"): (4, 5),
        ("😀b", 0, "y", "z"): (4, 11),
        ("😀b", 1): (5, 7),
    }


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize(
    "word",
    ["no", "yes", "on", "012345", "0x1F", "1_000", ".nan", ".inf", "2026-05-01", "12:30", "1e3", "false", "=", "3.10"],
)
def test_what_yaml_would_guess_at_stays_text(word: str) -> None:
    composed, found = _compose(f"land: {word}\n")
    assert found == []
    assert composed.data == {"land": Scalar(word, plain=True)}


@pytest.mark.parametrize("empty", ["", " ~", " null"])
def test_nothing_written_is_nothing(empty: str) -> None:
    assert _compose(f"a:{empty}\n")[0].data == {"a": None}


def test_a_quoted_word_is_never_nothing() -> None:
    assert _compose('a: "null"\nb: ""\n')[0].data == {"a": Scalar("null", False), "b": Scalar("", False)}


_BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20)
)
_HOSTILE = {
    "an anchor": ("a: &x y\n", "alias", 1, 4),
    "an anchor on a list": ("a: &x [y]\n", "alias", 1, 4),
    "an alias": ("a: b\nc: *x\n", "alias", 2, 4),
    "an alias as a key": ("*x : b\n", "alias", 1, 1),
    "a billion laughs": (_BOMB, "alias", 1, 4),
    "a merge key": ("a: b\n<<: {c: d}\n", "alias", 2, 1),
    "a star that opens a text": ("a: *Altijd* fijn\n", "alias", 1, 4),
    "an ampersand that opens a text": ("a: &; meer\n", "alias", 1, 4),
    "a Python tag": ("a: !!python/object/apply:os.system [ls]\n", "tag", 1, 4),
    "a standard tag": ("a: !!str b\n", "tag", 1, 4),
    "a local tag": ("a: !x b\n", "tag", 1, 4),
    "the empty tag": ("a: ! b\n", "tag", 1, 4),
    "an unknown handle": ("a: !x!y b\n", "tag", 1, 4),
    "a tag on a mapping": ("!x\na: b\n", "tag", 1, 1),
    "a second document": ("a: b\n---\nc: d\n", "several-documents", 2, 1),
    "a list as a key": ("? [a]\n: b\n", "key-not-a-word", 1, 3),
    "braces of a template": ("a: {{ b }}\n", "key-not-a-word", 1, 5),
    "a colon too many": ("a: b: c\n", "yaml-colon", 1, 5),
    "an indent too far": ("a: b\n c: d\n", "yaml-too-far", 2, 2),
    "an indent too little": ("a:\n  b: c\n d: e\n", "yaml-indent", 3, 2),
    "a dash among fields": ("a: b\n- c\n", "yaml-indent", 2, 1),
    "a field among dashes": ("- a\nb: c\n", "yaml-indent", 2, 1),
    "a line without a colon": ("a: b\nfoo\nc: d\n", "no-colon", 2, 1),
    "an apostrophe that opens": ("a: 's avonds\nb: c\n", "yaml-quote", 1, 4),
    "a bracket that stays open": ("a: [b, c\nd: e\n", "yaml-bracket", 1, 4),
    "a brace that stays open": ("a: {b: c\nd: e\n", "yaml-bracket", 1, 4),
    "words behind a quoted text": ('a: "b" c\n', "yaml-rest", 1, 8),
    "an at sign that opens a text": ("a: @home\n", "yaml-start", 1, 4),
    "a control character as escape": ('a: "x\\0"\n', "control-character", 1, 4),
    "a direction mark as escape": ('a:\n  - "\\u202E"\n', "unseen-character", 2, 5),
}


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize(("text", "code", "line", "column"), _HOSTILE.values(), ids=_HOSTILE)
def test_what_a_case_never_needs_is_named_with_its_place(text: str, code: str, line: int, column: int) -> None:
    assert _compose(text)[1] == [(code, line, column)]


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize("escape", ["\\m", "\\UFFFFFFFF", "\\ud800", "\\U00110000"])
def test_an_escape_that_is_no_character_is_refused(escape: str) -> None:
    found = _compose(f'a: "{escape}"\n')[1]
    assert [code for code, _, _ in found] in (["yaml-escape"], ["yaml-syntax"], ["unseen-character"])


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 20_000, 200_000])
@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused_where_it_gets_too_deep(opening: str, depth: int) -> None:
    composed, found = _compose(opening * depth)
    assert not composed.complete
    # libyaml since 2026 has a limit of its own (a thousand brackets), which it meets before any event comes out
    assert [(code, line) for code, line, _ in found] == [("too-deep", 1)]
    assert found[0][2] in (MAX_DEPTH * len(opening) + 1, 1001)


@pytest.mark.usefixtures("_loader")
def test_deep_nesting_in_keys_is_refused_at_the_first() -> None:
    assert _compose("? " * 100_000)[1] == [("key-not-a-word", 1, 3)]


def test_a_block_that_steps_in_too_often_is_refused() -> None:
    text = "".join(" " * i + "a:\n" for i in range(MAX_DEPTH + 5))
    assert _compose(text)[1] == [("too-deep", MAX_DEPTH + 1, MAX_DEPTH + 1)]


def test_as_deep_as_allowed_is_read() -> None:
    assert _compose("[" * MAX_DEPTH + "]" * MAX_DEPTH)[1] == []


def test_too_many_parts_are_refused_and_as_many_as_allowed_are_read() -> None:
    frame = 6  # the stream, the document and the list each begin and end
    assert _compose("[" + "a," * (MAX_EVENTS - frame) + "]")[1] == []
    found = _compose("[" + "a," * (MAX_EVENTS - frame + 1) + "]")[1]
    assert [code for code, _, _ in found] == ["too-many-values"]


def test_a_double_key_keeps_the_first_and_reading_goes_on() -> None:
    composed, found = _compose("a: {x: 1}\nb: 2\na: {x: 3, y: [4]}\nb: 5\n")
    assert found == [("duplicate-key", 3, 1), ("duplicate-key", 4, 1)]
    assert _bare(composed.data) == {"a": {"x": "1"}, "b": "2"}
    assert composed.complete
    assert composed.spans["a", "x"].line == 1
    assert ("a", "y") not in composed.spans


def test_a_double_key_names_the_line_of_the_first() -> None:
    problems = Problems()
    compose("a: 1\nb: 2\na: 3\n", "a.yaml", problems)
    assert problems.found[0].values == (("line", "1"),)


_words = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12).filter(lambda w: not unseen(w))
_nested = st.recursive(
    _words, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_words, inner, max_size=4), max_leaves=20
)


@settings(max_examples=60, deadline=None)
@given(_nested, st.booleans())
def test_plain_nested_data_comes_back_as_it_was_written(data: Any, flow: bool) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, default_style='"')
    composed, found = _compose(text.replace("!!null ", ""))
    if [code for code, _, _ in found] == ["too-deep"]:
        return
    assert found == []
    assert _bare(composed.data) == data


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab:-[]{}'\"&*!?|>%@`#,\\ \n\t0~<é\u202e", max_size=60))
def test_no_text_at_all_raises(text: str) -> None:
    composed, found = _compose(text)
    assert composed.complete or found
