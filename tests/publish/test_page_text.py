"""What counts as visible text of a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mensenwerk.publish.page_text import page_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h1>Wil</h1><p>woont alleen</p>", "Wil woont alleen"),
        ("<b>mantel</b>zorg", "mantelzorg"),
        ("koffie<br>thee", "koffie thee"),
        ("<table><tr><td>Thea</td><td>zus</td></tr></table>", "Thea zus"),
        ("Joost &amp; Thea, cli&euml;nt", "Joost & Thea, cliënt"),
        ("  veel \n\t wit  ", "veel wit"),
        ("schuld\u00adhulp\u200bverlening", "schuldhulpverlening"),
    ],
)
def test_words_are_parted_as_a_reader_sees_them(html: str, text: str) -> None:
    assert page_text(html) == text


@pytest.mark.parametrize(
    "unseen",
    [
        "<svg><title>c--n0</title><g><text>n0</text></g></svg>",
        "<script>var a = '<p>b</p>';</script>",
        "<style>p{color:red}</style>",
        "<nav><ul><li>Menu</li></ul></nav>",
        "<template><p>later</p></template>",
        "<section hidden><p>weg <img src='a.png'> ermee</p></section>",
        '<p hidden="">weg</p>',
        "<head><title>Titel</title></head>",
        "<!-- opmerking -->",
    ],
)
def test_what_is_not_read_leaves_no_words(unseen: str) -> None:
    assert page_text(f"<p>voor</p>{unseen}<p>na</p>") == "voor na"


def test_closed_details_are_read_for_the_reader_can_open_them() -> None:
    assert page_text("<details><summary>Meer</summary><p>Het verhaal</p></details>") == "Meer Het verhaal"


def test_a_part_that_is_hidden_until_found_is_read() -> None:
    assert page_text('<p hidden="until-found">toch</p>') == "toch"


def test_void_elements_do_not_hide_what_follows() -> None:
    assert page_text('<input hidden><img hidden src="a.png"><p>zichtbaar</p>') == "zichtbaar"


def test_a_hidden_part_inside_a_hidden_part_ends_with_the_outer_one() -> None:
    assert page_text("<div hidden><div hidden>a</div>b</div>c") == "c"


def test_an_end_tag_without_a_start_changes_nothing() -> None:
    assert page_text("a</div></svg>b") == "a b"


@given(st.lists(st.text(alphabet="abcé ", max_size=8), max_size=6))
def test_every_paragraph_survives_in_order(paragraphs: list[str]) -> None:
    html = "".join(f"<p>{text}</p><svg><text>n1</text></svg>" for text in paragraphs)
    assert page_text(html).split() == " ".join(paragraphs).split()


def test_what_a_page_says_a_second_time_is_left_out_of_a_search() -> None:
    assert page_text('<p>een</p><details data-search="off"><p>een</p></details><p>twee</p>') == "een twee"


@pytest.mark.parametrize("html", ["a <b", "a <!-- b", "a <! b", 'a <i class="b', "a <i class='b> c"])
def test_a_tag_that_never_closes_is_text_so_that_nothing_hides_in_it(html: str) -> None:
    assert page_text(html) == html


@pytest.mark.parametrize("tag", ["<a ", "</a ", "<!", "<!--", '<a b="', "<a b='", '<a "', "<svg ", "<p hidden "])
def test_every_place_is_read_once_however_many_tags_stay_open(tag: str) -> None:
    """A second look at each of these would take minutes, and a third hours."""
    assert len(page_text(tag * 200_000)) >= len(tag.strip()) * 200_000 - 1
