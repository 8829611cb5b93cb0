"""What stands above a page of the author's own: what changes how it is shown is kept, the rest is for nobody else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.utils.meta import get_data

_FOR_READERS = ("title", "description", "hide")


def for_readers(said: Mapping[str, Any]) -> dict[str, Any]:
    """What MkDocs and the theme may know. Of the rest some would be published: Material prints an `author`."""
    return {key: said[key] for key in _FOR_READERS if key in said}


def front_of(page: Path) -> str:
    """The same as text above a page; empty where there is nothing, or a page that cannot be read."""
    try:
        kept = for_readers(get_data(page.read_text(encoding="utf-8-sig"))[1])
    except (OSError, UnicodeError):
        return ""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False, default=str)}" for key, value in kept.items()]
    return "\n".join(["---", *lines, "---", ""]) if lines else ""
