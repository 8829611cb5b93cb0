"""Editions as files: what each kind needs, what means nothing to it, and the same in both languages."""

from __future__ import annotations

import pytest

from mensenwerk.model import ReadEdition, read_edition
from mensenwerk.model.edition import NEEDED, OF_KIND, Edition
from mensenwerk.model.words import EditionKind
from mensenwerk.problems import Problems
from mensenwerk.source import read_text

HEAD = "taal: nl\nid: een-uitgave\ntitel: Een uitgave\n"
SAID = "casussen: [een]\nvisie: Mensen.\naanleiding: Nu.\nkeuze: Dit of dat.\nrollen: [controlerend]\n"
BRIEFING = f"{HEAD}soort: briefing\n{SAID}"


def read(text: str) -> tuple[ReadEdition | None, list[str]]:
    problems = Problems()
    document = read_text(text.encode(), "uitgave.yaml", problems)
    found = read_edition(document, problems) if document else None
    return found, [str(problem) for problem in problems.found]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}soort: gids\nhoofdstukken: gids/1.md\n",
        f"{HEAD}soort: casestudie\ncasussen: [een]\n",
        f"{HEAD}soort: gesprek\ncasussen: [een]\nvorm: moreel-beraad\n",
        BRIEFING,
    ],
)
def test_the_shortest_of_each_kind_is_enough(text: str) -> None:
    found, problems = read(text)
    assert problems == []
    assert found is not None


@pytest.mark.parametrize("kind", list(EditionKind))
def test_every_field_that_a_kind_needs_is_asked_for_where_it_is_not_there(kind: EditionKind) -> None:
    words = {"guide": "gids", "case-study": "casestudie", "conversation": "gesprek", "briefing": "briefing"}
    _, problems = read(f"{HEAD}soort: {words[kind.value]}\n")
    assert len(problems) == len(NEEDED[kind])
    assert all("ontbreekt" in problem for problem in problems)


def test_every_field_of_one_kind_is_refused_in_the_others() -> None:
    for kind, names in OF_KIND.items():
        assert names <= Edition.model_fields.keys()
        assert not any(names & other for each, other in OF_KIND.items() if each is not kind)
    _, problems = read(f"{BRIEFING}minuten: 60\nhoofdstukken: [a.md]\n")
    assert [problem.split(": ")[0] for problem in problems] == ["uitgave.yaml:11:1", "uitgave.yaml:10:1"]
    assert all("geen betekenis" in problem for problem in problems)


@pytest.mark.parametrize("kind", ["casestudie", "gesprek\nvorm: intervisie"])
def test_what_is_about_one_case_has_one(kind: str) -> None:
    _, (problem,) = read(f"{HEAD}soort: {kind}\ncasussen: [een, twee]\n")
    assert "één casus" in problem


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("soort: briefng", "briefing"),
        ("minuten: 12", "getal"),
        ("hoofdstuk: a.md", "hoofdstukken"),
        ("vorm: moreel berad", "moreel-beraad"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_to_do(line: str, message: str) -> None:
    _, problems = read(f"{HEAD}casussen: [een]\n{line}\n{'' if 'soort' in line else 'soort: gesprek'}\n")
    (told,) = [problem for problem in problems if problem.startswith("uitgave.yaml:5:")]
    assert message in told


def test_an_edition_says_the_same_in_both_languages() -> None:
    dutch, _ = read(BRIEFING)
    english, problems = read(
        "language: en\nid: een-uitgave\ntitle: Een uitgave\nkind: briefing\ncases: [een]\nvision: Mensen.\n"
        "occasion: Nu.\nchoice: Dit of dat.\nroles: [control]\n"
    )
    assert problems == []
    assert dutch is not None
    assert english is not None
    assert english.edition == dutch.edition.model_copy(update={"language": "en"})


def test_an_id_that_is_no_name_of_a_file_is_refused() -> None:
    _, (problem,) = read(BRIEFING.replace("id: een-uitgave", "id: con"))
    assert problem.startswith("uitgave.yaml:2:")
