"""May this case be seen by this audience? Whatever is not said counts as no."""

from __future__ import annotations

from mensenwerk.model import ReadCase, vocabulary
from mensenwerk.model import words as w
from mensenwerk.model.case import Consent
from mensenwerk.problems import Problem, Problems


def withheld(read: ReadCase, audience: w.Audience, month: str) -> Problem | None:
    """The reason why a case is not published for `audience`, or None when it may be.

    `month` is the month of the build (`2026-05`): consent can expire. A reason is not a fault of the
    author; it is told as information and the case is left out everywhere."""
    problems = Problems(read.document.language)
    block = read.case.publication
    span = read.span(("publication",))
    if block is None:
        problems.add("withheld-no-block", read.span(("id",)), "info")
    elif block.intended_for.width < audience.width:
        language = read.document.language
        said = {value: word for word, value in vocabulary.values("Audience", language).items()}
        problems.add("withheld-audience", span, "info", meant=said[block.intended_for], audience=said[audience])
    elif block.review is None:
        problems.add("withheld-review", span, "info")
    elif block.origin is w.Origin.REAL and not _consents(block.consent, audience, month):
        problems.add("withheld-consent", span, "info")
    return problems.found[0] if problems.found else None


def _consents(consent: Consent | None, audience: w.Audience, month: str) -> bool:
    return (
        consent is not None
        and consent.by is not w.ConsentBy.NOT_APPLICABLE
        and consent.scope is not None
        and consent.scope.width >= audience.width
        and consent.text_read is True
        and not consent.withdrawn
        and consent.month is not None
        and consent.month <= month
        and (consent.valid_until is None or consent.valid_until >= month)
    )
