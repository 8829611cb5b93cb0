"""What goes to and fro between someone and the centre, by name: as rows of the picture, and in words."""

from __future__ import annotations

from mensenwerk.ecomap.grid import GridRow
from mensenwerk.guards import ALL, ClearedMap, ClearedPerson, ClearedTie
from mensenwerk.model import words as w
from mensenwerk.pages.grammar import sentence
from mensenwerk.pages.people import again, label, labels
from mensenwerk.pages.rows import contact_of
from mensenwerk.pages.wording import Wording


def grid_rows(now: ClearedMap, words: Wording) -> list[GridRow]:
    """A row for everyone, or for each of their ties through which something goes where several are in the centre."""
    several, names = len(now.centre) > 1, {each.id: label(each) for each in now.centre}
    rows = []
    for person in now.people:
        about, said = _circles(person, words), _said(person, words)
        ties = [tie for tie in person.ties if tie.support] if several else []
        if not ties:
            support = {kind: way for tie in person.ties for kind, way in tie.support}
            rows.append(GridRow(sentence(label(person)), about, "", support, said))
        for place, tie in enumerate(ties):
            whom = words.case["map"]["household"] if tie.to == ALL else names.get(tie.to, "")
            first = place == 0
            rows.append(
                GridRow(
                    sentence(label(person)) if first else "",
                    about if first else "",
                    whom,
                    dict(tie.support),
                    said if first else ("",) * len(said),
                )
            )
    return rows


def ways_of(now: ClearedMap, words: Wording) -> dict[str, str]:
    """What the arrows of the picture mean, by name where one person alone is in the centre."""
    if len(now.centre) > 1:
        return {}
    whom = again(label(now.centre[0]), now, words, "object")
    said = words.case["looks"]
    return {f"grid-{way}": said[f"grid_{way}"].format(whom=whom) for way in ("receives", "gives")}


def support_rows(now: ClearedMap, words: Wording) -> tuple[tuple[str, ...], ...]:
    """The same in words, a row for everyone."""
    return tuple(
        (
            sentence(label(person)),
            _circles(person, words),
            "; ".join(part for tie in person.ties for part in _goes(tie, now, words)),
            *_said(person, words),
        )
        for person in now.people
    )


def _goes(tie: ClearedTie, now: ClearedMap, words: Wording) -> list[str]:
    """What goes both ways, to the centre and from it, each by whom it goes to or comes from."""
    said, names = words.case["looks"], {each.id: label(each) for each in now.centre}
    voice = names.get(tie.to) or words.names(labels(now.centre))
    whom = again(voice, now, words, "object")
    both = "both_with" if len(now.centre) > 1 and tie.to != ALL else "both"
    ways = ((w.Exchange.BOTH, both), (w.Exchange.RECEIVES, "receives"), (w.Exchange.GIVES, "gives"))
    told = []
    for way, key in ways:
        goes = [said[kind] for kind, one in tie.support if one is way]
        if goes:
            told.append(said[key].format(whom=whom, what=words.names(goes)))
    return told


def _circles(person: ClearedPerson, words: Wording) -> str:
    return words.names([words.ecomap["circles"][circle.value] for circle in person.circles])


def _said(person: ClearedPerson, words: Wording) -> tuple[str, str, str]:
    close = words.ecomap["rings"][person.ring.value] if person.ring else ""
    return close, contact_of(person, words), _since(person, words)


def _since(person: ClearedPerson, words: Wording) -> str:
    said = words.case["looks"]
    if person.since is None:
        return ""
    if isinstance(person.since, w.Since):
        return said[person.since.value]
    return said["year"] if person.since == 1 else said["years"].format(n=words.number(person.since))
