"""The words by which others say who someone is → a role in both languages, with its circle. The words stand in
roles.toml, where anyone can add to them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from mensenwerk.exchange.read.network import Role
from mensenwerk.problems import Language

_BOTH_SEXES = re.compile(r"[*:_/](?:innen|in|rin|r|e|n)\b")
"""Freund*in, Bekannte*r, Nachbar:in, Helfer/in."""

_LONGEST = 100
"""No role is longer; what is may have been made to take long to search."""

_NUMBER = re.compile(r"[ _-]*\d+$")


def role_of(text: str) -> Role | None:
    """The role that a text names, if it is one that is known: “Freund*in”, “friend 2”, “Close_family”."""
    if len(text) > _LONGEST:
        return None
    plain = _fold(text)
    known = _roles()
    for said in (plain, _BOTH_SEXES.sub("", plain), _NUMBER.sub("", plain)):
        if said in known:
            return known[said]
    return None


def general(circle: str | None, kind: str, language: Language) -> str:
    """What to call someone of whom no more is known than a circle or a kind."""
    words: dict[str, list[str]] = _table()["general"]
    first = kind if kind != "person" else circle
    return words.get(first or "someone", words["someone"])[0 if language == "nl" else 1]


def _fold(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").replace("_", " ").split())


@cache
def _roles() -> dict[str, Role]:
    found: dict[str, Role] = {}
    for section, entry in _table().items():
        if section == "general":
            continue
        kind = "animal" if section == "animal" else "person"
        circle = None if section in ("none", "animal") else section
        for dutch, english, *others in entry["roles"]:
            for word in (dutch, english, *others):
                found.setdefault(_BOTH_SEXES.sub("", _fold(word)), Role(dutch, english, circle, kind))
                found.setdefault(_fold(word), Role(dutch, english, circle, kind))
    return found


@cache
def _table() -> dict[str, dict[str, Any]]:
    text = files("mensenwerk").joinpath("exchange", "read", "roles.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
