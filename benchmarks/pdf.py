"""How long does a booklet take to bind, and how large is what is mailed?

Run: python -m benchmarks.pdf

Binds the practice guide of the sample casebook and the whole of it as PDF, a few times each, and measures the part that is
Typst's and the whole, from finished pages to a PDF. Then makes one HTML file of thirty cases: the sample cases over and
over, and the two smallest of them. Prints Markdown tables. Kept in benchmarks/README.md.
"""

from __future__ import annotations

import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path

import pypdf

from benchmarks.cases import samples
from mensenwerk.casebook import make
from mensenwerk.casebook.manuscripts import Shelf
from mensenwerk.publish.one_file import html_of
from mensenwerk.publish.pdf import typst_of
from mensenwerk.publish.typst import compile_pdf
from mensenwerk.site.run import load
from mensenwerk.site.shelves import shelf_of

ROOT = Path(__file__).resolve().parents[1]
TIMES = 3
SMALL = ("nachtdienst", "dinsdag-en-vrijdag")


def shelf(config: Path) -> Shelf:
    """A finished casebook."""
    site = load(config)
    return shelf_of(make(site.settings, site.check()), site.settings, site.config)


def once(edition: str | None) -> tuple[float, float, bytes]:
    """Bind an edition, or the whole sample book, in a fresh process: Typst remembers what it has set before. The seconds
    that were Typst's, all of them from finished pages on, and the PDF."""
    sample = shelf(ROOT / "mkdocs.yml")
    started = time.perf_counter()
    manuscript = sample.one(sample.addresses.edition(edition)) if edition else sample.whole()
    source, files = typst_of(manuscript)
    begun = time.perf_counter()
    made = compile_pdf(source, files)
    done = time.perf_counter()
    return done - begun, done - started, made


def times(name: str, edition: str | None) -> None:
    """One row: the best of a few, for what else runs on a machine only adds."""
    context = get_context("spawn")
    with ProcessPoolExecutor(1, context, max_tasks_per_child=1) as executor:
        found = list(executor.map(once, [edition] * TIMES))
    typst, whole = (min(each[number] for each in found) for number in (0, 1))
    made = found[0][2]
    pages = len(pypdf.PdfReader(BytesIO(made)).pages)
    print(f"| {name} | {pages} | {typst:.2f} | {whole:.2f} | {60 * whole / pages:.2f} | {len(made) / 1e6:.1f} |")


def size(name: str, only: tuple[str, ...]) -> None:
    """One row: how large one HTML file of thirty cases is."""
    with tempfile.TemporaryDirectory() as folder:
        samples(Path(folder), 30, only)
        found = html_of(shelf(Path(folder) / "mkdocs.yml").whole())
    print(f"| {name} | {len(found) / 1000:.0f} |")


def main() -> None:
    """Both tables."""
    print("| what | pages | Typst, s | whole, s | whole for 60 pages, s | MB |")
    print("|---|---|---|---|---|---|")
    times("the practice guide", "praktijkgids")
    times("the whole sample book", None)
    print("\n| thirty cases and all chapters in one HTML file | kB |")
    print("|---|---|")
    size("as the sample cases are", ())
    size("as the two smallest are", SMALL)


if __name__ == "__main__":
    main()
