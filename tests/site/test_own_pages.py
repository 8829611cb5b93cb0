"""An author's own pages with parts of cases in them: the same from `build` and from `write`, and only what is meant."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands import MKDOCS_YML, contents, run_here, run_python, said, write_book

DRAFTS = MKDOCS_YML + "exclude_docs: apart.md\ndraft_docs: kladjes/\n"
PART = "[[kaart de-bank nu]]\n"


def book(folder: Path, pages: dict[str, str], mkdocs_yml: str = MKDOCS_YML) -> Path:
    write_book(folder, mkdocs_yml=mkdocs_yml)
    for name, text in pages.items():
        page = folder / "content/pages" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    return folder


def built(folder: Path) -> Path:
    done = run_here("--quiet", "build", folder=folder)
    assert done.returncode == 0, said(done)
    return folder / "site"


def written(folder: Path) -> Path:
    """The site that MkDocs makes of what `write` wrote."""
    done = run_here("--quiet", "write", "los", folder=folder)
    assert done.returncode == 0, said(done)
    done = run_python("-m", "mkdocs", "build", "--quiet", folder=folder / "los")
    assert done.returncode == 0, said(done)
    return folder / "los" / "site"


def article(site: Path, uri: str) -> str:
    return (site / uri).read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0]


def index(site: Path) -> list[list[str]]:
    """The pages of the search index: address, title, kind, text."""
    text = (site / "assets/mensenwerk/search-index.js").read_text(encoding="utf-8")
    return json.loads(text.partition("=")[2].rstrip(";\n"))["pages"]


@pytest.mark.parametrize("make", [built, written])
def test_a_page_that_is_left_out_of_the_site_stays_out_of_it_with_or_without_markers(tmp_path: Path, make) -> None:
    pages = {"apart.md": f"# Zqapart\n\n{PART}", "kladjes/een.md": "# Zqklad\n\n[[kaart onzin hier]]\n"}
    site = make(book(tmp_path, pages, DRAFTS))
    assert not (site / "apart.html").exists()
    for folder in {site, tmp_path / "los"}:
        for name, raw in contents(folder).items() if folder.exists() else ():
            assert b"zqapart" not in raw.lower(), name
            assert b"zqklad" not in raw.lower(), name


def test_a_page_at_the_address_of_a_case_gives_way_whatever_is_in_it(tmp_path: Path) -> None:
    folder = book(tmp_path, {"casussen/de-bank.md": f"# Zqvan-mij\n\n{PART}"})
    done = run_here("build", folder=folder)
    assert "casussen/de-bank.md" in said(done)
    page = article(folder / "site", "casussen/de-bank.html")
    assert "De bank" in page
    assert "Zqvan-mij" not in page
    done = run_here("write", "los", folder=folder)
    assert "Zqvan-mij" not in (folder / "los/docs/casussen/de-bank.md").read_text(encoding="utf-8")


OWN = """---
title: Zqin het menu
author: Zqgeheim
hide: [toc]
---
# Over *ons* <!-- zqnotitie -->

Mail hallo@voorbeeld-organisatie.nl, of kijk hier. Toon `<!-- zqcode -->`.

```
# Zqgeen kop
```

{part}
"""


@pytest.mark.parametrize("part", ["", PART])
def test_build_and_write_make_the_same_of_a_page(tmp_path: Path, part: str) -> None:
    folder = book(tmp_path, {"over.md": OWN.format(part=part), "index.md": f"# Welkom <!-- zqnotitie -->\n\n{part}"})
    one, other = built(folder), written(folder)
    for uri in ("over.html", "index.html"):
        assert article(one, uri).replace(" </h1>", "</h1>") == article(other, uri).replace(" </h1>", "</h1>")
    assert index(one) == index(other)
    titles = {uri: title for uri, title, _, _ in index(one)}
    assert titles["over.html"] == "Over ons"
    assert titles["index.html"] == "Welkom"
    page = (one / "over.html").read_text(encoding="utf-8")
    assert "hallo@voorbeeld-organisatie.nl" in page
    assert "&lt;!-- zqcode --&gt;" in page
    assert "<svg" in page or not part
    for site in (one, other, folder / "los"):
        for name, raw in contents(site).items():
            assert b"zqnotitie" not in raw, name
            assert b"Zqgeheim" not in raw, name
    for site in (one, other):
        assert 'href="over.html"' in (site / "index.html").read_text(encoding="utf-8")
        assert "Zqin het menu" in (site / "index.html").read_text(encoding="utf-8")


def test_markers_and_citations_work_on_the_home_page_before_its_cards(tmp_path: Path) -> None:
    folder = book(tmp_path, {"index.md": f"# Welkom\n\n{PART}\n\n[[casus de-bank]]\n"})
    page = article(built(folder), "index.html")
    assert page.count('<svg class="mw-ecomap-small"') == 2  # the card that was asked for, and that of the home page
    assert "mw-drawing" not in page
    assert page.index("de oude buurman") < page.index("mw-entries")


def test_a_mistake_in_a_marker_stops_a_build_with_its_place(tmp_path: Path) -> None:
    folder = book(tmp_path, {"index.md": "# Welkom\n\n[[casus zqnergens]]\n", "gids.md": "- [[casus de-bank]]\n"})
    done = run_here("build", folder=folder)
    assert done.returncode == 1
    assert "content/pages/gids.md:1:3: " in said(done)
    assert "content/pages/index.md:3:1: " in said(done)
    assert not (folder / "site").exists()
