"""What the law calls special about a person (GDPR, articles 9 and 10), told of someone who was never asked.

The person whose case it is consented; the people around did not. Of them a case tells roles and what they mean,
not their health, crimes, faith, origin, orientation, politics or union.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from mensenwerk.guards.detect.lexicon import any_of, groups
from mensenwerk.guards.texts import Text
from mensenwerk.model import Case
from mensenwerk.model import words as w
from mensenwerk.problems import Language
from mensenwerk.source import Path

_SENTENCE = re.compile(r"[^.!?\n]+")
_TELLING = {w.Circle.FAITH: "faith"}
_PEOPLE = {w.Kind.PERSON, w.Kind.GROUP}


def special(case: Case, texts: Iterable[Text]) -> Iterator[tuple[Path, str, str]]:
    """Where something special is told of someone around: the path, the kind (a key of words/special), the word."""
    for number, person in enumerate(case.people):
        for circle in person.circle:
            if circle in _TELLING and person.kind is w.Kind.PERSON:
                yield ("people", number, "circle"), _TELLING[circle], circle.value
    around = _called([person.who for person in case.people if person.kind in _PEOPLE])
    for text in texts:
        for sentence in _SENTENCE.findall(text.text):
            if text.around or (around is not None and around.search(sentence)):
                for kind, pattern in _patterns(case.language):
                    for match in pattern.finditer(sentence):
                        yield text.path, kind, match[0]


def _called(labels: list[str]) -> re.Pattern[str] | None:
    """How the people around are called in a sentence: haar zus, de buurvrouw."""
    return any_of(label for label in labels if len(label) > 2) if labels else None


@cache
def _patterns(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, any_of(words)) for kind, words in groups(f"special.{language}").items())


def personal_theme(theme: str, language: Language) -> bool:
    """Whether a theme sorts people by what they are: an age, a sex, an origin, a faith, a diagnosis, a region."""
    lists = [*groups(f"special.{language}").values(), *(groups(f"traits.{language}")[key] for key in ("sex", "region"))]
    return any(any_of(words).search(theme) for words in lists) or bool(_AGE.search(theme))


_AGE = re.compile(r"\b\d{1,3}\s*[-–+]|\b\d{2}\s*(?:plus|jaar|years?)", re.IGNORECASE)
