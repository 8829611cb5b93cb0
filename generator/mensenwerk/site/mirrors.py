"""The mirror as pages of a preview: for the author while they write, never in a book."""

from __future__ import annotations

import html
from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from mensenwerk.author.mirror import mirror
from mensenwerk.author.wording import say
from mensenwerk.model import ReadCase
from mensenwerk.problems import Language

FOLDER = "_spiegel"
"""No page of an author's own can stand here: a name that begins so is refused among pages."""
OVERVIEW = f"{FOLDER}/index.html"


def mirror_files(cases: list[ReadCase], language: Language, config: MkDocsConfig) -> Iterator[File]:
    """A page for each case, and one that leads to them."""
    lines = [f"# {say('mirror_page', language)}", "", f"<p>{say('mirror_pages', language)}</p>", "", "<ul>"]
    for number, read in enumerate(cases, start=1):
        lines.append(f'<li><a href="{number}.html">{_text(read.case.title)}</a></li>')
        yield _file(f"{FOLDER}/{number}.md", _page(read), config)
    yield _file(f"{FOLDER}/index.md", "\n".join([*lines, "</ul>", ""]), config)


def _page(read: ReadCase) -> str:
    language = read.document.language
    lines = [f"# {say('mirror_page', language)}", "", f"<p>{_text(read.case.title)}</p>"]
    lines += ["", f"<p>{say('mirror_first', language)}</p>"]
    for one in mirror(read):
        lines += ["", f"<p>{say(one.key, language)}</p>"]
        if one.places:
            lines.append("<ul>")
            lines += [f"<li>{_text(words)} <small>{_text(str(span))}</small></li>" for span, words in one.places]
            lines.append("</ul>")
    lines += ["", f"<p>{say('mirror_missing', language)}</p>", "", f"<p>{say('mirror_last', language)}</p>", ""]
    return "\n".join(lines)


def _text(words: str) -> str:
    """An author's words as text: what Markdown would read as code or attributes is written as characters."""
    return "".join(f"&#{ord(sign)};" if sign in "`~{}" else sign for sign in html.escape(words))


def _file(uri: str, markdown: str, config: MkDocsConfig) -> File:
    file = File.generated(config, uri, content=markdown, inclusion=InclusionLevel.NOT_IN_NAV)
    file.edit_uri = None
    return file
