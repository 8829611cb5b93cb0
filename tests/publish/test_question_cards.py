"""Question cards: four of A6 on a sheet, every question of the chapters on one of them, and lines to cut along."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any, get_args

import pikepdf
import pytest
from PIL import Image
from pypdf import PdfReader

from mensenwerk.pages import wording
from mensenwerk.pages.paper import About, cards_sheet
from mensenwerk.pages.paper.cards import ON_A_CARD
from mensenwerk.problems import Language
from mensenwerk.publish.paper import set_sheet, source_of
from mensenwerk.publish.typst import compile_pngs
from pdfs import check_readable, read_out, tagged

EVERY = [(language, about) for language in get_args(Language) for about in get_args(About)]


@pytest.mark.parametrize(("language", "about"), EVERY)
def test_every_question_of_the_chapters_is_on_a_card(tmp_path: Path, language: Language, about: About) -> None:
    words = wording(language)
    chapters: list[Any] = []
    chapters += words.characteristics.values() if about != "thresholds" else []
    chapters += words.dilemmas.values() if about != "characteristics" else []
    sheet = cards_sheet(words, about)
    pdf = set_sheet(sheet)
    text = read_out(pdf)
    for chapter in chapters:
        assert [question for question in chapter["questions"] if question not in text] == []
        assert chapter["name"] in text
    assert words.paper["cards"]["first_questions"][0] in text
    check_readable(pdf, tmp_path, language=language, title=sheet.title)


@pytest.mark.parametrize(("language", "about"), EVERY)
def test_four_cards_fill_every_sheet_of_a4(language: Language, about: About) -> None:
    sheet = cards_sheet(wording(language), about)
    pdf = set_sheet(sheet)
    pages = PdfReader(BytesIO(pdf)).pages
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {(595, 842)}
    with pikepdf.open(BytesIO(pdf)) as made:
        headings = list(tagged(made.Root.StructTreeRoot, "/H1"))
    assert len(headings) == len(sheet.view.cards) == 4 * len(pages)
    assert sheet.view.cards[-1].questions == ()  # one's own question
    assert all(len(card.questions) <= ON_A_CARD for card in sheet.view.cards)


def test_lines_to_cut_along_part_every_sheet_in_four() -> None:
    for raw in compile_pngs(*source_of(cards_sheet(wording("nl"), "characteristics")), ppi=72):
        picture = Image.open(BytesIO(raw)).convert("L")
        across = [min(picture.getpixel((x, y)) for y in (420, 421)) < 250 for x in range(picture.width)]
        down = [min(picture.getpixel((x, y)) for x in (297, 298)) < 250 for y in range(picture.height)]
        for line in (across, down):
            assert 0.3 < sum(line) / len(line) < 0.9  # dashes, from edge to edge
            assert any(line[:9])
            assert any(line[-9:])


def test_no_letters_lie_on_a_line_to_cut_along_or_run_off_a_card() -> None:
    for raw in compile_pngs(*source_of(cards_sheet(wording("en"), "all")), ppi=72):
        picture = Image.open(BytesIO(raw)).convert("L")
        for middle in (297.6, 595.2):
            around = [
                x for x in range(round(middle) - 20, min(round(middle) + 20, picture.width)) if abs(x - middle) > 3
            ]
            assert all(picture.getpixel((x, y)) > 250 for x in around for y in range(0, 842, 2) if abs(y - 421) > 3)


def test_own_wording_that_is_long_is_set_smaller() -> None:
    """Anyone may change the wording: a long question stays on its card."""
    words, long = (
        wording("nl"),
        "Wat zou u willen dat de mensen om u heen weten, en wie van hen mag het eerst horen? " * 4,
    )
    size = {**words.characteristics["size"], "questions": [long.strip(), "En wie niet?"]}
    sheet = cards_sheet(replace(words, characteristics={"size": size}), "characteristics")
    (raw,) = compile_pngs(*source_of(sheet), ppi=72)
    card = Image.open(BytesIO(raw)).convert("L").crop((0, 421 + 4, 294, 842))
    inked = [y for y in range(card.height) if min(card.getpixel((x, y)) for x in range(card.width)) < 150]
    assert inked[-1] < card.height - 20


def test_the_same_bytes_each_time() -> None:
    first, second = (set_sheet(cards_sheet(wording("nl"))) for _ in range(2))
    assert first == second
