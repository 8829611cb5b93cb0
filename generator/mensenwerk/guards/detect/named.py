"""Organisations by name: a word for the kind of organisation, and a name with a capital beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mensenwerk.guards.detect.hit import Category, Hit
from mensenwerk.guards.detect.lexicon import has_capital_inside, no_firms, ordinary, shared, shared_in_both
from mensenwerk.problems import Language

_HEADS: dict[Language, dict[Category, str]] = {
    "nl": {
        Category.SCHOOL: (
            r"basisschool|school|schooltje|lagere school|middelbare school|lyceum|college|gymnasium|mavo|havo|vmbo|vwo|mbo|roc|aoc|hogeschool|universiteit|"
            r"kinderdagverblijf|kdv|kinderopvang|peuterspeelzaal|peutergroep|gastouder|crèche|bso|academie|praktijkschool|scholengemeenschap|brede school|"
            r"montessorischool|daltonschool|vrije school|jenaplanschool|kleuterschool|muziekschool|taalschool|volksuniversiteit|kindcentrum|ikc"
        ),
        Category.CARE: (
            r"ziekenhuis|hospitaal|kliniek|polikliniek|verpleeghuis|verzorgingshuis|verpleegtehuis|bejaardenhuis|zorgcentrum|woonzorgcentrum|zorginstelling|"
            r"zorgorganisatie|thuiszorg|thuiszorgorganisatie|huisartsenpraktijk|huisartsenpost|huisarts|dokter|tandarts|gezondheidscentrum|praktijk|apotheek|"
            r"inloophuis|hospice|revalidatiecentrum|revalidatie|instelling|zorgboerderij|dagbesteding|dagopvang|wijkteam|stichting|opvanghuis|opvang|jeugdzorg|"
            r"woongroep|woonvorm|aanleunwoning|ggz|verslavingszorg|medisch centrum|mc|serviceflat|zorgvilla|thomashuis|logeerhuis|azc|crisisopvang|behandelcentrum"
        ),
        Category.CHURCH: r"kerk|kerkje|moskee|tempel|synagoge|parochie|kapel|klooster|basiliek|kathedraal|gurdwara|mandir|wijkgemeente|evangeliegemeente|pinkstergemeente|gebedshuis|abdij|kerkgenootschap",
        Category.CLUB: (
            r"club|voetbalclub|vereniging|sportvereniging|voetbalvereniging|tennisvereniging|hockeyclub|korfbalvereniging|gymvereniging|zwemclub|zwemvereniging|"
            r"biljartclub|bridgeclub|schaakclub|wandelclub|volleybalvereniging|judoschool|boksschool|sportschool|vv|fc|sv|hc|tc|kv|rkvv|[vfhtks]\.[vc]\.|koor|mannenkoor|shantykoor|popkoor|kerkkoor|"
            r"harmonie|fanfare|drumband|scouting|scoutinggroep|carnavalsvereniging|toneelvereniging|toneelgroep|buurthuis|wijkcentrum|dorpshuis|ontmoetingscentrum|buurtcentrum|"
            r"jongerencentrum|speeltuin|zwembad|manege|orkest|dansschool|gilde|schutterij|motorclub|supportersvereniging|volkstuinvereniging|volkstuin|duivenclub|visclub"
        ),
        Category.EMPLOYER: (
            r"bedrijf|familiebedrijf|transportbedrijf|bouwbedrijf|schildersbedrijf|fabriek|firma|winkel|supermarkt|bakkerij|slagerij|restaurant|pizzeria|café|"
            r"eetcafé|cafetaria|garage|garagebedrijf|kapsalon|kwekerij|boerderij|hotel|camping|drukkerij|uitzendbureau|schoonmaakbedrijf|distributiecentrum|"
            r"werf|scheepswerf|hoogovens|rederij|aannemer|bank|verzekeraar|woningcorporatie|corporatie|woningstichting"
        ),
        Category.PLACE: (
            r"dorp|dorpje|stad|stadje|wijk|buurt|buurtschap|gemeente|gehucht|stadsdeel|eiland|polder|flat|flatgebouw|complex|appartementencomplex|"
            r"park|vakantiepark|bos|plas|woonplaats|vestingstad|provinciestad|kustplaats|grensplaats|badplaats|nieuwbouwwijk|vinexwijk|volkswijk|winkelcentrum|station"
        ),
    },
    "en": {
        Category.SCHOOL: (
            r"school|primary|primary school|secondary school|high school|infant school|junior school|grammar school|academy|college|sixth form|university|nursery|preschool|playgroup|kindergarten"
        ),
        Category.CARE: (
            r"hospital|surgery|clinic|hospice|care home|nursing home|residential home|practice|medical centre|health centre|day centre|trust|nhs trust|"
            r"care agency|home care|homecare|pharmacy|dentist|rehab|rehabilitation unit|unit|ward|hostel|refuge|shelter|foundation|charity|supported living|respite centre|children's home|extra care scheme"
        ),
        Category.CHURCH: r"church|mosque|masjid|chapel|temple|synagogue|gurdwara|mandir|cathedral|abbey|priory|parish|minster|congregation|convent|vicarage|fellowship",
        Category.CLUB: (
            r"club|football club|cricket club|rugby club|bowls club|fc|afc|rfc|cc|choir|band|brass band|scouts|scout group|scout troop|guides|brownies|association|"
            r"community centre|village hall|social club|working men's club|youth club|leisure centre|gym|allotments?|allotment society|orchestra|dance school|dance studio|drama group|bingo hall|wi|men's shed|library"
        ),
        Category.EMPLOYER: r"factory|firm|company|bakery|butchers?|garage|supermarket|shop|restaurant|café|cafe|pub|hotel|farm|shipyard|warehouse|brewery|hairdressers?|salon|mill|colliery|pit|steelworks|foundry|depot|bank|building society|housing association",
        Category.PLACE: r"village|town|city|estate|neighbourhood|hamlet|borough|suburb|island|district|council|tower block|flats|caravan park|trailer park|station|shopping centre|county",
    },
}
_LITTLE = {
    "nl": r"(?:(?:de|het|'t|’t|van|der|den|op|aan|in|sint|st\.?|bij|genaamd|zoals|heet|die heet|met de naam)\s+){0,4}",
    "en": r"(?:(?:the|of|at|in|for|called|named|on|st\.?)\s+){0,3}",
}
_NAME = r"(?P<n>[A-ZÀ-Þ0-9][\w’'&.-]*\w(?:\s+(?:(?:van|de|der|den|het|en|of|the|and|for|aan|in|op|bij|&)\s+)*[A-ZÀ-Þ][\w’'&.-]*\w)*)"
_QUOTED = r"[‘'“\"«](?P<q>[^‘’'“”\"»\n]{3,40})[’'”\"»]"
_SAINT = {
    "nl": re.compile(r"\b(?:sint|st\.?)[- ]\w[\w-]{2,}", re.IGNORECASE),
    "en": re.compile(r"\b(?:st\.?|saint)\s[A-Z][\w’']+", re.IGNORECASE),
}
_FREE_SAINTS = re.compile(
    r"sint[- ](?:maarten|nicolaas|eustatius|juttemis)|st\.? (?:nicholas|patrick’?'?s day|george’?'?s day|helena|lucia|valentine\w*)",
    re.IGNORECASE,
)
_WORKS: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(
        r"\b(?:werk(?:t|te|ten|en|zaam)?|gewerkt|baan(?:tje)?|dienst|functie|stage|bijbaan(?:tje)?|vakantiewerk|aan de slag|in vaste dienst|ontslagen|ontslag|"
        r"solliciteer\w*|gesolliciteerd|leidinggevende|chef|teamleider|directeur|manager|vakkenvuller|caissière|monteur|chauffeur|personeel|gepensioneerd|leerling|lopende band|ploegendienst|begon\w*|nachtdienst)\b"
        r"(?:\s+[\w,-]+){0,5}?\s+(?:bij|van|voor|in dienst van|in|op)\s+(?:de |het |een filiaal van |een |'t )?(?P<n>[A-ZÀ-Þ][\w’'&.-]*\w(?:\s+(?:(?:en|&|van|de)\s+)?[A-ZÀ-Þ][\w’'&.-]*\w)*)"
    ),
    "en": re.compile(
        r"\b(?:work(?:s|ed|ing)?|job|shifts?|employed|career|apprentice(?:ship)?|placement|sacked|made redundant|redundancy|retired|manager|foreman|boss|cashier|driver|engineer|cleaner|overtime|interview)\b"
        r"(?:\s+[\w,-]+){0,5}?\s+(?:at|for|by|with|from)\s+(?:the |a branch of )?(?P<n>[A-Z][\w’'&.-]*\w(?:\s+(?:(?:and|&|of)\s+)?[A-Z][\w’'&.-]*\w)*)"
    ),
}
_YEARS_AT: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(
        r"\b(?:jaar|jaren|maanden|collega’?'?s?|collegaas|baas|loopbaan|ontslag|salaris|loon|rooster)\s+(?:lang\s+)?bij\s+(?:de |het )?(?P<n>[A-ZÀ-Þ][\w’'&.-]*\w)|\b[Bb]ij\s+(?P<m>[A-ZÀ-Þ][\w’'&.-]*\w(?:\s[A-ZÀ-Þ][\w’'&.-]*\w)*)\b(?=[^.!?]{0,30}\b(?:collega|baas|chef|loon|dienst|rooster|ontslag|fabriek|pensioen))"
    ),
    "en": re.compile(
        r"\b(?:years?|months?|decades?|colleagues?|pension|life|lifetime)\s+(?:on the line |in the office |on the shop floor )?(?:at|with|from)\s+(?:the )?(?P<n>[A-Z][\w’'&.-]*\w(?:\s[A-Z][\w’'&.-]*\w)*)|\b[Aa]t\s+(?P<m>[A-Z][\w’'&.-]*\w(?:\s[A-Z][\w’'&.-]*\w)*)\b(?=[^.!?]{0,30}\b(?:colleague|boss|foreman|wages|shift|rota|redundan|pension))"
    ),
}
_LETS_GO = re.compile(
    r"\b(?P<n>[A-ZÀ-Þ][\w’'&.-]*\w(?:\s[A-ZÀ-Þ][\w’'&.-]*\w)?)\s+(?:let (?:him|her|them|me) go|(?:sacked|fired|hired|employed|dismissed) (?:him|her|them|me)|made (?:him|her|them|me) redundant"
    r"|ontsloeg (?:hem|haar|hen|mij)|nam (?:hem|haar|hen|mij) (?:aan|in dienst)|liet (?:hem|haar|mij) gaan|zette (?:hem|haar) op straat)\b"
)
_FIRM = re.compile(
    r"\b(?P<n>(?:[A-ZÀ-Þ][\w’'&.-]*\s+(?:(?:en|&|and)\s+)?){1,4}(?:B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?|Ltd\.?|Limited|plc|PLC|LLP|Inc\.?|GmbH|Zonen|Zn\.?|& Sons?|and Sons?|Group|Groep|Holding))(?!\w)"
)
_CONTRACTED = {
    category: re.compile(rf"(?<!\w)(?P<n>[A-ZÀ-Þ][\w’'-]+?)(?:-?(?:{ends}))(?!\w)")
    for category, ends in {
        Category.SCHOOL: "school|college|lyceum|gymnasium|hogeschool|universiteit|academie",
        Category.CARE: "ziekenhuis|kliniek|hospice|zorg|zorgcentrum|stichting|heem|hove",
        Category.CHURCH: "kerk|moskee|kapel|tempel",
        Category.CLUB: "koor|boys|club|vereniging",
    }.items()
}
_OF_ITSELF = re.compile(
    r"(?:FC|VV|SV|AFC|RKSV|RKVV|HC|TC|KV|ROC|AOC|AMC|UMC|MC|GGZ|CBS|OBS|RKBS)\s+[A-ZÀ-Þ’'][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)*"
)
_KIND_OF_ITSELF = {"ROC": Category.SCHOOL, "AOC": Category.SCHOOL, "OBS": Category.SCHOOL, "CBS": Category.SCHOOL, "RKBS": Category.SCHOOL,
                   "UMC": Category.CARE, "AMC": Category.CARE, "MC": Category.CARE, "GGZ": Category.CARE}  # fmt: skip


def named(text: str, language: Language) -> Iterator[Hit]:
    """Schools, care organisations, churches, clubs, employers and places that are called by their name."""
    common = shared_in_both()
    if any(sign in text for sign in "‘'“\"«"):
        for category, _, _, quoted in _patterns(language):
            for match in quoted.finditer(text):
                yield Hit(category, *match.span("q"), sure=False)
    for match in _LETS_GO.finditer(text):
        if not ordinary(match["n"].lower(), language) or match["n"] in shared(language):
            yield Hit(Category.EMPLOYER, *match.span("n"), sure=False)
    for match in _SAINT[language].finditer(text):
        if not _FREE_SAINTS.match(text, match.start()):
            yield Hit(Category.CHURCH, *match.span(), sure=False)
    for category, contracted in _CONTRACTED.items():
        for match in contracted.finditer(text):
            if language == "nl" and not ordinary(match[0].lower(), language) and not _shared(match["n"], common):
                yield Hit(category, *match.span(), sure=False)
    if has_capital_inside(text):
        yield from _called_by_name(text, language, common)


def _called_by_name(text: str, language: Language, common: frozenset[str]) -> Iterator[Hit]:
    for category, before, after, _ in _patterns(language):
        for match in before.finditer(text):
            if not _shared(match["n"], common):
                yield Hit(category, *match.span("n"))
        for match in after.finditer(text):
            if not _shared(match["n"], common):
                yield Hit(category, *match.span())
    # anyone may name a shop; that someone works there, points at them. A country or a feast is no employer.
    for match in _WORKS[language].finditer(text):
        if not _shared(match["n"], no_firms()):
            yield Hit(Category.EMPLOYER, *match.span("n"))
    for match in _YEARS_AT[language].finditer(text):
        group = "n" if match["n"] else "m"
        if not _shared(match[group], no_firms()):
            yield Hit(Category.EMPLOYER, *match.span(group), sure=False)
    for match in _FIRM.finditer(text):
        yield Hit(Category.EMPLOYER, *match.span("n"))
    for match in _OF_ITSELF.finditer(text):
        yield Hit(_KIND_OF_ITSELF.get(match[0].split()[0], Category.CLUB), *match.span())


def _shared(name: str, common: frozenset[str]) -> bool:
    """A name that anyone may use: the Turkish school, the church at Christmas."""
    first = re.split(r"\s", name)[0].strip("’'.")
    return name in common or first in common or first.removesuffix("’s").removesuffix("'s") in common or first.isdigit()


@cache
def _patterns(language: Language) -> tuple[tuple[Category, re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...]:
    found = []
    for category, heads in _HEADS[language].items():
        head = rf"\b(?i:{heads})"
        before = re.compile(rf"{head}\s+(?i:{_LITTLE[language]})[‘'“\"«]?{_NAME}")
        capital_heads = "|".join(part[:1].upper() + part[1:] for part in heads.split("|"))
        after = re.compile(
            rf"{_NAME}\s+(?:{capital_heads})\b|\b{_NAME.replace('?P<n>', '?P<m>')}[’']s\s+(?:{capital_heads})\b".replace(
                "(?P<m>", "(?:"
            )
        )
        quoted = re.compile(rf"{head}\s+(?i:{_LITTLE[language]}){_QUOTED}")
        found.append((category, before, after, quoted))
    return tuple(found)
