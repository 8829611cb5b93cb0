"""The form as a file: it holds what it needs, in one vocabulary, and nothing of it can break out of its place."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from mensenwerk.author.form import form_page
from mensenwerk.ecomap.notation import hartman
from mensenwerk.ecomap.straight import tie_pictures
from mensenwerk.model import vocabulary
from mensenwerk.model.schema import schema
from mensenwerk.problems import Language
from mensenwerk.site.form import form_of


def data_of(page: str) -> Any:
    (found,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    return json.loads(found)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_asks_and_explains_in_the_words_of_the_one_vocabulary(language: Language) -> None:
    data = data_of(form_of(language))
    assert data["schema"]["nl"] == schema("Case", "nl")
    assert data["schema"]["en"] == schema("Case", "en")
    for name, fields in data["words"][language].items():
        for field, word in fields.items():
            assert word == vocabulary.field_word(name, field).word(language)


def test_every_text_that_the_scripts_ask_for_is_there() -> None:
    page = form_of("nl")
    script = page.rpartition("<script>")[2]
    said = data_of(page)["t"]
    asked = set(re.findall(r"\bt\.([a-z_]+)\b", script.partition("class CaseFile")[2]))
    steps = re.search(r"return \[((?:\"\w+\"(?:, )?)+)\]", script)
    assert steps
    for step in re.findall(r"\w+", steps[1]):
        asked |= {step, f"{step}_short", f"{step}_lead"}
    assert asked <= said.keys()
    on_page = {key for key, text in said.items() if text in page.partition("<script")[0]}
    assert said.keys() <= asked | on_page


def test_what_is_put_in_cannot_end_a_script_or_open_an_element() -> None:
    page = form_page("nl", hartman(), {"strong": "</script><img>"}, b"%PDF", '"><img>.pdf')
    assert page.count("<script") == page.count("</script") == 2
    assert "<img" not in page.partition('id="data"')[0]
    assert data_of(page)["legend"]["strong"] == "</script><img>"


def test_every_tie_that_can_be_said_has_a_picture_of_its_own() -> None:
    for each in data_of(form_of("nl"))["ties"].values():
        assert len(each) == len(set(each.values()))
    pictures = tie_pictures(hartman(), 96.0)
    assert len(pictures) == len(set(pictures.values())) == 3 * 3 * 4 + 3
    assert pictures["strong - -"] == (
        '<path class="mw-eco-key-line" fill="none" stroke="#27343b" stroke-width="4.2" d="M0 0L96 0"/>'
    )
    assert pictures["weak often costs"].count("mw-eco-key-head") == 1
    assert pictures["ordinary - both"].count("mw-eco-key-head") == 2
    assert pictures["broken -"].count("<path") == 2
