"""The form: a case is made in it as an author does, offline; what it keeps is what the program reads, and a file that
was there comes back with its remarks and with what the form does not know."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from author.mistakes import MISTAKES, NO_MISTAKES
from author.test_mistakes import in_language, told
from commands import MKDOCS_YML, ROOT, run_here, said, write_book
from mensenwerk.problems import Language

Visit = Callable[..., Page]
Keep = Callable[[Page], str]

CASES = sorted((ROOT / "content" / "cases").glob("*.yaml"))
OLDER = """\
# yaml-language-server: $schema=../schema/casus.schema.json
# Een opmerking bovenaan.
taal: nl
versie: 1
id: de-ladder
titel: De ladder  # van hemzelf
onbekend: {iets: van een ander}

# Over het midden.
middelpunt: {id: man, wie: de man}
mensen:
  - {id: buurman, wie: de buurman, banden: sterk}  # op één regel
  # De merel hoort erbij.
  - id: merel
    wie: de merel
    soort: dier
    kring: anders
kaarten:
  - id: begin
    moment: aan tafel
    gezien_door: man
  - id: later
    moment: twee maanden later
wie_kent_wie:
  groepen: [[buurman, merel]]
# Een opmerking onderaan.
"""


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("formulier"), "nl")


def made(folder: Path, language: Language) -> Path:
    done = run_here("form", "-o", folder / "formulier.html", "--language", language, folder=folder)
    assert done.returncode == 0, said(done)
    return folder / "formulier.html"


@pytest.fixture
def begun(visit: Visit, form: Path) -> Page:
    """A new case in the form."""
    page = visit(form)
    page.set_default_timeout(5000)
    page.get_by_role("button", name="Begin een nieuwe casus").click()
    return page


def opened(page: Page, text: str | bytes) -> None:
    raw = text if isinstance(text, bytes) else text.encode()
    page.set_default_timeout(5000)
    page.set_input_files("#file", {"name": "casus.yaml", "mimeType": "text/yaml", "buffer": raw})
    page.locator("#refused:not([hidden]), #work:not([hidden])").first.wait_for()


def step(page: Page, name: str) -> None:
    page.get_by_role("navigation").get_by_role("button", name=name, exact=True).click()


def add(page: Page, label: str, text: str) -> None:
    page.get_by_label(label).fill(text)
    page.get_by_role("button", name="Voeg toe").click()


def kept(page: Page, name: str) -> str:
    """What is kept on this computer, called as it should be."""
    step(page, "Bewaren")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Bewaar de casus").click()
    assert coming.value.suggested_filename == name
    return coming.value.path().read_text(encoding="utf-8")


def found(page: Page) -> list[str]:
    return page.evaluate("() => { mensenwerk.look(); return mensenwerk.found.map((one) => one.code); }")  # type: ignore[no-any-return]


def test_a_whole_case_is_made_in_the_form_and_the_book_takes_it(begun: Page, tmp_path: Path) -> None:
    page = begun
    page.get_by_label("Titel").fill("De koffie: op dinsdag")
    page.get_by_label("Wie", exact=True).fill("de moeder")
    step(page, "Wie is belangrijk")
    add(page, "Wie nog meer?", "haar zus")
    page.get_by_label("Betekenis").first.fill("Zij zegt: kom maar. ‘Tot zo’, zegt ze dan, en # hangt op.")
    page.get_by_label("Familie").check()
    page.get_by_label("Sterkte").select_option("Sterk")
    page.get_by_label("Spanning").select_option("Soms")
    page.get_by_label("Energie").select_option("Beide")
    page.get_by_label("Woord").fill("no")
    add(page, "Wie nog meer?", "de hond")
    page.get_by_text("Meer, als het helpt").click()
    page.get_by_label("Soort").select_option("Dier")
    step(page, "Momenten")
    add(page, "Welk moment was het?", "een eerste gesprek")
    page.get_by_label("Wanneer", exact=True).fill("voorjaar")
    page.get_by_label("Gezien door", exact=True).select_option("de moeder")
    page.get_by_label("Samen met", exact=True).select_option("in eigen woorden")
    page.get_by_label("Samen met: in eigen woorden").fill("een ouderenwerker")
    page.get_by_label("Viel op").fill("Twee regels.\n\nEn nog een: met een dubbele punt.")
    add(page, "Welk moment was het?", "twee maanden later")
    step(page, "Wie is belangrijk")
    page.get_by_role("button", name="de hond", exact=True).click()
    page.get_by_text("Anders bij: twee maanden later").click()
    page.get_by_label("Weg", exact=True).select_option("Ja")
    step(page, "Drempels")
    page.get_by_label("Welke drempel").select_option("Niet tot last")
    page.get_by_role("button", name="Voeg toe").click()
    page.get_by_label("Van", exact=True).select_option("de moeder")
    page.get_by_role("group", name="Rond").get_by_label("haar zus").check()
    page.get_by_label("Kaart", exact=True).select_option("een eerste gesprek")
    page.get_by_label("Volgens", exact=True).select_option("de moeder")
    page.get_by_label("Enerzijds").fill("Haar zus heeft het druk.")
    page.get_by_label("Vragen", exact=True).fill("Wie vraagt u liever niets?\nEn wie wel, en waarom?")
    step(page, "Verwachten")
    add(page, "Wat verwacht iemand?", "Dat haar zus belt.")
    page.get_by_label("Van", exact=True).select_option("haar zus")
    step(page, "Voor wie")
    page.get_by_label("Bestemd voor").select_option("Publiek")
    page.get_by_label("Herkomst").select_option("Gefingeerd")
    text = kept(page, "de-koffie-op-dinsdag.yaml")
    assert text.startswith("# yaml-language-server: $schema=../schema/casus.schema.json\ntaal: nl\n")

    book = write_book(tmp_path / "boek")
    (book / "content" / "cases" / "de-koffie-op-dinsdag.yaml").write_text(text, encoding="utf-8")
    checked = run_here("check", folder=book)
    assert checked.returncode == 0, said(checked)
    assert run_here("review", "de-koffie-op-dinsdag", "--role", "docent", "--read", folder=book).returncode == 0
    built = run_here("build", "--strict", folder=book)
    assert built.returncode == 0, said(built)
    shown = (book / "site/casussen/de-koffie-op-dinsdag.html").read_text(encoding="utf-8")
    for words in ("De koffie: op dinsdag", "Zij zegt: kom maar.", "een ouderenwerker", "En wie wel, en waarom?"):
        assert words in shown


def test_it_begins_on_paper_and_asks_who_is_important_before_anything_that_is_done(visit: Visit, form: Path) -> None:
    page = visit(form)
    assert page.locator("h2").first.inner_text() == "Teken eerst samen op papier"
    link = page.get_by_role("link", name="Een lege kaart")
    assert link.get_attribute("download") == "lege-kaart.pdf"
    assert str(link.get_attribute("href")).startswith("data:application/pdf;base64,JVBERi")
    page.get_by_role("button", name="Begin een nieuwe casus").click()
    step(page, "Wie is belangrijk")
    assert page.locator("#step h2").inner_text() == "Wie is belangrijk voor u?"
    add(page, "Wie nog meer?", "haar zus")
    page.get_by_label("Sterkte").select_option("Sterk")
    page.get_by_role("button", name="haar zus", exact=True).click()
    labels = [
        text for text in page.locator("#step .chosen").locator("label, legend, summary").all_inner_texts() if text
    ]
    assert labels[:2] == ["Wie", "Betekenis"]
    assert labels[-1] == "Wat er heen en weer gaat, als u dat weet"  # help stands last, and closed


def test_the_map_grows_with_the_ecomaps_own_signs_and_says_the_same_in_words(begun: Page) -> None:
    page = begun
    step(page, "Wie is belangrijk")
    assert page.locator("#drawn > svg").count() == 0
    add(page, "Wie nog meer?", "haar zus")
    assert page.locator("#drawn > svg").count() == 1
    assert page.locator("#drawn > g").count() == 0  # no tie was told yet
    page.get_by_label("Sterkte").select_option("Zwak")
    page.get_by_label("Energie").select_option("Kost")
    page.wait_for_selector("#drawn > g path[stroke-dasharray='7 5']", state="attached")
    assert page.locator("#drawn > g .mw-eco-key-head").count() == 1
    page.get_by_text("De kaart in woorden").click()
    assert page.locator("#told li").all_inner_texts() == ["haar zus: dunne band, kost energie"]


def test_what_is_filled_in_wrongly_is_told_beside_it_and_in_the_list_that_leads_there(begun: Page) -> None:
    page = begun
    step(page, "Wie is belangrijk")
    add(page, "Wie nog meer?", "haar zus")
    page.get_by_text("Meer, als het helpt").click()
    age = page.get_by_label("Leeftijd")
    age.fill("34")
    age.blur()
    page.wait_for_selector(".wrong:has-text('leeftijdsgroep')")
    assert age.get_attribute("aria-invalid") == "true"
    step(page, "Bewaren")
    told_there = page.locator("#found li").all_inner_texts()
    assert any(text.startswith("mensen › 1 › leeftijd Hier hoort een leeftijdsgroep") for text in told_there)
    page.get_by_role("button", name="mensen › 1 › leeftijd").click()
    assert page.evaluate("document.activeElement.value") == "34"


def test_a_file_keeps_its_remarks_its_order_and_what_the_form_does_not_know(visit: Visit, form: Path) -> None:
    page = visit(form)
    opened(page, OLDER)
    step(page, "Wie is belangrijk")
    page.get_by_role("group", name="De band met het midden").get_by_label("Spanning").select_option("Vaak")
    page.get_by_role("button", name="de merel", exact=True).click()
    page.get_by_label("Betekenis").first.fill("Zolang zij broedt, blijft de ladder staan.")
    page.get_by_text("Anders bij: twee maanden later").click()
    page.get_by_label("Komt", exact=True).select_option("Ja")
    text = kept(page, "de-ladder.yaml")
    remarks = r"(?m)(?:^| )# .*$"
    assert re.findall(remarks, text) == re.findall(remarks, OLDER)
    wanted: Any = read(OLDER)
    wanted["mensen"][0]["banden"] = [{"sterkte": "sterk", "spanning": "vaak"}]
    wanted["mensen"][1] |= {
        "betekenis": "Zolang zij broedt, blijft de ladder staan.",
        "veranderd": {"later": {"komt": "ja"}},
    }
    assert read(text) == wanted
    assert list(read(text)) == list(read(OLDER))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_sample_case_is_shown_whole_and_kept_as_it_was(case: Path, visit: Visit, form: Path) -> None:
    text = case.read_text(encoding="utf-8")
    page = visit(form)
    opened(page, text)
    page.evaluate(
        """() => {
            for (const step of mensenwerk.steps) {
                mensenwerk.go(step);
                const chips = () => document.querySelectorAll("#step .chips button");
                for (let n = 0; n < chips().length; n += 1) chips()[n].click();
            }
        }"""
    )
    assert found(page) == []
    assert page.evaluate("() => mensenwerk.file.changed") is False
    assert page.evaluate("() => mensenwerk.file.toText()") == text
    page.evaluate("() => mensenwerk.file.put(mensenwerk.file.root, 'Case', 'title', 'Anders')")
    again = read(page.evaluate("() => mensenwerk.file.toText()"))
    assert again.pop("titel", again.pop("title", "")) == "Anders"
    assert again == {key: value for key, value in read(text).items() if key not in ("titel", "title")}


UNSEEN = {"an anchor", "! at the beginning", "an invisible character"}
"""Mistakes that YAML itself allows or the browser does not show; `mensenwerk check` tells them."""


def test_the_form_judges_as_the_program_does(visit: Visit, form: Path) -> None:
    page = visit(form)
    page.on("dialog", lambda dialog: dialog.accept())
    missed, too_strict = set(), set()
    for name, text in {**MISTAKES, **NO_MISTAKES}.items():
        plain = text.replace("§", "") if isinstance(text, str) else text.replace(b"\xa7", b"")
        opened(page, plain)
        refused = page.locator("#refused").is_visible()
        mine = ["refused"] if refused else found(page)
        theirs = told(in_language(text, "nl"), "nl")[0]
        missed |= {name} if theirs and not mine else set()
        too_strict |= {name} if mine and not theirs else set()
        if not refused:
            page.evaluate("() => { mensenwerk.saved = true; mensenwerk.go('begin'); }")
    assert too_strict == set()
    assert missed == UNSEEN


def test_a_file_in_another_encoding_is_refused_in_plain_words(visit: Visit, form: Path) -> None:
    page = visit(form)
    opened(page, "titel: één".encode("cp1252"))
    assert "UTF-8" in page.locator("#refused").inner_text()
    assert page.locator("#work").is_hidden()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_step_is_accessible_and_fits_the_screen(
    width: int, language: Language, visit: Visit, axe: Callable[[Page], list[str]], tmp_path: Path
) -> None:
    page = visit(made(tmp_path, language), width=width, dark=width < 1000)
    assert axe(page) == []
    opened(page, CASES[3].read_bytes())
    for each in page.evaluate("() => mensenwerk.steps"):
        page.evaluate("(each) => mensenwerk.go(each)", each)
        page.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert axe(page) == [], each
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), each
        assert page.evaluate("() => document.activeElement.tagName") == "H2", each


def test_a_case_can_be_made_with_the_keyboard_alone(visit: Visit, form: Path) -> None:
    page = visit(form)
    page.set_default_timeout(5000)
    page.get_by_role("button", name="Begin een nieuwe casus").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("De brug")
    page.get_by_role("navigation").get_by_role("button", name="Wie is belangrijk").focus()
    page.keyboard.press("Enter")
    for key in ("Tab", "de veerman", "Enter"):
        page.keyboard.press(key) if key in ("Tab", "Enter") else page.keyboard.type(key)
    assert page.evaluate("() => document.activeElement.getAttribute('aria-label')") == "de veerman"
    assert page.get_by_role("status").inner_text() == "Toegevoegd: de veerman."
    assert read(page.evaluate("() => mensenwerk.file.toText()"))["mensen"] == [
        {"id": "de-veerman", "wie": "de veerman"}
    ]


def test_the_form_may_ask_nothing_of_the_network_and_goes_over_nothing_else(form: Path, tmp_path: Path) -> None:
    text = form.read_text(encoding="utf-8")
    assert "default-src 'none'" in text
    assert "connect-src" not in text
    (tmp_path / "brief.html").write_text("<p>Een brief.</p>", encoding="utf-8")
    done = run_here("form", "-o", "brief.html", folder=tmp_path)
    assert done.returncode == 1
    assert (tmp_path / "brief.html").read_text(encoding="utf-8") == "<p>Een brief.</p>"
    for _ in range(2):  # over an older form
        assert run_here("form", folder=tmp_path).returncode == 0
    assert (tmp_path / "formulier.html").is_file()


def test_a_book_that_wants_it_carries_the_form_and_leads_to_it(visit: Visit, tmp_path: Path) -> None:
    config = MKDOCS_YML.replace("- mensenwerk", "- mensenwerk: {form: true}")
    book = write_book(tmp_path / "boek", mkdocs_yml=config)
    built = run_here("build", "--strict", folder=book)
    assert (built.returncode, built.stderr) == (0, ""), said(built)
    page = visit(book / "site" / "index.html")
    page.get_by_role("link", name="Zelf een casus maken").click()
    assert page.locator("h2").first.inner_text() == "Teken eerst samen op papier"
    assert run_here("write", "boot", folder=book).returncode == 0
    assert "formulier.html" not in (book / "boot" / "docs" / "index.md").read_text(encoding="utf-8")


def test_a_book_carries_no_form_unless_it_wants_it(tmp_path: Path) -> None:
    book = write_book(tmp_path / "boek")
    assert run_here("build", folder=book).returncode == 0
    assert not (book / "site" / "formulier.html").exists()
    assert "formulier" not in (book / "site" / "index.html").read_text(encoding="utf-8")


def test_a_page_of_the_authors_own_gives_way_to_the_form_and_is_told(tmp_path: Path) -> None:
    config = MKDOCS_YML.replace("- mensenwerk", "- mensenwerk: {form: true}")
    book = write_book(tmp_path / "boek", mkdocs_yml=config)
    (book / "content" / "pages" / "formulier.md").write_text("# Eigen\n", encoding="utf-8")
    built = run_here("build", folder=book)
    assert "content/pages/formulier.md: Op deze plek komt een pagina van het programma" in said(built)
    assert "mensenwerk form" in (book / "site" / "formulier.html").read_text(encoding="utf-8")


def read(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 (texts only)
