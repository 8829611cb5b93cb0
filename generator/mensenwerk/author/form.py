"""The form with which an author makes or opens a case: one HTML file that asks nothing of the network.

What it asks and explains comes from the one vocabulary, what it draws from the ecomap, what it judges by from the
schema, and what it says of a mistake from the same messages as everywhere.
"""

from __future__ import annotations

import base64
import json
import tomllib
from collections.abc import Mapping
from functools import cache
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

from mensenwerk.ecomap.notation import Notation
from mensenwerk.ecomap.straight import pictures_by_length, shapes
from mensenwerk.model import vocabulary
from mensenwerk.model.rules import FULL_DATE
from mensenwerk.model.schema import FILE_NAMES, schema
from mensenwerk.model.shape import MAIN_FIELD, definitions, root
from mensenwerk.model.validate import PATTERNS
from mensenwerk.problems import Language, wording

MARK = "mensenwerk form"
"""By which a form is known from other files."""

_SCRIPTS = ("vendor/yaml.js", "case.js", "schema.js", "star.js", "fields.js", "parts.js", "form.js")
_LENGTHS = (96.0, 176.0)
"""Of ties: the second where there are many people. On a shorter line ticks fall into the gap of a broken tie."""
_LANGUAGES: tuple[Language, Language] = ("nl", "en")
_LISTS = ("Strength", "Tension", "Energy", "State", "Kind", "Circle", "DilemmaType")
_FIRST = {"language": 0, "version": 1, "id": 2}
"""What a file or a part begins with; the rest stands in the order of the model."""
_ON_THE_PAGE = (
    "title", "noscript", "paper", "paper_lead", "paper_map", "after_paper", "stays", "stays_short", "begin_new",
    "begin_open", "begin_again", "steps_name", "star", "star_moment", "star_told", "star_help",
)  # fmt: skip


def form_page(
    language: Language, notation: Notation, legend: Mapping[str, str], empty_map: bytes, map_name: str
) -> str:
    """The whole file. `legend`: the words of the signs; `empty_map`: a PDF to draw on together, and what it is called
    when it is kept."""
    said = {key: each[language] for key, each in _wording().items()}
    data = {
        "language": language,
        "t": said,
        "legend": dict(legend),
        "ties": pictures_by_length(notation, _LENGTHS),
        "shapes": shapes(notation),
        "mainField": MAIN_FIELD,
        "patternCodes": PATTERNS,
        "fullDate": FULL_DATE.pattern,
        "problems": _problems(language),
        **_words(),
    }
    return Template(_read("form.html")).substitute(
        {key: escape(said[key]) for key in _ON_THE_PAGE},
        language=language,
        mark=MARK,
        style=_read("form.css"),
        map=base64.b64encode(empty_map).decode(),
        map_name=escape(map_name),
        data=json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/"),
        script="(() => {\n" + "\n".join(map(_read, _SCRIPTS)) + "})();",
    )


def _words() -> dict[str, Any]:
    """The one vocabulary as the form needs it, in both languages: a file may be in the other one."""
    models = {"Case": root(), **{name: node for name, node in definitions().items() if "properties" in node}}
    models = {name: node for name, node in models.items() if not name.startswith(("Edition", "Series"))}
    fields = {name: list(node["properties"]) for name, node in models.items()}
    spoken = {
        language: {
            name: {field: vocabulary.field_word(name, field).word(language) for field in each}
            for name, each in fields.items()
        }
        for language in _LANGUAGES
    }
    return {
        "words": spoken,
        "order": {name: sorted(each, key=lambda field: _FIRST.get(field, 9)) for name, each in fields.items()},
        "lists": {language: {name: vocabulary.values(name, language) for name in _LISTS} for language in _LANGUAGES},
        "everyone": {language: vocabulary.everyone(language) for language in _LANGUAGES},
        "yes": {language: next(iter(vocabulary.yes_no(language))) for language in _LANGUAGES},
        "schema": {language: schema("Case", language) for language in _LANGUAGES},
        "schemaFiles": {language: FILE_NAMES["Case", language] for language in _LANGUAGES},
    }


def _problems(language: Language) -> dict[str, list[str]]:
    """What is wrong and what to do, by the codes that the form gives."""
    script = _read("schema.js")
    codes = {code for code in wording() if f'"{code}"' in script} | set(PATTERNS.values()) | {"not-utf8", "form"}
    return {code: [wording()[code][f"{part}_{language}"] for part in ("message", "hint")] for code in sorted(codes)}


def _read(name: str) -> str:
    return files("mensenwerk").joinpath("author", "form_page", *name.split("/")).read_text(encoding="utf-8")


@cache
def _wording() -> dict[str, dict[Language, str]]:
    return tomllib.loads(files("mensenwerk").joinpath("author", "form.toml").read_text(encoding="utf-8"))
