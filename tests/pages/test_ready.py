"""A page of ours becomes the same HTML with and without Python-Markdown."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from markdown import Markdown

from mensenwerk.casebook import make
from mensenwerk.pages.ready import ready
from mensenwerk.pages.safe import inline, prose
from mensenwerk.site.run import load

ROOT = Path(__file__).resolve().parents[2]


def lines(html: str) -> list[str]:
    return [line.strip() for line in html.splitlines() if line.strip()]


def contents(tokens: Any) -> list[Any]:
    return [(each["level"], each["id"], each["name"], contents(each["children"])) for each in tokens]


@pytest.mark.parametrize("config", ["mkdocs.yml", "mkdocs.en.yml"])
def test_every_page_of_the_sample_books_is_what_python_markdown_makes_of_it(config: str) -> None:
    site = load(ROOT / config)
    made = [page for page in make(site.settings, site.check()).pages if not page.by_hand]
    assert len(made) > 30
    for page in made:
        renderer: Any = Markdown(extensions=["toc", "tables", "fenced_code"])
        html, ours = renderer.convert(page.markdown), ready(page.markdown)
        assert lines(ours.html) == lines(html), page.uri
        assert contents(ours.contents) == contents(renderer.toc_tokens), page.uri


def test_headings_have_ids_of_their_own_and_are_nested() -> None:
    found = ready("# Café &#35;1\n\n## Zo\n\n<p>tekst</p>\n\n## Zo\n")
    assert found.html == ('<h1 id="cafe-1">Café &#35;1</h1>\n<h2 id="zo">Zo</h2>\n<p>tekst</p>\n<h2 id="zo_1">Zo</h2>')
    assert contents(found.contents) == [(1, "cafe-1", "Café &#35;1", [(2, "zo", "Zo", []), (2, "zo_1", "Zo", [])])]


@pytest.mark.parametrize("text", ["een\n# twee", "# een", "een\n\n## twee\n\ndrie", "een  \n###### twee"])
def test_a_line_of_an_author_never_begins_a_heading(text: str) -> None:
    for html in (prose(text), inline(text)):
        page = f"# Titel\n\n<div>\n{html}\n</div>\n"
        assert re.findall(r"<h\d", ready(page).html) == ["<h1"]
        assert "#" in html
