"""Bytes → text an author could have meant: the guard before anything is parsed."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from mensenwerk.problems import Problems, Span

MAX_BYTES = 256 * 1024

# Direction marks, zero-width and other format characters, and Unicode's own line ends can show a reader
# something else than the file says. The zero-width joiners are among them: Dutch and English never need them.
_UNSEEN = {"Cf", "Zl", "Zp", "Cs"}
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")  # letters and marks that show nothing
_NOT_A_CHARACTER = frozenset("\ufffe\uffff")
_DOCUMENTS = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf")  # of a word processor, or to print
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Unseen:
    """A character that cannot be seen: its place in a text (from 0) and how to tell of it."""

    index: int
    code: str
    values: dict[str, str] = field(default_factory=dict)


def decode(raw: bytes, file: str, problems: Problems) -> str | None:
    """The text of a file, or None with the reason noted: too large, empty, no text, another encoding, or
    characters that cannot be seen. A byte order mark and Windows line ends are accepted."""
    if len(raw) > MAX_BYTES:
        problems.add("file-too-large", Span(file), limit=MAX_BYTES // 1024)
        return None
    if raw.startswith(_DOCUMENTS):
        problems.add("not-text", Span(file))
        return None
    if raw.startswith(_UTF16) or b"\x00" in raw[:64]:  # UTF-16 and UTF-32, with or without a mark
        problems.add("not-utf8", Span(file, 1, 1))
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        lines = _unified(error.object[: error.start].decode("utf-8-sig")).split("\n")
        problems.add("not-utf8", Span(file, len(lines), len(lines[-1]) + 1))
        return None
    text = _unified(text)
    if not text.strip():
        problems.add("file-empty", Span(file))
        return None
    return None if _has_unseen(text, file, problems) else text


def unseen(text: str) -> Unseen | None:
    """The first character of `text` that cannot be seen; line ends and tabs are not counted among them."""
    if text.isascii() and text.isprintable():
        return None
    for index, character in enumerate(text):
        if character in "\n\t" or (character.isprintable() and character not in _BLANK):
            continue
        if unicodedata.category(character) == "Cc" or character in _NOT_A_CHARACTER:
            return Unseen(index, "control-character")
        if unicodedata.category(character) in _UNSEEN or character in _BLANK:
            return Unseen(index, "unseen-character", {"name": _name(character)})
    return None


def _unified(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _name(character: str) -> str:
    return unicodedata.name(character, f"U+{ord(character):04X}")


def _has_unseen(text: str, file: str, problems: Problems) -> bool:
    before = len(problems.found)
    for number, line in enumerate(text.split("\n"), start=1):
        for column, character in enumerate(line[: len(line) - len(line.lstrip())], start=1):
            if character == "\t":
                problems.add("tab-indent", Span(file, number, column))
                break
            if unicodedata.category(character) == "Zs" and character != " ":  # pasted from a page or a letter
                problems.add("unseen-character", Span(file, number, column), name=_name(character))
                break
        hidden = unseen(line)
        if hidden is not None:
            problems.add(hidden.code, Span(file, number, hidden.index + 1), **hidden.values)
    return len(problems.found) > before
