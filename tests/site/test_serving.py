"""The live preview: it shows what was saved, and lives on when a case has a mistake in it."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page

from commands import (
    BROKEN_CASE,
    BROKEN_LINE,
    CASE,
    MKDOCS_YML,
    ctrl_c_is_heard,
    environment,
    run,
    write_book,
    write_case,
)

SECONDS = 60
COMMANDS = {"ours": ["mensenwerk", "serve"], "mkdocs": ["mkdocs", "serve", "--livereload"]}


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@dataclass(frozen=True, slots=True)
class Served:
    """A small book that is being served."""

    book: Path
    address: str
    log: Path
    process: subprocess.Popen[bytes]

    def wait_for_page(self, words: str) -> None:
        """Until the page of the one case holds `words`. While a case has a mistake in it, MkDocs keeps
        whoever asks waiting: hence the short timeout."""
        _until(lambda: words in self.page(), f"“{words}” on the page")

    def wait_for_log(self, words: str) -> None:
        """Until the author has been told `words`."""
        _until(lambda: words in self.log.read_text(encoding="utf-8"), f"“{words}” in the log")

    def mirror(self) -> str:
        """The mirror of the one case, once the page is there."""
        self.wait_for_page("De bank")
        return self.page(self.address.partition("/casussen")[0] + "/_spiegel/1.html")

    def builds(self) -> int:
        """How often the whole book was made."""
        return self.log.read_text(encoding="utf-8").count("Building documentation")

    def page(self, address: str = "") -> str:
        """The page of the one case, or what stands at an address; nothing where it cannot be had."""
        try:
            with urlopen(address or self.address, timeout=5) as answer:  # noqa: S310 (an address of our own)
                return str(answer.read().decode("utf-8"))
        except OSError:
            return ""


def _until(holds: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + SECONDS
    while not holds():
        if time.monotonic() > deadline:
            pytest.fail(f"{what} did not come")
        time.sleep(0.1)


@pytest.fixture(params=list(COMMANDS))
def served(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Served]:
    """A small book, served by our command and by that of MkDocs."""
    book = write_book(tmp_path / "boek")
    port = free_port()
    command = [sys.executable, "-m", *COMMANDS[request.param], "--dev-addr", f"127.0.0.1:{port}"]
    with (
        ctrl_c_is_heard(),
        (tmp_path / "log").open("wb") as log,
        subprocess.Popen(command, cwd=book, env=environment(), stdout=log, stderr=log) as process,
    ):
        yield Served(book, f"http://127.0.0.1:{port}/casussen/de-bank.html", tmp_path / "log", process)
        process.kill()


def test_a_saved_case_shows_and_a_mistake_is_told_and_does_not_end_the_preview(served: Served) -> None:
    served.wait_for_page("De bank")
    write_case(served.book, CASE.replace("titel: De bank", "titel: De brug"))
    served.wait_for_page("De brug")
    write_case(served.book, BROKEN_CASE)
    served.wait_for_log(f"de-bank.yaml:{BROKEN_LINE}:1: ")
    write_case(served.book, CASE.replace("titel: De bank", "titel: De sluis"))
    served.wait_for_page("De sluis")
    assert served.process.poll() is None
    assert not (served.book / "site").exists()


def test_a_case_about_real_people_shows_to_its_author_before_they_said_yes(served: Served) -> None:
    served.wait_for_page("De bank")
    write_case(served.book, CASE.replace("gefingeerd", "echt").replace("titel: De bank", "titel: De sluis"))
    served.wait_for_page("De sluis")


def test_of_a_saved_case_the_page_alone_is_made_again_until_someone_looks_elsewhere(served: Served) -> None:
    served.wait_for_page("De bank")
    other = served.book / "content" / "cases" / "de-brug.yaml"
    other.write_text(CASE.replace("de-bank", "de-brug").replace("De bank", "De brug"), encoding="utf-8")
    overview = served.address.replace("de-bank", "index")
    _until(lambda: "De brug" in served.page(overview), "the other case")
    before = served.builds()
    write_case(served.book, CASE.replace("titel: De bank", "titel: De sluis"))
    served.wait_for_page("De sluis")
    alone = served.page()
    assert "De brug" in served.page(served.address.replace("de-bank", "de-brug"))
    assert served.builds() == before
    assert "De sluis" in served.page(overview)
    assert served.builds() == before + 1
    assert without_reload(served.page()) == without_reload(alone)
    assert "De sluis" in served.page(served.address.partition("/casussen")[0] + "/assets/mensenwerk/search-index.js")
    assert served.builds() == before + 1


def without_reload(page: str) -> str:
    """A page without the script that makes a browser look again, which has a number of its own each time."""
    begin, _, _ = page.rpartition("<script>")
    return begin


@pytest.fixture
def page(served: Served, browser: Browser) -> Iterator[Page]:
    """The page of the one case, in a browser that stays open."""
    served.wait_for_page("De bank")
    opened = browser.new_page()
    opened.set_default_timeout(SECONDS * 1000)
    opened.goto(served.address)
    yield opened
    opened.close()


def test_what_is_wrong_stands_in_the_page_at_its_place_and_goes_when_it_is_mended(served: Served, page: Page) -> None:
    write_case(served.book, BROKEN_CASE)
    page.get_by_role("heading", name="Nog te herstellen").wait_for()  # the page looks again by itself
    told = page.locator(".mw-mend").inner_text()
    assert f"content/cases/de-bank.yaml:{BROKEN_LINE}:1" in told
    assert "Dit veld kennen we hier niet." in told
    assert page.locator(".mw-mend mark").inner_text() == "onzin: 3"
    page.goto(served.address.partition("/casussen")[0])
    above = page.locator("aside.mw-mend")
    assert "Er is iets te herstellen." in above.inner_text()
    above.get_by_role("link", name=f"de-bank.yaml:{BROKEN_LINE}:1").click()
    page.get_by_role("heading", name="Nog te herstellen").wait_for()
    write_case(served.book, CASE.replace("titel: De bank", "titel: De sluis"))
    page.get_by_role("heading", name="De sluis").wait_for()
    assert page.locator(".mw-mend").count() == 0


def test_other_cases_go_on_while_one_is_wrong(served: Served, page: Page) -> None:
    other = served.book / "content" / "cases" / "de-brug.yaml"
    other.write_text(CASE.replace("de-bank", "de-brug").replace("De bank", "De brug"), encoding="utf-8")
    write_case(served.book, "titel: [")
    page.get_by_role("heading", name="Nog te herstellen").wait_for()
    page.goto(served.address.replace("de-bank", "de-brug"))
    assert page.locator("h1").inner_text() == "De brug"


def test_a_mistake_in_a_page_of_ones_own_is_told_on_that_page(served: Served, page: Page) -> None:
    page.goto(served.address.partition("/casussen")[0])
    own = served.book / "content" / "pages" / "index.md"
    own.write_text("# Een klein boek\n\n[[casus de-brug]]\n", encoding="utf-8")
    page.locator(".mw-mend mark", has_text="[[casus de-brug]]").wait_for()
    assert "content/pages/index.md:3:1" in page.locator("aside.mw-mend").inner_text()
    own.write_text("# Een klein boek\n\n[[casus de-bank]]\n", encoding="utf-8")
    page.locator("aside.mw-mend").wait_for(state="detached")
    assert page.locator("article a", has_text="De bank").count() > 0


def test_settings_that_make_no_book_are_told_above_the_book_that_was(served: Served, page: Page) -> None:
    settings = served.book / "mkdocs.yml"
    settings.write_text(MKDOCS_YML.replace("- mensenwerk", "- mensenwerk: {notation: nergens}"), encoding="utf-8")
    page.locator("aside.mw-mend", has_text="Deze manier van tekenen is er niet.").wait_for()
    assert page.locator("h1").inner_text() == "De bank"
    settings.write_text(MKDOCS_YML.replace("language: nl", "language: [nl"), encoding="utf-8")
    page.locator("aside.mw-mend", has_text="mkdocs.yml").wait_for()
    settings.write_text(MKDOCS_YML, encoding="utf-8")
    page.locator("aside.mw-mend").wait_for(state="detached")
    assert served.process.poll() is None


def test_a_preview_begins_also_when_a_case_has_a_mistake_in_it(tmp_path: Path) -> None:
    book = write_book(tmp_path / "boek", case=BROKEN_CASE)
    port = free_port()
    command = [sys.executable, "-m", "mensenwerk", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with (
        (tmp_path / "log").open("wb") as log,
        subprocess.Popen(command, cwd=book, env=environment(), stdout=log, stderr=log) as process,
    ):
        served = Served(book, f"http://127.0.0.1:{port}/casussen/de-bank.html", tmp_path / "log", process)
        served.wait_for_page("Nog te herstellen")
        process.kill()


def test_the_preview_reads_each_case_back_to_its_author(served: Served) -> None:
    mirror = served.mirror()
    assert "wie is belangrijk voor u?" in mirror
    assert 'href="index.html">Spiegel</a>' in mirror


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_the_preview_ends_well_when_the_author_stops_it(served: Served) -> None:
    served.wait_for_page("De bank")
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(timeout=SECONDS) == 0
    assert "Traceback" not in served.log.read_text(encoding="utf-8")


def test_an_address_that_is_taken_is_told_without_a_traceback(tmp_path: Path) -> None:
    book = write_book(tmp_path / "boek")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("serve", "-a", f"127.0.0.1:{taken.getsockname()[1]}", folder=book)
    assert done.returncode == 1
    assert "this address cannot be used" in done.stderr
    assert "Traceback" not in done.stderr
