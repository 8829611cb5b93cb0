"""Bytes of a file of another tool → text, with limits before anything is parsed."""

from __future__ import annotations

from pathlib import Path

from mensenwerk.problems import Problems, Span

MAX_BYTES = 8 * 1024 * 1024
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def bytes_of(path: Path, shown: str, problems: Problems, limit: int = MAX_BYTES) -> bytes | None:
    """What is in a file, or None with the reason noted. Nothing is followed: a link is refused."""
    try:
        if path.is_symlink():
            problems.add("symlink", Span(shown))
            return None
        if not path.is_file():
            problems.add("import-no-file", Span(shown))
            return None
        with path.open("rb") as stream:
            raw = stream.read(limit + 1)
    except OSError:
        problems.add("unreadable", Span(shown))
        return None
    if len(raw) > limit:
        problems.add("import-too-large", Span(shown), limit=limit // 1024 // 1024)
        return None
    return raw


def text_of(raw: bytes, shown: str, problems: Problems) -> str | None:
    """The text, or None with the reason noted. A byte order mark and Windows line ends are accepted."""
    if raw.startswith(_UTF16) or b"\x00" in raw:
        problems.add("not-utf8", Span(shown, 1, 1))
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        problems.add("not-utf8", Span(shown, line, 1))
        return None
    if not text.strip():
        problems.add("import-empty", Span(shown))
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")
