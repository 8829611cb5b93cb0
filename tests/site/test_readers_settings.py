"""What a reader set on their own device: colours of their own, letters twice as large, no motion."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from commands import ROOT
from mensenwerk.site.run import load

AxeCheck = Callable[[Page], list[str]]
CASE, HOME = "casussen/de-kaart-in-de-keuken.html", "index.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return load(ROOT / "mkdocs.yml").build(tmp_path_factory.mktemp("book") / "site").folder


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page as someone has it who chose the colours, and wants no motion."""
    context = browser.new_context(
        offline=True,
        viewport={"width": 1280, "height": 900},
        forced_colors="active",
        color_scheme=request.param,
        reduced_motion="reduce",
    )
    yield context.new_page()
    context.close()


def styles(page: Page, selector: str, name: str) -> set[str]:
    found: list[str] = page.eval_on_selector_all(
        selector, "(all, name) => all.map((each) => getComputedStyle(each)[name])", name
    )
    assert found, selector
    return set(found)


@pytest.mark.parametrize("uri", [HOME, CASE])
def test_axe_finds_nothing_in_the_colours_of_a_reader(site: Path, page: Page, axe: AxeCheck, uri: str) -> None:
    page.goto((site / uri).as_uri())
    assert axe(page) == []


def test_lines_of_a_map_take_the_colour_of_text_and_its_grounds_that_of_the_page(site: Path, page: Page) -> None:
    page.goto((site / CASE).as_uri())
    text, ground = styles(page, "body", "color"), styles(page, "body", "backgroundColor")
    for lines in (".mw-eco-ties path", ".mw-eco-links path", ".mw-eco-people > *", ".mw-eco-core > *"):
        assert styles(page, lines, "stroke") == text, lines
    assert styles(page, ".mw-eco-sectors path", "fill") == ground
    assert styles(page, ".mw-ecomap .mw-eco-text", "fill") == text


def test_only_where_a_reader_is_has_a_line_under_it_in_the_menu(site: Path, page: Page) -> None:
    page.goto((site / HOME).as_uri())
    ground = styles(page, "body", "backgroundColor")
    assert styles(page, ".mw-menu__list > li > a:not([aria-current])", "borderBottomColor") == ground
    assert styles(page, ".mw-menu__list > li > a[aria-current]", "borderBottomColor") != ground


def test_questions_stay_together_where_their_ground_is_gone(site: Path, page: Page) -> None:
    page.goto((site / CASE).as_uri())
    assert styles(page, ".mw-questions", "borderTopStyle") == {"solid"}


@pytest.mark.parametrize("uri", [HOME, CASE])
def test_nothing_moves_for_who_wants_no_motion(site: Path, page: Page, uri: str) -> None:
    page.goto((site / uri).as_uri())
    assert page.evaluate("document.getAnimations().length") == 0
    assert styles(page, "body *", "transitionDuration") == {"0s"}
    assert styles(page, "body *", "animationName") == {"none"}
    assert styles(page, "html", "scrollBehavior") == {"auto"}


def test_letters_of_twice_the_size_put_a_name_above_what_someone_means(site: Path, page: Page) -> None:
    page.goto((site / CASE).as_uri())
    tops = (
        "[...document.querySelectorAll('.mw-person > *')].slice(0, 2).map((each) => each.getBoundingClientRect().top)"
    )
    name, meaning = page.evaluate(tops)
    assert abs(name - meaning) < 20
    page.add_style_tag(content="html { font-size: 200% !important }")
    name, meaning = sorted(page.evaluate(tops))
    assert meaning > name + 20


def test_larger_letters_put_the_case_of_the_home_page_under_its_lead(site: Path, page: Page) -> None:
    page.goto((site / HOME).as_uri())
    assert styles(page, ".mw-home > p + .mw-cards", "float") == {"right"}
    page.add_style_tag(content="html { font-size: 200% !important }")
    assert styles(page, ".mw-home > p + .mw-cards", "float") == {"none"}
