"""What each audience may see, and what each refusal does: the one place where that is decided.

The table in content/pages/privacy.md says the same to a privacy officer; a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mensenwerk.guards.detect import Category
from mensenwerk.model.words import Audience, Origin


class Outcome(StrEnum):
    """What happens where a refusal applies."""

    LEFT_OUT = "left-out"
    """The case is not in the book; the author is told why. It is no fault."""
    BLOCK = "block"
    """Nothing is built until it is mended. Nobody can override it."""
    REVIEW = "review"
    """Nothing is built until it is mended, or someone in a named role lets it pass (`mensenwerk review`)."""
    WARN = "warn"
    """The author is warned; the book is built."""
    TELL = "tell"
    """`mensenwerk check` tells it."""
    NONE = "none"
    """It does not apply."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One of the fourteen reasons not to publish. `fiction`: what it does for a case declared fictional, where
    that differs."""

    number: int
    public: Outcome
    professional: Outcome
    internal: Outcome
    fiction: Outcome | None = None

    def outcome(self, audience: Audience, origin: Origin) -> Outcome:
        """What it does in a book for `audience`, for a case of this `origin`."""
        meant = {
            Audience.PUBLIC: self.public,
            Audience.PROFESSIONAL: self.professional,
            Audience.INTERNAL: self.internal,
        }[audience]
        if origin is Origin.FICTIONAL and self.fiction is not None:
            return min(meant, self.fiction, key=_WEIGHT.index)
        return meant


_WEIGHT = [Outcome.NONE, Outcome.TELL, Outcome.WARN, Outcome.REVIEW, Outcome.BLOCK, Outcome.LEFT_OUT]

_OUT, _BLOCK, _REVIEW, _WARN, _TELL, _NONE = (
    Outcome.LEFT_OUT, Outcome.BLOCK, Outcome.REVIEW, Outcome.WARN, Outcome.TELL, Outcome.NONE,
)  # fmt: skip

REFUSALS: dict[int, Refusal] = {
    each.number: each
    for each in (
        #       number  public    professional  internal  fiction
        Refusal(1, _OUT, _OUT, _OUT),  # audience missing, or narrower than that of the book
        Refusal(2, _OUT, _OUT, _OUT, _NONE),  # real people without consent that holds
        Refusal(3, _BLOCK, _BLOCK, _WARN),  # ways to reach someone, numbers that belong to one person
        Refusal(4, _BLOCK, _BLOCK, _WARN),  # anything in the private registry
        Refusal(5, _BLOCK, _TELL, _TELL, _TELL),  # a pseudonym that gives away, or is used twice
        Refusal(6, _BLOCK, _TELL, _TELL),  # a full date, an exact age
        Refusal(7, _BLOCK, _TELL, _TELL),  # a place below a province; an organisation by name
        Refusal(8, _BLOCK, _BLOCK, _TELL, _TELL),  # too many traits together; a rare profession
        Refusal(9, _BLOCK, _BLOCK, _BLOCK),  # a theme that sorts people by what they are
        Refusal(11, _BLOCK, _TELL, _TELL, _TELL),  # health, crime, faith, origin … of someone around
        Refusal(12, _REVIEW, _TELL, _TELL),  # a capital that nothing explains, a name
        Refusal(13, _BLOCK, _BLOCK, _BLOCK),  # an unknown field; a file that should not lie among pages
        Refusal(14, _OUT, _OUT, _NONE),  # nobody reviewed this text
    )
}
"""The refusals by number, in the order of the design. The tenth, a count of people or dilemmas across cases,
is missing on purpose: nothing can make one (tests/guards/test_no_counting.py). A reason of the fourteenth kind
goes further than the design for professionals: their book leaves the team too."""

BUDGET = {Audience.PUBLIC: 4, Audience.PROFESSIONAL: 6, Audience.INTERNAL: 6}
"""How many kinds of traits together a case may tell (refusal 8)."""

_IDENTIFIERS = (
    Category.BSN, Category.NHS, Category.NATIONAL_INSURANCE, Category.IBAN, Category.DOCUMENT, Category.CLIENT_NUMBER,
    Category.PLATE, Category.PHONE, Category.EMAIL, Category.HANDLE, Category.URL, Category.ADDRESS, Category.POSTCODE,
)  # fmt: skip
_WHOLE_NAMES = (Category.PLACE, Category.SCHOOL, Category.CARE, Category.CHURCH, Category.CLUB, Category.EMPLOYER)

REFUSED_BECAUSE: dict[Category, int] = {
    Category.REGISTRY: 4,
    **dict.fromkeys(_IDENTIFIERS, 3),
    **dict.fromkeys((Category.BIRTH_DATE, Category.DATE, Category.AGE), 6),
    **dict.fromkeys(_WHOLE_NAMES, 7),
    Category.PROFESSION: 8,
    Category.NAME: 12,
    Category.CAPITAL: 12,
}
"""Which refusal a category of the detectors belongs to."""


def outcome(category: Category, sure: bool, audience: Audience, origin: Origin) -> Outcome:
    """What a finding of the detectors does. What is not sure is never blocked without appeal: someone looks."""
    found = REFUSALS[REFUSED_BECAUSE[category]].outcome(audience, origin)
    return Outcome.REVIEW if found is Outcome.BLOCK and not sure else found
