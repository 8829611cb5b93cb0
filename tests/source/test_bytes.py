"""Bytes → text: sizes, encodings, line ends, and characters that cannot be seen."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mensenwerk.model import read_case
from mensenwerk.problems import Problems
from mensenwerk.source import read_text
from mensenwerk.source.text import MAX_BYTES, decode


def _decode(raw: bytes) -> tuple[str | None, list[tuple[str, int, int]]]:
    problems = Problems()
    text = decode(raw, "a.yaml", problems)
    return text, [(p.code, p.span.line, p.span.column) for p in problems.found]


@pytest.mark.parametrize("raw", [b"\xef\xbb\xbfa: b\n", b"a: b\r\n", b"a: b\r", b"\xef\xbb\xbfa: b\r\n"])
def test_a_byte_order_mark_and_other_line_ends_are_accepted(raw: bytes) -> None:
    assert _decode(raw) == ("a: b\n", [])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_other_unicode_encodings_are_named_at_the_start(encoding: str) -> None:
    assert _decode("titel: De kaart\n".encode(encoding)) == (None, [("not-utf8", 1, 1)])


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_latin_1_is_named_where_it_first_shows(mark: bytes, end: bytes) -> None:
    raw = mark + b"a: b" + end + "c: één ".encode() + "café".encode("latin-1")
    assert _decode(raw) == (None, [("not-utf8", 2, 11)])


def test_a_file_may_be_as_large_as_the_limit_and_no_larger() -> None:
    assert _decode(b"#" * MAX_BYTES)[1] == []
    assert _decode(b"#" * (MAX_BYTES + 1)) == (None, [("file-too-large", 0, 0)])
    assert _decode(b"\xff" * 2_000_000)[1] == [("file-too-large", 0, 0)]


@pytest.mark.parametrize("raw", [b"", b"\n", b"  \n \n", b"\xef\xbb\xbf", b"\r\n"])
def test_an_empty_file_is_said_to_be_empty(raw: bytes) -> None:
    assert _decode(raw) == (None, [("file-empty", 0, 0)])


@pytest.mark.parametrize("raw", [b"# later\n", b"---\n", b"~\n", b"null\n"])
def test_a_file_with_nothing_in_it_is_said_to_be_empty(raw: bytes) -> None:
    problems = Problems()
    assert read_text(raw, "a.yaml", problems) is None
    assert [p.code for p in problems.found] == ["file-empty"]


_FORMAT = "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069\ufeff\U000e0041"
_BLANK = "\u034f\u115f\u1160\u2800\u3164\uffa0"
_CONTROL = "\x00\x01\x07\x08\x0b\x0c\x1b\x1f\x7f\x80\x85\x9f\ufffe\uffff"


@pytest.mark.parametrize("character", _FORMAT + _BLANK, ids=lambda c: f"U+{ord(c):04X}")
def test_a_character_that_cannot_be_seen_is_named_with_its_place(character: str) -> None:
    filler = "x" * 80
    assert _decode(f"a: {filler}\nb: é{character}c\n".encode()) == (None, [("unseen-character", 2, 5)])


@pytest.mark.parametrize("character", _CONTROL, ids=lambda c: f"U+{ord(c):04X}")
def test_a_control_character_is_refused_with_its_place(character: str) -> None:
    filler = "x" * 80
    assert _decode(f"a: {filler}\nb: é{character}c\n".encode()) == (None, [("control-character", 2, 5)])


@pytest.mark.parametrize("text", ["ééñ ü ß İ", "😀 ❤️ ✓", "日本 العربية", "a\u00a0b – ’s «x» “y”", "tekst\tmet tab"])
def test_ordinary_characters_of_any_script_are_read(text: str) -> None:
    assert _decode(f"a: {text}\n".encode())[1] == []


def test_every_line_with_a_fault_is_told() -> None:
    raw = "a:\n\tb: c\n \t d: e\nf: \u200bg\n".encode()
    assert _decode(raw)[1] == [("tab-indent", 2, 1), ("tab-indent", 3, 2), ("unseen-character", 4, 4)]


def test_a_hard_space_that_looks_like_an_indent_is_named() -> None:
    assert _decode("a:\n \u00a0b: c\n".encode())[1] == [("unseen-character", 2, 2)]


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=120).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_at_all_raise_and_every_refusal_has_a_reason(raw: bytes) -> None:
    problems = Problems()
    document = read_text(raw, "a.yaml", problems)
    assert document is not None or problems.found
    if document is not None:
        assert read_case(document, problems) is not None or problems.found
