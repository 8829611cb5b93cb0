"""Ways to reach someone: e-mail, web address, account, telephone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from mensenwerk.guards.detect.hit import Category, Hit
from mensenwerk.guards.detect.lexicon import ordinary
from mensenwerk.problems import Language

_EMAIL = re.compile(
    r"[\w.+%'’-]+\s?(?:@|\(at\)|\[at\]|\(apenstaartje\))\s?[\w-]+(?:\s?(?:\.|\(punt\)|\(dot\))\s?[\w-]{2,})+"
    r"|\b[\w.]+ (?:apenstaartje|at) [\w-]+ (?:punt|dot) [a-z]{2,6}\b",
    re.IGNORECASE,
)
_MAY_BE_EMAIL = re.compile(r"@|\(at\)|\[at\]|apenstaartje| at \w+ (?:punt|dot) ", re.IGNORECASE)
_TOP = "nl|com|org|net|be|eu|uk|info|app|frl|amsterdam|me|io|de|fr|nu|tv|online|site|blog|shop|family|wales|scot|london"
_URL = re.compile(
    rf"(?:https?://|www\.)[^\s<>\"”’)\]]+|(?<![\w@.])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:{_TOP})\b(?:/[^\s<>\"”’)\]]*)?",
    re.IGNORECASE,
)

_AT = re.compile(r"(?<![\w@/.])@\w[\w.-]{1,29}")
_SOCIAL = (
    r"insta(?:gram)?|snap(?:chat)?|tik\s?tok|facebook|fb|discord|telegram|twitter|skype|linkedin|you\s?tube|twitch|hyves|"
    r"threads|mastodon|bluesky|reddit|psn|play\s?station|xbox|roblox|fortnite|minecraft|steam|marktplaats|vinted|"
    r"pinterest|soundcloud|spotify|tinder|whatsapp|signal|strava|ebay|whats\s?app|onlyfans|be\s?real"
)
_ACCOUNT = (
    r"account(?:naam|name)?|profiel(?:naam)?|gebruikersnaam|schermnaam|inlognaam|nickname|username|user\s?name|handle|"
    r"gamertag|alias|profile|screen\s?name|kanaal|channel|login"
)
_SOCIAL_WORD = re.compile(rf"\b(?:{_SOCIAL}|{_ACCOUNT})(?:-?\w+)?\b", re.IGNORECASE)
_LIKE_A_HANDLE = re.compile(
    r"(?<![\w@./-])(?=[\w.-]*(?:[a-z]-?\d|\d[a-z]|[a-z][_.]+[a-z\d]|_))[a-z_][\w.-]{2,}[\w]", re.IGNORECASE
)
_CALLED = re.compile(
    rf"\b(?:{_SOCIAL}|{_ACCOUNT})\b[^.!?\n]{{0,25}}?\b(?:heet(?:te)? (?:ze|hij|zij|die|dat)?|onder(?: de naam)?|als|"
    r"(?:ge)?noemt (?:ze|hij) zich|zoek op|te vinden als|called|under(?: the name)?|goes by|known as|named|it['’]s|(?:account|profile|username|handle|gamertag|nickname|login)(?: name)? is)\s+"
    r"[‘'“\"«]?(?P<handle>(?!(?:een|de|het|die|dat|the|an?|her|his|their|een|haar|zijn|vriend\w*|hij|zij|ze|iemand|"
    r"someone|moeder|vader|she|he|they|it|if|well|always|niet|ook|nog|not|also|open|voor)\b)[\w.-]{4,}[\w])",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?<![\w@/.#])[a-z][\w.-]+#\d{3,6}\b", re.IGNORECASE)
_BRACKETED = re.compile(
    rf"\b(?:{_SOCIAL}|{_ACCOUNT})\w*(?:\s\w+)?\s*(?:[(‘“\"'«:=]|is|heet)\s*(?P<handle>(?=[\w.-]*[\w])[a-z][\w.-]{{4,}}\w)(?=[)’”\"'»;]|\s*[.,;]|$)",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(?<![\w@/.-])[a-z]{2,}[._-][a-z]{2,}\d{1,4}(?![\w.-]*@)\b", re.IGNORECASE)
_UNDERSCORED = re.compile(r"(?<![\w@/.])[A-Za-z][\w.]*_[\w.]*\w")

_RUN_OF_DIGITS = re.compile(r"(?<![\w.,])(?:\+|00)?\(?\d(?:[ ()./\u2011–-]{0,3}\d){6,14}(?![\w])")
_TOLD_PHONE = re.compile(
    r"\b(?:tel(?:efoon)?(?:nummer|nr)?|mob(?:iel)?(?:e?l?\s?nummer|nr)?|nummer|gsm|06|bel(?:len|t|de)?|app(?:en|t)?|phone(?: number)?|"
    r"mobile(?: number)?|ring|call|text|number)\b\W{0,3}(?:is|op|:|on|me on|her on|him on|them on)?\W{0,3}"
    r"(?P<number>(?:\+|00)?\(?\d(?:[ ()./\u2011–-]{0,3}\d){5,14})(?![\w])",
    re.IGNORECASE,
)
_SPOKEN_PHONE = re.compile(
    r"\bnul[ -]?(?:zes|tien|twintig|dertig)(?:[ ,-]+\w+){3,8}|\b(?:oh?|zero) seven(?:[ ,-]+\w+){4,10}", re.IGNORECASE
)
_REGIONS: dict[Language, tuple[str, ...]] = {"nl": ("NL", "BE", "GB"), "en": ("GB", "IE", "NL")}
_MONEY_OR_MEASURE = re.compile(r"\s*(?:euro|eur\b|€|pond|pounds?|km\b|kilometer|stappen|steps|%)", re.IGNORECASE)


def contact(text: str, language: Language) -> Iterator[Hit]:
    """E-mail and web addresses, names of accounts and telephone numbers."""
    for match in _EMAIL.finditer(text) if _MAY_BE_EMAIL.search(text) else ():
        yield Hit(Category.EMAIL, *match.span())
    for match in _URL.finditer(text):
        yield Hit(Category.URL, *match.span())
    yield from _accounts(text, language)
    yield from _phones(text, language)


def _accounts(text: str, language: Language) -> Iterator[Hit]:
    for match in _AT.finditer(text):
        yield Hit(Category.HANDLE, *match.span())
    for match in _NUMBERED.finditer(text):
        yield Hit(Category.HANDLE, *match.span())
    for match in _DOTTED.finditer(text):
        yield Hit(Category.HANDLE, *match.span(), sure=False)
    for match in _UNDERSCORED.finditer(text):
        yield Hit(Category.HANDLE, *match.span(), sure=False)
    if not _SOCIAL_WORD.search(text):
        return
    for word in _SOCIAL_WORD.finditer(text):
        begin, end = max(0, word.start() - 60), word.end() + 60
        for match in _LIKE_A_HANDLE.finditer(text, begin, min(end, len(text))):
            yield Hit(Category.HANDLE, *match.span())
    for match in _BRACKETED.finditer(text):
        if not ordinary(match["handle"].lower(), language):
            yield Hit(Category.HANDLE, *match.span("handle"), sure=False)
    for match in _CALLED.finditer(text):
        yield Hit(Category.HANDLE, *match.span("handle"), sure=False)


def _phones(text: str, language: Language) -> Iterator[Hit]:
    for match in _RUN_OF_DIGITS.finditer(text):
        if _is_phone(match[0], language) and not _MONEY_OR_MEASURE.match(text, match.end()):
            yield Hit(Category.PHONE, *match.span())
    for match in _TOLD_PHONE.finditer(text):
        if not _MONEY_OR_MEASURE.match(text, match.end()):
            yield Hit(Category.PHONE, *match.span("number"))
    for match in _SPOKEN_PHONE.finditer(text):
        yield Hit(Category.PHONE, *match.span())


def _is_phone(run: str, language: Language) -> bool:
    """Whether a run of digits is a number that can be called, or has the form of one (made-up ones are
    somebody's all too often)."""
    digits = re.sub(r"\D", "", run)
    if run.startswith(("+", "00")):
        return 9 <= len(digits) <= 15
    if digits.startswith("0") and len(digits) in (10, 11):
        return True
    for region in _REGIONS[language]:
        try:
            if phonenumbers.is_valid_number(phonenumbers.parse(run, region)) and digits.startswith("0"):
                return True
        except phonenumbers.NumberParseException:
            continue
    return False
