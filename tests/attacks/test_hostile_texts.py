"""A case whose every text is hostile still makes a page on which nothing runs and nothing is lost."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from mensenwerk.publish.page_text import page_text
from mensenwerk.site.run import load

ATTACKS = {
    "script": "<script>alert(1)</script>",
    "handler": "<img src=x onerror=alert(1)>",
    "quote": '"><svg onload=alert(1)>',
    "javascript": "[klik](javascript:alert(1))",
    "attributes": "tekst {onclick=alert(1) .x #y}",
    "template": "{{ 7*7 }}{% raw %}{{ config }}",
    "block": "/// html | script\nalert(1)\n///",
    "snippet": "--8<-- '/etc/passwd'",
    "comment": "<!-- -->",
    "drawing": '<i class="mw-drawing" data-number="0"></i>',
    "svg": "</svg></text><script>alert(1)</script>",
    "dot": "\\N \\G \\E <b>vet</b> <IMG SRC='/etc/passwd'/> \\l \"; }",
    "heading": "# kop\n---\n| a | b |\n|---|---|",
    "title": "</title><script>alert(1)</script>",
    "fence": "x\n```{onclick=alert(1)}\nklik\n```\ny",
    "open fence": "x\n```\ny",
    "tilde": "x\n~~~ {#mw-content onclick=alert(1)}\ny",
    "entity": "&lt;script&gt; &#60;b&#62; &amp;",
}
OWN_SCRIPTS = {"site.js", "wide.js", "look.js", "take.js", "search.js", "search-index.js"}


class _Watch(HTMLParser):
    """What a browser would take for markup."""

    def __init__(self) -> None:
        super().__init__()
        self.inside_article = 0
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside_article += tag == "article"
        if self.inside_article and tag in ("script", "img", "iframe", "object", "embed", "style", "form"):
            self.found.append(tag)
        for name, value in attrs:
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.found.append(f"{tag} {name}={value}")

    def handle_endtag(self, tag: str) -> None:
        self.inside_article -= tag == "article"

    def handle_comment(self, data: str) -> None:
        if self.inside_article:
            self.found.append(f"comment {data}")


def casebook(folder: Path, text: str) -> Path:
    """A casebook with one case in which `text` stands wherever a text can stand."""
    said = json.dumps(text)
    label = json.dumps(" ".join(text.split())[:60])
    (folder / "content/cases").mkdir(parents=True)
    (folder / "content/pages").mkdir()
    (folder / "mkdocs.yml").write_text(
        "site_name: Proef\ndocs_dir: content/pages\ntheme: {name: material, language: nl}\nplugins: [mensenwerk]\n"
        "markdown_extensions: [attr_list, md_in_html, admonition, footnotes, tables, abbr]\n",
        encoding="utf-8",
    )
    (folder / "content/cases/a.yaml").write_text(
        f"""
taal: nl
id: a
titel: {label}
lead: {said}
thema's: [{label}]
publicatie: {{bestemd_voor: publiek, herkomst: gefingeerd, veranderd_is: [{label}],
  beoordeling: {{rol: {label}, maand: 2026-05}}}}
middelpunt: [{{id: ik, wie: {label}, schuilnaam: {label}, betekenis: {said}}}]
mensen:
  - {{id: b, wie: {label}, betekenis: {said}, eigen_stem: {said}, talenten: [{label}], hoort_erbij: twijfel,
     banden: {{woord: {label}, spanning: vaak, sterkte: sterk}}}}
  - {{id: c, wie: {label}, betekenis: {said}}}
  - {{id: d, wie: {label}, kring: vrienden}}
wie_kent_wie: {{groepen: [[b, c]]}}
kaarten:
  - {{id: begin, moment: {label}, wanneer: {label}, gezien_door: ik, samen_met: {label},
     viel_op: {said}, verlangen: {said}}}
  - {{id: later, moment: {label}, tussendoor: {said}}}
kenmerken: {{omvang: {{beleving: {label}, volgens: {label}, tekst: {said}}}, dichtheid: {{beleving: {label}}}}}
drempels:
  - {{soort: anders, naam: {label}, betekenis: {said}, van: {label}, volgens: {label}, verhaal: {said},
     enerzijds: {said}, anderzijds: {said}, vragen: [{label}]}}
verwachting: [{{wat: {label}, van: b, besproken: ja, kan: wel}}]
ruimte: {{professional: {said}, organisatie: {said}, gemeente: {said}}}
""",
        encoding="utf-8",
    )
    return load(folder / "mkdocs.yml", audience="internal").build().folder


@pytest.mark.parametrize("name", ATTACKS)
def test_a_hostile_text_is_shown_and_never_run(tmp_path: Path, name: str) -> None:
    site = casebook(tmp_path, ATTACKS[name])
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        watch = _Watch()
        watch.feed(text.replace("</form>", "").replace('<form class="mw-search__form"', "<div"))
        assert watch.found == [], file.name
        scripts = re.findall(r"<script[^>]*src=[\"']?([^\"' >]+)", text)
        assert {script.rsplit("/", 1)[-1] for script in scripts} <= OWN_SCRIPTS
        assert "root:x:" not in text
    case = (site / "casussen/a.html").read_text(encoding="utf-8")
    assert case.count("<svg") > 2, "the page lost its drawings"
    assert case.count("<table>") == 3, "the page lost its tables"
    assert "<code" not in case
    title = re.search(r"<h1[^>]*>(.*?)</h1>", case, re.DOTALL)
    assert title is not None
    assert page_text(title[0]).strip() == " ".join(ATTACKS[name].split())[:60].strip()


@pytest.mark.parametrize("name", ["script", "quote", "title", "entity"])
def test_a_hostile_title_is_safe_in_the_head_and_in_the_search_index(tmp_path: Path, name: str) -> None:
    site = casebook(tmp_path, ATTACKS[name])
    head = (site / "casussen/a.html").read_text(encoding="utf-8").partition("</head>")[0]
    assert "<script>alert" not in head
    assert "<svg onload" not in head
    scripts = [site / "assets/mensenwerk/search-index.js", *(site / "assets/mensenwerk/search").iterdir()]
    assert len(scripts) > 10
    for script in scripts:
        assert "</script" not in script.read_text(encoding="utf-8").lower()
