"""The English side of the sample casebook, inside the Dutch one, as a reader opens it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from commands import ROOT
from mensenwerk.site.run import load

Visit = Callable[..., Page]
CASE = "cases/the-map-in-the-kitchen.html"

_SAID = """() => {
  const page = document.body.cloneNode(true)
  const own = document.documentElement.lang
  for (const each of page.querySelectorAll("script, style, [lang]")) if (each.lang !== own) each.remove()
  for (const each of page.querySelectorAll("em, [id^=bron-] a, [href^=http]")) each.remove()
  const told = [document.title]
  const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) told.push(texts.currentNode.data)
  for (const each of page.querySelectorAll("[aria-label], [title], [alt], [placeholder], [data-look]"))
    told.push(...["aria-label", "title", "alt", "placeholder"].map((name) => each.getAttribute(name) ?? ""))
  for (const each of document.querySelectorAll("script[src]")) told.push(...Object.values(each.dataset))
  return told.join("\\n")
}"""
"""All that a page says to eyes, ears and hands, but for what is marked as another language, works and addresses."""

PUBLISHERS = {"Lectoraat", "Participatie", "Zorg", "Ondersteuning", "Hogeschool", "Sdu", "Uitgevers", "Universiteit"}
PUBLISHERS |= {"Tilburg", "Movisie", "Rechtspraak", "Centrale", "Raad", "Beroep", "RINO", "Groep", "Instrumentwijzer"}
PUBLISHERS |= {"Mateman", "werkplaats", "behavior", "CARe"}
"""What works are from is called by its own name in every language."""
SIGN = {"abc"}
"""How a legend draws a word beside a line."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return load(ROOT / "mkdocs.yml").build(tmp_path_factory.mktemp("book") / "site", strict=True).folder


@pytest.fixture(scope="module")
def pages(site: Path) -> list[Path]:
    return sorted(file for file in (site / "en").rglob("*.html") if file.name != "404.html")


def not_english(text: str) -> set[str]:
    """Words that neither the English dictionary nor our own list knows."""
    program = shutil.which("hunspell")
    if program is None:
        if os.environ.get("MENSENWERK_REQUIRE_HUNSPELL") == "1":
            pytest.fail("hunspell is not on this machine")
        pytest.skip("hunspell is not on this machine")
    words = set(re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", text.replace("’", "'")))
    done = subprocess.run(
        [program, "-d", "en_GB", "-i", "utf-8", "-l"], input="\n".join(words), capture_output=True, encoding="utf-8"
    )
    lines = (ROOT / "tests/language/words.en.txt").read_text(encoding="utf-8").splitlines()
    return set(done.stdout.split()) - {line.partition("#")[0].strip() for line in lines} - PUBLISHERS - SIGN


def test_every_page_is_in_english_and_says_so(pages: list[Path], visit: Visit) -> None:
    page = visit(pages[0])
    strange = {}
    for file in pages:
        page.goto(file.as_uri())
        assert page.evaluate("document.documentElement.lang") == "en", file.name
        strange[file.name] = not_english(page.evaluate(_SAID))
    assert {name: words for name, words in strange.items() if words} == {}


def test_a_dutch_word_would_be_seen() -> None:
    assert not_english("The map of the buurvrouw, het zusje") == {"buurvrouw", "het", "zusje"}


def test_months_and_days_are_english(site: Path) -> None:
    text = (site / "en" / CASE).read_text(encoding="utf-8")
    assert "One of the editors read this case beforehand (November 2026)." in text
    assert "Retrieved 25 November 2026" in text


def test_a_title_in_another_language_is_marked_for_whoever_listens(site: Path) -> None:
    dutch, english = "De betekenis van nabijheid", "Diagrammatic assessment of family relationships"
    text = (site / "en" / CASE).read_text(encoding="utf-8")
    assert f'<span lang="nl">{dutch}' in text
    assert f'lang="en">{english}' not in text
    text = (site / "casussen/de-kaart-in-de-keuken.html").read_text(encoding="utf-8")
    assert f'<span lang="en">{english}' in text


@pytest.mark.parametrize("width", [1280, 360])
def test_a_reader_goes_to_the_other_language_and_back_by_keyboard(site: Path, visit: Visit, width: int) -> None:
    page = visit(site / "en" / CASE, width=width)
    link = page.get_by_role("navigation", name="Language").get_by_role("link", name="Nederlands")
    expect(link).to_have_attribute("lang", "nl")
    expect(link).to_have_attribute("hreflang", "nl")
    for _ in range(4):
        page.keyboard.press("Tab")
        if link.evaluate("each => each === document.activeElement"):
            break
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("De kaart in de keuken")
    page.get_by_role("navigation", name="Taal").get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The map in the kitchen")


def test_each_book_searches_its_own_pages(site: Path, visit: Visit) -> None:
    page = visit(f"{(site / 'en/search.html').as_uri()}?q=neighbours")
    expect(page.get_by_role("status")).to_contain_text("pages found for ‘neighbours’")
    page.goto(f"{(site / 'en/search.html').as_uri()}?q=buurvrouw")
    expect(page.get_by_role("status")).to_contain_text("Nothing found")
