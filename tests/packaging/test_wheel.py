"""What people install is the wheel: it holds all that a casebook needs, and nothing of the sample book."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest

from commands import MKDOCS_YML, ROOT, environment, said, write_book

pytestmark = pytest.mark.slow


def names(wheel: Path) -> set[str]:
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


def below(folder: str) -> set[str]:
    """Files of this checkout below `folder`, without what Python leaves behind."""
    return {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / folder).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }


def test_the_wheel_holds_the_whole_package_with_its_templates_and_wording(wheel: Path) -> None:
    package = {name.removeprefix("generator/") for name in below("generator/mensenwerk")}
    assert package <= names(wheel)
    for kind in ("case.md.jinja", "wording/nl/case.toml", "wording/en/case.toml", "problems.toml", "vocabulary.toml"):
        assert any(name.endswith(kind) for name in package), kind


def test_the_wheel_holds_the_theme(wheel: Path) -> None:
    theme = {f"mensenwerk/{name}" for name in below("themes")}
    assert theme <= names(wheel)
    assert "mensenwerk/themes/mensenwerk/main.html" in theme


def test_the_wheel_holds_nothing_else_but_its_own_papers(wheel: Path) -> None:
    others = {name for name in names(wheel) if not name.startswith("mensenwerk/")}
    folders = {name.split("/")[0] for name in others}
    assert len(folders) == 1
    assert {name.split("/", 1)[1] for name in others} == {
        "METADATA",
        "RECORD",
        "WHEEL",
        "entry_points.txt",
        "licenses/LICENSE",
        "licenses/THIRD_PARTY.md",
    }


def in_clean(python: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    env = {key: value for key, value in environment().items() if key != "PYTHONPATH"}
    return subprocess.run(
        [python, *arguments],
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )


def test_an_installed_wheel_builds_a_casebook_in_an_empty_folder(clean_python: Path, tmp_path: Path) -> None:
    book = write_book(tmp_path / "boek")
    where = in_clean(clean_python, "-c", "import mensenwerk; print(mensenwerk.__file__)", folder=book)
    assert Path(where.stdout.strip()).is_relative_to(clean_python.parents[1]), said(where)
    done = in_clean(clean_python, "-m", "mensenwerk", "build", "--strict", folder=book)
    assert done.returncode == 0, said(done)
    page = (book / "site" / "casussen" / "de-bank.html").read_text(encoding="utf-8")
    assert "<h1" in page
    assert "<svg" in page
    assert (book / "site" / "assets" / "mensenwerk" / "site.css").is_file()


def test_an_installed_wheel_serves_plain_mkdocs_build_and_the_sample_book(clean_python: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    done = in_clean(clean_python, "-m", "mkdocs", "build", "--strict", folder=tmp_path)
    assert done.returncode == 0, said(done)
    cases = {file.stem for file in (tmp_path / "content" / "cases").glob("*.yaml")}
    built = {file.stem for file in (tmp_path / "site" / "casussen").glob("*.html")} - {"index"}
    assert built
    assert built <= cases


def test_an_authors_own_theme_folder_goes_before_that_of_the_wheel(clean_python: Path, tmp_path: Path) -> None:
    config = MKDOCS_YML.replace("  language: nl\n", "  language: nl\n  custom_dir: eigen\n")
    book = write_book(tmp_path / "boek", mkdocs_yml=config)
    (book / "eigen" / "partials").mkdir(parents=True)
    (book / "eigen" / "partials" / "footer.html").write_text("<footer>Eigen voet</footer>", encoding="utf-8")
    done = in_clean(clean_python, "-m", "mensenwerk", "build", folder=book)
    assert done.returncode == 0, said(done)
    assert "Eigen voet" in (book / "site" / "index.html").read_text(encoding="utf-8")
