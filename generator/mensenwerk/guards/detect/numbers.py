"""Numbers that belong to one person: citizen, bank, health, document, file and vehicle numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import iban
from stdnum.gb import nhs
from stdnum.nl import bsn

from mensenwerk.guards.detect.hit import Category, Hit

_GAP = r"[ .\u2011–-]?"
_TOLD_BSN = re.compile(
    rf"\b(?:bsn|burger\s?service\s?(?:nummer|nr)|sofi(?:\s?-?\s?(?:nummer|nr))?)(?:[^\d\n]{{0,30}}?)(?P<n>\d(?:{_GAP}\d){{7,8}})\b",
    re.IGNORECASE,
)
_NINE = re.compile(rf"(?<![\w.,/+-])\d(?:{_GAP}\d){{7,8}}(?![\w/]|[.,]\d)")
_TEN = re.compile(rf"(?<![\w.,/+-])\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{4}}(?![\w/]|[.,]\d)")
_TOLD_NHS = re.compile(rf"\bnhs(?:[^\d\n]{{0,25}}?)(?P<n>\d(?:{_GAP}\d){{8,9}})\b", re.IGNORECASE)
_NI = re.compile(
    r"\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D]\b",
    re.IGNORECASE,
)
_TOLD_NI = re.compile(
    r"\b(?:national insurance|ni)(?: (?:number|no\.?))?(?:[^\d\n]{0,15}?)(?P<n>[A-Z]{2}[ -]?\d(?:[ -]?\d){5}[ -]?[A-D]?)\b",
    re.IGNORECASE,
)
_IBAN = re.compile(r"\b[A-Z]{2}[ -]?\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?\b", re.IGNORECASE)
_IBAN_FORM = re.compile(r"(?:NL\d{2}[A-Z]{4}\d{10}|BE\d{14}|GB\d{2}[A-Z]{4}\d{14}|DE\d{20})")
_TOLD_ACCOUNT = re.compile(
    r"\b(?:rekening(?:nummer|nr)?|iban|giro(?:nummer)?|bank account|sort code|account number)\b[^\d\n]{0,20}?(?P<n>\d(?:[ .-]?\d){5,11})\b",
    re.IGNORECASE,
)

_MARK = r"(?P<n>(?=[A-Za-z/.\-]*\d)[A-Za-z]{0,6}[ /.\-#]?\d[\dA-Za-z]*(?:[/.\- ]?[\dA-Za-z]*\d[\dA-Za-z]*)*)"
_DOCUMENT = re.compile(
    r"\b(?:paspoort|pas\b|id-?\s?kaart|identiteits(?:kaart|bewijs)|rijbewijs|verblijfs(?:vergunning|document|kaart)|"
    r"vreemdelingen(?:kaart|document)|w-?document|document|passport|driving licen[cs]e|driver'?s licen[cs]e|licen[cs]e|"
    r"residence permit|brp|identity card|id card|biometric (?:card|permit)|visum|visa)(?:nummer|nr\.?| number| no\.?)?"
    r"[^\n\d.!?]{0,40}?(?:\s|[:(#])" + r"(?P<n>(?=(?:[A-Z0-9 ]*\d){3})[A-Z0-9]{2,9}(?: ?[A-Z0-9]{2,9}){0,3})\b",
)
_DUTCH_DOCUMENT = re.compile(r"(?<![\w-])(?=[A-Z0-9]*\d)[A-NP-Z]{2}[A-NP-Z0-9]{6}\d(?![\w-])")
_UK_LICENCE = re.compile(r"(?<!\w)[A-Z9]{5} ?\d{6} ?[A-Z9]{2} ?\d? ?[A-Z]{2}(?!\w)")
_FILE_WORD = (
    r"cli[eë]nt|cl\.?|dos\.?|pat\.?|dossier|zaak|pati[eë]nt|klant|polis|lid(?:maatschaps?)?|registratie|relatie|referentie|kenmerk|ons kenmerk|"
    r"meldings?|parket|vreemdelingen|kvk|beschikkings?|indicatie|debiteur(?:en)?|order|studenten?|leerling(?:en)?|"
    r"personeels?|inschrijf|verzekerden|verzekerings?|zorgpas|pas|agb|big|skj|burger|bewoners|casus|huur(?:ders)?|"
    r"contract|proces-?verbaal|pv|ponsplaatje|epd|zis|wmo|pgb|coa|ind|duo|svb|uwv|cak|zorgnummer|registratie|aanvraag|"
    r"client|case|file|patient|hospital|policy|customer|reference|ref|record|membership|member|student|pupil|staff|"
    r"employee|claim|account|tenancy|tenant|court|crime|incident|mrn|system|mosaic|liquidlogic|chi|uprn|upn|referral|"
    r"service user|swift|prison|home office|payroll|library card|blue badge|bus pass|oyster|rent account"
)
_FILE = re.compile(
    rf"\b(?:{_FILE_WORD})[- ]?(?:nummer|nr\.?|no\.?|number|id|code|ref(?:erence)?)?(?:\s(?:is|was|luidt|met|with|onder|under|nummer|nr\.?|number|no\.?|het|the|van|of)){{0,3}}"
    rf"\s*[:#(]?\s*{_MARK}",
    re.IGNORECASE,
)
_V_NUMBER = re.compile(
    r"\b(?:v|z|k|a|crn|nr|no|ref)[- ]?(?:nummer|nr\.?|number|no\.?)\s*[:#]?\s*(?P<n>[A-Z]{0,3}[-/]?\d[\d.\-/ ]{3,}\d)",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?<![\w/.-])(?=[A-Z0-9/-]*\d{3})(?:[A-Z]{2,6}[-/]?|[A-Z]-)(?:\d{2,4}[-/])?\d{3,}(?:[-/]\d+)*(?![\w/-])"
)
_GROUPED = re.compile(r"(?<![\w.,€£$/+-])(?!\d{1,3}(?:\.\d{3})+(?!\d|\.))\d{1,5}(?:\.\d{1,5}){2,}(?![\w%]|[.,]\d)")
_LONG = re.compile(r"(?<![\w.,€£$/+-])\d(?:[-/]?\d){5,}(?![\w%]|[.,]\d)")
_AMOUNT = re.compile(
    r"\s*(?:euro|eur\b|€|pond|pounds?|km\b|kilometer|stappen|steps|keer|times|mensen|people)", re.IGNORECASE
)

_SIGN = {"D": r"\d", "L": "[A-Z]", "-": "[- \u2011]"}
_DUTCH_FORMS = (
    "LL-DD-DD", "DD-DD-LL", "DD-LL-DD", "LL-DD-LL", "LL-LL-DD", "DD-LL-LL", "DD-LLL-D", "D-LLL-DD",
    "LL-DDD-L", "L-DDD-LL", "LLL-DD-L", "L-DD-LLL", "D-LL-DDD", "DDD-LL-D", "D-LLL-DDD",
)  # fmt: skip
_PLATE = re.compile(
    r"(?<![\w-])(?:"
    + "|".join("".join(_SIGN[sign] for sign in form) for form in _DUTCH_FORMS)
    + r"|[A-Z]{2}\d{2} ?[A-Z]{3}|[A-Z]\d{1,3} [A-Z]{3})(?![\w-])"
)
_SMALL_PLATE = re.compile(
    r"(?<![\w-])(?:"
    + "|".join("".join(_SIGN[sign] if sign != "-" else "-" for sign in form) for form in _DUTCH_FORMS)
    + r"|[a-z]{2}\d{2}[a-z]{3})(?![\w-])",
    re.IGNORECASE,
)
_TOLD_PLATE = re.compile(
    r"\b(?:kenteken(?:plaat)?|nummerbord|nummerplaat|number ?plate|registration(?: number)?|reg(?:\.| number| no\.?)?|licence plate)\b"
    r"[^\d\n.!?]{0,30}?(?<!\w)(?P<n>(?=[A-Za-z -]{0,6}\d)[A-Za-z0-9]{1,4}(?:[ -]?[A-Za-z0-9]{1,4}){1,3})(?!\w)",
    re.IGNORECASE,
)


def numbers(text: str) -> Iterator[Hit]:
    """Citizen, bank, health, document, file and vehicle numbers. A number without a word that names it is
    rarely sure: nine in a hundred numbers of nine digits pass the check of a citizen's number."""
    if not any(character.isdigit() for character in text):
        return
    for pattern, category in (
        (_TOLD_BSN, Category.BSN),
        (_TOLD_NHS, Category.NHS),
        (_TOLD_NI, Category.NATIONAL_INSURANCE),
        (_TOLD_ACCOUNT, Category.IBAN),
        (_TOLD_PLATE, Category.PLATE),
    ):
        for match in pattern.finditer(text):
            if any(character.isdigit() for character in match["n"]):
                yield Hit(category, *match.span("n"))
    for match in _NI.finditer(text):
        yield Hit(Category.NATIONAL_INSURANCE, *match.span())
    yield from _banks(text)
    for match in _NINE.finditer(text):
        if bsn.is_valid(re.sub(r"\D", "", match[0]).zfill(9)):
            yield Hit(Category.BSN, *match.span(), sure=False)
    for match in _TEN.finditer(text):
        if nhs.is_valid(re.sub(r"\D", "", match[0])):
            yield Hit(Category.NHS, *match.span(), sure=False)
    for match in _DOCUMENT.finditer(text):
        yield Hit(Category.DOCUMENT, *match.span("n"))
    for pattern in (_DUTCH_DOCUMENT, _UK_LICENCE):
        for match in pattern.finditer(text):
            yield Hit(Category.DOCUMENT, *match.span(), sure=False)
    for pattern in (_PLATE, _SMALL_PLATE):
        for match in pattern.finditer(text):
            yield Hit(Category.PLATE, *match.span())
    yield from _files(text)


def _banks(text: str) -> Iterator[Hit]:
    for match in _IBAN.finditer(text):
        compact = re.sub(r"[ -]", "", match[0]).upper()
        if iban.is_valid(compact) or _IBAN_FORM.fullmatch(compact):
            yield Hit(Category.IBAN, *match.span())
            continue
        form = _IBAN_FORM.match(compact)  # words of the sentence were taken along
        if form:
            yield Hit(Category.IBAN, match.start(), match.end())


def _files(text: str) -> Iterator[Hit]:
    for match in _FILE.finditer(text):
        if sum(character.isdigit() for character in match["n"]) >= 3 and not _AMOUNT.match(text, match.end()):
            yield Hit(Category.CLIENT_NUMBER, *match.span("n"))
    for match in _V_NUMBER.finditer(text):
        yield Hit(Category.CLIENT_NUMBER, *match.span("n"))
    for match in _CODE.finditer(text):
        yield Hit(Category.CLIENT_NUMBER, *match.span(), sure=False)
    for match in _GROUPED.finditer(text):
        if sum(character.isdigit() for character in match[0]) > 6:
            yield Hit(Category.CLIENT_NUMBER, *match.span(), sure=False)
    for match in _LONG.finditer(text):
        if not _AMOUNT.match(text, match.end()):
            yield Hit(Category.CLIENT_NUMBER, *match.span(), sure=False)
