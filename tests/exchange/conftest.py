"""A registry of its own for every test: names of other people’s data never end in the one of this computer."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the names go."""
    file = tmp_path / "private" / "registry.txt"
    file.parent.mkdir()
    file.touch(mode=0o600)
    monkeypatch.setenv("MENSENWERK_REGISTRY", str(file))
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where someone works, without a casebook."""
    made = tmp_path / "work"
    made.mkdir()
    return made
