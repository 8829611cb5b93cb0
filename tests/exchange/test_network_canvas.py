"""What Network Canvas exported becomes a case for each interview."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from commands import run_here, said
from mensenwerk.model import Case, moments, read_case
from mensenwerk.model import words as w
from mensenwerk.problems import Problems
from mensenwerk.source import read_file

A, B = "5f0c6a2e-ego-a", "77d1b0aa-ego-b"
FILES = {
    "ego": (
        "networkCanvasEgoUUID,networkCanvasCaseID,networkCanvasSessionID,networkCanvasProtocolName,sessionStart,"
        "sessionFinish,sessionExported,APP_VERSION,COMMIT_HASH,age,gender,EgoName\n"
        f"{A},Zelda,s-1,Wie is belangrijk,2025-01-15T10:30:00.000Z,2025-01-15T11:30:00.000Z,x,6.5,abc,45,Female,Zelda\n"
        f"{B},007,s-2,Wie is belangrijk,2025-07-02 10:30,,x,6.5,abc,,,\n"
    ),
    "attributeList_Person": (
        "nodeID,networkCanvasEgoUUID,networkCanvasUUID,name,age,relationship_family,relationship_friend,"
        "relationship_7,contact_frequency,closeness,support_given,opmerking,sociogram_x,sociogram_y\n"
        f"1,{A},u-1,Ottokar,71,true,false,false,Daily,3,true,belt over Ibolya,0.21,0.4\n"
        f'2,{A},u-2,"Ibolya, de lange",,true,true,false,Weekly,,false,,0.5,0.5\n'
        f"3,{A},u-3,Mirza,19,false,false,true,,1,,,0.1,0.9\n"
        f"1,{B},u-1,Leopoldo,,false,true,false,,,,,,\n"
    ),
    "attributeList_Place": f"nodeID,networkCanvasEgoUUID,networkCanvasUUID,name\n4,{A},u-4,Cafe Findeisen\n",
    "edgeList_Knows": (
        "edgeID,from,to,networkCanvasEgoUUID,networkCanvasUUID,networkCanvasSourceUUID,networkCanvasTargetUUID,strength\n"
        f"1,1,2,{A},e-1,u-1,u-2,2\n"
        f"2,2,1,{A},e-2,u-2,u-1,2\n"
    ),
}
NAMES = ("Zelda", "Ottokar", "Ibolya", "Mirza", "Leopoldo", "Findeisen")
PRIVATE = (*NAMES, "de lange", "belt over", "u-1", A, B, "2025", "007")


@pytest.fixture
def export(folder: Path) -> Path:
    """A folder as Network Canvas exports it."""
    made = folder / "export"
    made.mkdir()
    for name, text in FILES.items():
        (made / f"zelda_s-1_{name}.csv").write_text(text, encoding="utf-8")
    return made


def cases(folder: Path, source: str) -> tuple[list[Case], str]:
    """The cases made of an export, and what was told."""
    done = run_here("import", source, folder=folder)
    assert done.returncode == 0, said(done)
    found = []
    for file in sorted(folder.glob("*.yaml")):
        problems = Problems()
        document = read_file(file, file.name, problems)
        assert document is not None
        read = read_case(document, problems)
        assert read is not None
        assert problems.found == []
        found.append(read.case)
    return found, said(done)


def test_each_interview_becomes_a_case(folder: Path, export: Path) -> None:
    (first, second), told = cases(folder, export.name)
    assert "Gelezen als een bestand van Network Canvas" in told
    assert (first.centre[0].age, first.centre[0].sign) == ("40-49", w.Sign.WOMAN)
    assert (first.maps[0].when, second.maps[0].when) == ("winter", "zomer")
    assert [each.who for each in first.people] == ["familielid 1", "familielid 2", "iemand", "plek"]
    assert [each.who for each in second.people] == ["vriend"]
    assert first.people[3].kind is w.Kind.PLACE


def test_answers_in_columns_of_their_own_are_read(folder: Path, export: Path) -> None:
    (first, _), _ = cases(folder, export.name)
    father, friend, other, _ = first.people
    assert father.circle == (w.Circle.FAMILY,)
    assert friend.circle == (w.Circle.FAMILY, w.Circle.FRIENDS)
    assert father.contact.how_often is w.Frequency.DAILY
    assert (father.age, other.age) == ("70-79", "15-19")


def test_edges_that_were_drawn_are_links_and_the_rest_stays_unknown(folder: Path, export: Path) -> None:
    (first, _), told = cases(folder, export.name)
    assert set(moments(first)[0].pairs) == {("familielid-1", "familielid-2")}
    assert first.who_knows_who.complete is False
    assert "- edgeList, één keer: stond er vaker dan eens" in told


def test_nothing_private_is_in_a_case_or_told(folder: Path, export: Path) -> None:
    _, told = cases(folder, export.name)
    text = told + "".join(file.read_text(encoding="utf-8") for file in folder.glob("*.yaml"))
    assert [each for each in PRIVATE if each.lower() in text.lower()] == []


def test_names_and_a_case_that_was_called_after_someone_go_to_the_registry(
    folder: Path, export: Path, registry: Path
) -> None:
    cases(folder, export.name)
    lines = registry.read_text(encoding="utf-8")
    assert [name for name in NAMES if name not in lines] == []
    assert "007" not in lines


@pytest.mark.parametrize(
    "line",
    [
        "- relationship_7, één keer: weggelaten. Wat het getal betekent",
        "- closeness, 2 keer: weggelaten. Wat het getal betekent",
        "- support_given, 2 keer: weggelaten; een casus heeft er geen plek voor.",
        "- opmerking, één keer: weggelaten. In een eigen tekst",
        "- sociogram_x, 3 keer: weggelaten; het is iets van het andere programma zelf.",
        "- sessionStart, 2 keer: het seizoen",
        "- strength, 2 keer: weggelaten; een casus heeft er geen plek voor.",
        "- networkCanvasProtocolName, 2 keer: weggelaten;",
    ],
)
def test_what_did_not_go_along_is_told(folder: Path, export: Path, line: str) -> None:
    _, told = cases(folder, export.name)
    assert line in told


def test_a_zip_of_the_export_is_read_too(folder: Path, export: Path) -> None:
    with zipfile.ZipFile(folder / "export.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for file in export.iterdir():
            archive.write(file, f"networkCanvasExport/{file.name}")
    found, _ = cases(folder, "export.zip")
    assert [len(case.people) for case in found] == [4, 1]


_HEAD = "nodeID,networkCanvasEgoUUID,networkCanvasUUID,name\n"
_EDGES = "networkCanvasEgoUUID,networkCanvasSourceUUID,networkCanvasTargetUUID\n"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "x_attributeList_Person.csv",
            f"{_HEAD}1,{A},u-1,Ottokar\n",
            "_Person.csv:2:1: Een eerdere rij",
        ),
        ("x_attributeList_Person.csv", f"{_HEAD}1,{A},,Ottokar\n", "…_attributeList_Person.csv:2:1: In deze rij staat"),
        ("x_edgeList_Knows.csv", f"{_EDGES}{A},u-1,u-9\n", "…_edgeList_Knows.csv:2:1: Deze rij verbindt niet"),
        ("x_edgeList_Knows.csv", f"{_EDGES}{B},u-1,u-2\n", "…_edgeList_Knows.csv:2:1: Deze rij verbindt niet"),
        ("x_ego.csv", f"networkCanvasEgoUUID\n{A}\n", "…_ego.csv:2:1: Een eerdere rij"),
        ("anders.csv", "a,b\n1,Ottokar\n", "anders.csv: Deze tabel is niet van Network Canvas"),
    ],
)
def test_a_broken_export_is_told_with_its_row_and_nothing_is_written(
    folder: Path, export: Path, registry: Path, name: str, content: str, message: str
) -> None:
    (export / name).write_text(content, encoding="utf-8")
    done = run_here("import", export.name, folder=folder)
    assert done.returncode == 1
    assert message in said(done)
    assert [each for each in NAMES if each.lower() in said(done).lower()] == []
    assert list(folder.glob("*.yaml")) == []
    assert registry.read_bytes() == b""
