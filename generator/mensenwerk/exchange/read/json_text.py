"""JSON of another tool → plain data: no key twice, no number that is none, not so deep that it was made to harm."""

from __future__ import annotations

import json
import math
from typing import Any

from mensenwerk.exchange.read.text import text_of
from mensenwerk.problems import Problems, Span

Json = Any
"""What JSON can hold."""


class _TwiceError(Exception):
    """A key stands twice in one object: one of its values would be lost."""


def json_of(raw: bytes, shown: str, problems: Problems) -> Json:
    """What a JSON file says, or None with the reason noted."""
    text = text_of(raw, shown, problems)
    if text is None:
        return None
    try:
        found = json.loads(text, object_pairs_hook=_each_once, parse_constant=_no_number, parse_float=_finite)
        json.dumps(found, ensure_ascii=False).encode()  # half a letter (\\ud800) can be written nowhere
        if found is not None:
            return found
        problems.add("import-json", Span(shown))
    except json.JSONDecodeError as error:
        problems.add("import-json", Span(shown, error.lineno, error.colno))
    except _TwiceError:
        problems.add("import-key-twice", Span(shown))
    except RecursionError:
        problems.add("import-deep", Span(shown))
    except ValueError:  # a number of thousands of digits, an endless one, or none at all; half a letter
        problems.add("import-json", Span(shown))
    return None


def _each_once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _TwiceError
    return found


def _finite(said: str) -> float:
    number = float(said)
    if not math.isfinite(number):
        raise ValueError
    return number


def _no_number(_: str) -> Json:
    raise ValueError
