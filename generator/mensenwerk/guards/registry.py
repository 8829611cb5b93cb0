"""The private registry: real names and places that may never be published, in a plain file of the author's own.

It lies outside every repository, readable by its owner alone (mode 0600), and is compared after folding case and
accents. A line is a name, a place, a nickname; behind `=` may stand whom it became in which case:

    Fatima Yılmaz = de-kaart-in-de-keuken/moeder

Nothing of it is ever written into a book, a message, a log or a cache.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import click

from mensenwerk.guards.detect.lexicon import everyday, fold
from mensenwerk.problems import Language

_BOTH: tuple[Language, ...] = ("nl", "en")
ENVIRONMENT = "MENSENWERK_REGISTRY"
_WORD = re.compile(r"[^\W\d_]+|\d+")
_WITH_MARKS = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+|\d+")
"""Words of a text whose accents may be apart from their letters."""
_PARTICLES = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "het",
        "ten",
        "ter",
        "dos",
        "del",
        "los",
        "las",
        "abu",
        "abd",
        "ben",
        "bin",
        "bint",
        "abdi",
        "oude",
        "jonge",
        "the",
        "and",
    ]
)
_ENDINGS = ("s", "es", "je", "tje", "jes", "tjes", "en")
_HEAD = """\
# De eigen namenlijst van Mensenwerk / Mensenwerk's private registry
# Een naam, bijnaam of plaats per regel. Wie diegene in een casus werd, mag erachter: Naam = casus/mens
# Bewaar dit bestand voor uzelf. Zet het nooit in een gedeelde map of bij de casussen.
"""


class RegistryError(Exception):
    """The registry cannot be used; `code` names the wording of the reason in problems.toml."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Entry:
    """A real name or place, and the id of the case and of the person that stand for it, where that is known."""

    value: str
    case: str | None = None
    person: str | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the value, folded."""
        return tuple(fold(word) for word in _WORD.findall(unicodedata.normalize("NFC", self.value)))

    @property
    def vague(self) -> bool:
        """Whether it would be found everywhere: fewer than three letters, or a word of the language."""
        return len("".join(self.words)) < 3 or (
            len(self.words) == 1 and any(everyday(self.words[0], each) for each in _BOTH)
        )

    def needles(self) -> Iterator[tuple[str, ...]]:
        """What to look for: the whole, and each part of it that is a name and no ordinary word."""
        yield self.words
        if len(self.words) > 1:
            for word in self.words:
                if len(word) > 2 and word not in _PARTICLES and not any(everyday(word, each) for each in _BOTH):
                    yield (word,)


@dataclass(frozen=True)
class Registry:
    """All entries. Truthy when there is anything in it."""

    entries: tuple[Entry, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.entries)

    @property
    def mark(self) -> str:
        """A hash of all that is in it: another registry has another."""
        return sha256("\n".join(sorted(entry.value for entry in self.entries)).encode()).hexdigest()

    @cached_property
    def needles(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """First word → sequences of words that begin with it, longest first."""
        found: dict[str, set[tuple[str, ...]]] = {}
        for entry in self.entries:
            for needle in entry.needles():
                if needle:
                    found.setdefault(needle[0], set()).add(needle)
        return {first: tuple(sorted(all_of, key=lambda n: (-len(n), n))) for first, all_of in found.items()}

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where anything of the registry stands in `text`, whatever case, accents or signs between its words."""
        if not self.entries:
            return
        words = [(fold(match[0]), match.start(), match.end()) for match in _WITH_MARKS.finditer(text)]
        for number, (word, start, _) in enumerate(words):
            for first in {word, *(word.removesuffix(end) for end in _ENDINGS if len(word) - len(end) > 2)}:
                for needle in self.needles.get(first, ()):
                    rest = [each for each, _, _ in words[number + 1 : number + len(needle)]]
                    if first != word and len(needle) > 1:
                        continue
                    if _same(needle[1:], rest):
                        yield start, words[number + len(needle) - 1][2]
                        break

    def beginnings(self) -> Iterator[str]:
        """Every folded word with which something in the registry can begin: without one, nothing is there."""
        for first in self.needles:
            yield first
            yield from (first + end for end in _ENDINGS)

    def named(self, case: str, person: str) -> Iterator[Entry]:
        """The real names of someone in a case, where the registry tells."""
        return (entry for entry in self.entries if entry.case == case and entry.person == person)


def _same(needle: tuple[str, ...], words: list[str]) -> bool:
    """The rest of a name; its last word may have an ending (Yılmaz’, De Vriesjes)."""
    if len(needle) != len(words):
        return False
    if not needle:
        return True
    last = words[-1]
    return list(needle[:-1]) == words[:-1] and (needle[-1] == last or any(needle[-1] + end == last for end in _ENDINGS))


def registry_path() -> Path:
    """Where the registry lies: where MENSENWERK_REGISTRY says, else in the author's own settings folder."""
    said = os.environ.get(ENVIRONMENT)
    return Path(said) if said else Path(click.get_app_dir("mensenwerk")) / "registry.txt"


def load_registry(path: Path | None = None) -> Registry:
    """The registry, empty where there is none. Raises `RegistryError` when it cannot be trusted: unreadable, open to
    others, or inside a repository, from where it would be shared."""
    said = os.environ.get(ENVIRONMENT) if path is None else None
    path = path or registry_path()
    if not path.exists() and not path.is_symlink():
        if said:  # someone counts on a list that is not there
            raise RegistryError("registry-missing")
        return Registry()
    if path.is_symlink() or not path.is_file():
        raise RegistryError("registry-unreadable")
    if in_repository(path):
        raise RegistryError("registry-in-repository")
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise RegistryError("registry-open")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError) as reason:
        raise RegistryError("registry-unreadable") from reason
    return Registry(tuple(_entries(text.splitlines())))


def _entries(lines: Iterable[str]) -> Iterator[Entry]:
    for line in lines:
        said = line.strip()
        if not said or said.startswith("#"):
            continue
        value, _, whom = said.partition("=")
        case, _, person = whom.strip().partition("/")
        if _WORD.search(value):
            yield Entry(value.strip(), case.strip() or None, person.strip() or None)


def add_to_registry(values: Iterable[str], path: Path | None = None) -> int:
    """Write values (lines as they stand in the file) into the registry, each once; give how many were new. The
    file is made with mode 0600. Raises `RegistryError` as `load_registry` does."""
    path = path or registry_path()
    known = (
        {(entry.value, entry.case, entry.person) for entry in load_registry(path).entries} if path.exists() else set()
    )
    new = [entry for entry in dict.fromkeys(_entries(values)) if (entry.value, entry.case, entry.person) not in known]
    if in_repository(path):
        raise RegistryError("registry-in-repository")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = not path.exists()
        ended = fresh or path.read_bytes()[-1:] in (b"", b"\n")
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a", encoding="utf-8") as file:
            if fresh:
                file.write(_HEAD)
            if not ended:
                file.write("\n")
            for entry in new:
                whom = f" = {entry.case}/{entry.person}" if entry.case and entry.person else ""
                file.write(f"{entry.value}{whom}\n")
    except OSError as reason:
        raise RegistryError("registry-unwritable") from reason
    return len(new)


def in_repository(path: Path) -> bool:
    """Whether `path` lies in a folder that git (or another system) keeps and may share."""
    return any((parent / kept).exists() for parent in path.resolve().parents for kept in (".git", ".hg", ".svn"))
