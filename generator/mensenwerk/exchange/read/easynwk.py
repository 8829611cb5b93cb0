"""easyNWK (fhstp/easynwk-web), the network map of social work in German-speaking countries: a JSON file with one map
or several versions of it.

A contact lies in one of four quarters (family, friends, colleagues, professionals) at a distance from the middle; the
quarters run as on a compass of angles. `edgeType` tells of the contact with the person in the middle: 1 there is one,
2 in several roles, 0 at present none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from mensenwerk.exchange.read.json_text import Json, json_of
from mensenwerk.exchange.read.network import Left, Network, Someone, When
from mensenwerk.exchange.read.roles import role_of
from mensenwerk.exchange.read.values import age_of, season_of, sign_of
from mensenwerk.problems import Problems, Span

_QUARTERS = (
    ("family", ("family",)),
    ("friends", ("friends", "acquaintances", "neighbours", "peers")),
    ("colleagues", ("colleagues", "school", "association", "peers", "work")),
    ("professional", ("professional", "volunteer", "faith", "services")),
)
"""Each quarter's own circle, and the circles of roles that belong in it; counter-clockwise from the right."""

_RINGS = ((100 / 3, "inner"), (200 / 3, "middle"), (100.0, "outer"))
_NOTHING_SAID = ("", "nicht festgelegt", "kein Mensch")
_BOOKKEEPING = {
    "roleDefault", "genderDefault", "edgeTypeDefault", "edgeTypeByUser", "editIndex", "editTab", "size",
    "currentVersion", "version",
}  # fmt: skip
_READ = {
    "ego": {"name", "age", "currentGender", "note"},
    "alter": {
        "id", "name", "role", "human", "currentGender", "age", "note", "deceased", "edgeType", "angle", "distance",
    },
    "map": {"ego", "alteri", "connections"},
    "connection": {"id1", "id2"},
    "version": {"id", "title", "date", "nwk"},
    "record": {"versions"},
}  # fmt: skip


def read_easynwk(raw: bytes, shown: str, problems: Problems) -> list[Network]:
    """The one network in a file; none when it cannot be read, with the reasons noted."""
    data = json_of(raw, shown, problems)
    if data is None:
        return []
    reader = _Reader(shown, problems)
    versions = list(reader.versions(data))
    if problems.errors():
        return []
    for number, version in enumerate(versions):
        reader.map(number, version)
    return [] if problems.errors() else [reader.network()]


@dataclass(slots=True)
class _Contact:
    """What is gathered of one contact over the versions."""

    names: tuple[str, ...]
    role: str
    fixed: dict[str, Any] = field(default_factory=dict)
    seen: dict[int, dict[str, Any]] = field(default_factory=dict)
    tied: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Reader:
    shown: str
    problems: Problems
    left: Left = field(default_factory=Left)
    people: dict[str, _Contact] = field(default_factory=dict)
    links: dict[frozenset[str], set[int]] = field(default_factory=dict)
    moments: list[When] = field(default_factory=list)
    egos: list[Mapping[str, Json]] = field(default_factory=list)

    def wrong(self, place: str) -> None:
        self.problems.add("import-shape", Span(self.shown), place=place, tool="easyNWK")

    def versions(self, data: Json) -> Iterator[tuple[str, Mapping[str, Json], When]]:
        """Each version: where it stands, its map and its moment. An older file is one map."""
        if isinstance(data, dict) and isinstance(data.get("versions"), list):
            self.unread("record", data)
            for number, version in enumerate(data["versions"]):
                place = f"versions[{number}]"
                if isinstance(version, dict) and _is_map(version.get("nwk")):
                    self.unread("version", version)
                    yield f"{place}.nwk", version["nwk"], self.moment(version)
                else:
                    self.wrong(place)
        elif isinstance(data, dict) and _is_map(data):
            yield "nwk", data, When()
        else:
            self.wrong("versions")

    def moment(self, version: Mapping[str, Json]) -> When:
        date = _text(version.get("date"))
        season = season_of(date)
        if date:
            self.left.note("date", "season" if season else "word")
        return When(_text(version.get("title")), season)

    def map(self, number: int, version: tuple[str, Mapping[str, Json], When]) -> None:
        place, nwk, moment = version
        self.moments.append(moment)
        self.unread("map", nwk)
        self.egos.append(nwk["ego"])
        self.unread("ego", nwk["ego"])
        keys: dict[int, str] = {}
        taken: set[str] = set()
        for index, alter in enumerate(nwk["alteri"]):
            here = f"{place}.alteri[{index}]"
            number_of = alter.get("id") if isinstance(alter, dict) else None
            if not isinstance(alter, dict) or not isinstance(number_of, int):
                self.wrong(here)
            elif number_of in keys:
                self.problems.add("import-twice", Span(self.shown), place=here)
            else:
                keys[number_of] = self.contact(number, alter, taken)
                taken.add(keys[number_of])
        for index, link in enumerate(nwk["connections"]):
            ends = [link.get(end) for end in ("id1", "id2")] if isinstance(link, dict) else []
            pair = frozenset(keys[end] for end in ends if isinstance(end, int) and end in keys)
            if len(pair) == 2:
                self.unread("connection", link)
                if number in self.links.setdefault(pair, set()):
                    self.left.note("connections", "twice")
                self.links[pair].add(number)
            else:
                self.problems.add("import-link", Span(self.shown), place=f"{place}.connections[{index}]")

    def contact(self, number: int, alter: Mapping[str, Json], taken: set[str]) -> str:
        """Note what a version says of a contact; give the key by which someone is known over the versions."""
        name, role = _text(alter.get("name")), _text(alter.get("role"))
        key = f"name {name.casefold()}" if name.strip() else f"number {alter['id']}"
        if key in taken:  # two of one name on one map
            key = f"{key} {alter['id']}"
        one = self.people.setdefault(key, _Contact((name,), role))
        if one.role != role:
            self.left.note("role", "no-place")
        self.unread("alter", alter)
        one.fixed.update(self.same_always(alter))
        one.seen[number] = self.at_this_moment(alter, one, number)
        return key

    def same_always(self, alter: Mapping[str, Json]) -> dict[str, Any]:
        said: dict[str, Any] = self.age_and_sign(alter)
        if _text(alter.get("note")):
            self.left.note("note", "text")
        if alter.get("human") is False:
            said["kind"] = "animal"
            self.left.note("human", "animal")
        return said

    def age_and_sign(self, someone: Mapping[str, Json]) -> dict[str, Any]:
        said: dict[str, Any] = {}
        age, gender = _text(someone.get("age")), _text(someone.get("currentGender"))
        band, sign = age_of(age), sign_of(gender)
        if age:
            self.left.note("age", "age" if band else "word")
        if band:
            said["age"] = band
        if sign:
            said["sign"] = sign
        elif gender not in _NOTHING_SAID:
            self.left.note("currentGender", "word")
        return said

    def at_this_moment(self, alter: Mapping[str, Json], one: _Contact, number: int) -> dict[str, Any]:
        said: dict[str, Any] = {}
        angle, distance = alter.get("angle"), alter.get("distance")
        known = role_of(one.role)
        circle = known.circle if known else None
        if isinstance(angle, int | float) and alter.get("human") is not False:
            own, roles = _QUARTERS[int(angle % 360 // 90)]
            said["circle"] = [circle] if circle in roles else [own, *([circle] if circle else [])]
        elif circle:
            said["circle"] = [circle]
        if isinstance(distance, int | float):
            said["ring"] = next((ring for limit, ring in _RINGS if distance < limit), "edge")
        dead = alter.get("deceased") is True
        if dead:
            said["deceased"] = True
        edge = alter.get("edgeType")
        if edge == 0 and not dead and alter.get("human") is not False:
            said["contact"] = {"state": "broken"}
            self.left.note("edgeType 0", "broken")
        elif edge != 0:
            one.tied.add(number)
            said["contact"] = {"state": "active"}
            if edge not in (None, 1):
                self.left.note("edgeType 2", "no-place")
        return said

    def unread(self, part: str, data: Mapping[str, Json]) -> None:
        """Count what is filled in and has no meaning to us."""
        for name, value in data.items():
            if name not in _READ[part] and value not in (None, "", False, [], {}):
                self.left.note(name, "tool" if name in _BOOKKEEPING else "no-place")

    def network(self) -> Network:
        fixed: dict[str, Any] = {}
        for ego in self.egos:
            fixed.update(self.age_and_sign(ego))
            if _text(ego.get("note")):
                self.left.note("note", "text")
        names = tuple(dict.fromkeys(_text(ego.get("name")) for ego in self.egos))
        people = [
            Someone(key, one.names, role_of(one.role) or one.role, one.fixed, one.seen, frozenset(one.tied))
            for key, one in self.people.items()
        ]
        links = {pair: frozenset(at) for pair, at in self.links.items()}
        always: dict[int, dict[str, Any]] = {number: {} for number in range(len(self.moments))}
        return Network(
            Someone("ego", names, None, fixed, always), tuple(people), links, tuple(self.moments), left=self.left
        )


def _is_map(data: Json) -> bool:
    return (
        isinstance(data, dict)
        and isinstance(data.get("ego"), dict)
        and isinstance(data.get("alteri"), list)
        and isinstance(data.get("connections"), list)
    )


def _text(value: Json) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
