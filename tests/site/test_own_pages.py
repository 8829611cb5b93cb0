"""An author's own pages with parts of cases in them: the same from `build` and from `write`, and only what is meant."""

from __future__ import annotations

import json
import re
from html import unescape
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
    html = (site / uri).read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0]
    return re.sub(r"\n\s*", "\n", unescape(html))


def index(site: Path) -> list[list[str]]:
    """The pages of the search index: address, title, kind, text."""
    folder = site / "assets/mensenwerk"
    pages = json.loads((folder / "search-index.js").read_text(encoding="utf-8").partition("=")[2].rstrip(";\n"))[
        "pages"
    ]
    texts = [(folder / f"search/{n}.js").read_text(encoding="utf-8") for n in range(len(pages))]
    return [[*page, json.loads(text.partition(",")[2].rstrip(");\n"))] for page, text in zip(pages, texts, strict=True)]


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
    assert "&lt;!-- zqcode --" in page
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
    assert page.count('<svg class="mw-ecomap-small"') == 1  # the card that was asked for; it does not come again
    assert "mw-drawing" not in page
    assert page.index("de oude buurman") < page.index("mw-ways")


def test_a_mistake_in_a_marker_stops_a_build_with_its_place(tmp_path: Path) -> None:
    folder = book(tmp_path, {"index.md": "# Welkom\n\n[[casus zqnergens]]\n", "gids.md": "- [[casus de-bank]]\n"})
    done = run_here("build", folder=folder)
    assert done.returncode == 1
    assert "content/pages/gids.md:1:3: " in said(done)
    assert "content/pages/index.md:3:1: " in said(done)
    assert not (folder / "site").exists()


SECRET = [
    "Author: Zqgeheim\n\n# A\n",
    "---\nauthor: Zqgeheim\nstatus: Zqgeheim\n---\nNotitie: x\n\n# A\n",
    "Title: Over\nAuthor: Zqgeheim\n\n# A\n",
    "# A\n\n[//]: #\n    (Zqgeheim)\n\ntekst\n",
    "# A\n\n[comment]: <> (Zqgeheim)\n\n[notitie]: # (Zqgeheim)\n",
    "# A\n\n- een\n\n    [//]: # (Zqgeheim)\n\n> [//]: # (Zqgeheim)\n",
    "# A\n\n*[WMO]: Zqgeheim\n",
    "<!--\n<h1>Zqgeheim</h1>\n-->\n\n# Titel\n",
    "# A\n\n[@ iets\n\n<!-- Zqgeheim -->\n\ntekst]\n",
    "# A\n\nSchrijf `[@` en dan <!-- Zqgeheim --> iets `]`.\n",
    "# A\n\nzie [[iets <!-- Zqgeheim --> hier]] x\n",
    '# A\n\n<i title="<!-- Zqgeheim -->">x</i>\n',
    "# A\n\n<? Zqgeheim ?>\n\n<div><!-- Zqgeheim --></div>\n",
]
"""Ways in which an author notes something that MkDocs shows to nobody."""


@pytest.mark.parametrize("part", ["", f"\n{PART}"], ids=["alone", "with a map"])
@pytest.mark.parametrize("text", SECRET)
def test_what_no_reader_sees_is_in_nothing_that_is_made(tmp_path: Path, text: str, part: str) -> None:
    extensions = "markdown_extensions: [abbr, attr_list, md_in_html, footnotes, admonition]\n"
    folder = book(tmp_path, {"over.md": text + part}, MKDOCS_YML + extensions)
    done = run_here("--quiet", "build", folder=folder)
    if done.returncode == 1:  # what would be shown is told with its line
        assert re.search(r"content/pages/over\.md:\d+:\d+: ", said(done))
        assert "Zqgeheim" not in said(done)
        return
    assert run_here("--quiet", "write", "los", folder=folder).returncode == 0
    for made in (folder / "site", folder / "los"):
        for name, raw in contents(made).items():
            assert b"Zqgeheim" not in raw, name


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "---\ntitle: Over ons: een begin\nauthor: Zqgeheim\n---\n# A\n",
            "over.md:1:1: Deze pagina begint met drie streepjes",
        ),
        ("---\n# Zqgeheim\n---\n\ntekst\n", "over.md:1:1: Deze pagina begint met drie streepjes"),
        ("---\ntitle: Over\nauthor: Zqgeheim\n---", "over.md:1:1: Deze pagina begint met drie streepjes"),
        ("---\n\n[[casus de-bank]]\n\n---\n\n# A\n", "over.md:1:1: Deze pagina begint met drie streepjes"),
        *(
            (text, "over.md:1:1: Deze pagina begint met drie streepjes")
            for text in (
                "\n---\nauthor: Zqgeheim\n---\n# A\n",
                " ---\nauthor: Zqgeheim\n---\n# A\n",
                "----\nauthor: Zqgeheim\n----\n# A\n",
                "---\u00a0\nauthor: Zqgeheim\n---\n# A\n",
                "<!-- x -->\n---\nauthor: Zqgeheim\n---\n# A\n",
                "---\ntitle: x\n---\n---\nauthor: Zqgeheim\n---\n# A\n",
                "---\ntitle: x\n...\nauthor: Zqgeheim\n---\n# A\n",
                '+++\nauthor = "Zqgeheim"\n+++\n# A\n',
            )
        ),
        *(
            (f"# A\n\n{text}\n", "over.md:3:1: Hier begint een notitie die lezers zouden zien.")
            for text in (
                "[//]: <> (een\nZqgeheim)",
                "[comment]: <> (een\nZqgeheim)",
                "[notitie]: # (een\nZqgeheim)",
                "[Comment]: # Zqgeheim",
                "[//]: Zqgeheim moet",
            )
        ),
        (
            "# A\n\n<!-- weg <!-- noot --> Zqgeheim -->\n",
            "over.md:3:33: Hier begint een notitie die lezers zouden zien.",
        ),
        ("# A\n\n[//]: # (een\nZqgeheim)\n", "over.md:3:1: Hier begint een notitie die lezers zouden zien."),
    ],
)
def test_what_would_be_shown_by_mistake_is_refused_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    done = run_here("build", folder=book(tmp_path, {"over.md": text}))
    assert done.returncode == 1
    assert message in said(done)
    assert "Zqgeheim" not in said(done)


@pytest.mark.parametrize(
    "settings",
    [
        'extra_javascript: ["https://zqelders.nl/x.js"]',
        "extra_css: [//zqelders.nl/x.css]",
        'copyright: "<img src=https://zqelders.nl/x.png>"',
        'site_description: "a <!-- Zqgeheim -->"',
        'markdown_extensions: ["pymdownx.snippets:SnippetExtension"]',
    ],
)
@pytest.mark.parametrize("command", [["build"], ["write", "los"]])
def test_what_stands_on_every_page_is_looked_at_too(tmp_path: Path, settings: str, command: list[str]) -> None:
    done = run_here(*command, folder=book(tmp_path, {}, f"{MKDOCS_YML}{settings}\n"))
    assert (done.returncode, "mkdocs.yml: " in said(done), "Zqgeheim" in said(done)) == (1, True, False)


def test_a_language_that_the_program_does_not_speak_is_told(tmp_path: Path) -> None:
    done = run_here("check", folder=book(tmp_path, {}, MKDOCS_YML.replace("language: nl", "language: nl-NL")))
    assert (done.returncode, "theme.language is nl or en" in said(done)) == (1, True)


def test_an_arrow_is_no_end_of_a_note(tmp_path: Path) -> None:
    folder = book(tmp_path, {"over.md": "# A\n\nvan a --> b <!-- Zqgeheim -->\n"})
    assert "van a --> b" in article(built(folder), "over.html")


def test_a_readme_is_no_index_of_a_casebook(tmp_path: Path) -> None:
    done = run_here("check", folder=book(tmp_path, {"casussen/README.md": "# Van mij\n"}))
    assert (done.returncode, "content/pages/casussen/README.md: MkDocs maakt" in said(done)) == (1, True)


def test_what_an_exception_lets_in_is_looked_at(tmp_path: Path) -> None:
    folder = book(tmp_path, {".apart/een.md": "# Een\n"}, MKDOCS_YML + 'exclude_docs: "!.apart/"\n')
    done = run_here("check", folder=folder)
    assert (done.returncode, "content/pages/.apart/een.md: Een naam die met een punt begint" in said(done)) == (1, True)


@pytest.mark.parametrize("command", [["check"], ["build"], ["write", "los"]])
@pytest.mark.parametrize("extension", ["pymdownx.snippets", "pymdownx.b64"])
def test_what_reads_files_into_pages_is_refused_by_every_command(
    tmp_path: Path, extension: str, command: list[str]
) -> None:
    folder = book(tmp_path, {}, MKDOCS_YML + f"markdown_extensions: [{extension}]\n")
    done = run_here(*command, folder=folder)
    assert (done.returncode, extension in said(done)) == (1, True)


@pytest.mark.parametrize("front", ["hide: true", "hide: 3", "title: {2026-01-01: x}", "description: [1]", "1: 2"])
def test_strange_settings_above_a_page_do_no_harm(tmp_path: Path, front: str) -> None:
    folder = book(tmp_path, {"over.md": f"---\n{front}\n---\n# A\n"})
    assert "A" in article(built(folder), "over.html")
    assert "A" in article(written(folder), "over.html")


@pytest.mark.parametrize("settings", ["footnotes: {BACKLINK_TEXT: 3}", "toc: {slugify: x}"])
@pytest.mark.parametrize("part", ["x[^1]\n\n[^1]: y\n", PART])
def test_a_page_that_an_extension_cannot_work_with_is_told(tmp_path: Path, settings: str, part: str) -> None:
    folder = book(tmp_path, {"over.md": f"# A\n\n{part}"}, MKDOCS_YML + f"markdown_extensions:\n  - {settings}\n")
    done = run_here("check", folder=folder)
    assert (done.returncode, "over.md: Van deze pagina kan geen HTML worden gemaakt." in said(done)) == (1, True)


def test_an_address_in_a_description_opens_nothing(tmp_path: Path) -> None:
    folder = book(tmp_path, {"over.md": "---\ndescription: 'x\"><script>alert(1)</script>'\n---\n# A\n"})
    for site in (built(folder), written(folder)):
        assert "<script>alert" not in (site / "over.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "![x](https://zqelders.nl/x.png)",
        '<iframe src="//zqelders.nl/a"></iframe>',
        "<script src=https://zqelders.nl/a.js></script>",
    ],
)
@pytest.mark.parametrize("command", [["build"], ["write", "los"]])
def test_a_page_that_would_ask_the_network_for_something_is_refused(
    tmp_path: Path, text: str, command: list[str]
) -> None:
    folder = book(tmp_path, {"over.md": f"# A\n\n{text}\n\n[een link](https://zqelders.nl/mag)\n"})
    done = run_here(*command, folder=folder)
    assert done.returncode == 1
    assert "over.md: deze pagina zou iets ophalen bij" in said(done)
    assert not (folder / "site/over.html").exists()
    assert not (folder / "los").exists()


REFERENCE = """\
een-twee:
  authors: ["[klik](javascript:alert(1)), A.", "*Zo* & Co, B."]
  year: "2001"
  title: "Een titel"
"""


def test_signs_of_markdown_in_literature_mean_nothing(tmp_path: Path) -> None:
    folder = book(tmp_path, {"over.md": "# A\n\nZie @een-twee en [@een-twee].\n\n[[literatuur]]\n"})
    (folder / "content/references.yaml").write_text(REFERENCE, encoding="utf-8")
    for site in (built(folder), written(folder)):
        page = article(site, "over.html")
        assert 'href="javascript' not in page
        assert "<em>Zo" not in page
        assert page.count("[klik](javascript:alert(1))") == 3


@pytest.mark.parametrize("key", ['a" onmouseover="alert(1)', "twee woorden", "zonderstreep", "-", "a-"])
def test_a_key_that_no_page_can_cite_is_told(tmp_path: Path, key: str) -> None:
    folder = book(tmp_path, {})
    text = REFERENCE.replace("een-twee:", json.dumps(key) + ":")
    (folder / "content/references.yaml").write_text(text, encoding="utf-8")
    done = run_here("check", folder=folder)
    assert (done.returncode, "references.yaml:1:1: Deze sleutel kan een pagina niet aanhalen." in said(done)) == (
        1,
        True,
    )
