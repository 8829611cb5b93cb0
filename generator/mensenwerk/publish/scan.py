"""The finished files, searched for what must not be in them: after every build, before anyone can open it.

Everything is looked at: names of files and every byte, through encodings and archives; of the theme's own fonts, the
names alone. Registry values and traces of
withdrawn cases may be nowhere; ways to reach someone may not be in what was made from cases. A file that did not
change since it was found clean, under the same rules, is not looked at again.
"""

from __future__ import annotations

import hashlib
import html
import json
import os
import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import platformdirs

from mensenwerk.guards.audiences import REFUSED_BECAUSE
from mensenwerk.guards.detect import Category, identifiers
from mensenwerk.guards.detect.lexicon import fold
from mensenwerk.guards.registry import Registry
from mensenwerk.guards.withdrawn import Tombstone, marks_in
from mensenwerk.problems import Language
from mensenwerk.publish.layers import layers
from mensenwerk.themes import themes_folder

_WORD = re.compile(r"[^\W\d_]+|\d+")
_PARTED = bytes(place if chr(place).isalpha() or place > 127 else 32 for place in range(256))
_MAY_REACH = re.compile(r"@|www\.|https?:|\d[\d .-]{4,}\d|[1-9]\d{3} ?[A-Z]{2}\b")
_MARKUP = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_BLOCK = re.compile(r"<(?!/?(?:a|abbr|b|em|i|q|s|small|span|strong|sub|sup)\b)[^<>]*>", re.IGNORECASE)
_KEPT = 24
"""Records of clean files that are kept: a site each."""


@dataclass(frozen=True, slots=True)
class Leak:
    """A finished file (from the root of the site) and the kind of thing in it; never the thing itself."""

    file: str
    kind: Category | str
    in_name: bool = False

    @property
    def shown(self) -> str:
        """The file as a message may call it: a name that says too much itself is not repeated."""
        return f"…{Path(self.file).suffix}" if self.in_name else self.file


@dataclass(frozen=True)
class Scan:
    """What is looked for. `made`: files that come from cases, in which nobody's number or address may be;
    `public`: texts that the casebook itself declares public, such as its own contact address."""

    registry: Registry = field(default_factory=Registry)
    withdrawn: tuple[Tombstone, ...] = ()
    made: frozenset[str] = frozenset()
    public: tuple[str, ...] = ()
    language: Language = "nl"

    def folder(self, root: Path, record: Record | None = None, searched: frozenset[str] = frozenset()) -> list[Leak]:
        """Every leak in a folder, in the order of the files. `record` remembers what was clean; `searched`: the
        digests of files that were found clean in another form."""
        found: list[Leak] = []
        clean: list[str] = []
        known = searched | (record.known(self.mark) if record else frozenset())
        for path in sorted(each for each in root.rglob("*") if each.is_file()):
            name = path.relative_to(root).as_posix()
            raw = path.read_bytes()
            digest = self.digest(name, raw)
            leaks = [] if digest in known else list(self.file(name, b"" if _letters(raw) else raw))
            found.extend(leaks)
            if not leaks:
                clean.append(digest)
        if record:
            record.keep(self.mark, clean)
        return found

    def digest(self, name: str, raw: bytes) -> str:
        """What a file is known by: its name, what is in it, and whether it comes from cases."""
        return hashlib.blake2b(f"{name}\0{name in self.made}\0".encode() + raw, digest_size=16).hexdigest()

    def file(self, name: str, raw: bytes) -> Iterator[Leak]:
        """The kinds of leaks in one file, each once."""
        kinds: dict[Category | str, None] = {}
        in_name = set(self._kinds(name))
        for text in (name, *layers(name, raw)):
            for kind in self._kinds(text):
                kinds.setdefault(kind)
            if self._gone and "withdrawn" not in kinds and self._quotes(text):
                kinds.setdefault("withdrawn")
        if name in self.made:
            kinds.update(dict.fromkeys(self._reaches(raw)))
        for kind in kinds:
            yield Leak(name, kind, Category.REGISTRY in in_name)

    @property
    def mark(self) -> str:
        """Changes with the rules, the registry, the tombstones and the program."""
        told = [_program(), self.registry.mark, *self.public, self.language]
        for stone in sorted(self.withdrawn, key=lambda each: each.id):
            told += [stone.id, *sorted(stone.traces)]
        return hashlib.sha256("\n".join(told).encode()).hexdigest()

    def _kinds(self, text: str) -> Iterator[Category | str]:
        """What of the registry, and whose address, is named in a text."""
        if not (self.registry or self.withdrawn):
            return
        words = _words(fold(text), self._figures_too)  # folding joins accents that stood apart
        if not self._beginnings.isdisjoint(words) and any(True for _ in self.registry.find(text)):
            yield Category.REGISTRY
        lowered = text.lower() if self.withdrawn else ""
        if any(stone.id in lowered and _address(stone.id).search(text) for stone in self.withdrawn):
            yield "withdrawn"

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """Folded words with which something of the registry can begin, endings included."""
        return frozenset(self.registry.beginnings())

    @cached_property
    def _figures_too(self) -> bool:
        return any(word.isdecimal() for word in self._beginnings)

    @cached_property
    def _gone(self) -> frozenset[str]:
        """The marks of all withdrawn cases."""
        return frozenset(trace for stone in self.withdrawn for trace in stone.traces)

    def _quotes(self, text: str) -> bool:
        """Whether a few words in a row of a withdrawn case are told here, on a page as a reader sees it."""
        return not self._gone.isdisjoint(marks_in(_shown(text)))

    def _reaches(self, raw: bytes) -> Iterator[Category]:
        text = _shown(raw.decode("utf-8", errors="ignore"))
        for said in self.public:
            text = text.replace(said, " ")
        if _MAY_REACH.search(text):
            for hit in identifiers(text, self.language):
                if hit.sure and REFUSED_BECAUSE[hit.category] == 3:
                    yield hit.category


class Record:
    """Which files were clean, by hashes of what is in them, in the author's own cache folder (mode 0700). It
    holds no text. A record that cannot be read or written costs time, nothing else."""

    def __init__(self, site: Path, folder: Path | None = None) -> None:
        self.folder = folder or Path(platformdirs.user_cache_dir("mensenwerk", appauthor=False)) / "clean"
        self.file = self.folder / f"{hashlib.sha256(str(site.resolve()).encode()).hexdigest()[:24]}.json"

    def known(self, mark: str) -> frozenset[str]:
        try:
            data = json.loads(self.file.read_text(encoding="utf-8"))
            clean = data["clean"] if data["mark"] == mark else []
            return frozenset(each for each in clean if isinstance(each, str))
        except (OSError, ValueError, TypeError, KeyError):
            return frozenset()

    def keep(self, mark: str, clean: Collection[str]) -> None:
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            beside = self.file.with_suffix(f".{os.getpid()}")
            beside.write_text(json.dumps({"mark": mark, "clean": sorted(clean)}), encoding="utf-8")
            beside.replace(self.file)
            records = sorted(self.folder.glob("*.json"), key=lambda each: each.stat().st_mtime)
            for old in records[:-_KEPT]:
                old.unlink()


def _shown(page: str) -> str:
    """The visible text of a page, fast rather than exact: a line for each block. Of a script, all of it."""
    text = " ".join(_MARKUP.sub(" ", page).split())
    return html.unescape(_TAG.sub("", _BLOCK.sub("\n", text)))


def _letters(raw: bytes) -> bool:
    """Whether a file is a font that comes along, byte for byte: nothing of an author is in it, and its packed bytes
    hold every short name there is."""
    return raw.startswith(b"wOF2") and hashlib.sha256(raw).digest() in _own_letters()


@cache
def _own_letters() -> frozenset[bytes]:
    fonts = themes_folder().glob("mensenwerk/assets/mensenwerk/fonts/*.woff2")
    return frozenset(hashlib.sha256(each.read_bytes()).digest() for each in fonts)


def _words(folded: str, figures_too: bool) -> set[str]:
    """The words of a whole page, each once. Most of a page are tags and the figures of drawings: they are parted byte
    by byte, and a pattern is asked only where a letter or sign of more bytes stands, or where figures are sought."""
    if figures_too:
        return set(_WORD.findall(folded))
    parts = set(folded.encode(errors="replace").translate(_PARTED).split())
    plain = {part.decode() for part in parts if part.isascii()}
    return plain.union(*(_WORD.findall(part.decode()) for part in parts if not part.isascii()))


@cache
def _address(case: str) -> re.Pattern[str]:
    """The id of a case as a name of a file or a link has it. A short id is a word too (afscheid)."""
    name = re.escape(case)
    return re.compile(
        rf"(?<![\w-])(?:(?<=/){name}(?![\w-])|{name}\.[a-z][a-z0-9]{{1,4}}\b|(?:kaart|map)-{name}(?![\w])"
        rf"|{name}(?:-[\w-]+)?\.(?:svg|png|pdf)\b)",  # a map that was drawn to be taken along
        re.IGNORECASE,
    )


@cache
def _program() -> str:
    """A hash of the rules themselves: the sources of the guard and of this floor, and the word lists."""
    mark = hashlib.sha256()
    for part in ("guards", "publish"):
        for path in _sources(files("mensenwerk").joinpath(part)):
            mark.update(path.read_bytes())
    return mark.hexdigest()


def _sources(folder: Traversable) -> Iterator[Traversable]:
    for path in sorted(folder.iterdir(), key=lambda each: each.name):
        if path.is_dir():
            if path.name != "__pycache__":
                yield from _sources(path)
        elif not path.name.endswith(".pyc"):
            yield path
