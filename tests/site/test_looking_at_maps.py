"""Looking at one person on a map, or at one kind of tie, and taking a map along: by keyboard, offline, and absent
without loss where scripts are off."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from commands import ROOT
from mensenwerk.site.run import load

SVG = "{http://www.w3.org/2000/svg}"
Visit = Callable[..., Page]
CASE = "casussen/de-kaart-in-de-keuken.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return load(ROOT / "mkdocs.yml").build(tmp_path_factory.mktemp("book") / "site").folder


def shown(figure: Locator) -> set[str]:
    """Who stands out on the map, by what is written in their figure."""
    texts = figure.locator(".mw-eco-text .mw-on").all_text_contents()
    return set(" ".join(texts).replace("- ", "").split())


def test_looking_at_someone_shows_their_ties_and_tells_their_words(site: Path, visit: Visit) -> None:
    page = visit(site / CASE)
    figure = page.locator("#moment-begin figure")
    choice = figure.get_by_label("Kijk naar")
    choice.focus()
    page.keyboard.type("Haar zus")
    expect(choice).to_have_value("1")
    expect(figure.get_by_role("status")).to_contain_text("Haar zus. Mirjam: sterk, soms spanning, geeft energie")
    expect(figure.get_by_role("status")).to_contain_text("Haar zus lacht al voordat de grap af is.")
    assert {"zus", "moeder", "vriendin"} <= shown(figure)
    assert {"hond", "school"}.isdisjoint(shown(figure))
    choice.select_option("")
    expect(figure.locator("svg.mw-ecomap")).not_to_have_attribute("data-look", "")
    expect(figure.get_by_role("status")).to_have_text("")


def test_ties_are_shown_by_what_they_are_like_and_by_nothing_else(site: Path, visit: Visit) -> None:
    figure = visit(site / CASE).locator("#moment-begin figure")
    kinds = figure.get_by_label("of naar").locator("option").all_text_contents()
    assert kinds == [
        "alle banden",
        "wat energie geeft",
        "wat energie kost",
        "waar spanning is",
        "wie elkaar kent",
        "alleen banden met het midden",
    ]
    figure.get_by_label("of naar").select_option("gives")
    assert {"hond", "oppas"} <= shown(figure)
    assert {"loket", "plein"}.isdisjoint(shown(figure))
    lines = figure.locator(".mw-eco-ties .mw-on, .mw-eco-links .mw-on")
    assert all("gives" in (line.get_attribute("data-q") or "") for line in lines.all())


def test_who_knows_whom_is_shown_alone_or_left_out(site: Path, visit: Visit) -> None:
    figure = visit(site / CASE).locator("#moment-begin figure")
    choice = figure.get_by_label("of naar")
    choice.select_option("known")
    assert figure.locator(".mw-eco-links :not(.mw-on)").count() == 0
    assert figure.locator(".mw-eco-ties .mw-on").count() == 0
    assert {"zus", "moeder", "school"} <= shown(figure)
    assert {"hond", "loket"}.isdisjoint(shown(figure))  # nobody around knows them, as far as was told
    choice.select_option("centre")
    assert figure.locator(".mw-eco-links .mw-on").count() == 0
    assert figure.locator(".mw-eco-ties [data-p]:not(.mw-on)").count() == 0
    assert {"hond", "loket", "zus"} <= shown(figure)


def test_a_map_on_which_nobody_is_told_to_know_another_does_not_offer_to_look_at_it(site: Path, visit: Visit) -> None:
    figure = visit(site / "casussen/dinsdag-en-vrijdag.html").locator("figure").first
    assert "wie elkaar kent" not in figure.get_by_label("of naar").locator("option").all_text_contents()


def test_a_pointer_shows_someone_as_long_as_it_is_there(site: Path, visit: Visit) -> None:
    page = visit(site / CASE)
    figure = page.locator("#moment-begin figure")
    figure.locator(".mw-eco-text text", has_text="haar zus").hover()
    assert "zus" in shown(figure)
    page.mouse.move(5, 5)
    expect(figure.locator("svg.mw-ecomap")).not_to_have_attribute("data-look", "")


def test_without_a_script_nothing_is_offered_that_does_not_work(site: Path, visit: Visit) -> None:
    page = visit(site / CASE, script=False)
    assert page.locator(".mw-look, .mw-take").count() == 0
    expect(page.locator("#moment-begin table")).to_be_visible()


def test_a_page_without_a_map_does_not_load_what_works_on_maps(site: Path) -> None:
    assert "look.js" in (site / CASE).read_text(encoding="utf-8")
    for name in ("index.html", "over.html"):
        assert "look.js" not in (site / name).read_text(encoding="utf-8")


def taken(page: Page, form: str, tmp_path: Path) -> bytes:
    with page.expect_download() as waiting:
        page.locator("#moment-begin figure").get_by_role("button", name=form).click()
    waiting.value.save_as(tmp_path / waiting.value.suggested_filename)
    assert waiting.value.suggested_filename == f"kaart-de-kaart-in-de-keuken-1.{form.lower()}"
    return (tmp_path / waiting.value.suggested_filename).read_bytes()


def test_a_map_that_is_taken_along_is_a_whole_sheet_light_and_the_same_on_every_screen(
    site: Path, visit: Visit, tmp_path: Path
) -> None:
    sheets = {
        taken(visit(site / CASE, width=width, dark=dark), "SVG", tmp_path) for width, dark in ((1280, 0), (360, 1))
    }
    assert len(sheets) == 1
    (sheet,) = sheets
    assert b"class=" not in sheet
    assert b"href" not in sheet
    text = " ".join(each.text or "" for each in ET.fromstring(sheet).iter(f"{SVG}text"))  # noqa: S314  # our own
    for said in (
        "Ecomap van Mirjam en haar zoon: eerste gesprek",
        "Voorjaar.",
        "overleden",
        "in Mensenwerk. Deze casus",
    ):
        assert said in text


def test_someone_who_is_looked_at_does_not_dim_the_rest_of_a_map_that_is_taken_along(
    site: Path, visit: Visit, tmp_path: Path
) -> None:
    page = visit(site / CASE)
    whole = taken(page, "SVG", tmp_path)
    page.locator("#moment-begin figure").get_by_label("Kijk naar").select_option("1")
    assert taken(page, "SVG", tmp_path) == whole


def test_a_picture_that_is_taken_along_fits_a4_at_300_dots_to_the_inch(
    site: Path, visit: Visit, tmp_path: Path
) -> None:
    picture = Image.open(BytesIO(taken(visit(site / CASE), "PNG", tmp_path)))
    assert picture.size == (3508, 2480)
    assert picture.convert("L").crop((140, 140, 2000, 260)).getextrema()[0] < 80  # ink where the title stands
