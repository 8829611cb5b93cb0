"""Every rule between the parts of a case and between cases, with the smallest case that breaks it.

The mark § stands where the finding must point; `%` is the person in the centre.
"""

# ruff: noqa: E501 - a table reads best with one rule a line

from __future__ import annotations

from typing import Any

import pytest

from mensenwerk.model import hold_family_rules
from mensenwerk.model.suggest import ENOUGH
from mensenwerk.problems import Problem

TWO = {
    "nl": "mensen: [{id: zus, wie: zus}, {id: oma, wie: oma}]\n",
    "en": "people: [{id: zus, who: z}, {id: oma, who: o}]\n",
}
MAPS = {
    "nl": "kaarten: [{id: begin}, {id: later}, {id: anders, naast: later}]\n",
    "en": "maps: [{id: begin}, {id: later}, {id: anders, beside: later}]\n",
}

# code → what breaks the rule, in Dutch and in English
RULES: dict[str, tuple[str, str, str]] = {
    "a person called everyone": ("id-reserved", "mensen: [{§id: allen, wie: a}]", "people: [{§id: all, who: a}]"),
    "a map called after a device": ("id-reserved", "kaarten: [{§id: con}]", "maps: [{§id: com1}]"),
    "a person twice": ("person-twice", "mensen: [{id: a, wie: a},\n  {§id: a, wie: b}]", "people: [{id: a, who: a},\n  {§id: a, who: b}]"),
    "the centre again around it": ("person-twice", "mensen: [{§id: %, wie: a}]", "people: [{§id: %, who: a}]"),
    "a map twice": ("map-twice", "kaarten:\n  - id: a\n  - §id: a", "maps:\n  - id: a\n  - §id: a"),
    "an age in disguise": ("age-form", "mensen: [{id: a, wie: a, §leeftijd: 34-34}]", "people: [{id: a, who: a, §age: 34-37}]"),
    "an age band backwards": ("age-form", "mensen: [{id: a, wie: a, §leeftijd: 39-30}]", "people: [{id: a, who: a, §age: 39-30}]"),
    "an unknown tie": ("unknown-centre", "mensen: [{id: a, wie: a, banden: [{§met: werkplek}]}]", "people: [{id: a, who: a, ties: [{§with: workplace}]}]"),
    "a tie with someone around": ("unknown-centre", "mensen: [{id: a, wie: a}, {id: b, wie: b, banden: {§met: a}}]", "people: [{id: a, who: a}, {id: b, who: b, ties: {§with: a}}]"),
    "a tie with almost everyone": ("unknown-word-close", "mensen: [{id: a, wie: a, banden: {§met: alle}}]", "people: [{id: a, who: a, ties: {§with: alll}}]"),
    "a tie with someone around who is called almost so": ("unknown-centre", "mensen: [{id: %k, wie: a}, {id: b, wie: b, banden: {§met: %k}}]", "people: [{id: %k, who: a}, {id: b, who: b, ties: {§with: %k}}]"),
    "a tie with oneself": ("tie-with-self", "mensen: [{id: a, wie: a, banden: [{§met: a}]}]", "people: [{id: a, who: a, ties: [{§with: a}]}]"),
    "a tie twice": ("tie-twice", "mensen: [{id: a, wie: a, banden: [{met: %}, {§met: %}]}]", "people: [{id: a, who: a, ties: [{with: %}, {§with: %}]}]"),
    "a relation to nobody": ("unknown-centre", "mensen: [{id: a, wie: a, relatie: {is: oom, §van: werkplek}}]", "people: [{id: a, who: a, relation: {is: u, §to: workplace}}]"),
    "a changed tie with nobody": ("unknown-centre", "{maps}mensen: [{id: a, wie: a, veranderd: {later: {banden: {§werkplek: {}}}}}]", "{maps}people: [{id: a, who: a, changed: {later: {ties: {§workplace: {}}}}}]"),
    "a stranger in a group": ("unknown-person", "{two}wie_kent_wie: {groepen: [[zus, §werkplek]]}", "{two}who_knows_who: {groups: [[zus, §workplace]]}"),
    "the centre in a group": ("not-around", "{two}wie_kent_wie: {groepen: [[zus, §%]]}", "{two}who_knows_who: {groups: [[zus, §%]]}"),
    "a slip in a group": ("unknown-person-close", "{two}wie_kent_wie: {groepen: [[oma, §zuss]]}", "{two}who_knows_who: {groups: [[oma, §zuss]]}"),
    "a stranger in a pair": ("unknown-person", "{two}wie_kent_wie: {paren: {tussen: [zus, §werkplek]}}", "{two}who_knows_who: {pairs: {between: [zus, §workplace]}}"),
    "a pair of one": ("tie-with-self", "{two}wie_kent_wie: {paren: [§{tussen: [zus, zus]}]}", "{two}who_knows_who: {pairs: [§{between: [zus, zus]}]}"),
    "a pair twice": ("tie-twice", "{two}wie_kent_wie: {paren: [{tussen: [zus, oma]}, §{tussen: [oma, zus]}]}", "{two}who_knows_who: {pairs: [{between: [zus, oma]}, §{between: [oma, zus]}]}"),
    "a threshold around nobody": ("unknown-person", "drempels: {soort: niet-tot-last, rond: [§werkplek]}", "dilemmas: {type: not-a-burden, around: [§workplace]}"),
    "a slip in who holds it": ("unknown-person-close", "{two}drempels: {soort: niet-tot-last, van: [oma, §zuss]}", "{two}dilemmas: {type: not-a-burden, holder: [oma, §zuss]}"),
    "a slip in who says so": ("unknown-person-close", "{two}drempels: {soort: niet-tot-last, §volgens: zuss}", "{two}dilemmas: {type: not-a-burden, §according_to: zuss}"),
    "an expectation of nobody": ("unknown-person", "verwachting: [{wat: x, §van: werkplek}]", "expectations: [{what: x, §of: workplace}]"),
    "a slip in whose eyes": ("unknown-person-close", "{two}kaarten: {id: a, §gezien_door: zuss}", "{two}maps: {id: a, §seen_by: zuss}"),
    "a slip in with whom": ("unknown-person-close", "{two}kaarten: {id: a, §samen_met: zuss}", "{two}maps: {id: a, §drawn_with: zuss}"),
    "a slip in a characteristic": ("unknown-person-close", "{two}kenmerken: {omvang: {§volgens: zuss}}", "{two}characteristics: {size: {§according_to: zuss}}"),
    "a moment that does not exist": ("unknown-map", "{maps}mensen: [{id: a, wie: a, veranderd: {§winter: {}}}]", "{maps}people: [{id: a, who: a, changed: {§winter: {}}}]"),
    "a slip in a moment": ("unknown-map-close", "{maps}mensen: [{id: a, wie: a, veranderd: {§latr: {}}}]", "{maps}people: [{id: a, who: a, changed: {§latr: {}}}]"),
    "a moment without maps": ("no-maps", "mensen: [{id: a, wie: a, veranderd: {§later: {}}}]", "people: [{id: a, who: a, changed: {§later: {}}}]"),
    "an unknown map of a pair": ("unknown-map", "{two}{maps}wie_kent_wie: {paren: {tussen: [zus, oma], veranderd: {§winter: {}}}}", "{two}{maps}who_knows_who: {pairs: {between: [zus, oma], changed: {§winter: {}}}}"),
    "an unknown map of a threshold": ("unknown-map", "{maps}drempels: {soort: niet-tot-last, §kaart: winter}", "{maps}dilemmas: {type: not-a-burden, §map: winter}"),
    "an unknown map of a characteristic": ("unknown-map", "{maps}kenmerken: {omvang: {§kaart: winter}}", "{maps}characteristics: {size: {§map: winter}}"),
    "an unknown map to lie beside": ("unknown-map", "kaarten: [{id: a}, {id: b, §naast: winter}]", "maps: [{id: a}, {id: b, §beside: winter}]"),
    "a map beside a later one": ("beside-later", "kaarten: [{id: a, §naast: b}, {id: b}]", "maps: [{id: a, §beside: b}, {id: b}]"),
    "a map beside itself": ("beside-later", "kaarten: [{id: a, §naast: a}]", "maps: [{id: a, §beside: a}]"),
    "seen differently on a map of its own": ("not-beside", "{maps}mensen: [{id: a, wie: a, anders_gezien: {§later: {}}}]", "{maps}people: [{id: a, who: a, seen_differently: {§later: {}}}]"),
    "changed on a map beside another": ("beside-changed", "{maps}mensen: [{id: a, wie: a, veranderd: {§anders: {}}}]", "{maps}people: [{id: a, who: a, changed: {§anders: {}}}]"),
    "a pair changed on a map beside another": ("beside-changed", "{two}{maps}wie_kent_wie: {paren: {tussen: [zus, oma], veranderd: {§anders: {}}}}", "{two}{maps}who_knows_who: {pairs: {between: [zus, oma], changed: {§anders: {}}}}"),
    "a threshold without a name": ("dilemma-unnamed", "drempels: [§{soort: anders, betekenis: x}]", "dilemmas: [§{type: other, meaning: x}]"),
    "a threshold without a meaning": ("dilemma-unnamed", "drempels: [§{soort: anders, naam: x}]", "dilemmas: [§{type: other, name: x}]"),
    "a date as a moment": ("full-date", "kaarten: {id: a, §moment: op 3-5-2026 thuis}", "maps: {id: a, §moment: on 2026-05-03}"),
    "a date as when": ("full-date", "kaarten: {id: a, §wanneer: 3/5/26}", "maps: {id: a, §when: 3 5 2026}"),
}  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("rule", RULES)
def test_a_broken_rule_is_told_once_at_its_place(
    rule: str, language: Any, read: Any, marked: Any, case_yaml: Any
) -> None:
    code, *texts = RULES[rule]
    more = texts[language == "en"].replace("{two}", TWO[language]).replace("{maps}", MAPS[language])
    text, place = marked(case_yaml(language, more.replace("%", "ik" if language == "nl" else "me")))
    case, found = read(text)
    assert case is None
    assert [(p.code, (p.span.line, p.span.column), p.language) for p in found] == [(code, place, language)]


def test_a_case_id_that_is_kept_for_something_else_is_refused(read: Any) -> None:
    for name in ("con", "nul", "lpt9", "index", "all"):
        _, found = read(f"id: {name}\ntitel: T\nmiddelpunt: {{id: ik, wie: ik}}\n")
        assert [(p.code, p.span.line) for p in found] == [("id-reserved", 1)]


def test_a_person_may_have_a_name_that_only_a_file_may_not(read: Any, case_yaml: Any) -> None:
    assert read(case_yaml("nl", "mensen: {id: con, wie: de buurman}\n"))[1] == []


@pytest.mark.parametrize("voice", ["maatschappelijk werker", "buurvrouw", "oma", "allen samen"])
def test_a_voice_may_be_a_few_words(voice: str, read: Any, case_yaml: Any) -> None:
    assert read(case_yaml("nl", f"kaarten: {{id: a, gezien_door: {voice}}}\n"))[1] == []


@pytest.mark.parametrize("moment", ["voorjaar", "twee maanden later", "na 6 weken", "1e gesprek", "2026"])
def test_a_moment_that_is_no_date_is_read(moment: str, read: Any, case_yaml: Any) -> None:
    assert read(case_yaml("nl", f"kaarten: {{id: a, moment: {moment}}}\n"))[1] == []


def test_a_near_miss_points_at_the_line_and_never_at_the_id(read: Any, case_yaml: Any) -> None:
    _, found = read(case_yaml("nl", "mensen:\n  - {id: tante, wie: tante}\nverwachting: {wat: x, van: tane}\n"))
    assert str(found[0]).endswith("Bedoelde u de mens met de id op regel 6?")


def test_an_unknown_map_is_answered_with_the_maps_there_are(read: Any, case_yaml: Any) -> None:
    _, found = read(case_yaml("nl", MAPS["nl"] + "drempels: {soort: niet-tot-last, kaart: winter}\n"))
    assert found[0].hint() == "De kaarten zijn: begin, later, anders."


def test_a_file_full_of_faults_is_told_whole_without_looking_for_suggestions(read: Any, case_yaml: Any) -> None:
    wrong = "".join("  - {wat: x, van: ikk}\n" for _ in range(ENOUGH + 20))
    _, found = read(case_yaml("nl", f"verwachting:\n{wrong}"))
    assert len(found) == ENOUGH + 20
    assert {p.code for p in found[:ENOUGH]} == {"unknown-person-close"}
    assert {p.code for p in found[ENOUGH:]} == {"unknown-person"}


def _family(read: Any, *texts: str) -> tuple[list[str], list[Problem]]:
    cases = [read(text)[0] for text in texts]
    kept, found = hold_family_rules(cases)
    return [each.case.id for each in kept], found


_DUTCH = "taal: nl\nid: een-kaart\ntitel: T\nmiddelpunt: {id: ik, wie: ik}\n"
_ENGLISH = "language: en\nid: a-map\ntitle: T\ncentre: {id: me, who: me}\n"


def test_a_translation_of_a_case_that_is_there_is_kept(read: Any) -> None:
    assert _family(read, _DUTCH, _ENGLISH + "translation_of: een-kaart\n") == (["een-kaart", "a-map"], [])


def test_of_two_cases_with_one_id_the_first_stays(read: Any) -> None:
    kept, found = _family(read, _DUTCH, _DUTCH)
    assert kept == ["een-kaart"]
    assert [(p.code, p.span.line, p.span.column) for p in found] == [("case-twice", 2, 1)]


@pytest.mark.parametrize(
    ("wanted", "code"),
    [("een-kaart-", "unknown-case-close"), ("iets-anders", "unknown-case"), ("a-map", "translation-same-language")],
)
def test_a_translation_of_something_else_is_told_at_its_place(wanted: str, code: str, read: Any) -> None:
    kept, found = _family(read, _DUTCH, _ENGLISH + f"translation_of: {wanted}\n")
    assert kept == ["een-kaart", "a-map"]
    assert [(p.code, p.span.line, p.language) for p in found] == [(code, 5, "en")]


def test_a_translation_into_the_same_language_is_told_in_dutch_too(read: Any) -> None:
    second = _DUTCH.replace("een-kaart", "twee") + "vertaling_van: een-kaart\n"
    assert [(p.code, p.language) for p in _family(read, _DUTCH, second)[1]] == [("translation-same-language", "nl")]
