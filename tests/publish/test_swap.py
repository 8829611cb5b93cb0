"""Whatever stops a build, the old folder or the new one is whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mensenwerk.publish.swap import NotOursError, replacing


def ours(folder: Path) -> bool:
    return (folder / "mark").is_file()


def make(folder: Path, text: str) -> None:
    (folder / "mark").write_text(text, encoding="utf-8")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    make(folder, "old")
    return folder


def content(target: Path) -> str:
    return (target / "mark").read_text(encoding="utf-8")


def test_the_new_folder_takes_the_place_and_nothing_is_left_beside(target: Path) -> None:
    (target / "gone").touch()
    with replacing(target, ours) as new:
        make(new, "new")
    assert content(target) == "new"
    assert [path.name for path in target.iterdir()] == ["mark"]
    assert [path.name for path in target.parent.iterdir()] == ["site"]


def test_a_first_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    with replacing(tmp_path / "a/b/site", ours) as new:
        make(new, "new")
    assert content(tmp_path / "a/b/site") == "new"


def test_hidden_files_of_the_old_folder_stay(target: Path) -> None:
    (target / ".git").mkdir()
    (target / ".git/HEAD").write_text("ref", encoding="utf-8")
    with replacing(target, ours) as new:
        make(new, "new")
    assert (target / ".git/HEAD").read_text(encoding="utf-8") == "ref"


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit, OSError, ValueError])
def test_a_block_that_stops_leaves_the_old_folder(target: Path, stop: type[BaseException]) -> None:
    with pytest.raises(stop), replacing(target, ours) as new:
        make(new, "half")
        raise stop
    assert content(target) == "old"
    assert [path.name for path in target.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError])
@pytest.mark.parametrize("move", [1, 2])
def test_a_stop_in_the_middle_of_the_swap_leaves_a_whole_folder(
    target: Path, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException], move: int
) -> None:
    moves = 0
    really = Path.replace

    def replace(self: Path, to: Path) -> Path:
        nonlocal moves
        moves += 1
        if moves == move:
            raise stop
        return really(self, to)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(stop), replacing(target, ours) as new:
        make(new, "new")
    assert content(target) == "old"
    assert [path.name for path in target.parent.iterdir()] == ["site"]


def test_something_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.mkdir()
    (target / "thesis.docx").touch()
    with pytest.raises(NotOursError), replacing(target, ours):
        pytest.fail("nothing may be made")
    assert (target / "thesis.docx").exists()


def test_a_build_that_was_killed_between_the_moves_is_put_back(target: Path) -> None:
    target.rename(target.parent / ".site-old-abc")
    with pytest.raises(OSError, match="full"), replacing(target, ours):
        raise OSError("full")
    assert content(target) == "old"


def test_what_a_killed_build_left_is_cleared_and_a_running_one_is_not(target: Path) -> None:
    for name, age in ((".site-new-dead", 7200), (".site-old-dead", 7200), (".site-new-alive", 5)):
        folder = target.parent / name
        folder.mkdir()
        then = folder.stat().st_mtime - age
        os.utime(folder, (then, then))
    with replacing(target, ours) as new:
        make(new, "new")
    assert sorted(path.name for path in target.parent.iterdir()) == [".site-new-alive", "site"]


def test_a_link_is_followed_and_stays_a_link(target: Path) -> None:
    link = target.parent / "link"
    try:
        link.symlink_to(target, target_is_directory=True)
    except OSError:
        pytest.skip("this machine makes no links")
    with replacing(link, ours) as new:
        make(new, "new")
    assert link.is_symlink()
    assert content(target) == "new"
