"""The little grammar behind sentences about people."""

from __future__ import annotations

import pytest

from mensenwerk.pages.grammar import called, clauses_of, is_plural, names_of, sentence
from mensenwerk.problems import Language


@pytest.mark.parametrize(
    ("who", "language", "said"),
    [
        ([], "nl", ""),
        (["haar zus"], "nl", "haar zus"),
        (["haar zus", "oma"], "nl", "haar zus en oma"),
        (["haar zus", "oma", "de buurvrouw"], "nl", "haar zus, oma en de buurvrouw"),
        (["her sister", "gran", "the neighbour"], "en", "her sister, gran and the neighbour"),
        (["opa en oma", "de buurvrouw"], "nl", "opa en oma, en de buurvrouw"),
        (["the neighbour", "gran and grandad"], "en", "the neighbour, and gran and grandad"),
    ],
)
def test_an_enumeration_reads_as_people_say_it(who: list[str], language: Language, said: str) -> None:
    assert names_of(who, language) == said


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (["is er | vaker contact"], "is er vaker contact"),
        (["is er | vaker contact", "is er | geen spanning meer"], "is er vaker contact en geen spanning meer"),
        (["is er | spanning", "werd de band losser"], "is er spanning en werd de band losser"),
        (["is er | a", "is er | b", "werd de band losser"], "is er a en b, en werd de band losser"),
    ],
)
def test_what_begins_in_the_same_way_begins_once(told: list[str], said: str) -> None:
    assert clauses_of(told, "nl") == said


@pytest.mark.parametrize(
    ("text", "begun"),
    [("haar zus", "Haar zus"), ("ijsclub", "IJsclub"), ("één", "Één"), ("", ""), ("Ria", "Ria")],
)
def test_a_sentence_begins_with_a_capital(text: str, begun: str) -> None:
    assert sentence(text) == begun


@pytest.mark.parametrize(
    ("who", "language", "plural"),
    [
        ("de ouders op het plein", "nl", True),
        ("de kleintjes van het voetbal", "nl", True),
        ("haar collega’s", "nl", True),
        ("de mensen van de donderdag", "nl", True),
        ("het gezin van driehoog", "nl", False),
        ("de klas", "nl", False),
        ("de familie-app", "nl", False),
        ("Buren", "nl", False),
        ("the people of Thursday", "en", True),
        ("the parents at the gate", "en", True),
        ("the class", "en", False),
        ("the choir of old friends", "en", False),
    ],
)
def test_a_group_is_one_or_many_by_its_noun(who: str, language: Language, plural: bool) -> None:
    assert is_plural(who, language) is plural


def test_someone_is_called_by_the_words_before_where_they_are_from() -> None:
    assert called("haar oudste vriendin van de camping") == {"oudste", "vriendin"}
    assert called("Mirjam") == set()
