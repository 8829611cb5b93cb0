"""Editions as pages: what must be in each kind, what may not be in any, and what is not there told with its line."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands import ROOT
from mensenwerk.casebook import Checked, Settings, check, make
from mensenwerk.model.edition import Edition
from mensenwerk.model.words import ConversationForm, EditionKind
from mensenwerk.pages import Addresses, Page
from mensenwerk.pages.editions import followed_by
from mensenwerk.pages.editions.conversation import PART, conversation, minutes
from mensenwerk.pages.wording import wording
from mensenwerk.problems import Language
from mensenwerk.publish.page_text import page_text
from mensenwerk.site.run import load

LANGUAGES: list[Language] = ["nl", "en"]


@pytest.fixture(scope="module")
def settings() -> Settings:
    return load(ROOT / "mkdocs.yml").settings


@pytest.fixture(scope="module")
def checked(settings: Settings) -> Checked:
    return check(settings)


@pytest.fixture(scope="module")
def pages(settings: Settings, checked: Checked) -> dict[str, Page]:
    return {page.uri: page for page in make(settings, checked).pages}


@pytest.fixture(scope="module")
def briefing(pages: dict[str, Page]) -> str:
    return page_text(pages["uitgaven/ruimte-voor-een-tweede-kaart.md"].markdown)


def in_a_book(tmp_path: Path, settings: Settings, name: str, old: str, new: str) -> list[str]:
    """What is told when a sample edition says `new` instead of `old`."""
    folder = tmp_path / "editions"
    shutil.copytree(ROOT / "content" / "editions", folder)
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    return [str(problem) for problem in check(replace(settings, editions=folder)).problems]


def test_the_sample_book_has_every_kind_of_edition(checked: Checked) -> None:
    assert {read.edition.kind for read in checked.editions} == set(EditionKind)


def test_a_guide_says_of_each_chapter_what_it_is_about_before_how_to_read_it(pages: dict[str, Page]) -> None:
    text = page_text(pages["uitgaven/praktijkgids.md"].markdown)
    chapter = text.index("De eerste vraag, en hoe u luistert naar het antwoord.")
    assert text.index("1. Wie is belangrijk voor u?") < chapter < text.index("2. Samen een kaart tekenen en kijken")
    assert chapter < text.index(wording("nl").editions["guide"]["introduction"]) < text.index("Om over te praten")


def test_a_briefing_begins_with_what_a_network_is_worth_and_only_then_comes_the_choice(briefing: str) -> None:
    said = wording("nl").editions["briefing"]
    order = ("vision", "occasion", "choice", "roles", "cases", "in_the_way", "room", "not_shown", "exchange_title")
    places = [briefing.index(said[name]) for name in order]
    assert places == sorted(places)


@pytest.mark.parametrize("part", ["ECLI:NL:CRVB:2017:17", "Bredewold", "telt daarom niets bij elkaar op", "verzonnen"])
def test_a_briefing_says_what_every_briefing_has_to_say(briefing: str, part: str) -> None:
    assert part in briefing


def test_a_briefing_quotes_the_cases_and_what_they_ask_of_a_municipality(briefing: str, checked: Checked) -> None:
    (read,) = [each for each in checked.editions if each.edition.kind is EditionKind.BRIEFING]
    by_id = {case.id: case for case in checked.cleared}
    for name in read.edition.cases:
        case = by_id[name]
        assert case.drawn.noticed
        assert page_text(case.drawn.noticed) in briefing
        assert case.room.municipality
        assert page_text(case.room.municipality) in briefing


def test_a_briefing_tells_a_different_threshold_of_each_case_where_it_can(pages: dict[str, Page]) -> None:
    told = re.findall(r'<section class="mw-dilemma">\s*<h3>(.*?)</h3>', pages[BRIEFING].markdown)
    assert len(told) == len(set(told)) == 4


BRIEFING = "uitgaven/ruimte-voor-een-tweede-kaart.md"


_COUNTED = re.compile(
    r"\b(\d+|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|alle|beide|meeste)\s+(casussen|drempels|dilemma|kaarten)",
    re.IGNORECASE,
)


def test_no_edition_counts_cases_or_what_is_in_them(pages: dict[str, Page], checked: Checked) -> None:
    for read in checked.editions:
        text = page_text(pages[Addresses("nl").edition(read.edition.id)].markdown)
        for own in (read.edition.lead, read.edition.introduction, read.edition.choice):
            text = text.replace(page_text(own or ""), " ")
        assert _COUNTED.findall(text) == [], read.edition.id


@pytest.mark.parametrize("uri", ["rond-de-keukenkaart", "mag-ik-erover-beginnen"])
def test_a_conversation_has_its_question_its_minutes_and_its_map(pages: dict[str, Page], uri: str) -> None:
    page = pages[f"uitgaven/{uri}.md"]
    text = page_text(page.markdown)
    assert len(page.drawings) == 1
    assert "ongeveer 90 minuten" in text
    assert wording("nl").editions["conversation"]["question"] in text
    assert page.markdown.index("mw-steps") < page.markdown.index("mw-new-page")


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_intervision_questions_come_before_any_advice(language: Language) -> None:
    steps = wording(language).editions["intervision"]["steps"]
    titles = [step["title"] for step in steps]
    (asking,) = [place for place, title in enumerate(titles) if re.search(r"zonder advies|without advice", title)]
    (advice,) = [place for place, title in enumerate(titles) if re.fullmatch(r"Advies|Advice", title)]
    assert asking < advice
    assert sum(step["minutes"] for step in steps) == 65


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", list(ConversationForm))
@pytest.mark.parametrize("total", [None, 40, 65, 120, 240])
def test_the_steps_take_as_long_as_the_conversation(language: Language, form: ConversationForm, total: int) -> None:
    edition = Edition(id="x", kind=EditionKind.CONVERSATION, title="x", form=form, minutes=total)
    made = conversation(edition, wording(language))
    taken = sum(int(re.findall(r"\d+", step.minutes)[0]) for step in made.steps)
    assert str(taken) in made.total
    assert taken == (total or taken)


@given(st.lists(st.integers(5, 60), min_size=1, max_size=8), st.integers(8, 60))
def test_minutes_are_shared_whole_and_in_proportion(long: list[int], parts: int) -> None:
    shared = minutes(long, parts * PART)
    assert sum(shared) == parts * PART
    assert all(each >= PART and each % PART == 0 for each in shared)
    steps = sorted(zip(long, shared, strict=True))
    for (_, one), (_, longer) in pairwise(steps):
        assert one <= longer + PART


def test_the_overview_names_every_edition_once(pages: dict[str, Page], checked: Checked) -> None:
    text = pages["uitgaven/index.md"].markdown
    for read in checked.editions:
        assert text.count(f'href="{read.edition.id}.html"') == 1


def test_a_guide_and_a_case_study_are_one_whole_with_their_chapters_and_cases(checked: Checked) -> None:
    whole = {read.edition.kind: followed_by(read.edition, Addresses("nl")) for read in checked.editions}
    assert whole[EditionKind.GUIDE][0] == "gids/1-wie-is-belangrijk.md"
    assert whole[EditionKind.GUIDE][-1] == "casussen/iedereen-weet-het-al.md"
    assert whole[EditionKind.CASE_STUDY] == ("casussen/alles-staat-klaar.md",)
    assert whole[EditionKind.BRIEFING] == whole[EditionKind.CONVERSATION] == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "exists"),
    [
        ("raad.yaml", "ik-vraag-het-niet]", "zqnergens]", "9", "de-kaart-in-de-keuken"),
        ("gesprek.yaml", "kaart: begin", "kaart: zqooit", "10", "begin"),
        ("gids.yaml", "gids/5-wat-u-mag-verwachten.md", "gids/zq.md", "36", "gids/1-begin.md"),
        ("gids.yaml", "wilken-2016]", "zq-1900]", "41", "references.yaml"),
    ],
)
def test_what_is_not_in_the_book_is_told_with_its_line_and_with_what_is(
    tmp_path: Path, settings: Settings, name: str, old: str, new: str, line: str, exists: str
) -> None:
    (problem,) = in_a_book(tmp_path, settings, name, old, new)
    assert problem.startswith(f"content/editions/{name}:{line}:")
    assert exists in problem
    assert "zq" not in problem


def test_two_editions_with_one_id_are_told(tmp_path: Path, settings: Settings) -> None:
    (problem,) = in_a_book(tmp_path, settings, "raad.yaml", "id: ruimte-voor-een-tweede-kaart", "id: praktijkgids")
    assert "gids.yaml" in problem


def test_an_edition_in_another_language_is_left_out(tmp_path: Path, settings: Settings) -> None:
    folder = tmp_path / "editions"
    folder.mkdir()
    (folder / "x.yaml").write_text("language: en\nid: x\ntitle: X\nkind: guide\nchapters: [nowhere.md]\n", "utf-8")
    found = check(replace(settings, editions=folder, translated=False))
    assert found.editions == ()
    told = [problem for problem in found.problems if problem.span.file.startswith(settings.editions_shown)]
    assert [problem.severity for problem in told] == ["info"]


def test_a_book_without_editions_has_no_page_for_them(settings: Settings) -> None:
    alone = replace(settings, editions=None)
    assert not any(page.uri.startswith("uitgaven") for page in make(alone, check(alone)).pages)
