"""The author's own pages and files, as MkDocs publishes them: which, and what stands above each page."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import InclusionLevel, get_files
from mkdocs.utils.meta import get_data

from mensenwerk.pages.embed import OwnPage
from mensenwerk.publish.readers import as_readers_see

_BEGINS = re.compile(r"-{3}[ \t]*\n|\ufeff")
"""How a page begins that has something above it, as MkDocs reads it."""
_SEEMS = re.compile(
    r"(?:\s|\ufeff|<!--.*?-->)*(?:[-+]{3,}\s*?\n\s*[\w-]+[ \t]*[:=]|(?:[\w-]+[ \t]*[:=].*\n)+[-+.]{3,}\s*(?:\n|\Z))"
)
"""How a page begins that an author seems to have put something above, and MkDocs does not."""


def own_files(config: MkDocsConfig, *, preview: bool = False) -> dict[str, Path]:
    """The author's own pages and pictures that MkDocs publishes, by where they stand: not what `exclude_docs` or
    `draft_docs` leaves out. A `preview` has drafts too."""
    left_out = {InclusionLevel.EXCLUDED} if preview else {InclusionLevel.EXCLUDED, InclusionLevel.DRAFT}
    return {
        file.src_uri: Path(file.abs_src_path)
        for file in get_files(config)
        if file.abs_src_path and file.inclusion not in left_out
    }


def own_pages(files: Mapping[str, Path]) -> tuple[OwnPage, ...]:
    """The pages among them, in order of their addresses. One that cannot be read is told elsewhere."""
    return tuple(page for uri in sorted(files) if uri.endswith(".md") for page in _read(uri, files[uri]))


def _read(uri: str, path: Path) -> list[OwnPage]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError):
        return []
    body, said = get_data(text)
    above = text[: len(text) - len(body)].count("\n") if text.endswith(body) else 0
    wanted = said.get("translation_of", said.get("vertaling_van"))
    same = wanted if isinstance(wanted, str) else None
    return [OwnPage(uri, body, above, for_readers(said), _unread(text, body, said), same)]


def _unread(text: str, body: str, said: Mapping[str, Any]) -> bool:
    return (not said and _BEGINS.match(text) is not None) or _SEEMS.match(body) is not None


def for_readers(said: Mapping[str, Any]) -> dict[str, Any]:
    """What MkDocs and the theme may know of what stands above a page: a title, a description (Material puts it into an
    attribute as it is), and parts to hide. Of the rest some would be published: Material prints an `author`."""
    found: dict[str, Any] = {
        name: as_readers_see(str(said[name]))
        for name in ("title", "description")
        if isinstance(said.get(name), str | int | float)
    }
    if "description" in found:
        found["description"] = escape(found["description"])
    hide = said.get("hide")
    if isinstance(hide, list) and all(isinstance(each, str) for each in hide):
        found["hide"] = hide
    return found


def front_text(front: Mapping[str, Any]) -> str:
    """The same as text above a page. A blank line at least: without one MkDocs reads a first line with a colon as a
    setting."""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in front.items()]
    return "\n".join(["---", *lines, "---", "", ""]) if lines else "\n"
