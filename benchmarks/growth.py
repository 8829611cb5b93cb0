"""Does the cost of a case stay the same when a casebook grows? Builds copies of the sample cases.

Run: python benchmarks/growth.py [sizes …]   (default 50 100 200 400)

Prints a Markdown table: whole build, per case, and the ratio to the first size. The number that counts is
the last column: near 1 means that a casebook grows in a straight line. Kept in benchmarks/README.md.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from commands import signed

from mensenwerk.site.run import load

ROOT = Path(__file__).resolve().parents[1]
CONFIG = "site_name: Groei\ndocs_dir: pages\ntheme: {name: material, language: nl}\n" + (
    "plugins: [{mensenwerk: {cases: cases, references: references.yaml}}]\n"
)


def casebook(folder: Path, size: int, only: tuple[str, ...] = ()) -> None:
    """A casebook of `size` cases in `folder`: the sample cases in turn (or those of these ids), each with an id of its
    own."""
    (folder / "cases").mkdir()
    (folder / "pages").mkdir()
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    literature = (ROOT / "content/references.yaml").read_text(encoding="utf-8")
    (folder / "references.yaml").write_text(literature, encoding="utf-8")
    found = sorted((ROOT / "content/cases").glob("*.yaml"))
    texts = [file.read_text(encoding="utf-8") for file in found if not only or file.stem in only]
    samples = [
        text for text in texts if not text.startswith("language:") and "\nlanguage:" not in text
    ]  # the Dutch ones
    for number in range(size):
        text = re.sub(r"^id: .*$", f"id: casus-{number}", samples[number % len(samples)], count=1, flags=re.M)
        (folder / "cases" / f"{number:05}.yaml").write_text(signed(text), encoding="utf-8")


def main(sizes: list[int]) -> None:
    """Build each size once, after one small build that warms the drawing engine."""
    with tempfile.TemporaryDirectory() as warm:
        casebook(Path(warm), 4)
        load(Path(warm) / "mkdocs.yml").build()
    print("| cases | seconds | ms a case | site, kB a case | ratio to the first |")
    print("|---|---|---|---|---|")
    first = 0.0
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            casebook(Path(folder), size)
            started = time.perf_counter()
            site = load(Path(folder) / "mkdocs.yml").build().folder
            seconds = time.perf_counter() - started
            kilobytes = sum(file.stat().st_size for file in site.rglob("*") if file.is_file()) / 1000
        first = first or seconds / size
        ratio = seconds / size / first
        print(f"| {size} | {seconds:.1f} | {1000 * seconds / size:.0f} | {kilobytes / size:.0f} | {ratio:.2f} |")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [50, 100, 200, 400])
