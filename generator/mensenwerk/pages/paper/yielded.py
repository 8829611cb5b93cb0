"""A sheet for what a conversation yielded. The person comes first; who does what comes late, after what is left alone,
and only with the reason that someone has of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mensenwerk.pages.paper.sheet import Sheet
from mensenwerk.pages.wording import Wording


@dataclass(frozen=True, slots=True)
class YieldView:
    """`t`: the words of the sheet."""

    t: Mapping[str, Any]


def yield_sheet(words: Wording) -> Sheet:
    """The sheet, to be filled in by hand. It needs no case."""
    said = words.paper["yield"]
    return Sheet(words.paper["files"]["yield"], "yield", said["title"], words.language, "a4", YieldView(said))
