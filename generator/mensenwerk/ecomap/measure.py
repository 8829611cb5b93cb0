"""How wide words are, and where a label breaks into lines."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from mensenwerk.ecomap.advances import BOLD, REGULAR

ELLIPSIS = "…"
LOOSE = 1.25
"""How far a long word, or an article with its noun, may go beyond the limit before it is broken."""


@cache
def _table(bold: bool) -> dict[str, int]:
    rows = BOLD if bold else REGULAR
    return {letter: width for width, letters in rows.items() for letter in letters}


def advance(letter: str, *, bold: bool) -> int:
    """Width of one character in thousandths of the letter size; a generous guess outside the table."""
    known = _table(bold).get(letter)
    if known is not None:
        return known
    if _joined(letter):
        return 0
    return 1000 if unicodedata.east_asian_width(letter) in "WF" or ord(letter) > 0xFFFF else 800


@lru_cache(maxsize=4096)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of a line in the units of `size`."""
    return sum(advance(letter, bold=bold) for letter in text) * size / 1000


@lru_cache(maxsize=1024)
def wrap(text: str, size: float, limit: float, *, bold: bool = False, lines: int = 3) -> tuple[str, ...]:
    """Break a text in at most `lines` lines of about equal width, none wider than `limit`.

    A word that is too wide by itself is cut; what does not fit ends in an ellipsis (the table beside
    the map has the whole text).
    """
    words = [part for word in _printable(text).split() for part in _cut(word, size, limit * LOOSE, bold)]
    words = _held_together(words, size, limit * LOOSE, bold)
    if not words:
        return ()
    limit = max(limit, *(text_width(word, size, bold=bold) for word in words), 1.0)
    rows = _greedy(words, size, limit, bold)
    if len(rows) > lines:
        rows = [*rows[: lines - 1], _shorten(" ".join(rows[lines - 1 :]), size, limit, bold)]
        return tuple(rows)
    return tuple(_balance(words, rows, size, limit, bold))


def _printable(text: str) -> str:
    """Without characters that cannot stand in XML (the guard refuses them; a drawing never breaks on one)."""
    return "".join(" " if unicodedata.category(letter) in ("Cc", "Cs", "Cn") else letter for letter in text)


def _held_together(words: list[str], size: float, limit: float, bold: bool) -> list[str]:
    """Keep articles and other very short words with the word that follows."""
    held: list[str] = []
    for word in words:
        longer = f"{held[-1]} {word}" if held else word
        if held and len(held[-1].split()[-1]) <= 3 and text_width(longer, size, bold=bold) <= limit:
            held[-1] = longer
        else:
            held.append(word)
    return held


def _balance(words: list[str], rows: list[str], size: float, limit: float, bold: bool) -> list[str]:
    """The narrowest setting that needs no more lines."""
    low = max(text_width(word, size, bold=bold) for word in words)
    best = rows
    while len(rows) > 1 and low < limit - 1:
        middle = (low + limit) / 2
        tried = _greedy(words, size, middle, bold)
        if len(tried) <= len(rows):
            best, limit = tried, middle
        else:
            low = middle
    return best


def _greedy(words: list[str], size: float, limit: float, bold: bool) -> list[str]:
    rows: list[str] = [words[0]]
    for word in words[1:]:
        longer = f"{rows[-1]} {word}"
        if text_width(longer, size, bold=bold) <= limit:
            rows[-1] = longer
        else:
            rows.append(word)
    return rows


def _cut(word: str, size: float, limit: float, bold: bool) -> list[str]:
    if text_width(word, size, bold=bold) <= limit:
        return [word]
    parts = [""]
    for letter in word:
        if not _joined(letter) and text_width(parts[-1] + letter + "-", size, bold=bold) > limit:
            parts[-1] += "-"
            parts.append("")
        parts[-1] += letter
    return parts


def _shorten(text: str, size: float, limit: float, bold: bool) -> str:
    while text and text_width(text + ELLIPSIS, size, bold=bold) > limit:
        text = text[:-1]
    while text and _joined(text[-1]):
        text = text[:-1]
    return text.rstrip(" -") + ELLIPSIS


def _joined(letter: str) -> bool:
    """Characters that belong to the one before: accents, variation selectors, joiners, skin tones."""
    return (
        unicodedata.combining(letter) != 0
        or unicodedata.category(letter) in ("Mn", "Me", "Cf")
        or 0x1F3FB <= ord(letter) <= 0x1F3FF
    )
