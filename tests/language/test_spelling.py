"""Every text that people read holds words that a dictionary knows, or that stand in our own short list."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from prose import Prose, all_prose, words

DICTIONARIES = {"nl": "nl_NL", "en": "en_GB"}
HERE = Path(__file__).parent


@cache
def own_words(language: str) -> frozenset[str]:
    """The words of our own list: one a line, `#` begins a remark."""
    lines = (HERE / f"words.{language}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if (word := line.partition("#")[0].strip()))


@pytest.fixture(scope="session")
def hunspell() -> str:
    """The program, with both dictionaries. Without it these tests are skipped, unless MENSENWERK_REQUIRE_HUNSPELL=1."""
    found = shutil.which("hunspell")
    missing = None if found else "hunspell is not on this machine"
    for dictionary in DICTIONARIES.values():
        if found and not missing and unknown(found, dictionary, {"ja", "yes"}) == {"ja", "yes"}:
            missing = f"hunspell has no dictionary {dictionary}"
    if missing:
        reason = f"{missing}; install it, for example: apt install hunspell hunspell-nl hunspell-en-gb"
        if os.environ.get("MENSENWERK_REQUIRE_HUNSPELL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return str(found)


def unknown(program: str, dictionary: str, asked: set[str]) -> set[str]:
    """Those that the dictionary does not know."""
    done = subprocess.run(
        [program, "-d", dictionary, "-i", "utf-8", "-l"],
        input="\n".join(sorted(asked)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return set(done.stdout.split()) if done.returncode == 0 else asked


@pytest.mark.parametrize("prose", list(all_prose()), ids=lambda prose: f"{prose[0]}-{prose[1]}")
def test_every_word_is_known(hunspell: str, prose: Prose) -> None:
    name, language, text = prose
    strange = unknown(hunspell, DICTIONARIES[language], words(text)) - own_words(language)
    assert sorted(strange) == [], f"{name}: mend these words, or add what is right to words.{language}.txt"


@pytest.mark.parametrize("language", list(DICTIONARIES))
def test_our_own_list_holds_only_words_that_are_used(language: str) -> None:
    used = {
        part for _, spoken, text in all_prose() if spoken == language for word in words(text) for part in _parts(word)
    }
    assert sorted(own_words(language) - used) == []


def _parts(word: str) -> set[str]:
    return {word, *word.split("-")}


def test_a_misspelled_word_is_seen(hunspell: str) -> None:
    assert unknown(hunspell, "nl_NL", words("De buurvrouw en de ‘buurvruow’, ’s avonds.")) == {"buurvruow"}
    assert unknown(hunspell, "en_GB", words("A neighbour, and “a neihgbour”.")) == {"neihgbour"}
