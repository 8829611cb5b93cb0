"""The lifeboat: the finished casebook as Markdown and SVG with a plain mkdocs.yml.

`mkdocs build` makes the same pages of it without our plugin; so can another generator that reads the
same Markdown. Search works too: its index is written along.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown import Markdown

from mensenwerk.pages import Addresses, Page, html_uri
from mensenwerk.problems import Language
from mensenwerk.publish.entries import made_entry, written_entry
from mensenwerk.publish.pictures import PICTURES, plain_picture
from mensenwerk.publish.search_index import search_index
from mensenwerk.themes import THEME_SETTINGS, themes_folder

MARK = "# Written by mensenwerk write"
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Frame:
    """What the casebook's own mkdocs.yml says of the site around the pages."""

    site_name: str
    site_description: str | None
    site_author: str | None
    copyright: str | None
    language: Language
    nav: Any
    markdown_extensions: tuple[str, ...]
    extension_settings: Mapping[str, Any]


def write_folder(folder: Path, pages: Sequence[Page], written: Path, frame: Frame) -> int:
    """Write everything into the empty `folder` and give the number of pages. `written` holds the author's
    own pages. Raises TypeError when a setting of an extension cannot stand in a plain mkdocs.yml."""
    _write(folder / "mkdocs.yml", _mkdocs_yml(frame, pages))
    docs = folder / "docs"
    if written.is_dir():
        shutil.copytree(written, docs, ignore=shutil.ignore_patterns(".*"))
        _make_plain(docs)
    kind = Addresses(frame.language).words.site["site"]["page"]
    entries = [
        written_entry(path.relative_to(docs).as_posix(), _html_of_own(path, frame), kind)
        for path in sorted(docs.rglob("*.md"))
        if path != docs / "index.md"
    ]
    for page in pages:
        _write(docs / page.uri, page.put_drawings(page.markdown))
        entries.append(made_entry(page, _markdown(frame).convert(page.markdown)))
    entries.sort(key=lambda entry: entry.uri)
    _write(docs / "assets" / "mensenwerk" / "search-index.js", search_index(entries, frame.language))
    shutil.copytree(themes_folder() / "mensenwerk", folder / "theme")
    return len(entries)


def _make_plain(docs: Path) -> None:
    """What an author noted between the lines of a page, and what a camera wrote into a picture, stays behind."""
    for path in docs.rglob("*"):
        if path.suffix.lower() in PICTURES and path.is_file():
            path.write_bytes(plain_picture(path.name, path.read_bytes()))
        elif path.suffix == ".md":
            text = path.read_text(encoding="utf-8-sig")
            if "<!--" in text:
                _write(path, _COMMENT.sub("", text))


def is_lifeboat(folder: Path) -> bool:
    """Whether we wrote this folder."""
    config = folder / "mkdocs.yml"
    return config.is_file() and config.read_bytes().startswith(MARK.encode())


def _write(path: Path, text: str) -> None:
    """The same bytes on every machine."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _html_of_own(path: Path, frame: Frame) -> str:
    """An author's page without its front matter, which no reader sees."""
    text = _FRONT_MATTER.sub("", path.read_text(encoding="utf-8-sig"))
    return _markdown(frame).convert(text)


def _markdown(frame: Frame) -> Markdown:
    return Markdown(extensions=list(frame.markdown_extensions), extension_configs=dict(frame.extension_settings))


def _mkdocs_yml(frame: Frame, pages: Sequence[Page]) -> str:
    """JSON is YAML: each value is written as JSON, so that nothing in it can mean anything else."""
    outside = [f"/{page.uri}" for page in pages if not page.uri.endswith("index.md")]
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
            {name: frame.extension_settings[name]} if frame.extension_settings.get(name) else name
            for name in frame.markdown_extensions
        ],
        "extra": {"generator": False, "mensenwerk": {"search_uri": html_uri(Addresses(frame.language).search())}},
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in settings.items() if value is not None]
    return "\n".join([MARK, "# Build it with: mkdocs build", *lines, ""])
