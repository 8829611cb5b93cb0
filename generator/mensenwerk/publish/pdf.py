"""A manuscript → a PDF, with a title page, contents, and the casebook's own look (look.typ)."""

from __future__ import annotations

from importlib.resources import files

from mensenwerk.pages.wording import wording
from mensenwerk.publish.binding import bound
from mensenwerk.publish.manuscript import Manuscript
from mensenwerk.publish.to_typst import Walk
from mensenwerk.publish.typst import compile_pdf, quoted, text


def pdf_of(manuscript: Manuscript) -> bytes:
    """The PDF: PDF/UA-1 and PDF/A-2a; the same bytes for the same manuscript. Raises LettersError."""
    source, drawings = typst_of(manuscript)
    return compile_pdf(source, drawings)


def typst_of(manuscript: Manuscript) -> tuple[str, dict[str, bytes]]:
    """The Typst source of a manuscript, and the files that it asks for."""
    look = files("mensenwerk").joinpath("publish", "look.typ").read_bytes()
    words = wording(manuscript.language)
    walk = Walk(bound(manuscript), manuscript.depth, words.site["print"]["page"])
    made = [walk.chapter(number) for number in range(len(walk.book.chapters))]
    front = made[0][0] if made else ""
    month = words.month(manuscript.month) if manuscript.month else ""
    year, _, number = manuscript.month.partition("-")
    date = f"datetime(year: {int(year)}, month: {int(number)}, day: 1)" if month else "auto"
    lead = f"#mw-lead[{text(manuscript.lead)}]\n" if manuscript.lead else ""
    from_where = (manuscript.book, "" if manuscript.sheet else month)  # a sheet says on its first line when it was made
    foot = " · ".join(each for each in from_where if each and each != manuscript.title)
    told = ", ".join(quoted(each) for each in manuscript.statements)
    contents = f"#mw-contents({quoted(words.site['print']['contents'])}, {manuscript.depth})"
    source = f"""\
#import "look.typ": *
#show: mw-document.with(
  title: {quoted(manuscript.title)}, lang: {quoted(manuscript.language)}, book: {quoted(manuscript.book)},
  depth: {manuscript.depth}, date: {date}, sheet: {str(manuscript.sheet).lower()},
)
#mw-front(
  kind: {quoted(manuscript.kind)}, title-words: [{text(manuscript.title)}], foot: {quoted(foot)},
  statements: ({told}{"," if told else ""}), lead: [{lead}{front}], sheet: {str(manuscript.sheet).lower()},
  contents: [{"" if manuscript.depth or manuscript.sheet else contents}],
)
{contents if manuscript.depth else ""}
"""
    return source + "".join(text_of for _, text_of in made), {**walk.files, "look.typ": look}
