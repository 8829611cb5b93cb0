"""Which tool a file or folder comes from, and who reads it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from mensenwerk.exchange.read.easynwk import read_easynwk
from mensenwerk.exchange.read.egor import read_egor
from mensenwerk.exchange.read.graphml import MOST, read_graphml
from mensenwerk.exchange.read.network import Network
from mensenwerk.exchange.read.network_canvas import looks_like_network_canvas, read_network_canvas
from mensenwerk.exchange.read.tables import tables_in
from mensenwerk.exchange.read.text import bytes_of
from mensenwerk.problems import Problems, Span

Format = Literal["easynwk", "network-canvas", "egor", "graphml"]
FORMATS: tuple[Format, ...] = get_args(Format)
_TOOLS: dict[Format, str] = {
    "easynwk": "easyNWK",
    "network-canvas": "Network Canvas",
    "egor": "EgoNet / egor",
    "graphml": "GraphML",
}
_TABLES = (".csv", ".tsv", ".txt", ".zip")
_MAX_NETWORKS = 1000
_GRAPHS = (".graphml", ".xml")


@dataclass(frozen=True, slots=True)
class Reading:
    """The networks in a file or folder, and the name of the tool as whose file it was read."""

    tool: str
    networks: tuple[Network, ...]


def read_networks(path: Path, kind: Format | None, problems: Problems, ego: str | None = None) -> Reading | None:
    """Each network in a file or folder; None when anything in it is wrong. Without `kind` it is read as what it looks
    like. `ego`: who of those in a graph is the person it is about."""
    ending = path.suffix.lower()
    networks: list[Network] = []
    if kind in ("egor", "network-canvas") or (kind is None and (path.is_dir() or ending in _TABLES)):
        tables = tables_in(path, problems)
        if not problems.errors():
            kind = kind or ("network-canvas" if looks_like_network_canvas(tables) else "egor")
            networks = (read_network_canvas if kind == "network-canvas" else read_egor)(tables, problems)
    elif kind == "easynwk" or ending == ".json":
        kind = "easynwk"
        raw = bytes_of(path, path.name, problems)
        networks = [] if raw is None else read_easynwk(raw, path.name, problems)
    elif kind == "graphml" or ending in _GRAPHS:
        kind = "graphml"
        raw = bytes_of(path, path.name, problems)
        networks = [] if raw is None else read_graphml(raw, path.name, ego, problems)
    else:
        problems.add("import-format", Span(path.name), formats=", ".join(FORMATS))
    if ego is not None and kind not in (None, "graphml"):
        problems.add("import-ego-elsewhere", Span(path.name))
    if any(len(network.people) > MOST for network in networks):
        problems.add("import-graph-many", Span(path.name), limit=MOST)
    if len(networks) > _MAX_NETWORKS:
        problems.add("import-many-networks", Span(path.name), limit=_MAX_NETWORKS)
    return None if problems.errors() or kind is None else Reading(_TOOLS[kind], tuple(networks))
