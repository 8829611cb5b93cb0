"""Which tool a file or folder comes from, and who reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from mensenwerk.exchange.read.easynwk import read_easynwk
from mensenwerk.exchange.read.egor import read_egor
from mensenwerk.exchange.read.network import Network
from mensenwerk.exchange.read.tables import tables_in
from mensenwerk.exchange.read.text import bytes_of
from mensenwerk.problems import Problems, Span

Format = Literal["easynwk", "egor"]
FORMATS: tuple[Format, ...] = get_args(Format)
TOOLS: dict[Format, str] = {"easynwk": "easyNWK", "egor": "EgoNet / egor"}
"""The formats by their proper names."""

_ENDINGS: dict[str, Format] = {".json": "easynwk", ".csv": "egor", ".tsv": "egor", ".txt": "egor", ".zip": "egor"}


def guess(path: Path) -> Format | None:
    """The format that a file or folder looks like."""
    return "egor" if path.is_dir() else _ENDINGS.get(path.suffix.lower())


def read_networks(path: Path, kind: Format | None, problems: Problems) -> list[Network]:
    """Each network in a file or folder, none when anything in it is wrong. `kind`: as whose file to read it."""
    kind = kind or guess(path)
    if kind is None:
        problems.add("import-format", Span(path.name), formats=", ".join(FORMATS))
        return []
    if kind == "egor":
        tables = tables_in(path, problems)
        return [] if problems.errors() else read_egor(tables, problems)
    raw = bytes_of(path, path.name, problems)
    return [] if raw is None else read_easynwk(raw, path.name, problems)
