"""The XML of GraphML → points and lines with their fields. Read with expat alone: a file that defines a type of
document or entities of its own is refused before anything is unfolded, and nothing outside it is ever asked for.

Groups of points (yEd nests a graph in a point) are unfolded: each point knows the group in which it lies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from mensenwerk.exchange.read.text import text_of
from mensenwerk.problems import Problems, Span

_MAX_DEPTH = 40
_MAX_FILLED_IN = 200_000
"""Values that a file declares once and that hold for many: those are more than its size shows."""

_LABELS = {"NodeLabel": "label", "EdgeLabel": "label"}
"""Where yEd keeps what stands beside a point or a line."""

_TRUE = {"True": "true", "False": "false"}


@dataclass(slots=True)
class Point:
    """A node. `group`: the point in which it lies; `holds`: others lie in it."""

    key: str
    line: int
    fields: dict[str, str] = field(default_factory=dict)
    group: str | None = None
    holds: bool = False


@dataclass(slots=True)
class Line:
    """An edge between the points with these keys."""

    ends: tuple[str, str]
    line: int
    directed: bool
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Graph:
    """One graph of a file, and the fields that are said of it as a whole. `passed_over`: parts that tell no people."""

    fields: dict[str, str] = field(default_factory=dict)
    points: dict[str, Point] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class GraphFile:
    """What a file holds. `remarks`: what stands in it for people."""

    graphs: tuple[Graph, ...]
    remarks: tuple[str, ...]


class _Stop(Exception):  # noqa: N818 - a way out of the parser, not an error
    """Reading on makes no sense; the reason has been noted."""


def graphs_of(raw: bytes, shown: str, problems: Problems) -> GraphFile | None:
    """The graphs in a file, or None with the reasons noted."""
    text = text_of(raw, shown, problems)
    if text is None:
        return None
    reader = _Reader(shown, problems)
    try:
        reader.read(text)
    except expat.ExpatError as error:
        problems.add("import-xml", Span(shown, error.lineno, error.offset + 1))
        return None
    except _Stop:
        return None
    for line in (each for graph in reader.graphs for each in graph.lines if not graph.points.keys() >= set(each.ends)):
        problems.add("import-graph-edge", Span(shown, line.line, 1))
    if not reader.graphs and not problems.errors():
        problems.add("import-shape", Span(shown), place="graphml", tool="GraphML")
    return None if problems.errors() else GraphFile(tuple(reader.graphs), tuple(reader.remarks))


@dataclass(slots=True)
class _Key:
    """A field that the file declares: what it is called, of what it is, and its value where none is given."""

    name: str
    of: str
    default: str | None = None


@dataclass(slots=True)
class _Reader:
    shown: str
    problems: Problems
    graphs: list[Graph] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    keys: dict[str, _Key] = field(default_factory=dict)
    path: list[str] = field(default_factory=list)
    around: list[tuple[str, Graph | Point | Line | None]] = field(default_factory=list)
    directed: list[bool] = field(default_factory=list)
    key: str | None = None
    said: list[str] = field(default_factory=list)
    label: list[str] = field(default_factory=list)
    again: Counter[tuple[int, str]] = field(default_factory=Counter)
    """How often something has a field of one name more, by the identity of the thing."""
    filled_in: int = 0
    parser: expat.XMLParserType = field(default_factory=lambda: expat.ParserCreate(namespace_separator=" "))

    def read(self, text: str) -> None:
        parser = self.parser
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self.refuse
        parser.EntityDeclHandler = self.refuse
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.CommentHandler = self.remarks.append
        parser.Parse(_as_utf8(text), True)

    def text(self, text: str) -> None:
        (self.label if self.path[-1] in _LABELS else self.said).append(text)

    @property
    def line(self) -> int:
        return self.parser.CurrentLineNumber

    def refuse(self, *_: object) -> None:
        self.problems.add("import-xml-type", Span(self.shown, self.line, 1))
        raise _Stop

    def wrong(self, place: str) -> None:
        self.problems.add("import-shape", Span(self.shown, self.line, 1), place=place, tool="GraphML")

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        self.path.append(name)
        if len(self.path) > _MAX_DEPTH:
            self.problems.add("import-deep", Span(self.shown, self.line, 1))
            raise _Stop
        if len(self.path) == 1 and name != "graphml":
            self.wrong("graphml")
            raise _Stop
        match name:
            case "key" if len(self.path) == 2:
                self.declare(attributes)
            case "graph":
                self.graph(attributes)
            case "node" if self.graphs:
                self.point(attributes)
            case "edge" if self.graphs:
                self.edge(attributes)
            case "hyperedge" | "port" if self.graphs:
                self.graphs[-1].passed_over.append(name)
            case "data":
                self.key = attributes.get("key")
        self.said.clear()

    def end(self, _: str) -> None:
        name = self.path.pop()
        text = "".join(self.said).strip()
        match name:
            case "default" if self.key is not None and len(self.path) == 2 and self.key in self.keys:
                self.keys[self.key].default = text
            case "graph" | "node" | "edge" if self.around:
                self.finish(name)
            case "data":
                if self.key is not None and text and (self.key not in self.keys or self.keys[self.key].name):
                    self.add(self.keys[self.key].name if self.key in self.keys else self.key, text)
                self.key = None
            case "NodeLabel" | "EdgeLabel":
                self.add(_LABELS[name], " ".join("".join(self.label).split()))
                self.label.clear()
        self.said.clear()

    def declare(self, attributes: Mapping[str, str]) -> None:
        key = attributes.get("id")
        if not key:
            self.wrong("key")
            return
        name = attributes.get("attr.name", "" if "yfiles.type" in attributes else key)
        self.keys[key] = _Key(name, attributes.get("for", "all"))
        self.key = key

    def graph(self, attributes: Mapping[str, str]) -> None:
        self.directed.append(attributes.get("edgedefault") == "directed")
        within = next((each for kind, each in reversed(self.around) if kind == "node"), None)
        if isinstance(within, Point):
            within.holds = True
            self.around.append(("nested", None))
            return
        self.graphs.append(Graph())
        self.around.append(("graph", self.graphs[-1]))

    def point(self, attributes: Mapping[str, str]) -> None:
        key = attributes.get("id")
        points = self.graphs[-1].points
        if not key:
            self.wrong("node")
        elif key in points:
            self.problems.add("import-graph-twice", Span(self.shown, self.line, 1))
        within = next((each.key for _, each in reversed(self.around) if isinstance(each, Point)), None)
        made = Point(key or f"#{self.line}", self.line, group=within, holds="yfiles.foldertype" in attributes)
        points.setdefault(made.key, made)
        self.around.append(("node", made))

    def edge(self, attributes: Mapping[str, str]) -> None:
        ends = attributes.get("source"), attributes.get("target")
        own = attributes.get("directed")
        directed = own == "true" if own in ("true", "false") else bool(self.directed and self.directed[-1])
        made = Line((ends[0] or "", ends[1] or ""), self.line, directed)
        if all(ends):
            self.graphs[-1].lines.append(made)
        else:
            self.wrong("edge")
        self.around.append(("edge", made))

    def finish(self, name: str) -> None:
        """What was declared with a value of its own holds for whatever does not say otherwise."""
        kind, what = self.around.pop()
        if kind in ("graph", "nested"):
            self.directed.pop()
        if what is None:
            return
        for key in self.keys.values():
            if key.default and key.of in (name, "all") and key.name not in what.fields:
                what.fields[key.name] = key.default
                self.filled_in += 1
        if self.filled_in > _MAX_FILLED_IN:
            self.problems.add("import-rows", Span(self.shown, self.line, 1), limit=_MAX_FILLED_IN)
            raise _Stop

    def add(self, name: str, text: str) -> None:
        what = next((each for _, each in reversed(self.around) if each is not None), None)
        if what is None or not text or (isinstance(what, Point) and what.holds and name in what.fields):
            return  # a group of yEd has a label for when it is open and one for when it is closed
        if name in what.fields and what.fields[name] != _TRUE.get(text, text):  # two fields of one name: none is lost
            self.again[id(what), name] += 1
            name = f"{name} {self.again[id(what), name] + 1}"
        what.fields[name] = _TRUE.get(text, text)


def _as_utf8(text: str) -> bytes:
    """The text as its bytes; what the file says of its own encoding holds no longer."""
    head, separator, rest = text.partition("?>")
    return (rest if separator and head.lstrip().startswith("<?xml") else text).encode()
