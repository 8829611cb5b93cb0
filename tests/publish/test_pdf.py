"""A manuscript as PDF: every word of its pages, drawings with words, links that lead somewhere, and the same bytes."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from mensenwerk.pages.dialect import Dialect
from mensenwerk.pages.page import Page
from mensenwerk.publish.binding import bound
from mensenwerk.publish.manuscript import Chapter, Manuscript, chapter_of
from mensenwerk.publish.parsed import parse
from mensenwerk.publish.pdf import pdf_of, typst_of
from mensenwerk.publish.to_typst import Walk
from pdfs import check_readable, read_out, tagged

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" class="mw-ecomap" id="kaart-1" role="img" aria-labelledby="t" '
    'aria-describedby="s" viewBox="0 0 90 60"><g aria-hidden="true"><path d="M0 0h90" stroke="#000"/></g></svg>'
)
KEY = '<svg class="mw-eco-key" viewBox="0 0 48 20" aria-hidden="true"><path d="M3 9h40" stroke="#000"/></svg>'
MAP = f"""<div class="mw-map"><figure><div class="mw-map__scroll">{SVG}</div>
<figcaption><p class="mw-map__title" id="t"><strong>Ecomap van Noor</strong></p><p id="s">Om Noor staat haar zus.</p>
<ul class="mw-legend"><li>{KEY} <span>sterke band</span></li></ul></figcaption></figure></div>"""
TABLE = """<table><caption>Iedereen</caption><thead><tr><th scope="col">Wie</th><th scope="col">Band</th></tr></thead>
<tbody><tr><th scope="row">Haar zus</th><td>sterk</td></tr></tbody></table>"""
MARKDOWN = """\
# Een pagina

Tekst met **vet**, *schuin*, `code` en een [verwijzing](https://example.org/x) én een noot.[^1]

## Een kop

1. een
2. twee
    - daarbinnen

> Iemand zei iets.

| a | b |
|---|---|
| c | d |

Woord
:   Wat het betekent.

```
een regel code
```

!!! note "Let op"
    In een kader.

[^1]: De noot zelf.
"""
DIALECT = Dialect(("toc", "tables", "fenced_code", "footnotes", "def_list", "admonition"))


def one(html: str, **more: str) -> Manuscript:
    return Manuscript("Titel", "nl", (Chapter("Titel", html, "a.html"),), month="2026-05", **more)


def two(first: str, second: str) -> Manuscript:
    return Manuscript("Boek", "nl", (Chapter("Eerst", first, "a.html"), Chapter("Dan", second, "map/b.html")))


def squeezed(words: str) -> str:
    return re.sub(r"[\s\u00ad-]", "", words)


def lacking(html: str, pdf: bytes) -> list[str]:
    """The words of a page that are not in a PDF."""
    found = squeezed(read_out(pdf))
    words = [word for text in parse(Chapter("", html, "")).root.itertext() for word in text.split()]
    return [word for word in words if squeezed(word) not in found]


def test_every_word_of_markdown_comes_out(tmp_path: Path) -> None:
    chapter = chapter_of(Page("a.md", "a", "Pagina", MARKDOWN), DIALECT)
    made = pdf_of(Manuscript(chapter.title, "nl", (chapter,)))
    assert lacking(re.sub(r"↩|<a class=\"footnote-backref.*?</a>", "", chapter.html), made) == []
    check_readable(made, tmp_path, language="nl", title="Een pagina")


def test_a_page_of_ours_holds_no_unknown_element() -> None:
    walk = Walk(bound(one(MAP + TABLE)), 0, "blz.")
    walk.chapter(0)
    assert not walk.unknown


def test_an_unknown_element_keeps_its_words_and_is_noted() -> None:
    walk = Walk(bound(one("<p>voor</p><marquee>woorden</marquee><p>na <blink>hier</blink></p>")), 0, "blz.")
    assert '"woorden"' in walk.chapter(0)[1]
    assert walk.unknown == {"marquee", "blink"}


def test_a_drawing_has_its_visible_words_as_alt_and_its_letters_and_lines_as_vectors(tmp_path: Path) -> None:
    made = pdf_of(one(f"<h2>De kaart</h2>{MAP}{TABLE}"))
    check_readable(made, tmp_path, language="nl", title="Titel")
    with pikepdf.open(BytesIO(made)) as pdf:
        (figure,) = tagged(pdf.Root.StructTreeRoot, "/Figure")
        assert str(figure.Alt) == "Ecomap van Noor. Om Noor staat haar zus."
        headers = [str(each.S) for kind in ("/TH", "/Caption") for each in tagged(pdf.Root.StructTreeRoot, kind)]
        assert headers == ["/TH", "/TH", "/Caption"]
        images = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"]
        assert not images


def test_what_is_closed_on_a_page_is_open_on_paper() -> None:
    html = "<details><summary>Meer</summary><p>Binnenin.</p></details>"
    html += '<section hidden=""><p>Een later moment.</p></section>'
    assert lacking(html, pdf_of(one(html))) == []


def test_what_only_a_screen_needs_is_left_out() -> None:
    html = '<fieldset class="mw-moments"><legend>Kies</legend><label><input type="radio"> nu</label></fieldset>'
    html += "<p>blijft</p><button>Druk</button><script>x()</script>"
    found = read_out(pdf_of(one(html)))
    assert "blijft" in found
    for word in ("Kies", "Druk", "x()"):
        assert word not in found


def test_a_link_to_another_chapter_leads_there_and_tells_its_page() -> None:
    made = pdf_of(two('<p>Zie <a href="map/b.html#daar">verderop</a>.</p>', '<h2 id="daar">Hier</h2><p>Tekst.</p>'))
    assert "verderop (blz. 4)" in read_out(made)
    assert [each.title for each in PdfReader(BytesIO(made)).outline if not isinstance(each, list)] == ["Eerst", "Dan"]


@pytest.mark.parametrize(
    "href", ["map/b.html#weg", "map/b.html", "#weg", "a.html", "", "#", "ftp://x", "%5B", "javascript:x"]
)
def test_a_link_to_nowhere_stops_nothing(href: str) -> None:
    for book in (
        one(f'<p>Zie <a href="{href}">daar</a>.</p>'),
        two(f'<p>Zie <a href="{href}">daar</a>.</p>', "<p>b</p>"),
    ):
        assert "daar" in read_out(pdf_of(book))
        assert b"javascript" not in pdf_of(book)


def test_a_paragraph_that_only_leads_out_of_the_book_is_left_out() -> None:
    html = (
        '<p><a href="../kenmerken/omvang.html">Meer over omvang</a></p><p>Zie <a href="../x.html">iets anders</a>.</p>'
    )
    found = read_out(pdf_of(one(html)))
    assert "Meer over omvang" not in found
    assert "Zie iets anders." in found


def test_an_address_of_the_world_stands_at_the_foot_of_the_page() -> None:
    found = read_out(
        pdf_of(one('<p><a href="https://example.org/een">Lees meer</a> <a href="https://a.nl">a.nl</a></p>'))
    )
    assert "example.org/een" in found
    assert found.count("a.nl") == 1


def test_literature_stands_once_at_the_end() -> None:
    work = '<li id="bron-a-1999">Aa, B. (1999). <i>Titel</i>.</li>'
    listed = f'<h2>Bronnen</h2><ul class="mw-references">{work}</ul>'
    found = read_out(pdf_of(two(f'<p>(<a href="#bron-a-1999">Aa, 1999</a>)</p>{listed}', f"<p>Iets.</p>{listed}")))
    assert found.count("Aa, B.") == 1
    assert "Bronnen" not in found
    assert "Aa, 1999 (blz. 5)" in found


def test_headings_skip_no_level(tmp_path: Path) -> None:
    made = pdf_of(one("<h2>Twee</h2><h5>Vijf</h5><h3>Drie</h3><h4>Vier</h4>"))
    check_readable(made, tmp_path, language="nl", title="Titel")


def test_the_same_manuscript_gives_the_same_bytes() -> None:
    book = two(MAP, TABLE)
    assert pdf_of(book) == pdf_of(book)


def test_statements_and_the_month_stand_on_the_title_page() -> None:
    first = PdfReader(BytesIO(pdf_of(one("<p>x</p>", book="Het boek")))).pages[0].extract_text()
    assert "Het boek · mei 2026" in first
    told = Manuscript("T", "en", (Chapter("T", "<p>x</p>"),), statements=("All of this is made up.",))
    assert "All of this is made up." in PdfReader(BytesIO(pdf_of(told))).pages[0].extract_text()


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from('ab #"\\[]$*_<>&@~`=-/{};\n'), max_size=40))
def test_no_text_of_a_page_is_read_as_typst(words: str) -> None:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    html = f"<p>{escaped}</p><ul><li>{escaped}</li></ul><h2>k{escaped}</h2><table><tr><td>{escaped}</td></tr></table>"
    assert lacking(html, pdf_of(one(html))) == []


def test_a_case_page_has_every_word_in_its_pdf(case_page_of_the_sample: Page, tmp_path: Path) -> None:
    chapter = chapter_of(case_page_of_the_sample, Dialect())
    book = Manuscript(chapter.title, "nl", (chapter,), kind="Casus", month="2026-05")
    walk = Walk(bound(book), 0, "blz.")
    walk.chapter(0)
    assert not walk.unknown
    made = pdf_of(book)
    kept = re.sub(r'<p>\s*<a href="\.\./[^<]*</a>\s*</p>|<fieldset.*?</fieldset>', "", chapter.html, flags=re.DOTALL)
    assert lacking(kept, made) == []
    check_readable(made, tmp_path, language="nl", title=chapter.title)


def test_source_holds_no_place_of_this_machine(case_page_of_the_sample: Page) -> None:
    source, files = typst_of(Manuscript("T", "nl", (chapter_of(case_page_of_the_sample, Dialect()),)))
    assert "/" not in "".join(files)
    assert "/home/" not in source
