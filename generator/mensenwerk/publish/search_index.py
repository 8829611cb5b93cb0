"""The search index: one classic script, which works from a folder without server or network.

Everything that takes knowledge of a language happens here, once, when the site is built. The index holds
for every stem its forms as they occur on the pages, so the script in the browser needs no stemmer
(assets/mensenwerk/search.js). It looks words up, also by their beginning and inside compounds, and adds up
weights.

Shape of the global `mensenwerkSearchIndex`:

    language  "nl" or "en"
    fold      {letter: plain letters}, for letters that Unicode does not take apart
    endings   word endings that the script may take off a query word that stands on no page
    pages     [[uri, title, kind, text], ...], in order of uri
    words     [[stem, "form form ...", [page, weight, page, weight, ...]], ...], in order of stem;
              every page number but the first of a word is the distance to the one before
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import snowballstemmer

_ALGORITHM = {"nl": "dutch", "en": "english"}
_ENDINGS = {
    "nl": ("s", "n", "en", "e", "t", "eren", "je", "jes", "tje", "tjes"),
    "en": ("s", "es", "ed", "ing", "ly"),
}
_FOLD = {"æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_LETTERS = str.maketrans(_FOLD)
_APOSTROPHES = str.maketrans("’ʼ", "''")

# Okapi BM25's usual constants, after Robertson & Zaragoza (2009), The Probabilistic Relevance Framework.
_SATURATION = 1.2
_LENGTH = 0.75
_BODY = 10
_TITLE = 25  # a word in the title outweighs any number of the same word in the text (at most 22)


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A page to be found: its address from the site's root, and plain text."""

    uri: str
    title: str
    kind: str
    text: str


def search_index(entries: Sequence[SearchEntry], language: str) -> str:
    """The text of `assets/mensenwerk/search-index.js` for `entries`, in whatever order they come.

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
        "pages": [[_nfc(part) for part in (e.uri, e.title, e.kind, e.text)] for e in pages],
        "words": [[stem, " ".join(sorted(forms[stem])), _deltas(weights[stem])] for stem in sorted(forms)],
    }
    # "<" is written so that the index can never end a script, wherever it is put
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    # Older browsers end a script's line at these two, which JSON allows inside strings.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"window.mensenwerkSearchIndex={text};\n"


def fold(text: str) -> str:
    """`text` in small letters without accents: Cliënt → client. search.js does the same, step by step."""
    apart = unicodedata.normalize("NFKD", text)
    marks = {ord(sign): None for sign in set(apart) if unicodedata.category(sign).startswith("M")}
    return apart.translate(marks).lower().translate(_LETTERS)


def _words(pages: Sequence[SearchEntry], language: str) -> tuple[dict[str, set[str]], dict[str, dict[int, int]]]:
    """Stem → its forms, and stem → {page number: weight}."""
    texts = [Counter(_tokens(page.text)) for page in pages]
    titles = [Counter(_tokens(page.title)) for page in pages]
    stems = _stems(set().union(*texts, *titles), language)
    mean = sum(text.total() for text in texts) / max(len(texts), 1)
    forms: dict[str, set[str]] = defaultdict(set)
    weights: dict[str, dict[int, int]] = defaultdict(dict)
    for number, (text, title) in enumerate(zip(texts, titles, strict=True)):
        times: Counter[str] = Counter()
        for token in text | title:
            forms[stems[_form(token)]].add(_form(token))
            times[stems[_form(token)]] += text[token]
        titled = {stems[_form(token)] for token in title}
        slack = _SATURATION * (1 - _LENGTH + _LENGTH * text.total() / mean) if mean else _SATURATION
        for stem, count in times.items():
            body = round(_BODY * count * (_SATURATION + 1) / (count + slack))
            weights[stem][number] = max(body + _TITLE * (stem in titled), 1)
    return forms, weights


def _tokens(text: str) -> Iterator[str]:
    """Folded words, an apostrophe inside them as a straight one: collega’s → collega's."""
    return (match[0].translate(_APOSTROPHES) for match in _WORD.finditer(fold(text)))


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


def _deltas(weights: dict[int, int]) -> list[int]:
    flat: list[int] = []
    before = 0
    for page in sorted(weights):
        flat += (page - before, weights[page])
        before = page
    return flat


def _nfc(text: str) -> str:
    """Accents joined to their letters, so that the script sees whole words when it marks them."""
    return unicodedata.normalize("NFC", text)
