"""The scripts of the search, into a site or into a folder that becomes one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mensenwerk.publish.search_index import FOLDER, SearchEntry, search_scripts


def write_search(site: Path, entries: Sequence[SearchEntry], language: str) -> None:
    """Write all scripts of `entries` below `site`."""
    folder = site / FOLDER
    (folder / "search").mkdir(parents=True, exist_ok=True)
    for name, script in search_scripts(entries, language).items():
        (folder / name).write_text(script, encoding="utf-8", newline="\n")
