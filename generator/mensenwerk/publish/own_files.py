"""What may lie among an author's own pages: whatever lies there is published as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mensenwerk.publish.documents import can_be_read
from mensenwerk.publish.pictures import PICTURES, can_be_plain

_PAGES = {".md"}
_LOOKS = {".css", ".js", ".woff2"}
_DOWNLOADS = {".pdf"}
ALLOWED = frozenset(_PAGES | PICTURES | _LOOKS | _DOWNLOADS)
"""Endings of files that may be published. Data, backups, office documents and archives are not among them: they
hold more than they show."""

_DATA = {".yaml", ".yml"}


_TEMPLATES = {".html", ".xml"}
"""What a theme works with: MkDocs does not publish it."""


def unfit(root: Path, theme: bool = False) -> Iterator[tuple[Path, str]]:
    """Everything below `root` (pages, or an author's own `theme`) that may not be published, with the code of the
    reason. What begins with a full stop is left alone: MkDocs does not publish it."""
    for path in sorted(root.rglob("*")):
        if any(part.startswith(".") for part in path.relative_to(root).parts):
            continue
        if theme and path.suffix in _TEMPLATES and not path.is_symlink():
            continue
        code = _unfit(path)
        if code:
            yield path, code


def _unfit(path: Path) -> str | None:
    if path.is_symlink():
        return "symlink"
    if path.name.startswith("_"):
        return "kept-apart-among-pages"
    if path.is_dir():
        return None
    if path.name.casefold() == "readme.md":
        return "readme-among-pages"
    ending = path.suffix if path.suffix.lower() in _PAGES else path.suffix.lower()  # MkDocs copies x.MD as it is
    if ending in _DATA:
        return "data-among-pages"
    if ending not in ALLOWED:
        return "unfit-among-pages"
    if ending in _PAGES:
        try:
            path.read_text(encoding="utf-8")
        except UnicodeError:
            return "not-utf8"
        except OSError:
            return "unreadable"
    if ending in PICTURES and not can_be_plain(path):
        return "unfit-picture"
    if ending in _DOWNLOADS and not can_be_read(path):
        return "unfit-document"
    return None
