"""Sheets of paper: as large as they say, to be read aloud, with room for people and no analysis."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from commands import BROKEN_CASE, BROKEN_LINE, CASE, ROOT, contents, run_here, said, write_book, write_case
from mensenwerk.guards.detect import Category
from mensenwerk.pages import wording
from mensenwerk.problems import Language
from mensenwerk.publish.paper import empty_map
from mensenwerk.publish.scan import Leak, Scan
from pdfs import check_readable, read_out

WORDING = ROOT / "generator/mensenwerk/pages/wording"
ABOUT = ("characteristics", "thresholds")
SIZES = {"a4": (595, 842), "a3": (842, 1191)}


def made(folder: Path, *options: str | Path, book: Path = ROOT) -> dict[str, bytes]:
    done = run_here("paper", *options, "-o", folder, folder=book)
    assert done.returncode == 0, said(done)
    return contents(folder)


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    pages = PdfReader(BytesIO(pdf)).pages
    return [(round(page.mediabox.width), round(page.mediabox.height)) for page in pages]


def pages_of(pdf: bytes) -> list[str]:
    """The words of each page, with one space between."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def sentences(part: Any) -> Iterator[str]:
    """Every text of more than a few words in a table of wording."""
    if isinstance(part, dict | list):
        for each in part.values() if isinstance(part, dict) else part:
            yield from sentences(each)
    elif len(part.split()) > 3 and "{" not in part:
        yield from (" ".join(line.split()) for line in part.splitlines() if len(line.split()) > 3)


@pytest.mark.parametrize("size", list(SIZES))
@pytest.mark.parametrize(
    ("case", "moment", "heading"),
    [
        ("de-kaart-in-de-keuken", "begin", "De kaart van Mirjam en haar zoon: eerste gesprek"),
        ("nachtdienst", "winter", "De kaart van de man van de nachtdienst: in de kantine, in de pauze"),
        ("alles-staat-klaar", "begin", "De kaart van Fenna, haar moeder en haar vader: eerste kaart, op haar kamer"),
    ],
)
def test_a_map_hangs_on_one_sheet_with_room_and_questions(
    tmp_path: Path, size: str, case: str, moment: str, heading: str
) -> None:
    (name, pdf), *others = made(tmp_path / "out", "wall", case, "--moment", moment, "--size", size).items()
    assert others == []
    assert name == f"{case}-{moment}-muur{'-a3' if size == 'a3' else ''}.pdf"
    assert sizes(pdf) == [SIZES[size]]
    text = read_out(pdf)
    for told in (heading, *wording("nl").paper["wall"].values()):
        assert "{" in told or told in text, told
    check_readable(pdf, tmp_path, language="nl", title=heading)


def test_nothing_on_the_wall_explains_a_map_to_its_owner(tmp_path: Path) -> None:
    """No word of the characteristics, thresholds, situations or lenses, nor of what else the page of a case tells."""
    said_elsewhere = [
        text
        for name in ("characteristics", "dilemmas", "situations", "lenses")
        for text in sentences(tomllib.loads((WORDING / "nl" / f"{name}.toml").read_text(encoding="utf-8")))
    ]
    assert len(said_elsewhere) > 500
    for pdf in made(tmp_path, "wall", "de-kaart-in-de-keuken").values():
        text = read_out(pdf)
        assert [each for each in said_elsewhere if each in text] == []
        for word in ("Omvang", "Samenstelling", "Dichtheid", "Stabiliteit", "Complexiteit", "Bereikbaarheid"):
            assert word not in text
        assert "Drempel" not in text
        assert "strijkmand te kijken" not in text  # what she longs for is hers to tell


def test_every_map_of_a_case_has_a_sheet_and_a_line_for_its_own_title(tmp_path: Path) -> None:
    sheets = made(tmp_path / "own", "wall", "de-kaart-in-de-keuken")
    assert list(sheets) == [f"de-kaart-in-de-keuken-{name}-muur.pdf" for name in ("begin", "later", "later-zoon")]
    assert all("De kaart in de keuken" not in read_out(pdf) for pdf in sheets.values())
    for pdf in made(tmp_path / "titled", "wall", "de-kaart-in-de-keuken", "--title").values():
        text = read_out(pdf)
        assert text.startswith("De kaart in de keuken")
        assert "Hoe heet deze kaart?" not in text


@pytest.mark.parametrize("size", list(SIZES))
def test_an_empty_map_asks_who_is_important_and_needs_no_case(tmp_path: Path, size: str) -> None:
    book = write_book(tmp_path / "book")
    (book / "content/cases/de-bank.yaml").unlink()
    (pdf,) = made(tmp_path / "out", "empty", "--size", size, book=book).values()
    assert sizes(pdf) == [SIZES[size]]
    text = read_out(pdf)
    assert text.startswith("Wie is belangrijk voor u?")
    for told in ("heel dichtbij", "dichtbij", "verder weg", "sterke band", "vaak spanning", "Datum", "Samen met"):
        assert told in text
    check_readable(pdf, tmp_path, language="nl", title="Een lege kaart om samen te tekenen")


def test_an_empty_map_can_be_had_without_a_book() -> None:
    first, second = (empty_map(wording("en"), "a3") for _ in range(2))
    assert first == second
    assert read_out(first).startswith("Who is important to you?")


def test_an_empty_map_shows_the_signs_of_the_book(tmp_path: Path) -> None:
    book = write_book(tmp_path / "book")
    plain = made(tmp_path / "plain", "empty", book=book)
    config = (book / "mkdocs.yml").read_text(encoding="utf-8")
    (book / "mkdocs.yml").write_text(config.replace("- mensenwerk", "- mensenwerk: {notation: ecogram}"), "utf-8")
    for size in SIZES:
        (pdf,) = made(tmp_path / size, "empty", "--size", size, book=book).values()
        assert sizes(pdf) == [SIZES[size]]
        assert "buren" in read_out(pdf)
        assert "raadslieden" in read_out(pdf)
    assert not any("raadslieden" in read_out(pdf) for pdf in plain.values())


def test_a_case_in_steps_goes_from_people_to_drawing_to_the_map(tmp_path: Path) -> None:
    ((name, pdf),) = made(tmp_path / "out", "steps", "de-kaart-in-de-keuken").items()
    assert name == "de-kaart-in-de-keuken-begin-in-stappen.pdf"
    leader, people, empty, compare = pages_of(pdf)
    assert leader.startswith("Voor wie de training begeleidt De kaart in de keuken")
    minutes = [int(found) for found in re.findall(r"(\d+) minuten(?! Loopt|\.)", leader)]
    assert f"Samen {sum(minutes)} minuten." in leader
    assert people.startswith("Stap 1. De mensen")
    assert "Haar zus lacht al voordat de grap af is." in people
    assert "‘Ze belt als het weer gaat. Ik hoor het liever als het niet gaat.’" in people
    assert empty.startswith("Stap 2. Teken zelf Probeer te kijken door de ogen van Mirjam.")
    assert "Mirjam en haar zoon" in empty
    assert compare.startswith("Stap 3. De kaart De kaart van Mirjam en haar zoon: eerste gesprek")
    assert "Leg uw eigen tekening ernaast" in compare
    check_readable(pdf, tmp_path, language="nl", title="De kaart in de keuken: een casus in stappen")


def test_the_people_come_before_there_is_a_map_and_what_was_seen_in_it_comes_last(tmp_path: Path) -> None:
    (pdf,) = made(tmp_path, "steps", "de-kaart-in-de-keuken").values()
    leader, people, empty, compare = pages_of(pdf)
    for sign in ("sterke band", "geeft energie", "spanning", "vrienden"):
        assert sign not in people
    assert "de bovenbuurvrouw" not in empty
    assert "de bovenbuurvrouw" in compare
    seen = "Toen moest er een tweede vel aan vast."
    assert [seen in page for page in (leader, people, empty, compare)] == [True, False, False, False]
    assert "Zij kwam naast haar staan" not in people  # of a later map
    assert "eerst telden we" not in compare


def test_another_map_of_a_case_can_be_compared_with(tmp_path: Path) -> None:
    ((name, pdf),) = made(tmp_path, "steps", "de-kaart-in-de-keuken", "--moment", "later-zoon").items()
    assert name == "de-kaart-in-de-keuken-later-zoon-in-stappen.pdf"
    _, people, empty, compare = pages_of(pdf)
    assert "Papa weet van elke voetballer het rugnummer" in people
    assert "door de ogen van haar zoon" in empty
    assert "Gezien door haar zoon." in compare


def test_what_nobody_saw_in_a_map_is_asked_of_the_group(tmp_path: Path) -> None:
    (pdf,) = made(tmp_path / "out", "steps", "de-bank", book=write_book(tmp_path / "book")).values()
    leader = pages_of(pdf)[0]
    assert "Op deze kaart staat niet wat de oude buurman er zelf in zag." in leader
    assert "Lees voor wat hieronder staat" not in leader


def test_what_a_conversation_yielded_begins_with_the_person_and_tasks_come_late(tmp_path: Path) -> None:
    ((name, pdf),) = made(tmp_path / "out", "yield").items()
    assert name == "opbrengst.pdf"
    assert sizes(pdf) == [SIZES["a4"]]
    text = read_out(pdf)
    asked = (
        "Dit vel is van",
        "Wat zagen we?",
        "Wat verraste?",
        "Wat wilt u zelf?",
        "Wat laten we met rust?",
        "Wie wil iets doen, en waarom zelf?",
        "Waarom die dat zelf wil",
        "Wanneer kijken we weer?",
        "Wie mag dit vel lezen?",
    )
    places = [text.find(each) for each in asked]
    assert -1 not in places
    assert places == sorted(places)
    assert re.search(r"\btaak|\btaken|afspraak", text) is None
    check_readable(pdf, tmp_path, language="nl", title="Wat dit gesprek opleverde")


def test_another_language_than_that_of_the_book_can_be_asked(tmp_path: Path) -> None:
    ((name, pdf),) = made(tmp_path, "empty", "--language", "en").items()
    assert name == "empty-map.pdf"
    assert "Who is important to you?" in read_out(pdf)


def test_question_cards_need_no_case(tmp_path: Path) -> None:
    book = write_book(tmp_path / "book")
    (book / "content/cases/de-bank.yaml").unlink()
    assert list(made(tmp_path / "nl", "cards", "--about", "thresholds", book=book)) == ["vraagkaarten-drempels.pdf"]
    assert list(made(tmp_path / "en", "cards", "--language", "en", book=book)) == ["question-cards.pdf"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_word_of_the_sheets_is_used(language: Language) -> None:
    """A text in the wording that stands on no sheet would be kept up for nobody."""
    code = "".join(
        path.read_text(encoding="utf-8")
        for part in ("pages", "publish")
        for path in (ROOT / f"generator/mensenwerk/{part}/paper").iterdir()
        if path.is_file()
    )
    keys = {key for part in wording(language).paper.values() for key in part} - {f"{each}_file" for each in ABOUT}
    assert [key for key in sorted(keys) if not re.search(rf"[.\"']{key}\b", code)] == []


@pytest.mark.parametrize("options", [("wall", "nachtdienst"), ("empty",), ("steps", "nachtdienst"), ("yield",)])
def test_making_a_sheet_twice_gives_the_same_bytes(tmp_path: Path, options: tuple[str, ...]) -> None:
    assert made(tmp_path / "a", *options) == made(tmp_path / "b", *options)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("steps", "nergens"), "Er is geen casus met deze id. De casussen zijn: de-bank."),
        (("steps", "de-bank", "--moment", "ooit"), "Deze casus heeft zo’n kaart niet. Te tekenen zijn: nu."),
        (("wall", "nergens"), "Er is geen casus met deze id. De casussen zijn: de-bank."),
        (("wall", "de-bank", "--moment", "ooit"), "Deze casus heeft zo’n kaart niet. Te tekenen zijn: nu."),
    ],
)
def test_what_is_not_there_is_told_with_what_is(tmp_path: Path, options: tuple[str, ...], message: str) -> None:
    done = run_here("paper", *options, folder=write_book(tmp_path))
    assert (done.returncode, said(done).strip()) == (1, message)


@pytest.mark.parametrize("kind", ["wall", "steps"])
def test_a_case_that_cannot_be_read_is_told_with_what_is_wrong(tmp_path: Path, kind: str) -> None:
    book = write_book(tmp_path, case=BROKEN_CASE)
    done = run_here("paper", kind, "de-bank", folder=book)
    assert done.returncode == 1
    assert f"content/cases/de-bank.yaml:{BROKEN_LINE}:" in said(done)


@pytest.mark.parametrize("kind", ["wall", "steps"])
def test_a_case_that_these_readers_may_not_see_is_on_no_sheet(tmp_path: Path, kind: str) -> None:
    book = write_book(tmp_path)
    write_case(book, CASE.replace("bestemd_voor: publiek", "bestemd_voor: intern"))
    done = run_here("paper", kind, "de-bank", "-o", "uit", folder=book)
    assert done.returncode == 1
    assert "Deze casus is niet voor deze lezers." in said(done)
    assert not (book / "uit").exists()
    assert made(book / "uit", kind, "de-bank", "--audience", "internal", book=book)


@pytest.mark.parametrize("kind", ["wall", "steps"])
def test_a_withdrawn_case_is_on_no_sheet(tmp_path: Path, kind: str) -> None:
    book = write_book(tmp_path)
    assert run_here("withdraw", "de-bank", folder=book).returncode == 0
    done = run_here("paper", kind, "de-bank", "-o", "uit", folder=book)
    assert done.returncode == 1
    assert not (book / "uit").exists()


@pytest.mark.parametrize("finished", [False, True])
def test_a_sheet_that_names_someone_of_the_registry_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, finished: bool
) -> None:
    """Two nets below the guard, which is made blind here: what is going to be on a sheet, and the finished file."""

    def finds(self: Scan, name: str, raw: bytes) -> Iterator[Leak]:  # noqa: ARG001
        if raw.startswith(b"%PDF") is finished and b"buurman" in raw:
            yield Leak(name, Category.REGISTRY)

    monkeypatch.setattr(Scan, "file", finds)
    done = run_here("paper", "wall", "de-bank", "-o", "uit", folder=write_book(tmp_path))
    assert done.returncode == 1
    assert "de-bank-nu-muur.pdf" in said(done)
    assert "buurman" not in said(done)
    assert not (tmp_path / "uit").exists()


@pytest.mark.parametrize("place", ["content/pages", "content/cases", "site"])
def test_a_sheet_of_a_case_never_goes_where_it_would_be_published(tmp_path: Path, place: str) -> None:
    book = write_book(tmp_path)
    done = run_here("paper", "wall", "de-bank", "--audience", "internal", "-o", place, folder=book)
    assert done.returncode == 1
    assert list(tmp_path.rglob("*.pdf")) == []


def test_an_empty_map_may_lie_among_the_pages(tmp_path: Path) -> None:
    book = write_book(tmp_path)
    assert made(book / "content/pages/vellen", "empty", book=book)
    assert run_here("--quiet", "build", folder=book).returncode == 0
    assert (book / "site/vellen/lege-kaart.pdf").is_file()


def test_a_sign_that_no_font_has_is_told(tmp_path: Path) -> None:
    book = write_book(tmp_path)
    write_case(book, CASE.replace("wie: de bank bij de brug", "wie: de bank \N{WOMAN}"))
    done = run_here("paper", "wall", "de-bank", "-o", "uit", folder=book)
    assert (done.returncode, "een teken dat het lettertype niet heeft" in said(done)) == (1, True)
    assert not (book / "uit").exists()
