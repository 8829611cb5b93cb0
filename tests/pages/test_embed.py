"""Markers in hand-written pages: parts of cases and citations in their places, and what is wrong told with its line."""

from __future__ import annotations

import itertools
import re
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands import ROOT
from mensenwerk.casebook import Casebook, Checked, check, make
from mensenwerk.pages.dialect import Dialect
from mensenwerk.pages.embed import Book, OwnPage, look_over, read_page
from mensenwerk.pages.markers import Cited, Marker, find
from mensenwerk.problems import Language, Problems
from mensenwerk.publish.page_text import page_text
from mensenwerk.publish.readers import as_readers_see
from mensenwerk.site.run import load

DIALECT = Dialect(("toc", "tables", "fenced_code", "admonition", "footnotes"))


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check(load(ROOT / "mkdocs.yml").settings)


def told(text: str, checked: Checked, language: Language = "nl") -> list[str]:
    problems = Problems(language)
    book = Book({case.id: case for case in checked.cleared}, checked.references)
    look_over(read_page(OwnPage("gids.md", text), DIALECT), "gids.md", book, problems)
    return [str(problem) for problem in problems.found]


@pytest.mark.parametrize(
    ("marker", "message", "exists"),
    [
        ("[[kaart]]", "Dit merkteken begrijpt het programma niet.", "[[kaart CASUS KAART]]"),
        ("[[foto de-kaart-in-de-keuken]]", "Dit merkteken begrijpt het programma niet.", "[[casus CASUS]]"),
        ("[[casus zqnergens]]", "staat niet in dit boek.", "de-kaart-in-de-keuken, "),
        ("[[kaart de-kaart-in-de-keuken zqooit]]", "heeft deze kaart niet.", "begin, later, later-zoon"),
        ("[[drempel dinsdag-en-vrijdag zqniets]]", "vertelt niet over deze drempel.", "vervaagde-grens"),
        ("[[kenmerk dinsdag-en-vrijdag dichtheid]]", "laat dit kenmerk niet zien.", "bereikbaarheid"),
        ("Zie [@zqnooit-1900].", "staat niet in references.yaml.", "hartman-1978"),
        ("Volgens @zqnooit-1900 is dat zo.", "staat niet in references.yaml.", "hartman-1978"),
    ],
)
def test_what_is_not_there_is_told_with_its_line_and_with_what_is(
    checked: Checked, marker: str, message: str, exists: str
) -> None:
    (problem,) = told(f"# Gids\n\nTekst.\n\n{marker}\n", checked)
    assert problem.startswith("gids.md:5:")
    assert message in problem
    assert exists in problem
    assert "zq" not in problem


def test_a_map_stands_once_on_a_page(checked: Checked) -> None:
    one = "[[kaart de-kaart-in-de-keuken begin]]\n"
    assert told(one, checked) == []
    assert [line.partition(":1:")[0] for line in told(one + "\n" + one, checked)] == ["gids.md:3"]


def test_all_problems_are_told_at_once_in_the_language_of_the_book(checked: Checked) -> None:
    found = told("[[map x]]\n\n[[case nowhere]]\n\n[@nothing-1]\n", checked, "en")
    assert [line.split(":")[1] for line in found] == ["1", "3", "5"]
    assert "In this book are" in found[1]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "@hartman-1978\n\n[[literatuur]]\n\n[[literatuur]]",
            "gids.md:5:1: Wat dit merkteken vraagt, staat al op deze pagina.",
        ),
        ("- [[casus x]]", "gids.md:1:3: Hier kan geen deel van een casus staan."),
        ("- een\n[[casus x]]", "gids.md:2:1: Hier kan geen deel van een casus staan."),
        ("> [[casus x]]", "gids.md:1:3: Hier kan geen deel van een casus staan."),
        ("Zie [[casus x]] hier.", "gids.md:1:5: Hier kan geen deel van een casus staan."),
        ("# [[casus x]]", "gids.md:1:3: Hier kan geen deel van een casus staan."),
        ("| a |\n|---|\n| [[casus x]] |", "gids.md:3:3: Hier kan geen deel van een casus staan."),
        ("<div>\n[[casus x]]\n</div>", "gids.md:2:1: Hier kan geen deel van een casus staan."),
        ("```\n[[literatuur]]\n\n[[casus x]]", "gids.md:4:1: De casus die dit merkteken noemt"),  # no end of the code
        ("een <!-- twee\n\ndrie", "gids.md:1:5: Hier begint een notitie die lezers zouden zien."),
        ("een <!-- twee\n\ndrie --> vier", "gids.md:1:5: Hier begint een notitie die lezers zouden zien."),
        ("a\u2028b\x0cc\n\n[[casus x]]", "gids.md:3:1: De casus die dit merkteken noemt"),
        ("[[casus\nx]]", "gids.md:1:1: De casus die dit merkteken noemt"),  # as an editor may wrap it
        ("[//]: # (een\ntwee)", "gids.md:1:1: Hier begint een notitie die lezers zouden zien."),
        ("[//]: # een", "gids.md:1:1: Hier begint een notitie die lezers zouden zien."),
        ('[x](y.md "<!-- een -->")', "gids.md:1:11: Hier begint een notitie die lezers zouden zien."),
        ("![<!-- een -->](y.png)", "gids.md:1:3: Hier begint een notitie die lezers zouden zien."),
        ("[[literatuur]]", "gids.md:1:1: Hier komt een lijst van wat deze pagina aanhaalt, maar zij haalt niets aan."),
        ("Volgens @Hartman-1978.", "gids.md:1:9: Wat hier geciteerd wordt"),
        ("_@zqnergens-1_", "gids.md:1:2: Wat hier geciteerd wordt"),
    ],
)
def test_what_cannot_be_where_it_stands_is_told(checked: Checked, text: str, message: str) -> None:
    assert any(problem.startswith(message) for problem in told(text, checked)), told(text, checked)


def test_the_same_threshold_may_stand_beside_its_map(checked: Checked) -> None:
    assert told("[[casus dinsdag-en-vrijdag]]\n\n[[casus dinsdag-en-vrijdag]]", checked) == []


def test_an_address_on_a_page_is_no_citation_where_its_author_says_so(checked: Checked) -> None:
    (problem,) = told("Volg ons: @hulp-in-de-wijk", checked)
    assert "Schrijf dan \\@ in plaats van @." in problem
    assert told("Volg ons: \\@hulp-in-de-wijk", checked) == []


@pytest.mark.parametrize(
    "text",
    [
        "mail post@voorbeeld-een.nl",
        "`[[kaart a b]]` en `[@sleutel-1]`",
        "```\n[[kaart a b]]\n[@sleutel-1]\n```",
        "~~~~\n[[kaart a b]]\n~~~\n[@sleutel-1]\n~~~~",
        "    [[kaart a b]]\n    [@sleutel-1]",
        "<pre>\n[[kaart a b]] @sleutel-1\n</pre>",
        "<kbd>@sleutel-1</kbd>",
        '![een @sleutel-1](x.png "bij @sleutel-1")',
        '<i title="@sleutel-1">een</i>',
        "een [link](https://example.org/@naam-1)",
        "<!-- [[kaart a b]] en @sleutel-1 -->",
        "[//]: # (zie @sleutel-1)",
        "een [[woord]] in haken [[sic]]",
        "<https://voorbeeld.nl/?u=@sleutel-1>",
        "[@sleutel-1]: https://voorbeeld.nl",
        "toon `<!-- dit -->` zo",
        "een <!-- geheim --> twee <!-- geheim --!> drie",
        "<!--\ngeheim\n\nhier -->",
        "[//]: #\n    (geheim)",
    ],
)
def test_what_is_code_or_something_else_is_left_alone(text: str) -> None:
    assert find(text, DIALECT) == ()


@pytest.mark.parametrize("text", ["```x```\n\n[[kaart a b]]", "een\n[[kaart a b]]\ntwee", "[[kaart a b]] <!-- ja -->"])
def test_a_marker_on_its_own_line_is_seen(text: str) -> None:
    (marker,) = (part for part in find(text, DIALECT) if isinstance(part, Marker))
    assert (marker.kind, marker.case, marker.name, marker.placed) == ("map", "a", "b", True)


@pytest.mark.parametrize(
    "text",
    [
        "# Kop @een-twee",
        "[zie @een-twee](x.md)",
        "[@een-twee](x.md)",
    ],
)
def test_a_citation_in_a_heading_or_a_link_becomes_no_link_itself(text: str) -> None:
    (cited,) = (part for part in find(text, DIALECT) if isinstance(part, Cited))
    assert cited.plain


@pytest.mark.parametrize(
    "text", ["!!! note\n    zie @een-twee", "x[^1]\n\n[^1]: @een-twee", "| a |\n|-|\n| @een-twee |"]
)
def test_citations_are_seen_wherever_the_markdown_of_the_site_has_text(text: str) -> None:
    (cited,) = find(text, DIALECT)
    assert isinstance(cited, Cited)
    assert not cited.plain


@given(st.text(alphabet="[]@;,-ab1 \n`~#>!<kaart\\|", max_size=80))
def test_any_text_can_be_looked_over(text: str) -> None:
    parts = find(text, DIALECT)
    assert all(one.end <= other.start for one, other in itertools.pairwise(parts))
    for part in parts:
        line = text.split("\n")[part.line - 1]
        assert line[part.column - 1 :].startswith(text[part.start : part.end].split("\n")[0])


GUIDE = """---
title: Een gids
---
# De gids <!-- een notitie -->

Volgens @hartman-1978 mag het [@hartman-1978, p. 12], en niet alleen daar [@kruijswijk-2014; @bredewold-2018].

[[kaart dinsdag-en-vrijdag najaar]]

[[kenmerk de-kaart-in-de-keuken dichtheid]]

[[drempel alles-staat-klaar bureaucratie]]

[[casus iedereen-weet-het-al]]

## Literatuur

[[literatuur]]
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Casebook:
    folder = tmp_path_factory.mktemp("gids")
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "content/pages/proef.md").write_text(GUIDE, encoding="utf-8")
    settings = load(folder / "mkdocs.yml").settings
    return make(settings, check(settings))


def test_parts_of_cases_and_citations_stand_in_their_places(book: Casebook) -> None:
    page = next(page for page in book.pages if page.uri == "proef.md")
    html = as_readers_see(page.put_drawings(page.markdown))
    text = page_text(html)
    assert (page.by_hand, len(page.drawings), html.count("<svg ") > 2) == (True, 2, True)
    assert "Volgens Hartman (1978) mag het (Hartman, 1978, p. 12), en" in text
    assert "(Bredewold et al., 2018; Kruijswijk et al., 2014)" in text
    for anchor in re.findall(r'href="#(bron-[^"]+)"', html):
        assert html.count(f'id="{anchor}"') == 1
    order = [
        "Ecomap van de oude brugwachter",
        "Dichtheid",
        "Formulieren en regels",
        "Iedereen weet het al",
        "Literatuur",
        "Bredewold, F.",
    ]
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    assert "notitie" not in html
    assert "[[" not in html
    assert "@" not in text


def test_a_part_leads_to_its_case(book: Casebook) -> None:
    page = next(page for page in book.pages if page.uri == "proef.md")
    assert 'Uit de casus <a href="casussen/alles-staat-klaar.html">Alles staat klaar</a>' in page.markdown
