"""The words around each figure: a situation for what is there, two sides, open questions, and never too many."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from commands import ROOT
from mensenwerk.casebook import Casebook, make
from mensenwerk.guards import ClearedCase, ClearedLink, ClearedMap, ClearedPerson, ClearedTie
from mensenwerk.guards.cleared import ClearedDilemma, Provenance
from mensenwerk.model import words as w
from mensenwerk.network import facts
from mensenwerk.pages.changes import step_views
from mensenwerk.pages.eyes import EyesView, eyes_views
from mensenwerk.pages.figures import figures, fitting
from mensenwerk.pages.lenses import QUESTIONS, lenses
from mensenwerk.pages.situations import energy_situation, situation
from mensenwerk.pages.wording import wording
from mensenwerk.problems import Language
from mensenwerk.publish.page_text import page_text
from mensenwerk.site.run import load

EGO = (ClearedPerson("c1", "ik"),)
WORK = (w.Circle.PROFESSIONAL,)
FAMILY, FRIENDS = (w.Circle.FAMILY,), (w.Circle.FRIENDS,)
YES = w.Belongs.YES


def person(number: int, **said: object) -> ClearedPerson:
    return ClearedPerson(f"n{number}", f"mens {number}", **said)  # type: ignore[arg-type]


def people(count: int, **said: object) -> tuple[ClearedPerson, ...]:
    return tuple(person(number, **said) for number in range(count))


def links(*pairs: tuple[int, int]) -> tuple[ClearedLink, ...]:
    return tuple(ClearedLink(f"n{a}", f"n{b}") for a, b in pairs)


def tie(**said: object) -> tuple[ClearedTie, ...]:
    return (ClearedTie("c1", **said),)  # type: ignore[arg-type]


def case(*maps: ClearedMap, dilemmas: tuple[ClearedDilemma, ...] = (), language: Language = "nl") -> ClearedCase:
    return ClearedCase(
        "een", language, "Een", None, (), None, Provenance(w.Origin.FICTIONAL), maps or (ClearedMap("a", EGO, ()),),
        dilemmas=dilemmas,
    )  # fmt: skip


def now(around: tuple[ClearedPerson, ...], known: tuple[ClearedLink, ...] = (), complete: bool = False) -> ClearedCase:
    return case(ClearedMap("nu", EGO, around, known, complete))


def later(before: tuple[ClearedPerson, ...], after: tuple[ClearedPerson, ...]) -> ClearedCase:
    return case(ClearedMap("toen", EGO, before, moment="toen"), ClearedMap("nu", EGO, after, moment="nu"))


FOUR = people(4)
GIVING = tie(energy=w.Energy.GIVES)
SUPPORT = (("emotional", w.Exchange.BOTH), ("practical", w.Exchange.BOTH))
HERE = {"travel_time": 10, "time": w.Time.AMPLE}
FAR = {"travel_time": 90, "time": w.Time.AMPLE}
SITUATIONS = {
    "size.nobody": now(()),
    "size.only_professionals": now(people(2, circles=WORK, belongs=YES)),
    "size.few": now(people(2)),
    "size.gone": now((*FOUR, person(9, deceased=True))),
    "size.many": now(people(7)),
    "size.several": now(FOUR),
    "composition.one_circle": now(people(3, circles=FAMILY)),
    "composition.mostly_work": now((*people(3, circles=WORK, belongs=YES), person(8, circles=FAMILY))),
    "composition.mostly_family": now((*people(4, circles=FAMILY), person(8, circles=FRIENDS))),
    "composition.mostly_one": now((*people(4, circles=FRIENDS), person(8, circles=FAMILY))),
    "composition.of_work": now((*people(2, circles=FAMILY), *(person(n, circles=WORK, belongs=YES) for n in (5, 6)))),
    "composition.mixed": now((*people(2, circles=FAMILY), *(person(n, circles=FRIENDS) for n in (5, 6)))),
    "density.unknown": now(FOUR, links((0, 1))),
    "density.all": now(people(3), links((0, 1), (0, 2), (1, 2))),
    "density.dense": now(FOUR, links((0, 1), (0, 2), (1, 2), (2, 3)), complete=True),
    "density.none": now(FOUR, complete=True),
    "density.between": now(people(5), links((0, 1), (0, 2), (0, 3), (0, 4)), complete=True),
    "density.islands": now(people(6), links((0, 1), (2, 3), (4, 5)), complete=True),
    "density.loose": now(people(6), links((0, 1)), complete=True),
    "density.some": now(people(5), links((0, 1), (1, 2), (0, 2), (2, 3), (3, 0)), complete=True),
    "stability.left": later(FOUR, FOUR[:3]),
    "stability.came": later(FOUR[:3], FOUR),
    "stability.untold": now(FOUR),
    "stability.all_old": now(people(3, since=w.Since.ALWAYS)),
    "stability.all_new": now(people(3, since=1)),
    "stability.mixed": now((person(1, since=1), person(2, since=30))),
    "complexity.none": now(FOUR),
    "complexity.much_at_one": now((person(1, talents=("koken", "rijden")), person(2))),
    "complexity.at_one": now((person(1, talents=("koken",)), person(2, talents=("zingen",)))),
    "complexity.shared": now(people(3, talents=("koken",))),
    "reachability.none": now(FOUR),
    "reachability.near": now(people(3, **HERE)),
    "reachability.far_and_there": now((person(1, **HERE), person(2, at_a_distance=True, **FAR))),
    "reachability.far": now((person(1, **HERE), person(2, **FAR))),
    "reachability.busy": now((person(1, **HERE), person(2, travel_time=5, time=w.Time.TIGHT))),
    "reachability.varying": now((person(1, **HERE), person(2, travel_time=5, time=w.Time.VARYING))),
    "energy.tense": now(people(3, ties=tie(energy=w.Energy.GIVES, tension=w.Tension.OFTEN))),
    "energy.only_gives": now(people(3, ties=tie(energy=w.Energy.GIVES))),
    "energy.only_costs": now(people(3, ties=tie(energy=w.Energy.COSTS))),
    "energy.two_sided": now(people(3, ties=tie(energy=w.Energy.BOTH))),
    "energy.some_of_each": now((person(1, ties=GIVING), person(2, ties=tie(energy=w.Energy.COSTS)))),
}  # fmt: skip


@pytest.mark.parametrize("key", SITUATIONS)
def test_what_is_on_a_map_chooses_the_words(key: str) -> None:
    name, situation_key = key.split(".")
    found = facts(SITUATIONS[key]).now
    chosen = energy_situation(found.energy, len(found.map.people)) if name == "energy" else situation(name, found)
    assert chosen.key == situation_key


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_situation_that_has_words_can_occur_and_the_other_way_round(language: Language) -> None:
    said = wording(language).situations
    assert {f"{name}.{key}" for name, keys in said.items() for key in keys} == set(SITUATIONS)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_situation_shows_two_sides_and_asks_two_open_questions(language: Language) -> None:
    sentences: list[str] = []
    for keys in wording(language).situations.values():
        for one in keys.values():
            assert len(one["questions"]) == 2
            for question in one["questions"]:
                assert question.endswith("?")
                assert question.split()[0] not in ("Is", "Zijn", "Heeft", "Kunt", "Wilt", "Are", "Do", "Does", "Can")
            sentences += [*one["questions"], *re.split(r"(?<=[.?!]) ", one["both_ways"])]
    assert len(sentences) == len(set(sentences))


READER = {"nl": r"\b(u|uw)\b", "en": r"\b(you|your)\b"}
PEOPLE_HERE = {"nl": r"\b(deze mensen|hen|hun)\b", "en": r"\bthese people\b"}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_question_takes_the_reader_for_the_one_whose_people_these_are(language: Language) -> None:
    """Who reads is someone else than who made the map: the people on it are not “yours”."""
    for keys in wording(language).situations.values():
        for question in [question for one in keys.values() for question in one["questions"]]:
            assert not all(re.search(each[language], question, re.IGNORECASE) for each in (READER, PEOPLE_HERE)), (
                question
            )


def test_words_about_someone_name_them() -> None:
    found = facts(SITUATIONS["density.between"]).now
    both_ways, questions = fitting("density", situation("density", found), wording("nl"))
    assert "via mens 0 kennen" in both_ways
    assert questions[0] == "Hoe is het voor mens 0 dat anderen elkaar zo kennen?"
    assert "Via mens 0 kennen anderen elkaar." in figures(found, wording("nl"))[2].lines


def test_one_circle_that_most_belong_to_is_said_without_a_number() -> None:
    (_, composition, *_) = figures(facts(SITUATIONS["composition.mostly_family"]).now, wording("nl"))
    assert composition.lines[0] == "De meesten horen bij één kring: familie."
    (_, composition, *_) = figures(facts(SITUATIONS["composition.mixed"]).now, wording("nl"))
    assert composition.sentence == "Deze mensen komen uit verschillende kringen: familie en vrienden."


def test_a_journey_of_hours_is_called_far_away() -> None:
    around = (person(1, travel_time=45, time=w.Time.AMPLE), person(2, travel_time=1200, time=w.Time.AMPLE))
    said = figures(facts(now(around)).now, wording("nl"))[-1]
    assert said.sentence == "Mens 1 is meer dan een half uur onderweg."
    assert said.lines == ("Mens 2 is ver weg: uren reizen, of meer.",)


def test_what_changed_is_told_per_person_and_per_characteristic_without_a_cause() -> None:
    before = (
        person(1, ties=tie(strength=w.Strength.WEAK, tension=w.Tension.OFTEN, energy=w.Energy.COSTS)),
        person(2, ties=tie(state=w.State.ACTIVE)),
        person(3, circles=FAMILY),
    )
    after = (
        person(1, ties=tie(strength=w.Strength.STRONG, tension=w.Tension.NO, energy=w.Energy.BOTH)),
        person(2, ties=tie(state=w.State.BROKEN)),
        person(4, circles=FRIENDS, talents=("koken", "zingen")),
        person(5),
    )
    (step,) = step_views(facts(later(before, after)), wording("nl"))
    assert step.lines == (
        "Nieuw op de kaart: mens 4 en mens 5.",
        "Niet meer op de kaart: mens 3.",
        "Met mens 1 is er geen spanning meer, werd de band sterker en geeft het contact nu energie.",
        "Het contact met mens 2 is verbroken.",
        "Samenstelling: de kring vrienden kwam erbij.",
        "Samenstelling: de kring familie viel weg.",
    )


def test_who_came_to_know_each_other_and_what_is_newly_told_of_someone_is_said_by_name() -> None:
    before = (person(1), person(2), person(3, talents=("koken",)), person(4))
    after = (person(1), person(2), person(3, talents=("koken", "zingen")), person(4))
    was, now_ = later(before, after).maps
    strangers = (ClearedLink("n1", "n2", w.Bond.NONE), ClearedLink("n2", "n3"))
    met = (ClearedLink("n1", "n2"), ClearedLink("n2", "n3", w.Bond.BROKEN), ClearedLink("n1", "n4"))
    (step,) = step_views(facts(case(replace(was, links=strangers), replace(now_, links=met))), wording("nl"))
    assert step.lines == (
        "Dichtheid: mens 1 en mens 2 kennen elkaar nu.",
        "Dichtheid: mens 2 en mens 3 hebben geen contact meer met elkaar.",
        "Complexiteit, nu ook genoemd: zingen (bij mens 3).",
    )


@pytest.mark.parametrize(("language", "thirteen"), [("nl", "dertien"), ("en", "thirteen")])
def test_a_number_up_to_twenty_is_a_word(language: Language, thirteen: str) -> None:
    assert wording(language).number(13) == thirteen
    assert not any(wording(language).number(number).isdigit() for number in range(21))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({"travel_time": 45}, {"travel_time": 10}, "Bereikbaarheid: mens 1 is korter onderweg dan eerst."),
        ({"travel_time": 10}, {"travel_time": 45}, "Bereikbaarheid: mens 1 is langer onderweg dan eerst."),
        ({"time": w.Time.TIGHT}, {"time": w.Time.AMPLE}, "Bereikbaarheid: mens 1 heeft meer tijd dan eerst."),
        ({"time": w.Time.AMPLE}, {"time": w.Time.NONE}, "Bereikbaarheid: mens 1 heeft minder tijd dan eerst."),
        ({"time": w.Time.AMPLE}, {"time": w.Time.VARYING}, "Tussen deze kaarten is op het oog niets veranderd."),
        ({}, {"travel_time": 10}, "Tussen deze kaarten is op het oog niets veranderd."),
    ],
)
def test_who_came_nearer_or_has_other_time_is_told(before: dict, after: dict, said: str) -> None:
    (step,) = step_views(facts(later((person(1, **before),), (person(1, **after),))), wording("nl"))
    assert step.lines == (said,)


def test_several_who_are_longer_under_way_are_told_together() -> None:
    near, far = ([person(n, travel_time=minutes) for n in (1, 2)] for minutes in (5, 90))
    (step,) = step_views(facts(later(tuple(near), tuple(far))), wording("nl"))
    assert step.lines == ("Bereikbaarheid: mens 1 en mens 2 zijn langer onderweg dan eerst.",)


def test_who_left_the_centre_is_told() -> None:
    case = later(FOUR, FOUR)
    was, now_ = case.maps
    other = replace(was.centre[0], id="c9", who="haar man")
    (step,) = step_views(facts(replace(case, maps=(replace(was, centre=(*was.centre, other)), now_))), wording("nl"))
    assert step.lines == ("Niet meer in het midden: haar man.",)


def test_maps_that_are_alike_say_so() -> None:
    (step,) = step_views(facts(later(FOUR, FOUR)), wording("nl"))
    assert step.lines == ("Tussen deze kaarten is op het oog niets veranderd.",)


def seen_by_two(own: tuple[ClearedPerson, ...], other: tuple[ClearedPerson, ...], centre: object = EGO) -> EyesView:
    maps = (
        ClearedMap("nu", centre, own, seen_by="Ria"),  # type: ignore[arg-type]
        ClearedMap("ernaast", centre, other, seen_by="haar zoon", beside="nu"),  # type: ignore[arg-type]
    )
    assert step_views(facts(case(*maps)), wording("nl")) == ()
    (eyes,) = eyes_views(facts(case(*maps)), wording("nl"))
    return eyes


def test_another_view_of_the_same_moment_becomes_questions_and_no_change() -> None:
    own = (person(1, ties=tie(tension=w.Tension.OFTEN)), person(2))
    other = (person(1, ties=tie(tension=w.Tension.NO)), person(3))
    eyes = seen_by_two(own, other)
    assert eyes.title == "Twee paar ogen: Ria en haar zoon"
    assert eyes.questions == (
        "Alleen op de kaart van haar zoon: mens 3. Wat zou haar zoon daarover willen vertellen?",
        "Alleen op de kaart van Ria: mens 2. Wat zou Ria daarover willen vertellen, en wat liever niet?",
    )
    assert (eyes.on, eyes.told) == ("Anders op de kaart van haar zoon:", ("Mens 1: de band is zonder spanning.",))
    assert eyes.ask.endswith("?")


def test_two_maps_of_one_moment_that_are_alike_ask_for_what_nobody_drew() -> None:
    eyes = seen_by_two((person(1),), (person(1),))
    assert eyes.questions[0].startswith("Deze twee kaarten lijken op elkaar.")
    assert (eyes.on, eyes.told, eyes.ask) == ("", (), "")


def test_energy_is_told_as_it_is_on_the_other_map_and_closeness_as_where_someone_stands() -> None:
    own = [person(n, ring=w.Ring.MIDDLE, ties=tie(energy=w.Energy.COSTS)) for n in (1, 2)]
    other = [replace(each, ring=w.Ring.INNER, ties=tie(energy=w.Energy.NONE)) for each in own]
    son = replace(person(3, ring=w.Ring.INNER), who="haar zoon")
    eyes = seen_by_two((*own, son), (*other, replace(son, ring=w.Ring.OUTER)))
    assert eyes.told == (
        "Mens 1 en mens 2: dichter bij het midden; de band geeft en kost geen energie.",
        "Haar zoon zelf: verder van het midden.",
    )


def test_two_views_are_compared_tie_by_tie_and_person_by_person() -> None:
    """In a household a tie can be tense with one and not with another: nothing is said of all of someone."""
    son = replace(EGO[0], id="c2", who="haar zoon", pseudonym=None)
    household = (replace(EGO[0], pseudonym="Ria"), son)

    def father(*tensions: w.Tension) -> ClearedPerson:
        ties = tuple(ClearedTie(to, tension=tension) for to, tension in zip(("c1", "c2"), tensions, strict=True))
        return replace(person(1), who="de vader", ties=ties)

    eyes = seen_by_two(
        (father(w.Tension.OFTEN, w.Tension.SOMETIMES),), (father(w.Tension.OFTEN, w.Tension.NO),), household
    )
    assert eyes.told == ("De vader: de eigen band is zonder spanning.",)


ENERGY = {
    (w.Energy.NONE, w.Energy.GIVES): "geeft het contact nu energie",
    (w.Energy.COSTS, w.Energy.GIVES): "geeft het contact energie waar het die eerst kostte",
    (w.Energy.GIVES, w.Energy.NONE): "geeft het contact geen energie meer",
    (w.Energy.GIVES, w.Energy.BOTH): "kost het contact nu energie",
    (w.Energy.GIVES, w.Energy.COSTS): "kost het contact energie waar het die eerst gaf",
    (w.Energy.BOTH, w.Energy.GIVES): "kost het contact geen energie meer",
    (w.Energy.NONE, w.Energy.BOTH): "geeft en kost het contact nu energie",
    (w.Energy.BOTH, w.Energy.NONE): "geeft en kost het contact geen energie meer",
}


@pytest.mark.parametrize(("energy", "said"), ENERGY.items())
def test_what_a_contact_gives_and_costs_is_told_as_what_came_and_went(
    energy: tuple[w.Energy, w.Energy], said: str
) -> None:
    was, now_ = ((person(1, ties=tie(energy=each)),) for each in energy)
    (step,) = step_views(facts(later(was, now_)), wording("nl"))
    assert step.lines == (f"Met mens 1 {said}.",)


def test_all_that_is_different_with_someone_is_one_sentence_and_people_with_the_same_are_together() -> None:
    was = [
        person(n, how_often=w.Frequency.MONTHLY, ring=w.Ring.OUTER, ties=tie(strength=w.Strength.WEAK, tension=tension))
        for n, tension in ((1, w.Tension.OFTEN), (2, w.Tension.OFTEN), (3, None), (4, None))
    ]
    firm = [tie(strength=w.Strength.STRONG, tension=w.Tension.NO)] * 2 + [tie(strength=w.Strength.STRONG)] * 2
    now_ = [replace(each, ties=ties) for each, ties in zip(was, firm, strict=True)]
    now_[:2] = [replace(each, how_often=w.Frequency.DAILY, ring=w.Ring.INNER) for each in now_[:2]]
    (step,) = step_views(facts(later(tuple(was), tuple(now_))), wording("nl"))
    assert step.lines == (
        "Met mens 1 en mens 2 is er vaker contact en geen spanning meer, en werd de band sterker.",
        "De banden met mens 3 en mens 4 werden sterker.",
        "Dichter bij het midden staan nu mens 1 en mens 2.",
    )


def test_contact_that_came_back_is_not_also_called_more() -> None:
    was = person(1, how_often=w.Frequency.RARELY, ties=tie(state=w.State.FADED))
    now_ = replace(was, how_often=w.Frequency.WEEKLY, ties=tie(state=w.State.ACTIVE))
    (step,) = step_views(facts(later((was,), (now_,))), wording("nl"))
    assert step.lines == ("Met mens 1 is er weer contact.",)


def test_tension_among_others_that_came_is_told_and_that_is_not_told_again_is_not_called_gone() -> None:
    was, now_ = later((person(1), person(2), person(3)), (person(1), person(2), person(3))).maps

    def among(*tensions: w.Tension | None) -> tuple[ClearedLink, ...]:
        pairs = (("n1", "n2"), ("n2", "n3"))
        return tuple(ClearedLink(*pair, tension=each) for pair, each in zip(pairs, tensions, strict=True))

    before = replace(was, links=among(w.Tension.NO, w.Tension.OFTEN))
    (step,) = step_views(facts(case(before, replace(now_, links=among(w.Tension.SOMETIMES, None)))), wording("nl"))
    assert step.lines == ("Tussen mens 1 en mens 2 is er nu spanning.",)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            {"ties": tie(tension=w.Tension.OFTEN)},
            {"ties": tie(tension=w.Tension.SOMETIMES)},
            "Met mens 1 is er minder vaak spanning.",
        ),
        (
            {"ties": tie(tension=w.Tension.SOMETIMES)},
            {"ties": tie(tension=w.Tension.OFTEN)},
            "Met mens 1 is er vaker spanning.",
        ),
        (
            {"how_often": w.Frequency.MONTHLY},
            {"how_often": w.Frequency.WEEKLY},
            "Met mens 1 is er vaker contact.",
        ),
        (
            {"how_often": w.Frequency.DAILY},
            {"how_often": w.Frequency.RARELY},
            "Met mens 1 is er minder vaak contact.",
        ),
        (
            {"how_often": w.Frequency.DAILY},
            {"how_often": w.Frequency.VARYING},
            "Tussen deze kaarten is op het oog niets veranderd.",
        ),
    ],
)
def test_more_or_less_of_the_same_is_told_too(before: dict, after: dict, said: str) -> None:
    (step,) = step_views(facts(later((person(1, **before),), (person(1, **after),))), wording("nl"))
    assert step.lines == (said,)


def test_with_whom_a_tie_changed_is_said_where_it_did_not_change_with_another() -> None:
    son = replace(EGO[0], id="c2", who="haar zoon", pseudonym=None)
    household = (EGO[0], son)

    def father(tension: w.Tension) -> ClearedPerson:
        ties = (ClearedTie("c1", tension=w.Tension.OFTEN), ClearedTie("c2", tension=tension))
        return replace(person(1), who="de vader", ties=ties)

    maps = (
        ClearedMap("toen", household, (father(w.Tension.OFTEN),), moment="toen"),
        ClearedMap("nu", household, (father(w.Tension.NO),), moment="nu"),
    )
    (step,) = step_views(facts(case(*maps)), wording("nl"))
    assert step.lines == ("Tussen haar zoon en de vader is er geen spanning meer.",)


def test_a_lens_asks_first_what_this_case_is_about() -> None:
    found = facts(
        case(
            ClearedMap("nu", EGO, (person(1, ties=tie(energy=w.Energy.COSTS)), person(2, ring=w.Ring.OUTER))),
            dilemmas=(ClearedDilemma(w.DilemmaType.SELF_RELIANCE, deliberate_choice=True),),
        )
    )
    asked = {lens.name: lens.questions for lens in lenses(found, wording("nl"), {})}
    assert asked["De ecomap van Hartman"][0].startswith("Er gaat energie naar mens 1.")
    assert asked["Steunend relationeel handelen"][0].startswith("Iemand koos er bewust voor om het zo te laten.")
    assert asked["Het konvooi"][0].startswith("De binnenste cirkel is leeg.")
    assert all(len(questions) == QUESTIONS for questions in asked.values())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_question_of_a_lens_can_be_asked(language: Language) -> None:
    """Each `when` is a word that the program knows, and only where it is about someone does the text name them."""
    everything = facts(
        case(
            ClearedMap("toen", EGO, (), moment="toen", longing="rust"),
            ClearedMap(
                "nu", EGO,
                (
                    person(1, ring=w.Ring.INNER, ties=tie(energy=w.Energy.COSTS, tension=w.Tension.OFTEN)),
                    person(2, ring=w.Ring.OUTER, ties=tie(energy=w.Energy.GIVES, support=SUPPORT)),
                    person(3, deceased=True),
                    person(4, circles=WORK),
                ),
            ),
            dilemmas=(ClearedDilemma(w.DilemmaType.SELF_RELIANCE, deliberate_choice=True),),
        )
    )  # fmt: skip
    from mensenwerk.pages.lenses import _fits

    fits = {**_fits(everything), "nobody_inner": ""}
    for lens in wording(language).lenses.values():
        for one in lens["questions"]:
            assert ("{who}" in one["text"]) is bool(fits[one["when"]]), one


@pytest.fixture(scope="module")
def sample() -> Casebook:
    site = load(ROOT / "mkdocs.yml")
    return make(site.settings, site.check())


def open_words(markdown: str) -> str:
    """What a reader sees before unfolding anything, without the table that tells the drawing again."""
    unfolded = re.sub(r'<details class="mw-table".*?</details>', "", markdown, flags=re.DOTALL)
    unfolded = re.sub(
        r"<details(?![^>]* open)[^>]*>\s*<summary>(.*?)</summary>.*?</details>", r"\1", unfolded, flags=re.DOTALL
    )
    for aside in (r'<ul class="mw-legend".*?</ul>', r'<ul class="mw-references".*?</ul>'):
        unfolded = re.sub(aside, "", unfolded, flags=re.DOTALL)
    return page_text(unfolded)


def authors_words(made: object) -> list[str]:
    """Every text in a cleared case that its author wrote: stories, roles, moments, talents."""
    if type(made) is str:
        return [made] if made else []
    if is_dataclass(made):
        return [text for each in fields(made) for text in authors_words(getattr(made, each.name))]
    return [text for each in made for text in authors_words(each)] if isinstance(made, tuple) else []


def parted(page: str, cleared: ClearedCase) -> tuple[int, int]:
    """How many words on a page the author wrote, and how many the program did. A role that the program repeats in a
    sentence is counted for nobody."""
    left = page
    own = 0
    for text in sorted({page_text(each) for each in authors_words(cleared)} - {""}, key=len, reverse=True):
        if len(text.split()) > 3 and text in left:
            own += count(text)
        left = re.sub(rf"(?<!\w){re.escape(text)}(?!\w)", " ", left, flags=re.IGNORECASE)
    return own, count(left)


def count(text: str) -> int:
    return len(re.findall(r"\w+", text))


def test_the_program_never_says_more_than_the_author(sample: Casebook) -> None:
    for cleared in sample.cases:
        page = next(page for page in sample.pages if Path(page.uri).stem == cleared.id)
        own, ours = parted(open_words(page.markdown), cleared)
        assert own > ours, (cleared.id, own, ours)


def test_no_sentence_of_ours_stands_twice_on_a_page(sample: Casebook) -> None:
    """Captions and the summary of a drawing may: each map is described for itself."""
    for cleared in sample.cases:
        page = next(page for page in sample.pages if Path(page.uri).stem == cleared.id)
        captions = r'<p (?:class="mw-(?:map__when|dilemma__holder)"|id="[^"]*-summary")>.*?</p>'
        markdown = re.sub(captions, "", page.markdown).replace(
            '<details class="mw-char', '<details open class="mw-char'
        )
        said = re.findall(r"[A-ZÀ-Ý][^.?!]{25,}[.?!]", open_words(markdown))
        twice = {each for each in said if said.count(each) > 1}
        assert twice == set(), cleared.id


def test_the_sample_casebook_tells_of_every_threshold_and_every_characteristic(sample: Casebook) -> None:
    assert {each.type for cleared in sample.cases for each in cleared.dilemmas} >= set(w.DilemmaType) - {
        w.DilemmaType.OTHER
    }
    assert {name for cleared in sample.cases for name, _ in cleared.experiences} == set(wording("nl").characteristics)
