"""The reference of the case file: all that the model knows, links that lead somewhere, and examples that are read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
import yaml
from markdown.extensions.toc import slugify

from commands import ROOT, run_here, said
from mensenwerk.author.reference import FILE_NAMES, parts_of, reference_pages
from mensenwerk.model import read_case, read_edition, vocabulary
from mensenwerk.model.shape import Kind, definitions, root
from mensenwerk.problems import Language, Problems, as_text
from mensenwerk.source import read_text

HERE: dict[Language, Path] = {
    "nl": ROOT / "content" / "handboek" / "pages" / "naslag",
    "en": ROOT / "content" / "handboek" / "pages.en" / "reference",
}
BOTH = list(FILE_NAMES)

AROUND = {
    "nl": """\
taal: nl
id: een-casus
titel: Een casus
middelpunt: {id: ik, wie: de moeder}
mensen:
  - {id: zus, wie: haar zus}
  - {id: buurvrouw, wie: de buurvrouw}
  - {id: vriendin, wie: een vriendin}
  - {id: oma, wie: haar moeder}
kaarten: [{id: begin}, {id: later}]
""",
    "en": """\
language: en
id: a-case
title: A case
centre: {id: me, who: the mother}
people:
  - {id: sister, who: her sister}
  - {id: neighbour, who: the neighbour}
  - {id: friend, who: a friend}
  - {id: grandmother, who: her mother}
maps: [{id: start}, {id: later}]
""",
}
"""What the examples speak of."""


def page(kind: Kind, language: Language) -> str:
    return reference_pages(language)[FILE_NAMES[kind, language]]


def examples(kind: Kind, language: Language) -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", page(kind, language), re.DOTALL)


@pytest.mark.parametrize("language", get_args(Language))
def test_the_handbook_holds_the_pages_that_the_model_gives(language: Language) -> None:
    for name, text in reference_pages(language).items():
        stale = f"write it anew: mensenwerk schema --reference {language} {HERE[language].relative_to(ROOT)}"
        assert (HERE[language] / name).read_text(encoding="utf-8") == text, stale


@pytest.mark.parametrize(("kind", "language"), BOTH)
def test_every_field_and_every_word_of_the_model_stands_on_the_page(kind: Kind, language: Language) -> None:
    parts = parts_of(kind)
    models = {kind, *(name for name in root(kind)["$defs"] if "properties" in definitions()[name])}
    assert {part.name for part in parts} == models
    text = page(kind, language)
    rows = text.count("\n| `")
    fields = [(part.name, name) for part in parts for name in _properties(part.name, kind)]
    assert rows == len(fields)
    for model, name in fields:
        word = vocabulary.field_word(model, name)
        assert re.search(
            rf"^\| `{re.escape(word.word(language))}`.* \| {re.escape(word.help(language))} \|", text, re.M
        )
    for name in root(kind)["$defs"]:
        if name not in models:
            assert [word for word in vocabulary.values(name, language) if f"`{word}`" not in text] == [], name


def _properties(name: str, kind: Kind) -> list[str]:
    node = root(kind) if name == kind else definitions()[name]
    return list(node["properties"])


@pytest.mark.parametrize(("kind", "language"), BOTH)
def test_every_link_on_the_page_leads_to_one_heading(kind: Kind, language: Language) -> None:
    text = page(kind, language)
    headings = [slugify(heading.replace("`", ""), "-") for heading in re.findall(r"^#+ (.+)$", text, re.M)]
    links = re.findall(r"\]\(#([^)]+)\)", text)
    assert links
    assert [link for link in links if headings.count(link) != 1] == []
    assert len(headings) == len(set(headings))


@pytest.mark.parametrize("language", get_args(Language))
def test_every_example_is_read_without_a_complaint(language: Language) -> None:
    found = examples("Case", language)
    assert len(found) >= 9
    for example in found:
        own = {line.split(":")[0] for line in example.splitlines() if line[:1].strip()}
        around = yaml.compose(AROUND[language])
        assert isinstance(around, yaml.MappingNode)
        around.value = [pair for pair in around.value if pair[0].value not in own]
        text = yaml.serialize(around, allow_unicode=True) + example
        problems = Problems(language)
        document = read_text(text.encode(), "casus.yaml", problems)
        assert document is not None, text
        assert read_case(document, problems) is not None, f"{example}\n{as_text(problems.errors())}"
        assert problems.errors() == [], f"{example}\n{as_text(problems.errors())}"


@pytest.mark.parametrize("language", get_args(Language))
def test_the_example_of_an_edition_is_read_without_a_complaint(language: Language) -> None:
    (example,) = examples("Edition", language)
    problems = Problems(language)
    document = read_text(example.encode(), "uitgave.yaml", problems)
    assert document is not None
    assert read_edition(document, problems) is not None
    assert problems.errors() == []


def test_pages_are_written_over_older_ones_and_over_nothing_else(tmp_path: Path) -> None:
    for _ in range(2):
        done = run_here("schema", "--reference", "nl", "naslag", folder=tmp_path)
        assert done.returncode == 0, said(done)
    assert sorted(file.name for file in (tmp_path / "naslag").iterdir()) == ["casusbestand.md", "uitgavebestand.md"]
    mine = tmp_path / "naslag" / "uitgavebestand.md"
    mine.write_text("# Van mij\n", encoding="utf-8")
    (tmp_path / "naslag" / "casusbestand.md").unlink()
    done = run_here("schema", "--reference", "nl", "naslag", folder=tmp_path)
    assert (done.returncode, "een pagina van uzelf" in said(done)) == (1, True)
    assert [file.name for file in (tmp_path / "naslag").iterdir()] == ["uitgavebestand.md"]
    assert mine.read_text(encoding="utf-8") == "# Van mij\n"
