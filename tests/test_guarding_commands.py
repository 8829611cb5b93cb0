"""review, registry and withdraw, as an author runs them: what they say, what they write, and what they never say."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from commands import CASE, ROOT, environment, said, write_book, write_case
from commands import run_here as run

NAMED = CASE.replace("Hier groet hij de schepen.", "Hier groet Zqoosje de schepen.")


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small book, and no registry but the one that a test makes."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("MENSENWERK_REGISTRY", raising=False)
    return write_book(tmp_path / "boek")


def case_file(book: Path) -> Path:
    return book / "content/cases/de-bank.yaml"


def test_a_text_that_changed_is_left_out_until_someone_reads_it_again(book: Path) -> None:
    changed = CASE.replace("groet hij", "wuift hij naar")
    case_file(book).write_text(changed, encoding="utf-8")
    built = run("build", folder=book)
    assert (built.returncode, "0 cases" in built.stdout) == (0, True)
    assert "veranderd nadat hij beoordeeld is" in built.stderr
    read = run("review", "de-bank", "--role", "docent", "--read", folder=book)
    assert read.returncode == 0, said(read)
    assert "1 case," in run("build", "--strict", folder=book).stdout


@pytest.mark.parametrize("count", [1, 2])
def test_what_a_reviewer_lets_stand_is_written_down_and_holds_for_this_text_alone(book: Path, count: int) -> None:
    write_case(book, NAMED if count == 1 else NAMED.replace("de schepen", "de boot van Zqiet"))
    refused = run("build", folder=book)
    assert refused.returncode == 1
    assert "Heet iemand echt zo?" in refused.stderr
    numbers = [word for n in range(1, count + 1) for word in ("--pass", str(n), "--reason", "zo heet een boot")]
    passed = run("review", "de-bank", "--role", "docent", *numbers, "--read", folder=book)
    assert passed.returncode == 0, said(passed)
    text = case_file(book).read_text(encoding="utf-8")
    assert text.count("reden: zo heet een boot") == count
    assert run("build", "--strict", folder=book).returncode == 0
    write_case(book, text.replace("Hier groet", "Daar groet"))
    again = run("build", folder=book)
    assert again.returncode == 1
    assert "Heet iemand echt zo?" in again.stderr
    assert "zo heet een boot" in run("review", "de-bank", folder=book).stdout


def test_a_clearance_is_of_no_use_in_a_case_about_real_people(book: Path) -> None:
    write_case(book, NAMED)
    run("review", "de-bank", "--role", "docent", "--pass", "1", "--reason", "zo heet een boot", "--read", folder=book)
    text = case_file(book).read_text(encoding="utf-8")
    real = "herkomst: echt\n  toestemming: {door: client, voor: publiek, maand: 2026-01, gelezen: ja}"
    write_case(book, text.replace("herkomst: gefingeerd", real))
    assert "Heet iemand echt zo?" in run("check", folder=book).stdout


def test_words_are_shown_on_a_screen_only(book: Path) -> None:
    write_case(book, NAMED)
    shown = run("review", "de-bank", folder=book)
    assert shown.returncode == 1
    assert "zqoosje" not in said(shown).lower()
    assert "content/cases/de-bank.yaml:11:" in shown.stdout
    for command in (["check"], ["check", "--format", "json"], ["build"], ["--verbose", "build"], ["write", "uit"]):
        assert "zqoosje" not in said(run(*command, folder=book)).lower()


def asked(book: Path, *answers: str) -> str:
    """What a reviewer hears who gives these answers, one to a question, and whose review is recorded."""
    import pty

    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(book)
        os.execve(sys.executable, [sys.executable, "-m", "mensenwerk", "review", "de-bank"], environment())
    left = iter(answers)
    heard = ""
    while True:
        try:
            heard += os.read(terminal, 4096).decode("utf-8", errors="replace")
        except OSError:
            break
        if re.search(r"(\]|docent|privacyfunctionaris\)|maakt\?|herkenbaar\?): ?$", heard):
            os.write(terminal, (next(left) + "\n").encode())
            heard += "\n"
    _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0, heard
    assert next(left, None) is None
    assert "Vastgelegd" in heard
    return heard


terminals = pytest.mark.skipif(os.name != "posix", reason="a terminal of its own needs a POSIX system")


@terminals
def test_a_reviewer_at_a_terminal_is_asked_about_each_finding_with_its_words(book: Path) -> None:
    write_case(book, NAMED)
    heard = asked(book, "Zqan de Vries", "docent", "misschien", "j", "x", "zo heet een boot", "ja")
    assert "⟦Zqoosje⟧" in heard
    assert "Dit lijkt op een naam" in heard
    assert "Typ j (ja) of n (nee)." in heard
    assert "ten minste drie" in heard


@terminals
def test_a_reason_that_was_given_before_is_offered_again(book: Path) -> None:
    write_case(book, NAMED)
    numbers = ["--role", "docent", "--pass", "1", "--reason", "zo heet een boot", "--read"]
    assert run("review", "de-bank", *numbers, folder=book).returncode == 0
    case_file(book).write_text(
        case_file(book).read_text(encoding="utf-8").replace("Hier groet", "Daar groet"), encoding="utf-8"
    )
    heard = asked(book, "docent", "j", "", "j")
    assert "[zo heet een boot]" in heard
    assert "reden: zo heet een boot" in case_file(book).read_text(encoding="utf-8")


def test_nothing_is_signed_while_something_has_to_change(book: Path) -> None:
    write_case(book, CASE.replace("de schepen.", "de schepen op 06-12345678."))
    before = case_file(book).read_bytes()
    done = run("review", "de-bank", "--role", "docent", "--read", folder=book)
    assert done.returncode == 1
    assert case_file(book).read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--role", "Zqan de Vries", "--read"], "Noem alleen een rol"),
        (["--pass", "1", "--reason", "zo heet een boot"], "Noem een rol"),
        (["--role", "docent", "--pass", "1"], "Noem een rol"),
        (["--role", "docent", "--pass", "1", "--reason", "ok"], "drie woorden"),
        (["--role", "docent", "--pass", "7", "--reason", "zo heet een boot"], "Nummer 7"),
    ],
)
def test_a_review_that_says_too_little_or_too_much_writes_nothing(book: Path, arguments: list[str], told: str) -> None:
    write_case(book, NAMED)
    before = case_file(book).read_bytes()
    done = run("review", "de-bank", *arguments, folder=book)
    assert done.returncode == 1
    assert told in done.stderr
    assert case_file(book).read_bytes() == before


def test_a_case_that_is_not_there_or_has_no_block_is_told(book: Path) -> None:
    for command in (["review", "de-kade"], ["withdraw", "de-kade"]):
        assert "De casussen zijn: de-bank" in run(*command, folder=book).stderr
    write_case(book, re.sub(r"publicatie:\n(  .*\n)+", "", CASE))
    done = run("review", "de-bank", folder=book)
    assert (done.returncode, "geen «publicatie»" in done.stderr) == (1, True)


def test_a_name_in_the_registry_stops_the_build_and_is_said_nowhere(book: Path, tmp_path: Path) -> None:
    page = book / "content/pages/index.md"
    page.write_text("# Een klein boek\n\nMet dank aan zqárina.\n", encoding="utf-8")
    assert run("build", folder=book).returncode == 0
    old = (book / "site/index.html").read_bytes()
    added = run("registry", "add", "Zqarina", folder=book)
    assert added.returncode == 0
    assert "beschermt alleen tegen wat erin staat" in added.stdout
    assert [path.stat().st_mode & 0o777 for path in (tmp_path / "config").rglob("*.txt")] == [0o600]
    refused = run("build", folder=book)
    assert refused.returncode == 1
    assert "index.html: hier staat iets uit uw eigen namenlijst" in refused.stderr
    assert (book / "site/index.html").read_bytes() == old
    checked = run("registry", "check", folder=book)
    assert "Van de lijst staat niets in de casussen." in checked.stdout
    for done in (added, refused, checked):
        assert "zqarina" not in said(done).lower()


def test_plain_mkdocs_takes_away_what_leaks(book: Path) -> None:
    page = book / "content/pages/dank.md"
    page.write_text("# Dank\n\nAan Zqarina.\n", encoding="utf-8")
    run("registry", "add", "Zqarina", folder=book)
    import subprocess

    command = [sys.executable, "-m", "mkdocs", "build"]
    done = subprocess.run(command, cwd=book, env=environment(), capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "zqarina" not in (done.stdout + done.stderr).lower()
    files = [file for file in (book / "site").rglob("*") if file.is_file()]
    assert files
    assert [file for file in files if b"zqarina" in file.read_bytes().lower()] == []


def test_a_withdrawn_case_is_in_no_next_book_and_its_list_is_said_until_it_is_done(book: Path) -> None:
    assert run("build", folder=book).returncode == 0
    done = run("withdraw", "de-bank", folder=book)
    assert done.returncode == 0, said(done)
    assert "casussen/de-bank.html" in done.stdout
    assert "git log --all -- content/cases/de-bank.yaml" in done.stdout
    built = run("build", folder=book)
    assert (built.returncode, "0 cases" in built.stdout) == (0, True)
    assert "deze casus is ingetrokken" in built.stderr
    assert "Weg te halen van «de-bank»" in built.stderr
    assert [file for file in (book / "site").rglob("*") if file.is_file() and b"de-bank" in file.read_bytes()] == []
    stones = book / "content/withdrawn.yaml"
    stones.write_text(stones.read_text(encoding="utf-8").replace("klaar: nee", "klaar: ja"), encoding="utf-8")
    assert "Weg te halen" not in said(run("build", folder=book))


def test_a_case_that_is_called_after_someone_is_not_named_to_who_asks_for_another(book: Path) -> None:
    assert run("registry", "add", "bank", folder=book).returncode == 0
    for command in (["review", "de-kade"], ["withdraw", "de-kade"]):
        assert "bank" not in said(run(*command, folder=book))


def test_a_trace_of_a_withdrawn_case_stops_the_build(book: Path) -> None:
    write_case(book, CASE.replace("Hier groet hij de schepen.", "Hier groet hij elke avond de schepen op het kanaal."))
    run("withdraw", "de-bank", folder=book)
    page = book / "content/pages/gids.md"
    page.write_text("# Gids\n\nHier groet hij *elke avond*\nde schepen op het kanaal.\n", encoding="utf-8")
    done = run("build", folder=book)
    assert done.returncode == 1
    assert "gids.html: hier staat iets van een ingetrokken casus" in done.stderr
    page.write_text("# Gids\n\nZie [de bank](casussen/de-bank.md).\n", encoding="utf-8")
    assert run("build", folder=book).returncode == 1


def test_tombstones_that_cannot_be_read_are_never_written_over(book: Path) -> None:
    stones = book / "content/withdrawn.yaml"
    stones.write_text("de-brug:\n  maand: 2026-04\n  opmerking: op verzoek\n", encoding="utf-8")
    before = stones.read_bytes()
    done = run("withdraw", "de-bank", folder=book)
    assert done.returncode == 1
    assert stones.read_bytes() == before


def test_what_the_program_does_not_judge_is_said(book: Path) -> None:
    done = run("check", "--privacy", folder=book)
    assert done.returncode == 0
    for word in ("Familie", "dorp", "Zeldzame", "vorm van het netwerk", "krant"):
        assert word in done.stdout


def test_a_book_for_professionals_says_so_on_every_page_and_a_public_one_does_not(book: Path) -> None:
    run("build", folder=book)
    assert "mw-for-whom" not in (book / "site/index.html").read_text(encoding="utf-8")
    run("build", "--audience", "professional", folder=book)
    for name in ("index.html", "casussen/de-bank.html"):
        assert "bedoeld voor professionals" in (book / "site" / name).read_text(encoding="utf-8")


def test_every_case_page_says_where_it_comes_from_and_how_to_have_it_removed(book: Path) -> None:
    run("build", folder=book)
    page = (book / "site/casussen/de-bank.html").read_text(encoding="utf-8")
    assert "Deze casus is verzonnen." in page
    assert "Een docent las deze casus vooraf (mei 2026)." in page
    assert 'href="../weghalen.html"' in page
    assert "anoniem" not in page.lower()
    assert (book / "site/weghalen.html").is_file()
    assert ROOT.is_dir()
