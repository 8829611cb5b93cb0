"""How large is the search of a large casebook, and how long does a reader wait for its first answer?

Run: python benchmarks/search.py [cases]   (default 1000; needs Chromium)

Builds copies of the sample cases and opens the search page as a double-click would, without a network. Prints a
Markdown table: the size of the index, the time from opening the page with a question in its address to the answer
(the index is read in it), and the slowest answer to further questions, typed key by key. Kept in benchmarks/README.md.
"""

from __future__ import annotations

import gzip
import shutil
import sys
import tempfile
import time
from pathlib import Path

from growth import casebook
from playwright.sync_api import Page, sync_playwright

from mensenwerk.site.run import load

ASKED = ("mantelzorgers", "buurvrouw soep", "schuldhulp", "vader en zoon", "client", "moed", "zqnergens")
_TELLS = "() => document.querySelector('[role=status]')?.textContent.trim()"


def main(cases: int) -> None:
    """Build once, ask in one browser."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        casebook(Path(name), cases)
        site = load(Path(name) / "mkdocs.yml").build().folder
        raw = next(site.rglob("search-index.js")).read_bytes()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_context(offline=True).new_page()
        started = time.perf_counter()
        page.goto((site / "zoeken.html").as_uri() + "?q=buurvrouw")
        page.wait_for_function(_TELLS)
        first = time.perf_counter() - started
        slowest = max(_answer(page, asked) for asked in ASKED)
        browser.close()
    print("| cases | index, MB | gzipped, MB | first answer, page and index included, ms | slowest later answer, ms |")
    print("|---|---|---|---|---|")
    size, small = len(raw) / 1e6, len(gzip.compress(raw)) / 1e6
    print(f"| {cases} | {size:.2f} | {small:.2f} | {1000 * first:.0f} | {1000 * slowest:.0f} |")


def _answer(page: Page, asked: str) -> float:
    """Seconds from the last key of a question to another message than before."""
    box = page.get_by_role("searchbox")
    box.fill("")
    page.wait_for_timeout(400)
    box.type(asked[:-1])
    page.wait_for_timeout(400)
    page.evaluate("() => { document.querySelector('[role=status]').textContent = '' }")
    started = time.perf_counter()
    box.type(asked[-1])
    page.wait_for_function(_TELLS)
    return time.perf_counter() - started


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 1000)
