"""Author's texts: the safe subset works, everything else is shown as it was typed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from mensenwerk.pages.safe import heading, inline, prose
from mensenwerk.publish.page_text import page_text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Gewoon.", "<p>Gewoon.</p>"),
        ("Een.\n\nTwee.", "<p>Een.</p>\n<p>Twee.</p>"),
        ("*Zij* en **hij**", "<p><em>Zij</em> en <strong>hij</strong></p>"),
        ("- een\n- twee", "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>"),
        ("[lees](https://example.org)", '<p><a href="https://example.org">lees</a></p>'),
        ("[lees](../methode.md#tekenen)", '<p><a href="../methode.html#tekenen">lees</a></p>'),
        ("![kaart](https://example.org/x.png)", '<p>!<a href="https://example.org/x.png">kaart</a></p>'),
        ("", ""),
    ],
)
def test_the_safe_subset_becomes_html(text: str, html: str) -> None:
    assert prose(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<iframe src='https://example.org'></iframe>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,x)",
        "[x](//example.org/a)",
        "[x](vbscript:x)",
        "[x](/etc/passwd)",
        "<!-- geheim -->",
        "[x](&#106;avascript:alert(1))",
    ],
)
def test_what_could_run_or_load_is_shown_as_text(text: str) -> None:
    for html in (prose(text), inline(text)):
        assert "<script" not in html
        assert "<img" not in html
        assert "<iframe" not in html
        assert "<!--" not in html
        assert "href" not in html


@pytest.mark.parametrize(
    "text",
    [
        "{{ 7*7 }}",
        "{onclick=alert(1)}",
        "/// html | script",
        "--8<-- '/etc/passwd'",
        "# kop",
        "| a | b |",
        "`code`",
        "<script>",
        "{% raw %}",
        "a\nb",
        "[^1]",
        "*[HTML]: x",
        "&amp;",
    ],
)
def test_a_heading_says_exactly_what_was_typed(text: str) -> None:
    html = Markdown(extensions=["extra", "attr_list", "toc"]).convert(f"# {heading(text)}")
    assert page_text(html).strip() == " ".join(text.split())
    assert "<script" not in html
    assert "onclick=" not in html.split(">", 1)[0]


@given(st.text(max_size=200))
def test_prose_never_holds_a_blank_line_or_a_tag_of_the_author(text: str) -> None:
    html = prose(text)
    assert "\n\n" not in html
    allowed = {"p", "em", "strong", "ul", "ol", "li", "a", "blockquote", "br"}
    assert set(re.findall(r"<\s*/?\s*([a-zA-Z]+)", html)) <= allowed
