"""The texts that the program says, per language, from TOML files that anyone can edit."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from mensenwerk.pages.grammar import names_of, sentence
from mensenwerk.problems import Language


@dataclass(frozen=True, slots=True)
class Wording:
    """The wording of one language. `say("density.alone", …)` fills one sentence."""

    language: Language
    case: Mapping[str, Mapping[str, str]]
    site: Mapping[str, Mapping[str, str]]
    ecomap: Mapping[str, Mapping[str, str]]
    search: Mapping[str, str]
    characteristics: Mapping[str, Mapping[str, Any]]
    dilemmas: Mapping[str, Mapping[str, Any]]
    situations: Mapping[str, Mapping[str, Mapping[str, Any]]]
    lenses: Mapping[str, Mapping[str, Any]]
    editions: Mapping[str, Mapping[str, Any]]
    paper: Mapping[str, Mapping[str, Any]]

    def say(self, key: str, /, **values: object) -> str:
        """The sentence `part.name` from case.toml, its gaps filled, beginning with a capital."""
        part, name = key.split(".")
        return sentence(self.case[part][name].format(**values))

    def of(self, key: str, who: list[str], /, *, several: bool = False, **values: object) -> str:
        """A sentence about people: `_one` or `_many` is chosen by how many there are, or because who is one here is
        `several` in itself."""
        many = several or len(who) != 1
        return self.say(f"{key}_{'many' if many else 'one'}", names=self.names(who), n=self.number(len(who)), **values)

    @property
    def drawing(self) -> dict[str, str]:
        """The words that stand in and under a drawing: the legend, circles as `circle-<value>`
        closeness as `ring-<value>` and quarters as `quarter-<value>`."""
        circles = {f"circle-{name}": word for name, word in self.ecomap["circles"].items()}
        rings = {f"ring-{name}": word for name, word in self.ecomap["rings"].items()}
        quarters = {f"quarter-{name}": word for name, word in self.ecomap["quarters"].items()}
        return {**self.ecomap["legend"], **circles, **rings, **quarters}

    def names(self, who: list[str]) -> str:
        """An enumeration: "haar zus, oma en de buurvrouw"."""
        return names_of(who, self.language)

    def number(self, count: int) -> str:
        """A number as a word up to twenty, in digits above."""
        return self.case["numbers"].get(str(count), str(count))

    def month(self, month: str) -> str:
        """`2026-05` as "mei 2026"."""
        year, number = month.split("-")
        return f"{self.case['months'][number]} {year}"


@cache
def wording(language: Language) -> Wording:
    """All wording of a language."""
    return Wording(
        language=language,
        case=_read(language, "case"),
        site=_read(language, "site"),
        ecomap=_read(language, "ecomap"),
        search=_read(language, "search")["search"],
        characteristics=_read(language, "characteristics"),
        dilemmas=_read(language, "dilemmas"),
        situations=_read(language, "situations"),
        lenses=_read(language, "lenses"),
        editions=_read(language, "editions"),
        paper=_read(language, "paper"),
    )


def _read(language: Language, name: str) -> dict[str, Any]:
    text = files("mensenwerk").joinpath("pages", "wording", language, f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
