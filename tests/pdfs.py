"""What has to hold of every PDF that we make, seen from outside: pdfua's rules, and what pikepdf finds in the file."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfua
import pikepdf
from pypdf import PdfReader


def read_out(pdf: bytes) -> str:
    """All words of it, with one space between."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def check_readable(pdf: bytes, folder: Path, *, language: str, title: str, outline: bool = True) -> None:
    """It can be read aloud (PDF/UA-1) and kept (PDF/A-2a): by its own claim, by pdfua, and in the file itself."""
    file = folder / "checked.pdf"
    file.write_bytes(pdf)
    report = pdfua.validate(file)
    told = [f"{finding.rule_id} {finding.message}" for finding in report.findings if finding.severity.name != "INFO"]
    assert not told, told
    with pikepdf.open(file) as made:
        root = made.Root
        assert root.Lang == language
        assert made.docinfo.Title == title
        assert root.ViewerPreferences.DisplayDocTitle
        assert root.MarkInfo.Marked
        assert ("/Outlines" in root) >= outline
        with made.open_metadata() as said:
            assert said["pdfuaid:part"] == "1"
            assert (said["pdfaid:part"], said["pdfaid:conformance"]) == ("2", "A")
        for figure in tagged(root.StructTreeRoot, "/Figure"):
            assert str(figure.get("/Alt", "")).strip(), "a drawing without words"
        for font in fonts(made):
            assert any(f"/FontFile{kind}" in font for kind in ("", "2", "3")), font.FontName
        assert "/JavaScript" not in root.get("/Names", {})
        assert "/AA" not in root


def tagged(element: Any, kind: str) -> Iterator[Any]:
    """Every element of a kind in the tree that a screen reader goes by."""
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            if kid.get("/S") == kind:
                yield kid
            yield from tagged(kid, kind)


def fonts(made: pikepdf.Pdf) -> Iterator[Any]:
    """The descriptors of all fonts in the file."""
    for each in made.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor":
            yield each
