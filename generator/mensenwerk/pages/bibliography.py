"""Works → how a text calls them and how a list gives them, in the style of the American Psychological Association.

The style is apa.csl, of the Citation Style Language project; `citeproc` carries it out, in Dutch and in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape
from importlib.resources import files
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from markupsafe import Markup

from mensenwerk.model.literature import Reference
from mensenwerk.problems import Language

_LOCALE = {"nl": "nl-NL", "en": "en-GB"}
_AND = {"nl": " en ", "en": " and "}
_OTHERS = "et al."
_AND_OTHERS = re.compile(r",? et al\.?$")
_PARTICLES = frozenset(("van", "de", "den", "der", "ten", "ter", "te", "'t", "’t", "von", "da", "du"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A work in a list: HTML with its title in italics and its address as a link. `anchor`: its place on the page."""

    anchor: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The works of one page. `entries`: the list, in the order of the style. By key, in the same order, as HTML:
    `in_brackets` (`Tracy &amp; Whittaker, 1990`) and `in_a_sentence` (`Tracy en Whittaker (1990)`)."""

    entries: tuple[Entry, ...]
    in_brackets: Mapping[str, str]
    in_a_sentence: Mapping[str, str]

    def place(self, key: str) -> int:
        """Where a work stands in the list, from 0."""
        return list(self.in_brackets).index(key)


@lru_cache(maxsize=512)
def bibliography(works: frozenset[Reference], language: Language) -> Bibliography:
    """Format works together."""
    by_id = {str(number): work for number, work in enumerate(sorted(works, key=lambda work: work.key))}
    made = CitationStylesBibliography(
        _style(language), CiteProcJSON([_item(number, work) for number, work in by_id.items()]), formatter.html
    )
    cites = {number: Citation([CitationItem(number)]) for number in by_id}
    for cite in cites.values():
        made.register(cite)
    made.sort()
    listed, in_brackets, in_a_sentence = [], {}, {}
    for number, text in zip(made.keys, made.bibliography(), strict=True):
        work = by_id[number]
        listed.append(Entry(anchor(work.key), Markup(_dressed(_others(str(text)), work, language))))  # noqa: S704  # escaped below
        called = _others(str(made.cite(cites[number], _never)))[1:-1]
        in_brackets[work.key] = called
        in_a_sentence[work.key] = _in_a_sentence(called, work, language)
    return Bibliography(tuple(listed), in_brackets, in_a_sentence)


def entries(works: Iterable[Reference], language: Language) -> tuple[Entry, ...]:
    """A list of works as a page shows it."""
    found = frozenset(works)
    return bibliography(found, language).entries if found else ()


def anchor(key: str) -> str:
    """The place of a work in a list on a page."""
    return f"bron-{key}"


def _in_a_sentence(called: str, work: Reference, language: Language) -> str:
    """CSL has no form for this; APA says “and” there, and brackets around the year alone."""
    who, _, year = called.rpartition(", ")
    first, both, second = who.rpartition(" &amp; ")
    who = f"{first}{_AND[language]}{second}" if both and len(work.authors) == 2 else who
    return f"{who} ({year})"


@cache
def _style(language: Language) -> Any:
    with files("mensenwerk").joinpath("pages", "apa.csl").open("rb") as file:
        return CitationStylesStyle(file, locale=_LOCALE[language], validate=False)


def _item(number: str, work: Reference) -> dict[str, Any]:
    """A work in CSL-JSON. citeproc takes titles for HTML: what an author typed is escaped before."""
    said = {
        "id": number,
        "type": _kind(work),
        "title": work.title,
        "container-title": work.container,
        "publisher": work.publisher,
        "volume": work.volume,
        "issue": work.issue,
        "page": work.pages,
        "URL": work.url,
        "note": work.note,
    }
    item: dict[str, Any] = {name: escape(text, quote=False) for name, text in said.items() if text}
    if work.container:  # English titles get capitals in this style, Dutch ones never
        item["container-title"] = f'<span class="nocase">{item["container-title"]}</span>'
    item["author"] = [_name(name) for author in work.authors for name in _with_others(author)]
    if re.fullmatch(r"\d{1,4}", work.year):
        item["issued"] = {"date-parts": [[int(work.year)]]}
    elif not re.fullmatch(r"(z\.?[jd]|n\.?d)\.?", work.year, re.IGNORECASE):
        item["issued"] = {"literal": escape(work.year, quote=False)}
    if work.accessed:
        item["accessed"] = {"date-parts": [[int(part) for part in work.accessed.split("-")]]}
    return item


def _kind(work: Reference) -> str:
    """What kind of work it is, by where it appeared."""
    if work.container:
        return "chapter" if work.publisher else "article-journal"
    return "webpage" if work.url and not work.publisher else "book"


def _with_others(author: str) -> list[str]:
    """ "Bredewold, F., et al." is two names to CSL, which has no word for others that were not named."""
    name, others = _AND_OTHERS.subn("", author)
    return [name, _OTHERS] if others else [author]


def _name(author: str) -> dict[str, str]:
    """ "Family, I." as two parts; a name without a comma, or with words after it that are no given names, such as that
    of an organisation, as it is."""
    family, _, given = author.partition(",")
    words = given.split()
    if words and "," not in given and all(word[0].isupper() or word in _PARTICLES for word in words):
        return {"family": escape(family.strip(), quote=False), "given": escape(given.strip(), quote=False)}
    return {"literal": escape(author, quote=False)}


def _others(text: str) -> str:
    """What a style makes of others as if they were a name: “Bredewold, F., & et al.”"""
    return text.replace(f"&amp; {_OTHERS}", _OTHERS).replace(f"{_OTHERS}.", _OTHERS)


def _dressed(text: str, work: Reference, language: Language) -> str:
    """The address as a link, pages with the dash that the style asks for, a title in another language marked as such
    for whoever listens, and after it what the author notes."""
    if work.pages:  # citeproc makes every dash a hyphen
        text = text.replace(work.pages.replace("–", "-"), work.pages.replace("-", "–"))
    if work.url:
        url = escape(work.url)
        text = text.replace(escape(work.url, quote=False), f'<a href="{url}">{url}</a>')
    title = escape(work.title, quote=False)
    if work.language and work.language != language:
        text = text.replace(title, f'<span lang="{work.language}">{title}</span>', 1)
    note = (work.note_en if language == "en" else None) or work.note
    return f"{text} {escape(note, quote=False)}" if note else text


def _never(item: CitationItem) -> None:
    raise KeyError(item.key)  # every work was registered
