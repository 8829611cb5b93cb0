"""Labels that try to be something else come out as the letters they are."""

from __future__ import annotations

import re

import pytest
from sample_maps import SVG, WORDS, alone, layer, parsed, person

from mensenwerk.ecomap import Engine, draw_maps
from mensenwerk.ecomap.dot import dot_of
from mensenwerk.ecomap.notation import hartman
from mensenwerk.ecomap.plan import plan_of
from mensenwerk.ecomap.scene import scene_of
from mensenwerk.guards.cleared import ClearedTie
from mensenwerk.model import words as w

HOSTILE = [
    "<b>",
    "<<b>vet</b>>",
    '"',
    'zus" URL="http://x',
    "\\N",
    "\\G \\L \\T",
    "\\",
    'a\\"',
    "&amp; &lt; &#60;",
    "<IMG SRC=x>",
    "</svg><script>",
    "<!-- x -->",
    "]]>",
    "zus\n];e0 [label=x",
    "zus\x00\x07",
    "👩‍👩‍👧‍👦 👍🏽",
    "אחות שלי",
    "أختي الكبيرة",
    "姐姐",
    "é\u0301\u0301\u0301",
    "strict",
    "node",
    "{a|b}",
    "w" * 200,
    " ".join(["zus"] * 80),
    " ",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("door", ["wasi", "dot"])
def test_a_hostile_label_is_only_text(request: pytest.FixtureRequest, door: str, text: str) -> None:
    engine: Engine = request.getfixturevalue(door)
    tie = ClearedTie("c1", word=text)
    map_ = alone(person(1, text, w.Circle.FAMILY, tie), person(2, "buur", w.Circle.NEIGHBOURS, pseudonym=text))
    svg = draw_maps([map_], engine=engine, prefix="a", words=WORDS)[0].svg
    tags = {element.tag.removeprefix(SVG) for element in parsed(svg).iter()}
    assert tags <= {"svg", "g", "ellipse", "polygon", "path", "text"}
    assert not any(name.startswith(("on", "href")) for e in parsed(svg).iter() for name in e.attrib)
    assert "<!--" not in svg
    if len(text) < 20 and text.isprintable() and text.strip():
        shown = "".join("".join(element.itertext()) for element in layer(svg, "mw-eco-text"))
        assert text.replace(" ", "") in shown.replace(" ", "")


@pytest.mark.parametrize("text", [*HOSTILE, 'x"];n9 [label="y'])
def test_a_label_never_turns_into_dot(text: str) -> None:
    map_ = alone(person(1, text, w.Circle.FAMILY))
    rows = dot_of(scene_of(map_, plan_of([map_], hartman()), hartman())).splitlines()
    assert [row.split(" [")[0] for row in rows[4:-1]] == ["core", "v0"]
    label = rows[-2].split(" label=", 1)[1].removesuffix("]")
    if not label.isalnum():
        assert (label[0], label[-1]) == ('"', '"')
        inner = label[1:-1].replace("\\\\", "")  # a backslash that stands for itself
        assert '"' not in inner.replace('\\"', "")
        assert set(re.findall(r"\\(.)", inner)) <= {"n", '"'}


def test_a_very_long_word_is_cut_within_its_figure(wasi: Engine) -> None:
    drawing = draw_maps([alone(person(1, "w" * 200, w.Circle.FAMILY))], engine=wasi, prefix="a", words=WORDS)[0]
    rows = [element.text or "" for element in layer(drawing.svg, "mw-eco-text")]
    assert rows[-1].endswith("…")
    assert max(map(len, rows)) < 25
