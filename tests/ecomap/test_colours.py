"""Colours of maps and pages, light and dark, by the contrast that WCAG 2.2 asks (1.4.3 and 1.4.11), and no glare."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mensenwerk.model import words as w

ASSETS = Path(__file__).parents[2] / "themes" / "mensenwerk" / "assets" / "mensenwerk"
Palette = dict[str, str]


def palette(*, dark: bool) -> Palette:
    """The colours of a scheme by name, as the style sheets set them."""
    found: Palette = {}
    for name in ("site.css", "ecomap.css"):
        light, _, rest = (ASSETS / name).read_text(encoding="utf-8").partition("@media screen")
        found |= colours(light)
        if dark:
            found |= colours(rest.partition("\n}\n")[0])
    return found


def colours(css: str) -> Palette:
    return dict(re.findall(r"--mw-([a-z-]+): (#[0-9a-f]{6});", css))


def contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


CIRCLES = [f"eco-{circle.value}" for circle in w.Circle]
GROUNDS = ["eco-card", "eco-ground", "eco-paper", *CIRCLES]


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> Palette:
    return palette(dark=request.param)


def test_the_two_schemes_are_really_two() -> None:
    light, dark = palette(dark=False), palette(dark=True)
    assert light.keys() == dark.keys()
    assert [name for name in light if light[name] == dark[name]] == []


def test_text_on_a_map_can_be_read_on_every_ground(scheme: Palette) -> None:
    for ground in GROUNDS:
        assert contrast(scheme["eco-ink"], scheme[ground]) >= 4.5, ground
    for ground in ("eco-card", "eco-ground"):
        assert contrast(scheme["eco-caption"], scheme[ground]) >= 4.5, ground


@pytest.mark.parametrize("line", ["eco-tie", "eco-link", "eco-soft"])
def test_a_line_on_a_map_can_be_told_from_every_ground(scheme: Palette, line: str) -> None:
    for ground in GROUNDS:
        assert contrast(scheme[line], scheme[ground]) >= 3, ground


@pytest.mark.parametrize("circle", CIRCLES)
def test_the_outline_of_someone_can_be_told_from_inside_and_outside(scheme: Palette, circle: str) -> None:
    for ground in (circle, "eco-paper", "eco-card"):
        assert contrast(scheme[f"{circle}-line"], scheme[ground]) >= 3, ground


def test_who_knows_whom_is_quieter_than_a_tie_with_the_centre(scheme: Palette) -> None:
    for ground in GROUNDS:
        assert 2 * contrast(scheme["eco-link"], scheme[ground]) < contrast(scheme["eco-tie"], scheme[ground]) + 1, (
            ground
        )


def test_text_on_a_page_can_be_read_and_controls_can_be_seen(scheme: Palette) -> None:
    for ground in ("paper", "card", "accent-soft"):
        for text in ("ink", "ink-soft", "accent"):
            assert contrast(scheme[text], scheme[ground]) >= 4.5, (text, ground)
    for ground in ("paper", "card"):
        assert contrast(scheme["line"], scheme[ground]) >= 3, ground


def test_in_the_dark_nothing_glares() -> None:
    """Bright letters on black swim before many eyes; large light planes blind in a dark room."""
    dark = palette(dark=True)
    assert max(contrast(dark["eco-ink"], dark[ground]) for ground in GROUNDS) <= 15
    assert max(contrast(dark["ink"], dark[ground]) for ground in ("paper", "card")) <= 15
    assert max(contrast(dark["eco-tie"], dark[ground]) for ground in GROUNDS) <= 12
    for plane in (*GROUNDS, "paper", "card", "accent-soft", "drawing"):
        assert contrast(dark[plane], "#000000") <= 2.2, plane
