"""What the law calls special about a person (GDPR, articles 9 and 10), told of someone who was never asked.

The person whose case it is consented; the people around did not. Of them a case tells roles and what they mean,
not their health, crimes, faith, origin, orientation, politics or union.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from mensenwerk.guards.detect.lexicon import Kinds, Phrases, groups, no_firms
from mensenwerk.guards.texts import Text
from mensenwerk.model import Case
from mensenwerk.model import words as w
from mensenwerk.problems import Language
from mensenwerk.source import Path

_FROM_A_COUNTRY = {
    "nl": re.compile(
        r"\b(?:komt|komen|kwam|kwamen|afkomstig|gevlucht|vluchtte|geboren|overgekomen)\s+"
        r"(?:\w+\s+){0,2}?uit\s+(?P<land>[A-ZÀ-Þ][\w-]+)"
    ),
    "en": re.compile(r"\b(?:comes?|came|originally|fled|born|is|are)\s+(?:from|in)\s+(?P<land>[A-Z][\w-]+)"),
}  # fmt: skip
_SENTENCE = re.compile(r"[^.!?\n]+")
_TELLING = {w.Circle.FAITH: "faith"}
_PEOPLE = {w.Kind.PERSON, w.Kind.GROUP}


def special(case: Case, texts: Iterable[Text]) -> Iterator[tuple[Path, str, str]]:
    """Where something special is told of someone around: the path, the kind (a key of words/special), the word."""
    for number, person in enumerate(case.people):
        for circle in person.circle:
            if circle in _TELLING and person.kind is w.Kind.PERSON:
                yield ("people", number, "circle"), _TELLING[circle], circle.value
    # how the people around are called in a sentence: haar zus, de buurvrouw
    around = Phrases(person.who.lower() for person in case.people if person.kind in _PEOPLE)
    for text in texts:
        for sentence in _SENTENCE.findall(text.text):
            if text.around or around.stands_in(sentence):
                for kind, start, end in _told(case.language).find(sentence):
                    yield text.path, kind, sentence[start:end]
                for match in _FROM_A_COUNTRY[case.language].finditer(sentence):
                    if match["land"] in no_firms():
                        yield text.path, "origin", match["land"]


@cache
def _told(language: Language) -> Kinds:
    return Kinds(groups(f"special.{language}"))


def personal_theme(theme: str, language: Language) -> bool:
    """Whether a theme sorts people by what they are: an age, a sex, an origin, a faith, a diagnosis, a region."""
    return _of_people(language).stands_in(theme) or bool(_AGE.search(theme))


@cache
def _of_people(language: Language) -> Phrases:
    traits = groups(f"traits.{language}")
    special = groups(f"special.{language}").values()
    return Phrases(word for words in (*special, *(traits[key] for key in ("sex", "region", "theme"))) for word in words)


_AGE = re.compile(r"\b\d{1,3}\s*[-–+]|\b\d{2}\s*(?:plus|jaar|years?)", re.IGNORECASE)
