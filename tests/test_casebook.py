"""The whole flow: what is read, what is left out, what is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

from commands import signed
from mensenwerk.casebook import Casebook, Settings, before, check, make, making, one_case
from mensenwerk.ecomap import DrawingImpossible
from mensenwerk.kept import Kept
from mensenwerk.model.words import Audience

CASE = """taal: nl
id: {id}
titel: {title}
lead: Over {title}.
thema's: [thema van {title}]
publicatie: {{bestemd_voor: {meant}, herkomst: gefingeerd, beoordeling: {{rol: collega, maand: 2026-05}}}}
middelpunt: {{id: ik, wie: een vrouw}}
mensen:
  - {{id: zus, wie: haar zus, betekenis: Lief., banden: {{sterkte: sterk}}}}
drempels: [{{soort: niet-tot-last, van: ik, verhaal: Verhaal van {title}.}}]
{more}
"""


def write(folder: Path, case_id: str, *, title: str = "", meant: str = "publiek", more: str = "") -> Path:
    file = folder / f"{case_id}.yaml"
    text = signed(CASE.format(id=case_id, title=title or f"titel {case_id}", meant=meant, more=more))
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    cases = tmp_path / "cases"
    cases.mkdir()
    return Settings(
        cases=cases,
        cases_shown="cases",
        pages=tmp_path / "pages",
        pages_shown="pages",
        references=tmp_path / "references.yaml",
        references_shown="references.yaml",
        withdrawn=tmp_path / "withdrawn.yaml",
        withdrawn_shown="withdrawn.yaml",
        month="2026-06",
    )


def built(settings: Settings) -> Casebook:
    checked = check(settings)
    assert not checked.refused, [str(problem) for problem in checked.problems]
    return make(settings, checked)


def everything(book: Casebook) -> str:
    return "\n".join(f"{page.uri}\n{page.title}\n{page.put_drawings(page.markdown)}" for page in book.pages)


def test_problems_of_all_files_are_told_at_once(settings: Settings) -> None:
    write(settings.cases, "a", more="onzin: ja")
    write(settings.cases, "b", more="nog: iets")
    (settings.cases / "c.yaml").write_text("", encoding="utf-8")
    found = check(settings).problems
    assert [(p.span.file, p.code) for p in found] == [
        ("cases/a.yaml", "unknown-key"),
        ("cases/b.yaml", "unknown-key"),
        ("cases/c.yaml", "file-empty"),
    ]


def test_an_empty_folder_is_an_empty_casebook(settings: Settings) -> None:
    text = everything(built(settings))
    assert "Er staan nog geen casussen in dit boek." in text


def test_a_missing_folder_is_told(settings: Settings) -> None:
    assert [p.code for p in check(replace(settings, cases=settings.cases / "nergens")).problems] == ["no-folder"]


@pytest.mark.parametrize("pages", [".", "cases", "cases/pages", ".."])
def test_cases_that_lie_among_the_pages_are_refused(settings: Settings, pages: str) -> None:
    """MkDocs publishes whatever lies in its folder, withheld or not."""
    write(settings.cases, "a", meant="intern")
    checked = check(replace(settings, pages=settings.cases.parent / pages))
    assert checked.refused
    assert [(p.code, p.severity) for p in checked.problems] == [
        ("cases-among-pages", "error"),
        ("withheld-audience", "info"),
    ]


@pytest.mark.parametrize("name", ["a.yaml", "deep/b.yml", "C.YAML"])
def test_data_among_the_pages_is_refused(settings: Settings, name: str) -> None:
    file = settings.pages / name
    file.parent.mkdir(parents=True)
    file.write_text("a: b\n", encoding="utf-8")
    assert [(p.code, p.span.file) for p in check(settings).problems] == [("data-among-pages", f"pages/{name}")]


def test_a_theme_of_ones_own_holds_templates_and_nothing_that_tells_more_than_it_shows(settings: Settings) -> None:
    theme = settings.cases.parent / "thema"
    theme.mkdir()
    for name in ("main.html", "extra.css", "notulen.docx", "a.yaml"):
        (theme / name).write_text("a: b\n", encoding="utf-8")
    found = check(replace(settings, theme=theme, theme_shown="thema")).problems
    assert [(p.code, p.span.file) for p in found] == [
        ("data-among-pages", "thema/a.yaml"),
        ("unfit-among-pages", "thema/notulen.docx"),
    ]


def test_a_withheld_case_leaves_no_trace_on_any_page(settings: Settings) -> None:
    write(settings.cases, "open")
    write(settings.cases, "zqdicht", title="zqgeheim", meant="professionals")
    book = built(settings)
    assert "zq" not in everything(book).lower()
    assert [p.code for p in book.problems] == ["withheld-audience"]
    assert [case.id for case in book.cases] == ["open"]


def test_a_narrower_audience_sees_what_was_meant_for_it(settings: Settings) -> None:
    write(settings.cases, "open")
    write(settings.cases, "vak", meant="professionals")
    book = built(replace(settings, audience=Audience.PROFESSIONAL))
    assert [case.id for case in book.cases] == ["open", "vak"]


def test_a_case_in_another_language_stands_in_the_book_of_that_language(settings: Settings) -> None:
    write(settings.cases, "open")
    (settings.cases / "en.yaml").write_text(
        signed(
            "language: en\nid: english\ntitle: English\ntranslation_of: open\ncentre: {id: me, who: a woman}\n"
            "publication: {intended_for: public, origin: fictional, review: {role: colleague, month: 2026-05}}\n"
        ),
        encoding="utf-8",
    )
    dutch, english = built(settings), built(replace(settings, language="en"))
    assert [case.id for case in dutch.cases] == ["open"]
    assert [case.id for case in english.cases] == ["english"]
    assert "Cases" in everything(english)
    assert "This case is a translation." in everything(english)
    assert "This case is a translation." not in everything(dutch)
    assert [p.code for p in dutch.problems] == ["other-language"]
    assert built(replace(settings, translated=True)).problems == ()


def test_a_source_that_does_not_exist_is_told_with_its_place(settings: Settings) -> None:
    settings.references.write_text(
        'hartman-1978: {authors: ["Hartman, A."], year: "1978", title: Titel}\n', encoding="utf-8"
    )
    write(settings.cases, "a", more="bronnen: [hartman-1987]")
    (found,) = check(settings).problems
    assert (found.code, found.span.line) == ("unknown-source-close", 11)
    assert "hartman-1978" in found.hint()


def test_a_source_that_lacks_a_field_is_told(settings: Settings) -> None:
    settings.references.write_text("hartman-1978: {title: Titel}\n", encoding="utf-8")
    (found,) = check(settings).problems
    assert (found.code, str(found.span)) == ("reference-form", "references.yaml:1:1")


@pytest.mark.parametrize("place", ["choose_engine", "draw_maps"])
def test_when_drawing_is_impossible_the_page_stands_with_its_table(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    def impossible(*_: object, **__: object) -> None:
        raise DrawingImpossible("no-wasi")

    one_case._engine.cache_clear()
    monkeypatch.setattr(one_case, place, impossible)
    write(settings.cases, "a")
    book = built(settings)
    page = next(page for page in book.pages if page.uri == "casussen/a.md")
    assert "Deze kaart kon hier niet worden getekend." in page.markdown
    assert '<th scope="row">Haar zus</th>' in page.markdown
    assert (book.drawn, [(p.code, p.severity) for p in book.problems]) == (0, [("not-drawn", "warning")])


def test_the_page_of_a_case_does_not_change_when_the_book_grows(settings: Settings) -> None:
    """A page that lists its siblings makes a book grow with the square of its cases."""
    write(settings.cases, "a")
    alone = next(page for page in built(settings).pages if page.uri == "casussen/a.md")
    for number in range(20):
        write(settings.cases, f"b-{number}")
    among = next(page for page in built(settings).pages if page.uri == "casussen/a.md")
    assert among == alone


def test_building_twice_gives_the_same_pages(settings: Settings) -> None:
    write(settings.cases, "a")
    write(settings.cases, "b")
    assert built(settings) == built(settings)


def test_a_count_of_people_or_thresholds_across_cases_is_on_no_page(settings: Settings) -> None:
    for number in range(7):
        write(settings.cases, f"c-{number}")
    book = built(settings)
    for page in book.pages:
        if not page.uri.startswith("casussen/c-"):
            assert "zeven" not in page.markdown.lower(), page.uri
            assert " 7 " not in page.markdown, page.uri


def test_themes_are_gathered_under_one_spelling(settings: Settings) -> None:
    for number, theme in enumerate(["Opvoeden", "opvoeden", "Geloof & twijfel"]):
        file = write(settings.cases, f"c-{number}")
        text = file.read_text(encoding="utf-8")
        file.write_text(signed(text.replace(f"thema van titel c-{number}", theme)), encoding="utf-8")
    page = next(page for page in built(settings).pages if page.uri == "themas/index.md")
    assert page.markdown.count("<h2>") == 2
    assert "<h2>Geloof &amp; twijfel</h2>" in page.markdown


def test_an_own_page_that_cannot_be_read_is_told_before_anything_is_made(settings: Settings) -> None:
    settings.pages.mkdir()
    (settings.pages / "oud.md").write_bytes("# Caf\xe9".encode("latin-1"))
    assert [(p.code, p.span.file) for p in check(settings).problems] == [("not-utf8", "pages/oud.md")]


def test_an_own_page_that_gives_way_is_told(settings: Settings) -> None:
    own = settings.pages / "casussen/index.md"
    own.parent.mkdir(parents=True)
    own.write_text("# Van mij", encoding="utf-8")
    settings = replace(settings, own_files=("casussen/index.md",))
    found = built(settings).problems
    assert [(p.code, p.span.file) for p in found] == [("page-gives-way", "pages/casussen/index.md")]


def test_a_notation_is_chosen_for_the_book_or_for_one_case(settings: Settings) -> None:
    write(settings.cases, "een")
    write(settings.cases, "twee", more="notatie: ecogram")
    pages = {page.uri: page for page in built(settings).pages}
    assert "Getekend als een ecomap naar Hartman" in pages["casussen/een.md"].markdown
    assert "Getekend als een Nederlands ecogram" in pages["casussen/twee.md"].markdown
    pages = {page.uri: page for page in built(replace(settings, notation="ecogram")).pages}
    assert "Getekend als een Nederlands ecogram" in pages["casussen/een.md"].markdown


def test_a_notation_that_is_not_there_is_told_with_those_that_are(settings: Settings) -> None:
    file = write(settings.cases, "een", more="notatie: sterretjes")
    told = [problem for problem in check(settings).problems if problem.code == "unknown-notation"]
    assert [problem.span.line for problem in told] == [
        file.read_text(encoding="utf-8").splitlines().index("notatie: sterretjes") + 1
    ]
    assert "ecogram, hartman" in told[0].hint()
    assert check(replace(settings, notation="weg")).refused


def test_a_notation_that_is_not_right_is_told_once(settings: Settings, tmp_path: Path) -> None:
    own = tmp_path / "themes"
    own.mkdir()
    (own / "mijn.toml").write_text("sectors = 3\n", encoding="utf-8")
    write(settings.cases, "een", more="notatie: mijn")
    write(settings.cases, "twee", more="notatie: mijn")
    told = [p for p in check(replace(settings, notations=own)).problems if p.code == "unfit-notation"]
    assert len(told) == 1
    assert told[0].span.file == "themes/notations/mijn.toml"


@contextmanager
def cluster(size: int) -> Iterator[Executor]:
    """The executor of a cluster on this machine, as Dask gives it."""
    with (
        LocalCluster(n_workers=size, threads_per_worker=1, dashboard_address=None) as local,
        Client(local) as client,
    ):
        yield client.get_executor()


@pytest.mark.parametrize("pool", [ThreadPoolExecutor, ProcessPoolExecutor, cluster])
def test_workers_read_and_make_the_same_book(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, pool: Callable[..., AbstractContextManager[Executor]]
) -> None:
    """Whatever executor: threads, processes, or those of a cluster."""
    for number in range(5):
        write(settings.cases, f"c-{number}")
    alone = built(settings)
    for module in (making, before):
        monkeypatch.setattr(module, "MANY", 2)
    with pool(2) as workers:
        checked = check(settings, Kept(), whole=False, workers=workers)
        assert make(settings, checked, workers=workers) == alone


def test_a_piece_that_turns_out_to_be_spoilt_is_made_here(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    write(settings.cases, "a")
    kept = Kept()
    first = make(settings, check(settings), kept=kept)
    monkeypatch.setattr(Kept, "get", lambda *_: None)
    assert make(settings, check(settings), kept=kept) == first
