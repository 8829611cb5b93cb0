"""Where the theme lies: in the installed package, or beside the source in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def themes_folder() -> Path:
    """The folder that holds `mensenwerk/` (what Material is overridden with) and `notations/`."""
    for folder in (_PACKAGE / "themes", _PACKAGE.parent.parent / "themes"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError("Mensenwerk's themes are missing: install the package anew.")
