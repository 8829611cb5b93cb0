"""Tables of EgoNet and egor become a case for each ego: in three files, in two, in one, in a folder or a zip."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from commands import run_here, said
from mensenwerk.model import Case, moments, read_case
from mensenwerk.model import words as w
from mensenwerk.problems import Problems
from mensenwerk.source import read_file

EGOS = "egoID;sex;age;netsize\n1;w;66 - 100;3\n2;m;34;2\n"
ALTERS = """\
egoID;alterID;alter.sex;alter.age;alter.rel;alter.clo;alter.nat
1;Ottokar;m;71;Close family;5;x
1;Ibolya;f;18 - 25;Friends;NA;x
1;Mirza;x;;Kräuterfrau;2;x
2;1;w;60+;Spouse;;x
2;2;w;9;Children;;x
"""
EDGES = """\
"";egoID;Source;Target;weight
"1";1;Ottokar;Ibolya;2
"2";1;Ibolya;Mirza;0
"3";2;1;2;1
"""
WIDE = """\
egoID;sex;alter.sex.1;alter.age.1;alter.sex.2;alter.age.2;alter.sex.3;alter.age.3;X1.to.2;X1.to.3;X2.to.3;netsize
1;w;m;71;f;18 - 25;x;;1;0;3;3
2;m;w;60+;w;9;NA;NA;1;NA;NA;2
"""
NAMES = ("Ottokar", "Ibolya", "Mirza")


@pytest.fixture
def tables(folder: Path) -> Path:
    """A folder with the three tables, and nothing else that could be read."""
    made = folder / "tabellen"
    made.mkdir()
    for name, text in (("egos", EGOS), ("alters", ALTERS), ("edges", EDGES)):
        (made / f"{name}.csv").write_text(text, encoding="utf-8")
    (made / "leesmij.pdf").write_bytes(b"%PDF")
    return made


def cases(folder: Path, source: str, *options: str) -> list[Case]:
    """The cases made of what is in `source`, in the order of their ids."""
    done = run_here("import", source, *options, folder=folder)
    assert done.returncode == 0, said(done)
    assert [name for name in NAMES if name in said(done)] == []
    found = []
    for file in sorted(folder.glob("*.yaml")):
        problems = Problems()
        document = read_file(file, file.name, problems)
        assert document is not None
        read = read_case(document, problems)
        assert read is not None
        assert problems.found == []
        assert [name for name in NAMES if name in file.read_text(encoding="utf-8")] == []
        found.append(read.case)
    return found


def known(case: Case) -> set[tuple[str, str]]:
    return {pair for pair, each in moments(case)[0].pairs.items() if each.bond is not w.Bond.NONE}


def refused(folder: Path, source: str, *options: str) -> str:
    """What is said of something that cannot be read. Nothing was written, and no name is told."""
    done = run_here("import", source, *options, folder=folder)
    assert done.returncode == 1, said(done)
    assert list(folder.rglob("*.yaml")) == []
    assert [name for name in NAMES if name in said(done)] == []
    return said(done)


def test_each_ego_of_three_tables_becomes_a_case(folder: Path, tables: Path) -> None:
    first, second = cases(folder, tables.name)
    assert [first.id, second.id] == ["ingelezen-1", "ingelezen-2"]
    assert (first.centre[0].age, first.centre[0].sign) == ("66-100", w.Sign.WOMAN)
    assert (second.centre[0].age, second.centre[0].sign) == ("30-39", w.Sign.MAN)
    assert [each.who for each in first.people] == ["naaste", "vriend", "iemand"]
    assert [each.who for each in second.people] == ["levenspartner", "kind"]
    assert [each.age for each in first.people] == ["70-79", "18-25", None]
    assert [each.age for each in second.people] == ["60+", "5-9"]
    assert known(first) == {("naaste", "vriend")}
    assert known(second) == {("kind", "levenspartner")}


def test_who_is_no_pair_does_not_know_each_other_and_that_is_said(folder: Path, tables: Path) -> None:
    first, _ = cases(folder, tables.name)
    assert first.who_knows_who.complete
    assert "volledig: nee" in (folder / "ingelezen-1.yaml").read_text(encoding="utf-8")


def test_ids_that_are_names_go_to_the_registry_and_numbers_do_not(folder: Path, tables: Path, registry: Path) -> None:
    cases(folder, tables.name)
    lines = [line for line in registry.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert lines == ["Ottokar = ingelezen-1/naaste", "Ibolya = ingelezen-1/vriend", "Mirza = ingelezen-1/iemand"]


def test_what_a_case_has_no_place_for_is_listed_for_all_cases_together(folder: Path, tables: Path) -> None:
    told = said(run_here("import", tables.name, folder=folder))
    assert "- alter.nat, 5 keer: weggelaten; een casus heeft er geen plek voor." in told
    assert "- alter.clo, 2 keer: weggelaten. Wat het getal betekent" in told
    assert "- alter.rel, " not in told
    assert "- role, één keer: dit woord kent het programma niet." in told
    assert "- weight, één keer: weggelaten." in told


def test_two_tables_and_one_table_give_the_same_people_and_links(folder: Path) -> None:
    (folder / "een").mkdir()
    (folder / "een" / "alles.csv").write_text(WIDE, encoding="utf-8")
    one = cases(folder, "een", "--id", "een")
    for file in folder.glob("*.yaml"):
        file.unlink()
    (folder / "een" / "alters.csv").write_text(ALTERS, encoding="utf-8")
    two = cases(folder, "een", "--id", "twee")
    assert [len(case.people) for case in one] == [len(case.people) for case in two] == [3, 2]
    assert [[each.age for each in case.people] for case in one] == [[each.age for each in case.people] for case in two]
    assert known(one[0]) == {("iemand-1", "iemand-2"), ("iemand-2", "iemand-3")}
    assert known(two[0]) == {("naaste", "vriend"), ("iemand", "vriend")}


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize(("mark", "end"), [("\ufeff", "\r\n"), ("", "\n"), ("", "\r")])
def test_separators_marks_and_line_ends_of_other_systems_are_read(
    folder: Path, tables: Path, separator: str, mark: str, end: str
) -> None:
    for file in tables.glob("*.csv"):
        text = file.read_text(encoding="utf-8").replace(";", separator).replace("\n", end)
        file.write_bytes((mark + text).encode())
    assert [len(case.people) for case in cases(folder, tables.name)] == [3, 2]


def test_a_matrix_says_who_know_each_other(folder: Path, tables: Path) -> None:
    (tables / "edges.csv").unlink()
    names = ["Ottokar", "Ibolya", "Mirza"]
    rows = [["", *names], [names[0], "NA", "1", "0"], [names[1], "1", "NA", "2"], [names[2], "0", "2", "NA"]]
    (tables / "matrix.csv").write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
    (tables / "alters.csv").write_text("\n".join(ALTERS.splitlines()[:4]), encoding="utf-8")
    assert known(cases(folder, tables.name)[0]) == {("naaste", "vriend"), ("iemand", "vriend")}


def test_waves_become_maps(folder: Path, tables: Path) -> None:
    alters = "egoID;alterID;rel;wave\n1;Ottokar;Vater;1\n1;Ibolya;Friends;1\n1;Ottokar;Vater;2\n1;Mirza;Neighbor;2\n"
    (tables / "alters.csv").write_text(alters, encoding="utf-8")
    (tables / "edges.csv").write_text("egoID;Source;Target;wave\n1;Ottokar;Ibolya;1\n1;Ottokar;Mirza;2\n")
    (tables / "egos.csv").write_text("egoID\n1\n")
    first, second = moments(cases(folder, tables.name)[0])
    assert [[each.id for each in moment.people] for moment in (first, second)] == [
        ["vader", "vriend"],
        ["vader", "buur"],
    ]
    assert set(first.pairs) == {("vader", "vriend")}


def test_a_zip_is_read_like_a_folder(folder: Path, tables: Path) -> None:
    with zipfile.ZipFile(folder / "alles.zip", "w") as archive:
        for file in tables.glob("*.csv"):
            archive.write(file, f"../../{file.name}")  # a path that leads outside leads nowhere
        archive.writestr("__MACOSX/._egos.csv", b"\x00\x05")
    before = sorted(folder.parent.parent.rglob("egos.csv"))
    assert [len(case.people) for case in cases(folder, "alles.zip")] == [3, 2]
    assert sorted(folder.parent.parent.rglob("egos.csv")) == before


def test_edges_of_someone_who_is_in_no_table_are_left_out_and_told(folder: Path, tables: Path) -> None:
    with (tables / "edges.csv").open("a", encoding="utf-8") as file:
        file.write('"4";77;1;2;1\n')
    assert "- edges, één keer: weggelaten; het gaat over iemand die niet" in said(
        run_here("import", tables.name, folder=folder)
    )


_WRONG = [
    ("edges.csv", "egoID;Source;Target\n1;Ottokar;Niemand\n", "edges.csv:2:1: Deze rij verbindt niet"),
    ("edges.csv", "egoID;Source;Target\n1;Ottokar;Ottokar\n", "edges.csv:2:1: Deze rij verbindt niet"),
    ("alters.csv", "egoID;alterID\n1;Ottokar\n1;Ottokar\n", "alters.csv:3:1: Een eerdere rij"),
    ("alters.csv", "egoID;alterID\n1;Ottokar\n;Ibolya\n", "alters.csv:3:1: In deze rij staat niet wie"),
    (
        "alters.csv",
        "egoID;alterID;sex\n1;Ottokar\n",
        "alters.csv:2:1: Deze rij heeft 2 vakjes",
    ),
    ("alters.csv", 'egoID;alterID\n1;"Ottokar\n', "alters.csv:2:1: Vanaf hier is dit geen tabel meer"),
    ("alters.csv", "egoID;alterID;alterID\n1;Ottokar;x\n", "alters.csv:1:1: Twee kolommen"),
    ("alters.csv", "a;b\n1;Ottokar\n", "alters.csv: Aan de kopjes is niet te zien"),
    ("nog-eens.csv", ALTERS, "nog-eens.csv: Deze tabel is van dezelfde soort als alters.csv"),
    ("alters.csv", b"egoID;alterID\n1;Ottok\xe4r\n", "alters.csv:2:1: Dit bestand is niet als UTF-8 bewaard"),
    ("alters.csv", "egoID;alterID\n1;Ottokar\n".encode("utf-16"), "alters.csv:1:1: Dit bestand is niet als UTF-8"),
    ("alters.csv", "", "alters.csv: Dit bestand is leeg"),
    ("alters.csv", "egoID;alterID\n1;" + "a" * 200_000, "alters.csv:2:1: Vanaf hier is dit geen tabel meer"),
]


@pytest.mark.parametrize(("name", "content", "message"), _WRONG, ids=range(len(_WRONG)))
def test_a_broken_table_is_told_with_its_row(
    folder: Path, tables: Path, name: str, content: object, message: str
) -> None:
    raw = content if isinstance(content, bytes) else str(content).encode()
    (tables / name).write_bytes(raw)
    told = refused(folder, tables.name)
    assert message in told
    assert "Traceback" not in told


def test_headings_alone_are_nobody(folder: Path, tables: Path) -> None:
    for file in tables.glob("*.csv"):
        file.write_text(file.read_text(encoding="utf-8").split("\n")[0], encoding="utf-8")
    assert "Hier staat niemand in" in refused(folder, tables.name)


def test_hundreds_of_the_same_mistake_are_told_in_sixty_lines(folder: Path, tables: Path) -> None:
    rows = "".join(f"1;Ottokar;niemand{number}\n" for number in range(300))
    (tables / "edges.csv").write_text(f"egoID;Source;Target\n{rows}", encoding="utf-8")
    told = refused(folder, tables.name).splitlines()
    assert len(told) == 61
    assert told[-1] == "… en zo nog 240."


def _zip(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(f"{name}.csv", content)
    return made.getvalue()


def _unreadable(what: str) -> bytes:
    match what:
        case "bomb":
            return _zip(egos=b"a" * (9 * 1024 * 1024))
        case "many bombs":
            return _zip(**{f"egos{number}": b"a" * (8 * 1024 * 1024) for number in range(9)})
        case "many files":
            return _zip(**{f"egos{number}": b"a" for number in range(1001)})
        case "broken":
            return _zip(egos=EGOS.encode() * 9)[:-40]
        case "locked":
            raw = bytearray(_zip(egos=EGOS.encode()))
            raw[6] |= 1
            raw[raw.rindex(b"PK\x01\x02") + 8] |= 1
            return bytes(raw)
        case "nothing in it":
            return _zip()
    raise AssertionError(what)


@pytest.mark.parametrize(
    ("what", "message"),
    [
        ("bomb", "te groot (meer dan 8 MB)"),
        ("many bombs", "te groot"),
        ("many files", "te veel bestanden (ten hoogste 1000)"),
        ("broken", "kan niet worden uitgepakt"),
        ("locked", "kan niet worden uitgepakt"),
        ("nothing in it", "Hier staat geen tabel in"),
    ],
)
def test_a_zip_made_to_harm_is_refused_without_being_unpacked(folder: Path, what: str, message: str) -> None:
    (folder / "kaart.zip").write_bytes(_unreadable(what))
    assert message in refused(folder, "kaart.zip")
    assert [file.name for file in folder.iterdir()] == ["kaart.zip"]
