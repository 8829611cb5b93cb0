"""Write beside, then swap: whoever stops half-way, for whatever reason, loses nothing."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_LEFT_BEHIND = 3600.0
"""Seconds after which a folder beside the target is what a killed build left, not what another one writes."""


class NotOursError(Exception):
    """A folder with something in it that we did not make."""


@contextmanager
def replacing(target: Path, ours: Callable[[Path], bool]) -> Iterator[Path]:
    """An empty folder beside `target` that takes its place when the block ends well.

    `ours` tells whether a folder was made by us; anything else with something in it is left alone
    (`NotOursError`). Hidden files of the old folder (.git, .nojekyll) stay. Raises OSError when nothing
    can be written; the old folder is then still whole."""
    target = target.resolve()
    _tidy(target)
    if target.exists() and not (target.is_dir() and (ours(target) or not any(target.iterdir()))):
        raise NotOursError(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=f".{target.name}-new-", dir=target.parent))
    try:
        yield new
        new.chmod(0o755)
        _swap(new, target)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _swap(new: Path, target: Path) -> None:
    old = new.with_name(new.name.replace("-new-", "-old-"))
    try:
        if target.exists():
            target.replace(old)
        new.replace(target)
        if old.exists():
            for hidden in old.glob(".*"):
                hidden.replace(target / hidden.name)
    except BaseException:  # an interrupt too: without this, both would be gone
        if old.exists() and not target.exists():
            old.replace(target)
        raise
    if old.exists():
        shutil.rmtree(old, ignore_errors=True)


def _tidy(target: Path) -> None:
    """Put back what a build that was killed in the middle of the swap set aside, and clear its leavings."""
    if not target.parent.is_dir():
        return
    left = sorted(target.parent.glob(f".{target.name}-old-*"), key=lambda folder: folder.stat().st_mtime)
    if left and not target.exists():
        left.pop().replace(target)
    for folder in [*left, *target.parent.glob(f".{target.name}-new-*")]:
        if time.time() - folder.stat().st_mtime > _LEFT_BEHIND:
            shutil.rmtree(folder, ignore_errors=True)
