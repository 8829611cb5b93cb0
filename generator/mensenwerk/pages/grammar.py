"""The little grammar that sentences about people need, in Dutch and English."""

from __future__ import annotations

from collections.abc import Sequence

from mensenwerk.problems import Language

_AND: dict[Language, str] = {"nl": "en", "en": "and"}


def names_of(who: Sequence[str], language: Language) -> str:
    """ "a", "a en b", "a, b en c"; nothing for nobody."""
    if len(who) < 2:
        return "".join(who)
    return f"{', '.join(who[:-1])} {_AND[language]} {who[-1]}"


def sentence(text: str) -> str:
    """Begin with a capital (Dutch "ijs" becomes "IJs"); leave the rest as it is."""
    text = text.strip()
    if text.startswith("ij"):
        return f"IJ{text[2:]}"
    return text[:1].upper() + text[1:]
