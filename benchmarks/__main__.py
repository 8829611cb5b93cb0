"""Our build beside plain MkDocs, and beside a bare Hugo where there is one, in one run.

Run: python -m benchmarks --cases N …   (default 100)

Makes N cases (`cases.py`), builds them with everything on (guard with two hundred names, search, search of the finished
files), again with nothing changed and again with one case changed, each in a process of its own. Then the same finished
pages, as `mensenwerk write` leaves them with their drawings in them, are built by plain MkDocs with Material, its
search and its offline plugin. Prints a Markdown table for README.md; where several sizes are asked for, also what a case
takes at each of them beside the first: near 1 means that a casebook grows in a straight line.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.browser import browser_here
from benchmarks.cases import casebook, registered

_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_FIRST_PAINT = """new Promise(done => new PerformanceObserver(seen => {
  const [first] = seen.getEntriesByName("first-contentful-paint");
  if (first) done(first.startTime);
}).observe({type: "paint", buffered: true}))"""
"""On a busy machine a page may be loaded before it is painted."""
_COLD, _PLAIN = "ours, cold", "plain MkDocs"


@dataclass(frozen=True, slots=True)
class Cost:
    """`wall` and `processor`: seconds, of all processes together; `peak`: MB of the largest process."""

    wall: float
    processor: float
    peak: float


def run(*command: str, folder: Path, environment: dict[str, str]) -> Cost:
    """Run a command to its end. Raises RuntimeError with what it said when it fails."""
    started = time.perf_counter()
    with (folder / "said.txt").open("w+b") as said:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RuntimeError(said.read().decode(errors="replace")[-2000:])
    return Cost(time.perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def plain_mkdocs_yml(docs: Path) -> str:
    """What somebody would write who has these pages and not us: overviews in the menu, cases beside it."""
    pages = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    nav = [page for page in pages if page.endswith("index.md")]
    settings = {
        "site_name": "Een groot boek",
        "use_directory_urls": False,
        "theme": {"name": "material", "language": "nl"},
        "plugins": [{"search": {"lang": "nl"}}, "offline"],
        "nav": nav,
        "not_in_nav": "\n".join(f"/{page}" for page in pages if page not in nav),
    }
    return json.dumps(settings)


def hugo_site(docs: Path, folder: Path) -> None:
    """The same pages for Hugo, with a template that does nothing but show them."""
    shutil.copytree(docs, folder / "content")
    for page in (folder / "content").rglob("index.md"):
        page.rename(page.with_name("_index.md"))
    layouts = folder / "layouts/_default"
    layouts.mkdir(parents=True)
    for name in ("single", "list"):
        (layouts / f"{name}.html").write_text("<!doctype html><title>x</title>{{ .Content }}", encoding="utf-8")
    settings = "disableKinds = ['taxonomy', 'term', 'rss', 'sitemap']\n[markup.goldmark.renderer]\nunsafe = true\n"
    (folder / "hugo.toml").write_text(settings, encoding="utf-8")
    (folder / "config.toml").write_text(settings, encoding="utf-8")


def sizes(site: Path, cases: int) -> tuple[float, list[str]]:
    """How large the site is in kB a case, gzipped, and its largest pages without pictures."""
    files = [path for path in site.rglob("*") if path.is_file()]
    packed = sum(len(gzip.compress(path.read_bytes(), 6)) for path in files) / cases / 1000
    told = [f"Site: {packed:.1f} kB a case gzipped, all files together."]
    for name, pages in _kinds(site).items():
        texts = [_SVG.sub("", path.read_text(encoding="utf-8")) for path in pages]
        told.append(f"Largest {name} page without pictures: {max(len(text.encode()) for text in texts) / 1000:.0f} kB.")
    return packed, [*told, *first_views(site)]


def _kinds(site: Path) -> dict[str, list[Path]]:
    """The pages of a site: the home page, those of cases, and all that list cases or lead to them."""
    home, cases = [site / "index.html"], list(site.glob("casussen/casus-*.html"))
    others = set(site.rglob("*.html")) - {*home, *cases}
    return {"home": home, "case": cases, "index": sorted(others)}


def first_views(site: Path) -> list[str]:
    """How long until the largest page of each kind shows its words, opened from the folder in a browser that was not
    there before: the middle of five."""
    chromium = browser_here()
    if chromium is None:
        return ["No Chromium here, so nothing about the first view."]
    told = []
    with sync_playwright() as tools:
        for name, pages in _kinds(site).items():
            page = max(pages, key=lambda path: path.stat().st_size)
            times = []
            for _ in range(5):
                browser = tools.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
                view = browser.new_page()
                view.goto(page.as_uri())
                times.append(view.evaluate(_FIRST_PAINT))
                browser.close()
            told.append(f"First view of the largest {name} page: {statistics.median(times):.0f} ms.")
    return told


@dataclass(frozen=True, slots=True)
class Measured:
    """`costs`: by what was built; `packed`: kB a case, gzipped; `told`: lines about sizes."""

    cases: int
    costs: dict[str, Cost]
    packed: float
    told: list[str]

    def table(self) -> list[str]:
        """Beside plain MkDocs, where that was built."""
        beside = self.costs.get(_PLAIN)
        lines = [
            f"| {self.cases} cases | seconds | to plain MkDocs | processor seconds | to plain | peak, MB | to plain |"
        ]
        lines.append("|---|---|---|---|---|---|---|")
        for name, cost in self.costs.items():
            cells = [name]
            for figure in ("wall", "processor", "peak"):
                own = getattr(cost, figure)
                cells.append(f"{own:.0f}" if figure == "peak" else f"{own:.1f}")
                cells.append(f"{own / getattr(beside, figure):.2f}" if beside else "")
            lines.append(f"| {' | '.join(cells)} |")
        return [*lines, "", *self.told, ""]


def measure(cases: int, root: Path, ours_only: bool) -> Measured:
    """All builds of one size."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(root / "cache"), "NO_MKDOCS_2_WARNING": "1"}
    registry = root / "registry.txt"
    registry.write_text("\n".join(registered()), "utf-8")
    registry.chmod(0o600)
    environment["MENSENWERK_REGISTRY"] = str(registry)
    book = root / "book"
    casebook(book, cases)
    ours = (sys.executable, "-m", "mensenwerk", "--quiet", "build")
    found = {_COLD: run(*ours, folder=book, environment=environment)}
    found["ours, nothing changed"] = run(*ours, folder=book, environment=environment)
    first = book / "cases/casus-0.yaml"
    first.write_text(first.read_text("utf-8").replace("sterkte: sterk", "sterkte: zwak"), "utf-8")
    run(sys.executable, "-m", "mensenwerk", "--quiet", "review", "casus-0", "--role", "redactie", "--read",
        folder=book, environment=environment)  # fmt: skip
    found["ours, one case changed"] = run(*ours, folder=book, environment=environment)
    packed, told = sizes(book / "site", cases)
    if ours_only:
        return Measured(cases, found, packed, told)
    plain = root / "plain"
    run(sys.executable, "-m", "mensenwerk", "--quiet", "write", str(plain), folder=book, environment=environment)
    shutil.rmtree(plain / "theme")
    (plain / "mkdocs.yml").write_text(plain_mkdocs_yml(plain / "docs"), encoding="utf-8")
    found[_PLAIN] = run(sys.executable, "-m", "mkdocs", "build", "-q", folder=plain, environment=environment)
    if shutil.which("hugo"):
        bare = root / "hugo"
        bare.mkdir()
        hugo_site(plain / "docs", bare)
        found["Hugo, bare template"] = run("hugo", "--quiet", folder=bare, environment=environment)
    return Measured(cases, found, packed, told)


def growth(measured: Sequence[Measured]) -> list[str]:
    """What a case takes at each size beside the first."""
    lines = ["| cases | ms a case, cold | to the first | kB a case | to the first |", "|---|---|---|---|---|"]
    first = measured[0]
    for each in measured:
        mine, theirs = (1000 * one.costs[_COLD].processor / one.cases for one in (each, first))
        lines.append(
            f"| {each.cases} | {mine:.0f} | {mine / theirs:.2f} | {each.packed:.1f} | {each.packed / first.packed:.2f} |"
        )
    return lines


def main() -> None:
    """Measure, and print each size as it comes."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    asked.add_argument("--cases", type=int, nargs="+", default=[100], help="how many cases; of several, growth is told")
    asked.add_argument("--ours-only", action="store_true", help="leave out plain MkDocs and Hugo")
    given = asked.parse_args()
    measured = []
    for cases in given.cases:
        with tempfile.TemporaryDirectory() as folder:
            measured.append(measure(cases, Path(folder), given.ours_only))
        print("\n".join(measured[-1].table()), flush=True)
    if len(measured) > 1:
        print("\n".join(growth(measured)))
    print(
        f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}"
    )


if __name__ == "__main__":
    main()
