"""What is measured is measured on books that are made as anyone's."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.cases import case, casebook
from mensenwerk.site.run import load

ROOT = Path(__file__).resolve().parents[1]


def test_made_up_cases_differ_and_the_same_seed_gives_the_same() -> None:
    assert len({case(number) for number in range(20)}) == 20
    assert case(3, seed=2) == case(3, seed=2) != case(3)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_made_up_cases_pass_the_guard_and_have_nothing_to_mend(tmp_path: Path, seed: int) -> None:
    casebook(tmp_path, 15, seed)
    checked = load(tmp_path / "mkdocs.yml").check()
    assert [str(problem) for problem in checked.problems] == []
    assert len(checked.cleared) == 15
    people = [len(each.drawn.people) for each in checked.cleared]
    assert 5 <= min(people) < max(people) <= 30
    assert {len(each.maps) for each in checked.cleared} == {1, 2, 3}


@pytest.mark.slow
def test_all_builds_are_measured_and_compared() -> None:
    command = [sys.executable, "-m", "benchmarks", "--cases", "2", "3"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    builds = ["ours, cold", "ours, nothing changed", "ours, one case changed", "plain MkDocs"]
    builds += ["Hugo, bare template"] if shutil.which("hugo") else []
    for build in builds:
        assert f"| {build} | " in done.stdout
    assert "kB a case gzipped" in done.stdout
    assert "| cases | ms a case, cold | to the first |" in done.stdout
