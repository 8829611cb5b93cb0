"""Where the theme lies, and what it needs from Material for MkDocs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent

THEME_SETTINGS: dict[str, Any] = {
    "font": False,  # Google Fonts would learn who reads
    "favicon": "assets/mensenwerk/favicon.svg",
    "palette": [
        {"media": "(prefers-color-scheme: light)", "scheme": "default"},
        {"media": "(prefers-color-scheme: dark)", "scheme": "slate"},
    ],
}
"""Settings of Material without which a page would reach for the network or lose its dark colours."""


def themes_folder() -> Path:
    """The folder that holds `mensenwerk/` (what Material is overridden with): in the installed package,
    or beside the source in a checkout."""
    for folder in (_PACKAGE / "themes", _PACKAGE.parent.parent / "themes"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError("Mensenwerk's themes are missing: install the package anew.")
