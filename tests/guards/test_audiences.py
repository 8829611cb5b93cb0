"""The table that a privacy officer reads says what the code does."""

from __future__ import annotations

import re

from commands import ROOT
from mensenwerk.guards.audiences import BUDGET, REFUSALS, REFUSED_BECAUSE, Outcome, outcome
from mensenwerk.guards.detect import Category
from mensenwerk.model.words import Audience, Origin

PAGE = (ROOT / "content/pages/privacy.md").read_text(encoding="utf-8")
WORDS = {
    "weggelaten": Outcome.LEFT_OUT,
    "geweigerd": Outcome.BLOCK,
    "lezen": Outcome.REVIEW,
    "gewaarschuwd": Outcome.WARN,
    "gemeld": Outcome.TELL,
    "–": Outcome.NONE,
}
NUMBERS = {4: "vier", 6: "zes"}


def test_the_page_has_the_table_of_the_code() -> None:
    rows = re.findall(r"^\| (\d+) \| .+? \| (\S+) \| (\S+) \| (\S+) \| (\S+) \|$", PAGE, re.MULTILINE)
    said = {
        int(number): (*(WORDS[word] for word in words[:3]), None if words[3] == "hetzelfde" else WORDS[words[3]])
        for number, *words in rows
    }
    done = {n: (each.public, each.professional, each.internal, each.fiction) for n, each in REFUSALS.items()}
    assert said == done


def test_the_page_explains_every_outcome_and_names_the_budget() -> None:
    for word in WORDS:
        assert f"- **{word}**" in PAGE
    assert f"ten hoogste {NUMBERS[BUDGET[Audience.PUBLIC]]} samen" in PAGE
    assert f"in een boek voor professionals {NUMBERS[BUDGET[Audience.PROFESSIONAL]]}" in PAGE


def test_every_category_belongs_to_a_refusal() -> None:
    assert REFUSED_BECAUSE.keys() == set(Category)


def test_what_is_not_sure_is_looked_at_and_never_blocked_without_appeal() -> None:
    for category in Category:
        for audience in Audience:
            for origin in Origin:
                assert outcome(category, False, audience, origin) is not Outcome.BLOCK


def test_fiction_is_never_held_to_more() -> None:
    order = [Outcome.NONE, Outcome.TELL, Outcome.WARN, Outcome.REVIEW, Outcome.BLOCK, Outcome.LEFT_OUT]
    for refusal in REFUSALS.values():
        for audience in Audience:
            real, fiction = (refusal.outcome(audience, each) for each in (Origin.REAL, Origin.FICTIONAL))
            assert order.index(fiction) <= order.index(real)
            assert refusal.outcome(audience, Origin.COMPOSITE) is real
