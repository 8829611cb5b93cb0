"""`mensenwerk import`: where cases go, what is refused, and that no name gets further than the registry."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
from data import NAMES, alter, easynwk_bytes, nwk, record

from commands import contents, run_here, said, write_book


@pytest.fixture
def book(folder: Path) -> Path:
    """A casebook, and a file of easyNWK beside it."""
    (folder / "karte.json").write_bytes(easynwk_bytes())
    return write_book(folder)


def test_a_book_takes_the_case_among_its_own_and_check_finds_nothing_wrong(book: Path) -> None:
    done = run_here("import", "karte.json", folder=book)
    assert done.returncode == 0, said(done)
    assert (book / "content/cases/ingelezen.yaml").is_file()
    checked = run_here("check", folder=book)
    assert checked.returncode == 0, said(checked)


def test_the_format_that_was_guessed_is_said(book: Path) -> None:
    assert "Gelezen als een bestand van easyNWK" in said(run_here("import", "karte.json", folder=book))
    told = said(run_here("import", "karte.json", "--format", "easynwk", "--id", "twee", folder=book))
    assert "Gelezen als" not in told


def test_a_case_that_was_brought_in_is_in_no_book_by_itself(book: Path) -> None:
    run_here("import", "karte.json", folder=book)
    for audience in ("public", "professional", "internal"):
        done = run_here("build", "--audience", audience, folder=book)
        assert done.returncode == 0, said(done)
        assert not any("ingelezen" in name for name in contents(book / "site"))


def test_no_name_is_anywhere_in_a_book_with_the_case_in_it(book: Path) -> None:
    run_here("import", "karte.json", "--id", "de-lijn", folder=book)
    file = book / "content/cases/de-lijn.yaml"
    block = "{bestemd_voor: intern, herkomst: gefingeerd, beoordeling: {rol: docent, maand: 2026-05}}"
    text = file.read_text(encoding="utf-8").replace("{bestemd_voor: intern, herkomst: echt}", block)
    file.write_text(text, encoding="utf-8")
    done = run_here("build", "--audience", "internal", folder=book)
    assert done.returncode == 0, said(done)
    made = contents(book / "site")
    assert any("de-lijn" in name for name in made)
    everything = b"\n".join([*made.values(), *(name.encode() for name in made), said(done).encode()]).lower()
    assert [name for name in NAMES if name.lower().encode() in everything] == []


def test_nothing_is_written_over(book: Path, registry: Path) -> None:
    run_here("import", "karte.json", folder=book)
    before, names = contents(book), registry.read_bytes()
    done = run_here("import", "karte.json", folder=book)
    assert done.returncode == 1
    assert contents(book) == before
    assert registry.read_bytes() == names


def test_an_id_of_another_case_is_refused(book: Path) -> None:
    done = run_here("import", "karte.json", "--id", "de-bank", folder=book)
    assert done.returncode == 1
    assert "al in gebruik" in said(done)


@pytest.mark.parametrize("case", ["../erbuiten", "Met Hoofdletters", "index", "con", "a/b", ""])
def test_an_id_that_can_be_none_is_refused(book: Path, case: str) -> None:
    before = contents(book.parent)
    done = run_here("import", "karte.json", "--id", case, folder=book)
    assert done.returncode == (0 if case == "" else 1)
    if case:
        assert contents(book.parent) == before


def test_an_id_with_a_name_of_the_data_in_it_is_refused(book: Path, registry: Path) -> None:
    done = run_here("import", "karte.json", "--id", "kaart-van-zelda", folder=book)
    assert done.returncode == 1
    assert "een naam uit de gegevens" in said(done)
    assert registry.read_bytes() == b""


def test_without_a_book_the_case_goes_where_it_is_told(folder: Path) -> None:
    (folder / "karte.json").write_bytes(easynwk_bytes())
    done = run_here("import", "karte.json", "-o", "elders", "--id", "een-kaart", "--language", "en", folder=folder)
    assert done.returncode == 0, said(done)
    assert "id: een-kaart" in (folder / "elders/een-kaart.yaml").read_text(encoding="utf-8")


def test_a_registry_that_others_can_read_stops_everything(book: Path, registry: Path) -> None:
    if os.name != "posix":
        pytest.skip("rights of files are told apart on POSIX alone")
    registry.chmod(0o644)
    done = run_here("import", "karte.json", folder=book)
    assert done.returncode == 1
    assert list((book / "content/cases").glob("ingelezen*")) == []


def test_what_looks_like_no_format_is_asked_for(folder: Path) -> None:
    (folder / "iets.bin").write_bytes(b"abc")
    done = run_here("import", "iets.bin", folder=folder)
    assert done.returncode == 1
    assert "--format" in said(done)


@pytest.mark.parametrize("name", ["nergens.json", "map.json", "koppeling.json"])
def test_what_is_no_file_is_told(folder: Path, name: str) -> None:
    (folder / "map.json").mkdir()
    (folder / "koppeling.json").symlink_to(folder / "map.json")
    done = run_here("import", name, folder=folder)
    assert done.returncode == 1
    assert name in said(done)
    assert list(folder.glob("*.yaml")) == []


def _map_with(**more: object) -> bytes:
    return json.dumps(record(nwk({**alter(1, "Ottokar", ""), **more}))).encode()


@pytest.mark.parametrize("made", ["1e999", '"\\ud800"'])
def test_what_no_program_can_write_is_told_and_no_name_is_put_away(folder: Path, registry: Path, made: str) -> None:
    field = "distance" if made[0].isdigit() else "name"
    (folder / "karte.json").write_bytes(_map_with(**{field: "HIER"}).replace(b'"HIER"', made.encode()))
    done = run_here("import", "karte.json", folder=folder)
    assert done.returncode == 1
    assert "geen geldige JSON" in said(done)
    assert "Traceback" not in said(done)
    assert registry.read_bytes() == b""


@pytest.mark.parametrize("field", ["role", "name"])
def test_a_text_that_was_made_endless_takes_no_time(folder: Path, field: str) -> None:
    (folder / "karte.json").write_bytes(_map_with(**{field: "vriend" + " -_" * 100_000 + "1x" * 100_000}))
    begin = time.monotonic()
    done = run_here("import", "karte.json", folder=folder)
    assert done.returncode == 0, said(done)
    assert time.monotonic() - begin < 20  # it took minutes


def test_a_table_of_separators_alone_is_empty(folder: Path) -> None:
    (folder / "alters.csv").write_text("\n,,\n", encoding="utf-8")
    done = run_here("import", "alters.csv", folder=folder)
    assert done.returncode == 1
    assert said(done).startswith("alters.csv: ")
    assert "Traceback" not in said(done)


def test_more_people_than_a_map_can_carry_are_refused_at_once(folder: Path) -> None:
    rows = "".join(f"1,{n},Iemand\n" for n in range(151))
    (folder / "alters.csv").write_text(f"egoID,alterID,name\n{rows}", encoding="utf-8")
    done = run_here("import", "alters.csv", folder=folder)
    assert done.returncode == 1
    assert "ten hoogste 150" in said(done)


def test_more_networks_than_anyone_looks_through_are_refused(folder: Path, registry: Path) -> None:
    rows = "".join(f"{n},1,Ottokar\n" for n in range(1001))
    (folder / "alters.csv").write_text(f"egoID,alterID,name\n{rows}", encoding="utf-8")
    done = run_here("import", "alters.csv", folder=folder)
    assert done.returncode == 1
    assert "ten hoogste 1000" in said(done)
    assert registry.read_bytes() == b""


@pytest.mark.parametrize("field", ["knows_Ottokar", "closeOttokar", "knows_Zelda", "vraag van jan", "Ottokar.2"])
def test_a_field_that_is_called_after_someone_is_not_called_by_its_name(folder: Path, field: str) -> None:
    (folder / "alters.csv").write_text(f"egoID,alterID,{field}\n1,2,7\n", encoding="utf-8")
    done = run_here("import", "alters.csv", folder=folder)
    told = said(done) + (folder / "ingelezen.yaml").read_text(encoding="utf-8")
    assert "een veld waarvan de naam hier niet kan staan" in told
    assert field not in told
