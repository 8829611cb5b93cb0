"""Where someone lives or comes: postcodes, addresses, streets, and places smaller than a province."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mensenwerk.guards.detect.hit import Category, Hit
from mensenwerk.guards.detect.lexicon import has_capital_inside, phrases, shared_in_both
from mensenwerk.problems import Language

_POSTCODE: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(
        r"(?<![\w.,-])[1-9]\d{3}[ -]?(?!SA|SD|SS)[A-Z]{2}(?![\w])|(?<![\w.,-])[1-9]\d{3}[a-z]{2}(?!\w)(?<!\d\de)(?<!\d\dst)"
        r"|\bpostcode(?:gebied|nummer)?\W{1,3}(?:is |van |begint met )?\d{4}(?: ?[A-Za-z]{2}\b)?|\b(?:B|NL)-\d{4}\b"
        r"|(?<![\w.,-])[1-9]\d{3} [A-Z] [A-Z](?!\w)"
        r"|(?<![\w.,-])[1-9]\d{3} (?!en|of|in|om|op|de|ik|je|we|ze|te|al|er|is|na|zo|nu|km|kg|mm|cm|st|ml|ha|hij|of|kr|kw|pk|wa|do|di|ma|wo|vr|za|zo|bij)[a-z]{2}(?![\w])"
        r"|(?<=\bwoont in )[1-9]\d{3}\b|(?<=\bwonen in )[1-9]\d{3}\b|(?<=\bwijk )[1-9]\d{3}\b"
        r"|\b(?:buiten|binnen|in|uit|rond|gebied|regio) (?!19|20)[1-9]\d{3}\b(?![.,]\d| ?(?:euro|mensen|inwoners|kilo|km|meter|stap|keer|woorden|jaar|boeken))"
    ),
    "en": re.compile(
        r"(?<![\w-])(?:[A-Z]{1,2} \d{1,2}[A-Z]? ?\d ?[A-Z]{2}\b)|(?<![\w-])(?:[A-Za-z]{1,2}\d{1,2}[A-Za-z]?) ?\d(?!st\b|nd\b|rd\b|th\b|pm\b|am\b|km\b|kg\b)[A-Za-z]{2}(?!\w)"
        r"|\b(?:postcode|post code)(?: area)?\W{1,3}(?:is |of |starts with )?[A-Za-z]{1,2}\d{1,2}[A-Za-z]?(?: ?\d[A-Za-z]{2})?\b"
    ),
}
_STREET_END = (
    r"straat|straatje|laan|laantje|weg|plein|pleintje|gracht|kade|dijk|steeg|singel|plantsoen|dreef|pad|hof|hofje|ring|"
    r"baan|markt|wal|erf|kamp|boulevard|park|allee|vaart|burg|haven|burcht|lei|poort|zoom|brink|meent|akker|horst|"
    r"heuvel|weide|veld|eind|einde|dam|oever|kwartier|tuin|loop|straatweg|donk|esch|berg|stee"
)
_NOT_A_STREET = r"(?!onderweg|halverwege|vandaan|terugweg|heenweg|uitweg|omweg|snelweg|koopdam|buurtpark|speelveld|voetbalveld|sportpark|loopbaan)"
_NUMBER = r"(?:nr\.?|nummer|no\.?|huisnummer)?\s*\d{1,4}(?:\s?-\s?\d{1,4}|\s?[a-zA-Z](?![\w]))?(?![\w%:]|[.,]\d| ?(?:jaar|uur|euro|min\w*|keer|km|meter|maanden|weken|dagen|huizen|bewoners|mensen)\b)"
_ADDRESS_NL = re.compile(
    rf"\b{_NOT_A_STREET}\w[\w’'.-]*(?:{_STREET_END})\s+{_NUMBER}"
    rf"|\b(?!In\b|Op\b|Om\b|Na\b|De\b|Het\b|Een\b|Of\b|En\b|Die\b|Dat\b|Ze\b|Hij\b|Met\b|Er\b|Groep\b|Radio\b|NPO\b|Nederland\b|Nummer\b|Deel\b|Punt\b|Stap\b|Vraag\b|Hoofdstuk\b|Artikel\b|Kanaal\b|Formule\b|Kamer\b|Lijn\b|Bus\b|Tram\b|Spoor\b|Ruim\b|Al\b|Pas\b|Nog\b|Zeker\b|Bijna\b|Ongeveer\b|Fase\b|Maart\b)"
    rf"(?:(?:Van|Van der|Van de|Ter|De|Sint|St\.|Aan de|Op de|Op het|Oude|Nieuwe|Grote|Kleine|Korte|Lange|Achter|'t|’t|Het)\s)+[A-Z][\w’'-]+\s+{_NUMBER}"
    r"|\b(?:[A-ZÀ-Þ][\w’'-]+\s+)+(?:\d{1,4}\s+)?(?:nr\.?|nummer|huisnummer|no\.?)\s*\d{1,4}\s?[a-z]?\b"
    r"|\b(?:woon\w*|verhuis\w*)\s+(?:\w+\s){0,3}(?:op|nr\.?|nummer|huisnummer)\s+(?:nummer\s+|nr\.?\s*|huisnummer\s+)?\d{1,4}(?:\s?[a-z])?\b(?! ?[A-Z]{2}\b)(?! (?:hoog|jaar|kilometer|minuten|meter|uur|km|kamers))"
    r"|\b(?:op|huis|van)\s?(?:huis)?nummer\s+\d{1,4}\s?[a-zA-Z]?\b"
)
_STREET_NL = re.compile(
    rf"\b{_NOT_A_STREET}[A-ZÀ-Þ][\w’'.-]{{2,}}(?:straat|laan|weg|plein|gracht|kade|dijk|steeg|singel|plantsoen|dreef|hof|pad)\b"
)
_EN_STREET = (
    r"Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Close|Drive|Way|Court|Ct|Crescent|Terrace|Place|Square|Gardens|Grove|Hill|Row|"
    r"Walk|Mews|Park|Green|Parade|View|Rise|Mount|Gate|House|Buildings|Towers?|Villas|Cottages?|Wharf|Quay|Drove|Vale|End"
)
_ADDRESS_EN = re.compile(
    rf"\b(?:(?:Flat|Apartment|Unit|Room|No\.?|Number)\s+\d{{1,4}}[A-Za-z]?,?\s+)?\d{{1,4}}[A-Za-z]?,?\s+(?:[A-Z][\w’'.-]*\s+){{1,3}}(?:{_EN_STREET})\b"
    rf"|\b(?:Flat|flat|Apartment|apartment|Unit|No\.?|number|Number)\s+\d{{1,4}}[A-Za-z]?,?\s+(?:(?:of|on|in|at)\s+)?(?:[A-Z][\w’'.-]*\s+){{1,3}}(?:{_EN_STREET})\b"
    r"|\b\d{1,4}[a-z]?\s+(?:the\s+)?(?:[a-z]+\s)?(?:[a-z]{3,}\s)?(?:street|road|avenue|lane|crescent|close|terrace)\b"
    r"|\b(?:lives?|living|moved|moves|stays?|house|door|visits?)\b[^.!?]{0,25}?\b(?:at|to|in|on)\s+(?:number|no\.?|flat)\s+\d{1,4}[A-Za-z]?\b"
)
_STREET_EN = re.compile(
    r"\b(?:[A-Z][\w’'-]+\s+){1,3}(?:Street|Road|Avenue|Lane|Close|Drive|Crescent|Terrace|Square|Gardens|Grove|Mews|Court|Estate|Row|Green)\b"
)
_BEFORE_A_PLACE: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(
        r"\b(?:woon(?:t|de|den)?|wonen|gewoond|verhuis\w*|geboren|getogen|opgegroeid|komt|kwam|dorp|stad|wijk|buurt|gemeente|plaats|"
        r"stadsdeel|eiland|gehucht|richting|vlakbij|nabij)\s+(?:(?:in|uit|naar|te|bij|van|de|het|nu|weer|ooit|zelf)\s+){0,3}(?P<p>(?:(?:de|het|den|'s|ter|aan)[ -])?[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w-]+)?)"
    ),
    "en": re.compile(
        r"\b(?:live[sd]?|living|move[sd]?|moving|born|raised|grew up|grown up|comes?|came|village|town|city|estate|neighbourhood|"
        r"borough|suburb|hamlet|parish|outskirts|outside|near|ward)\s+(?:(?:in|from|to|at|near|of|the|back|now|called|over|up|down)\s+){0,3}(?P<p>[A-Z][\w’'-]+(?: [A-Z][\w-]+)?)"
    ),
}
_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")


def where(text: str, language: Language) -> Iterator[Hit]:
    """Postcodes, addresses, streets and places of the gazetteer."""
    for match in _POSTCODE[language].finditer(text):
        yield Hit(Category.POSTCODE, *match.span())
    if any(letter.isdigit() for letter in text):
        for match in (_ADDRESS_NL if language == "nl" else _ADDRESS_EN).finditer(text):
            yield Hit(Category.ADDRESS, *match.span())
    if not text.islower():
        for match in (_STREET_NL if language == "nl" else _STREET_EN).finditer(text):
            yield Hit(Category.PLACE, *match.span(), sure=False)
    yield from _places(text, language)


def _places(text: str, language: Language) -> Iterator[Hit]:
    """Places of the gazetteer. A name that is an everyday word too (Best, Goes) is a place only after a word
    that leads to one; elsewhere its capital has to be explained as any other."""
    known = _gazetteer(language)
    common = shared_in_both()
    words = list(_WORD.finditer(text))
    for number, word in enumerate(words):
        options = known.get(word[0].lower())
        if not options:
            continue
        for size in options:
            end = words[number + size - 1].end() if number + size <= len(words) else -1
            found = text[word.start() : end] if end > 0 else ""
            spelled = options[size].get(" ".join(found.split()).lower())
            if spelled is None or found in common:
                continue
            if found[:1].isupper() and not (size == 1 and found in _everyday()):
                yield Hit(Category.PLACE, word.start(), end)
            elif size == 1 and found.islower() and len(found) > 4 and found.capitalize() not in _everyday():
                before = text[: word.start()]
                if re.search(r"\b(?:in|uit|naar|te|vanuit|bij|rond|from|to|near)\s$", before):
                    yield Hit(Category.PLACE, word.start(), end)
    if not has_capital_inside(text):
        return
    for match in _BEFORE_A_PLACE[language].finditer(text):
        if match["p"] not in common and match["p"].split()[0] not in common:
            yield Hit(Category.PLACE, *match.span("p"), sure=False)


@cache
def _gazetteer(language: Language) -> dict[str, dict[int, dict[str, str]]]:
    """First word → number of words → place in small letters → as it is spelled."""
    found: dict[str, dict[int, dict[str, str]]] = {}
    for place in phrases(f"places.{language}") | (phrases("places.nl") if language == "en" else frozenset()):
        parts = _WORD.findall(place)
        if parts:
            found.setdefault(parts[0].lower(), {}).setdefault(len(parts), {})[" ".join(place.split()).lower()] = place
    return {first: dict(sorted(sizes.items(), reverse=True)) for first, sizes in found.items()}


@cache
def _everyday() -> frozenset[str]:
    """Places whose name is an everyday word."""
    return phrases("places.everyday")
