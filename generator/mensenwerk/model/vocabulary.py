"""The one vocabulary: which word an author writes for a field or a value, in Dutch and in English.

Read from vocabulary.toml. Everything that speaks the author's words (the translator, the JSON Schemas,
messages) asks here; so a word is changed in one place.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from mensenwerk.model import case, edition
from mensenwerk.problems import Language

_SEPARATORS = re.compile(r"[\s_-]+")
_YAML_TRUTH = {"true": True, "on": True, "y": True, "false": False, "off": False, "n": False}
"""How other YAML files say yes and no."""


@dataclass(frozen=True, slots=True)
class Word:
    """A field's word in each language, and what it means to an author."""

    nl: str
    en: str
    help_nl: str
    help_en: str

    def word(self, language: Language) -> str:
        return self.nl if language == "nl" else self.en

    def help(self, language: Language) -> str:
        return self.help_nl if language == "nl" else self.help_en


def fold(word: str) -> str:
    """The form in which words are compared: spaces, hyphens and underscores are the same, case and
    the kind of apostrophe do not matter."""
    return _SEPARATORS.sub("_", word.strip().casefold().replace("\u2019", "'"))


@cache
def field_word(model: str, field: str) -> Word:
    """The word for a field, looked up in the model or in the model it inherits the field from.

    Raises KeyError when the vocabulary lacks it (a test holds that it never does)."""
    table = _table()
    for each in getattr(edition if hasattr(edition, model) else case, model).__mro__:
        entry = table.get(each.__name__, {}).get(field)
        if isinstance(entry, dict):
            return Word(entry["nl"], entry.get("en", field), entry["help_nl"], entry["help_en"])
    raise KeyError(f"{model}.{field}")


@cache
def fields_by_word(model: str, names: tuple[str, ...], language: Language) -> dict[str, str]:
    """The author's words for fields of a model, folded → the fields."""
    return {fold(field_word(model, name).word(language)): name for name in names}


@cache
def values(words: str, language: Language) -> dict[str, str]:
    """The author's words of a closed list (`words`: name of the enum) → values of the model."""
    table: dict[str, str] = _table()["words"][words]
    return {dutch if language == "nl" else english: english for english, dutch in table.items()}


@cache
def yes_no(language: Language) -> dict[str, bool]:
    """The author's words for a truth value."""
    return {word: value == "yes" for word, value in values("Yes", language).items()}


def meant(words: str, word: str, language: Language) -> str | bool | None:
    """The model's value of a folded word of a closed list, as it is written in `language` or in YAML elsewhere."""
    if words == "Yes":
        known = {**yes_no(language), **_YAML_TRUTH}
        return known.get(word)
    return {fold(each): value for each, value in values(words, language).items()}.get(word)


@cache
def everyone(language: Language) -> str:
    """The word for "everyone in the centre together" at the end of a tie."""
    return next(iter(values("All", language)))


@cache
def _table() -> dict[str, dict[str, dict[str, str]]]:
    text = files("mensenwerk").joinpath("model", "vocabulary.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
