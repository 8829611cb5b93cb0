"""What is bound together: nothing in it leads to what is not there."""

from mensenwerk.publish.binding import _drop_ways_out
from mensenwerk.publish.manuscript import Chapter
from mensenwerk.publish.parsed import parse, words_of


def test_the_ways_to_where_a_long_list_goes_on_stay_behind() -> None:
    ways = '<nav class="mw-leaves"><ul><li><a href="omvang/verder/2.html">Verder vanaf “De sluis”</a></li></ul></nav>'
    chapter = parse(Chapter("Omvang", f"<p>Wie er zijn.</p>{ways}<p>Hoe dit boek telt.</p>", "kenmerken/omvang.html"))
    _drop_ways_out(chapter, {}, frozenset())
    assert [words_of(each) for each in chapter.root] == ["Wie er zijn.", "Hoe dit boek telt."]
