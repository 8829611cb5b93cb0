"""The smallest case in both languages, and ways to read a text and to point at a place in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import settings

from mensenwerk.model import ReadCase, read_case
from mensenwerk.problems import Language, Problem, Problems
from mensenwerk.source import read_text

settings.register_profile("any-machine", deadline=None)  # a busy machine is no broken law
settings.load_profile("any-machine")

CaseYaml = Callable[..., str]
Read = Callable[[str | bytes], tuple[ReadCase | None, list[Problem]]]
Marked = Callable[[str], tuple[str, tuple[int, int]]]

_HEAD: dict[Language, str] = {
    "nl": "taal: nl\nid: een-casus\ntitel: Een casus\nmiddelpunt: {id: ik, wie: de moeder}\n",
    "en": "language: en\nid: a-case\ntitle: A case\ncentre: {id: me, who: the mother}\n",
}


@pytest.fixture(scope="session")
def case_yaml() -> CaseYaml:
    """`case_yaml(language, more)`: the four lines that make a case, and what a test adds to them."""

    def build(language: Language = "nl", more: str = "") -> str:
        return f"{_HEAD[language]}{more}"

    return build


@pytest.fixture(scope="session")
def read() -> Read:
    """Read a case from text or bytes: the case if there is one, and all findings."""

    def read_it(text: str | bytes) -> tuple[ReadCase | None, list[Problem]]:
        problems = Problems()
        raw = text.encode() if isinstance(text, str) else text
        document = read_text(raw, "casus.yaml", problems)
        case = read_case(document, problems) if document is not None else None
        return case, problems.found

    return read_it


@pytest.fixture(scope="session")
def marked() -> Marked:
    """Take the mark § out of a text: what is left, and the line and column where it stood."""

    def find(text: str) -> tuple[str, tuple[int, int]]:
        before, mark, after = text.partition("§")
        assert mark, "a text without a mark"
        return before + after, (before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)

    return find
