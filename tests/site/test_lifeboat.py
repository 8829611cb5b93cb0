"""The lifeboat: the folder that `mensenwerk write` makes gives the same book with MkDocs alone."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
import yaml

from commands import ROOT, run, run_python, said


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample casebook as it is built with our plugin, in one language: a lifeboat holds one book."""
    site = tmp_path_factory.mktemp("ours") / "site"
    done = run_python("-m", "mkdocs", "build", "--quiet", "--site-dir", site, folder=ROOT)
    assert done.returncode == 0, said(done)
    return site


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample casebook as Markdown and SVG."""
    folder = tmp_path_factory.mktemp("lifeboat") / "boek"
    done = run("--quiet", "write", folder, folder=ROOT)
    assert done.returncode == 0, said(done)
    return folder


@pytest.fixture(scope="module")
def theirs(written: Path) -> Path:
    """The site that MkDocs makes of it."""
    done = run_python("-m", "mkdocs", "build", "--strict", folder=written)
    assert done.returncode == 0, said(done)
    return written / "site"


def pages(site: Path) -> dict[str, str]:
    """The article of every page, as HTML; without what the site gives to take along, which a lifeboat has not."""
    found = {}
    for file in sorted(set(site.rglob("*.html")) - set(site.glob("meenemen/**/*.html"))):
        _, begin, rest = file.read_text(encoding="utf-8").partition("<article")
        assert begin, f"{file} has no article"
        article = re.sub(r'<p class="mw-along">.*?</p>', "", rest.partition("</article>")[0])
        # an own page goes along as HTML: with other blank lines, and a sign of a heading as an entity
        found[file.relative_to(site).as_posix()] = re.sub(r"\n\s*", "\n", unescape(article))
    return found


def test_the_lifeboat_asks_for_no_plugin_of_ours(written: Path) -> None:
    settings = yaml.safe_load((written / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["plugins"] == []
    assert settings["theme"]["custom_dir"] == "theme"
    assert "hooks" not in settings


def test_the_lifeboat_has_the_same_pages_with_the_same_text_and_drawings(ours: Path, theirs: Path) -> None:
    expected, found = pages(ours), pages(theirs)
    assert list(found) == list(expected)
    different = [uri for uri in expected if found[uri] != expected[uri]]
    assert different == []
    assert sum("<svg" in article for article in found.values()) >= 4


def test_the_lifeboat_finds_the_same_when_searching(ours: Path, theirs: Path) -> None:
    folder = Path("assets", "mensenwerk")
    for script in (ours / folder / "search-index.js", *(ours / folder / "search").iterdir()):
        assert (theirs / script.relative_to(ours)).read_bytes() == script.read_bytes()


def test_the_lifeboat_publishes_the_same_files_and_beside_them_only_those_of_the_theme(
    ours: Path, theirs: Path
) -> None:
    def files(site: Path) -> set[str]:
        taken_along = set(site.glob("meenemen/**/*"))
        return {file.relative_to(site).as_posix() for file in set(site.rglob("*")) - taken_along if file.is_file()}

    assert files(ours) - files(theirs) == set()
    beside = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
    assert [name for name in files(theirs) - files(ours) if not name.startswith(beside)] == []


def test_a_folder_that_was_written_holds_no_case_file(written: Path) -> None:
    assert [file.name for file in written.rglob("*.y*ml") if file.parent != written] == []
