"""A folder of case files → the documents in it, in the order of their names."""

from __future__ import annotations

from pathlib import Path as FilePath

from mensenwerk.problems import Language, Problem, Problems, Span
from mensenwerk.source.document import Document
from mensenwerk.source.read import read_file

_SUFFIXES = {".yaml", ".yml"}


def read_folder(folder: FilePath, shown: str, language: Language = "nl") -> tuple[list[Document], list[Problem]]:
    """Read every `*.yaml` and `*.yml` directly in `folder` (hidden files and editors' backups have
    other endings). `shown` is how messages name the folder, and `language` how they speak
    of a file that does not show its own. A missing folder is a problem; an empty
    one is an empty casebook."""
    if not folder.is_dir():
        problems = Problems(language)
        problems.add("no-folder", Span(shown))
        return [], problems.found
    files = case_files(folder)
    if files is None:
        problems = Problems(language)
        problems.add("unreadable", Span(shown))
        return [], problems.found
    documents: list[Document] = []
    found: list[Problem] = []
    for path, name in files:
        problems = Problems(language)
        document = read_file(path, f"{shown}/{name}", problems)
        if document is not None:
            documents.append(document)
        found.extend(problems.found)
    return documents, found


def case_files(folder: FilePath) -> list[tuple[FilePath, str]] | None:
    """The files that `read_folder` reads, in its order, and how messages call each; None where nobody may look."""
    try:
        paths = sorted(folder.iterdir(), key=lambda each: each.name)
    except OSError:
        return None
    return [(path, _shown(path.name)) for path in paths if is_case_file(path)]


def is_case_file(path: FilePath) -> bool:
    """Whether a file in the folder is one, by its name."""
    return path.suffix.lower() in _SUFFIXES and not path.name.startswith(".")


def _shown(name: str) -> str:
    """A file name as a message can show it: on one line, in any terminal."""
    return "".join(character if character.isprintable() else "?" for character in name)
