"""What comes in from other programs becomes files: all of them or none, and never over something else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from mensenwerk.author.wording import say
from mensenwerk.problems import Language

_MANY = 60
"""Lines that are told of what is wrong; of hundreds of the same nobody reads more."""


def put_new(files: Mapping[Path, bytes]) -> None:
    """Write new files, or none of them. Raises OSError, also for one that is there."""
    written: list[Path] = []
    try:
        for file, raw in files.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("xb") as stream:
                written.append(file)
                stream.write(raw)
    except BaseException:
        take_away(written)
        raise


def take_away(files: Iterable[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)


def first_of(lines: Sequence[str], language: Language) -> str:
    """What is wrong, all at once; of very much the first lines, and how many more there are."""
    more = len(lines) - _MANY
    return "\n".join([*lines[:_MANY], *([say("import_more", language, n=more)] if more > 0 else [])])
