"""The lifeboat: the finished casebook as Markdown and SVG with a plain mkdocs.yml.

`mkdocs build` makes the same pages of it without our plugin; so can another generator that reads the
same Markdown. Search works too: its index is written along.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mensenwerk.pages import Addresses, Page
from mensenwerk.pages.address import for_the_theme
from mensenwerk.pages.dialect import Dialect
from mensenwerk.pages.embed import OwnPage
from mensenwerk.pages.ready import ready
from mensenwerk.problems import Language
from mensenwerk.publish.entries import made_entries, written_entry
from mensenwerk.publish.pictures import PICTURES, plain_picture
from mensenwerk.publish.readers import AsksNetworkError, as_markdown, as_readers_see, asks_network
from mensenwerk.publish.search_files import write_search
from mensenwerk.themes import THEME_SETTINGS, themes_folder

MARK = "# Written by mensenwerk write"


@dataclass(frozen=True, slots=True)
class Frame:
    """What the casebook's own mkdocs.yml says of the site around the pages."""

    site_name: str
    site_description: str | None
    site_author: str | None
    copyright: str | None
    language: Language
    nav: Any
    dialect: Dialect

    @property
    def headings_have_ids(self) -> bool:
        return "attr_list" in self.dialect.extensions


def write_folder(
    folder: Path,
    pages: Sequence[Page],
    own: Sequence[OwnPage],
    files: Mapping[str, Path],
    fronts: Mapping[str, str],
    frame: Frame,
) -> int:
    """Write everything into the empty `folder` and give the number of pages. `own`: the author's own pages; `files`:
    where those and their pictures lie on disk; `fronts`: what has to stand above a page of theirs. Raises TypeError
    when a setting of an extension cannot stand in a plain mkdocs.yml, and AsksNetworkError."""
    _write(folder / "mkdocs.yml", _mkdocs_yml(frame, pages))
    docs = folder / "docs"
    kind = Addresses(frame.language).words.site["site"]["page"]
    entries = []
    made = {page.uri for page in pages}
    for uri, source in files.items():
        if uri not in made and source.suffix != ".md":
            _write_plain(docs / uri, source)
    for page in own:
        if page.uri not in made:
            html = _as_readers_see(frame.dialect.html(page.body), page.uri)
            _write(docs / page.uri, fronts.get(page.uri, "") + as_markdown(html, ids=frame.headings_have_ids))
            entries.append(written_entry(page.uri, html, kind))
    for each in pages:
        html = frame.dialect.html(each.markdown) if each.by_hand else ready(each.markdown).html
        html = _as_readers_see(html, each.uri)
        entries += made_entries(each, html)
        text = each.markdown
        if each.by_hand:
            text = fronts.get(each.uri, "") + as_markdown(html, ids=frame.headings_have_ids)
        _write(docs / each.uri, each.put_drawings(text))
    write_search(docs, entries, frame.language)
    shutil.copytree(themes_folder() / "mensenwerk", folder / "theme")
    return len(made) + sum(page.uri not in made for page in own)


def _as_readers_see(html: str, uri: str) -> str:
    html = as_readers_see(html)
    where = asks_network(html)
    if where:
        raise AsksNetworkError(uri, where)
    return html


def _write_plain(target: Path, source: Path) -> None:
    """What a camera wrote into a picture stays behind."""
    target.parent.mkdir(parents=True, exist_ok=True)
    plain = source.suffix.lower() in PICTURES
    target.write_bytes(plain_picture(source.name, source.read_bytes()) if plain else source.read_bytes())


def is_lifeboat(folder: Path) -> bool:
    """Whether we wrote this folder."""
    config = folder / "mkdocs.yml"
    return config.is_file() and config.read_bytes().startswith(MARK.encode())


def _write(path: Path, text: str) -> None:
    """The same bytes on every machine."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _mkdocs_yml(frame: Frame, pages: Sequence[Page]) -> str:
    """JSON is YAML: each value is written as JSON, so that nothing in it can mean anything else."""
    outside = [f"/{page.uri}" for page in pages if not (page.by_hand or page.uri.endswith("index.md"))]
    settings: dict[str, Any] = {
        "site_name": frame.site_name,
        "site_description": frame.site_description,
        "site_author": frame.site_author,
        "copyright": frame.copyright,
        "use_directory_urls": False,
        "theme": {"name": "material", "custom_dir": "theme", "language": frame.language, **THEME_SETTINGS},
        "plugins": [],
        "nav": frame.nav,
        "not_in_nav": "\n".join(outside),
        "markdown_extensions": [
            {name: frame.dialect.settings[name]} if frame.dialect.settings.get(name) else name
            for name in frame.dialect.extensions
        ],
        "extra": {"generator": False, "mensenwerk": for_the_theme(frame.language)},
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in settings.items() if value is not None]
    return "\n".join([MARK, "# Build it with: mkdocs build", *lines, ""])
