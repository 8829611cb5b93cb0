"""A review of one case: what the guard found, with its words, and what a reviewer decides, written in the file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mensenwerk.author.wording import say
from mensenwerk.guards import Guard
from mensenwerk.guards.audiences import Outcome
from mensenwerk.guards.detect import Category, detect
from mensenwerk.guards.findings import Finding, find
from mensenwerk.guards.fingerprint import fingerprint
from mensenwerk.guards.permission import unreviewed, withheld
from mensenwerk.guards.tell import told, what
from mensenwerk.model import ReadCase, vocabulary
from mensenwerk.model.case import Clearance
from mensenwerk.source import put

_AROUND = 34
"""Characters of a text that are shown on either side of what was found."""

_PLAIN = re.compile(r"[^\W\d_][\w ’-]*\w")
_ORDER = (Outcome.BLOCK, Outcome.REVIEW, Outcome.WARN, Outcome.TELL)


@dataclass(frozen=True, slots=True)
class Decision:
    """Who looked, in which role, in which month; `reasons`: fingerprint of a finding → why it may stand; `read`:
    whether they read the whole case as it is now."""

    role: str
    month: str
    reasons: Mapping[str, str]
    read: bool


@dataclass(frozen=True, slots=True)
class Review:
    """The state of a case before a reviewer: findings numbered from 1, in the order in which they matter."""

    read: ReadCase
    guard: Guard
    findings: tuple[Finding, ...]

    @property
    def blocking(self) -> list[Finding]:
        return [one for one in self.findings if one.outcome is Outcome.BLOCK]

    @property
    def waiting(self) -> list[Finding]:
        """What someone has to look at."""
        return [one for one in self.findings if one.outcome is Outcome.REVIEW and not one.let_pass]

    @property
    def done(self) -> bool:
        """Whether this text was read and nothing stands in its way."""
        return (
            unreviewed(self.read, self.guard.audience, self.guard.month) is None
            and not self.blocking
            and not self.waiting
        )

    def lines(self, *, shown: bool) -> Iterator[str]:
        """What a reviewer reads. With `shown` the words themselves stand there, between their neighbours: only
        for a screen; a file or a log gets the place and the kind."""
        language = self.read.document.language
        title = self.read.case.title if shown else self.read.case.id  # a title can hold what a log may not
        yield say("title", language, title=title, file=self.read.document.file)
        reason = withheld(self.read, self.guard.audience, self.guard.month, {one.id for one in self.guard.withdrawn})
        unread = unreviewed(self.read, self.guard.audience, self.guard.month)
        for problem in (reason, unread):
            if problem is not None:
                yield f"  {problem.message()} {problem.hint()}"
        if unread is None and reason is None and not self.waiting:
            yield "  " + say("is_reviewed", language)
        if not self.findings:
            yield "  " + say("nothing", language)
        before = None
        for number, one in enumerate(self.findings, start=1):
            if one.outcome is not before:
                yield ""
                yield say(f"group_{one.outcome.value}", language)
            before = one.outcome
            yield from self._finding(number, one, shown=shown)
        for earlier in self.expired:
            yield ""
            yield say("earlier", language, role=earlier.role, month=earlier.month, reason=earlier.reason)
        yield ""
        yield say("not_judged_short", language)

    @property
    def expired(self) -> list[Clearance]:
        """What was let pass in a text that has changed since."""
        current = {one.fingerprint for one in self.findings}
        block = self.read.case.publication
        return [each for each in block.let_pass if each.finding not in current] if block else []

    @property
    def earlier_reason(self) -> str | None:
        """Why a finding was let pass before its text changed; None where it may be the reason for another: only a
        single reason can belong to a single finding."""
        return self.expired[0].reason if len(self.expired) == len(self.waiting) == 1 else None

    def names_someone(self, role: str) -> bool:
        """Whether a role says who someone is: a name, or something of the registry."""
        language = self.read.document.language
        named = any(hit.category is not Category.PROFESSION for hit in detect(role, language))
        return named or any(True for _ in self.guard.registry.find(role))

    def words(self, one: Finding) -> str:
        """What was found between its neighbours; for a screen only."""
        return told(one, self.read, self.guard.audience).message() if one.kind == "traits" else _in_context(one)

    def _finding(self, number: int, one: Finding, *, shown: bool) -> Iterator[str]:
        language = self.read.document.language
        passed = " " + say("passed", language) if one.let_pass else ""
        yield f"  {number}. {what(one.kind, language)}{passed}"
        words = self.words(one) if shown else say("only_on_screen", language)
        yield f"     {words}"
        for path in one.places:
            yield f"     {self.read.span_of(path, one.value)}  «{self.read.field(path)}»"

    def decided(self, raw: bytes, decision: Decision) -> bytes:
        """The bytes of the file with what was decided. Clearances of texts that have changed are left out.

        Raises `CannotEditError` when the file cannot be changed without touching anything else."""
        language = self.read.document.language

        def word(model: str, field: str) -> str:
            return vocabulary.field_word(model, field).word(language)

        block = self.read.case.publication
        if block is None:
            raise ValueError("a case without a publication block cannot be reviewed")
        current = {one.fingerprint for one in self.findings}
        kept = [each for each in block.let_pass if each.finding in current]
        new = [
            Clearance(
                finding=one.fingerprint,
                role=decision.role,
                month=decision.month,
                reason=decision.reasons[one.fingerprint],
            )
            for one in self.waiting
            if one.fingerprint in decision.reasons
        ]
        publication = self._key("publication", "Case")
        if new:
            lines = [
                f"- {{{word('Clearance', 'finding')}: '{each.finding}', {word('Clearance', 'role')}: {_text(each.role)}, "
                f"{word('Clearance', 'month')}: {each.month}, {word('Clearance', 'reason')}: {_text(each.reason)}}}"
                for each in (*kept, *new)
            ]
            raw = put(raw, (publication, self._key("let_pass", "Publication")), lines)
        if decision.read:
            said = (
                f"{{{word('Review', 'role')}: {_text(decision.role)}, {word('Review', 'month')}: {decision.month}, "
                f"{word('Review', 'text')}: '{fingerprint(self.read.case)}'}}"
            )
            raw = put(raw, (publication, self._key("review", "Publication")), [said])
        return raw

    def _key(self, field: str, model: str) -> str:
        """The word for a field as it stands in this file, or as the vocabulary has it."""
        path = (field,) if model == "Case" else ("publication", field)
        found = self.read.translation.places.get(path)
        return str(found[-1]) if found else vocabulary.field_word(model, field).word(self.read.document.language)


def review(read: ReadCase, guard: Guard) -> Review:
    """Look at a case as the guard does in a book for those it is meant for: what is signed holds for them."""
    if read.case.publication is not None:
        guard = replace(guard, audience=read.case.publication.intended_for)
    found = find(read, guard.audience, guard.registry)
    return Review(read, guard, tuple(sorted(found, key=lambda one: _ORDER.index(one.outcome))))


def case_file(cases: Sequence[ReadCase], name: str) -> ReadCase | None:
    """The case with this id, or in this file."""
    for read in cases:
        if name == read.case.id or Path(name).name == Path(read.document.file).name:
            return read
    return None


def _in_context(one: Finding) -> str:
    for text in one.texts:
        place = text.find(one.value)
        if place >= 0:
            begin, end = max(0, place - _AROUND), place + len(one.value) + _AROUND
            before = ("…" if begin else "") + text[begin:place]
            after = text[place + len(one.value) : end] + ("…" if end < len(text) else "")
            return " ".join(f"{before}⟦{one.value}⟧{after}".split())
    return f"⟦{one.value}⟧"


def _text(value: str) -> str:
    """A text that can stand anywhere in YAML: as it is where that is safe, else as JSON, which is YAML."""
    plain = " ".join(value.split())
    return plain if _PLAIN.fullmatch(plain) else json.dumps(plain, ensure_ascii=False)
