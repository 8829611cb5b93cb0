"""The word lists under `words/`, read once; and what an ordinary word is.

Lists are plain text, a word or phrase a line, `#` begins a comment: anyone can mend one.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

import simplemma

from mensenwerk.problems import Language

_PHRASE_WORD = re.compile(r"\w+(?:['’.&-](?!s\b)\w+)*")
_LINK = ("", "s", "e", "en", "-")
_BY_HAND = {
    "ı": "i", "ł": "l", "đ": "d", "ð": "d", "ø": "o", "ħ": "h", "ŧ": "t", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
    "ə": "e", "ŋ": "n", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "’": "'", "ʼ": "'", "‘": "'",
}  # fmt: skip
_MARKS = re.compile(r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")


def fold(text: str) -> str:
    """`text` without case, accents and typographic apostrophes: Łukasz → lukasz, Yılmaz → yilmaz. Letters that
    Unicode does not take apart are mapped by hand. Whole pages are folded: every step is one of C."""
    lowered = text.casefold()
    if lowered.isascii():
        return lowered
    return _by_hand(_MARKS.sub("", unicodedata.normalize("NFKD", _by_hand(lowered))))


def _by_hand(text: str) -> str:
    for letter, plain in _BY_HAND.items():
        if letter in text:
            text = text.replace(letter, plain)
    return text


_CAPITAL_INSIDE = re.compile(r"[^\s.!?…:\"'“”‘’(«–—-]\s+[\"'“‘(«]?[A-ZÀ-Þ]|[A-ZÀ-Þ][\w’'.&-]*\s+[\"'“‘(«]?[A-ZÀ-Þ]")


def has_capital_inside(text: str) -> bool:
    """Whether a capital stands where no sentence begins: without one, a text names no organisation or street. Cheap,
    and asked before patterns that are not."""
    return _CAPITAL_INSIDE.search(text) is not None


@cache
def phrases(name: str) -> frozenset[str]:
    """The entries of `words/<name>.txt`, as they are spelled there."""
    text = files("mensenwerk").joinpath("guards", "detect", "words", f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return frozenset(line for line in lines if line)


@cache
def shared(language: Language) -> frozenset[str]:
    """Names that everyone shares and that point at nobody: countries, feasts, laws, brands."""
    return phrases(f"public.{language}") | phrases(f"firms.{language}")


@cache
def shared_in_both() -> frozenset[str]:
    """The same for both languages together: a name does not mind the language of the text."""
    return shared("nl") | shared("en")


@cache
def no_firms() -> frozenset[str]:
    """What is shared and is nobody's employer: countries and feasts, and no shops."""
    return phrases("public.nl") | phrases("public.en")


@cache
def groups(name: str) -> dict[str, tuple[str, ...]]:
    """The entries of `words/<name>.toml`, by group."""
    text = files("mensenwerk").joinpath("guards", "detect", "words", f"{name}.toml").read_text(encoding="utf-8")
    return {key: tuple(value) for key, value in tomllib.loads(text).items()}


class Phrases:
    """Words and phrases to look for, whole ones only. An entry with a capital is found with that capital alone (Pool,
    not pool); others in any case. A dictionary, not one long pattern: thousands of entries cost no time to build."""

    def __init__(self, entries: Iterable[str]) -> None:
        self._by_first: dict[str, dict[int, dict[str, str]]] = {}
        for entry in entries:
            words = [word for word, _, _ in words_of(entry)]
            if words:
                sizes = self._by_first.setdefault(words[0].lower(), {})
                sizes.setdefault(len(words), {})[" ".join(words).lower()] = " ".join(words)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where an entry stands in `text`; of several that begin in one place the longest."""
        words = words_of(text)
        for number, (word, start, _) in enumerate(words):
            sizes = self._by_first.get(word.lower())
            if sizes:
                for size in sorted(sizes, reverse=True):
                    said = " ".join(each for each, _, _ in words[number : number + size])
                    entry = sizes[size].get(said.lower())
                    if entry is not None and (entry.islower() or entry == said):
                        yield start, words[number + size - 1][2]
                        break

    def stands_in(self, text: str) -> bool:
        return next(self.find(text), None) is not None


class Kinds:
    """Phrases of several kinds, all found in one look at a text."""

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        self._kinds: dict[str, set[str]] = {}
        for kind, entries in groups.items():
            for entry in entries:
                self._kinds.setdefault(_key(entry), set()).add(kind)
        self._phrases = Phrases(entry for entries in groups.values() for entry in entries)

    def find(self, text: str) -> Iterator[tuple[str, int, int]]:
        """The kind and the place of everything found; a phrase of two kinds comes twice."""
        for start, end in self._phrases.find(text):
            for kind in sorted(self._kinds.get(_key(text[start:end]), ())):
                yield kind, start, end


def _key(entry: str) -> str:
    return " ".join(word for word, _, _ in words_of(entry)).lower()


@lru_cache(maxsize=256)
def words_of(text: str) -> list[tuple[str, int, int]]:
    """The words of a text with their places; signs inside a word belong to it (VVD-lid, jehova’s)."""
    return [(match[0].replace("’", "'"), *match.span()) for match in _PHRASE_WORD.finditer(text)]


@cache
def ordinary(word: str, language: Language) -> bool:
    """Whether `word` (lower case) is a word of the language, or a compound of two or three of them.

    simplemma's dictionary knows many names too; what it must not excuse stands in the lists of names."""
    if _known(word, language):
        return True
    if language == "nl":
        return _compound(word)
    return "-" in word and all(ordinary(part, language) for part in word.split("-") if part)


def _known(word: str, language: Language) -> bool:
    return simplemma.is_known(word, lang=language) or word in phrases(f"ordinary.{language}")


def everyday(word: str, language: Language) -> bool:
    """Whether a folded word is an ordinary word and nobody's name."""
    return word not in phrases("names") and ordinary(word, language)


@cache
def _compound(word: str, parts: int = 3) -> bool:
    """Dutch writes compounds as one word: koffie·ochtend, thuis·zorg·medewerker. Parts of four letters at
    least, or chance makes words of names."""
    for cut in range(4, len(word) - 3):
        head, tail = word[:cut], word[cut:]
        if not _known_part(head):
            continue
        if _known(tail, "nl") or (parts > 2 and _compound(tail, parts - 1)):
            return True
    return False


def _known_part(head: str) -> bool:
    return any(
        len(head) - len(link) >= 3 and head.endswith(link) and _known(head[: len(head) - len(link)], "nl")
        for link in _LINK
    )
