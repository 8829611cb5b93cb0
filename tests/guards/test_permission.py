"""Who may see a case: whatever is not said counts as no."""

from __future__ import annotations

from typing import Any

import pytest

from commands import signed
from mensenwerk.guards.permission import unreviewed, withheld
from mensenwerk.model import ReadCase, read_case
from mensenwerk.model.words import Audience
from mensenwerk.problems import Problems
from mensenwerk.source import read_text

HEAD = "taal: nl\nid: een\ntitel: Een\nmiddelpunt: [{id: ik, wie: een vrouw}]\n"
REVIEW = "beoordeling: {rol: collega, maand: 2026-05}"
CONSENT = {
    "door": "client",
    "voor": "publiek",
    "maand": "2026-01",
    "geldig_tot": "2027-01",
    "gelezen": "ja",
}


def case(publication: str) -> ReadCase:
    problems = Problems()
    document = read_text(signed(f"{HEAD}{publication}").encode(), "een.yaml", problems)
    assert document is not None
    read = read_case(document, problems)
    assert read is not None, problems.found
    return read


def block(intended: str = "publiek", origin: str = "gefingeerd", review: str = REVIEW, **consent: Any) -> ReadCase:
    said = ", ".join(f"{key}: {value}" for key, value in consent.items())
    parts = [f"bestemd_voor: {intended}", f"herkomst: {origin}", review]
    if consent:
        parts.append(f"toestemming: {{{said}}}")
    return case("publicatie:\n" + "".join(f"  {part}\n" for part in parts if part))


def reason(read: ReadCase, audience: Audience = Audience.PUBLIC, month: str = "2026-06") -> str | None:
    found = withheld(read, audience, month) or unreviewed(read, audience, month)
    return found.code if found else None


def test_a_case_without_a_publication_block_is_withheld_from_everyone() -> None:
    read = case("")
    assert {reason(read, audience) for audience in Audience} == {"withheld-no-block"}


@pytest.mark.parametrize(
    ("meant", "shown_to"),
    [
        ("intern", {Audience.INTERNAL}),
        ("professionals", {Audience.INTERNAL, Audience.PROFESSIONAL}),
        ("publiek", set(Audience)),
    ],
)
def test_a_case_goes_to_no_wider_audience_than_it_was_meant_for(meant: str, shown_to: set[Audience]) -> None:
    read = block(meant)
    assert {audience for audience in Audience if reason(read, audience) is None} == shown_to


def test_a_case_that_nobody_reviewed_is_withheld() -> None:
    assert reason(block(review="")) == "withheld-review"


def test_a_real_case_with_full_consent_is_shown() -> None:
    assert reason(block(origin="echt", **CONSENT)) is None


@pytest.mark.parametrize(
    "lacking",
    [
        {"door": "niet-van-toepassing"},
        {"voor": "professionals"},
        {"voor": None},
        {"gelezen": "nee"},
        {"gelezen": None},
        {"ingetrokken": "ja"},
        {"geldig_tot": "2026-05"},
        {"maand": None},
        {"maand": "2026-07"},
    ],
    ids=str,
)
def test_a_real_case_is_withheld_when_consent_lacks(lacking: dict[str, str | None]) -> None:
    consent = {key: value for key, value in {**CONSENT, **lacking}.items() if value is not None}
    expected = "withheld-consent-withdrawn" if "ingetrokken" in consent else "withheld-consent"
    assert reason(block(origin="echt", **consent)) == expected


def test_a_real_case_without_any_consent_is_withheld() -> None:
    assert reason(block(origin="echt")) == "withheld-consent"


def test_the_reason_stands_at_the_publication_block_and_is_no_error() -> None:
    found = withheld(block("intern"), Audience.PUBLIC, "2026-06")
    assert found is not None
    assert (found.span.line, found.severity) == (5, "info")
    assert "bestemd voor intern, dit boek voor publiek" in found.message()
