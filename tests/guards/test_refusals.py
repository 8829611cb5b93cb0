"""Each refusal: a case that triggers exactly it, in both languages; and no message that repeats what was found."""

from __future__ import annotations

import pytest

from guards.cases import MONTH, case, codes, judged
from mensenwerk.guards import Registry, Tombstone
from mensenwerk.guards.audiences import REFUSALS, Outcome
from mensenwerk.guards.registry import Entry
from mensenwerk.model.words import Audience, Origin
from mensenwerk.problems import Language, as_github, as_json, as_text

MEANING = {"nl": "Zij vraagt niets en blijft toch staan.", "en": "She asks for nothing and stays all the same."}
LEAD = {
    "nl": "De koffie staat klaar voordat het licht wordt.",
    "en": "The coffee is ready before it gets light.",
}
WHO = {"nl": "wie: de buurvrouw", "en": "who: the neighbour"}
NOTICED = {"nl": "Het is stil en dat is goed.", "en": "It is quiet and that is good."}
CENTRE = {"nl": "{id: ik, wie: de bezoeker}", "en": "{id: me, who: the visitor}"}

Row = tuple[Language, str, str, str]
"""A language, the code that is expected, what is put into the meaning of the neighbour, the planted value."""

IN_A_MEANING: list[Row] = [
    ("nl", "guard-identifier", "Zij is te bereiken op 06-12345678.", "06-12345678"),
    ("en", "guard-identifier", "You can reach her on 07700 900123.", "07700 900123"),
    ("nl", "guard-identifier", "Zij schrijft op post@voorbeeld.nl elke week.", "post@voorbeeld.nl"),
    ("en", "guard-identifier", "She writes from post@example.org every week.", "post@example.org"),
    ("nl", "guard-identifier", "Haar rekening is NL91ABNA0417164300.", "NL91ABNA0417164300"),
    ("en", "guard-identifier", "Her account is GB29NWBK60161331926819.", "GB29NWBK60161331926819"),
    ("nl", "guard-identifier", "Haar bsn is 111222333, zegt zij.", "111222333"),
    ("nl", "guard-identifier", "Op de brief staat dossiernummer 48213.", "48213"),
    ("en", "guard-identifier", "The letter says case number 48213.", "48213"),
    ("nl", "guard-identifier", "Haar auto is de 12-ABC-3 op de hoek.", "12-ABC-3"),
    ("en", "guard-identifier", "Her car is AB12 CDE on the corner.", "AB12 CDE"),
    ("nl", "guard-identifier", "Ze heet daar @zonnetje op de foto’s.", "@zonnetje"),
    ("en", "guard-identifier", "She is @sunbeam in the photos.", "@sunbeam"),
    ("nl", "guard-identifier", "Zij woont op 3511 AB, drie trappen hoog.", "3511 AB"),
    ("en", "guard-identifier", "She lives at SW1A 1AA, three floors up.", "SW1A 1AA"),
    ("en", "guard-identifier", "Her NHS number is 943 476 5919 on the card.", "943 476 5919"),
    ("en", "guard-identifier", "Her card says QQ 12 34 56 C in blue.", "QQ 12 34 56 C"),
    ("nl", "guard-when", "Sinds 12 maart 2019 vraagt zij niets.", "12 maart 2019"),
    ("en", "guard-when", "Since 12 March 2019 she asks for nothing.", "12 March 2019"),
    ("nl", "guard-when", "Zij is 43 jaar oud en vraagt niets.", "43"),
    ("en", "guard-when", "She is 43 years old and asks for nothing.", "43"),
    ("nl", "guard-where", "Zij kwam uit Zwolle en vraagt niets.", "Zwolle"),
    ("en", "guard-where", "She came from Harrogate and asks for nothing.", "Harrogate"),
    ("nl", "guard-where", "Ze zongen samen bij voetbalclub Zonnestraal op zaterdag.", "Zonnestraal"),
    ("en", "guard-where", "They sang together at Sunbeam Primary School every day.", "Sunbeam"),
    ("nl", "guard-capital", "Met Zqarina vraagt zij niets.", "Zqarina"),
    ("en", "guard-capital", "With Zqarina she asks for nothing.", "Zqarina"),
    ("nl", "guard-special", "Zij is dement en vraagt niets.", "dement"),
    ("en", "guard-special", "She has dementia and asks for nothing.", "dementia"),
    ("nl", "guard-profession", "Haar vader was vuurtorenwachter.", "vuurtorenwachter"),
    ("en", "guard-profession", "Her father was a lighthouse keeper.", "lighthouse keeper"),
]


def whole(*problems: object) -> str:
    return "\n".join(str(problem) for problem in problems)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("origin", ["real", "composite", "fictional"])
def test_a_case_in_which_nothing_is_wrong_passes(language: Language, origin: str) -> None:
    found = judged(case(language, origin=origin))
    assert (codes(found), len(found.cases)) == ([], 1)


@pytest.mark.parametrize(("language", "code", "meaning", "value"), IN_A_MEANING)
def test_what_points_at_someone_is_refused_for_that_reason_alone(
    language: Language, code: str, meaning: str, value: str
) -> None:
    found = judged(case(language, (MEANING[language], meaning)))
    assert codes(found) == [(code, "error")]
    assert found.cases == ()
    (problem,) = found.problems
    assert (problem.span.line, problem.language) == (18, language)
    for told in (as_text, as_json, as_github):
        assert value.lower() not in told(found.problems).lower()


@pytest.mark.parametrize(("language", "code", "meaning", "value"), IN_A_MEANING)
def test_declared_fiction_changes_only_what_the_design_says(
    language: Language, code: str, meaning: str, value: str
) -> None:
    found = judged(case(language, (MEANING[language], meaning), origin="fictional"))
    informs = {"guard-special", "guard-profession"}
    assert codes(found) == ([] if code in informs else [(code, "error")])
    assert [aside.code for aside in found.asides] == ([code] if code in informs else [])
    assert value not in as_text([*found.problems, *found.asides])


@pytest.mark.parametrize(("language", "code", "meaning", "value"), IN_A_MEANING)
def test_a_book_for_professionals_refuses_what_the_table_says(
    language: Language, code: str, meaning: str, value: str
) -> None:
    found = judged(case(language, (MEANING[language], meaning)), audience=Audience.PROFESSIONAL)
    refused = {"guard-identifier", "guard-profession"}
    assert codes(found) == ([(code, "error")] if code in refused else [])
    assert value not in as_text([*found.problems, *found.asides])


@pytest.mark.parametrize(
    ("language", "audience_word"), [("nl", "bestemd_voor: intern"), ("en", "intended_for: internal")]
)
def test_1_a_narrower_audience_is_left_out(language: Language, audience_word: str) -> None:
    wide = {"nl": "bestemd_voor: publiek", "en": "intended_for: public"}[language]
    found = judged(case(language, (wide, audience_word)))
    assert (codes(found), found.cases) == ([("withheld-audience", "info")], ())


@pytest.mark.parametrize(
    ("language", "read", "unread"), [("nl", "gelezen: ja", "gelezen: nee"), ("en", "text_read: yes", "text_read: no")]
)
def test_2_real_people_without_consent_are_left_out_and_invented_ones_are_not(
    language: Language, read: str, unread: str
) -> None:
    assert codes(judged(case(language, (read, unread)))) == [("withheld-consent", "info")]
    assert codes(judged(case(language, (read, unread), origin="fictional"))) == []


@pytest.mark.parametrize(
    ("language", "read", "unread"), [("nl", "gelezen: ja", "gelezen: nee"), ("en", "text_read: yes", "text_read: no")]
)
def test_2_their_author_alone_sees_them_and_is_told(language: Language, read: str, unread: str) -> None:
    unread_case, read_case = case(language, (read, unread)), case(language)
    assert codes(judged(unread_case, audience=Audience.INTERNAL)) == [("withheld-consent", "info")]
    found = judged(unread_case, audience=Audience.INTERNAL, alone=True)
    assert len(found.cases) == 1
    assert ("consent-open", "info") in [(each.code, each.severity) for each in found.asides]
    alone = judged(read_case, audience=Audience.INTERNAL, alone=True)
    assert "consent-open" not in [each.code for each in alone.asides]
    for audience in (Audience.PUBLIC, Audience.PROFESSIONAL):
        assert codes(judged(unread_case, audience=audience, alone=True)) == [("withheld-consent", "info")]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("said", ["zqfatima", "ZQFATIMA", "zqfátima", "Zqfatima’s", "met-zqfatima-mee"])
def test_4_a_value_of_the_registry_is_refused_however_it_is_written(language: Language, said: str) -> None:
    registry = Registry((Entry("Zqfatıma"),))
    found = judged(case(language, (LEAD[language], f"{LEAD[language][:-1]} {said}.")), registry=registry)
    assert ("guard-registry", "error") in codes(found)
    assert "zqf" not in as_text(found.problems).lower()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_4_a_value_of_the_registry_in_an_id_is_refused(language: Language) -> None:
    name = {"nl": "de-thermosfles", "en": "the-flask"}[language]
    found = judged(case(language, (name, "zqfatima")), registry=Registry((Entry("Zqfatima"),)))
    assert codes(found) == [("guard-registry", "error")]


@pytest.mark.parametrize(("language", "word", "me"), [("nl", "schuilnaam", "ik"), ("en", "pseudonym", "me")])
def test_5_a_pseudonym_with_the_initial_of_the_real_name_is_refused(language: Language, word: str, me: str) -> None:
    new = CENTRE[language].replace("}", f", {word}: Ria}}")
    name = {"nl": "de-thermosfles", "en": "the-flask"}[language]
    registry = Registry((Entry("Rzqoos", name, me),))
    assert codes(judged(case(language, (CENTRE[language], new)), registry=registry)) == [("guard-pseudonym", "error")]
    other = Registry((Entry("Zqoos", name, me),))
    assert codes(judged(case(language, (CENTRE[language], new)), registry=other)) == []


@pytest.mark.parametrize(("language", "word"), [("nl", "schuilnaam"), ("en", "pseudonym")])
def test_5_one_pseudonym_in_two_cases_is_refused(language: Language, word: str) -> None:
    named = (CENTRE[language], CENTRE[language].replace("}", f", {word}: Ria}}"))
    name = {"nl": "de-thermosfles", "en": "the-flask"}[language]
    found = judged(
        case(language, named), case(language, named, (name, {"nl": "een-ander", "en": "another-one"}[language]))
    )
    assert codes(found) == [("guard-pseudonym-twice", "error")]
    fiction = judged(
        case(language, named, origin="fictional"),
        case(language, named, (name, {"nl": "een-ander", "en": "another-one"}[language]), origin="fictional"),
    )
    assert (codes(fiction), len(fiction.cases)) == ([], 2)


BUDGET = {
    "nl": (
        "{id: ik, wie: de weduwe, leeftijd: 70-79, symbool: vrouw}",
        "Haar zoon woont ver weg, in Drenthe.",
    ),
    "en": (
        "{id: me, who: the widow, age: 70-79, symbol: woman}",
        "Her son lives far away, in Scotland.",
    ),
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_8_more_than_four_kinds_of_traits_together_are_refused(language: Language) -> None:
    centre, lead = BUDGET[language]
    text = case(language, (CENTRE[language], centre), (LEAD[language], lead))
    assert codes(judged(text)) == [("guard-traits", "error")]
    assert codes(judged(text, audience=Audience.PROFESSIONAL)) == []
    four = case(language, (CENTRE[language], centre))
    assert codes(judged(four)) == []


@pytest.mark.parametrize(
    ("language", "old", "new"), [("nl", "[afscheid]", "[dementie]"), ("en", "[parting]", "[dementia]")]
)
@pytest.mark.parametrize("origin", ["real", "fictional"])
@pytest.mark.parametrize("audience", list(Audience))
def test_9_a_theme_that_sorts_people_is_refused_for_everyone(
    language: Language, old: str, new: str, origin: str, audience: Audience
) -> None:
    found = judged(case(language, (old, new), origin=origin), audience=audience)
    assert codes(found) == [("guard-theme", "error")]


@pytest.mark.parametrize(
    ("language", "old", "new"), [("nl", "kring: buren", "kring: geloof"), ("en", "circle: neighbours", "circle: faith")]
)
def test_11_a_circle_of_faith_tells_something_special_of_a_person(language: Language, old: str, new: str) -> None:
    assert codes(judged(case(language, (old, new)))) == [("guard-special", "error")]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_14_a_text_that_changed_since_its_review_is_left_out(language: Language) -> None:
    changed = case(language).replace(
        NOTICED[language], NOTICED[language].replace("stil", "heel stil").replace("quiet", "so quiet")
    )
    found = judged(changed)
    assert (codes(found), found.cases) == ([("withheld-text-changed", "warning")], ())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_14_a_review_that_does_not_say_of_which_text_is_none(language: Language) -> None:
    assert codes(judged(case(language, sign=False))) == [("withheld-text-unsaid", "warning")]
    assert codes(judged(case(language, sign=False), audience=Audience.INTERNAL)) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_withdrawn_case_is_left_out_for_everyone(language: Language) -> None:
    name = {"nl": "de-thermosfles", "en": "the-flask"}[language]
    for audience in Audience:
        found = judged(case(language), audience=audience, withdrawn=[Tombstone(name, MONTH)])
        assert (codes(found), found.cases) == ([("withheld-withdrawn", "warning")], ())


def test_every_refusal_says_what_it_does_for_every_audience() -> None:
    assert sorted(REFUSALS) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14]
    for refusal in REFUSALS.values():
        wide = [refusal.outcome(audience, Origin.REAL) for audience in reversed(Audience)]
        order = [Outcome.NONE, Outcome.TELL, Outcome.WARN, Outcome.REVIEW, Outcome.BLOCK, Outcome.LEFT_OUT]
        weights = [order.index(each) for each in wide]
        assert weights == sorted(weights, reverse=True), "a wider audience never sees more"


@pytest.mark.parametrize(
    ("language", "ties", "changed"),
    [
        ("nl", "    banden: {sterkte: sterk}\n", "    banden: {sterkte: sterk}\n    veranderd: {nu: {betekenis: Met Zqarina ging zij mee.}}\n"),
        ("en", "    ties: {strength: strong}\n", "    ties: {strength: strong}\n    changed: {now: {meaning: She went with Zqarina.}}\n"),
    ],
)  # fmt: skip
def test_what_stands_under_a_change_is_looked_at_too(language: Language, ties: str, changed: str) -> None:
    assert codes(judged(case(language, (ties, changed)))) == [("guard-capital", "error")]


def test_a_text_that_is_also_an_id_is_looked_at() -> None:
    found = judged(
        case("nl", ("id: buur", "id: zqvolendam"), ("wie: de buurvrouw", "wie: zqvolendam")),
        registry=Registry((Entry("Zqvolendam"),)),
    )
    assert ("guard-registry", "error") in codes(found)


@pytest.mark.parametrize(("language", "name"), [("nl", "fatima-uit-volendam"), ("en", "fatima-from-harrogate")])
def test_an_id_that_names_someone_or_some_place_is_looked_at(language: Language, name: str) -> None:
    found = judged(case(language, ({"nl": "de-thermosfles", "en": "the-flask"}[language], name)))
    assert {code for code, _ in codes(found)} <= {"guard-capital", "guard-where"}
    assert found.cases == ()
    assert name not in "\n".join(problem.message() for problem in found.problems)


@pytest.mark.parametrize(("language", "themes"), [("nl", "[afscheid]=[ouderen]"), ("en", "[parting]=[young people]")])
def test_9_a_theme_that_names_a_group_of_people_is_refused(language: Language, themes: str) -> None:
    assert codes(judged(case(language, tuple(themes.split("=")), origin="fictional"))) == [("guard-theme", "error")]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "meaning"),
    [("nl", "Zij komt uit Marokko en vraagt niets."), ("en", "She comes from Morocco and asks for nothing.")],
)
def test_11_where_someone_around_comes_from_is_special(language: Language, meaning: str) -> None:
    assert codes(judged(case(language, (MEANING[language], meaning)))) == [("guard-special", "error")]
