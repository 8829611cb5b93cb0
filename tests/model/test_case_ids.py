"""Ids: lower-case letters, digits and hyphens, and nothing by which a file could end up elsewhere."""

from __future__ import annotations

import json
from typing import Any

import pytest

HOSTILE = ["../../x", "..", "/etc/x", "a/b", "a\\b", "C:x", "CON", "a\nb", "a\n", "ａｂ", "é", "a b", "a_b", "a.b", ""]
HOSTILE += ["a" * 65, "%2e%2e", "a\u0660", "<b>", "{{a}}", "ı", "A"]
FINE = ["a", "0", "a-b", "tante-van-boven", "a" * 64]
PLACES = {
    "a case": "id: {}\ntitel: T\nmiddelpunt: {{id: ik, wie: ik}}\n",
    "someone in the centre": "id: c\ntitel: T\nmiddelpunt: {{id: {}, wie: ik}}\n",
    "someone around": "id: c\ntitel: T\nmiddelpunt: {{id: ik, wie: ik}}\nmensen: {{id: {}, wie: a}}\n",
    "a map": "id: c\ntitel: T\nmiddelpunt: {{id: ik, wie: ik}}\nkaarten: {{id: {}}}\n",
    "a translated case": "id: c\ntitel: T\nmiddelpunt: {{id: ik, wie: ik}}\nvertaling_van: {}\n",
    "a source": "id: c\ntitel: T\nmiddelpunt: {{id: ik, wie: ik}}\nbronnen: [{}]\n",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_id_is_refused_wherever_it_stands(place: str, hostile: str, read: Any) -> None:
    case, found = read(PLACES[place].format(json.dumps(hostile)))
    if hostile == "a\n":  # space around a word is never meant
        assert found == []
        return
    assert case is None
    assert [p.code for p in found] == ["id-form"]


@pytest.mark.parametrize("character", ["\0", "\x1b", "\u202e", "\u200b"])
def test_an_id_with_a_character_that_cannot_be_seen_is_refused(character: str, read: Any) -> None:
    for text in (json.dumps(f"a{character}"), f"a{character}"):
        case, found = read(f"titel: {'x' * 80}\nmiddelpunt: {{id: ik, wie: ik}}\nid: {text}\n")
        assert case is None
        assert found[0].code in ("control-character", "unseen-character")
        assert found[0].span.line == 3


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("fine", FINE)
def test_an_ordinary_id_is_read(place: str, fine: str, read: Any) -> None:
    assert read(PLACES[place].format(json.dumps(fine)))[1] == []


def test_a_hostile_name_of_a_moment_is_refused(read: Any) -> None:
    text = "id: c\ntitel: T\nmiddelpunt: {id: ik, wie: ik}\nmensen: {id: a, wie: a, veranderd: {../x: weg}}\n"
    assert [(p.code, p.span.column) for p in read(text)[1]] == [("id-form", 37)]
