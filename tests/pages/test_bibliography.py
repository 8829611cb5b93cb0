"""Literature is called and listed as the manual of the APA says, in the language of the book."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mensenwerk.model.literature import Reference
from mensenwerk.pages.bibliography import bibliography, entries
from mensenwerk.problems import Language
from mensenwerk.publish.page_text import page_text

ARTICLE = Reference(
    "k", ("Een, J.P.",), "1978", "Een titel", container="Tijdschrift", volume="59", issue="8", pages="465-476"
)
TWO = Reference("k", ("Een, A.", "Twee, B."), "1990", "Samen", publisher="Boeken & Zo")
MANY = Reference("k", ("Een, A.", "Twee, B.", "Drie, C."), "2002a", "Met meer", note="Proefschrift.")
OTHERS = Reference("k", ("Een, A., et al.",), "2014", "Met anderen", url="https://voorbeeld.nl/?a=1&b=2")
BODY = Reference("k", ("Raad & Daad",), "z.d.", "Uitspraak", publisher="Rechtspraak")
PAGE = Reference("k", ("Een, A.",), "z.d.", "Een pagina", url="https://voorbeeld.nl/a", accessed="2026-11-25")
PART = Reference("k", ("van den Een, A.",), "in druk", "Een deel", container="Bundel", publisher="Uitgever")


@pytest.mark.parametrize(
    ("work", "language", "in_brackets", "in_a_sentence", "entry"),
    [
        (ARTICLE, "nl", "Een, 1978", "Een (1978)", "Een, J. P. (1978). Een titel. Tijdschrift, 59(8), 465–476."),
        (TWO, "nl", "Een & Twee, 1990", "Een en Twee (1990)", "Een, A., & Twee, B. (1990). Samen. Boeken & Zo."),
        (TWO, "en", "Een & Twee, 1990", "Een and Twee (1990)", "Een, A., & Twee, B. (1990). Samen. Boeken & Zo."),
        (
            MANY,
            "nl",
            "Een et al., 2002a",
            "Een et al. (2002a)",
            "Een, A., Twee, B., & Drie, C. (2002a). Met meer. Proefschrift.",
        ),
        (
            OTHERS,
            "en",
            "Een et al., 2014",
            "Een et al. (2014)",
            "Een, A., et al. (2014). Met anderen. https://voorbeeld.nl/?a=1&b=2",
        ),
        (BODY, "nl", "Raad & Daad, z.d.", "Raad & Daad (z.d.)", "Raad & Daad. (z.d.). Uitspraak. Rechtspraak."),
        (BODY, "en", "Raad & Daad, n.d.", "Raad & Daad (n.d.)", "Raad & Daad. (n.d.). Uitspraak. Rechtspraak."),
        (
            PAGE,
            "nl",
            "Een, z.d.",
            "Een (z.d.)",
            "Een, A. (z.d.). Een pagina. Geraadpleegd 25 november 2026, van https://voorbeeld.nl/a",
        ),
        (
            PART,
            "nl",
            "van den Een, in druk",
            "van den Een (in druk)",
            "van den Een, A. (in druk). Een deel. In Bundel. Uitgever.",
        ),
    ],
)
def test_a_work_is_called_and_listed_in_the_style_of_the_apa(
    work: Reference, language: Language, in_brackets: str, in_a_sentence: str, entry: str
) -> None:
    found = bibliography(frozenset([work]), language)
    assert page_text(found.in_brackets["k"]) == in_brackets
    assert page_text(found.in_a_sentence["k"]) == in_a_sentence
    assert page_text(found.entries[0].html) == entry


def test_a_list_is_in_the_order_of_authors_and_years_whatever_order_it_came_in() -> None:
    works = [
        Reference("a", ("Zes, A.",), "2001", "Een"),
        Reference("b", ("Drie, A.",), "2005", "Twee"),
        Reference("c", ("Drie, A.",), "1999", "Drie"),
    ]
    assert [entry.anchor for entry in entries(works, "nl")] == ["bron-c", "bron-b", "bron-a"]
    assert entries(reversed(works), "nl") == entries(works, "nl")
    assert entries([], "nl") == ()


def test_an_address_in_a_list_is_a_link() -> None:
    (entry,) = entries([OTHERS], "nl")
    assert '<a href="https://voorbeeld.nl/?a=1&amp;b=2">https://voorbeeld.nl/?a=1&amp;b=2</a>' in entry.html


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        assert attrs == []


@given(st.tuples(*[st.text(alphabet="ab <>&\"'/,.=;#", min_size=1, max_size=12)] * 4), st.sampled_from(["nl", "en"]))
def test_nothing_that_an_author_types_becomes_a_tag(typed: tuple[str, str, str, str], language: Language) -> None:
    texts = [each.strip() or "x" for each in typed]
    work = Reference("k", (texts[0],), "2001", texts[1], container=texts[2], note=texts[3])
    found = bibliography(frozenset([work]), language)
    tags = Tags()
    tags.feed(f"{found.entries[0].html} {found.in_brackets['k']} {found.in_a_sentence['k']}")
    assert tags.found <= {"i", "b", "sup", "sub"}
