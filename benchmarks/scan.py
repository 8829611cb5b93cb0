"""How much of a build is the search of the finished files? Cold, and when nothing changed; and what the guard costs.

Run: python -m benchmarks.scan [cases]   (default 1000)

Prints a Markdown table for benchmarks/README.md: whole seconds and their share of a cold build. The registry holds
two hundred names, none of which is in the book.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from benchmarks.cases import casebook, registered
from mensenwerk.guards.registry import Entry, Registry
from mensenwerk.publish.scan import Record
from mensenwerk.site.leaks import scan_of
from mensenwerk.site.run import load


def spent() -> float:
    """The processor seconds of this process and of the workers that it had."""
    return sum(os.times()[:4])


def main(size: int) -> None:
    with tempfile.TemporaryDirectory() as warm:
        casebook(Path(warm), 4)
        load(Path(warm) / "mkdocs.yml").build()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        casebook(root, size)
        site = load(root / "mkdocs.yml")
        started = spent()
        site.check()
        checked = spent() - started
        started = spent()
        finished = site.build(anew=True)
        built = spent() - started
        files = [file.relative_to(finished.folder).as_posix() for file in finished.folder.rglob("*.html")]
        made = frozenset(name for name in files if name.startswith("casussen/"))
        scan = replace(scan_of(site.check(), site.settings, made), registry=Registry(tuple(map(Entry, registered()))))
        record = Record(finished.folder, root / "cache")
        times = []
        for _ in range(2):
            started = spent()
            leaks = scan.folder(finished.folder, record)
            assert leaks == [], leaks[:3]  # noqa: S101
            times.append(spent() - started)
        print("| what | processor seconds | share of a cold build |")
        print("|---|---|---|")
        rows = (
            ("a cold build, all of it", built),
            ("reading and judging the cases", checked),
            ("the search, cold", times[0]),
            ("the search, nothing changed", times[1]),
        )
        for what, seconds in rows:
            print(f"| {what}, {size} cases | {seconds:.1f} | {100 * seconds / built:.1f}% |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
