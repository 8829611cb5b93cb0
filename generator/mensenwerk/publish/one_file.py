"""A manuscript → one HTML file to mail: its style and drawings are in it, it asks for nothing and needs no script.

One case stands in it whole. Of several cases each is told short, so that the file stays small enough to mail: people
and what they mean, one map, what each moment is about, what changed, what stands in the way. The signs on maps are
explained once.
"""

from __future__ import annotations

import re
from base64 import b64encode
from html import escape
from mimetypes import guess_type

from lxml import html as lxml_html

from mensenwerk.pages.wording import wording
from mensenwerk.publish.binding import Bound, bound
from mensenwerk.publish.lean_svg import lean
from mensenwerk.publish.manuscript import Manuscript
from mensenwerk.publish.one_file_style import style
from mensenwerk.publish.parsed import DRAWING, Element, words_of
from mensenwerk.publish.short import is_case, shorten

_HEADING = re.compile(r"h[1-6]")
_PLACE = re.compile(rf'<i class="{DRAWING}" data-number="(\d+)"></i>')
_REFER = ("aria-labelledby", "aria-describedby", "aria-controls", "for")
_NAMES = re.compile(rf'\b(id|{"|".join(_REFER)})="([^"]*)"')
_FOR_SCRIPTS = re.compile(r'\s(?:data-[\w-]+|aria-hidden|focusable|xmlns)="[^"]*"')


def html_of(manuscript: Manuscript) -> bytes:
    """The file, in UTF-8. The same bytes for the same manuscript."""
    book = bound(manuscript)
    words = wording(manuscript.language)
    short = sum(map(is_case, book.chapters)) > 1
    for chapter in book.chapters if short else ():
        shorten(chapter)
    signs = _Signs(words.case["map"]["signs"]) if manuscript.depth else None
    pages = [_Chapter(book, number, signs) for number in range(len(book.chapters))]
    bodies = [page.html() for page in pages]
    begin = bodies.pop(0) if pages and pages[0].begins else ""
    said = words.site["print"]
    ways = _contents(pages)
    told = " · ".join(
        each for each in (manuscript.book, words.month(manuscript.month) if manuscript.month else "") if each
    )
    parts = [
        f'<!doctype html>\n<html lang="{manuscript.language}">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        # whatever an author's page holds: nothing is fetched
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline';"
        ' img-src data:">',
        f"<title>{escape(manuscript.title)}</title>\n<style>{style()}</style>\n</head>\n<body>",
        f'<main class="mw-article mw-under-{manuscript.depth}">\n<header>',
        f'<p class="mw-kicker">{escape(manuscript.kind)}</p>' if manuscript.kind else "",
        f"<h1>{escape(manuscript.title)}</h1>",
        f'<p class="mw-lead">{escape(manuscript.lead)}</p>' if manuscript.lead else "",
        *(f'<p class="mw-small">{escape(each)}</p>' for each in (*manuscript.statements, told) if each),
        f'<p class="mw-notice">{said["short"]}</p>' if short else "",
        "</header>",
        begin,
        f'<nav aria-labelledby="inhoud"><h2 id="inhoud">{said["contents"]}</h2><ul>{ways}</ul></nav>' if ways else "",
        *bodies,
        signs.html() if signs else "",
        "</main>\n</body>\n</html>\n",
    ]
    return "\n".join(each for each in parts if each).encode()


def _contents(pages: list[_Chapter]) -> str:
    """A list that leads to all chapters, those of a part below it."""
    made: list[str] = []
    for page in pages:
        if page.at.chapter.part or not made or page.book.manuscript.depth < 2:
            made.append(page.ways)
        elif made[-1].endswith("</ul></li>"):
            made[-1] = f"{made[-1][: -len('</ul></li>')]}{page.ways}</ul></li>"
        else:
            made[-1] = f"{made[-1][: -len('</li>')]}<ul>{page.ways}</ul></li>"
    return "".join(made)


class _Signs:
    """The legends of all maps, as one: each sign once, in the order in which a reader meets them."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.found: dict[str, str] = {}

    def take(self, legend: Element, chapter: _Chapter) -> None:
        """Take a legend out of a chapter; a link to all signs stands in its place."""
        for item in legend:
            html = lxml_html.tostring(item, encoding="unicode", with_tail=False)
            self.found.setdefault(words_of(item), chapter.with_drawings(html))
        link = lxml_html.fragment_fromstring(f'<p class="mw-small"><a href="#tekens">{escape(self.title)}</a></p>')
        legend.getparent().replace(legend, link)

    def html(self) -> str:
        """The section with all signs; nothing when no map had any."""
        if not self.found:
            return ""
        items = "\n".join(self.found.values())
        return (
            f'<section class="mw-chapter" id="tekens">\n<h2 class="mw-title">{escape(self.title)}</h2>\n'
            f'<ul class="mw-legend">\n{items}\n</ul>\n</section>'
        )


class _Chapter:
    """A chapter on its way: names made its own, links led within the file, drawings put back."""

    def __init__(self, book: Bound, number: int, signs: _Signs | None) -> None:
        self.book, self.number, self.at, self.signs = book, number, book.chapters[number], signs
        self.depth = book.manuscript.depth
        self.begins = number == 0 and self.depth == 1
        """Whether it stands before the contents, as what a title page holds."""
        self.root = self.at.root
        if self.begins:
            self.ways = ""
        elif self.depth:
            self.ways = f'<li><a href="#{self._name("")}">{escape(self.at.chapter.title)}</a></li>'
        else:
            found = [each for each in self.root.iter("h2") if each.get("id")]
            self.ways = "".join(
                f'<li><a href="#{self._name(each.get("id"))}">{escape(words_of(each))}</a></li>' for each in found
            )

    def html(self) -> str:
        """The chapter as a section."""
        for each in self.root.iter("a"):
            self._lead(each)
        if self.signs is not None:
            for legend in self.root.xpath("//ul[contains(@class, 'mw-legend')]"):
                self.signs.take(legend, self)
        for each in self.root.iter("section") if self.depth else ():
            each.attrib.pop("aria-labelledby", None)  # a landmark: several chapters have one of the same name
        self._rename()
        for each in list(self.root.iter("img")):
            self._picture(each)
        for each in self.root.xpath("//*[@data-name]"):
            _let_scroll(each, each.get("data-name"))
        for each in self.root.iter():
            for name in [name for name in each.attrib if name.startswith("data-") and each.tag != "i"]:
                del each.attrib[name]
        for each in list(self.root.iter("table")):
            _set_scroller(each)
        level = 1 if self.at.chapter.part or self.depth == 1 else 2
        below = 0 if self.begins or not self.depth else level
        for each in self.root.iter():
            if isinstance(each.tag, str) and _HEADING.fullmatch(each.tag):
                each.tag = f"h{min(int(each.tag[1]) + below, 6)}"
        inside = self.with_drawings(lxml_html.tostring(self.root, encoding="unicode").strip())
        if self.begins:
            return f'<section id="{self._name("")}">\n{inside}\n</section>'
        if not self.depth:
            return inside
        title = f'<h{level + 1} class="mw-title">{escape(self.at.chapter.title)}</h{level + 1}>'
        return f'<section class="mw-chapter" id="{self._name("")}">\n{title}\n{inside}\n</section>'

    def with_drawings(self, html: str) -> str:
        """A piece of the chapter with its drawings in their places."""
        return _PLACE.sub(lambda found: self._drawing(int(found[1])), html)

    def _rename(self) -> None:
        """Names of the chapter's own for what something refers to; the rest needs none."""
        referred = {place.anchor for place in self.book.wanted if place.chapter == self.number}
        referred.update(each.get("id") for each in self.root.iter("h2") if not self.depth)
        for name in _REFER:
            for each in self.root.xpath(f"//*[@{name}]"):
                referred.update(each.get(name).split())
                each.set(name, " ".join(self._name(one) for one in each.get(name).split()))
        for svg in self.at.drawings:
            referred.update(one for name, said in _NAMES.findall(svg) if name != "id" for one in said.split())
        for each in self.root.xpath("//*[@id]"):
            anchor = each.attrib.pop("id")
            if anchor in referred:
                each.set("id", self._name(anchor))

    def _name(self, anchor: str) -> str:
        """What a place is called in the file: chapters have places of the same name."""
        return f"h{self.number + 1}-{anchor}" if anchor else f"h{self.number + 1}"

    def _lead(self, link: Element) -> None:
        """A link leads to a place in this file or out into the world; one to a page that is not here is only words."""
        href = link.get("href") or ""
        place = self.book.place(self.at, href)
        if place is not None:
            link.set("href", f"#h{place.chapter + 1}{'-' if place.anchor else ''}{place.anchor}")
        elif href and (self.at.target(href)[0] or not re.match(r"(https?|mailto):", href, re.IGNORECASE)):
            link.tag = "span"
            link.attrib.clear()

    def _picture(self, image: Element) -> None:
        raw = self.book.manuscript.pictures.get(uri := self.at.target(image.get("src") or "")[0])
        if raw is None:
            image.tag, image.text = "span", image.get("alt") or ""
            image.attrib.clear()
            return
        image.set("src", f"data:{guess_type(uri)[0] or 'image/png'};base64,{b64encode(raw).decode()}")

    def _drawing(self, number: int) -> str:
        """A drawing, leaner than on a page, with names of its own."""
        svg = _FOR_SCRIPTS.sub("", self.at.drawings[number])
        svg = lean(svg) if 'role="img"' in svg else svg.replace("<svg ", '<svg aria-hidden="true" ', 1)
        return _NAMES.sub(lambda found: f'{found[1]}="{" ".join(self._name(each) for each in found[2].split())}"', svg)


def _let_scroll(element: Element, name: str) -> None:
    """Let a keyboard move what may be wider than the screen. Whether it is, a page without a script does not know."""
    element.attrib.update({"role": "group", "tabindex": "0", "aria-label": name})


def _set_scroller(table: Element) -> None:
    caption = table.find("caption")
    scroller = lxml_html.Element("div", {"class": "mw-scroll"})
    if caption is not None:
        _let_scroll(scroller, words_of(caption))
    table.getparent().replace(table, scroller)
    scroller.tail, table.tail = table.tail, None
    scroller.append(table)
