"""The unexplained capital: every capitalised word must be the start of a sentence and an ordinary word, a
declared pseudonym or role, or a name that everyone shares. It finds names of any origin alike, because it does
not need to know them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mensenwerk.guards.detect.hit import Category, Hit
from mensenwerk.guards.detect.lexicon import fold, ordinary, phrases, shared
from mensenwerk.problems import Language

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[’'ʼ.\-\u2011](?=[^\W_]))*")
_OPENING = "\"'“”‘’„«»‹›([{–—-•*>…#:|/"
_STOP = re.compile(r"(?:[.!?…:;]+[\"'”’»)\]*]*|\n|^)\s*[\"'“”‘’„«‹(\[{–—•*>#|-]*\s*$")
_ENGLISH_I = {"I", "I'm", "I'd", "I'll", "I've", "I’m", "I’d", "I’ll", "I’ve"}
_TITLES: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(
        r"\b(?:meneer|mevrouw|mw\.?|mevr\.?|dhr\.?|heer|juffrouw|juf|meester|dokter|dr\.?|drs\.?|prof\.?|mr\.?|ds\.?|pastoor|dominee|imam|zuster|broeder|oom|tante|opa|oma|neef|nicht|vriend|vriendin|zus|zusje|broer|broertje|zoon|zoontje|dochter|dochtertje|buurman|buurvrouw|buurmeisje|buurjongen|collega|man|vrouw|hond|kater|kat|poes|genaamd|heet|heette|heten|noemt|noemen|noemde|naam|roepnaam|familie|gezin|wijlen|kleine|ouwe|lieve|beste|hoi|dag|hallo|groetjes|groeten)\s+(?:van\s+|is\s+|ze\s+|hem\s+|haar\s+)?$",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:mr\.?|mrs\.?|ms\.?|miss|dr\.?|prof\.?|sir|lady|father|rev\.?|reverend|sister|brother|auntie|aunt|uncle|nan|gran|grandma|grandad|cousin|friend|son|daughter|husband|wife|partner|neighbour|colleague|dog|cat|called|named|name|names|calls|dear|hi|hello|little|old|nurse|family)\s+(?:is\s+|was\s+|him\s+|her\s+|of\s+)?$",
        re.IGNORECASE,
    ),
}
_STRONG_TITLE = re.compile(
    r"\b(?:meneer|mevrouw|mw\.?|mevr\.?|dhr\.?|juffrouw|tante|oom|familie|gezin|heer|mr\.?|mrs\.?|ms\.?|miss|auntie|uncle)\s+(?:(?:van|de|der|den|het|ter|ten|el)\s+){0,2}$",
    re.IGNORECASE,
)
_IS: dict[Language, frozenset[str]] = {
    "nl": frozenset("is was werd wordt heeft had kan kon wil wilde moet moest mag mocht zou zal krijgt kreeg".split()),
    "en": frozenset("is was has had can could will would may might must should".split()),
}
"""What a person does, and a thing as well."""
_DOES: dict[Language, frozenset[str]] = {
    "nl": frozenset(
        "belt belde komt kwam zegt zei woont woonde gaat ging vindt vond doet deed geeft gaf maakt maakte vraagt vroeg vertelt vertelde "
        "zit zat loopt liep werkt werkte helpt hielp kijkt keek denkt dacht weet wist mist miste lacht lachte huilt huilde slaapt sliep "
        "neemt nam brengt bracht laat liet houdt hield ziet zag hoort hoorde voelt voelde kookt kookte haalt haalde speelt speelde zingt "
        "zong zwaait zwaaide wacht wachtte zwijgt zweeg knikt knikte durft durfde schrijft schreef leest las praat praatte noemt noemde "
        "trouwde verhuisde overleed werkt zorgt zorgde appt appte bezoekt bezocht kent kende groet groette".split()
    ),
    "en": frozenset(
        "rings rang comes came says said lives lived goes went thinks thought does did gets got makes made gives gave takes took tells told asks "
        "asked feels felt keeps kept lets left works worked helps helped became looks looked sits sat stays stayed needs needed loves loved "
        "likes liked knows knew met calls called wrote writes plays played sings sang cooks cooked waits waited smiled laughed cried visits "
        "visited married moved died texts texted won't doesn't didn't isn't wasn't hasn't never always still".split()
    ),
}
"""What only someone does: after it, Frans is a man and no language."""
_KIN: dict[Language, frozenset[str]] = {
    "nl": frozenset(
        "zus zusje broer broertje moeder vader man vrouw zoon dochter oma opa vriend vriendin kinderen huis kamer buurvrouw buurman ouders".split()
    ),
    "en": frozenset(
        "sister brother mother father husband wife son daughter gran mum dad friend children house room neighbour parents".split()
    ),
}
_THEIR: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(
        r"\s+en\s+(?:haar|zijn|z’n|d’r)\b|\s*,\s+(?:de|het|haar|zijn|een|mijn|onze|die|en|maar|kom|ga|wil|ben|heb)\b|\s*:\s"
    ),
    "en": re.compile(r"\s+and\s+(?:her|his)\b|\s*,\s+(?:the|her|his|an?|my|our|who|and|but)\b|\s*:\s"),
}
_ALONE = re.compile(r"[.,!?]?(?:[”\"’»)]|$)")

_BEFORE_ANYONE: dict[Language, frozenset[str]] = {
    "nl": frozenset(
        "ik je jij u hij ze zij we wij jullie het er dat dit de een niet men iemand wie niemand jou hem haar zijn mijn uw hun ons onze die geen zich eens even maar ook".split()
    ),
    "en": frozenset(
        "i you he she it we they there the a an this that these those anyone someone nobody my your his her its our their not be everyone people who one".split()
    ),
}


_LEADS_TO_SOMEONE = re.compile(
    r"\b(?:met|van|bij|aan|voor|door|naar|zoals|tegen|over|dat|als|with|from|by|for|at|to|about|like|that)\s$",
    re.IGNORECASE,
)
_INITIAL = re.compile(
    r"(?<![\w.])[a-z]\. ?(?:[a-z]\. ?)*(?:van der|van de|van den|van|de|den|der|ten|ter|el|al|ben)\s[a-z]{3,}\b"
)


def capitals(text: str, language: Language, explained: frozenset[str]) -> Iterator[Hit]:
    """Capitals that nothing explains. `explained`: words (as they are spelled) that the case itself declares.

    A word is called a name where a title or a family word leads to it, or where another name follows; else
    only a capital. Small letters are looked at too: names that are no word of the language ("fatima")."""
    for match in _INITIAL.finditer(text):  # a. ten brinke
        yield Hit(Category.NAME, *match.span(), sure=False)
    words = list(_WORD.finditer(text))
    free = shared_places(text, language)
    found: dict[int, bool] = {}  # number of the word → whether it is a name
    for number, word in enumerate(words):
        token = word[0]
        if any(begin <= word.start() and word.end() <= end for begin, end in free):
            continue
        if not any(letter.isupper() for letter in token):
            if not is_explained(token, explained) and _small_name(token, language, text[: word.start()]):
                found[number] = True
            continue
        begins = _begins(text, word.start())
        after = words[number + 1][0] if number + 1 < len(words) else ""
        led = _TITLES[language].search(text[: word.start()]) is not None
        if is_explained(token, explained):
            continue
        named = led and (
            token.isupper() or is_shared_name(token) or _STRONG_TITLE.search(text[: word.start()]) is not None
        )
        doing = is_shared(token, language) and is_shared_name(token) and after in _DOES[language]  # Frans belde
        if not (named or doing) and _may_stand(token, language, begins, after, text[word.end() : word.end() + 12]):
            continue
        found[number] = led or _is_name(token)
    for number in sorted(found):
        if number - 1 in found and text[words[number - 1].end() : words[number].start()].strip() == "":
            found[number] = found[number - 1] = True
    begin = end = -1
    name = False
    for number in sorted(found):  # names of several words are found as one
        word = words[number]
        if end >= 0 and re.fullmatch(
            r"\s+(?:(?:van|de|der|den|het|ten|ter|el|al|ben|bin|du|la|le|von|abdi|di)\s+){0,3}",
            text[end : word.start()],
        ):
            end, name = word.end(), True
            continue
        if end >= 0:
            yield Hit(Category.NAME if name else Category.CAPITAL, begin, end, sure=False)
        begin, end, name = word.start(), word.end(), found[number]
    if end >= 0:
        yield Hit(Category.NAME if name else Category.CAPITAL, begin, end, sure=False)


def _begins(text: str, start: int) -> bool:
    """Whether a sentence, a quotation or a line begins at `start`."""
    before = text[:start]
    if not before.strip(_OPENING + " \n\t"):
        return True
    line = before.rsplit("\n", 1)[-1]
    if not line.strip(" \t-*•>#0123456789.)"):
        return True
    head = re.sub(r"(?:^|(?<=[\s\"'“‘(]))['’‘]?(?:s|t|n|k|m|r)\s+$", "", before)  # ’s Avonds, ’t Is
    if head != before and re.search(r"['’‘](?:s|t|n|k|m|r)\s+$", before) and _begins(text, len(head)):
        return True
    tail = before.rstrip(" \t")
    stripped = tail.rstrip(_OPENING.replace(":", "").replace("…", "") + " ")
    if stripped.endswith((".", "!", "?", "…", ":", "\n")):
        return not re.search(r"\b(?:dhr|mw|mevr|dr|drs|mr|mrs|ms|prof|ds|st|[A-Z]|[a-z]\.[a-z])\.$", stripped)
    opened = tail[len(stripped) :].strip()
    return bool(opened) and opened[-1] in "\"“‘„«‹'([–—" and not before.endswith(" - ")


def _may_stand(token: str, language: Language, begins: bool, after: str, follows: str) -> bool:
    """Whether a capital is explained by what the word is."""
    if language == "en" and token.replace("’", "'") in {each.replace("’", "'") for each in _ENGLISH_I}:
        return True
    if is_shared(token, language):
        return True
    if re.fullmatch(r"[A-Z](?:\.[a-z])+", token):
        return begins  # N.v.t.
    if len(token) == 1:
        return not follows.startswith(".") or begins  # plan B; but not: mevrouw K.
    bare = token.replace("’", "'").strip("'")
    lower = bare.lower()
    if token.isupper() and ordinary(lower, language) and not _is_name(token):
        return True  # NIET, HELP
    if "-" in token and begins and token[1:].islower() and ordinary(lower, language):
        return True
    if "-" in token:
        parts = [part for part in re.split(r"[-\u2011]", token) if part]
        return all(
            not part[0].isupper() or _may_stand(part, language, begins and i == 0, after, "")
            for i, part in enumerate(parts)
        )
    if not begins or not token[1:].islower():
        return False
    base = re.sub(r"'s$|'n$", "", lower) if language == "nl" else re.sub(r"'(?:s|re|ve|ll|d|t)$", "", lower)
    if "'" in base and all(ordinary(part, language) for part in base.split("'") if len(part) > 1):
        return True
    if _introduced(base, language, after, follows):
        return False
    if base in phrases(f"names.words.{language}"):  # Wil je koffie? But: Wil belde.
        return after.lower() in _BEFORE_ANYONE[language]
    if base in phrases(f"names.rarely.{language}"):  # Elke dag. But: Elke belde.
        return after.lower() not in _DOES[language] | _IS[language]
    if fold(base) in phrases("names") or fold(base) in phrases(f"names.only.{language}"):
        return False
    return ordinary(base, language) or (language == "en" and ordinary(lower, language))


def _introduced(word: str, language: Language, after: str, follows: str) -> bool:
    """Whether a first name that is a word too stands where someone does something (Sultan belde), is introduced
    (Piet, de oudste zoon), speaks (Rob: ik wil), owns something (Ambers zus) or is all that is said (“Amine”)."""
    owner = word.removesuffix("s")
    if after.lower() in _KIN[language] and _given(owner, language) and owner != word:
        return True
    if not _given(word, language):
        return False
    return (
        after.lower() in _DOES[language]
        or _THEIR[language].match(follows) is not None
        or (_ALONE.match(follows) is not None and word in phrases(f"names.words.{language}"))
    )


def _given(word: str, language: Language) -> bool:
    return word in phrases(f"names.given.{language}") or word in phrases(f"names.words.{language}")


def is_shared(token: str, language: Language) -> bool:
    """Whether everyone shares this word: a country, a feast, a shop."""
    shared = _words_everyone_shares(language)
    bare = token.replace("’", "'")
    options = {bare, bare.removesuffix("'s"), bare.removesuffix("'"), bare.removesuffix("s"), bare.removesuffix("'n")}
    return any(option in shared for option in options if len(option) > 1 or option == bare)


def _small_name(token: str, language: Language, before: str) -> bool:
    """A name written small: a first name that can hardly be a word, or no word at all where a name could stand."""
    if len(token) < 4 or not token.isalpha() or ordinary(token, language):
        return False
    return fold(token) in phrases("names") or _LEADS_TO_SOMEONE.search(before) is not None


def _is_name(token: str) -> bool:
    return fold(token.removesuffix("’s").removesuffix("'s")) in phrases("names") or fold(token).removesuffix(
        "s"
    ) in phrases("names")


def is_shared_name(token: str) -> bool:
    """A word that everyone shares and that is someone's name as well: Frans, Florida, April."""
    lists = ("names.words.nl", "names.words.en", "names.rarely.nl", "names.rarely.en", "names.shared")
    return any(fold(token) in phrases(name) for name in lists)


def is_explained(token: str, explained: frozenset[str]) -> bool:
    """Whether the case itself declares a word, as it stands or with an ending of possession."""
    bare = token.replace("’", "'")
    return any(
        each in explained for each in (bare, bare.removesuffix("'s"), bare.removesuffix("s"), bare.removesuffix("'"))
    )


def shared_places(text: str, language: Language) -> list[tuple[int, int]]:
    """Where names of more than one word stand that everyone shares."""
    return [match.span() for match in _shared_phrases(language).finditer(text)]


@cache
def _words_everyone_shares(language: Language) -> frozenset[str]:
    return frozenset(each.replace("’", "'") for each in shared(language) if " " not in each)


@cache
def _shared_phrases(language: Language) -> re.Pattern[str]:
    several = [each for each in shared(language) if " " in each]
    ordered = sorted(several, key=lambda each: (-len(each), each))
    inner = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in ordered) or r"(?!x)x"
    return re.compile(rf"(?<!\w)(?:{inner})(?:[’']?s|[’'])?(?!\w)")
