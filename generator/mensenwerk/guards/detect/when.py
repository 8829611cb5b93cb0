"""When, and how old: full dates, dates of birth, exact ages. Bands, seasons and durations are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mensenwerk.guards.detect.hit import Category, Hit
from mensenwerk.problems import Language

_MONTH: dict[Language, str] = {
    "nl": r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan\.?|feb\.?|febr\.?|mrt\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|okt\.?|nov\.?|dec\.?)",
    "en": r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)",
}
_UNITS_NL = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_TEENS_NL = "tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien"
_TENS_NL = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
_BIG_NL = rf"(?:(?:(?:{_UNITS_NL})(?:en|ën))(?:{_TENS_NL})|{_TENS_NL}|{_TEENS_NL}|honderd(?:{_UNITS_NL}|{_TEENS_NL})?)"
_AGE_WORD_NL = rf"(?:{_BIG_NL}|twee|drie|vier|vijf|zes|zeven|acht|negen)"
_ORDINAL_NL = rf"(?:{_BIG_NL}ste|tiende|elfde|twaalfde|(?:der|veer|vijf|zes|zeven|acht|negen)tiende|vierde|vijfde|zesde|zevende|achtste|negende|\d{{1,3}}(?:e|de|ste))"
_DAY_NL = rf"(?:\d{{1,2}}(?:e|ste|de)?|(?:de )?(?:{_TEENS_NL}|twintig|dertig|(?:{_UNITS_NL})(?:en|ën)(?:twintig|dertig)|{_UNITS_NL})|(?:de )?(?:eerste|tweede|derde|{_ORDINAL_NL}))"
_YEAR = r"(?:\d{4}|['’‘]\d{2}|\d{2})"
_YEAR_WORD_NL = r"(?:tweeduizend\w*(?: ?en ?\w+)?|negentien(?: ?honderd)?(?:\s?\w+)?)"

_UNITS_EN = "one|two|three|four|five|six|seven|eight|nine"
_TEENS_EN = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS_EN = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_AGE_WORD_EN = rf"(?:(?:{_TENS_EN})[- ](?:{_UNITS_EN})|{_TENS_EN}|{_TEENS_EN}|two|three|four|five|six|seven|eight|nine)"
_ORDINAL_EN = (
    r"(?:\d{1,3}(?:st|nd|rd|th)|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|(?:twen|thir|for|fif|six|seven|eigh|nine)tieth)"
)
_YEAR_WORD_EN = r"(?:(?:nineteen|twenty)[- ](?:hundred|oh|\w+teen|\w+ty)(?:[- ]\w+)?|two thousand(?: and \w+)?)"

_NUMERIC = re.compile(
    r"(?<![\w./-])(?:\d{1,2}(?P<s>[-/.·]| - )\d{1,2}(?P=s)(?:\d{4}|['’]?\d{2})|\d{4}(?P<t>[-/.])\d{1,2}(?P=t)\d{1,2}|\d{1,2} \d{1,2} (?:19|20)\d{2})(?![\w/-]|[.,]\d)"
)
_SHORT = re.compile(
    r"\b(?:d\.?d\.?|datum|date|dated|op|on|verjaardag|jarig|ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|mon|tue|tues|wed|thu|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)[: ]+(?:van |is |the )?(?P<d>\d{1,2}[-/]\d{1,2})(?![\w/-]|[.,]\d| ?(?:plekken|uur|keer))",
    re.IGNORECASE,
)
_FEASTS = re.compile(
    r"(?:1 januari|27 april|30 april|4 mei|5 mei|1 mei|1 juli|11 november|5 december|6 december|24 december|25 december|26 december|31 december"
    r"|1 January|5 November|5th (?:of )?November|24 December|25 December|26 December|31 December|December 25|December 31|1 May)",
    re.IGNORECASE,
)
_FULL: dict[Language, tuple[tuple[re.Pattern[str], bool], ...]] = {
    "nl": (
        (re.compile(rf"\b{_DAY_NL}\s+(?:van\s+)?{_MONTH['nl']},?\s*(?:(?:van\s+)?{_YEAR}|{_YEAR_WORD_NL})(?![\w:])(?! uur)", re.IGNORECASE), True),
        (re.compile(rf"\b{_DAY_NL}\s+(?:van\s+)?{_MONTH['nl']}(?!\w)", re.IGNORECASE), False),
    ),
    "en": (
        (re.compile(rf"\b(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?|{_ORDINAL_EN})\s+(?:of\s+)?{_MONTH['en']},?\s*(?:{_YEAR}|{_YEAR_WORD_EN})(?![\w:])", re.IGNORECASE), True),
        (re.compile(rf"\b{_MONTH['en']}\s+(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?|{_ORDINAL_EN}),?\s+(?:{_YEAR}|{_YEAR_WORD_EN})(?![\w:])", re.IGNORECASE), True),
        (re.compile(rf"\b(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?|{_ORDINAL_EN})\s+(?:of\s+)?{_MONTH['en']}(?!\w)"), False),
        (re.compile(rf"\b{_MONTH['en']}\s+(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?(?![\d:])|{_ORDINAL_EN})(?!\w|:)"), False),
    ),
}  # fmt: skip
_BORN = re.compile(
    rf"\b(?:geboren|ter wereld|levenslicht|geb\.?|gebj\.?|geboortejaar|geboortedatum|bouwjaar|born|d\.?o\.?b\.?|date of birth|birth ?date|year of birth)(?=[\W])[^\n.!?;]{{0,30}}?(?P<y>(?<!\w)(?:(?:19|20)\d{{2}}|['’‘]\d{{2}}|\d{{1,2}}[-/. ]\d{{1,2}}[-/. ]\d{{2,4}}|\d{{1,2}} (?:{_MONTH['nl']}|{_MONTH['en']})(?: {_YEAR})?))(?!\w)",
    re.IGNORECASE,
)
_FEAST_OF_A_YEAR = re.compile(
    r"\b(?:(?:1e|2e|eerste|tweede)\s+)?(?:kerstdag|kerstavond|kerstmis|kerst|paasdag|pasen|paasmaandag|pinksterdag|pinksteren|oudejaarsdag|oudejaarsavond|oudjaar|nieuwjaarsdag|koningsdag|koninginnedag|sinterklaas\w*|pakjesavond|hemelvaartsdag|goede vrijdag|bevrijdingsdag|moederdag|vaderdag|valentijnsdag|suikerfeest|offerfeest"
    r"|christmas(?: day| eve)?|boxing day|new year[’']?s (?:day|eve)|easter (?:sunday|monday)|good friday|bonfire night|mother[’']?s day|father[’']?s day|valentine[’']?s day|halloween|mothering sunday|eid)\s+(?:of |in |van |in het jaar )?(?:(?:19|20)\d\d|['’‘]\d\d)\b",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(
    rf"\b(?:is|ben|was|zijn)\s+(?:\w+\s){{0,2}}(?:van|uit)\s+(?P<y>(?:{_MONTH['nl']}\s+)?['’‘]\d{{2}}|{_MONTH['nl']}\s+(?:19|20)\d\d)\b|\b(?P<w>(?:b|geb|d\.o\.b)\.\s*(?:19|20)\d\d)\b|"
    r"\b(?:is|ben|was|zijn)\s+(?:\w+\s){0,2}(?:van|uit)\s+(?P<x>19\d{2}|20[01]\d|['’‘]\d{2})\b|\b(?:jaargang|bouwjaar|lichting)\s+(?P<z>['’‘]?\d{2,4})\b",
    re.IGNORECASE,
)

_LIST_NL = r"(?:\d{1,2}|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)"
_N_NL = rf"(?:\d{{1,3}}|{_AGE_WORD_NL})"
_N_EN = rf"(?:\d{{1,3}}|{_AGE_WORD_EN})"
_KIN_NL = (
    r"(?:man|vrouw|meisje|jongen|jongetje|kind|kinderen|kleuter|peuter|baby|puber|tiener|zoon|zoontje|zoons?|zn\.?|dochter(?:tje)?s?|dr\.|broer(?:tje)?|zus(?:je|ter)?|moeder|vader|"
    r"oma|opa|opoe|kleinzoon|kleindochter|kleinkind(?:eren)?|neef(?:je)?|nicht(?:je)?|tante|oom|buurman|buurvrouw|buurjongen|buurmeisje|cliënt|cliënte|weduwe|weduwnaar|jongens|meisjes|tweeling|"
    r"heer|dame|iemand|partner|student|leerling|vriend(?:in)?|mevrouw|meneer)"
)
_KIN_EN = (
    r"(?:man|woman|lad|lass|youngster|teen|pensioner|mum|dad|nan|mother-in-law|father-in-law|husband|wife|girl|boy|child|children|toddler|baby|teenager|son|sons|daughter|daughters|brother|sister|mother|father|gran|grandson|granddaughter|nephew|niece|"
    r"aunt|uncle|neighbour|client|widow|widower|twins|lady|gentleman|partner|student|friend|kids?)"
)
_MORE_NL = r"(?!\s*(?:uur|minuten|min\b|keer|maal|km|kilometer|euro|dagen?|weken|week|maanden?|maand|mensen|kinderen|graden|procent|%|meter|stuks|op de|van de|jaar (?:geleden|lang|getrouwd|samen|later|ouder|jonger|weg|dood|in|bij|op|aan|met|verder|geen|niet)|jaren|zussen|broers|kamers|hoog|tegen|eieren|stoelen|of \w+ (?:keer|uur))|[\d.:,]*\d|-\w|[ ]?[€])"
_END_NL = r"(?=\s*(?:[.,;:!?)\]”\"’]|$|en\b|toen\b|geworden\b|maar\b|als\b|nu\b|of\b|dus\b|dit\b|deze\b|inmiddels\b|is\b|hoor\b|\n|–|-\s))"
_ADV_NL = r"(?:nu|net|pas|al|inmiddels|ondertussen|toen|intussen|vandaag|zelf|ze|zij|hij|ik|je|u|zijn zoon|haar dochter|straks|morgen|gisteren|volgende week|volgend jaar|dit jaar|vorig jaar|vorige week|in \w+|dan|precies|nog maar|nog geen|ruim|weer|ook|vandaag de dag|eerder|onlangs|afgelopen \w+|deze \w+|komende \w+|over \w+ \w+|bijna|haast)"
_AGES_NL = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![\w.,])(?P<a>\d{1,3}[- ]?jarigen?)\b(?!\s+(?:huwelijk|bestaan|jubileum|dienst|trouw|relatie|vriendschap|contract|ervaring|samenwerking|verblijf|bruiloft|oorlog))",
        rf"\b(?P<a>{_AGE_WORD_NL}[- ]?jarigen?)\b(?!\s+(?:huwelijk|bestaan|jubileum|dienst|trouw|relatie|vriendschap|contract|ervaring|samenwerking|verblijf|bruiloft|oorlog))",
        rf"(?<![\w.,])(?P<a>{_N_NL}(?:\s*½|[,.]5)?\s*(?:jaar|jr\.?|jaartjes|maanden|mnd\.?|weken)(?:\s+(?:en|plus)\s+\w+\s+maanden)?\s+(?:oud|jong))\b",
        rf"\b(?:is|zijn|waren|worden|van)\s+(?P<a>{_LIST_NL}(?:,\s*{_LIST_NL})*\s+en\s+{_LIST_NL}(?:\s+jaar(?:\s+oud)?)?)(?=\s*[.,;:!?)]|$)",
        rf"\b{_KIN_NL}\s+van\s+(?P<a>{_N_NL}\s+(?:maanden|weken|jaar))\b",
        rf"\b(?:toen|als|omdat|sinds|nu|dat|voordat|nadat|terwijl|zodra)\s+(?:\w+\s+){{1,2}}(?P<a>(?!één|een\b){_N_NL}(?:\s+jaar)?)\s+(?:was|werd|is|wordt|waren|worden|zijn)\b",
        rf"\b(?:ben|bent|wordt|werd|word|worden|werden|geworden)\s+(?:{_ADV_NL}\s+){{0,3}}(?P<a>(?!één|een\b){_N_NL}(?:\s+jaar(?!\s+(?:geleden|lang|later|ouder|jonger)))?)\b{_MORE_NL}(?:{_END_NL}|(?=\s+\w+))",
        rf"(?<!het )\b(?:is|was|zijn|waren)\s+(?:{_ADV_NL}\s+){{0,3}}(?P<a>(?!één|een\b){_N_NL}(?:\s+jaar(?=\s*(?:[.,;:!?)\]”\"’]|$|en\b|toen\b|maar\b|als\b|nu\b|oud\b|\n)))?)\b{_MORE_NL}{_END_NL}",
        rf"\b{_KIN_NL}\s+(?:van|v\.)\s+(?:(?:nu|net|pas|bijna|ongeveer|zo’n|inmiddels)\s+)?(?P<a>(?!één|een\b){_N_NL}(?:,\s*{_N_NL})*(?:\s+en\s+{_N_NL})?(?:\s+jaar)?)\b{_MORE_NL}(?!\s+(?:de|het|haar|zijn|onze|\w+en)\b)",
        r"\w[\w’']*\.?\s*\((?P<a>(?:pas |nu |bijna |ca\. ?)?\d{1,2}(?:\s*(?:jaar|jr\.?|mnd\.?|maanden))?(?:\s*(?:en|,)\s*\d{1,2})*)\)",
        rf"\b(?:op|sinds|vanaf|tot|na|rond|voor|tegen|van)\s+(?:zijn|haar|mijn|je|jouw|uw|hun|z’n|z'n|d’r|d'r|m’n|m'n)\s+(?P<a>{_ORDINAL_NL})\b(?!\s+(?:\w+(?:dag|keer|plaats|verdieping|poging|huwelijk|baan|kind|jaar|week|maand|bezoek|man|vrouw|huis|kopje?|klas|gesprek|plek|ronde|seizoen|les)\w*)\b)",
        rf"\b(?P<a>{_ORDINAL_NL}\s+(?:verjaardag|levensjaar))\b",
        rf"\b(?P<a>(?:leeftijd|lft\.?)(?:\s+(?:van|is|was)|\s*:)?\s+{_N_NL})\b",
        rf"\b{_KIN_NL},?\s*(?P<a>\d{{1,2}}(?:\s*(?:jaar|jr\.?|j\.))?)(?=\s*[,.)]|\s+jaar)",
        rf"\bmet\s+(?:haar|zijn|mijn|hun|m’n|z’n|d’r)\s+(?P<a>{_N_NL})\b(?:\s+(?:jaar|jaren|lentes)\b)?{_MORE_NL}(?!\s+(?:kinderen|zussen|broers|dochters|zonen|zoons|katten|honden|vriend\w*|collega\w*|\w+en)\b)",
        r"\b(?P<a>(?:ze|hij|zij) is (?:er )?een van \d{2})\b",
        rf"\b(?P<a>{_AGE_WORD_NL}|\d{{1,2}})\s+(?:jaar\s+)?(?:was|ben|is|waren)\s+(?:ik|ze|zij|hij|we)\b(?=\s*(?:toen|[.,]|$|pas|nog|\w+))",
        rf"\b(?:pas|toen)\s+(?P<a>{_N_NL})\s+jaar(?=\s*(?:[.!?)]|$))(?<!lang)",
        rf"\bjaar\s+of\s+(?P<a>{_N_NL})\b(?=\s+(?:oud|was|is|toen)|\s*[.,])",
        rf"\b(?P<a>(?:dik|ruim|goed|net|nog geen)\s+(?:in de|over de)\s+{_N_NL}\s+jaar\s+heen)\b",
    )
)
_ADV_EN = r"(?:now|nearly|almost|just|only|already|about to be|exactly|still|turning|going to be|all of|not yet|barely|today|then|he|she|I|they|was|is|going on|recently|only just)"
_MORE_EN = r"(?!\s*(?:o['’]clock|hours?|minutes?|times?|km|miles?|pounds?|days?|weeks?|months? (?!old)|people|children|degrees|per ?cent|%|of (?:them|us|the|those)|years? (?:ago|later|older|younger|married|since|in|at|on|now|before|apart|with|together)|brothers|sisters|cups|metres|stairs|floors|am\b|pm\b)|[\d.:,]*\d|-\w)"
_END_EN = r"(?=\s*(?:[.,;:!?)\]”\"’]|$|and\b|when\b|now\b|but\b|years? old\b|last\b|next\b|this\b|in\b|on\b|or so\b|today\b|then\b|so\b|as\b|–|\n))"
_AGES_EN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\w.,])(?P<a>{_N_EN}[- ]+(?:and a half[- ])?(?:year|month|week)s?[- ]+olds?)\b",
        r"\b(?:is|are|were|aged)\s+(?P<a>\d{1,2}(?:,\s*\d{1,2})*,?\s+and\s+\d{1,2})(?=\s*[.,;:!?)]|$)",
        rf"(?:^|[.!?]\s+)(?P<a>{_N_EN})\s+(?:now|next|last)\b",
        r"(?<![\w.,])(?P<a>\d{1,3}\s*(?:y/?o|yrs?(?: old)?|y\.o\.))\b",
        rf"\b(?P<a>aged?\s+(?:of\s+|is\s+|:\s*|just\s+|only\s+)?{_N_EN})\b",
        rf"\b(?P<a>ages?\s*:?\s*(?:of\s+)?{_N_EN}(?:\s+(?:and|to)\s+{_N_EN})?)\b",
        rf"(?:(?<!it )\b(?:is|was|be|am|are|were|turn(?:s|ed|ing)?|hit|reached|became)|(?<=\w)['’](?:s|m|re))\s+(?:{_ADV_EN}\s+){{0,3}}(?P<a>{_N_EN}(?:\s+years?\s+old)?)\b{_MORE_EN}{_END_EN}",
        rf"\b(?:turn(?:s|ed|ing)?|hit)\s+(?P<a>{_N_EN})\b{_MORE_EN}",
        r"\w[\w’']*\s*\((?P<a>(?:now |just )?\d{1,2}(?:\s*(?:years|yrs|months|mths))?(?:\s*(?:and|,)\s*\d{1,2})*)\)",
        rf"\b{_KIN_EN},\s*(?:now\s+|just\s+)?(?P<a>{_N_EN})(?=\s*[,.)])",
        rf"\b{_KIN_EN}\s+of\s+(?P<a>{_N_EN}(?:,\s*{_N_EN})*(?:\s+and\s+{_N_EN})?)\b{_MORE_EN}(?!\s+(?:the|her|his|our|\w+s)\b)",
        rf"\b(?:his|her|my|their|your|our|a)\s+(?P<a>{_ORDINAL_EN}\s+(?:birthday|year of life))\b|\b(?P<b>{_ORDINAL_EN}\s+birthday)\b",
        rf"(?:^|[.!?]\s+|,\s+|\b(?:since|from|until|by|before|after)\s+(?:he|she|they|I)\s+(?:was|were)\s+)(?:at\s+)?(?P<a>(?:at\s+)?{_N_EN})(?=,\s+(?:he|she|they|I|her|his|my|the)\b)",
        rf"\b(?:since|until|from|by|before)\s+(?:he|she|they|I)\s+(?:was|were|is)\s+(?P<a>{_N_EN})\b{_MORE_EN}",
        rf"\bat\s+(?P<a>(?:just\s+)?{_N_EN})\b{_MORE_EN}(?=\s+(?:he|she|they|I)\b|[.!?,]\s|[.!?]?$)(?!\s*(?:in the|on))",
    )
)
_BAND_NL = re.compile(
    r"(?:bijna|haast|ruim)\s+(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|[2-9]0)", re.IGNORECASE
)
_BIRTH_WORD = re.compile(
    r"\b(?:geboren|geb\.|geboortedatum|jarig|verjaardag|born|birth|birthday|d\.?o\.?b)\b", re.IGNORECASE
)


_COUNTS = re.compile(
    rf"\d|tig|tien|honderd|\b(?:{_UNITS_NL}|elf|twaalf|eerste|tweede|derde|(?:vier|vijf|zes|zeven|acht|negen|elf|twaalf)d?e|achtste"
    rf"|{_UNITS_EN}|{_TEENS_EN}|(?:{_TENS_EN})|first|second|third|\w+th)\b|(?:{_TENS_EN})-",
    re.IGNORECASE,
)


def when(text: str, language: Language) -> Iterator[Hit]:
    """Dates, dates of birth and exact ages. A day without a year is not sure, unless someone was born on it."""
    if not _COUNTS.search(text):  # no figure, no word for one: neither a date nor an age
        return
    yield from _dates(text, language)
    for pattern in _AGES_NL if language == "nl" else _AGES_EN:
        for match in pattern.finditer(text):
            group = "a" if match["a"] is not None else "b"
            if not _BAND_NL.fullmatch(text[max(0, match.start(group) - 7) : match.end(group)].strip(" ,.")):
                yield Hit(Category.AGE, *match.span(group))


def _dates(text: str, language: Language) -> Iterator[Hit]:
    for match in _BORN.finditer(text):
        yield Hit(Category.BIRTH_DATE, *match.span("y"))
    for match in _OF_YEAR.finditer(text):
        yield Hit(Category.BIRTH_DATE, *match.span(next(name for name in "ywxz" if match[name])))
    for match in _FEAST_OF_A_YEAR.finditer(text):
        yield Hit(Category.DATE, *match.span())
    for match in _NUMERIC.finditer(text):
        born = _BIRTH_WORD.search(text, max(0, match.start() - 40), match.start())
        yield Hit(Category.BIRTH_DATE if born else Category.DATE, *match.span())
    for match in _SHORT.finditer(text):
        yield Hit(Category.DATE, *match.span("d"), sure=False)
    for pattern, sure in _FULL[language]:
        for match in pattern.finditer(text):
            born = _BIRTH_WORD.search(text, max(0, match.start() - 40), match.end() + 15)
            if sure or born or not _FEASTS.fullmatch(match[0]):
                yield Hit(Category.BIRTH_DATE if born else Category.DATE, *match.span(), sure=sure or born is not None)
