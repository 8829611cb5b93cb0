"""A file as every text that someone could read in it: through encodings, archives, pictures and documents.

Used to search finished files; nothing here knows what is looked for. Bounded in depth and size, so that an archive
made to explode does not.
"""

from __future__ import annotations

import gzip
import html
import io
import re
import zipfile
import zlib
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import unquote

from mensenwerk.publish.documents import UnreadableDocumentError, document_texts

MAX_DEPTH = 4
MAX_BYTES = 16 * 1024 * 1024

_DATA_URI = re.compile(rb"data:[\w/+.-]*(?:;[\w=-]+)*;base64,([A-Za-z0-9+/=%_\s-]{8,})", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u\{?([0-9a-fA-F]{4,6})\}?|\\x([0-9a-fA-F]{2})")
_CSS_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_TAGS = "a|abbr|b|bdi|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|tspan|u|wbr"
_IN_A_LINE = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_PDF_HEX = re.compile(rb"<([0-9A-Fa-f\s]{8,})>")
_TEXTS = (".html", ".xml", ".svg", ".js", ".css", ".json", ".txt", ".md", ".yml", ".map", ".webmanifest")


def layers(name: str, raw: bytes, depth: int = 0) -> Iterator[str]:
    """Every text in a file, as it stands and as it would be shown. `name` only helps to choose the way."""
    if depth > MAX_DEPTH:
        return
    yield from _texts(raw, plain=name.endswith(_TEXTS))
    for match in _DATA_URI.finditer(raw):
        try:
            yield from layers("", _decoded(unquote(match[1].decode("ascii"))), depth + 1)
        except (NotBase64, ValueError):
            continue
    if raw.startswith(b"\x1f\x8b"):
        inner = _gunzipped(raw)
        if inner is not None:
            yield from layers(name.removesuffix(".gz"), inner, depth + 1)
    elif raw.startswith(b"PK\x03\x04"):
        yield from _zipped(raw, depth)
    elif raw.startswith(b"\x89PNG"):
        yield from _chunks(raw, depth)
    elif raw.startswith(b"%PDF"):
        yield from _document(raw, depth)


def _decoded(digits: str) -> bytes:
    """Base64 as browsers take it: without padding, and with the signs that go in addresses."""
    plain = "".join(digits.split()).rstrip("=").replace("-", "+").replace("_", "/")
    return b64decode(plain + "=" * (-len(plain) % 4))


def _texts(raw: bytes, *, plain: bool) -> Iterator[str]:
    text = raw.decode("utf-8", errors="ignore")
    other = not plain or b"\x00" in raw or len(text.encode()) != len(raw)  # it may not be UTF-8
    if "&" in text:
        text = html.unescape(text)
    if "\\" in text:
        text = _ESCAPE.sub(_character, text)
        text = _CSS_ESCAPE.sub(_character, text)
    if "%" in text:
        text = unquote(text, errors="ignore")
    yield text
    shown = _TAG.sub(" ", _IN_A_LINE.sub("", text)) if "<" in text else text
    if not text.isascii():
        for sign in _UNSEEN:
            shown = shown.replace(sign, "")
    if shown != text:  # a word that was cut up, or a name of which a part is bold or in a cell of its own
        yield shown
    if other:
        yield raw.decode("latin-1")
        for encoding in ("utf-16-le", "utf-16-be"):
            for begin in (0, 1):
                yield raw[begin:].decode(encoding, errors="ignore").replace("\x00", "")  # UTF-32 is this with noughts


def _character(match: re.Match[str]) -> str:
    number = int(next(group for group in match.groups() if group), 16)
    return chr(number) if number < 0x110000 else ""


def _gunzipped(raw: bytes) -> bytes | None:
    try:
        with gzip.open(io.BytesIO(raw)) as stream:
            return stream.read(MAX_BYTES)
    except (OSError, EOFError, zlib.error):
        return None


def _zipped(raw: bytes, depth: int) -> Iterator[str]:
    """Names and contents of an archive; a document of a word processor is one too."""
    left = MAX_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            for each in archive.infolist():
                yield each.filename
                yield each.comment.decode("utf-8", errors="ignore")
                with archive.open(each) as stream:
                    inner = stream.read(left)
                left -= len(inner)
                if left <= 0:
                    return
                yield from layers(each.filename, inner, depth + 1)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, zlib.error):
        return


def _chunks(raw: bytes, depth: int) -> Iterator[str]:
    """The texts of a PNG: compressed ones are opened."""
    place = 8
    while place + 8 <= len(raw):
        size = int.from_bytes(raw[place : place + 4], "big")
        kind, body = raw[place + 4 : place + 8], raw[place + 8 : place + 8 + size]
        if kind in (b"zTXt", b"iTXt", b"iCCP"):
            for begin in (match.end() for match in re.finditer(b"\x00", body)):
                inner = _inflated(body[begin:])
                if inner:
                    yield from layers("", inner, depth + 1)
        place += size + 12


def _document(raw: bytes, depth: int) -> Iterator[str]:
    """A PDF: its pages as they are read, its streams opened, its strings of hexadecimal digits read."""
    with suppress(UnreadableDocumentError):
        yield from document_texts(raw)
    for match in _STREAM.finditer(raw):
        inner = _inflated(match[1])
        if inner:
            yield from layers("", inner, depth + 1)
    for match in _PDF_HEX.finditer(raw):
        digits = re.sub(rb"\s", b"", match[1])
        yield from _texts(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()), plain=False)


def _inflated(raw: bytes) -> bytes | None:
    try:
        return zlib.decompressobj().decompress(raw, MAX_BYTES)
    except zlib.error:
        return None
