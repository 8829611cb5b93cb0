"""The sample casebook as a reader opens it: by double-click, without a network, on every page."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from mensenwerk.site.run import Finished, load

ROOT = Path(__file__).parents[2]
Visit = Callable[..., Page]
AxeCheck = Callable[[Page], list[str]]
CASE = "casussen/de-kaart-in-de-keuken.html"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    return load(ROOT / "mkdocs.yml").build(tmp_path_factory.mktemp("book") / "site", strict=True)


@pytest.fixture(scope="module")
def site(book: Finished) -> Path:
    return book.folder


class _Anchors(HTMLParser):
    """Links and ids of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name in ("href", "src") and value and (tag != "a" or name == "href"):
                self.links.append(value)


def pages_of(site: Path) -> dict[str, _Anchors]:
    found = {}
    for file in sorted(site.rglob("*.html")):
        parser = _Anchors()
        parser.feed(file.read_text(encoding="utf-8"))
        found[file.relative_to(site).as_posix()] = parser
    return found


def test_every_link_leads_somewhere_and_no_id_stands_twice(site: Path) -> None:
    pages = pages_of(site)
    broken = []
    for uri, parser in pages.items():
        assert len(parser.ids) == len(set(parser.ids)), uri
        for link in parser.links:
            parts = urlsplit(link)
            if parts.scheme or uri.endswith("404.html"):
                continue
            target = normpath(join(dirname(uri), unquote(parts.path))) if parts.path else uri
            if not (site / target).is_file() or (parts.fragment and unquote(parts.fragment) not in pages[target].ids):
                broken.append(f"{uri} → {link}")
    assert broken == []


def test_there_is_a_page_for_all_sixteen_thresholds_and_six_characteristics(site: Path) -> None:
    assert len(list(site.glob("kenmerken/*.html"))) == 6 + 1
    assert len(list(site.glob("drempels/*.html"))) == 16 + 1 + 1  # the sixteen, one's own, the overview


def test_a_case_and_its_chapters_link_both_ways(site: Path) -> None:
    pages = pages_of(site)
    chapters = [link for link in pages[CASE].links if re.match(r"\.\./(kenmerken|drempels)/\w", link)]
    assert len({link for link in chapters if "index" not in link}) >= 6 + 4
    for link in chapters:
        target = normpath(join(dirname(CASE), link))
        if not target.endswith("index.html"):
            assert "../" + CASE in pages[target].links, target


def test_no_page_names_an_address_it_would_load_from_the_network(site: Path) -> None:
    for file in [*site.rglob("*.html"), *site.rglob("*.css"), *site.rglob("*.js"), *site.rglob("*.svg")]:
        text = file.read_text(encoding="utf-8")
        loads = re.findall(r"(?:src|srcset|action|data)=[\"']?(?:https?:)?//[^\"' >]+", text)
        loads += re.findall(r"<link[^>]+href=[\"']?(?:https?:)?//[^\"' >]+", text)
        loads += re.findall(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//[^)\"']+", text)
        assert loads == [], file


def test_only_what_was_made_is_in_the_site(site: Path) -> None:
    suffixes = {file.suffix for file in site.rglob("*") if file.is_file()}
    assert suffixes <= {".html", ".css", ".js", ".svg", ".png", ".xml", ".gz", ".map", ".woff2", ".txt", ".pdf"}
    assert not list(site.rglob("*.y*ml"))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_page_opens_offline_without_a_request_an_error_or_a_sideways_scroll(
    site: Path, visit: Visit, dark: bool
) -> None:
    page = visit(site / "index.html", width=360, dark=dark)
    for file in sorted(site.rglob("*.html")):
        if file.name == "404.html":
            continue  # served from the root of a server, where its links are right
        page.goto(file.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), file.name
        assert page.locator("h1").count() == 1, file.name


EVERY_KIND = (
    "index.html",
    CASE,
    "casussen/dinsdag-en-vrijdag.html",
    "casussen/index.html",
    "kenmerken/dichtheid.html",
    "drempels/niet-tot-last.html",
    "themas/index.html",
    "uitgaven/index.html",
    "uitgaven/praktijkgids.html",
    "uitgaven/alles-staat-klaar-in-de-les.html",
    "uitgaven/rond-de-keukenkaart.html",
    "uitgaven/ruimte-voor-een-tweede-kaart.html",
    "gids/4-wat-er-in-de-weg-kan-staan.html",
    "zoeken.html?q=buurvrouw",
    "weghalen.html",
    "toegankelijkheid.html",
)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360, 320])
def test_axe_finds_nothing_on_any_kind_of_page(site: Path, visit: Visit, axe: AxeCheck, width: int, dark: bool) -> None:
    page = visit(site / "index.html", width=width, dark=dark)
    found = {}
    for uri in EVERY_KIND:
        page.goto(f"{site.as_uri()}/{uri}")
        found[uri] = axe(page)
    assert {uri: faults for uri, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    ("width", "style"),
    [(320, "html {}"), (1280, "html { font-size: 200% !important }")],
    ids=["enlarged to 400%", "letters of 200%"],
)
def test_an_enlarged_page_loses_nothing_and_scrolls_one_way_only(
    site: Path, visit: Visit, width: int, style: str
) -> None:
    """WCAG 1.4.10 (1280 pixels enlarged four times are 320) and 1.4.4. What is wider scrolls by itself."""
    page = visit(site / "index.html", width=width)
    found = {}
    for uri in EVERY_KIND:
        page.goto(f"{site.as_uri()}/{uri}")
        page.add_style_tag(content=style)
        found[uri] = page.evaluate(_CUT)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found[uri].append("the page")
    assert {uri: cut for uri, cut in found.items() if cut} == {}
    page.add_style_tag(content="main p { width: 2rem; overflow: hidden; white-space: nowrap }")
    assert page.evaluate(_CUT), "what is cut off would not be noticed"


_CUT = """() => [...document.querySelectorAll("main *")]
  .filter((each) => !each.closest("svg, .mw-map__scroll, .mw-scroll") && each.checkVisibility())
  .filter((each) => /hidden|clip/.test(getComputedStyle(each).overflowX) && getComputedStyle(each).clipPath === "none")
  .filter((each) => each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 1)
  .map((each) => each.className || each.tagName)"""
"""Elements of which a part is out of sight and cannot be reached by scrolling."""


def test_moments_are_chosen_by_keyboard_and_the_others_are_hidden(site: Path, visit: Visit) -> None:
    page = visit(site / CASE)
    expect(page.locator("#moment-begin")).to_be_visible()
    expect(page.locator("#moment-later")).to_be_hidden()
    page.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#moment-later")).to_be_visible()
    expect(page.locator("#moment-begin")).to_be_hidden()


def test_without_a_script_every_moment_shows(site: Path, visit: Visit) -> None:
    page = visit(site / CASE, script=False)
    for moment in ("begin", "later", "later-zoon"):
        expect(page.locator(f"#moment-{moment}")).to_be_visible()


def test_a_drawing_is_a_named_and_described_picture_with_the_same_in_a_table(site: Path, visit: Visit) -> None:
    page = visit(site / CASE)
    picture = page.get_by_role("img", name="Ecomap van Mirjam en haar zoon: eerste gesprek")
    expect(picture).to_be_visible()
    expect(picture).to_have_accessible_description(re.compile("^Op deze kaart staan mensen, een groep"))
    table = page.locator("#moment-begin table")
    assert table.locator("tbody tr").count() == 15  # fourteen around, and the son with his tie with his mother


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("keuken", "De kaart in de keuken"),
        ("brugwachters", "Dinsdag en vrijdag"),
        ("wederkerigheid", "Wederkerigheidsschuld"),
        ("ecomaps", "Wat een ecomap is, en wat niet"),
    ],
)
def test_search_finds_what_pages_say(site: Path, visit: Visit, query: str, found: str) -> None:
    page = visit(site / "zoeken.html")
    page.get_by_role("searchbox").press_sequentially(query)
    expect(page.get_by_role("link", name=found, exact=True)).to_be_visible()


def test_what_the_drawing_says_is_not_in_the_search_index(site: Path) -> None:
    folder = site / "assets/mensenwerk"
    for script in (folder / "search-index.js", *(folder / "search").iterdir()):
        text = script.read_text(encoding="utf-8")
        assert "mw-drawing" not in text
        assert "viewBox" not in text


SMALLEST = """() => [...document.querySelectorAll("svg:is(.mw-ecomap, .mw-view)")]
    .filter((svg) => svg.getBoundingClientRect().width)
    .map((svg) => {
    const sizes = [...svg.querySelectorAll("text")].map((text) => parseFloat(getComputedStyle(text).fontSize));
    return Math.min(...sizes) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
})"""


@pytest.mark.parametrize(
    "uri", ["casussen/tussen-twee-tassen.html", "casussen/de-tante-in-het-scherm.html", "gids/1-wie-is-belangrijk.html"]
)
def test_no_drawing_has_letters_too_small_to_read_and_nothing_is_cut_off(site: Path, visit: Visit, uri: str) -> None:
    for width, least in ((1280, 11.0), (360, 10.0)):
        page = visit(site / uri, width=width)
        page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
        assert min(page.evaluate(SMALLEST)) >= least, width
    page = visit(site / uri)
    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    cut = (
        "[...document.querySelectorAll('.mw-scroll, .mw-map__scroll')].filter((e) => e.scrollWidth > e.clientWidth + 1)"
    )
    assert page.evaluate(f"{cut}.length") == 0


def test_a_legend_stands_right_under_its_drawing(site: Path, visit: Visit) -> None:
    page = visit(site / "casussen/de-kaart-in-de-keuken.html")
    for figure in page.locator(".mw-map:has(.mw-legend)").all():
        drawing, legend = figure.locator(".mw-map__scroll"), figure.locator(".mw-legend")
        if drawing.is_visible():
            below = drawing.bounding_box(), legend.bounding_box()
            assert below[0]
            assert below[1]
            assert below[1]["y"] - below[0]["y"] - below[0]["height"] < 4


def test_a_reader_of_the_guide_finds_one_guide_and_reads_on_from_chapter_to_chapter(site: Path, visit: Visit) -> None:
    page = visit(site / "index.html")
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Gids", exact=True).click()
    assert page.url.endswith("uitgaven/praktijkgids.html")
    assert not (site / "gids" / "index.html").exists()
    menu = page.get_by_role("navigation", name="Hoofdmenu")
    here = "Gids", "Uitgaven"
    for uri, name in zip(("uitgaven/praktijkgids.html", "uitgaven/rond-de-keukenkaart.html"), here, strict=True):
        page.goto((site / uri).as_uri())
        assert menu.locator(".mw-menu__list > li > a[aria-current]").all_text_contents() == [name]
    page.goto((site / "uitgaven/praktijkgids.html").as_uri())
    for _ in range(5):
        page.get_by_role("navigation", name="Verder lezen").locator(".mw-order__link--next").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("5. Wat u mag verwachten, en welke ruimte dat vraagt")
    assert page.locator(".mw-order__link--next").count() == 0
