"""A conversation around one case: in depth, as a moral deliberation, or as intervision; minutes per step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mensenwerk.model.edition import Edition
from mensenwerk.model.words import ConversationForm
from mensenwerk.pages.wording import Wording

PART = 5
"""Minutes: steps are as long as a clock on the wall can be read."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a conversation. `minutes`: in words."""

    title: str
    minutes: str
    text: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conversation:
    """How a conversation goes. `total`: how long it takes, in a sentence."""

    form: str
    about: str
    total: str
    steps: tuple[Step, ...]


def conversation(edition: Edition, words: Wording) -> Conversation:
    """The steps of the form that an edition asks for (which its rules make sure it does)."""
    form = words.editions[(edition.form or ConversationForm.IN_DEPTH).value]
    long = [step["minutes"] for step in form["steps"]]
    shared = minutes(long, edition.minutes or sum(long))
    said = words.editions["conversation"]
    return Conversation(
        form=form["name"],
        about=form["about"],
        total=said["total"].format(minutes=sum(shared)),
        steps=tuple(
            Step(step["title"], said["minutes"].format(minutes=minute), step["text"], tuple(step["questions"]))
            for step, minute in zip(form["steps"], shared, strict=True)
        ),
    )


def minutes(long: Sequence[int], total: int) -> list[int]:
    """`total` minutes (a multiple of `PART`) shared over steps in proportion to how `long` they usually are: each a
    multiple of `PART` and no step without. Largest remainders first, the earlier of two that are the same (Hamilton,
    1792)."""
    parts, usual = total // PART - len(long), sum(long)
    wanted = [each * parts / usual for each in long]
    shared = [int(each) for each in wanted]
    order = sorted(range(len(long)), key=lambda place: (shared[place] - wanted[place], place))
    for place in order[: parts - sum(shared)]:
        shared[place] += 1
    return [PART * (1 + each) for each in shared]
