"""Notations: what a file decides, and what is said of one that is no notation."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from sample_maps import SVG, WORDS, alone, everything, parsed, person

from mensenwerk.ecomap import Drawing, Engine, draw_maps
from mensenwerk.ecomap.legend import LEGEND_KEYS
from mensenwerk.ecomap.notation import Notation, NotationError, hartman, known_notations, read_notation
from mensenwerk.guards.cleared import ClearedMap, ClearedTie
from mensenwerk.model import words as w
from mensenwerk.themes import themes_folder

ECOGRAM = read_notation(themes_folder() / "notations" / "ecogram.toml")
SUPPORT = (("emotional", w.Exchange.RECEIVES), ("practical", w.Exchange.BOTH))


def drawn(map_: ClearedMap, notation: Notation, engine: Engine) -> Drawing:
    words = notation.spoken(WORDS, "nl")
    return draw_maps([map_], engine=engine, prefix="a", words=words, notation=notation)[0]


def two() -> ClearedMap:
    zus = person(1, "haar zus", w.Circle.FAMILY, ClearedTie("c1", w.Strength.STRONG, support=SUPPORT))
    buur = person(2, "de buurman", w.Circle.NEIGHBOURS, ClearedTie("c1", w.Strength.ORDINARY, word="soms"))
    return alone(zus, buur)


def layer(drawing: Drawing, name: str) -> ET.Element | None:
    return next((each for each in parsed(drawing.svg).iter(f"{SVG}g") if each.get("class") == name), None)


def texts(drawing: Drawing) -> list[str]:
    return [each.text or "" for each in parsed(drawing.svg).iter(f"{SVG}text")]


def test_hartman_is_drawn_where_no_notation_is_named(wasi: Engine) -> None:
    plain = draw_maps([everything()], engine=wasi, prefix="a", words=hartman().spoken(WORDS, "nl"))[0]
    assert plain == drawn(everything(), hartman(), wasi)
    assert plain.notation == "een ecomap naar Hartman (1978)"


def test_an_ecogram_has_letters_for_groups_and_support_and_no_tinted_ground(wasi: Engine) -> None:
    drawing = drawn(two(), ECOGRAM, wasi)
    assert {"F", "B"} <= set(texts(drawing))
    assert "P E" in texts(drawing), "what goes to and fro, in the order of the notation"
    assert layer(drawing, "mw-eco-sectors") is None
    assert layer(drawn(two(), hartman(), wasi), "mw-eco-sectors") is not None
    assert not {"F", "B", "P E"} & set(texts(drawn(two(), hartman(), wasi)))


def test_a_neutral_tie_is_dotted_in_an_ecogram_and_the_legend_says_so(wasi: Engine) -> None:
    drawing = drawn(two(), ECOGRAM, wasi)
    ties = layer(drawing, "mw-eco-ties")
    assert ties is not None
    assert [path.get("stroke-dasharray") for path in ties.iter(f"{SVG}path")] == [None, "2 4"]
    said = {item.key: item for item in drawing.legend}
    assert said["ordinary"].words == "neutrale band"
    assert 'stroke-dasharray="2 4"' in said["ordinary"].svg
    assert 'stroke-dasharray="2 4"' not in said["strong"].svg


def test_the_legend_names_every_letter_on_the_map_once_and_no_other(wasi: Engine) -> None:
    club = person(3, "het koor", w.Circle.ASSOCIATION)
    work = person(4, "een collega", w.Circle.COLLEAGUES)
    map_ = replace(two(), people=(*two().people, club, work))
    told = [item.words for item in drawn(map_, ECOGRAM, wasi).legend if item.key.startswith("code-")]
    assert told == ["familie", "kennissen", "buren", "praktische steun", "emotionele steun"]


def test_every_sign_of_the_map_is_in_the_legend_of_every_notation_that_comes_along(wasi: Engine) -> None:
    for path in known_notations().values():
        keys = [item.key for item in drawn(everything(), read_notation(path), wasi).legend]
        assert [key for key in keys if not key.startswith("code-")] == list(LEGEND_KEYS)


def test_a_third_notation_is_a_file_and_needs_no_program(tmp_path: Path, wasi: Engine) -> None:
    text = (themes_folder() / "notations" / "hartman.toml").read_text(encoding="utf-8")
    text = text.replace("strong = { width = 4.2 }", "strong = { width = 1.5, lines = 2 }")
    (tmp_path / "dubbel.toml").write_text(text, encoding="utf-8")
    found = known_notations(tmp_path)
    assert set(found) >= {"hartman", "ecogram", "dubbel"}
    ties = layer(drawn(two(), read_notation(found["dubbel"]), wasi), "mw-eco-ties")
    assert ties is not None
    assert ties[0].get("d", "").count("M") == 2, "two lines side by side"


def test_a_notation_of_ones_own_goes_before_one_that_comes_along(tmp_path: Path) -> None:
    (tmp_path / "ecogram.toml").write_text("", encoding="utf-8")
    assert known_notations(tmp_path)["ecogram"] == tmp_path / "ecogram.toml"


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (("width = 4.2", "width = 99"), "ties.strong.width"),
        (("width = 4.2", 'width = 4.2, dash = "x"'), "ties.strong.dash"),
        (("weak = {", "thin = {"), "ties.thin"),
        (("sectors = true", "sector = true"), "sector"),
        (("often = 9", "often = 0"), "ticks.often"),
        (('superficial = { width = 1.2, dash = "1.5 4" }', ""), "links"),
        (("sectors = true", "sectors"), "at line"),
        (("[ticks]", '[circles]\nfamily = { code = "<b>", nl = "a", en = "b" }\n[ticks]'), "circles.family.code"),
    ],
)
def test_a_file_that_is_no_notation_is_told_by_the_place_that_is_wrong(
    tmp_path: Path, change: tuple[str, str], where: str
) -> None:
    text = (themes_folder() / "notations" / "hartman.toml").read_text(encoding="utf-8")
    assert change[0] in text
    path = tmp_path / "x.toml"
    path.write_text(text.replace(*change), encoding="utf-8")
    with pytest.raises(NotationError) as told:
        read_notation(path)
    assert where in told.value.where


def test_the_words_a_notation_changes_are_words_of_the_legend() -> None:
    for path in known_notations().values():
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        assert set(table.get("words", {})) <= set(LEGEND_KEYS)
