"""Our build beside plain MkDocs, and beside a bare Hugo where there is one, in one run.

Run: python -m benchmarks --cases N   (default 100)

Makes N cases (`cases.py`), builds them with everything on (guard with two hundred names, search, search of the finished
files), again with nothing changed and again with one case changed, each in a process of its own. Then the same finished
pages, as `mensenwerk write` leaves them with their drawings in them, are built by plain MkDocs with Material, its
search and its offline plugin. Prints a Markdown table for README.md.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.cases import casebook
from mensenwerk.guards.detect.lexicon import phrases

_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_NAMES = 200


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


def sizes(site: Path, cases: int) -> list[str]:
    """How large the site is, and its largest pages without pictures."""
    files = [path for path in site.rglob("*") if path.is_file()]
    packed = sum(len(gzip.compress(path.read_bytes(), 6)) for path in files)
    told = [f"Site: {packed / cases / 1000:.1f} kB a case gzipped, all files together."]
    for name, pattern in (("home", "index.html"), ("case", "casussen/casus-*.html"), ("index", "*/index.html")):
        texts = [_SVG.sub("", path.read_text(encoding="utf-8")) for path in site.glob(pattern)]
        told.append(f"Largest {name} page without pictures: {max(len(text.encode()) for text in texts) / 1000:.0f} kB.")
    return told


def measure(cases: int, root: Path) -> list[str]:
    """All builds of one size, as the lines of a report."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(root / "cache"), "NO_MKDOCS_2_WARNING": "1"}
    names = sorted(phrases("names"))[: 2 * _NAMES]
    registry = root / "registry.txt"
    registry.write_text("".join(f"Zq{a} Zq{b}\n" for a, b in zip(names[::2], names[1::2], strict=True)), "utf-8")
    registry.chmod(0o600)
    environment["MENSENWERK_REGISTRY"] = str(registry)
    book = root / "book"
    casebook(book, cases)
    ours = (sys.executable, "-m", "mensenwerk", "--quiet", "build")
    found = {"ours, cold": run(*ours, folder=book, environment=environment)}
    found["ours, nothing changed"] = run(*ours, folder=book, environment=environment)
    first = book / "cases/casus-0.yaml"
    first.write_text(first.read_text("utf-8").replace("sterkte: sterk", "sterkte: zwak"), "utf-8")
    run(sys.executable, "-m", "mensenwerk", "--quiet", "review", "casus-0", "--role", "redactie", "--read",
        folder=book, environment=environment)  # fmt: skip
    found["ours, one case changed"] = run(*ours, folder=book, environment=environment)
    told = sizes(book / "site", cases)
    plain = root / "plain"
    run(sys.executable, "-m", "mensenwerk", "--quiet", "write", str(plain), folder=book, environment=environment)
    shutil.rmtree(plain / "theme")
    (plain / "mkdocs.yml").write_text(plain_mkdocs_yml(plain / "docs"), encoding="utf-8")
    mkdocs = found["plain MkDocs"] = run(
        sys.executable, "-m", "mkdocs", "build", "-q", folder=plain, environment=environment
    )
    if shutil.which("hugo"):
        bare = root / "hugo"
        bare.mkdir()
        hugo_site(plain / "docs", bare)
        found["Hugo, bare template"] = run("hugo", "--quiet", folder=bare, environment=environment)
    lines = [f"| {cases} cases | seconds | to plain MkDocs | processor seconds | to plain | peak, MB | to plain |"]
    lines.append("|---|---|---|---|---|---|---|")
    lines += [
        f"| {name} | {cost.wall:.1f} | {cost.wall / mkdocs.wall:.2f} | {cost.processor:.1f} "
        f"| {cost.processor / mkdocs.processor:.2f} | {cost.peak:.0f} | {cost.peak / mkdocs.peak:.2f} |"
        for name, cost in found.items()
    ]
    return [*lines, "", *told]


def main() -> None:
    """Measure, and print."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    asked.add_argument("--cases", type=int, default=100, help="how many cases")
    with tempfile.TemporaryDirectory() as folder:
        print("\n".join(measure(asked.parse_args().cases, Path(folder))))
    print(
        f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}"
    )


if __name__ == "__main__":
    main()
