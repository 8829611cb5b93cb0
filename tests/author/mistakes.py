"""Mistakes that authors make, each where it is made (§), in a Dutch case; `english` says the same in English."""

from __future__ import annotations

import re

PRIVATE = "zebraxq"
"""Stands in for all that is private in these cases: no message may repeat it."""

CASE = f"""\
taal: nl
versie: 1
id: de-bank
titel: De bank van {PRIVATE}
middelpunt:
  - id: ik
    wie: de buurman
mensen:
  - id: zus
    wie: zijn zus {PRIVATE}
"""
_PUBLIC = "publicatie:\n  bestemd_voor: publiek\n  herkomst: gefingeerd\n"


def _after(more: str) -> str:
    """The case with more lines below its last person."""
    return CASE + more


def _instead(old: str, new: str) -> str:
    assert old in CASE
    return CASE.replace(old, new, 1)


MISTAKES: dict[str, str | bytes] = {
    # how far a line stands from the edge
    "a field too far in": _after("     §kring: familie\n"),
    "a field not far enough in": _after("   §kring: familie\n"),
    "a field at the edge that belongs to a person": _after("§kring: familie\n"),
    "a field of the case under a person": _after("    §lead: Een lead.\n"),
    "a tab": _after("§\tkring: familie\n"),
    "spaces that come from a web page": _after("§\u00a0   kring: familie\n"),
    "a text that goes on at the edge of its field": _after(f"    betekenis: Zij belt {PRIVATE}\n    §elke avond.\n"),
    # colons, dashes and brackets
    "a colon forgotten": _after("    §kring familie\n"),
    "a colon without a space": _after("    kring§:familie\n"),
    "a colon in a text": _after(f"    betekenis: Zij zegt§: kom maar, {PRIVATE}\n"),
    "a colon in a text that goes on": _after(f"    betekenis: Zij zegt\n      §altijd: kom maar, {PRIVATE}\n"),
    "a dash without a space": _instead("  - id: zus", "  §-id: zus"),
    "a dot instead of a dash": _instead("  - id: zus", "  §• id: zus"),
    "a bracket that stays open": _after("    kring: §[familie, buren\n    overleden: nee\n"),
    "a brace without commas": _after("    contact: §{hoe_vaak: dagelijks hoe: bellen}\n"),
    # quotation marks
    "a quotation mark that stays open": _after(f'    betekenis: §"Zij belt {PRIVATE}\n    kring: familie\n'),
    "an apostrophe at the beginning": _after(f"    betekenis: §'s Avonds belt {PRIVATE}.\n"),
    "words behind a quotation": _after(f'    betekenis: "Kom maar"§, zegt {PRIVATE}.\n'),
    "curly quotation marks": _after(f"    betekenis: §“Zij zegt: kom maar, {PRIVATE}.”\n"),
    # signs at the beginning of a text
    "@ at the beginning": _after("    betekenis: §@home is zij thuis.\n"),
    "% at the beginning": _after("    betekenis: §%20 van mij.\n"),
    "* at the beginning": _after(f"    betekenis: §*altijd* {PRIVATE}\n"),
    "an anchor": _after(f"    betekenis: §&{PRIVATE} Zij belt.\n"),
    "! at the beginning": _after(f"    betekenis: §!{PRIVATE}\n"),
    "- at the beginning": _after(f"    betekenis: §- {PRIVATE}\n"),
    "[ at the beginning": _after(f"    §betekenis: [{PRIVATE} lacht]\n"),
    "{ at the beginning": _after("    betekenis: {§{ naam }}\n"),
    "> with the text behind it": _after(f"    betekenis: §> Zij belt {PRIVATE}.\n"),
    "> with the text at the edge": _after(f"    betekenis: >-\n    §Zij belt {PRIVATE}.\n"),
    # fields and words
    "an unknown field": _after(f"    §{PRIVATE}: dammen\n"),
    "a field misspelled": _after("    §betekenus: Zij belt.\n"),
    "a field in the other language": _after("    §meaning: Zij belt.\n"),
    "a field twice": _after("    §wie: zijn broer\n"),
    "a word misspelled": _after("    §kring: famillie\n"),
    "a word of one's own": _after(f"    §kring: {PRIVATE}\n"),
    "no, in a Dutch case": _after("    §overleden: no\n"),
    "true, where yes or no is asked": _after("    §overleden: true\n"),
    "two words with a comma": _after("    §kring: familie, buren\n"),
    # the wrong shape
    "names instead of people": _instead(f"id: zus\n    wie: zijn zus {PRIVATE}", f"§{PRIVATE}"),
    "a list where one is asked": _after("    §sinds: [jeugd, altijd]\n"),
    "a list where a text is asked": _after(f"    §betekenis:\n      - Zij belt {PRIVATE}.\n      - Zij komt.\n"),
    "a text where a list of fields is asked": _after(f"drempels:\n  - §{PRIVATE} durft niets te vragen.\n"),
    "one word where fields are asked": _after("§publicatie: publiek\n"),
    "what changed without the map": _after(f"    §veranderd: {PRIVATE}\n"),
    "a group of one": _after("wie_kent_wie:\n  groepen: [§[zus]]\n"),
    # dates, ages and numbers
    "a date where a season is asked": _after("kaarten:\n  - id: nu\n    §wanneer: 2026-05-01\n"),
    "a date where a month is asked": _after(_PUBLIC + "  §volgende_beoordeling: 2026-05-01\n"),
    "a month in words": _after(_PUBLIC + "  §volgende_beoordeling: mei 2026\n"),
    "an exact age": _after("    §leeftijd: 34\n"),
    "a number with its unit": _after("    bereikbaarheid: {§reistijd: 45 minuten}\n"),
    "a number too exact": _after("    bereikbaarheid: {§reistijd: 43}\n"),
    # ids and what refers to them
    "an id with capitals": _instead("id: zus", f"§id: {PRIVATE.upper()}"),
    "an id left out": _instead("  - id: zus\n    wie", "  - §wie"),
    "an id twice": _after("  - §id: zus\n    wie: zijn andere zus\n"),
    "someone who is not there": _after(f"    relatie: {{is: tante, §van: {PRIVATE}}}\n"),
    "someone almost there": _after("verwachting:\n  - {wat: Dat zij belt., §van: zsu}\n"),
    "a map that is not there": _after("    veranderd:\n      §later: weg\n"),
    "a title forgotten": CASE.replace(f"titel: De bank van {PRIVATE}\n", "").replace("taal", "§taal"),
    "a title left empty": CASE.replace(f"titel: De bank van {PRIVATE}\n", "§titel:\n"),
    "another version": _instead("versie: 1", "§versie: 2"),
    # the file itself
    "an empty file": "§",
    "only remarks": f"§# {PRIVATE}\n",
    "no fields at all": f"§Mijn casus over {PRIVATE}.\n",
    "two cases in one file": _after("§---\n" + CASE),
    "saved for old Windows": _after("    betekenis: §één café\n").encode("cp1252"),
    "a document of a word processor": b"PK\x03\x04 word/document.xml",
    "an invisible character": _after("    betekenis: kom§\u200bmaar\n"),
}  # fmt: skip

NO_MISTAKES: dict[str, str] = {
    "no, where a text is asked": _after("    betekenis: no\n"),
    "a time": _after("    betekenis: 12:30\n"),
    "a time in a text": _after("    betekenis: Om 12:30 belt zij.\n"),
    "a date in quotation marks": _after("    eigen_stem: '2026-05-01'\n"),
    "curly quotation marks": _after("    betekenis: “Kom maar”, zegt zij, ’s avonds.\n"),
    "a hash in a word": _after("    betekenis: Zij staat op #1.\n"),
    "a capital in a field": _after("    Betekenis: Zij belt.\n"),
    "a space in a field": _after("    eigen stem: Ik bel.\n"),
    "a byte order mark": "\ufeff" + CASE,
    "lines that end as on Windows": CASE.replace("\n", "\r\n"),
    "one where several may stand": _after("    kring: familie\n    talenten: luisteren\n"),
    "JSON": '{"taal": "nl", "id": "a", "titel": "t", "middelpunt": {"id": "ik", "wie": "ik"}}',
    "remarks at the end": _after("    betekenis: Zij belt.  # elke avond\n"),
}

_WORDS = """
    versie version        titel title          middelpunt centre       mensen people        wie_kent_wie who_knows_who
    wie who               kring circle         betekenis meaning       eigen_stem own_voice overleden deceased
    hoe_vaak how_often    sinds since          veranderd changed       leeftijd age         relatie relation
    van of                publicatie publication  bestemd_voor intended_for  herkomst origin
    volgende_beoordeling next_review           kaarten maps            wanneer when         drempels dilemmas
    groepen groups        verwachting expectations  wat what           bereikbaarheid reachability
    reistijd travel_time  talenten talents     familie family          buren neighbours     jeugd youth
    altijd always         dagelijks daily      publiek public          gefingeerd fictional weg leaves
    betekenus meanning    famillie famly       meaning betekenis       no nee               nee no
    hoe how               Betekenis Meaning
""".split()  # noqa: SIM905 (a table reads better)
_ENGLISH = {
    "taal: nl": "language: en",
    '"taal": "nl"': '"language": "en"',
    "tante, §van": "tante, §to",
    "eigen stem": "own voice",
    **dict(zip(_WORDS[::2], _WORDS[1::2], strict=True)),
}
_KNOWN = re.compile("|".join(rf"(?<![\w-]){word}(?![\w-])" for word in sorted(_ENGLISH, key=len, reverse=True)))


def english(text: str) -> str:
    """The same mistake in an English case; what the author tells stays as it is."""
    return _KNOWN.sub(lambda found: _ENGLISH[found[0]], text)
