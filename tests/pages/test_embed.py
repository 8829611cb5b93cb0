"""Markers in hand-written pages: parts of cases and citations in their places, and what is wrong told with its line."""

from __future__ import annotations

import re
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands import ROOT
from mensenwerk.casebook import Casebook, Checked, check, make
from mensenwerk.model.literature import Reference
from mensenwerk.pages.embed import Book, asks, look_over
from mensenwerk.pages.markers import citations, markers
from mensenwerk.problems import Language, Problems
from mensenwerk.publish.page_text import page_text
from mensenwerk.site.run import load

TWO = Reference("een-twee", ("Een, A.", "Twee, B."), "2001", "Samen")
MANY = Reference("een-2002", ("Een, A.", "Twee, B.", "Drie, C."), "2002", "Met meer")
BODY = Reference("raad-2017", ("Centrale Raad",), "2017", "Uitspraak")


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check(load(ROOT / "mkdocs.yml").settings)


def told(text: str, checked: Checked, language: Language = "nl") -> list[str]:
    problems = Problems(language)
    book = Book({case.id: case for case in checked.cleared}, checked.references)
    look_over(text, "gids.md", book, problems)
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
    "text",
    [
        "mail post@voorbeeld-een.nl",
        "`[[kaart a b]]` en `[@sleutel-1]`",
        "```\n[[kaart a b]]\n[@sleutel-1]\n```",
        "~~~~\n[[kaart a b]]\n~~~\n[@sleutel-1]\n~~~~",
        "een [[kaart a b]] midden in een zin",
        "een [link](https://example.org/@naam-1)",
    ],
)
def test_what_is_code_or_something_else_is_left_alone(text: str) -> None:
    assert not asks(text)


@given(st.text(alphabet="[]@;-ab1 \n`~#kaart", max_size=80))
def test_any_text_can_be_looked_over(text: str) -> None:
    list(markers(text))
    for cited in citations(text):
        assert text.splitlines()[cited.line - 1][cited.column - 1 : cited.end].lstrip("[").startswith("@")


def test_works_are_called_by_their_authors_and_year() -> None:
    assert TWO.called("nl", in_brackets=True) == "Een & Twee, 2001"
    assert TWO.called("nl", in_brackets=False) == "Een en Twee (2001)"
    assert TWO.called("en", in_brackets=False) == "Een and Twee (2001)"
    assert MANY.called("nl", in_brackets=True) == "Een et al., 2002"
    assert BODY.called("nl", in_brackets=False) == "Centrale Raad (2017)"


GUIDE = """---
title: Een gids
---
# De gids <!-- een notitie -->

Volgens @hartman-1978 mag het, en niet alleen daar [@kruijswijk-2014; @bredewold-2018].

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
    html = page.put_drawings(page.markdown)
    text = page_text(html)
    assert (page.title, len(page.drawings), html.count("<svg ") > 2) == ("De gids", 2, True)
    assert "Volgens Hartman (1978) mag het" in text
    assert "(Kruijswijk et al., 2014; Bredewold et al., 2018)" in text
    for anchor in re.findall(r'href="#(bron-[^"]+)"', html):
        assert html.count(f'id="{anchor}"') == 1
    order = [
        "Ecomap van de oude brugwachter",
        "Dichtheid",
        "Bureaucratie",
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
