"""The HTML of our pages → Typst: a walk over the tree. How things look stands in look.typ."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from mensenwerk.publish.binding import Place
from mensenwerk.publish.parsed import DRAWING, Element, words_of
from mensenwerk.publish.typst import quoted, text
from mensenwerk.publish.typst_lines import Lines, classes_of, spaced

_PLAIN = {"div", "section", "article", "header", "footer", "main", "nav", "hgroup", "address", "figure"}
"""What only holds other things together."""
_SET = {"ul": "list", "ol": "enum"}
_BOXES = {
    "mw-kicker": "mw-kicker",
    "mw-lead": "mw-lead",
    "mw-small": "mw-note",
    "mw-label": "mw-label",
    "mw-question": "mw-question",
    "mw-notice": "mw-notice",
    "mw-questions": "mw-questions",
    "mw-saw": "mw-saw",
    "mw-series": "mw-notice",
    "mw-between": "mw-between",
    "mw-origin": "mw-origin",
    "mw-dilemma__holder": "mw-note",
    "mw-person__voice": "mw-voice",
    "mw-map__title": "mw-map-title",
    "mw-map__when": "mw-note",
    "mw-card__voice": "mw-note",
    "mw-card__name": "mw-term",
    "mw-embed__from": "mw-note",
    "mw-steps__title": "mw-step-title",
    "admonition": "mw-notice",
    "admonition-title": "mw-label",
}
"""What is set in a box of its own, by class."""
_KEPT_WHOLE = ("mw-map__scroll", "mw-map__title", "mw-map__when", "mw-legend")
"""What of a map stands on one page, in this order."""
_BESIDE = {"mw-people", "mw-dilemma__hands", "mw-expect", "mw-both", "mw-pair"}
"""What stands in two columns."""
_FRONT = {"mw-kicker", "mw-lead", "mw-themes-line", "mw-small"}


@dataclass(slots=True)
class Walk(Lines):
    """A walk over the chapters of a bound manuscript, block by block."""

    _level: int = 0

    def chapter(self, number: int) -> tuple[str, str]:
        """The front of a chapter (what belongs on a title page) and the rest, as Typst."""
        self._number, self._at = number, self.book.chapters[number]
        children = list(self._at.root)
        front: list[Element] = []
        chapter = self._at.chapter
        while number == 0 and not chapter.part and children and classes_of(children[0]).keys() & _FRONT:
            front.append(children.pop(0))
        head = ""
        if self.depth:
            head = self._titled(0 if chapter.part else 1, text(chapter.title), Place(number, ""))
        before, rest = self._blocks(front), self._flow(self._at.root.text if not front else "", children)
        # what is led to, and is not a place that can be named, is where the chapter begins
        missing = sorted(place.anchor for place in self.book.wanted if place.chapter == number)
        names = "".join(f"#metadata(none) {name}\n" for each in missing if (name := self._give(Place(number, each))))
        return before, head + names + rest

    # ---- blocks ----

    def _flow(self, before: str | None, children: Iterable[Element]) -> str:
        """Children one after the other: what is inline between two blocks is a paragraph."""
        made: list[str] = []
        line = text(spaced(before))

        def end() -> None:
            nonlocal line
            if line.replace('#" ";', "").strip():
                made.append(f"#mw-par[{line}]\n")
            line = ""

        for child in children:
            if self._is_inline(child):
                line += self._inline(child)
            else:
                end()
                made.append(self._block(child))
            line += text(spaced(child.tail))
        end()
        return "".join(made)

    def _blocks(self, elements: Iterable[Element]) -> str:
        return "".join(self._block(each) for each in elements)

    def _inside(self, element: Element) -> str:
        return self._flow(element.text, element)

    def _block(self, element: Element) -> str:
        if not isinstance(element.tag, str):  # a comment
            return ""
        made = self._by_kind(element)
        name = self._name_of(element) if element.tag not in _HEADINGS else ""
        return f"#metadata(none) {name}\n{made}" if name else made

    def _by_kind(self, element: Element) -> str:
        classes = classes_of(element)
        for name in classes:
            if name in _BY_CLASS:
                return _BY_CLASS[name](self, element)
        following = element.getnext()
        if "mw-small" in classes and following is not None and _is_shown(following):
            return f"#mw-note-before[{self._inside(element)}]\n"
        for name in classes:
            if name in _BOXES:
                return f"#{_BOXES[name]}[{self._inside(element)}]\n"
        if classes.keys() & _BESIDE:
            return f"#mw-beside({self._cells(element)})\n"
        handler = _BY_TAG.get(element.tag)
        if handler:
            return handler(self, element)
        if element.tag not in _PLAIN:
            self.unknown.add(element.tag)
        return self._inside(element)

    def _cells(self, element: Element) -> str:
        return ", ".join(f"[{self._block(each)}]" for each in element if isinstance(each.tag, str))

    def _paragraph(self, element: Element) -> str:
        return self._inside(element)

    def _heading(self, element: Element) -> str:
        rank = max(int(element.tag[1]), 2)
        classes = classes_of(element)
        quiet = rank > 3 or "mw-person__who" in classes or "mw-card__title" in classes
        anchor = element.get("id")
        place = Place(self._number, anchor) if anchor else None
        return self._titled(rank, self._line(element), place, quiet=quiet)

    def _titled(self, rank: int, words: str, place: Place | None, *, quiet: bool = False) -> str:
        """A heading: 0 for a part, 1 for a chapter, then as HTML has them. Its level is at most one below the level of
        the one before it: PDF/UA skips none. `quiet`: it stands in no list of headings."""
        self._level = max(1, min(self.depth - 1 + rank, self._level + 1))
        listed = rank < 2 or (not self.depth and rank == 2)
        label = self._give(place) if place else ""
        name = quoted(label[1:-1]) if label else "none"
        seen = f"outlined: {_said(listed)}, bookmarked: {_said(not quiet)}, name: {name}"
        return f"#mw-heading({self._level}, {rank}, {seen})[{words}]\n"

    def _list(self, element: Element) -> str:
        items = [each for each in element if each.tag == "li"]
        start = f"start: {int(element.get('start'))}, " if (element.get("start") or "").isdigit() else ""
        made = ", ".join(f"[{self._named(each)}]" for each in items)
        return f"#{_SET[element.tag]}({start}{made})\n" if made else ""

    def _named(self, item: Element) -> str:
        name = self._name_of(item)
        return f"#metadata(none) {name}{self._tight(item)}" if name else self._tight(item)

    def _tight(self, element: Element) -> str:
        """What is inside, as one line where it is one, so that lists of short items stay close."""
        if all(self._is_inline(each) for each in element):
            return self._line(element)
        return self._inside(element)

    def _terms(self, element: Element) -> str:
        made = ""
        for each in element:
            if each.tag == "dt":
                made += f"#mw-term[{self._tight(each)}]\n"
            else:
                made += f"#mw-told[{self._inside(each)}]\n"
        return made

    def _table(self, element: Element) -> str:
        rows = list(element.iter("tr"))
        width = max((sum(int(cell.get("colspan") or 1) for cell in row) for row in rows), default=0)
        if not width:
            return ""
        head = [row for row in rows if row.getparent().tag == "thead"]
        made = [f"table.header({', '.join(self._row(row) for row in head)})"] if head else []
        made += [self._row(row) for row in rows if row not in head]
        caption = element.find("caption")
        told = f", caption: [{self._line(caption)}]" if caption is not None else ""
        widths = ", ".join(map(str, _widths(rows, width)))
        return f"#mw-table(({widths},), {', '.join(made)}{told})\n"

    def _row(self, row: Element) -> str:
        made = []
        for cell in row:
            span = int(cell.get("colspan") or 1)
            words = self._tight(cell)
            words = f"#strong[{words}]" if cell.tag == "th" and words else words
            made.append(f"table.cell(colspan: {span})[{words}]" if span > 1 else f"[{words}]")
        return ", ".join(made)

    def _quote(self, element: Element) -> str:
        return f"#mw-quote[{self._inside(element)}]\n"

    def _details(self, element: Element) -> str:
        summary = element.find("summary")
        rest = [each for each in element if each is not summary]
        head = ""
        if summary is not None and len(summary) and summary[0].tag in _HEADINGS:
            head = self._block(summary[0])
            said = (summary[0].tail or "") + "".join(each.text_content() + (each.tail or "") for each in summary[1:])
            head += f"#mw-said[{text(' '.join(said.split()))}]\n" if said.strip() else ""
        elif summary is not None:
            head = f"#mw-summary[{self._line(summary)}]\n"
        return head + self._flow(summary.tail if summary is not None else element.text, rest)

    def _figure(self, element: Element) -> str:
        """A drawing with its title and the signs in it on one page, and then what is said of it."""
        parts = list(_opened(element))
        whole = [each for kind in _KEPT_WHOLE for each in parts if kind in classes_of(each)]
        rest = [each for each in parts if each not in whole]
        return f"#mw-figure[{self._blocks(whole)}][{self._blocks(rest)}]\n"

    def _legend(self, element: Element) -> str:
        items = []
        for each in element:
            sign = each.find(f"i[@class='{DRAWING}']")
            image = "none" if sign is None else quoted(self._keep_drawing(self._at.drawing(sign)[0]))
            items.append(f"({image}, [{text(words_of(each))}])")
        return f"#mw-legend({', '.join(items)},)\n"

    def _drawing(self, element: Element) -> str:
        """The drawing that stands in an element."""
        return "".join(self._svg(each) for each in element.iter("i") if DRAWING in classes_of(each))

    def _svg(self, place: Element) -> str:
        svg, said = self._at.drawing(place)
        name = quoted(self._keep_drawing(svg))
        if said.get("role") != "img":
            return f"#mw-thumbnail({name})\n"
        heard = [self._heard(said.get(key, "")) for key in ("aria-labelledby", "aria-describedby")]
        alt = " ".join(each if each.endswith((".", "!", "?")) else f"{each}." for each in heard if each)
        high = "96mm" if self.book.manuscript.brief else "150mm"
        return f"#mw-drawing({name}, {quoted(alt)}, {high})\n"

    def _heard(self, anchor: str) -> str:
        found = self._at.root.xpath(".//*[@id = $anchor]", anchor=anchor)
        return words_of(found[0]) if found else ""

    def _card(self, element: Element) -> str:
        drawing = "".join(self._drawing(each) for each in element if "mw-card__map" in classes_of(each))
        rest = [each for each in element if "mw-card__map" not in classes_of(each)]
        return f"#mw-card[{drawing}][{self._blocks(rest)}]\n"

    def _stacked(self, element: Element) -> str:
        return self._blocks(each for each in element if isinstance(each.tag, str))

    def _entry_list(self, element: Element) -> str:
        return "".join(f"#mw-entry[{self._inside(each)}]\n" for each in element if each.tag == "li")

    def _harvest(self, element: Element) -> str:
        return "".join(f"#mw-harvest[{self._inside(each)}]\n" for each in element if each.tag == "li")

    def _steps(self, element: Element) -> str:
        items = (each for each in element if each.tag == "li")
        return "".join(f"#mw-step({n})[{self._inside(each)}]\n" for n, each in enumerate(items, start=1))

    def _themes(self, element: Element) -> str:
        names = [self._line(each) for each in element.iter("li")]
        label = element.get("aria-label") or ""
        return f"#mw-themes({quoted(label)}, {', '.join(f'[{name}]' for name in names)})\n" if names else ""

    def _references(self, element: Element) -> str:
        return "".join(f"#mw-reference[{self._named(each)}]\n" for each in element if each.tag == "li")

    def _person(self, element: Element) -> str:
        return f"#mw-person[{self._inside(element)}]\n"

    def _new_page(self, element: Element) -> str:
        return f"#pagebreak(weak: true)\n{self._inside(element)}"

    def _lines(self, element: Element) -> str:  # noqa: ARG002  # room to write has no words
        return f"#mw-lines({3 if self.book.manuscript.sheet else 4})\n"

    def _code(self, element: Element) -> str:
        return f"#mw-block-code({quoted(element.text_content())})\n"

    def _rule(self, element: Element) -> str:  # noqa: ARG002
        return "#mw-rule\n"


_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BY_CLASS: dict[str, Callable[[Walk, Element], str]] = {
    "mw-legend": Walk._legend,
    "mw-map__scroll": Walk._drawing,
    "mw-map": Walk._figure,
    "mw-cards": Walk._stacked,
    "mw-card": Walk._card,
    "mw-entries": Walk._entry_list,
    "mw-harvest": Walk._harvest,
    "mw-steps": Walk._steps,
    "mw-themes-line": Walk._themes,
    "mw-references": Walk._references,
    "mw-person": Walk._person,
    "mw-new-page": Walk._new_page,
    "mw-lines": Walk._lines,
    "footnote": lambda *_: "",  # each stands at the foot of the page that refers to it
    DRAWING: Walk._svg,
}
_BY_TAG: dict[str, Callable[[Walk, Element], str]] = {
    **dict.fromkeys(_HEADINGS, Walk._heading),
    "p": Walk._paragraph,
    "ul": Walk._list,
    "ol": Walk._list,
    "dl": Walk._terms,
    "table": Walk._table,
    "blockquote": Walk._quote,
    "details": Walk._details,
    "pre": Walk._code,
    "hr": Walk._rule,
    "aside": lambda walk, element: f"#mw-notice[{walk._inside(element)}]\n",
    "figcaption": lambda walk, element: f"#mw-caption[{walk._inside(element)}]\n",
    "caption": lambda walk, element: f"#mw-label[{walk._inside(element)}]\n",
}


def _opened(figure: Element) -> Iterator[Element]:
    """What stands in a figure, also where it is held together in it."""
    for each in figure:
        if each.tag in ("figure", "figcaption"):
            yield from _opened(each)
        else:
            yield each


def _is_shown(element: Element) -> bool:
    """Whether it is a drawing or a table, which what is said above it stays with."""
    return element.tag in ("figure", "table") or "mw-map" in classes_of(element)


def _said(whether: bool) -> str:
    return "true" if whether else "false"


def _widths(rows: list[Element], width: int) -> list[int]:
    """How wide each column is beside the others: as its longest word, and somewhat more where much is said."""
    found = [1] * width
    for column in range(width):
        said = [words_of(row[column]) for row in rows if len(row) == width]
        longest = max((len(word) for words in said for word in re.split(r"[\s-]", words)), default=1)
        mean = sum(map(len, said)) / max(len(said), 1)
        found[column] = round(longest + 4 + max(mean - longest, 0) / 2)
    return found
