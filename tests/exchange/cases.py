"""The case in which every field occurs, in its cleared form, as it is exported."""

from __future__ import annotations

from commands import ROOT
from mensenwerk.exchange.write import Own, Subject
from mensenwerk.guards.private import private
from mensenwerk.model import ReadCase, read_case
from mensenwerk.problems import Problems
from mensenwerk.source import read_text

EVERY_FIELD = ROOT / "tests" / "fixtures" / "every-field.en.yaml"


def read(text: str) -> ReadCase:
    problems = Problems()
    document = read_text(text.encode(), "case.yaml", problems)
    found = read_case(document, problems) if document else None
    assert found is not None, problems.found
    return found


def subject(text: str | None = None, *, uncleared: bool = False) -> Subject:
    """A case to write, by default the one with every field."""
    found = private(read(text or EVERY_FIELD.read_text(encoding="utf-8")))
    own = {opaque: Own(one.id, one.age) for opaque, one in found.people.items()}
    return Subject(found.as_if_cleared, own if uncleared else None)
