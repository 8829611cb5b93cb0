"""How long from saving a case to the changed page in a browser, in a preview? For a book of one size.

Run: python -m benchmarks.live --cases N …   (default 20)

Serves a book of N made-up cases, opens the page of one in Chromium, changes a sentence of that case ten times and waits
until the browser shows it; then goes to the overview, for which the whole book has to be made again. Prints a Markdown
table for README.md.
"""

from __future__ import annotations

import argparse
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import sync_playwright

from benchmarks.browser import browser_here
from benchmarks.cases import casebook

TIMES = 10


def measure(cases: int, folder: Path) -> str:
    """One row: from start to the first page, from save to page (middle and longest), and to the overview."""
    chromium = browser_here()
    if chromium is None:
        raise RuntimeError("no Chromium on this machine")
    casebook(folder, cases)
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{asked.getsockname()[1]}"
    file = folder / "cases/casus-0.yaml"
    text = file.read_text(encoding="utf-8")
    lead = text.partition("\nlead: ")[2].partition("\n")[0].strip("'\"")
    with tempfile.TemporaryFile() as told:
        started = time.perf_counter()
        command = [sys.executable, "-m", "mensenwerk", "serve", "-a", address]
        process = subprocess.Popen(command, cwd=folder, stdout=told, stderr=told)
        try:
            while True:
                try:
                    urlopen(f"http://{address}/casussen/casus-0.html", timeout=600).close()
                    break
                except OSError:
                    if process.poll() is not None:
                        raise RuntimeError("the preview did not begin") from None
                    time.sleep(0.05)
            begun = time.perf_counter() - started
            with sync_playwright() as tools:
                browser = tools.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
                page = browser.new_page()
                page.set_default_timeout(600_000)
                page.goto(f"http://{address}/casussen/casus-0.html")
                taken = []
                for time_ in range(TIMES):
                    page.wait_for_timeout(700)
                    saved = time.perf_counter()
                    file.write_text(text.replace(lead, f"Voor de keer {time_} anders. {lead}", 1), encoding="utf-8")
                    page.get_by_text(f"Voor de keer {time_} anders.").first.wait_for()
                    taken.append(time.perf_counter() - saved)
                asked_at = time.perf_counter()
                page.goto(f"http://{address}/casussen/index.html")
                overview = time.perf_counter() - asked_at
                browser.close()
        finally:
            process.kill()
            process.wait()
    middle, longest = statistics.median(taken), max(taken)
    return f"| {cases} | {begun:.1f} | {middle:.2f} | {longest:.2f} | {overview:.1f} |"


def main() -> None:
    """One row for each size."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks.live", description=__doc__.splitlines()[0])
    asked.add_argument("--cases", type=int, nargs="+", default=[20])
    print("| cases | to the first page, s | save to page, middle of ten, s | longest, s | overview after it, s |")
    print("|---|---|---|---|---|")
    for cases in asked.parse_args().cases:
        with tempfile.TemporaryDirectory() as folder:
            print(measure(cases, Path(folder)), flush=True)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
