"""What readers can take along from a site: made when mkdocs.yml names it, linked on its page, and searched."""

from __future__ import annotations

import os
import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from commands import CASE, MKDOCS_YML, contents, run_here, said, write_book, write_case
from mensenwerk.guards.registry import Entry, Registry
from mensenwerk.kept import Kept
from mensenwerk.publish.manuscript import Chapter, Manuscript
from mensenwerk.publish.scan import Scan
from mensenwerk.site.downloads import Download, bind_downloads

ALL = "{book: [pdf, html], cases: html, editions: [pdf]}"
EDITION = """\
taal: nl
id: les
soort: casestudie
titel: De bank in de les
casussen: [de-bank]
"""
LINK = re.compile(r'<a href="([^"]*)"(?: download)?>([^<]*)</a>')


def book_with(folder: Path, downloads: str) -> Path:
    book = write_book(folder, mkdocs_yml=f"{MKDOCS_YML.rstrip()}:\n      downloads: {downloads}\n")
    (book / "content/editions").mkdir()
    (book / "content/editions/les.yaml").write_text(EDITION, encoding="utf-8")
    return book


def built(book: Path) -> dict[str, bytes]:
    done = run_here("--quiet", "build", folder=book)
    assert done.returncode == 0, said(done)
    return contents(book / "site")


def ways(site: dict[str, bytes], page: str) -> dict[str, str]:
    """What a page gives to take along: words → the file in the site."""
    found = re.search(r'<p class="mw-along">(.*?)</p>', site[page].decode())
    if found is None:
        return {}
    return {words: os.path.normpath(f"{Path(page).parent}/{href}") for href, words in LINK.findall(found[1])}


def test_what_is_named_is_made_and_linked_on_its_page(tmp_path: Path) -> None:
    site = built(book_with(tmp_path, ALL))
    assert ways(site, "index.html") == {
        "als PDF": "meenemen/een-klein-boek.pdf",
        "als één bestand om te mailen": "meenemen/een-klein-boek.html",
    }
    assert ways(site, "casussen/de-bank.html") == {
        "als één bestand om te mailen": "meenemen/casussen/de-bank.html",
    }
    assert ways(site, "uitgaven/les.html") == {"als PDF": "meenemen/uitgaven/les.pdf"}
    assert ways(site, "casussen/index.html") == {}
    made = {name for name in site if name.startswith("meenemen/")}
    assert made == {file for page in site if page.endswith(".html") for file in ways(site, page).values()}
    assert PdfReader(BytesIO(site["meenemen/uitgaven/les.pdf"])).metadata.title == "De bank in de les"  # type: ignore[union-attr]
    assert "Hier groet hij de schepen." in site["meenemen/een-klein-boek.html"].decode()


def test_the_line_stands_under_what_a_page_begins_with(tmp_path: Path) -> None:
    write_case(
        book := book_with(tmp_path, ALL), CASE.replace("mensen:", "lead: Een begin.\nthema's: [water]\nmensen:", 1)
    )
    page = built(book)["casussen/de-bank.html"].decode()
    assert page.index("Een begin.") < page.index("mw-themes") < page.index("mw-along") < page.index("<h2")


def test_nothing_is_made_that_is_not_named(tmp_path: Path) -> None:
    site = built(write_book(tmp_path))
    assert not [name for name in site if name.startswith("meenemen/")]
    assert "mw-along" not in site["casussen/de-bank.html"].decode()


def test_building_again_gives_the_same_files(tmp_path: Path) -> None:
    book = book_with(tmp_path, ALL)
    first = built(book)
    assert built(book) == first


def test_a_written_folder_has_no_line_that_leads_nowhere(tmp_path: Path) -> None:
    book = book_with(tmp_path, ALL)
    done = run_here("--quiet", "write", "los", folder=book)
    assert done.returncode == 0, said(done)
    assert b"meenemen/" not in b"".join(contents(book / "los").values())


@pytest.mark.parametrize(
    "downloads",
    ["{boek: [pdf]}", "{book: [epub]}", "{book: []}", "{book: {pdf: true}}", "[book]", "true"],
)
def test_what_is_not_known_is_told_with_what_is(tmp_path: Path, downloads: str) -> None:
    done = run_here("build", folder=book_with(tmp_path, downloads))
    assert done.returncode == 1
    assert "It names book, cases or editions, each with pdf, html or both" in said(done)
    assert not (tmp_path / "site").exists()


def test_a_sign_that_no_font_has_stops_the_build_and_leaves_the_old_site(tmp_path: Path) -> None:
    book = book_with(tmp_path, "{editions: pdf}")
    before = built(book)
    write_case(book, CASE.replace("Hier groet hij", "Hier \N{WOMAN} groet hij"))
    done = run_here("build", folder=book)
    assert (done.returncode, "tekens die het lettertype niet heeft: \N{WOMAN}" in said(done)) == (1, True)
    assert contents(book / "site") == before


class OneBook:
    """A shelf with one manuscript on it."""

    def one(self, _: str) -> Manuscript:
        return Manuscript(
            "Titel", "nl", (Chapter("Titel", "<p>Met dank aan <b>Zwaan</b>tje Wolkenveld.</p>", "a.html"),)
        )


@pytest.mark.parametrize("form", ["pdf", "html"])
def test_a_name_of_the_registry_is_found_before_it_is_bound(tmp_path: Path, form: str) -> None:
    registry = Registry((Entry("Zwaantje Wolkenveld"),))
    ways_to = {"a.md": [Download("a.md", f"meenemen/a.{form}", form)]}  # type: ignore[arg-type]
    searched = bind_downloads(ways_to, OneBook(), Scan(registry), Kept(), tmp_path)  # type: ignore[arg-type]
    assert [leak.file for leak in searched.leaks] == [f"meenemen/a.{form}"]
    assert searched.clean == frozenset()


def test_a_file_that_was_changed_after_it_was_bound_is_read_itself(tmp_path: Path) -> None:
    scan = Scan(Registry((Entry("Zwaantje Wolkenveld"),)))
    (tmp_path / "a.html").write_text("<p>Met dank aan Zwaantje Wolkenveld.</p>", encoding="utf-8")
    as_it_was = frozenset({scan.digest("a.html", b"<p>Met dank.</p>")})
    assert [leak.file for leak in scan.folder(tmp_path, searched=as_it_was)] == ["a.html"]
    as_it_is = frozenset({scan.digest("a.html", (tmp_path / "a.html").read_bytes())})
    assert scan.folder(tmp_path, searched=as_it_is) == []
