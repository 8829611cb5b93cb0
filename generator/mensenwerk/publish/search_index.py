"""The search index: classic scripts, which work from a folder without server or network.

One script holds what is needed to find pages. The text of each page stands in a script of its own, which is read when
that page is among the results: at a thousand cases all texts together are nearly ten times the index.

Everything that takes knowledge of a language happens here, once, when the site is built. The index holds
for every stem its forms as they occur on the pages, so the script in the browser needs no stemmer
(assets/mensenwerk/search.js). It looks words up, also by their beginning and inside compounds, and adds up
weights.

Shape of the global `mensenwerkSearchIndex`:

    language  "nl" or "en"
    fold      {letter: plain letters}, for letters that Unicode does not take apart
    endings   word endings that the script may take off a query word that stands on no page
    pages     [[uri, title, kind], ...], in order of uri
    words     [[stem, "form form ...", postings], ...], in order of stem

`postings` says on which pages a word stands, and how much it weighs there: for each page, in order, the number
`gap * LEVELS + level`, where `gap` is how many pages lie between this one and the one before, in digits of base 32 from
the lowest on (`DIGITS`); all digits but the last of a number have 32 added. Most numbers take one character.

The script of a page calls `mensenwerkSearchText(page, text)`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import snowballstemmer

_ALGORITHM = {"nl": "dutch", "en": "english"}
_ENDINGS = {
    "nl": ("s", "n", "en", "e", "t", "eren", "je", "jes", "tje", "tjes"),
    "en": ("s", "es", "ed", "ing", "ly"),
}
_FOLD = {"æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_LETTERS = str.maketrans(_FOLD)
_APOSTROPHES = str.maketrans("’ʼ", "''")

# Okapi BM25's usual constants, after Robertson & Zaragoza (2009), The Probabilistic Relevance Framework.
_SATURATION = 1.2
_LENGTH = 0.75
_BODY = 5
_TITLE = 20  # a word in the title outweighs any number of the same word in the text (at most 11)
LEVELS = 16
"""Weights that the index tells apart, from 0: two of BM25's make one."""
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

FOLDER = "assets/mensenwerk"
"""Where the scripts stand in a site."""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A page to be found: its address from the site's root, and plain text. `times`: how often each word stands in the
    text, where that was counted before."""

    uri: str
    title: str
    kind: str
    text: str
    times: Mapping[str, int] | None = None

    def counted(self) -> SearchEntry:
        """The same, with its words counted: the most work that an entry takes."""
        return replace(self, times=dict(Counter(_tokens(self.text))))


def search_scripts(entries: Sequence[SearchEntry], language: str) -> dict[str, str]:
    """The scripts for `entries`, in whatever order they come: where each stands in `FOLDER` → its text.

    Raises `ValueError` for a language without a stemmer here.
    """
    if language not in _ALGORITHM:
        raise ValueError(f"no search in language {language!r}; there is {', '.join(_ALGORITHM)}")
    pages = sorted(entries, key=lambda e: (e.uri, e.title, e.kind, e.text))
    forms, weights = _words(pages, language)
    data = {
        "language": language,
        "fold": _FOLD,
        "endings": _ENDINGS[language],
        "pages": [[_nfc(part) for part in (e.uri, e.title, e.kind)] for e in pages],
        "words": [[stem, " ".join(sorted(forms[stem])), _postings(weights[stem])] for stem in sorted(forms)],
    }
    texts = {
        f"search/{number}.js": f"mensenwerkSearchText({number},{_literal(_nfc(page.text))});\n"
        for number, page in enumerate(pages)
    }
    return {"search-index.js": f"window.mensenwerkSearchIndex={_literal(data)};\n", **texts}


def _literal(value: object) -> str:
    """A value as a script says it."""
    # "<" is written so that the index can never end a script, wherever it is put
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    # Older browsers end a script's line at these two, which JSON allows inside strings.
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def fold(text: str) -> str:
    """`text` in small letters without accents: Cliënt → client. search.js does the same, step by step."""
    apart = unicodedata.normalize("NFKD", text)
    marks = {ord(sign): None for sign in set(apart) if unicodedata.category(sign).startswith("M")}
    return apart.translate(marks).lower().translate(_LETTERS)


def _words(pages: Sequence[SearchEntry], language: str) -> tuple[dict[str, set[str]], dict[str, dict[int, int]]]:
    """Stem → its forms, and stem → {page number: weight}."""
    texts = [Counter(_tokens(page.text) if page.times is None else page.times) for page in pages]
    titles = [Counter(_tokens(page.title)) for page in pages]
    known = set().union(*texts, *titles)
    stem_of = _stems(known, language)
    told = {token: (stem_of[_form(token)], _form(token)) for token in known}  # once for a word, not once for a page
    mean = sum(text.total() for text in texts) / max(len(texts), 1)
    forms: dict[str, set[str]] = defaultdict(set)
    for stem, form in told.values():
        forms[stem].add(form)
    weights: dict[str, dict[int, int]] = defaultdict(dict)
    for number, (text, title) in enumerate(zip(texts, titles, strict=True)):
        times: dict[str, int] = dict.fromkeys((told[token][0] for token in title), 0)
        for token, count in text.items():
            stem = told[token][0]
            times[stem] = times.get(stem, 0) + count
        titled = {told[token][0] for token in title}
        slack = _SATURATION * (1 - _LENGTH + _LENGTH * text.total() / mean) if mean else _SATURATION
        for stem, count in times.items():
            body = round(_BODY * count * (_SATURATION + 1) / (count + slack))
            weights[stem][number] = min(body + _TITLE * (stem in titled), 2 * LEVELS - 1)
    return forms, weights


def _tokens(text: str) -> list[str]:
    """Folded words, an apostrophe inside them as a straight one: collega’s → collega's."""
    return _WORD.findall(fold(text).translate(_APOSTROPHES))


def _form(token: str) -> str:
    """As people type it, and as the script looks it up: collega's → collegas."""
    return token.replace("'", "")


def _stems(tokens: set[str], language: str) -> dict[str, str]:
    """Form → stem. Stemmed with its apostrophe, for Dutch needs it to know a plural (collega's → collega)."""
    stemmer = snowballstemmer.stemmer(_ALGORITHM[language])
    stems: dict[str, str] = {}
    for token in sorted(tokens):
        stem = _form(stemmer.stemWord(token)) or _form(token)
        stems[_form(token)] = min(stems.get(_form(token), stem), stem, key=lambda s: (len(s), s))
    return stems


def _postings(weights: dict[int, int]) -> str:
    written: list[str] = []
    before = -1
    for page in sorted(weights):
        number = (page - before - 1) * LEVELS + weights[page] // 2
        before = page
        while number >= 32:
            written.append(DIGITS[32 + number % 32])
            number //= 32
        written.append(DIGITS[number])
    return "".join(written)


def _nfc(text: str) -> str:
    """Accents joined to their letters, so that the script sees whole words when it marks them."""
    return unicodedata.normalize("NFC", text)
