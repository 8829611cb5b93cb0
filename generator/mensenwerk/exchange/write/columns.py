"""What every field of an export means: from the one vocabulary, and from `wording.toml` for what only stands here."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import get_args, get_type_hints

from mensenwerk.exchange.write.flat import BETWEEN, Own
from mensenwerk.exchange.write.tables import Table
from mensenwerk.guards import cleared
from mensenwerk.model import vocabulary
from mensenwerk.model import words as w
from mensenwerk.problems import Language

R_LINES = """\
    read <- function(name) read.csv(name, fileEncoding = "UTF-8", na.strings = "", stringsAsFactors = FALSE)
    egos <- read("egos.csv"); alters <- read("alters.csv"); aaties <- read("aaties.csv")
    book <- egor::threefiles_to_egor(egos, alters, aaties)
    map  <- igraph::read_graph("CASE.MAP.graphml", format = "graphml")"""

_MODELS = {
    "ClearedCase": ("Case",),
    "ClearedMap": ("Map",),
    "ClearedPerson": ("Person", "Contact", "Reachability"),
    "ClearedTie": ("Tie",),
    "ClearedLink": ("Pair",),
    "ClearedDilemma": ("Dilemma",),
    "ClearedExpectation": ("Expectation",),
    "ClearedExperience": ("Experience",),
    "ClearedRoom": ("Room",),
    "Provenance": ("Publication", "Consent"),
    "Own": ("Person",),
}
"""From which parts of a case file the fields of a cleared type come."""


def meaning(part: str, field: str, language: Language) -> str:
    """What a field of an exported part means."""
    own = _table().get(part, {}).get(field)
    if own is not None:
        return own[language]
    for model in _MODELS.get(part, ()):
        try:
            return vocabulary.field_word(model, field).help(language)
        except KeyError:
            continue
    raise KeyError(f"{part}.{field}")


_COLUMNS = {
    "egos": ("Row", "ClearedMap", "ClearedCase", "Provenance"),
    "centre": ("Row", "ClearedPerson", "Own"),
    "alters": ("Row", "ClearedPerson", "Own"),
    "ties": ("Row", "ClearedTie"),
    "aaties": ("Row", "ClearedLink"),
    "apart": ("Row", "ClearedLink"),
}
"""From which exported parts the columns of a table come."""


def codebook(every: Sequence[Table], language: Language) -> Table:
    """What every column of the tables means, and which words it knows."""
    columns = ("file", "column", "meaning", "words")
    told = [(each.name, column) for each in every for column in each.columns]
    rows = [(f"{name}.csv", column, _of_column(name, column, language), _words(name, column)) for name, column in told]
    return Table("codebook", columns, [dict(zip(columns, row, strict=True)) for row in rows])


def _words(table: str, column: str) -> str | None:
    """The words of the closed list that a column knows."""
    if column.startswith("support_"):
        return BETWEEN.join(w.Exchange)
    for part in _COLUMNS[table]:
        hint = get_type_hints(getattr(cleared, part, Own)).get("circles" if column == "circle" else column)
        for each in (hint, *get_args(hint)):
            if isinstance(each, type) and issubclass(each, StrEnum):
                return BETWEEN.join(each)
    return None


def _of_column(table: str, column: str, language: Language) -> str:
    if column.startswith("support_"):
        return vocabulary.field_word("Support", column.removeprefix("support_")).help(language)
    for part in _COLUMNS[table]:
        try:
            return meaning(part, column, language)
        except KeyError:
            continue
    raise KeyError(f"{table}.{column}")


@cache
def _table() -> dict[str, dict[str, dict[Language, str]]]:
    path = files("mensenwerk").joinpath("exchange", "write", "wording.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def readme(language: Language) -> str:
    """What someone reads who finds an export."""
    return _table()["Readme"]["text"][language].strip().format(r=R_LINES) + "\n"
