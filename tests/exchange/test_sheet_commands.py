"""`mensenwerk sheet`: what it writes and where, what it refuses, and that nothing is ever written over."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from commands import CASE, ROOT, contents, run_here, said, write_book
from exchange.cases import EVERY_FIELD
from exchange.sheets import SMALL, data_of
from mensenwerk.exchange.sheet import lay_out, template
from mensenwerk.exchange.sheet.plan import TABLES, case_rows, columns
from mensenwerk.model.shape import definitions
from mensenwerk.problems import Language


@pytest.fixture
def book(folder: Path) -> Path:
    return write_book(folder)


def test_a_case_goes_out_and_comes_in_as_a_new_file_that_says_the_same(folder: Path) -> None:
    (folder / "bank.yaml").write_text(SMALL["nl"], encoding="utf-8")
    for kind in ("bank.xlsx", "bank"):
        done = run_here("sheet", "out", "bank.yaml", "-o", kind, folder=folder)
        assert done.returncode == 0, said(done)
        assert "alles wat ook in het casusbestand staat" in said(done)
        done = run_here("sheet", "in", kind, "-o", f"terug-{kind}", folder=folder)
        assert done.returncode == 0, said(done)
        made = (folder / f"terug-{kind}" / "de-bank.yaml").read_text(encoding="utf-8")
        assert data_of(made) == data_of(SMALL["nl"])
        assert made.startswith("# Gemaakt van een spreadsheet.")


def test_every_field_survives_the_commands(folder: Path) -> None:
    for kind in ("every.xlsx", "every"):
        assert run_here("sheet", "out", EVERY_FIELD, "-o", kind, folder=folder).returncode == 0
        assert run_here("sheet", "in", kind, "-o", f"in-{kind}", folder=folder).returncode == 0
        made = (folder / f"in-{kind}" / "every-field.yaml").read_text(encoding="utf-8")
        assert data_of(made) == data_of(EVERY_FIELD.read_text(encoding="utf-8"))


def test_a_case_of_the_book_goes_out_by_its_id(book: Path) -> None:
    done = run_here("sheet", "out", "de-bank", "-o", "bank.xlsx", folder=book)
    assert done.returncode == 0, said(done)
    assert (book / "bank.xlsx").is_file()
    done = run_here("sheet", "out", "de-stoel", "-o", "stoel.xlsx", folder=book)
    assert done.returncode == 1
    assert "de-bank" in said(done)


def test_a_case_comes_into_the_book_and_check_finds_nothing_wrong(book: Path) -> None:
    other = CASE.replace("id: de-bank", "id: de-stoel").split("publicatie:")
    (book / "stoel.yaml").write_text(other[0] + "middelpunt:" + other[1].split("middelpunt:")[1], encoding="utf-8")
    run_here("sheet", "out", "stoel.yaml", "-o", "stoel.xlsx", folder=book)
    done = run_here("sheet", "in", "stoel.xlsx", folder=book)
    assert done.returncode == 0, said(done)
    assert (book / "content" / "cases" / "de-stoel.yaml").is_file()
    assert run_here("check", folder=book).returncode == 0


def test_nothing_is_written_over(book: Path) -> None:
    for kind in ("bank.xlsx", "bank"):
        assert run_here("sheet", "out", "de-bank", "-o", kind, folder=book).returncode == 0
        before = contents(book)
        for command in (["out", "de-bank"], ["template"]):
            done = run_here("sheet", *command, "-o", kind, folder=book)
            assert done.returncode == 1
            assert "is er al" in said(done)
        for more in ([], ["-o", "content/cases"]):
            done = run_here("sheet", "in", kind, *more, folder=book)
            assert done.returncode == 1
            assert contents(book) == before


def test_an_id_of_another_case_of_the_book_is_refused(book: Path) -> None:
    (book / "content" / "cases" / "de-bank.yaml").rename(book / "content" / "cases" / "anders.yaml")
    run_here("sheet", "out", "de-bank", "-o", "bank.xlsx", folder=book)
    done = run_here("sheet", "in", "bank.xlsx", folder=book)
    assert done.returncode == 1
    assert "al in gebruik" in said(done)


@pytest.mark.parametrize("name", ["bank.csv", "bank.ods", "bank.xls", "bank.yaml"])
def test_a_kind_that_is_not_made_is_refused_before_anything_is_written(book: Path, name: str) -> None:
    before = contents(book)
    for command in (["out", "de-bank"], ["template"]):
        done = run_here("sheet", *command, "-o", name, folder=book)
        assert done.returncode == 1
        assert ".xlsx" in said(done)
    assert contents(book) == before


@pytest.mark.parametrize("name", ["content/pages/bank.xlsx", "content/cases/bank", "content/pages"])
def test_a_case_never_goes_out_to_where_it_would_be_published(book: Path, name: str) -> None:
    before = contents(book)
    assert run_here("sheet", "out", "de-bank", "-o", name, folder=book).returncode == 1
    assert contents(book) == before


def test_a_case_that_was_taken_back_does_not_go_out(book: Path) -> None:
    assert run_here("withdraw", "de-bank", folder=book).returncode == 0
    text = (book / "content/cases/de-bank.yaml").read_text(encoding="utf-8")
    translated = text.replace("id: de-bank", "id: the-bench\nvertaling_van: de-bank")
    (book / "the-bench.yaml").write_text(translated, encoding="utf-8")
    for case in ("de-bank", "content/cases/de-bank.yaml", "the-bench.yaml"):
        done = run_here("sheet", "out", case, "-o", "bank.xlsx", folder=book)
        assert done.returncode == 1
        assert not (book / "bank.xlsx").exists()


def test_a_case_whose_consent_was_taken_back_does_not_go_out(folder: Path) -> None:
    text = EVERY_FIELD.read_text(encoding="utf-8").replace("withdrawn: no", "withdrawn: yes")
    (folder / "case.yaml").write_text(text, encoding="utf-8")
    done = run_here("sheet", "out", "case.yaml", "-o", "case.xlsx", folder=folder)
    assert done.returncode == 1
    assert "consent" in said(done)


def test_a_case_file_that_is_wrong_is_told_and_does_not_go_out(folder: Path) -> None:
    (folder / "bank.yaml").write_text(SMALL["nl"] + "onzin: 3\n", encoding="utf-8")
    done = run_here("sheet", "out", "bank.yaml", "-o", "bank.xlsx", folder=folder)
    assert done.returncode == 1
    assert "bank.yaml:16:1" in said(done)
    assert not (folder / "bank.xlsx").exists()


def test_remarks_that_stay_behind_are_said(folder: Path) -> None:
    (folder / "bank.yaml").write_text(SMALL["nl"], encoding="utf-8")
    assert "achter een #" not in said(run_here("sheet", "out", "bank.yaml", "-o", "een.xlsx", folder=folder))
    (folder / "bank.yaml").write_text("# Nog vragen.\n" + SMALL["nl"], encoding="utf-8")
    assert "achter een #" in said(run_here("sheet", "out", "bank.yaml", "-o", "twee.xlsx", folder=folder))


@pytest.mark.parametrize("name", ["nergens.xlsx", "brief.docx", "koppeling.xlsx", "nergens", "oud.xls"])
def test_what_is_no_spreadsheet_is_told(folder: Path, name: str) -> None:
    (folder / "brief.docx").write_bytes(b"PK\x03\x04")
    (folder / "oud.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    (folder / "koppeling.xlsx").symlink_to(folder / "brief.docx")
    done = run_here("sheet", "in", name, folder=folder)
    assert done.returncode == 1
    assert name in said(done)
    assert list(folder.glob("*.yaml")) == []


def test_what_is_wrong_is_told_all_at_once_and_nothing_is_written(folder: Path) -> None:
    assert run_here("sheet", "template", "-o", "leeg.xlsx", folder=folder).returncode == 0
    done = run_here("sheet", "in", "leeg.xlsx", folder=folder)
    assert done.returncode == 1
    lines = said(done).splitlines()
    assert [line.split(": ")[0] for line in lines] == [
        "leeg.xlsx, blad «casus», cel B4",
        "leeg.xlsx, blad «casus», cel B5",
        "leeg.xlsx, blad «mensen»",
    ]
    assert list(folder.glob("*.yaml")) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_template_with_the_shortest_case_in_it_becomes_that_case(folder: Path, language: Language) -> None:
    run_here("sheet", "template", "-o", "nieuw.xlsx", "--language", language, folder=folder)
    book = load_workbook(folder / "nieuw.xlsx")
    case, people = book.worksheets[1:3]
    case["B4"], case["B5"] = "de-bank", "De bank"
    people["A4"], people["C4"], people["D4"] = "ik", {"nl": "ja", "en": "yes"}[language], "de oude buurman"
    book.save(folder / "nieuw.xlsx")
    done = run_here("sheet", "in", "nieuw.xlsx", folder=folder)
    assert done.returncode == 0, said(done)
    assert data_of((folder / "de-bank.yaml").read_text(encoding="utf-8"))[0] == {
        "language": language,
        "version": 1,
        "id": "de-bank",
        "title": "De bank",
        "centre": [{"id": "ik", "who": "de oude buurman"}],
    }


def test_a_template_is_in_the_language_of_the_book(book: Path) -> None:
    run_here("sheet", "template", "-o", "nl.xlsx", folder=book)
    run_here("sheet", "template", "-o", "en", "--language", "en", folder=book)
    assert "mensen" in load_workbook(book / "nl.xlsx").sheetnames
    assert (book / "en" / "who-knows-who.csv").read_bytes().startswith(b"\xef\xbb\xbfwho,")


def test_words_of_closed_lists_can_be_chosen_from(folder: Path) -> None:
    run_here("sheet", "template", "-o", "nl.xlsx", folder=folder)
    book = load_workbook(folder / "nl.xlsx")
    rules = {str(rule.sqref): rule for rule in book["banden"].data_validations.dataValidation}
    strength = rules["D4:D500"]
    words, cells = strength.formula1.replace("'", "").split("!")
    found = [row[0].value for row in book[words][cells.replace("$", "")]]
    assert found == ["sterk", "gewoon", "zwak"]
    assert strength.showErrorMessage
    who = rules["A4:A500"]
    assert "mensen" in who.formula1
    assert not who.showErrorMessage


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_workbook_keeps_to_the_lengths_that_spreadsheets_allow(folder: Path, language: Language) -> None:
    """Excel calls a workbook damaged when a title or a message is longer."""
    run_here("sheet", "template", "-o", "new.xlsx", "--language", language, folder=folder)
    book = load_workbook(folder / "new.xlsx")
    rules = [rule for sheet in book.worksheets for rule in sheet.data_validations.dataValidation]
    assert max(len(sheet.title) for sheet in book.worksheets) <= 31
    assert max(len(rule.errorTitle or "") for rule in rules) <= 32
    assert max(len(rule.error or "") for rule in rules) <= 255
    assert not any(rule.formula1.startswith("=") for rule in rules)


def test_every_column_of_a_closed_list_has_its_words_to_choose_from(folder: Path) -> None:
    run_here("sheet", "template", "-o", "en.xlsx", "--language", "en", folder=folder)
    book = load_workbook(folder / "en.xlsx")
    for table in template("en"):
        ruled = {
            cells.coord.split(":")[0].rstrip("0123456789")
            for rule in book[table.title].data_validations.dataValidation
            for cells in rule.sqref.ranges
        }
        lists = [place for place, column in enumerate(table.columns) if column.words]
        assert {chr(ord("A") + place) for place in lists if place < 26} <= ruled


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_field_of_the_model_has_a_heading_with_its_explanation(language: Language) -> None:
    spoken = {each.models[-1] + "." + each.key[-1] for name in TABLES for each in columns(name) if each.models}
    spoken |= {each.models[-1] + "." + each.key[-1] for each in case_rows()}
    apart = {"Change", "TieChange", "Traits", "Clearance", "Pair", "Edition", "Series"}
    fields = {
        f"{name}.{field}"
        for name, node in definitions().items()
        for field, inner in node.get("properties", {}).items()
        if name not in apart and not any(part in str(inner) for part in ("$defs/Tie", "$defs/Change", "$defs/Pair"))
    }
    parts = {"contact", "reachability", "relation", "support", "consent", "review", "let_pass", "groups"}
    six = set(definitions()["Characteristics"]["properties"])
    missing = {each for each in fields - spoken if each.split(".")[1] not in parts | six}
    assert missing == set()
    for table in lay_out({}, language):
        assert len(set(table.head)) == len(table.head)
        assert all(table.head)


def test_the_sheet_of_a_sample_case_says_that_it_holds_everything(folder: Path) -> None:
    case = ROOT / "content" / "cases" / "nachtdienst.yaml"
    assert run_here("sheet", "out", case, "-o", "case.xlsx", folder=folder).returncode == 0
    first = load_workbook(folder / "case.xlsx").worksheets[0]["A1"].value
    assert "alles wat ook in het casusbestand staat" in first
