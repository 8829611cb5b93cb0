"""The texts of a PDF, as a reader sees them: letters of a font are no letters until its tables are read."""

from __future__ import annotations

import io
import logging
from pathlib import Path

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every oddity of a file, with what stands there


class UnreadableDocumentError(Exception):
    """Nobody can tell what is in this file: it is locked, or broken."""


def document_texts(raw: bytes) -> list[str]:
    """The text of every page, and what the file says of itself. Raises `UnreadableDocumentError`."""
    from pypdf import PdfReader  # few books have a PDF, and it takes its time to load
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableDocumentError
        told = [str(value) for value in (reader.metadata or {}).values()]
        return [*(page.extract_text() for page in reader.pages), *told]
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError, OSError) as reason:
        raise UnreadableDocumentError from reason


def can_be_read(path: Path) -> bool:
    """Whether a PDF can be searched: what cannot, is not published."""
    try:
        document_texts(path.read_bytes())
    except (UnreadableDocumentError, OSError):
        return False
    return True
