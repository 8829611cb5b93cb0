"""The index as a value: what it holds, whatever order the pages come in. tests/site searches with it."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mensenwerk.publish.search_index import SearchEntry, fold, search_index

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


def read(script: str) -> dict[str, Any]:
    """The index as a browser would see it."""
    before, _, rest = script.partition("=")
    assert before == "window.mensenwerkSearchIndex"
    data: dict[str, Any] = json.loads(rest.removesuffix(";\n"))
    return data


def pages_with(data: dict[str, Any], form: str) -> dict[str, int]:
    """Address → weight of the pages on which `form` or a relative of it stands."""
    for _, forms, postings in data["words"]:
        if form in forms.split():
            found, page = {}, 0
            for step, weight in zip(postings[::2], postings[1::2], strict=True):
                page += step
                found[data["pages"][page][0]] = weight
            return found
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
    data = read(search_index([entry("a.html", one), entry("b.html", other)], language))
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
    data = read(search_index([entry("a.html", "clie\u0308nt")], "nl"))
    assert set(pages_with(data, "client")) == {"a.html"}
    assert data["pages"][0][3] == "cliënt"


def test_a_word_in_the_title_outweighs_the_same_word_many_times_in_the_text() -> None:
    data = read(search_index([entry("text.html", "rouw " * 50), entry("title.html", "niets", "Rouw")], "nl"))
    found = pages_with(data, "rouw")
    assert found["title.html"] > found["text.html"]


def test_a_word_weighs_more_on_a_short_page_than_on_a_long_one() -> None:
    data = read(search_index([entry("kort.html", "rouw nu"), entry("lang.html", "rouw " + "en meer " * 80)], "nl"))
    found = pages_with(data, "rouw")
    assert found["kort.html"] > found["lang.html"]


def test_text_cannot_end_the_script_or_its_line() -> None:
    script = search_index([entry("a.html", "een\u2028twee\u2029drie '\"\\ </script>")], "nl")
    assert script.count("\n") == 1
    assert "\u2028" not in script
    assert "\u2029" not in script
    assert read(script)["pages"][0][3] == "een\u2028twee\u2029drie '\"\\ </script>"


def test_an_index_without_pages_holds_no_words() -> None:
    assert read(search_index([], "en"))["words"] == []


def test_an_unknown_language_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="'fr'"):
        search_index([], "fr")


@given(ENTRIES, st.randoms())
def test_the_order_of_the_pages_makes_no_difference(entries: list[SearchEntry], random: Any) -> None:
    shuffled = entries.copy()
    random.shuffle(shuffled)
    assert search_index(shuffled, "nl") == search_index(entries, "nl")


@given(ENTRIES)
def test_every_word_is_found_on_exactly_the_pages_that_have_it(entries: list[SearchEntry]) -> None:
    data = read(search_index(entries, "nl"))
    forms = {e.uri: {fold(word).replace("’", "") for word in f"{e.title} {e.text}".split()} for e in entries}
    for _, family, _ in data["words"]:
        expected = {uri for uri, on_page in forms.items() if on_page & set(family.split())}
        assert set(pages_with(data, family.split()[0])) == expected


@given(ENTRIES)
def test_all_weights_are_at_least_one(entries: list[SearchEntry]) -> None:
    data = read(search_index(entries, "nl"))
    assert all(weight >= 1 for _, _, postings in data["words"] for weight in postings[1::2])
