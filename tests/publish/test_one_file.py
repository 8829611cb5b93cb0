"""One HTML file to mail: all of it is in it, it asks for nothing, and a reader finds their way."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from commands import ROOT, contents, run_here, said
from mensenwerk.publish.one_file_style import style

FILES = ["de-kaart-in-de-keuken", "praktijkgids", "rond-de-keukenkaart", "ruimte-voor-een-tweede-kaart", "mensenwerk"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("uit")
    some = ["--case", FILES[0], *(each for name in FILES[1:-1] for each in ("--edition", name))]
    for options in (some, []):  # with none: the whole book
        done = run_here("pdf", "--format", "html", *options, "-o", folder, folder=ROOT)
        assert done.returncode == 0, said(done)
    return {name.removesuffix(".html"): raw.decode() for name, raw in contents(folder).items()}


def tree(text: str) -> Any:
    return lxml_html.document_fromstring(text)


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_fetched_and_nothing_runs(made: dict[str, str], name: str) -> None:
    text = made[name]
    assert "<script" not in text
    assert "<link" not in text
    assert "default-src 'none'" in text
    assert not re.search(r'\ssrc="(?!data:)', text)
    assert not re.search(r"url\((?!data:)|@import", style())
    for link in tree(text).iter("a"):
        assert link.get("href", "#").startswith(("#", "https://", "mailto:"))


@pytest.mark.parametrize("name", FILES)
def test_every_link_leads_to_one_place_in_the_file(made: dict[str, str], name: str) -> None:
    found = tree(made[name])
    names = Counter(found.xpath("//@id"))
    assert [each for each, count in names.items() if count > 1] == []
    wanted = {link.get("href")[1:] for link in found.iter("a") if link.get("href", "").startswith("#")}
    wanted |= {each for value in found.xpath("//@aria-labelledby | //@aria-describedby") for each in value.split()}
    assert wanted - names.keys() == set()


@pytest.mark.parametrize("name", FILES)
def test_headings_go_down_one_level_at_a_time_from_one_title(made: dict[str, str], name: str) -> None:
    levels = [int(each.tag[1]) for each in tree(made[name]).iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(later <= before + 1 for before, later in pairwise(levels))


def test_one_case_is_whole_with_all_its_maps_and_their_tables(made: dict[str, str]) -> None:
    found = tree(made["de-kaart-in-de-keuken"])
    assert len(found.xpath("//details[contains(@class, 'mw-table')]")) >= 3
    assert "Hoe dit netwerk in elkaar zit" in made["de-kaart-in-de-keuken"]


def test_of_several_cases_each_is_told_short_and_the_reader_hears_so(made: dict[str, str]) -> None:
    text = made["praktijkgids"]
    assert "De casussen staan hier kort" in text
    assert "De casussen staan hier kort" not in made["de-kaart-in-de-keuken"]
    case = next(
        each
        for each in tree(text).xpath("//section[contains(@class, 'mw-chapter')]")
        if each[0].text == "De kaart in de keuken"
    )
    assert case.text_content().count("Ecomap van Mirjam en haar zoon: eerste gesprek") == 1
    assert len(case.xpath(".//*[contains(@class, 'mw-map__scroll')]")) == 1
    assert "Haar zus lacht al voordat de grap af is." in case.text_content()
    assert "Dat mijn moeder op de koffie komt" in case.text_content()


def test_in_the_whole_book_a_list_of_cases_is_a_list_of_links_to_them(made: dict[str, str]) -> None:
    found = tree(made["mensenwerk"])
    assert found.xpath("//*[contains(@class, 'mw-card__map')]") == []
    (chapter,) = found.xpath("//section[contains(@class, 'mw-chapter')][*[1][text() = 'Dichtheid']]")
    links = chapter.xpath(".//ul/li[count(*) = 1]/a/text()")
    assert "Iedereen weet het al" in links
    parts = found.xpath("//nav/ul/li[ul]/a/text()")
    assert parts == ["Casussen", "Mensen om iemand heen", "Zes kenmerken", "Drempels en dilemma’s"]


def test_nothing_has_a_name_that_nothing_refers_to(made: dict[str, str]) -> None:
    text = made["praktijkgids"]
    found = tree(text)
    chapters = {each.get("id") for each in found.iter("section", "nav")}
    referred = {each for value in found.xpath("//@href | //@*[starts-with(name(), 'aria-')]") for each in value.split()}
    assert {each for each in found.xpath("//@id") if not {each, f"#{each}"} & referred} - chapters == set()
    assert " data-" not in text.partition("</style>")[2]


def test_the_signs_of_all_maps_stand_there_once(made: dict[str, str]) -> None:
    found = tree(made["praktijkgids"])
    (legend,) = found.xpath("//ul[contains(@class, 'mw-legend')]")
    said_of = [" ".join(each.text_content().split()) for each in legend]
    assert "sterke band" in said_of
    assert len(said_of) == len(set(said_of))
    assert len(found.xpath("//a[@href = '#tekens']")) > 2


def test_the_style_is_that_of_the_theme_and_follows_light_and_dark() -> None:
    css = style()
    assert "data-md-color-scheme" not in css
    assert css.count("@media screen and (prefers-color-scheme:dark){:root{") == 2
    assert css.count("{") == css.count("}")


def test_what_is_bound_is_the_same_every_time(made: dict[str, str], tmp_path: Path) -> None:
    done = run_here("pdf", "--format", "html", "--edition", "praktijkgids", "-o", tmp_path, folder=ROOT)
    assert done.returncode == 0
    assert (tmp_path / "praktijkgids.html").read_text(encoding="utf-8") == made["praktijkgids"]
