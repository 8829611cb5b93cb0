"""Put a value into a YAML file and leave every other character as the author wrote it: comments, order, spaces.

What is written is read again before it is kept: when anything else than the wanted place changed its meaning,
nothing is written.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path as FilePath
from typing import Any

import yaml

from mensenwerk.problems import Problems
from mensenwerk.source.document import Document, Path, Plain
from mensenwerk.source.read import read_text

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where it was built


class CannotEditError(Exception):
    """The file is written in a way that cannot be changed safely here; nothing was written."""


Lines = Sequence[str]
"""A value as lines of YAML, as they would stand at the left edge of a file."""


def put(raw: bytes, path: Path, value: Lines) -> bytes:
    """The bytes of a file with `value` at `path`, a way through mappings whose all but last key exists already.

    Raises `CannotEditError` when that cannot be done without touching anything else."""
    mark = b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b""
    text = raw[len(mark) :].decode("utf-8")
    ending = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n")
    changed = _put(text, path, value)
    if _others(_read(text), path) != _others(_read(changed), path):
        raise CannotEditError
    return mark + changed.replace("\n", ending).encode()


def replace_file(path: FilePath, raw: bytes) -> None:
    """Write a file beside and put it in the place of the old one, so that a full disk loses nothing."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(raw)
        with contextlib.suppress(OSError):
            FilePath(beside).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        FilePath(beside).replace(path)
    except BaseException:
        FilePath(beside).unlink(missing_ok=True)
        raise


def _put(text: str, path: Path, value: Lines) -> str:
    node = yaml.compose(text, Loader=_Loader)
    for part in path[:-1]:
        node = _value(node, part)
    if not isinstance(node, yaml.MappingNode):
        raise CannotEditError
    key = path[-1]
    for name, old in node.value:
        if name.value == key:
            start, end = name.start_mark.index, _end(old, text)
            return (
                text[:start] + _entry(str(key), value, name.start_mark.column, flow=bool(node.flow_style)) + text[end:]
            )
    if node.flow_style:
        end = text.rindex("}", 0, node.end_mark.index)
        before = text[:end].rstrip()
        comma = "" if before.endswith(("{", ",")) else ","
        return (
            f"{before}{comma}{'' if before.endswith('{') else ' '}{_entry(str(key), value, 0, flow=True)}{text[end:]}"
        )
    last_key, last = node.value[-1]
    end = _end(last, text)
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    column = last_key.start_mark.column
    return f"{text[:line_end]}\n{' ' * column}{_entry(str(key), value, column, flow=False)}{text[line_end:]}"


def _value(node: Any, part: str | int) -> Any:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == part:
                return value
    raise CannotEditError


def _end(node: Any, text: str) -> int:
    """Where a value really ends: PyYAML lets a block run on to the next thing, over comments and blank lines."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(node, yaml.MappingNode) else last, text)
    start, end = node.start_mark.index, node.end_mark.index
    return int(start + len(text[start:end].rstrip()))


def _entry(key: str, value: Lines, column: int, *, flow: bool) -> str:
    items = all(line.startswith("- ") for line in value)
    if items and flow:
        return f"{key}: [{', '.join(line[2:] for line in value)}]"
    if len(value) == 1 and not items:
        return f"{key}: {value[0]}"
    if flow:
        raise CannotEditError
    inner = " " * (column + 2)
    return "\n".join([f"{key}:", *(f"{inner}{line}" for line in value)])


def _read(text: str) -> Document:
    document = read_text(text.encode(), "", Problems())
    if document is None:
        raise CannotEditError
    return document


def _others(document: Document, path: Path) -> Plain:
    """All that a document says, but for what stands at `path`."""
    return _without(document.data, path)


def _without(data: Plain, path: Path) -> Plain:
    if not isinstance(data, dict) or not path:
        return data
    first = str(path[0])
    if len(path) == 1:
        return {key: value for key, value in data.items() if key != first}
    return {key: _without(value, path[1:]) if key == first else value for key, value in data.items()}
