"""What stands in a line of text → Typst: words, what is bold, links, pictures; and what places and files are called."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from mensenwerk.ecomap.painted import as_file, painted_svg
from mensenwerk.publish.binding import Bound, Place
from mensenwerk.publish.parsed import DRAWING, Element, Parsed, words_of
from mensenwerk.publish.typst import quoted, text

_INLINE = {
    **dict.fromkeys(("strong", "b"), "strong"),
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), "emph"),
    **dict.fromkeys(("code", "kbd", "samp"), "mw-code"),
    **dict.fromkeys(("del", "s"), "strike"),
    **dict.fromkeys(("ins", "u"), "underline"),
    **dict.fromkeys(("span", "abbr", "q", "time", "label", "bdi", "bdo", "data"), ""),
    "small": "mw-small",
    "sup": "super",
    "sub": "sub",
    "mark": "highlight",
}
"""How Typst calls what a line of HTML holds; nothing where it is only words."""
_ALSO_INLINE = {"a", "br", "img", "input", "wbr"}


@dataclass(slots=True)
class Lines:
    """The lines of a bound manuscript. `depth`: levels of headings above those in a chapter; `page_word`: what stands
    before the number of a page; `files`: the drawings and pictures on the way, by name; `unknown`: elements of which
    only the words were kept."""

    book: Bound
    depth: int
    page_word: str
    files: dict[str, bytes] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)
    _names: dict[tuple[str, bytes], str] = field(default_factory=dict)
    _drawn: dict[str, str] = field(default_factory=dict)
    _labels: dict[Place, str] = field(default_factory=dict)
    _given: set[Place] = field(default_factory=set)
    _at: Parsed = field(init=False)
    _number: int = field(init=False, default=0)

    def _is_inline(self, element: Element) -> bool:
        if not isinstance(element.tag, str):
            return True
        if element.tag in _INLINE or element.tag in _ALSO_INLINE:
            role = DRAWING not in classes_of(element) or self._at.drawing(element)[1].get("role") != "img"
            return role and all(self._is_inline(each) for each in element)
        return False

    def _line(self, element: Element) -> str:
        """What is inside, as one line of text."""
        made = text(spaced(element.text))
        for child in element:
            made += self._inline(child) + text(spaced(child.tail))
        return made

    def _inline(self, element: Element) -> str:
        if not isinstance(element.tag, str):
            return ""
        if DRAWING in classes_of(element):
            return ""  # a sign that says nothing without the words beside it
        if element.tag == "a":
            return self._link(element)
        if element.tag == "sup" and element.find("a[@class='footnote-ref']") is not None:
            return self._line(element)
        if element.tag in ("br", "wbr"):
            return "#linebreak();" if element.tag == "br" else ""
        if element.tag == "img":
            return self._picture(element)
        if element.tag == "input":
            return text("☑ " if element.get("checked") is not None else "☐ ")
        if element.tag not in _INLINE:
            self.unknown.add(element.tag)
        inside = self._line(element)
        name = "mw-small" if "mw-steps__minutes" in classes_of(element) else _INLINE.get(element.tag, "")
        return f"#{name}[{inside}];" if name and inside else inside

    def _link(self, element: Element) -> str:
        words, href = self._line(element), element.get("href") or ""
        classes = classes_of(element)
        if "footnote-backref" in classes or not words:
            return ""
        if "footnote-ref" in classes:
            noted = self._at.root.xpath(".//li[@id = $anchor]", anchor=self._at.target(href)[1])
            return "".join(f"#footnote[{self._note(each)}];" for each in noted)
        place = self.book.place(self._at, href) if href else None
        if place is not None:
            return f"#mw-see({self._label(place)}, {quoted(self.page_word)})[{words}];"
        uri, _ = self._at.target(href)
        if uri or not re.match(r"(https?|mailto):", href, re.IGNORECASE):
            return words
        shown = re.sub(r"^(https?://|mailto:)", "", href).rstrip("/")
        told = shown in words_of(element)
        return f"#mw-web({quoted(href)}, {quoted('' if told else shown)})[{words}];"

    def _note(self, item: Element) -> str:
        return text(" ").join(self._line(each) for each in item if isinstance(each.tag, str)) or self._line(item)

    def _picture(self, element: Element) -> str:
        uri, _ = self._at.target(element.get("src") or "")
        alt, raw = element.get("alt") or "", self.book.manuscript.pictures.get(uri)
        if raw is None:
            return text(alt)
        ending = PurePosixPath(uri).suffix.lower()
        return f"#mw-picture({quoted(self._keep(raw, ending))}, {quoted(alt)});"

    def _keep_drawing(self, svg: str) -> str:
        if svg not in self._drawn:  # the signs of a legend come again and again
            self._drawn[svg] = self._keep(as_file(painted_svg(svg)), ".svg")
        return self._drawn[svg]

    def _keep(self, raw: bytes, ending: str) -> str:
        """The name of a file; the same one is kept once."""
        name = self._names.setdefault((ending, raw), f"{len(self._names)}{ending}")
        self.files[name] = raw
        return name

    def _name_of(self, element: Element) -> str:
        """The label of an element that something leads to."""
        anchor = element.get("id")
        return self._give(Place(self._number, anchor)) if anchor else ""

    def _give(self, place: Place) -> str:
        """The label of a place, to be set there; nothing when nothing leads to it, or when it was set before."""
        if place in self._given:
            return ""
        self._given.add(place)
        return self._label(place)

    def _label(self, place: Place) -> str:
        if not self._labels:
            ordered = sorted(self.book.wanted, key=lambda each: (each.chapter, each.anchor))
            self._labels.update({each: f"<p{number}>" for number, each in enumerate(ordered)})
        return self._labels.get(place, "")


def classes_of(element: Element) -> dict[str, None]:
    """In the order in which they stand."""
    return dict.fromkeys((element.get("class") or "").split()) if isinstance(element.tag, str) else {}


def spaced(words: str | None) -> str:
    """Words as HTML reads them: any white space is one space."""
    return re.sub(r"[ \t\n\r\f]+", " ", words or "")
