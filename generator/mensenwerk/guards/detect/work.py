"""Professions and functions so rare that, with little else, they point at one person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mensenwerk.guards.detect.hit import Category, Hit
from mensenwerk.guards.detect.lexicon import Phrases, ordinary, phrases
from mensenwerk.problems import Language

_ONLY: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(
        r"\b(?P<n>(?:enige|eerste|laatste|jongste|oudste|bekendste)\s+(?:(?:vrouwelijke|mannelijke|zwarte|overgebleven|echte|nog werkende)\s+)?(?P<p>\w+)\s+(?:van|in|uit|op)\s+(?:(?:de|het|dit|deze|onze|ons|heel)\s+)?(?:\w+\s+)?(?:dorp|stad|streek|eiland|gemeente|provincie|wijk|regio|omgeving|omtrek|buurt|land|school|bedrijf))",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?P<n>(?:only|first|last|youngest|oldest|best-known)\s+(?:(?:female|male|black|remaining|working|surviving|woman)\s+)?(?P<p>[\w-]+(?:\s[\w-]+)?)\s+(?:in|of|on|for)\s+(?:the\s+)?(?:whole\s+)?(?:village|town|city|area|island|county|district|valley|parish|region|country|county))",
        re.IGNORECASE,
    ),
}
_AS: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(
        r"\b(?:werk(?:t|te|ten|en|zaam)?(?:\s+(?:\w+\s+){0,4})als|gewerkt als|van beroep(?:\s+(?:is|was|hij|zij|ze))*|opgeleid (?:tot|als)|opleiding tot|benoemd tot|aangesteld als|beroep:?|voormalig|oud-)\s*(?:een\s+)?(?P<p>[a-z][\w-]{4,})",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:work(?:s|ed|ing)?(?:\s+(?:\w+\s+){0,4})as|by profession|trained (?:as|to be)|appointed(?: as)?|occupation:?|employed as|former|ex-)\s*(?:an?\s+|the\s+)?(?P<p>[a-z][\w-]{3,}(?:\s[a-z][\w-]{2,}(?:er|or|ist|man|woman|keeper|master|maker|smith|wright))?)",
        re.IGNORECASE,
    ),
}
_AGENT: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(
        r"\w{3,}(?:bouwer|smid|meester|wachter|herder|slijper|stemmer|blazer|vlechter|zetter|maker|vormer|gieter|ster|loog|oog|iste?|ier|aris|ator|atrice|kundige|visser|jager|fluiter|dresseur|restaurator|chirurg|loods|schipper|binder|dekker|snijder|graveur|dirigent|componist|acteur|actrice|zanger(?:es)?|danser(?:es)?|rechter|officier|prediker)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"[\w -]{3,}(?:keeper|smith|wright|master|monger|ringer|tamer|thatcher|maker|blower|binder|tuner|builder|carver|ologist|onomer|surgeon|conductor|composer|trainer|breeder|diver|pilot|judge|curator|restorer|engraver|founder|officiant|jockey|herder|shepherd|falconer|handler)",
        re.IGNORECASE,
    ),
}


_SPORT: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(
        r"\b(?:oud-|ex-|voormalig )?(?:international|olympisch \w+|Olympisch \w+|prof(?:voetbal\w*|wielren\w*|boks\w*)|wereldkampioen\w*|kampioen\w* van)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:Olympi(?:c|an)(?: \w+)?|(?:former|ex-|retired) (?:professional|international|champion) \w+|world champion)\b",
        re.IGNORECASE,
    ),
}


def work(text: str, language: Language) -> Iterator[Hit]:
    """Rare professions. A person has to look: how rare a profession is, depends on the place."""
    for place in _rare(language).find(text):
        yield Hit(Category.PROFESSION, *place, sure=False)
    for match in _SPORT[language].finditer(text):
        if "spelen" not in match[0].lower() and "games" not in match[0].lower():
            yield Hit(Category.PROFESSION, *match.span(), sure=False)
    common = phrases(f"professions.common.{language}")
    rare = phrases(f"professions.rare.{language}")
    for match in _ONLY[language].finditer(text):
        role = match["p"].lower()
        if role in common or role in rare or _AGENT[language].fullmatch(role):
            yield Hit(Category.PROFESSION, *match.span("n"), sure=False)
    for match in _AS[language].finditer(text):
        role = match["p"].lower()
        if role not in common and not _inside(role, common) and _AGENT[language].fullmatch(role):
            yield Hit(Category.PROFESSION, *match.span("p"), sure=False)


def _inside(role: str, common: frozenset[str]) -> bool:
    """A compound of a common one: zeevaartschoolleraar is a teacher."""
    return any(role.endswith(each) and ordinary(each, "nl") for each in common if len(each) > 4)


@cache
def _rare(language: Language) -> Phrases:
    rare = phrases(f"professions.rare.{language}")
    plural = ("s", "en", "es") if language == "nl" else ("s", "es")
    return Phrases({*rare, *(each + end for each in rare if " " not in each for end in plural)})
