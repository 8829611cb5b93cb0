"""What the handbook tells of the code is so."""

from __future__ import annotations

import re
import tomllib

import pytest

from commands import ROOT
from handbook.reading import BOOKS, pages

ENGLISH = pages(BOOKS["en"])


def test_the_floors_of_the_handbook_are_those_that_are_held() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    (held,) = [contract["layers"] for contract in contracts if contract["type"] == "layers"]
    text = next(page for page in ENGLISH if page.stem == "how-it-is-built").read_text(encoding="utf-8")
    table = text.partition("<!-- floors -->")[2].partition("\n\n")[0]
    told = [set(re.findall(r"`([a-z.]+)`", row.split("|")[1])) for row in table.splitlines() if row.startswith("| `")]
    assert told == [set(layer.replace("mensenwerk.", "").split(" | ")) for layer in held]
    rest = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five"}[len(contracts) - 1]
    assert f"{rest.capitalize()} more rules are held" in text


@pytest.mark.parametrize("page", ENGLISH, ids=lambda page: page.stem)
def test_every_file_and_folder_that_is_named_is_there(page) -> None:
    named = re.findall(r"`((?:generator|content|tests|themes|\.ci)/[^` *]*)`", page.read_text(encoding="utf-8"))
    assert [name for name in named if not (ROOT / name).exists() and not name.startswith("content/cases")] == []
