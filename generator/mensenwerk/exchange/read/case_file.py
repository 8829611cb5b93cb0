"""A network → a case in the model's words, with roles in place of names.

Someone is called by a role from the data, else by a circle, else “someone”; who shares a word gets a number. What
changed between moments is written as a change, as an author would.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mensenwerk.exchange.read.network import Network, Role, Someone
from mensenwerk.exchange.read.roles import general, role_of
from mensenwerk.model import vocabulary
from mensenwerk.problems import Language

IsPlain = Callable[[str], bool]
"""Whether a text is made of ordinary words and points at nobody."""

_WORDS: dict[Language, dict[str, str]] = {
    "nl": {"ego": "ik", "who": "de persoon om wie het gaat", "map": "kaart", "title": "Een kaart uit ander werk"},
    "en": {"ego": "me", "who": "the person it is about", "map": "map", "title": "A map from elsewhere"},
}
_ORDER = (
    *(
        "id",
        "who",
        "kind",
        "circle",
        "belongs",
        "age",
        "sign",
        "ring",
        "contact",
        "deceased",
        "missed",
        "ties",
        "changed",
    ),
)


@dataclass(frozen=True, slots=True)
class MadeCase:
    """A case in the model's words, and whom the names of the data became: (name, id of the person)."""

    data: dict[str, Any]
    names: tuple[tuple[str, str], ...]


def as_case(network: Network, case: str, language: Language, is_plain: IsPlain) -> MadeCase:
    """The case `case` made of a network, for internal use and never reviewed."""
    return _Maker(network, case, language, is_plain).make()


@dataclass(slots=True)
class _Maker:
    network: Network
    case: str
    language: Language
    is_plain: IsPlain
    labels: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)

    def make(self) -> MadeCase:
        words = _WORDS[self.language]
        network = self.network
        self._name_everyone()
        data: dict[str, Any] = {
            "language": self.language,
            "version": 1,
            "id": self.case,
            "title": words["title"],
            "publication": {"intended_for": "internal", "origin": "real"},
            "centre": [{"id": words["ego"], "who": words["who"], **network.ego.fixed, **network.ego.seen.get(0, {})}],
            "people": [self._person(each) for each in network.people],
            "who_knows_who": self._links(),
            "maps": [self._map(number) for number in range(len(network.moments))],
        }
        names = [(name, self.ids[each.key]) for each in (network.ego, *network.people) for name in each.names]
        return MadeCase({key: value for key, value in data.items() if value not in ([], {})}, tuple(names))

    def _name_everyone(self) -> None:
        bare = {each.key: self._role(each) for each in self.network.people}
        often = Counter(bare.values())
        count: Counter[str] = Counter()
        for key, word in bare.items():
            count[word] += 1
            self.labels[key] = f"{word} {count[word]}" if often[word] > 1 else word
            self.ids[key] = self._id(self.labels[key])
        self.ids[self.network.ego.key] = _WORDS[self.language]["ego"]

    def _id(self, label: str) -> str:
        made = "-".join("".join(sign if sign.isascii() and sign.isalnum() else " " for sign in label).split())[:60]
        taken = {*self.ids.values(), _WORDS[self.language]["ego"]}
        taken |= {vocabulary.everyone("nl"), vocabulary.everyone("en")}
        return made if made and made not in taken else f"{made or 'x'}-{len(taken)}"

    def _role(self, someone: Someone) -> str:
        role = someone.role or next(filter(None, map(role_of, someone.names)), None)
        kind = someone.fixed.get("kind", "person")
        if isinstance(role, str) and role:
            said = role.strip().lower()
            if len(said) <= 40 and self.is_plain(said):
                return said
            self.network.left.note("role", "word")
        if isinstance(role, Role) and (role.kind == kind or kind == "person"):
            return role.nl if self.language == "nl" else role.en
        circles = next((seen["circle"] for seen in someone.seen.values() if seen.get("circle")), [None])
        return general(circles[0], kind, self.language)

    def _person(self, someone: Someone) -> dict[str, Any]:
        me = self.ids[self.network.ego.key]
        there = [number for number in range(len(self.network.moments)) if number in someone.seen]
        first = there[0] if there else 0
        person = {"id": self.ids[someone.key], "who": self.labels[someone.key], **someone.fixed}
        if isinstance(someone.role, Role) and someone.role.kind != "person":
            person.setdefault("kind", someone.role.kind)
        person.update(someone.seen.get(first, {}))
        if first in someone.tied:
            person["ties"] = [{"to": me, **someone.tie}]
        changed = self._changes(someone, first)
        if changed:
            person["changed"] = changed
        return {name: person[name] for name in sorted(person, key=_ORDER.index)}

    def _changes(self, someone: Someone, first: int) -> dict[str, dict[str, Any]]:
        """What is different on each map from the one before; whoever is not on the first map comes later."""
        changed: dict[str, dict[str, Any]] = {}
        before: Mapping[str, Any] = someone.seen.get(first, {})
        was_there, was_tied = first == 0, first in someone.tied
        for number in range(max(first, 1), len(self.network.moments)):
            now = someone.seen.get(number)
            change: dict[str, Any] = {}
            if now is None:
                change = {"leaves": True} if was_there else {}
            else:
                change = {} if was_there else {"enters": True}
                change.update({name: value for name, value in now.items() if before.get(name) != value})
                if number in someone.tied and not was_tied:
                    change["ties"] = {self.ids[self.network.ego.key]: {"state": "active"}}
                    was_tied = True
                before = {**before, **now}
            was_there = now is not None
            if change:
                changed[self._map_id(number)] = change
        return changed

    def _links(self) -> dict[str, Any]:
        pairs = []
        for ends, at in self.network.links.items():
            known = sorted(self.ids[key] for key in ends)
            pair: dict[str, Any] = {"between": known}
            knew = 0 in at
            changes: dict[str, Any] = {}
            for number in range(1, len(self.network.moments)):
                if (number in at) is not knew:
                    knew = number in at
                    changes[self._map_id(number)] = {"bond": "ordinary" if knew else "none"}
            if 0 not in at:
                pair["bond"] = "none"
            pairs.append({**pair, **({"changed": changes} if changes else {})})
        said: dict[str, Any] = {"complete": True} if self.network.complete else {}
        return {**said, "pairs": pairs} if pairs or said else {}

    def _map(self, number: int) -> dict[str, Any]:
        moment = self.network.moments[number]
        said: dict[str, Any] = {"id": self._map_id(number)}
        if moment.title:
            if len(moment.title) <= 300 and self.is_plain(moment.title):
                said["moment"] = moment.title
            else:
                self.network.left.note("title", "text")
        if moment.season:
            said["when"] = _SEASON[self.language][moment.season]
        return said

    def _map_id(self, number: int) -> str:
        return f"{_WORDS[self.language]['map']}-{number + 1}"


_SEASON: dict[Language, dict[str, str]] = {
    "nl": {"winter": "winter", "spring": "voorjaar", "summer": "zomer", "autumn": "najaar"},
    "en": {"winter": "winter", "spring": "spring", "summer": "summer", "autumn": "autumn"},
}
