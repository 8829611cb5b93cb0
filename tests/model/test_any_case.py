"""Whatever an author does to a case, it is read or its faults are told: nothing raises."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mensenwerk.model import moments
from mensenwerk.problems import as_github, as_json, as_text

_WHOLE = Path(__file__).parents[1] / "fixtures" / "every-field.en.yaml"
_PLAIN = yaml.load(_WHOLE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - only texts come out


def _places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield (*path, key)
        yield from _places(each, (*path, key))


_words = st.sampled_from(
    ["", "all", "al", "yes", "later", "beside-later", "sister", "mother", "x" * 400, "100", "9999", "Nu!"]
)
_anything = st.recursive(
    st.none() | _words,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "who", "ties", "with", "mother", "all", "later", "A B"]), inner, max_size=3
        )
    ),
    max_leaves=5,
)
_changes = st.lists(st.tuples(st.sampled_from(list(_places(_PLAIN))), st.just("…") | _anything), min_size=1, max_size=6)


@settings(max_examples=150, deadline=None)
@given(_changes)
def test_a_case_changed_anywhere_is_read_or_its_faults_are_told(read: Any, changes: list[tuple[Any, Any]]) -> None:
    case = json.loads(json.dumps(_PLAIN))
    for path, new in changes:
        around = case
        try:
            for part in path[:-1]:
                around = around[part]
            if new == "…":
                del around[path[-1]]
            else:
                around[path[-1]] = new
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change took this place away
    found_case, found = read(json.dumps(case))
    for output in (as_text(found), as_json(found), as_github(found)):
        assert "stand-in" not in output
    assert all(problem.span.file for problem in found)
    if found_case is None:
        assert found
    else:
        assert moments(found_case.case)
