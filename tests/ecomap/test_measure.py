"""Lines of a label are even, fit their limit and lose nothing on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mensenwerk.ecomap.measure import ELLIPSIS, LOOSE, text_width, wrap


def test_widths_are_those_of_arial() -> None:
    assert text_width("Hallo", 10) == pytest.approx(7.22 + 5.56 + 2.22 + 2.22 + 5.56)
    assert text_width("i", 10, bold=True) > text_width("i", 10)


def test_two_lines_are_balanced() -> None:
    assert wrap("de collega uit de bakkerij", 13, 120) == ("de collega", "uit de bakkerij")


def test_an_article_stays_with_its_noun() -> None:
    assert wrap("de wijkverpleegkundige", 14, 132, bold=True)[0].startswith("de wijk")


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    rows = wrap("zus " * 60, 13, 100, lines=3)
    assert len(rows) == 3
    assert rows[-1].endswith(ELLIPSIS)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=120), st.integers(1, 4))
def test_lines_fit_and_keep_the_text(text: str, lines: int) -> None:
    rows = wrap(text, 13, 110.0, lines=lines)
    assert len(rows) <= lines
    assert all(text_width(row, 13) <= 110.0 * LOOSE + 13 for row in rows)
    if rows and not rows[-1].endswith(ELLIPSIS):
        kept = "".join(rows).replace(" ", "").replace("-", "")
        assert all(letter in kept for letter in "".join(text.split()) if letter.isalnum())
