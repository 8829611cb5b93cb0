"""The second opinion of `deduce`, where it is installed: it adds, it never takes away, and it stays quiet."""

from __future__ import annotations

import logging
from pathlib import Path

import platformdirs
import pytest

from mensenwerk.guards.detect import Category, detect
from mensenwerk.guards.detect.second_opinion import installed, second_opinion

pytestmark = pytest.mark.skipif(not installed(), reason="deduce is not installed: pip install 'mensenwerk[deduce]'")

NAMED = "Gisteren belde Jan Hendriks uit Drenthe met haar broer."


def test_a_dutch_name_is_seen_and_what_is_no_ones_is_not() -> None:
    (hit,) = second_opinion(NAMED, "nl")
    assert (NAMED[hit.start : hit.end], hit.category, hit.sure) == ("Jan Hendriks", Category.NAME, False)
    assert list(second_opinion("Pas na drie maanden, in de tuin, werd het lente in Drenthe.", "nl")) == []


def test_what_the_case_declares_and_another_language_are_left_alone() -> None:
    assert list(second_opinion("Mevrouw Hendriks kwam.", "nl", frozenset({"Hendriks", "Mevrouw"}))) == []
    assert list(second_opinion(NAMED, "en")) == []


def test_it_only_adds() -> None:
    text = "Ayşe Yılmaz belt Jan Hendriks op 06-12345678."
    assert {hit.category for hit in detect(text, "nl")} >= {Category.NAME, Category.PHONE}


def test_it_says_nothing_of_what_it_reads(capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> None:
    level = logging.getLogger().level
    list(second_opinion(NAMED, "nl"))
    logging.getLogger("other").debug("not told")
    assert logging.getLogger().level == level
    assert "".join(capfd.readouterr()) == ""
    assert "Hendriks" not in caplog.text


def test_what_it_keeps_lies_in_a_folder_of_the_author_alone() -> None:
    list(second_opinion(NAMED, "nl"))
    (kept,) = Path(platformdirs.user_cache_dir("mensenwerk", appauthor=False)).glob("deduce-*")
    assert kept.stat().st_mode & 0o077 == 0
    import deduce

    assert not list(Path(deduce.__file__).parent.rglob("*.pickle"))
