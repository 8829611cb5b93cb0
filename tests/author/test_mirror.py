"""The mirror asks about what is not said, points at words, names places, and grades nothing."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from commands import ROOT, run_here, said, write_book, write_case
from mensenwerk.author.mirror import mirror, told
from mensenwerk.model import ReadCase, read_case
from mensenwerk.problems import Language, Problems
from mensenwerk.source import read_text

HEAD: dict[Language, str] = {
    "nl": "taal: nl\nid: een\ntitel: Een kaart\nmiddelpunt: {id: ik, wie: een vrouw}\n",
    "en": "language: en\nid: one\ntitle: A map\ncentre: {id: me, who: a woman}\n",
}
WHOLE = """\
mensen:
  - {id: zus, wie: haar zus, betekenis: Zij lacht mee., eigen_stem: Ik kom graag., banden: {steun: {emotioneel: beide}}}
kaarten: [{id: nu, verlangen: Rust.}]
"""


def case(more: str, language: Language = "nl") -> ReadCase:
    problems = Problems()
    document = read_text((HEAD[language] + more).encode(), "een.yaml", problems)
    assert document is not None
    read = read_case(document, problems)
    assert read is not None, [str(each) for each in problems.found]
    return read


def keys(more: str, language: Language = "nl") -> list[str]:
    return [one.key for one in mirror(case(more, language))]


def test_a_case_in_which_people_mean_something_gets_only_the_questions_that_are_always_asked() -> None:
    assert keys(WHOLE) == []
    lines = list(told(case(WHOLE), shown=True))
    assert "De eerste vraag blijft: wie is belangrijk voor u?" in lines
    assert "En altijd: is er iemand die hier niet staat en er wel bij hoort?" in lines


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        ("betekenis: Zij lacht mee., eigen_stem: Ik kom graag., ", "talenten: [rijden], ", "mirror_only_tasks"),
        ("betekenis: Zij lacht mee., eigen_stem: Ik kom graag., ", "", "mirror_no_meaning"),
        (", eigen_stem: Ik kom graag.", "", "mirror_no_voice"),
        (", verlangen: Rust.", "", "mirror_no_longing"),
        ("emotioneel: beide", "emotioneel: krijgt", "mirror_gives_nothing"),
        ("kaarten:", "verwachting: [{wat: Dat ze komt., van: zus}]\nkaarten:", "mirror_not_asked"),
        ("Zij lacht mee.", "Zij is goed inzetbaar.", "mirror_words"),
    ],
)
def test_what_is_not_said_is_asked(before: str, after: str, key: str) -> None:
    assert before in WHOLE
    assert key in keys(WHOLE.replace(before, after))


def test_a_meaning_that_is_told_of_a_later_map_counts() -> None:
    more = WHOLE.replace("betekenis: Zij lacht mee.", "veranderd: {later: {betekenis: Zij lacht mee.}}")
    assert "mirror_no_meaning" not in keys(more.replace("{id: nu", "{id: begin}, {id: later"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We willen het netwerk inzetten.", ["inzetten"]),
        ("Zij wil zich ervoor inzetten.", []),
        ("De buurt wordt gemobiliseerd en geactiveerd.", ["gemobiliseerd", "geactiveerd"]),
        ("De taakverdeling is klaar.", ["taakverdeling"]),
        ("Zij heeft een bankrekening.", []),
    ],
)
def test_words_that_make_people_a_means_are_pointed_at(text: str, found: list[str]) -> None:
    seen = [one for one in mirror(case(WHOLE.replace("Zij lacht mee.", text))) if one.key == "mirror_words"]
    assert [words for one in seen for _, words in one.places] == found


def test_english_words_too() -> None:
    more = "people: [{id: s, who: her sister, meaning: We can leverage her.}]\n"
    (seen,) = [one for one in mirror(case(more, "en")) if one.key == "mirror_words"]
    assert [words for _, words in seen.places] == ["leverage"]


def test_places_are_told_and_words_on_a_screen_only() -> None:
    read = case("mensen: [{id: zus, wie: de zqzus, talenten: [rijden]}]\n")
    quiet, shown = "\n".join(told(read, shown=False)), "\n".join(told(read, shown=True))
    assert "zqzus" not in quiet
    assert "een.yaml:5:" in quiet
    assert "zqzus" in shown


def test_no_word_of_it_is_a_grade() -> None:
    wording = tomllib.loads((ROOT / "generator/mensenwerk/author/wording.toml").read_text(encoding="utf-8"))
    texts = [text for name, said in wording.items() if name.startswith("mirror_") for text in said.values()]
    assert len(texts) > 20
    assert not re.search(r"\d|score|goed|fout|onvoldoende|moet|good|wrong|must", "\n".join(texts))


def test_the_command_reads_a_case_back_and_ends_well(tmp_path: Path) -> None:
    book = write_book(tmp_path / "boek")
    done = run_here("mirror", "de-bank", folder=book)
    assert (done.returncode, "wie is belangrijk voor u?" in done.stdout) == (0, True)
    missing = run_here("mirror", "de-kade", folder=book)
    assert (missing.returncode, "De casussen zijn: de-bank" in missing.stderr) == (1, True)
    write_case(book, "taal: nl\nid: de-bank\n")
    assert run_here("mirror", "de-bank", folder=book).returncode == 1


def test_a_book_has_no_mirror(tmp_path: Path) -> None:
    book = write_book(tmp_path / "boek")
    for audience in ("public", "internal"):
        done = run_here("build", "--audience", audience, folder=book)
        assert done.returncode == 0, said(done)
        assert not (book / "site" / "_spiegel").exists()
        assert "spiegel" not in (book / "site" / "index.html").read_text(encoding="utf-8").lower()
