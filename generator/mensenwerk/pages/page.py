"""A page as it leaves this floor: Markdown, with places where its drawings go."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """`uri` ends in .md. `kind` is a word for the reader (case, overview …). `drawings` are SVG
    fragments; their places in `markdown` are made by `drawing_place`. They are kept apart because
    the renderer of the site would only chew on them. `by_hand`: an author wrote it and we put parts into it; then
    its first heading says how it is called, whatever `title` says. `followed_by`: the pages (by `uri`) that belong
    behind it where it is bound. `sheet`: it is handed out on a few sheets, without a title page;
    `brief`: it is read before a meeting, so its drawings may be smaller; `leaf`: a long list goes on here, of which
    nothing has to be found in a search."""

    uri: str
    title: str
    kind: str
    markdown: str
    drawings: tuple[str, ...] = ()
    by_hand: bool = False
    followed_by: tuple[str, ...] = ()
    sheet: bool = False
    brief: bool = False
    leaf: bool = False

    def put_drawings(self, text: str) -> str:
        """The page's Markdown, or the HTML made from it, with the drawings in their places."""
        for number, drawing in enumerate(self.drawings):
            text = text.replace(drawing_place(number), drawing)
        return text


def drawing_place(number: int) -> str:
    """Where drawing `number` of a page goes. The name cannot be typed by an author: `<` is escaped."""
    return f'<i class="mw-drawing" data-number="{number}"></i>'
