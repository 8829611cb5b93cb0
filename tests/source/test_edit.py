"""A value is put into a file, and every other character stays as the author wrote it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commands import ROOT
from mensenwerk.source import CannotEditError, put, replace_file

FLOW = "a: 1\np: {x: y, r: {rol: docent, maand: 2026-05}} # waarom\nb: 2\n"
BLOCK = """\
# kop
p:
  x: y   # waarom

  r:
    rol: docent

    # nog iets
  lang: >-
    Twee regels
    tekst.

# staart
b: [1, 2]
"""


@pytest.mark.parametrize(
    ("text", "path", "value", "expected"),
    [
        (FLOW, ("p", "r"), ["{rol: x}"], FLOW.replace("{rol: docent, maand: 2026-05}", "{rol: x}")),
        (FLOW, ("p", "r", "tekst"), ["'ab'"], FLOW.replace("2026-05}", "2026-05, tekst: 'ab'}")),
        (FLOW, ("p", "n"), ["1"], FLOW.replace("}} #", "}, n: 1} #")),
        (BLOCK, ("p", "x"), ["z"], BLOCK.replace("x: y ", "x: z ")),
        (BLOCK, ("p", "r", "rol"), ['"a: b"'], BLOCK.replace("rol: docent", 'rol: "a: b"')),
        (BLOCK, ("p", "r"), ["{rol: x}"], BLOCK.replace("r:\n    rol: docent", "r: {rol: x}")),
        (BLOCK, ("p", "lang"), ["kort"], BLOCK.replace("lang: >-\n    Twee regels\n    tekst.", "lang: kort")),
        (BLOCK, ("p", "v"), ["- {a: 1}", "- {b: 2}"], BLOCK.replace("    tekst.\n", "    tekst.\n  v:\n    - {a: 1}\n    - {b: 2}\n")),
        (BLOCK, ("c",), ["- {a: 1}"], BLOCK + "c:\n  - {a: 1}\n"),
        (FLOW, ("p", "n"), ["- {a: 1}", "- {b: 2}"], FLOW.replace("}} #", "}, n: [{a: 1}, {b: 2}]} #")),
        (BLOCK, ("c",), ["3"], BLOCK + "c: 3\n"),
        ("p: {}\n", ("p", "a"), ["1"], "p: {a: 1}\n"),
    ],
)  # fmt: skip
def test_only_the_wanted_place_changes(text: str, path: tuple[str, ...], value: list[str], expected: str) -> None:
    assert put(text.encode(), path, value).decode() == expected


def test_byte_order_mark_and_windows_line_ends_stay() -> None:
    raw = b"\xef\xbb\xbf" + FLOW.replace("\n", "\r\n").encode()
    found = put(raw, ("p", "v"), ["1"])
    assert found == raw.replace(b"}} #", b"}, v: 1} #")


@pytest.mark.parametrize("path", [("q", "r"), ("p", "x", "z"), ("b", "c")])
def test_a_place_that_is_not_there_is_refused(path: tuple[str, ...]) -> None:
    with pytest.raises(CannotEditError):
        put(BLOCK.encode(), path, ["1"])


@pytest.mark.parametrize("value", ["a\nb: 3", "x}, y: {", "1 # \nz: 2"])
def test_a_value_that_would_change_something_else_is_refused(value: str) -> None:
    with pytest.raises(CannotEditError):
        put(FLOW.encode(), ("p", "x"), [value])


@settings(max_examples=30)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=30))
def test_any_quoted_text_can_be_put_into_a_sample_case(text: str) -> None:
    raw = (ROOT / "content/cases/dinsdag-en-vrijdag.yaml").read_bytes()
    quoted = json.dumps(text, ensure_ascii=False)
    changed = put(raw, ("publicatie", "beoordeling"), [f"{{rol: {quoted}}}"])
    assert len(changed.splitlines()) == len(raw.splitlines())


def test_a_file_keeps_its_mode_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    path.chmod(0o640)
    replace_file(path, b"a: 2\n")
    assert path.read_text(encoding="utf-8") == "a: 2\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in tmp_path.iterdir()] == ["a.yaml"]
