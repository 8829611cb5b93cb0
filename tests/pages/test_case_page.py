"""The page of a case: its order, its words, and what it leaves out."""

from __future__ import annotations

import re

import pytest

from mensenwerk.guards import ClearedCase
from mensenwerk.guards.project import clear
from mensenwerk.model import read_case
from mensenwerk.model.literature import Reference
from mensenwerk.network import facts
from mensenwerk.pages import Addresses
from mensenwerk.pages.cards import cards
from mensenwerk.pages.case_page import case_page
from mensenwerk.problems import Problems
from mensenwerk.publish.page_text import page_text
from mensenwerk.source import read_text

HEAD = """taal: nl
id: een
titel: Een kaart
publicatie: {bestemd_voor: publiek, herkomst: gefingeerd, beoordeling: {rol: collega, maand: 2026-05}}
middelpunt: [{id: ik, wie: een vrouw, schuilnaam: Ria}]
"""


def cleared(text: str, head: str = HEAD) -> ClearedCase:
    problems = Problems()
    document = read_text(f"{head}{text}".encode(), "een.yaml", problems)
    assert document is not None, problems.found
    read = read_case(document, problems)
    assert read is not None, [str(problem) for problem in problems.found]
    return clear(read.case)


def markdown_of(text: str, head: str = HEAD, literature: tuple[str, ...] = ()) -> str:
    case = cleared(text, head)
    references = {key: Reference(key, ("Hartman, A.",), "1978", "Titel") for key in (*case.sources, *literature)}
    return case_page(facts(case), (), Addresses(case.language), references).markdown


def text_of(text: str, head: str = HEAD, literature: tuple[str, ...] = ()) -> str:
    """All that stands on the page, also what a search leaves out."""
    return " ".join(page_text(markdown_of(text, head, literature).replace('data-search="off"', "")).split())


def people(*said: str) -> str:
    return "mensen:\n" + "".join(f"  - {{id: p{n}, {one}}}\n" for n, one in enumerate(said))


def test_the_page_goes_from_people_to_map_to_network_to_thresholds_to_expectations() -> None:
    markdown = markdown_of(
        people("wie: haar zus")
        + "drempels: [{soort: niet-tot-last}]\nverwachting: [{wat: Dat ze luistert., van: p0}]\n"
        + "ruimte: {gemeente: Tijd.}\nbronnen: [hartman-1978]\n"
    )
    headings = re.findall(r"^##? (.+)$|<h2>(.+?)</h2>", markdown, re.MULTILINE)
    assert [one or two for one, two in headings] == [
        "Een kaart",
        "Wie is belangrijk",
        "De kaart",
        "Hoe dit netwerk in elkaar zit",
        "Wat er in de weg kan staan",
        "Met andere ogen",
        "Wat kan, soms kan en niet kan",
        "Wat dit vraagt van anderen",
        "Bronnen",
        "Waar deze casus vandaan komt",
    ]


def test_what_the_person_saw_and_longs_for_stands_before_any_figure() -> None:
    text = text_of(people("wie: haar zus") + "kaarten: [{id: begin, viel_op: Zo veel., verlangen: Rust.}]\n")
    assert text.index("Wat Ria zag Zo veel.") < text.index("Waar Ria naar verlangt Rust.") < text.index("Omvang")


def test_a_map_that_was_not_drawn_says_so_and_keeps_its_table() -> None:
    markdown = markdown_of(people("wie: haar zus, banden: {sterkte: sterk, spanning: vaak}"))
    assert "Deze kaart kon hier niet worden getekend" in markdown
    assert '<th scope="row">Haar zus</th><td></td><td>sterk, vaak spanning</td>' in markdown


def test_an_empty_network_is_met_with_dignity() -> None:
    text = text_of("")
    assert "Er staat nog niemand op de kaart. Ook dat is iets om samen bij stil te staan." in text
    assert "Op deze kaart staat niemand om Ria heen." in text


@pytest.mark.parametrize(("count", "figures"), [(0, False), (1, False), (2, False), (3, True)])
def test_with_one_or_two_people_there_is_no_figure_of_density_or_composition(count: int, figures: bool) -> None:
    text = text_of(people(*["wie: iemand"] * count) if count else "")
    assert ("Dichtheid" in text) is figures
    assert ("Samenstelling" in text) is figures


def test_what_someone_says_of_density_stays_when_there_is_no_figure() -> None:
    text = text_of("kenmerken: {dichtheid: {beleving: stil, volgens: ik, tekst: Er kent niemand iemand.}}\n")
    assert "Er kent niemand iemand." in text
    assert "Bij zo weinig mensen valt hier niets te tellen." in text


def test_a_characteristic_stands_open_where_the_case_speaks_of_it() -> None:
    markdown = markdown_of(people("wie: haar zus") + "kenmerken: {omvang: {beleving: genoeg}}\n")
    opened = re.findall(r'<details class="mw-characteristic"( open)?>\s*<summary><h3>(\w+)', markdown)
    assert [name for is_open, name in opened if is_open] == ["Omvang"]
    assert len(opened) > 1


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (["wie: haar zus"], "Op deze kaart tellen we één mens: haar zus."),
        (
            ["wie: haar zus", "wie: de buurvrouw"],
            "Op deze kaart tellen we er twee: haar zus en de buurvrouw.",
        ),
        (
            ["wie: haar zus", "wie: de arts, kring: beroepskracht"],
            "Ook de arts staat op de kaart, als beroepskracht of instelling.",
        ),
        (
            ["wie: de arts, kring: beroepskracht, hoort_erbij: ja"],
            "Buiten beroepskrachten en instellingen tellen we hier niemand.",
        ),
        (["wie: haar zus, sinds: jeugd"], "Haar zus is er al lang bij: tien jaar of langer, of van jongs af."),
        (["wie: het koor, soort: groep"], "Op deze kaart tellen we één groep: het koor."),
        (
            ["wie: het koor, soort: groep", "wie: haar zus"],
            "Op deze kaart tellen we er twee: het koor en haar zus.",
        ),
        (["wie: haar zus, talenten: [zingen]"], "Haar zus: zingen."),
        (
            ["wie: haar zus, bereikbaarheid: {reistijd: 60, tijd: ruim}"],
            "Haar zus is meer dan een half uur onderweg.",
        ),
    ],
)
def test_a_figure_is_said_in_a_sentence_that_names_people(said: list[str], sentence: str) -> None:
    assert sentence in text_of(people(*said))


def test_of_who_lives_in_the_same_house_or_a_door_away_it_is_not_told_how_far_they_are() -> None:
    text = text_of(
        people(
            "wie: vader, kring: familie, bereikbaarheid: {reistijd: 0, tijd: krap}",
            "wie: broer, kring: familie, bereikbaarheid: {reistijd: 0}",
            "wie: de buurvrouw, kring: buren, bereikbaarheid: {reistijd: 0, tijd: ruim}",
        )
    )
    for said in (
        "Broer is in huis of een deur verder.",
        "Vader is in huis of een deur verder, maar heeft het druk.",
        "De buurvrouw is een deur verder, en heeft tijd.",
    ):
        assert said in text
    assert "half uur" not in text
    assert "weten we niet alles" not in text


def test_of_someone_who_is_cared_for_it_is_not_told_whether_they_have_time() -> None:
    cared = "wie: oma, bereikbaarheid: {reistijd: 0, tijd: ruim}, banden: {steun: {praktisch: geeft}}"
    threshold = "drempels: [{soort: overbelaste-naaste, rond: [p0], verhaal: Moe.}]\n"
    assert "Oma is in huis of een deur verder." in text_of(people(cared) + threshold)
    assert "Oma is in huis of een deur verder, en heeft tijd." in text_of(people(cared))


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("de ouders op het plein, soort: groep", "De ouders op het plein zijn er al een aantal jaren bij."),
        ("het team, soort: groep", "Het team is er al een aantal jaren bij."),
        ("de eetclub, soort: groep", "De eetclub is er al een aantal jaren bij."),
        ("haar oudste zus", "Haar oudste zus is er al een aantal jaren bij."),
    ],
)
def test_a_group_that_is_called_by_a_plural_has_a_verb_to_match(who: str, said: str) -> None:
    assert said in text_of(people(f"wie: {who}, sinds: 5"))


def test_who_knows_whom_is_told_with_what_is_not_known() -> None:
    text = text_of(people("wie: haar zus", "wie: oma", "wie: de buurvrouw") + "wie_kent_wie: {groepen: [[p0, p1]]}\n")
    assert "Een paar van deze mensen kennen elkaar." in text
    assert "Haar zus en oma kennen elkaar." in text
    assert "Voor zover we weten, kent de buurvrouw niemand van de anderen." in text
    assert "Van de meesten is niet verteld of zij elkaar kennen." in text


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([], "Voor zover we weten, kent niemand een ander."),
        (["[p0, p1]"], "Een paar van deze mensen kennen elkaar."),
        (["[p0, p1, p2]"], "Een deel van deze mensen kent elkaar."),
        (["[p0, p1, p2]", "[p3, p0]"], "De meeste van deze mensen kennen elkaar."),
        (["[p0, p1, p2, p3, p4]", "[p4, p5, p0, p1]"], "Bijna iedereen kent elkaar."),
        (["[p0, p1, p2, p3]"], "Iedereen kent iedereen."),
    ],
)
def test_how_many_know_each_other_is_said_without_a_number_or_a_share(pairs: list[str], said: str) -> None:
    count = 6 if "p5" in str(pairs) else 4
    text = text_of(
        people(*["wie: iemand"] * count) + f"wie_kent_wie: {{volledig: ja, groepen: [{', '.join(pairs)}]}}\n"
    )
    figure = text.partition("Dichtheid")[2].partition("Stabiliteit")[0]
    assert figure.strip().startswith(said)
    assert not re.search(r"\d|paren|helft", figure)


def test_a_family_in_which_everyone_knows_everyone_is_told_as_one_and_a_group_is_nobody_who_knows_someone() -> None:
    family = [f"wie: {who}, kring: familie" for who in ("moeder", "zus", "broer", "tante")]
    around = people(*family, "wie: een vriend, kring: vrienden", "wie: de familie-app, soort: groep, kring: familie",
                    "wie: het koor, soort: groep")  # fmt: skip
    pairs = "{tussen: [p1, p2], band: goed}, {tussen: [p4, p0], band: geen}, {tussen: [p4, p1], band: geen}"
    known = f"wie_kent_wie: {{groepen: [[p0, p1, p2, p3], [p4, p6]], paren: [{pairs}]}}\n"
    text = text_of(around + known)
    whole = "De hele familie kent elkaar: moeder, zus, broer en tante."
    view = text.partition("Wie kent wie, op een rij")[2].partition("Hoe dit netwerk in elkaar zit")[0]
    assert (
        f"{whole} Kennen elkaar goed: zus en broer. Kennen elkaar niet: een vriend met moeder en zus."
        " Met het koor is een vriend bekend." in view
    )
    figure = text.partition("Dichtheid")[2].partition("Stabiliteit")[0]
    assert figure.strip().startswith("Een deel van deze mensen kent elkaar.")
    assert whole in figure
    assert "familie-app" not in view + figure
    assert "Kennen elkaar niet: een vriend met moeder en zus." in text.partition("Deze kaart in woorden")[2]


def test_a_group_that_all_of_a_circle_know_does_not_name_them_again() -> None:
    around = people("wie: Huib", "wie: Toos", "wie: Riek", "wie: het team, soort: groep", "wie: Ans", "wie: Bo")
    text = text_of(around + "wie_kent_wie: {groepen: [[p0, p1, p2, p3]]}\n")
    assert text.count("Kennen elkaar allemaal: Huib, Toos en Riek. Met het team zijn zij allemaal bekend.") == 2
    assert "Huib, Toos en Riek bekend" not in text


def test_three_who_all_know_each_other_are_not_called_the_whole_family() -> None:
    family = [f"wie: {who}, kring: familie" for who in ("moeder", "zus", "broer")]
    text = text_of(people(*family, "wie: de arts") + "wie_kent_wie: {groepen: [[p0, p1, p2]]}\n")
    assert "Kennen elkaar allemaal: moeder, zus en broer." in text
    assert "hele familie" not in text


def test_of_groups_alone_no_density_is_told() -> None:
    text = text_of(people(*[f"wie: koor {n}, soort: groep" for n in range(4)]))
    assert "Samenstelling" in text
    assert "Dichtheid" not in text


def test_who_is_on_the_map_and_not_counted_is_named_so_that_no_number_seems_wrong() -> None:
    around = ["wie: iemand"] * 7
    text = text_of(people(*around, "wie: het koor, soort: groep", "wie: de hond, soort: dier"))
    assert "Op deze kaart staan mensen, een groep en een dier. De tabel noemt iedereen." in text
    assert "Op deze kaart tellen we er acht, mensen en een groep samen." in text
    assert "Wel op de kaart, niet geteld: de hond." in text


def test_a_meaning_that_changed_is_told_with_its_moment() -> None:
    text = text_of(
        people("wie: haar zus, betekenis: Ver weg., veranderd: {later: {betekenis: Dichtbij.}}")
        + "kaarten: [{id: begin, moment: het begin}, {id: later, moment: een jaar later}]\n"
    )
    assert "Haar zus Ver weg. Een jaar later: Dichtbij." in text


def test_what_someone_says_later_stands_beside_what_they_said_first() -> None:
    text = text_of(
        people("wie: haar zus, eigen_stem: Ik bel niet., veranderd: {later: {eigen_stem: Nu wel.}}")
        + "kaarten: [{id: begin, moment: het begin}, {id: later, moment: een jaar later}]\n"
    )
    assert "Ik bel niet. Een jaar later: Nu wel." in text


def test_with_someone_who_died_there_is_no_contact_in_the_table_of_that_map() -> None:
    text = markdown_of(
        people("wie: haar oom, contact: {hoe_vaak: wekelijks}, veranderd: {later: {overleden: ja}}")
        + "kaarten: [{id: begin}, {id: later}]\n"
    )
    assert text.count("<td>wekelijks</td>") == 1
    assert '<th scope="row">Haar oom (overleden)</th>' in text


def test_the_same_people_are_seen_in_other_ways_where_the_case_tells_of_them() -> None:
    text = text_of(
        people(
            "wie: haar zus, cirkel: binnenste, sinds: 12, banden: {steun: {gezelschap: beide, advies: krijgt}}",
            "wie: de buurvrouw, cirkel: rand, sinds: altijd",
        )
        + "wie_kent_wie: {groepen: [[p0, p1]]}\n"
    )
    assert "Heel dichtbij: haar zus. Aan de rand: de buurvrouw." in text
    assert "Haar zus over en weer: gezelschap; naar Ria: raad heel dichtbij twaalf jaar" in text
    assert "Kennen elkaar: haar zus en de buurvrouw." in text


def test_in_quarters_everyone_of_whom_closeness_is_told_stands_with_where_they_come_from() -> None:
    text = text_of(
        people(
            "wie: haar zus, cirkel: binnenste, kring: familie",
            "wie: de huisarts, cirkel: rand, kring: beroepskracht",
            "wie: de bakker, cirkel: rand, kring: kennissen",
            "wie: een neef, kring: familie",
        )
    )
    assert "Familie: haar zus (heel dichtbij). Beroepskrachten: de huisarts (aan de rand)." in text
    assert "Samenleving: de bakker (aan de rand)." in text
    only_family = text_of(people("wie: a, cirkel: rand, kring: familie", "wie: b, cirkel: rand, kring: familie"))
    assert "In cirkels en kwarten" not in only_family


def test_an_empty_quarter_is_said_and_animals_and_places_stand_apart_from_people() -> None:
    text = text_of(
        people(
            "wie: de hond, soort: dier, cirkel: binnenste, betekenis: Warm.",
            "wie: haar zus, cirkel: binnenste, kring: familie, betekenis: Ze lacht.",
            "wie: de bakker, cirkel: rand, kring: kennissen",
        )
    )
    assert "Heel dichtbij: haar zus en de hond." in text
    assert "Bij lotgenoten en beroepskrachten is niemand genoemd." in text
    assert "Dieren en plekken horen bij geen van de vier: de hond (heel dichtbij)." in text
    assert "de hond" not in text.partition("Samenleving:")[2].partition(".")[0]


def test_a_map_with_many_people_is_told_by_circle_first_and_loses_nobody() -> None:
    singers = [f"wie: zanger {n}, kring: vereniging" for n in range(26)]
    text = people(*singers, "wie: de buurvrouw, kring: buren")
    page = markdown_of(text + "wie_kent_wie: {groepen: [[p1, p2, p3]]}\n")
    assert "vereniging (26 mensen) en" in page or "en vereniging (26 mensen)" in page
    assert "buren (de buurvrouw)" in page
    opened = re.findall(
        r"<summary>(Vereniging: 26 mensen|Buren: de buurvrouw)</summary>(.*?)</details>", page, re.DOTALL
    )
    assert [title for title, _ in opened] == ["Buren: de buurvrouw", "Vereniging: 26 mensen"]
    assert "In deze kring kennen sommigen elkaar." in opened[1][1]
    assert opened[1][1].count('<th scope="row">') == 26
    whole = page.partition("<summary>De kaart met iedereen</summary>")[2]
    assert whole.partition("</table>")[0].count('<th scope="row">') == 27
    few = markdown_of(people("wie: haar zus"))
    assert "van verder af gezien" not in few


def test_a_view_after_someones_method_gives_their_work_where_the_book_lists_it() -> None:
    told = people("wie: haar zus, cirkel: binnenste", "wie: oma, cirkel: rand")
    assert "Hartman, A. (1978). Titel." not in text_of(told)
    assert "Naar Kahn en Antonucci." in text_of(told)
    assert "Hartman, A. (1978). Titel." in text_of(told, literature=("kahn-antonucci-1980",))


def test_a_view_of_which_the_case_tells_nothing_is_not_there() -> None:
    assert "anders bekeken" not in text_of(people("wie: haar zus"))
    assert "In cirkels" not in text_of(people("wie: haar zus, cirkel: binnenste"))


def test_what_was_not_discussed_with_someone_is_no_expectation() -> None:
    text = text_of(
        people("wie: haar zus")
        + "verwachting:\n  - {wat: Dat ze belt., van: p0, besproken: ja, kan: wel}\n"
        + "  - {wat: Dat ze komt., van: p0, besproken: nee, kan: wel}\n"
    )
    assert "Dit kan Dat ze belt. (haar zus) Nog niet besproken Dat ze komt." in text
    assert "Alles hier is met de mensen zelf besproken." not in text


def test_whoever_a_sentence_names_by_their_noun_is_not_named_again_behind_it() -> None:
    text = text_of(
        people("wie: haar oudste vriendin van de camping", "wie: haar zus")
        + "verwachting:\n  - {wat: Dat haar vriendin belt., van: p0, besproken: ja, kan: wel}\n"
        + "  - {wat: Dat er een pan terug mag., van: p1, besproken: ja, kan: wel}\n"
    )
    assert "Dat haar vriendin belt. Dat er een pan terug mag. (haar zus)" in text


NIGHT = HEAD.replace("schuilnaam: Ria", "symbool: man").replace("wie: een vrouw", "wie: de man van de nacht")


def test_whoever_stands_alone_without_a_name_is_called_by_a_pronoun_after_the_first_time() -> None:
    text = text_of(
        people("wie: een vriend, hoort_erbij: twijfel, cirkel: midden, banden: {steun: {praktisch: geeft}}",
               "wie: een zus, cirkel: rand")
        + "kaarten: [{id: nu, moment: nu, gezien_door: ik, viel_op: Weinig., verlangen: Meer.}]\n"
        + "drempels: [{soort: zelf-oplossen, van: p0, rond: [ik], verhaal: Zo.}]\n"
        + "kenmerken: {omvang: {volgens: ik, beleving: stil, tekst: Ik tel niet.}}\n",
        NIGHT,
    )  # fmt: skip
    for said in (
        "Een vriend misschien erbij, volgens hem",
        "Ecomap van de man van de nacht: nu",
        "Gezien door hemzelf. Wat hij zag Weinig. Waar hij naar verlangt Meer.",
        "In cirkels: wie staat hoe dichtbij, volgens hem",
        "van hem: praktische dingen",
        "In eigen woorden: stil",
        "Dit speelt bij een vriend. Zo.",
    ):
        assert said in text
    assert text.count("de man van de nacht") == 1


def test_whoever_has_a_name_keeps_it() -> None:
    text = text_of(
        "kaarten: [{id: nu, gezien_door: ik, viel_op: Weinig.}]\n", HEAD.replace("Ria", "Ria, symbool: vrouw")
    )
    assert "Gezien door Ria." in text
    assert "Wat Ria zag" in text


def test_another_view_says_whose_words_and_lines_it_takes_over() -> None:
    head = HEAD.replace("}]\n", "}, {id: kind, wie: haar zoon}]\n")
    text = text_of(
        people("wie: oma, banden: {met: ik, sterkte: sterk, woord: koffie}, "
               "anders_gezien: {zijn: {banden: {ik: {sterkte: zwak}}}}",
               "wie: de hond, banden: {met: kind, woord: kwispel}, "
               "anders_gezien: {zijn: {banden: {kind: {woord: van mij}}}}")
        + "kaarten: [{id: haar, moment: nu, gezien_door: ik}, "
        + "{id: zijn, moment: na het eten, naast: haar, gezien_door: kind}]\n",
        head,
    )  # fmt: skip
    own, other = text.partition("Door de ogen van haar zoon")[::2]
    other = other.partition("Dezelfde mensen, anders bekeken")[0]
    assert "Ria: sterk, ‘koffie’" in own
    assert "Gezien door haar zoon. Wat hier niet anders is getekend, staat er zoals Ria het zag." in other
    assert "Ria: dun, ‘koffie’ (zei Ria)" in other
    assert "‘van mij’" in other
    assert "van mij’ (zei" not in other


@pytest.mark.parametrize(
    ("moment", "said"),
    [("", True), (", moment: nu", True), (", moment: twee weken later", False)],
    ids=["untold", "the same", "a moment of its own"],
)
def test_a_view_with_a_moment_of_its_own_is_not_called_the_same_moment(moment: str, said: bool) -> None:
    text = text_of(f"kaarten: [{{id: een, moment: nu}}, {{id: twee, naast: een, gezien_door: ik{moment}}}]\n")
    assert ("Hetzelfde moment, door andere ogen." in text) is said
    assert ("Ecomap van Ria: twee weken later" in text) is not said


def test_more_tense_ties_than_a_sentence_can_name_are_not_passed_over() -> None:
    tense = "banden: {spanning: vaak, sterkte: sterk}"
    text = text_of(people(*[f"wie: mens {n}, {tense}" for n in range(9)]))
    assert "Veel banden zijn sterk. In veel banden zit spanning." in text


def test_there_is_no_tension_with_someone_who_has_died() -> None:
    text = text_of(
        people("wie: oma, veranderd: {nu: {overleden: ja}}", "wie: een zus")
        + "wie_kent_wie: {paren: [{tussen: [p0, p1], spanning: vaak}]}\n"
        + "kaarten: [{id: toen, moment: toen}, {id: nu, moment: nu}]\n"
    )
    assert text.count("Onderling is er spanning: oma en een zus.") == 1


def test_tension_among_people_around_is_told_in_the_summary_of_each_map() -> None:
    pairs = "{tussen: [p0, p1], spanning: vaak}, {tussen: [p0, p2], spanning: soms}, {tussen: [p1, p2], spanning: nee}"
    text = text_of(
        people("wie: oma", "wie: een zus", "wie: een broer")
        + f"wie_kent_wie: {{paren: [{pairs}]}}\n"
        + "kaarten: [{id: toen, moment: toen}, {id: nu, moment: nu}]\n"
    )
    assert text.count("Onderling is er spanning: oma met een zus en een broer.") == 2


@pytest.mark.parametrize(
    ("thresholds", "said"),
    [("", False), ("drempels: [{soort: overbelaste-naaste, van: p0, verhaal: Moe.}]\n", True)],
    ids=["no carer", "a carer"],
)
def test_that_care_cannot_be_forced_is_said_where_someone_cares(thresholds: str, said: bool) -> None:
    expected = "verwachting: [{wat: Dat ze belt., van: p0, besproken: ja, kan: wel}]\n"
    text = text_of(people("wie: zus") + expected + thresholds)
    assert ("Mantelzorg is niet af te dwingen." in text) is said
    assert "huisgenoten" not in text


@pytest.mark.parametrize(
    ("talents", "said"),
    [
        (["[koken]", "[koken, zingen]"], "Bij meer dan één genoemd: koken."),
        (["[koken]", "[zingen]"], "Elk talent is hier bij één van hen genoemd."),
    ],
)
def test_talents_begin_with_whether_one_has_them_or_more(talents: list[str], said: str) -> None:
    text = text_of(people(*[f"wie: mens {n}, talenten: {each}" for n, each in enumerate(talents)]))
    assert text.partition("Complexiteit")[2].strip().startswith(said)


def test_whose_daughter_someone_is_is_not_said_where_her_name_says_it() -> None:
    head = HEAD.replace("}]\n", "}, {id: man, wie: haar man}]\n")
    text = text_of(
        people(
            "wie: haar dochter, relatie: {is: dochter, van: ik}",
            "wie: haar kleinzoon, relatie: {is: kleinzoon, van: man}",
        ),
        head,
    )
    assert "dochter van Ria" not in text
    assert "Haar kleinzoon kleinzoon van haar man" in text


def test_a_quote_on_a_card_has_a_speaker() -> None:
    case = cleared("kenmerken: {omvang: {tekst: Ik tel niet.}}\n")
    (card,), _ = cards([case], Addresses("nl"), "kenmerken/omvang.md", about="size")
    assert (card.said, card.voice) == ("Ik tel niet.", "In eigen woorden")


def test_what_was_discussed_without_an_answer_is_not_called_undiscussed() -> None:
    text = text_of(people("wie: haar zus") + "verwachting: [{wat: Dat haar zus belt., van: p0, besproken: ja}]\n")
    assert "Besproken; of het kan, staat er niet bij Dat haar zus belt." in text
    assert "Nog niet besproken" not in text


def test_what_someone_means_in_another_view_is_told_with_whose_view_it_is() -> None:
    text = text_of(
        people("wie: haar zus, betekenis: Ver., anders_gezien: {ook: {betekenis: Dichtbij.}}")
        + "kaarten: [{id: begin}, {id: ook, naast: begin, gezien_door: haar zoon}]\n"
    )
    assert "Ver. Door de ogen van haar zoon: Dichtbij." in text


def test_a_tie_within_the_household_stands_in_the_table() -> None:
    head = HEAD.replace("}]\n", "}, {id: kind, wie: haar zoon, banden: {sterkte: sterk, woord: samen}}]\n")
    assert '<th scope="row">Haar zoon</th><td></td><td>Ria: sterk, ‘samen’</td>' in markdown_of("", head)


def test_two_people_who_do_not_know_each_other_are_told_and_not_called_unknown() -> None:
    text = text_of(people("wie: oma", "wie: de arts") + "wie_kent_wie: {paren: [{tussen: [p0, p1], band: geen}]}\n")
    assert "Oma en de arts kennen elkaar niet." in text
    assert "is niet bekend" not in text


def test_a_tie_that_breaks_with_the_only_person_in_the_centre_is_one_tie() -> None:
    text = text_of(
        people("wie: haar zus, banden: {sterkte: sterk}, veranderd: {later: {banden: {ik: {staat: verbroken}}}}")
        + "kaarten: [{id: begin}, {id: later}]\n"
    )
    assert "Met haar zus is het contact verbroken." in text
    assert "Op deze kaart valt niets te tellen." in text


def test_someone_who_left_the_centre_takes_the_ties_along() -> None:
    head = HEAD.replace("}]\n", "}, {id: kind, wie: haar zoon, veranderd: {later: weg}}]\n")
    text = text_of(
        people("wie: oma, banden: {met: kind, sterkte: sterk}") + "kaarten: [{id: begin}, {id: later}]\n", head
    )
    assert "De band met oma is sterk." in text
    later = text.partition("Op deze kaart staan dezelfde namen als op de kaart hiervoor.")[2]
    assert later
    assert "sterk" not in later.partition("Dezelfde mensen")[0]


def test_a_threshold_of_nobody_in_particular_has_no_empty_line() -> None:
    assert "mw-dilemma__holder" not in markdown_of("drempels: [{soort: bureaucratie, verhaal: Regels.}]\n")


def test_a_threshold_of_ones_own_has_its_name_and_meaning_and_leads_to_its_chapter() -> None:
    markdown = markdown_of("drempels: [{soort: anders, naam: De trap, betekenis: Te steil., van: ik}]\n")
    assert "<h3>De trap</h3>" in markdown
    assert "<p>Te steil.</p>" in markdown
    assert 'href="../drempels/eigen-drempel.html"' in markdown


def test_a_deliberate_choice_not_to_ask_is_respected() -> None:
    assert "Niet vragen is hier een bewuste keuze." in text_of(
        "drempels: [{soort: zelf-oplossen, van: ik, bewuste_keuze: ja}]\n"
    )


@pytest.mark.parametrize(
    ("type_", "heading", "said"),
    [
        ("verstoorde-relatie", "Wat tussen mensen staat", "Het zo laten is hier bewust gekozen."),
        ("acceptatieschroom", "Iets aannemen", "Deze hulp niet aannemen is een bewuste keuze."),
        ("morele-druk", "Moeilijk nee kunnen zeggen", "Dit niet doen is een bewuste keuze."),
    ],
)
def test_a_threshold_has_a_plain_heading_and_a_choice_is_said_as_what_it_is(
    type_: str, heading: str, said: str
) -> None:
    markdown = markdown_of(f"drempels: [{{soort: {type_}, van: ik, bewuste_keuze: ja}}]\n")
    assert f"<h3>{heading}</h3>" in markdown
    assert said in markdown
    assert "Niet vragen is hier" not in markdown
    assert f"Over deze drempel: {type_.replace('-', ' ')}" in markdown


def test_who_doubts_is_named_and_what_someone_is_called_is_not_said_twice() -> None:
    head = HEAD.replace("}]\n", "}, {id: kind, wie: haar zoon}]\n")
    text = text_of(
        people("wie: de vader van haar zoon, hoort_erbij: twijfel, relatie: {is: vader, van: kind}")
        + "kaarten: [{id: begin, gezien_door: ik}]\n",
        head,
    )
    assert "De vader van haar zoon misschien erbij, volgens Ria" in text


def test_what_housemates_do_is_said_where_there_are_housemates() -> None:
    expected = "verwachting: [{wat: Dat ze belt., van: ik, besproken: ja, kan: wel}]\n"
    assert "huisgenoten" not in text_of(expected)
    assert "huisgenoten" in text_of(expected, HEAD.replace("}]\n", "}, {id: kind, wie: haar zoon}]\n"))


@pytest.mark.parametrize(
    ("publication", "sentences"),
    [
        (
            "herkomst: gefingeerd",
            [
                "Deze casus is verzonnen.",
                "Een collega las deze casus vooraf (mei 2026).",
            ],
        ),
        ("herkomst: samengesteld, veranderd_is: [leeftijd, beroep]", ["Veranderd om hen te beschermen: leeftijd en"]),
        (
            "herkomst: echt, toestemming: {door: client, maand: 2026-04}",
            ["Degene om wie het gaat las de tekst en gaf toestemming (april 2026).", "kan niemand beloven"],
        ),
    ],
)
def test_how_it_was_made_public_is_told_honestly(publication: str, sentences: list[str]) -> None:
    text = text_of("", HEAD.replace("herkomst: gefingeerd", publication))
    for sentence in sentences:
        assert sentence in text
    assert "anoniem" not in text.lower()


def test_ids_of_people_are_not_on_the_page() -> None:
    markdown = markdown_of(
        "mensen: [{id: zq-geheim, wie: haar zus}, {id: zq-ander, wie: oma}]\n"
        "wie_kent_wie: {groepen: [[zq-geheim, zq-ander]]}\n"
    )
    assert "zq-" not in markdown


def test_the_english_page_says_the_same_in_english() -> None:
    head = """language: en
id: one
title: A map
publication: {intended_for: public, origin: fictional, review: {role: colleague, month: 2026-05}}
centre: [{id: me, who: a woman, pseudonym: Ria}]
"""
    text = text_of("people: [{id: p, who: her sister, since: youth}]\n", head)
    assert "On this map we count one person: her sister." in text
    assert "This case is invented." in text
    assert "Kaart" not in text
