"""Files and folders: what is read, in which language it is spoken of, and what is never followed."""

from __future__ import annotations

from pathlib import Path

import pytest

from mensenwerk.problems import Language, Problems
from mensenwerk.source import read_file, read_folder, read_text

ONE = "taal: nl\nid: a\n"


def _codes(folder: Path) -> list[tuple[str, str]]:
    return [(p.code, p.span.file) for p in read_folder(folder, "cases")[1]]


def test_cases_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "C.YAML", ".hidden.yaml", "a.yaml~", "a.yaml.bak", "notes.txt"):
        (tmp_path / name).write_text(ONE, encoding="utf-8")
    documents, found = read_folder(tmp_path, "cases")
    assert [document.file for document in documents] == ["cases/C.YAML", "cases/a.yml", "cases/b.yaml"]
    assert found == []


def test_an_empty_folder_is_an_empty_book(tmp_path: Path) -> None:
    assert read_folder(tmp_path, "cases") == ([], [])


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert _codes(tmp_path / "none") == [("no-folder", "cases")]


def test_a_folder_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert _codes(tmp_path) == [("unreadable", "cases")]


def test_one_faulty_file_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xff\xfea")
    (tmp_path / "b.yaml").write_text(ONE, encoding="utf-8")
    (tmp_path / "c.yaml").write_text("", encoding="utf-8")
    documents, found = read_folder(tmp_path, "cases")
    assert [document.file for document in documents] == ["cases/b.yaml"]
    assert [(p.code, p.span.file) for p in found] == [("not-utf8", "cases/a.yaml"), ("file-empty", "cases/c.yaml")]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere.txt"
    target.write_text(ONE, encoding="utf-8")
    cases = tmp_path / "cases"
    cases.mkdir()
    try:
        (cases / "a.yaml").symlink_to(target)
        (cases / "b.yaml").symlink_to(tmp_path / "nowhere")
    except OSError:
        pytest.skip("links cannot be made here")
    assert read_folder(cases, "cases")[0] == []
    assert _codes(cases) == [("symlink", "cases/a.yaml"), ("symlink", "cases/b.yaml")]


def test_a_folder_named_like_a_case_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    assert _codes(tmp_path) == [("not-a-file", "cases/a.yaml")]


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text(ONE, encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert _codes(tmp_path) == [("unreadable", "cases/a.yaml")]


def test_a_file_larger_than_the_limit_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: b\n" * 400_000)
    problems = Problems()
    assert read_file(path, "a.yaml", problems) is None
    assert [p.code for p in problems.found] == ["file-too-large"]


def test_a_file_name_cannot_break_a_message(tmp_path: Path) -> None:
    try:
        (tmp_path / "a\n\x1b[31m.yaml").write_text("", encoding="utf-8")
    except OSError:
        pytest.skip("such names cannot be made here")
    assert _codes(tmp_path) == [("file-empty", "cases/a??[31m.yaml")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("taal: nl\nid: a\n", "nl"),
        ("language: en\nid: a\n", "en"),
        ("id: a\nLanguage: EN\n", "en"),
        ("'taal': \"en\"\n", "en"),
        ("{taal: en, id: a}\n", "en"),
        ("{id: a, lead: 'x\n\nlanguage: nl', language: en}\n", "en"),
        ("title: a\n", "en"),
        ("titel: a\n", "nl"),
        ("id: a\n", "nl"),
    ],
)
def test_a_file_is_spoken_of_in_its_own_language(text: str, language: Language) -> None:
    problems = Problems()
    document = read_text(text.encode(), "a.yaml", problems)
    assert document is not None
    assert (document.language, problems.language) == (language, language)


def test_a_file_that_cannot_be_read_is_still_spoken_of_in_its_language() -> None:
    problems = Problems()
    assert read_text(b"title: [\n", "a.yaml", problems) is None
    assert problems.found[0].language == "en"


@pytest.mark.parametrize("text", ["- a\n- b\n", "zomaar een tekst\n", '"a"\n'])
def test_a_file_without_fields_is_told_where_it_begins(text: str) -> None:
    problems = Problems()
    assert read_text(text.encode(), "a.yaml", problems) is None
    assert [(p.code, p.span.line) for p in problems.found] == [("not-a-mapping", 1)]
