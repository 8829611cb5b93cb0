"""The browser that is on this machine."""

from __future__ import annotations

import shutil

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def browser_here() -> str | None:
    """Where Chromium is; None where it is not."""
    return next((place for name in _NAMES if (place := shutil.which(name))), None)
