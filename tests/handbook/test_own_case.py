"""The case that a reader sees come into being is the one that the handbook shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.reading import BOOKS, HANDBOOK, Block, blocks, pages

SHOWN = "cases/de-sleutel-van-het-tuinhuis.yaml"
ALL = [block for book in BOOKS.values() for page in pages(book) for block in blocks(page)]


def test_what_a_reader_copies_is_the_case_as_it_began() -> None:
    (begun,) = [block for block in ALL if block.file and Path(block.file).name == Path(SHOWN).name]
    whole = iter((HANDBOOK / SHOWN).read_text(encoding="utf-8").splitlines())
    assert [line for line in begun.text.splitlines() if line not in whole] == []  # in this order


@pytest.mark.parametrize(
    "block", [block for block in ALL if block.mark.startswith("uit: ")], ids=lambda each: each.place
)
def test_what_is_shown_of_it_stands_in_it(block: Block) -> None:
    assert block.text in (HANDBOOK / block.mark.removeprefix("uit: ")).read_text(encoding="utf-8")
