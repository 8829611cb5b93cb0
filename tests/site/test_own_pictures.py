"""Pictures of the author's own are published plain, wherever they lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import MKDOCS_YML, run_here, said, write_book

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><title>Zqarina tekende dit</title><path d="M0 0L9 9"/></svg>'


@pytest.mark.parametrize("place", ["content/pages/plaatjes/brug.svg", "eigen/plaatjes/brug.svg"])
def test_a_picture_is_published_without_what_was_written_into_it(tmp_path: Path, place: str) -> None:
    config = MKDOCS_YML.replace("  language: nl\n", "  language: nl\n  custom_dir: eigen\n")
    book = write_book(tmp_path / "boek", mkdocs_yml=config)
    (book / "eigen").mkdir()
    (book / place).parent.mkdir()
    (book / place).write_text(DRAWING, encoding="utf-8")
    done = run_here("build", "--strict", folder=book)
    assert done.returncode == 0, said(done)
    published = (book / "site/plaatjes/brug.svg").read_text(encoding="utf-8")
    assert "M0 0L9 9" in published
    assert "Zqarina" not in published
