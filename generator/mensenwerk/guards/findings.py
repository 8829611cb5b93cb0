"""A case → what a reviewer has to know of it. Values are in here: a finding never leaves the author's terminal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mensenwerk.guards.audiences import BUDGET, REFUSALS, REFUSED_BECAUSE, Outcome, outcome
from mensenwerk.guards.detect import Category, Hit, detect
from mensenwerk.guards.detect.lexicon import fold, ordinary, phrases
from mensenwerk.guards.fingerprint import finding_fingerprint
from mensenwerk.guards.registry import Registry
from mensenwerk.guards.special import personal_theme, special
from mensenwerk.guards.texts import Text, texts
from mensenwerk.guards.traits import traits
from mensenwerk.kept import Kept, key_of
from mensenwerk.model import Case, ReadCase
from mensenwerk.model.words import Audience, Origin
from mensenwerk.source import Path


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at, with all its places: a word that occurs five times is shown once.

    `kind` is a category of the detectors, a trait, a kind of special data or a rule's own word; `value` is what
    stands there and is private; `texts` are the texts it stands in."""

    refusal: int
    kind: str
    value: str
    outcome: Outcome
    places: tuple[Path, ...]
    texts: tuple[str, ...]
    let_pass: bool = False
    case: str = ""
    """Which case, and where it comes from: what was let pass in fiction says nothing of real people."""

    @property
    def fingerprint(self) -> str:
        return finding_fingerprint(self.case, self.kind, fold(self.value), self.texts)

    @property
    def stands_in_the_way(self) -> bool:
        """Whether nothing is published before it is mended or let pass."""
        return self.outcome is Outcome.BLOCK or (self.outcome is Outcome.REVIEW and not self.let_pass)


def find(read: ReadCase, audience: Audience, registry: Registry, kept: Kept | None = None) -> list[Finding]:
    """All findings in a case for a book of `audience`, in the order of the refusals and of the file. Needs a
    publication block: a case without one is published nowhere, and counts here as one about real people. `kept` knows
    by a hash, and holds no word of it, in which texts the detectors found nothing."""
    case = read.case
    block = case.publication
    origin = block.origin if block else Origin.REAL
    told = list(texts(case))
    hits = _hits(case, told, kept)
    found = [
        *_registered(read, told, registry, audience, origin),
        *_of_the_detectors(hits, audience, origin),
        *_ids(case, audience, origin),
        *_ages(case, audience, origin),
        *_pseudonyms(case, registry, audience, origin),
        *_budget(case, told, hits, audience, origin),
        *_themes(case, audience, origin),
        *_special(case, told, audience, origin),
    ]
    passed = {each.finding for each in block.let_pass} if block else set()
    named = [replace(one, case=f"{case.id} {origin.value}") for one in found if one.outcome is not Outcome.NONE]
    return [replace(one, let_pass=one.outcome is Outcome.REVIEW and one.fingerprint in passed) for one in named]


def _hits(case: Case, told: Sequence[Text], kept: Kept | None) -> list[tuple[Text, Hit]]:
    explained = _declared(case)
    read = (f"{each.path} {each.text}" for each in told)
    key = key_of("nothing found", case.language, repr(sorted(explained)), *read) if kept is not None else ""
    if kept is not None and kept.get(key):
        return []
    found = [
        (text, hit) for text in told for hit in detect(text.text, case.language, _explained_in(text, case, explained))
    ]
    if kept is not None and not found:
        kept.put(key, True)
    return found


def _declared(case: Case) -> frozenset[str]:
    """The words of the pseudonyms that the case declares."""
    names = [person.pseudonym for person in (*case.centre, *case.people) if person.pseudonym]
    return frozenset(word for name in names for word in [name, *name.replace("-", " ").split()])


def _explained_in(text: Text, case: Case, declared: frozenset[str]) -> frozenset[str]:
    """English titles write every word with a capital; ordinary words in them need no other reason."""
    if text.path != ("title",) or case.language != "en":
        return declared
    return declared | frozenset(_titled(text.text))


def _titled(title: str) -> Iterator[str]:
    for word in title.split():
        bare = word.strip(".,:;!?’'“”\"")
        if (
            ordinary(bare.lower(), "en")
            and fold(bare) not in phrases("names")
            and bare.lower() not in phrases("names.words.en")
        ):
            yield bare


def _of_the_detectors(hits: Sequence[tuple[Text, Hit]], audience: Audience, origin: Origin) -> Iterator[Finding]:
    together: dict[tuple[Category, str], list[tuple[Text, Hit]]] = defaultdict(list)
    for text, hit in hits:
        together[hit.category, " ".join(fold(text.text[hit.start : hit.end]).split())].append((text, hit))
    for (category, _), same in together.items():
        text, hit = same[0]
        sure = any(each.sure for _, each in same)
        yield Finding(
            REFUSED_BECAUSE[category],
            category.value,
            text.text[hit.start : hit.end],
            outcome(category, sure, audience, origin),
            tuple(dict.fromkeys(each.path for each, _ in same)),
            tuple(dict.fromkeys(each.text for each, _ in same)),
        )


def _registered(
    read: ReadCase, told: Sequence[Text], registry: Registry, audience: Audience, origin: Origin
) -> Iterator[Finding]:
    """Values of the registry in texts, and in what becomes a file name or an address."""
    found = outcome(Category.REGISTRY, True, audience, origin)
    named = [Text(("id",), read.case.id), *(Text(("maps", n, "id"), each.id) for n, each in enumerate(read.case.maps))]
    together: dict[str, list[tuple[Text, str]]] = defaultdict(list)
    for text in (*told, *named):
        for start, end in registry.find(text.text):
            together[fold(text.text[start:end])].append((text, text.text[start:end]))
    for same in together.values():
        yield Finding(
            4,
            Category.REGISTRY.value,
            same[0][1],
            found,
            tuple(dict.fromkeys(text.path for text, _ in same)),
            tuple(dict.fromkeys(text.text for text, _ in same)),
        )


_A_NUMBER = 5
"""Fewer figures in an id count the cases of a book: casus-101."""


def _ids(case: Case, audience: Audience, origin: Origin) -> Iterator[Finding]:
    """Ids of cases and maps are in addresses: a name, a place or a date in them is as public as in a text."""
    for path, value in ((("id",), case.id), *((("maps", n, "id"), each.id) for n, each in enumerate(case.maps))):
        said = " ".join(part.capitalize() for part in value.split("-"))
        for hit in detect(said, case.language):
            counted = hit.category is Category.CLIENT_NUMBER and sum(sign.isdigit() for sign in value) < _A_NUMBER
            known = hit.category is Category.NAME or (hit.sure and not counted)
            if known and not _ordinary_words(said[hit.start : hit.end], case):
                found = outcome(hit.category, False, audience, origin)
                yield Finding(REFUSED_BECAUSE[hit.category], hit.category.value, value, found, (path,), (value,))
                break


def _ordinary_words(said: str, case: Case) -> bool:
    """Every word of an id begins with a capital here, which says nothing."""
    return all(ordinary(word.lower(), case.language) for word in said.split())


def _ages(case: Case, audience: Audience, origin: Origin) -> Iterator[Finding]:
    """Of the very old an age band names few people; a band is wide there."""
    for number, person in enumerate(case.centre):
        low = (person.age or "").partition("-")[0].rstrip("+")
        if low.isdigit() and int(low) >= 100:
            path = ("centre", number, "age")
            yield Finding(6, Category.AGE.value, person.age or "", REFUSALS[6].outcome(audience, origin), (path,), ())


def _pseudonyms(case: Case, registry: Registry, audience: Audience, origin: Origin) -> Iterator[Finding]:
    """A pseudonym with the initial of the real name, where the registry knows whose it is."""
    found = REFUSALS[5].outcome(audience, origin)
    for part, people in (("centre", case.centre), ("people", case.people)):
        for number, person in enumerate(people):
            initial = fold(person.pseudonym or "")[:1]
            real = [fold(entry.value)[:1] for entry in registry.named(case.id, person.id)]
            if initial and initial in real:
                path = (part, number, "pseudonym")
                yield Finding(5, "initial", person.pseudonym or "", found, (path,), (person.pseudonym or "",))


def _budget(
    case: Case, told: Sequence[Text], hits: Sequence[tuple[Text, Hit]], audience: Audience, origin: Origin
) -> Iterator[Finding]:
    kinds = traits(case, told, hits)
    if len(kinds) > BUDGET[audience]:
        value = ", ".join(kind.value for kind in kinds)
        found = REFUSALS[8].outcome(audience, origin)
        yield Finding(8, "traits", value, found, tuple(kinds.values()), tuple(each.text for each in told))


def _themes(case: Case, audience: Audience, origin: Origin) -> Iterator[Finding]:
    for number, theme in enumerate(case.themes):
        if personal_theme(theme, case.language):
            found = REFUSALS[9].outcome(audience, origin)
            yield Finding(9, "theme", theme, found, (("themes", number),), (theme,))


def _special(case: Case, told: Sequence[Text], audience: Audience, origin: Origin) -> Iterator[Finding]:
    found = REFUSALS[11].outcome(audience, origin)
    together: dict[tuple[str, str], list[Path]] = defaultdict(list)
    for path, kind, word in special(case, told):
        together[kind, fold(word)].append(path)
    for (kind, word), places in together.items():
        yield Finding(11, kind, word, found, tuple(dict.fromkeys(places)), ())
