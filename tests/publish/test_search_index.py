"""The index as a value: what it holds, whatever order the pages come in. tests/site searches with it."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mensenwerk.publish.search_index import DIGITS, LEVELS, SearchEntry, _postings, fold, search_scripts

WORDS = st.sampled_from(
    ["mantelzorger", "Mantelzorgers", "cliënt", "collega’s", "zus", "Łucja", "buurvrouwen", "3", "…"]
)
ENTRIES = st.lists(
    st.builds(
        SearchEntry,
        uri=st.text(alphabet="abc", min_size=1, max_size=4).map(lambda name: f"{name}.html"),
        title=st.lists(WORDS, max_size=3).map(" ".join),
        kind=st.sampled_from(["Casus", "Thema"]),
        text=st.lists(WORDS, max_size=12).map(" ".join),
    ),
    max_size=6,
    unique_by=lambda entry: entry.uri,
)


def read(scripts: dict[str, str]) -> dict[str, Any]:
    """The index as a browser would see it."""
    before, _, rest = scripts["search-index.js"].partition("=")
    assert before == "window.mensenwerkSearchIndex"
    data: dict[str, Any] = json.loads(rest.removesuffix(";\n"))
    return data


def text_of(scripts: dict[str, str], page: int) -> str:
    """The text of a page as a browser would see it."""
    before, _, rest = scripts[f"search/{page}.js"].partition(",")
    assert before == f"mensenwerkSearchText({page}"
    text: str = json.loads(rest.removesuffix(");\n"))
    return text


def decoded(postings: str) -> list[tuple[int, int]]:
    """Page and level, read as the module says that they are written."""
    found, page, number, place = [], -1, 0, 1
    for digit in postings:
        value = DIGITS.index(digit)
        number, place = number + value % 32 * place, place * 32
        if value < 32:
            page += 1 + number // LEVELS
            found.append((page, number % LEVELS))
            number, place = 0, 1
    return found


def pages_with(data: dict[str, Any], form: str) -> dict[str, int]:
    """Address → weight of the pages on which `form` or a relative of it stands."""
    for _, forms, postings in data["words"]:
        if form in forms.split():
            return {data["pages"][page][0]: level for page, level in decoded(postings)}
    return {}


def entry(uri: str, text: str, title: str = "") -> SearchEntry:
    return SearchEntry(uri, title, "Casus", text)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("nl", "mantelzorger", "mantelzorgers"),
        ("nl", "netwerk", "netwerken"),
        ("nl", "collega", "collega’s"),
        ("nl", "vriendin", "vriendinnen"),
        ("en", "carer", "carers"),
        ("en", "neighbour", "neighbours"),
    ],
)
def test_forms_of_a_word_lead_to_the_same_pages(language: str, one: str, other: str) -> None:
    data = read(search_scripts([entry("a.html", one), entry("b.html", other)], language))
    for form in (one, other.replace("’", "")):
        assert set(pages_with(data, form)) == {"a.html", "b.html"}


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Cliënt", "client"),
        ("CAFÉ", "cafe"),
        ("Łucja", "lucja"),
        ("Straße", "strasse"),
        ("İpek", "ipek"),
        ("ﬁets", "fiets"),
    ],
)
def test_accents_and_capitals_make_no_difference(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_a_letter_with_a_loose_accent_stays_one_word() -> None:
    scripts = search_scripts([entry("a.html", "clie\u0308nt")], "nl")
    assert set(pages_with(read(scripts), "client")) == {"a.html"}
    assert text_of(scripts, 0) == "cliënt"


def test_a_word_in_the_title_outweighs_the_same_word_many_times_in_the_text() -> None:
    data = read(search_scripts([entry("text.html", "rouw " * 50), entry("title.html", "niets", "Rouw")], "nl"))
    found = pages_with(data, "rouw")
    assert found["title.html"] > found["text.html"]


def test_a_word_weighs_more_on_a_short_page_than_on_a_long_one() -> None:
    data = read(search_scripts([entry("kort.html", "rouw nu"), entry("lang.html", "rouw " + "en meer " * 80)], "nl"))
    found = pages_with(data, "rouw")
    assert found["kort.html"] > found["lang.html"]


def test_text_cannot_end_a_script_or_its_line() -> None:
    hostile = "een\u2028twee\u2029drie '\"\\ </script>"
    scripts = search_scripts([entry("a.html", hostile, hostile)], "nl")
    for script in scripts.values():
        assert script.count("\n") == 1
        assert "\u2028" not in script
        assert "\u2029" not in script
        assert "</script" not in script
    assert text_of(scripts, 0) == read(scripts)["pages"][0][1] == hostile


def test_an_index_without_pages_holds_no_words() -> None:
    assert read(search_scripts([], "en"))["words"] == []


def test_an_unknown_language_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="'fr'"):
        search_scripts([], "fr")


@given(ENTRIES, st.randoms())
def test_the_order_of_the_pages_makes_no_difference(entries: list[SearchEntry], random: Any) -> None:
    shuffled = entries.copy()
    random.shuffle(shuffled)
    assert search_scripts(shuffled, "nl") == search_scripts(entries, "nl")


@given(ENTRIES)
def test_every_word_is_found_on_exactly_the_pages_that_have_it(entries: list[SearchEntry]) -> None:
    data = read(search_scripts(entries, "nl"))
    forms = {e.uri: {fold(word).replace("’", "") for word in f"{e.title} {e.text}".split()} for e in entries}
    for _, family, _ in data["words"]:
        expected = {uri for uri, on_page in forms.items() if on_page & set(family.split())}
        assert set(pages_with(data, family.split()[0])) == expected


@given(st.dictionaries(st.integers(0, 200_000), st.integers(0, 2 * LEVELS - 1), max_size=40))
def test_what_is_written_of_pages_and_weights_can_be_read_back(weights: dict[int, int]) -> None:
    assert decoded(_postings(weights)) == [(page, weights[page] // 2) for page in sorted(weights)]


def test_the_index_does_not_grow_with_the_texts() -> None:
    """A thousand pages of the same words are a thousand times the text, and one character a word and page."""
    text = " ".join(f"woord{letter * 3}" for letter in "abcdefghijklmnopqrstuvwxyz")
    scripts = search_scripts([entry(f"{number:04}.html", text) for number in range(1000)], "nl")
    assert len(scripts["search-index.js"]) < 26 * 1000 + 40 * 1000
