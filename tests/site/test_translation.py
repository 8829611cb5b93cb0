"""A book in two languages: both stand in one site, and each page leads to the same page of the other book."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import CASE, MKDOCS_YML, contents, run_here, said, signed, write_book
from mensenwerk.site.run import Finished, Refused, load

DUTCH = MKDOCS_YML.replace("- mensenwerk", "- mensenwerk: {translation: mkdocs.en.yml}")
ENGLISH = (
    MKDOCS_YML.replace("content/pages", "pages.en")
    .replace("language: nl", "language: en")
    .replace("- mensenwerk", "- mensenwerk: {translation: mkdocs.yml}")
)
BENCH = signed("""\
language: en
id: the-bench
title: The bench
translation_of: de-bank
publication: {intended_for: public, origin: fictional, review: {role: lecturer, month: 2026-05}}
centre: {id: keeper, who: the old neighbour}
""")
ALONE = CASE.replace("id: de-bank", "id: alleen-hier")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A small Dutch book with an English one beside it."""
    folder = write_book(tmp_path / "boek", mkdocs_yml=DUTCH)
    (folder / "mkdocs.en.yml").write_text(ENGLISH, encoding="utf-8")
    pages = folder / "pages.en"
    pages.mkdir()
    (pages / "index.md").write_text("# A small book\n\nA beginning.\n", encoding="utf-8")
    (pages / "why.md").write_text("---\ntranslation_of: waarom.md\n---\n\n# Why\n\nBecause.\n", encoding="utf-8")
    (folder / "content/pages/waarom.md").write_text("# Waarom\n\nDaarom.\n", encoding="utf-8")
    (folder / "content/pages/hoe.md").write_text("---\nvertaling_van: how.md\n---\n\n# Hoe\n", encoding="utf-8")
    (pages / "how.md").write_text("# How\n", encoding="utf-8")
    (folder / "content/cases/the-bench.yaml").write_text(BENCH, encoding="utf-8")
    (folder / "content/cases/alleen-hier.yaml").write_text(signed(ALONE), encoding="utf-8")
    return folder


def other(site: Path, page: str) -> str:
    """Where the link to the other language leads, from the root of the site."""
    text = (site / page).read_text(encoding="utf-8")
    link = text.partition('<nav class="mw-languages"')[2].partition('href="')[2].partition('"')[0]
    return (site / page).parent.joinpath(link).resolve().relative_to(site.resolve()).as_posix()


PAIRS = {
    "index.html": "en/index.html",
    "waarom.html": "en/why.html",
    "hoe.html": "en/how.html",
    "casussen/de-bank.html": "en/cases/the-bench.html",
    "casussen/index.html": "en/cases/index.html",
    "kenmerken/dichtheid.html": "en/characteristics/density.html",
    "drempels/niet-tot-last.html": "en/dilemmas/not-a-burden.html",
    "zoeken.html": "en/search.html",
    "weghalen.html": "en/removal.html",
}


def test_every_page_leads_to_the_same_page_of_the_other_book_and_back(book: Path) -> None:
    site = load(book / "mkdocs.yml").build(strict=True).folder
    assert {page: other(site, page) for page in PAIRS} == PAIRS
    assert {other(site, page): page for page in PAIRS.values()} == PAIRS


def test_a_page_that_is_in_one_book_only_leads_to_the_beginning_of_the_other(book: Path) -> None:
    site = load(book / "mkdocs.yml").build().folder
    assert other(site, "casussen/alleen-hier.html") == "en/index.html"
    assert not list(site.glob("en/cases/alleen*"))


def test_either_book_can_hold_the_other(book: Path) -> None:
    site = load(book / "mkdocs.en.yml").build(book / "elders", strict=True).folder
    assert other(site, "cases/the-bench.html") == "nl/casussen/de-bank.html"
    assert other(site, "nl/casussen/de-bank.html") == "cases/the-bench.html"


def test_each_book_holds_only_what_is_in_its_language(book: Path) -> None:
    site = load(book / "mkdocs.yml").build(strict=True).folder
    dutch = {name for name in contents(site) if not name.startswith("en/")}
    assert not any("the-bench" in name or "why" in name for name in dutch)
    assert "Daarom" not in "".join(p.read_text(encoding="utf-8") for p in (site / "en").rglob("*.html"))


def test_a_fault_in_the_other_book_stops_both_and_leaves_the_old_site_whole(book: Path) -> None:
    site = load(book / "mkdocs.yml").build().folder
    before = contents(site)
    (book / "content/cases/the-bench.yaml").write_text(BENCH + "nonsense: 3\n", encoding="utf-8")
    with pytest.raises(Refused, match=r"the-bench\.yaml:7:1: "):
        load(book / "mkdocs.yml").build()
    assert contents(site) == before


def test_a_translation_of_a_page_that_is_not_there_is_told(book: Path) -> None:
    (book / "pages.en/why.md").write_text("---\ntranslation_of: nergens.md\n---\n\n# Why\n", encoding="utf-8")
    finished: Finished = load(book / "mkdocs.yml").build()
    assert finished.translation
    assert [str(p) for p in finished.translation.casebook.problems] == [
        "pages.en/why.md:1:1: What stands above this page calls it a translation, of a page that is not in the other "
        "book. Write after “translation_of” where that page stands, such as methode.md."
    ]
    with pytest.raises(Refused):
        load(book / "mkdocs.yml").build(strict=True)


def test_two_books_in_one_language_are_refused(book: Path) -> None:
    (book / "mkdocs.en.yml").write_text(ENGLISH.replace("language: en", "language: nl"), encoding="utf-8")
    with pytest.raises(Refused, match="in dezelfde taal"):
        load(book / "mkdocs.yml").build()


def test_the_command_tells_of_both_books(book: Path) -> None:
    done = run_here("build", folder=book)
    assert done.returncode == 0, said(done)
    assert "2 cases, " in done.stdout
    assert "1 case, " in done.stdout


def test_a_check_reads_both_books(book: Path) -> None:
    done = run_here("check", folder=book)
    assert (done.returncode, done.stdout) == (0, "3 cases read; nothing to mend.\n"), said(done)
    text = BENCH.replace("the old neighbour", "Jan de Vries, 061234567")
    (book / "content/cases/the-bench.yaml").write_text(text, encoding="utf-8")
    for config in ("mkdocs.yml", "mkdocs.en.yml"):
        done = run_here("check", "-f", config, folder=book)
        assert done.returncode == 1
        assert "content/cases/the-bench.yaml:" in done.stdout


def test_a_story_that_is_taken_back_leaves_both_books_and_both_places_are_told(book: Path) -> None:
    load(book / "mkdocs.yml").build()
    done = run_here("withdraw", "de-bank", folder=book)
    assert done.returncode == 0, said(done)
    for file in ("casussen/de-bank.html", "en/cases/the-bench.html"):
        assert f"site/{file}" in done.stdout or file in done.stdout
    site = load(book / "mkdocs.yml").build().folder
    assert not list(site.rglob("*de-bank*"))
    assert not list(site.rglob("*the-bench*"))
