"""The one vocabulary holds exactly the words of the model, once per language."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from mensenwerk.model import case, edition, vocabulary, words
from mensenwerk.model.shape import definitions, root
from mensenwerk.model.vocabulary import fold

TABLE = tomllib.loads(Path(vocabulary.__file__).with_name("vocabulary.toml").read_text(encoding="utf-8"))
LISTS = {name: node for name, node in definitions().items() if "enum" in node}
MODELS = {
    "Case": root(),
    "Edition": root("Edition"),
    **{name: node for name, node in definitions().items() if "properties" in node},
}
OWN_LISTS = {"Yes", "All"}


@pytest.mark.parametrize("name", LISTS)
def test_a_closed_list_is_translated_whole(name: str) -> None:
    assert list(TABLE["words"][name]) == LISTS[name]["enum"] == [each.value for each in getattr(words, name)]


def test_there_are_no_word_lists_that_the_model_lacks() -> None:
    assert TABLE["words"].keys() - OWN_LISTS == LISTS.keys()


def test_every_field_of_the_model_has_a_word_and_an_explanation() -> None:
    for title, node in MODELS.items():
        for name in node["properties"]:
            word = vocabulary.field_word(title, name)
            assert word.nl
            assert word.en
            assert word.help_nl.endswith((".", "?"))
            assert word.help_en.endswith((".", "?"))


def test_every_word_in_the_table_is_a_field_of_the_model() -> None:
    for title, fields in TABLE.items():
        if title != "words":
            model = getattr(edition if hasattr(edition, title) else case, title)
            assert fields.keys() <= model.__annotations__.keys(), title


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("title", MODELS)
def test_no_two_fields_of_a_part_share_a_word(title: str, language: str) -> None:
    said = [fold(vocabulary.field_word(title, n).word(language)) for n in MODELS[title]["properties"]]  # type: ignore[arg-type]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("name", [*LISTS, *sorted(OWN_LISTS)])
def test_no_two_words_of_a_list_read_the_same(name: str) -> None:
    table = TABLE["words"][name]
    for said in (list(table), list(table.values())):
        assert len({fold(word) for word in said}) == len(said)


@pytest.mark.parametrize(
    "variant", ["oud-collega's", "oud_collega's", "oud collega's", "Oud-Collega’s", "  OUD \t collega's "]
)
def test_spaces_hyphens_case_and_apostrophes_do_not_matter(variant: str) -> None:
    assert fold(variant) == fold("oud-collega's")


def test_a_word_for_an_unknown_field_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        vocabulary.field_word("Person", "score")
