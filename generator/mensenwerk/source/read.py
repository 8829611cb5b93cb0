"""One file or text → a `Document`, or the problems that stand in the way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path as FilePath

from mensenwerk.problems import Language, Problems, Span
from mensenwerk.source.compose import compose
from mensenwerk.source.document import Document, Plain, Scalar
from mensenwerk.source.text import MAX_BYTES, decode

_LANGUAGE = re.compile(r"(?mi)^[\"']?(?:taal|language)[\"']?[ ]*:[ ]*[\"']?(nl|en)\b")
_ENGLISH_KEY = re.compile(r"(?mi)^[\"']?(?:title|publication|centre|people)[\"']?[ ]*:")
_DUTCH_KEY = re.compile(r"(?mi)^[\"']?(?:titel|publicatie|middelpunt|mensen)[\"']?[ ]*:")


def read_file(path: FilePath, shown: str, problems: Problems) -> Document | None:
    """Read a case file. `shown` is the name that messages use. Nothing is followed: a link is refused."""
    raw = read_bytes(path, shown, problems)
    return None if raw is None else read_text(raw, shown, problems)


def read_bytes(path: FilePath, shown: str, problems: Problems) -> bytes | None:
    """What is in a case file, one byte more at most than one may have; None where it cannot be had."""
    try:
        if path.is_symlink():
            problems.add("symlink", Span(shown))
            return None
        if not path.is_file():
            problems.add("not-a-file", Span(shown))
            return None
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError:
        problems.add("unreadable", Span(shown))
        return None


def read_text(raw: bytes, shown: str, problems: Problems) -> Document | None:
    """Read the bytes of a case file; None when it cannot be read to its end, with the reasons noted. A file that does
    not show its language is spoken of in that of `problems`."""
    problems.language = _language(raw.decode("utf-8", errors="replace")) or problems.language
    text = decode(raw, shown, problems)
    if text is None:
        return None
    composed = compose(text, shown, problems)
    if not composed.complete:
        return None
    if composed.data is None:
        problems.add("file-empty", Span(shown))
        return None
    if not isinstance(composed.data, dict):
        problems.add("not-a-mapping", composed.spans.get((), Span(shown)))
        return None
    problems.language = _said(composed.data) or problems.language
    return Document(shown, problems.language, composed.data, composed.spans, tuple(text.split("\n")))


def _said(data: Mapping[str, Plain]) -> Language | None:
    """The language that the file names for itself."""
    for key, value in data.items():
        if key.strip().casefold() in {"taal", "language"} and isinstance(value, Scalar):
            match value.text.strip().casefold():
                case "nl":
                    return "nl"
                case "en":
                    return "en"
    return None


def _language(text: str) -> Language | None:
    """The language in which to speak of a file that was not read yet (and perhaps cannot be): what one of
    its lines names, else what its keys suggest."""
    said = _LANGUAGE.search(text)
    if said:
        return "en" if said[1].lower() == "en" else "nl"
    if _ENGLISH_KEY.search(text):
        return "en"
    return "nl" if _DUTCH_KEY.search(text) else None
