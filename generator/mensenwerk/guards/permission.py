"""May this case be in a book for this audience? Whatever is not said counts as no."""

from __future__ import annotations

from collections.abc import Collection

from mensenwerk.guards.audiences import REFUSALS, Outcome
from mensenwerk.guards.fingerprint import fingerprint
from mensenwerk.model import ReadCase, vocabulary
from mensenwerk.model import words as w
from mensenwerk.model.case import Consent
from mensenwerk.problems import Problem, Problems


def withheld(
    read: ReadCase, audience: w.Audience, month: str, withdrawn: Collection[str] = (), *, alone: bool = False
) -> Problem | None:
    """The reason why a case is left out of a book for `audience`, or None when it may be in it.

    `month` is the month of the build (`2026-05`): consent can expire. `withdrawn`: ids of cases that were taken
    back. `alone`: what is made stays with its author, such as a preview; then nobody has to consent yet. A reason is
    not a fault of the author; a text that changed since it was reviewed is a warning."""
    problems = Problems(read.document.language)
    block = read.case.publication
    span = read.span(("publication",))
    if read.case.id in withdrawn or read.case.translation_of in withdrawn:
        problems.add("withheld-withdrawn", read.span(("id",)), "warning")
    elif block is None:
        problems.add("withheld-no-block", read.span(("id",)), "info")
    elif block.intended_for.width < audience.width:
        language = read.document.language
        said = {value: word for word, value in vocabulary.values("Audience", language).items()}
        problems.add("withheld-audience", span, "info", meant=said[block.intended_for], audience=said[audience])
    elif block.origin is w.Origin.REAL and block.consent is not None and block.consent.withdrawn:
        problems.add("withheld-consent-withdrawn", span, "warning", case=read.case.id)
    elif _lacks_consent(read, audience, month) and not (alone and audience is w.Audience.INTERNAL):
        problems.add("withheld-consent", span, "info")
    return problems.found[0] if problems.found else None


def consent_open(read: ReadCase, audience: w.Audience, month: str) -> Problem | None:
    """What to say to an author who sees a case of real people that others may not see yet."""
    if not _lacks_consent(read, audience, month):
        return None
    problems = Problems(read.document.language)
    problems.add("consent-open", read.span(("publication",)), "info")
    return problems.found[0]


def unreviewed(read: ReadCase, audience: w.Audience, month: str) -> Problem | None:
    """The reason why a case that may be in the book has to be read first, or None when this text was read. A review
    of a month that has yet to come is none."""
    block = read.case.publication
    if block is None or REFUSALS[14].outcome(audience, block.origin) is Outcome.NONE:
        return None
    problems = Problems(read.document.language)
    if block.review is None or block.review.month > month:
        problems.add("withheld-review", read.span(("publication",)), "warning", case=read.case.id)
    elif block.review.text is None:
        problems.add("withheld-text-unsaid", read.span(("publication", "review")), "warning", case=read.case.id)
    elif block.review.text != fingerprint(read.case):
        problems.add("withheld-text-changed", read.span(("publication", "review")), "warning", case=read.case.id)
    return problems.found[0] if problems.found else None


def due(read: ReadCase, month: str) -> Problem | None:
    """What to say when someone wanted to look at a published case again by now."""
    block = read.case.publication
    if block is None or block.next_review is None or block.next_review > month:
        return None
    problems = Problems(read.document.language)
    problems.add("review-due", read.span(("publication", "next_review")), "warning", case=read.case.id)
    return problems.found[0]


def _lacks_consent(read: ReadCase, audience: w.Audience, month: str) -> bool:
    """Whether a case is about real people who did not say yes to these readers."""
    block = read.case.publication
    return block is not None and block.origin is w.Origin.REAL and not _consents(block.consent, audience, month)


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
