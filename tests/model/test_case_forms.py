"""Words and forms: what is read, short for long, and what each fault is called and where it points.

The mark § stands where the finding must point.
"""
# ruff: noqa: E501 - a table reads best with one case a line

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from mensenwerk.model import words as w
from mensenwerk.model.case import Contact, Experience, Relation, Tie, TieChange

ONE = "mensen: [{id: a, wie: a, "
FORMS: dict[str, tuple[str, str]] = {
    "an unknown field": ("unknown-key", "§quux: 1\n"),
    "a field almost right": ("unknown-key-close", "§mennsen: 1\n"),
    "an unknown field deep down": ("unknown-key", ONE + "contact: {§quux: 1}}]\n"),
    "a field twice, spelled differently": ("key-twice", ONE + "hoort_erbij: ja, §hoort-erbij: ja}]\n"),
    "everyone twice": ("key-twice", "kaarten: {id: b}\n" + ONE + "veranderd: {b: {banden: {allen: {}, §Allen: {}}}}}]\n"),
    "an unknown word": ("unknown-word", ONE + "§soort: zzz}]\n"),
    "a word almost right": ("unknown-word-close", ONE + "§soort: persoom}]\n"),
    "a word in a list": ("unknown-word-close", ONE + "kring: [familie, §buurt]}]\n"),
    "no truth value": ("unknown-word", "wie_kent_wie: {§volledig: misschien}\n"),
    "neither word nor number": ("word-or-number", ONE + "§sinds: lang geleden}]\n"),
    "a fraction of years": ("word-or-number", ONE + "§sinds: 0.5}]\n"),
    "an almost known since": ("unknown-word-close", ONE + "§sinds: alltijd}]\n"),
    "no number": ("number-wanted", ONE + "bereikbaarheid: {§reistijd: een half uur}}]\n"),
    "a number below nothing": ("number-wanted", ONE + "bereikbaarheid: {§reistijd: -5}}]\n"),
    "a number in other digits": ("number-wanted", ONE + "§sinds: ٣}]\n"),
    "too many minutes": ("number-range", ONE + "bereikbaarheid: {§reistijd: 2885}}]\n"),
    "minutes too exact": ("number-step", ONE + "bereikbaarheid: {§reistijd: 33}}]\n"),
    "too many years": ("number-range", ONE + "§sinds: 100}]\n"),
    "an unknown version": ("unknown-version", "§versie: 2\n"),
    "a version of nothing": ("unknown-version", "§versie: 0\n"),
    "a word for a person": ("fields-wanted", "mensen: [§a]\n"),
    "a list for fields": ("fields-wanted", "§ruimte: [a]\n"),
    "a list of changed ties": ("ties-by-id", "kaarten: {id: b}\n" + ONE + "veranderd: {b: {§banden: [{met: ik}]}}}]\n"),
    "a list for a text": ("text-not-list", "§lead: [a]\n"),
    "fields for a text": ("text-wanted", "§lead: {a: b}\n"),
    "a person without who": ("missing", "mensen:\n  - §id: a\n"),
    "a threshold without type": ("missing", "drempels:\n  - §verhaal: a\n"),
    "a who that was left open": ("missing-value", "mensen:\n  - id: a\n    §wie:\n"),
    "an empty text": ("empty-text", "§lead: ''\n"),
    "a pair of one id": ("too-few", "wie_kent_wie: {paren: [{§tussen: [a]}]}\n"),
    "a group of one": ("too-few", "wie_kent_wie: {groepen: [§[a]]}\n"),
    "too many maps": ("too-many", "§kaarten: [" + ", ".join(f"{{id: k{i}}}" for i in range(25)) + "]\n"),
    "a long word on a line": ("too-long", ONE + "banden: {§woord: " + "x" * 61 + "}}]\n"),
    "an id with a capital": ("id-form", "mensen: [{§id: Oma, wie: a}]\n"),
    "a reference with a space": ("id-form", "drempels: {soort: niet-tot-last, rond: [§de buurvrouw]}\n"),
    "a day for a month": ("month-form", "publicatie: {bestemd_voor: publiek, herkomst: echt, §volgende_beoordeling: 2026-05-01}\n"),
    "a thirteenth month": ("month-form", "publicatie: {bestemd_voor: publiek, herkomst: echt, §volgende_beoordeling: 2026-13}\n"),
    "a month in other digits": ("month-form", "publicatie: {bestemd_voor: publiek, herkomst: echt, §volgende_beoordeling: ٢٠٢٦-05}\n"),
    "an exact age": ("age-form", ONE + "§leeftijd: 34}]\n"),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_fault_of_form_is_told_once_at_its_place(form: str, read: Any, marked: Any, case_yaml: Any) -> None:
    code, more = FORMS[form]
    text, place = marked(case_yaml("nl", more))
    case, found = read(text)
    assert case is None
    assert [(p.code, (p.span.line, p.span.column)) for p in found] == [(code, place)]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("titel: T\nmiddelpunt: {id: ik, wie: ik}\n", "missing", 1),
        ("id: a\ntitel: T\n", "missing", 1),
        ("id: a\nmiddelpunt: {id: ik, wie: ik}\ntitel:\n", "missing-value", 3),
        ("id: a\ntitel: T\nmiddelpunt: de moeder\n", "fields-wanted", 3),
        ("id: a\ntitel: T\nmiddelpunt: [de moeder]\n", "fields-wanted", 3),
        ("id: a\ntitel: T\nmiddelpunt: []\n", "too-few", 3),
        ("taal: de\nid: a\ntitel: T\nmiddelpunt: {id: ik, wie: ik}\n", "language", 1),
        ("taal: nl\nlanguage: nl\nid: a\ntitel: T\nmiddelpunt: {id: ik, wie: ik}\n", "key-twice", 2),
    ],
)
def test_what_a_case_cannot_do_without_is_told_once(text: str, code: str, line: int, read: Any) -> None:
    _, found = read(text)
    assert [(p.code, p.span.line) for p in found] == [(code, line)]


def test_messages_name_the_field_and_the_words_in_the_language_of_the_file(read: Any, case_yaml: Any) -> None:
    _, found = read(case_yaml("en", "people: [{id: a, sinse: 1, kind: persn, ring: zzz}]\n"))
    hints = {p.code: p.hint() for p in found}
    assert hints == {
        "unknown-key-close": "Did you mean “since”?",
        "unknown-word-close": "Did you mean “person”? You can choose from: person, group, organisation, animal, place.",
        "unknown-word": "Choose from: inner, middle, outer, edge.",
        "missing": "Add a line “who:”.",
    }


def test_an_unknown_field_is_answered_with_the_fields_there_are(read: Any, case_yaml: Any) -> None:
    _, found = read(case_yaml("nl", "mensen: [{id: a, wie: a, contact: {quux: 1}}]\n"))
    assert found[0].hint() == "Hier kunnen staan: hoe_vaak, hoe, staat."


def test_all_faults_of_words_form_and_rules_are_told_at_once(read: Any) -> None:
    text = (
        "taal: nl\nid: Een Casus\nkleur: rood\nmiddelpunt: {id: ik, wie: ik}\n"  # no title, a bad id, a strange field
        "mensen:\n  - {id: zus, wie: zus, soort: mens, banden: {met: werkplek}}\n"
        "  - {id: zus, wie: '', sinds: 200, veranderd: {Nu: weg, winter: komt}}\n"
        "kaarten: [{id: a, wanneer: 1-2-2026}]\nwie_kent_wie: {paren: [{band: goed}]}\nid: dubbel\n"
        "drempels: [{soort: anders, kaart: winter}]\nverwachting: {van: nergens}\n"
    )
    _, found = read(text)
    assert sorted((p.span.line, p.code) for p in found) == [
        (1, "missing"),
        (2, "id-form"),
        (3, "unknown-key"),
        (6, "unknown-centre"),
        (6, "unknown-word"),
        (7, "empty-text"),
        (7, "id-form"),
        (7, "number-range"),
        (7, "person-twice"),
        (7, "unknown-map"),
        (8, "full-date"),
        (9, "missing"),
        (10, "duplicate-key"),
        (11, "dilemma-unnamed"),
        (11, "unknown-map"),
        (12, "missing"),
        (12, "unknown-person"),
    ]
    assert "stand-in" not in "".join(map(str, found))


def test_an_item_without_anything_is_passed_over_and_the_next_keeps_its_place(read: Any, case_yaml: Any) -> None:
    _, found = read(case_yaml("nl", "mensen:\n  - id: a\n    wie: a\n    talenten: [~, {x: y}, '']\n"))
    assert [(p.code, p.span.column) for p in found] == [("text-wanted", 19), ("empty-text", 27)]


def test_ten_lines_make_a_case(read: Any) -> None:
    text = """\
taal: nl
id: tien-regels
titel: Tien regels
publicatie: {bestemd_voor: publiek, herkomst: gefingeerd}
middelpunt: {id: vader, wie: de vader}
mensen:
  - {id: dochter, wie: zijn dochter, kring: familie, banden: sterk}
  - {id: kaarters, wie: de mannen van het kaarten, soort: groep, sinds: 20}
wie_kent_wie: {groepen: [dochter, kaarters]}
verwachting: {wat: Dat zij zondag belt., van: dochter, besproken: ja, kan: wel}
"""
    case, found = read(text)
    assert found == []
    assert [person.id for person in case.case.people] == ["dochter", "kaarters"]
    assert case.case.who_knows_who.groups == (("dochter", "kaarters"),)
    assert case.case.expectations[0].possible is w.Possible.YES


def _person(read: Any, case_yaml: Any, said: str) -> Any:
    case, found = read(case_yaml("nl", f"kaarten: {{id: later}}\nmensen: {{id: a, wie: een zus, {said}}}\n"))
    assert found == []
    return case.case.people[0]


SHORT: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "contact: wekelijks": ("contact: {hoe_vaak: wekelijks}", lambda p: p.contact == Contact(how_often="weekly")),
    "relatie: tante": ("relatie: {is: tante}", lambda p: p.relation == Relation(what="tante")),
    "banden: sterk": ("banden: [{sterkte: sterk}]", lambda p: p.ties == (Tie(strength="strong"),)),
    "banden: {met: allen}": ("banden: [{met: Allen}]", lambda p: p.ties == (Tie(to="all"),)),
    "kring: buren": ("kring: [Buren]", lambda p: p.circle == (w.Circle.NEIGHBOURS,)),
    "talenten: luisteren": ("talenten: [luisteren]", lambda p: p.talents == ("luisteren",)),
    "veranderd: {later: weg}": ("veranderd: {later: {weg: ja}}", lambda p: p.changed["later"].leaves),
    "veranderd: {later: Komt}": ("veranderd: {later: {komt: ja}}", lambda p: p.changed["later"].enters),
    "veranderd: {later: {banden: {spanning: vaak}}}": (
        "veranderd: {later: {banden: {allen: {spanning: vaak}}}}",
        lambda p: p.changed["later"].ties == {"all": TieChange(tension="often")},
    ),
    "veranderd: {later: {banden: zwak}}": (
        "veranderd: {later: {banden: {allen: {sterkte: zwak}}}}",
        lambda p: p.changed["later"].ties == {"all": TieChange(strength="weak")},
    ),
    "sinds: altijd": ("sinds: ' Altijd '", lambda p: p.since is w.Since.ALWAYS),
    "sinds: 5": ("sinds: '05'", lambda p: p.since == 5),
}


@pytest.mark.parametrize("short", SHORT)
def test_a_short_form_says_what_the_long_form_says(short: str, read: Any, case_yaml: Any) -> None:
    long, holds = SHORT[short]
    person = _person(read, case_yaml, short)
    assert person == _person(read, case_yaml, long)
    assert holds(person)


def test_a_fault_in_a_short_form_points_at_its_own_line(read: Any, case_yaml: Any) -> None:
    more = "kaarten: {id: b}\nmensen:\n  - id: a\n    wie: a\n    veranderd:\n      b:\n        banden:\n          spanning: veel\n"
    _, found = read(case_yaml("nl", more))
    assert [(p.code, p.span.line, p.span.column) for p in found] == [("unknown-word", 12, 11)]


def test_a_short_word_for_a_characteristic_is_how_it_is_felt(read: Any, case_yaml: Any) -> None:
    case, _ = read(case_yaml("en", "characteristics: {density: close}\n"))
    assert case.case.characteristics.density == Experience(experience="close")


def test_a_text_over_several_lines_stays_so_and_a_short_one_becomes_a_line(read: Any, case_yaml: Any) -> None:
    case, _ = read(case_yaml("nl", "lead: |\n  een\n\n  twee\nthema's: ['een\n\n  twee']\n"))
    assert (case.case.lead, case.case.themes) == ("een\n\ntwee", ("een twee",))
