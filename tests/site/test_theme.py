"""Pages as people use them: by keyboard, on a narrow screen, in the dark, on paper, without a script."""

import string
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Page, expect


class Recorder(Protocol):
    """See conftest.py."""

    found: list[str]


Visit = Callable[..., Page]
AxeCheck = Callable[[Page], list[str]]

PAGES = [
    "index.html",
    "casussen/index.html",
    "casussen/wil.html",
    "gids/index.html",
    "gids/vragen.html",
    "zoeken.html",
]
THEME = Path(__file__).parents[2] / "themes" / "mensenwerk"


def focused(page: Page) -> str:
    """The text or name of what has the focus."""
    text: str = page.evaluate("(document.activeElement.innerText || document.activeElement.tagName).trim()")
    return text


def tab_to(page: Page, name: str) -> list[str]:
    """Press Tab until `name` has the focus; what had it on the way."""
    passed: list[str] = []
    while focused(page) != name:
        assert len(passed) < 60, f"{name!r} is not reached by Tab: {passed}"
        page.keyboard.press("Tab")
        passed.append(focused(page))
    return passed


# ---- the watch itself ----


def test_a_request_or_an_error_would_be_noticed(visit: Visit, requests_and_errors: Recorder, tmp_path: Path) -> None:
    file = tmp_path / "asks.html"
    file.write_text("<img src='https://example.org/a.png' alt=''><script>nonsense()</script>", encoding="utf-8")
    visit(file).wait_for_load_state("networkidle")
    assert "request to the network: https://example.org/a.png" in requests_and_errors.found
    assert any("nonsense is not defined" in text for text in requests_and_errors.found)
    requests_and_errors.found.clear()


# ---- WCAG by machine ----


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("uri", PAGES)
def test_axe_finds_nothing(visit: Visit, axe: AxeCheck, site: Path, uri: str, width: int, dark: bool) -> None:
    assert axe(visit(site / uri, width=width, dark=dark)) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_with_the_menu_open(visit: Visit, axe: AxeCheck, site: Path, dark: bool) -> None:
    page = visit(site / "gids/vragen.html", width=360, dark=dark)
    page.get_by_role("button", name="Menu").click()
    assert axe(page) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_in_search_results(visit: Visit, axe: AxeCheck, site: Path, dark: bool) -> None:
    page = visit((site / "zoeken.html").as_uri() + "?q=buurman", dark=dark)
    expect(page.locator(".mw-result mark").first).to_be_visible()
    assert axe(page) == []


# ---- keyboard ----


@pytest.mark.parametrize("uri", PAGES)
def test_the_first_tab_stop_leads_past_the_menu(visit: Visit, site: Path, uri: str) -> None:
    page = visit(site / uri)
    page.keyboard.press("Tab")
    assert focused(page) == "Naar de inhoud"
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("article")).to_be_focused()


@pytest.mark.parametrize("width", [320, 360])
def test_the_menu_opens_closes_and_leads_on_by_keyboard(visit: Visit, site: Path, width: int) -> None:
    page = visit(site / "index.html", width=width)
    button = page.get_by_role("button", name="Menu")
    tab_to(page, "Menu")
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    assert tab_to(page, "Praktijkgids") == ["Begin", "Casussen", "Praktijkgids"]
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_hidden()
    page.keyboard.press("Space")
    tab_to(page, "Vragen stellen")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Vragen stellen")


def test_a_closed_menu_takes_no_focus(visit: Visit, site: Path) -> None:
    page = visit(site / "index.html", width=360)
    tab_to(page, "Menu")
    page.keyboard.press("Tab")
    assert focused(page) == "Wil en het lege huis"


def test_no_single_key_does_anything(visit: Visit, site: Path) -> None:
    page = visit(site / "gids/index.html")
    before = (page.url, page.evaluate("scrollY"), page.content())
    for key in string.ascii_lowercase + string.digits + ",./?-=[]":
        page.keyboard.press(key)
    assert (page.url, page.evaluate("scrollY"), page.content()) == before
    assert focused(page).startswith(page.locator("body").inner_text()[:10])


def test_a_wide_table_is_scrolled_by_keyboard_and_has_a_name(visit: Visit, site: Path) -> None:
    region = visit(site / "gids/vragen.html", width=700).get_by_role("region", name="Brede tabel")
    region.focus()
    expect(region).to_be_focused()
    region.press("ArrowRight")
    region.page.wait_for_function("document.activeElement.scrollLeft > 0")


def test_on_a_phone_a_row_reads_as_a_block_and_stays_a_row(visit: Visit, site: Path) -> None:
    page = visit(site / "gids/index.html", width=360)
    expect(page.locator(".mw-scroll[tabindex]")).to_have_count(0)
    row = page.get_by_role("table").get_by_role("row").filter(has_text="Buurvrouw")
    often = row.get_by_role("cell", name="elke week")
    assert often.evaluate("cell => getComputedStyle(cell, '::before').content") == '"Hoe vaak: "'
    above, here = row.get_by_role("cell").nth(1).bounding_box(), often.bounding_box()
    assert above is not None
    assert here is not None
    assert here["y"] >= above["y"] + above["height"]


def test_what_fits_on_the_page_is_no_tab_stop(visit: Visit, site: Path) -> None:
    page = visit(site / "casussen/wil.html")
    expect(page.locator(".mw-scroll[tabindex], .mw-map__scroll[tabindex]")).to_have_count(0)


# ---- where the reader is ----


def test_the_page_itself_and_its_part_are_marked_in_the_menu(visit: Visit, site: Path) -> None:
    page = visit(site / "gids/vragen.html", width=360)
    marked = page.locator("#mw-menu [aria-current]")
    assert marked.evaluate_all("links => links.map(a => [a.textContent, a.getAttribute('aria-current')])") == [
        ["Praktijkgids", "true"],
        ["Vragen stellen", "page"],
    ]


def test_a_case_outside_the_menu_belongs_to_the_overview_in_its_folder(visit: Visit, site: Path) -> None:
    page = visit(site / "casussen/wil.html")
    expect(page.locator("[aria-current]")).to_have_text("Casussen")


def test_search_is_a_plain_link_in_the_header(visit: Visit, site: Path) -> None:
    page = visit(site / "gids/vragen.html")
    page.get_by_role("banner").get_by_role("link", name="Zoeken").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Zoeken")


def test_without_a_search_page_there_is_no_link_to_it(visit: Visit, build_site: Callable[..., Path]) -> None:
    page = visit(build_site(extra={}) / "index.html")
    expect(page.get_by_role("link", name="Zoeken")).to_have_count(0)


def test_the_other_language_is_a_plain_link_in_that_language(
    visit: Visit, axe: AxeCheck, build_site: Callable[..., Path]
) -> None:
    languages = [
        {"name": "Nederlands", "link": "index.html", "lang": "nl"},
        {"name": "English", "link": "en/index.html", "lang": "en"},
    ]
    page = visit(build_site(extra={"alternate": languages}) / "gids/vragen.html")
    link = page.get_by_role("navigation", name="Taal").get_by_role("link")
    expect(link).to_have_text("English")
    expect(link).to_have_attribute("lang", "en")
    expect(link).to_have_attribute("href", "../en/index.html")
    assert axe(page) == []


# ---- light and dark ----


def test_dark_is_chosen_by_keyboard_and_stays_on_the_next_page(visit: Visit, site: Path) -> None:
    page = visit(site / "index.html")
    button = page.get_by_role("button", name="Donker", pressed=False)
    tab_to(page, "Donker")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Donker", pressed=True)).to_be_focused()
    page.goto((site / "casussen/wil.html").as_uri())
    expect(page.get_by_role("button", name="Donker", pressed=True)).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    page.get_by_role("button", name="Donker").click()
    expect(button).to_be_visible()


def test_dark_is_the_start_on_a_device_that_prefers_it(visit: Visit, site: Path) -> None:
    page = visit(site / "index.html", dark=True)
    expect(page.get_by_role("button", name="Donker", pressed=True)).to_be_visible()


# ---- moments ----


def test_one_moment_shows_and_arrow_keys_choose_another(visit: Visit, site: Path) -> None:
    page = visit(site / "casussen/wil.html")
    first, second = page.locator("#kaart-1"), page.locator("#kaart-2")
    expect(first).to_be_visible()
    expect(second).to_be_hidden()
    page.get_by_role("radio", name="Najaar").focus()
    page.keyboard.press("ArrowDown")
    expect(second).to_be_visible()
    expect(first).to_be_hidden()
    expect(page.get_by_role("status")).to_have_text("Nu te zien: Voorjaar daarna")
    page.keyboard.press("ArrowDown")
    expect(first).to_be_visible()
    expect(second).to_be_visible()


def test_a_link_into_a_hidden_moment_opens_that_moment(visit: Visit, site: Path) -> None:
    page = visit((site / "casussen/wil.html").as_uri() + "#m2-d")
    expect(page.locator("#kaart-2")).to_be_in_viewport()
    expect(page.get_by_role("radio", name="Voorjaar daarna")).to_be_checked()


def test_a_map_on_a_narrow_screen_starts_with_the_person_in_the_middle(visit: Visit, site: Path) -> None:
    page = visit(site / "casussen/wil.html", width=360)
    region = page.get_by_role("region", name="De kaart van najaar")
    region.scroll_into_view_if_needed()
    assert region.evaluate("box => Math.abs(box.scrollLeft * 2 + box.clientWidth - box.scrollWidth) <= 2")


def test_a_map_that_goes_on_beyond_the_screen_says_so_and_fades_on_that_side(visit: Visit, site: Path) -> None:
    page = visit(site / "casussen/wil.html", width=360)
    region = page.get_by_role("region", name="De kaart van najaar")
    expect(region).to_have_attribute("data-more", "left right")
    expect(region.locator("xpath=following-sibling::*[1]")).to_have_text(
        "Er is meer te zien: schuif de tekening opzij."
    )
    region.evaluate("box => (box.scrollLeft = 0)")
    expect(region).to_have_attribute("data-more", "right")
    region.focus()
    for _ in range(60):
        page.keyboard.press("ArrowRight")
    expect(region).to_have_attribute("data-more", "left")


def test_a_map_that_is_seen_whole_says_nothing_of_scrolling(visit: Visit, site: Path) -> None:
    page = visit(site / "casussen/wil.html")
    expect(page.locator("#kaart-1 .mw-map__scroll")).not_to_have_attribute("data-more", "left right")
    expect(page.locator("#kaart-1 .mw-map__hint")).to_be_hidden()


# ---- paper, and no script ----


def test_paper_shows_all_moments_and_all_details_and_no_menus(visit: Visit, site: Path) -> None:
    page = visit(site / "casussen/wil.html", dark=True)
    page.emulate_media(media="print")
    expect(page.locator("#kaart-1")).to_be_visible()
    expect(page.locator("#kaart-2")).to_be_visible()
    expect(page.locator(".mw-characteristic:not([open]) p")).to_be_visible()
    for gone in ("header", ".mw-rail", ".mw-moments", "footer.mw-footer"):
        expect(page.locator(gone).first).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_the_foot_of_a_sheet_tells_the_page_and_not_the_folder(site: Path) -> None:
    html = (site / "casussen/wil.html").read_text(encoding="utf-8")
    assert '@bottom-left{content:"Een klein boek · casussen/wil.html"}' in html


def test_without_a_script_everything_shows_and_the_menu_is_open(visit: Visit, site: Path) -> None:
    page = visit(site / "casussen/wil.html", width=360, script=False)
    for shown in ("#kaart-1", "#kaart-2", "#mw-menu", ".mw-rail"):
        expect(page.locator(shown)).to_be_visible()
    for useless in (".mw-moments", ".mw-menu-button", ".mw-dark-button"):
        expect(page.locator(useless)).to_be_hidden()


# ---- the look ----


@pytest.mark.parametrize("uri", PAGES)
def test_nothing_sticks_out_at_320_pixels(visit: Visit, site: Path, uri: str) -> None:
    page = visit(site / uri, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_links_in_the_text_are_underlined(visit: Visit, site: Path) -> None:
    page = visit(site / "index.html")
    for link in page.locator("article a").all():
        assert link.evaluate("a => getComputedStyle(a).textDecorationLine") == "underline"


def test_lines_of_running_text_stay_near_68_characters(visit: Visit, site: Path) -> None:
    paragraph = visit(site / "gids/vragen.html").locator("article > p")
    text = "Een gewone zin uit een verhaal. " * 40
    lines = paragraph.evaluate(
        """(p, text) => {
            p.textContent = text;
            return p.offsetHeight / parseFloat(getComputedStyle(p).lineHeight);
        }""",
        text,
    )
    assert 50 <= len(text) / lines <= 80


# ---- language, and what the files may hold ----


@pytest.mark.parametrize(("language", "search", "others"), [("nl", "Zoeken", "Search"), ("en", "Search", "Zoeken")])
def test_the_words_of_the_theme_follow_the_language_of_the_site(
    visit: Visit, build_site: Callable[..., Path], language: str, search: str, others: str
) -> None:
    page = visit(build_site(language) / "gids/index.html")
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.get_by_role("banner")).to_contain_text(search)
    expect(page.get_by_role("banner")).not_to_contain_text(others)


def test_the_page_for_a_lost_address_speaks_the_language_of_the_site(site: Path) -> None:
    html = (site / "404.html").read_text(encoding="utf-8")
    assert "Deze pagina is er niet" in html
    assert "Not found" not in html


@pytest.mark.parametrize("name", ["@import", "http:", "https:", "fetch(", "XMLHttpRequest", "import(", 'type="module"'])
def test_no_file_of_the_theme_asks_for_anything_elsewhere(name: str) -> None:
    for file in (file for file in THEME.rglob("*.*") if file.parent.name != "fonts"):
        text = file.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert name not in text, file
