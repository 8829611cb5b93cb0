"""The little grammar that sentences about people need, in Dutch and English."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mensenwerk.problems import Language

_WORD = re.compile(r"\w+")
_BESIDE = re.compile(r" (?:van|uit|op|bij|in|naast|aan|of|from|at|on|next)\b")
_VOWELS = re.compile(r"[aeiouyéëï]+")
_IRREGULAR = ("people", "children", "men", "women")
_AND: dict[Language, str] = {"nl": "en", "en": "and"}


def names_of(who: Sequence[str], language: Language) -> str:
    """ "a", "a en b", "a, b en c"; nothing for nobody. Where one of them is more than one already, a comma tells where
    the next begins: "opa en oma, en de buurvrouw"."""
    if len(who) < 2:
        return "".join(who)
    word = f" {_AND[language]} "
    return f"{', '.join(who[:-1])}{',' if any(word in each for each in who) else ''}{word}{who[-1]}"


def clauses_of(told: Sequence[str], language: Language) -> str:
    """What is told of someone, in one sentence. What begins in the same way, up to a `|`, begins once: "is er | vaker
    contact" and "is er | geen spanning meer" become "is er vaker contact en geen spanning meer"."""
    begun: dict[str, list[str]] = {}
    for each in told:
        begin, _, rest = (part.strip() for part in each.partition("|"))
        begun.setdefault(begin, []).extend([rest] if rest else [])
    return names_of([f"{begin} {names_of(rests, language)}".strip() for begin, rests in begun.items()], language)


def called(who: str) -> frozenset[str]:
    """The words by which someone can be meant without saying all that they are called: for "haar oudste vriendin van de
    camping" those are "oudste" and "vriendin"."""
    head = _BESIDE.split(who.casefold(), maxsplit=1)[0]
    return frozenset(word for word in _WORD.findall(head)[1:] if len(word) > 3)


def is_plural(who: str, language: Language) -> bool:
    """Whether what a group is called is a plural: "de ouders op het plein" is, "het team" and "de eetclub" are not."""
    first, *rest = _BESIDE.split(who.casefold(), maxsplit=1)[0].split()
    if not rest or first == "het":
        return False
    noun = rest[-1]
    if language == "nl":
        return noun.endswith(("en", "’s", "'s")) or (noun.endswith("s") and len(_VOWELS.findall(noun)) > 1)
    return noun in _IRREGULAR or (noun.endswith("s") and not noun.endswith(("ss", "us")))


def words_in(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def sentence(text: str) -> str:
    """Begin with a capital (Dutch "ijs" becomes "IJs"); leave the rest as it is."""
    text = text.strip()
    if text.startswith("ij"):
        return f"IJ{text[2:]}"
    return text[:1].upper() + text[1:]
