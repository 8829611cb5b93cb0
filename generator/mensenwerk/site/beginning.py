"""Begin something: a casebook of one's own, or a file in it. What is there already is never written over."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from mensenwerk.author.form import MARK
from mensenwerk.author.scaffold import CHAPTER, Kind, book_files, chapter, id_and_title, quoted, scaffold
from mensenwerk.author.wording import say
from mensenwerk.casebook import Checked
from mensenwerk.ecomap.notation import Notation
from mensenwerk.model import read_case, read_edition
from mensenwerk.model.schema import FILE_NAMES, schema_text
from mensenwerk.problems import Language, Problems, as_text
from mensenwerk.site.form import form_of
from mensenwerk.site.handing import cleared_case
from mensenwerk.site.run import MensenwerkSite, Refused, load, told_plainly
from mensenwerk.source import read_text, replace_file


def begin_book(folder: Path, name: str, language: Language) -> None:
    """Make a casebook in `folder`, which may be there when nothing but hidden files lies in it. Raises `Refused`."""
    made = book_files(name, language)
    with told_plainly(folder):
        if folder.exists() and (not folder.is_dir() or any(not each.name.startswith(".") for each in folder.iterdir())):
            raise Refused(say("init_taken", language, folder=folder))
        with tempfile.TemporaryDirectory() as elsewhere:  # a name that no book can have is refused before it is written
            _write(Path(elsewhere), made)
            load(Path(elsewhere) / "mkdocs.yml")
        _write(folder, {file: text for file, text in made.items() if not (folder / file).exists()})


def begin_file(
    site: MensenwerkSite, kind: Kind, asked: str, cases: Sequence[str], language: Language | None
) -> list[Path]:
    """Begin a case or an edition, named by its id or its title; gives the files, the one to fill in first. Raises
    `Refused`, and then nothing was written."""
    settings, checked = site.settings, site.check()
    language = language or settings.language
    name, title = id_and_title(asked)
    if not name:
        raise Refused(say("new_no_id", language))
    if any(True for text in (asked, name) for _ in checked.guard.registry.find(text)):
        raise Refused(say("new_named", language))
    _refuse_taken(checked, kind, name, language)
    root = settings.cases if kind == "case" else settings.editions or settings.cases.parent / "editions"
    shown = settings.cases_shown if kind == "case" else settings.editions_shown
    book = Path(site.config.config_file_path).parent
    schema = book / "content" / "schema" / FILE_NAMES["Case" if kind == "case" else "Edition", language]
    values = {
        "id": name,
        "title": quoted(title),
        "month": settings.month,
        "cases": ", ".join(_cases(site, checked, kind, cases, language)),
        "chapter": f"{name}/{CHAPTER[language]}",
        "schema": os.path.relpath(schema, root).replace(os.sep, "/"),
    }
    text = scaffold(kind, language, **values)
    _refuse_unread(kind, text, f"{shown}/{name}.yaml")
    made = {root / f"{name}.yaml": text}
    if kind == "guide":
        made[settings.pages / name / CHAPTER[language]] = chapter(language)
    for file in (*made, *(each.with_suffix(".yml") for each in made if each.suffix == ".yaml")):
        if file.exists() or file.is_symlink():
            raise Refused(say("new_exists", language, file=os.path.relpath(file, book)))
    if not schema.exists():
        made[schema] = schema_text("Case" if kind == "case" else "Edition", language)
    with told_plainly(root):
        _write(Path(), {str(file): text for file, text in made.items()})
    return list(made)


def write_form(file: Path, language: Language, notation: Notation | None) -> None:
    """Write the form; over an older one, and over nothing else. Raises `Refused`."""
    with told_plainly(file):
        if file.is_dir() or (file.exists() and MARK not in file.read_text(encoding="utf-8", errors="replace")[:4096]):
            raise Refused(say("form_taken", language, file=file))
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, form_of(language, notation).encode())


def _refuse_taken(checked: Checked, kind: Kind, name: str, language: Language) -> None:
    """An id that something else has, or had: of a case that was taken back no trace may come again."""
    if kind == "case":
        taken = [read.case.id for read in checked.cases] + [stone.id for stone in checked.guard.withdrawn]
    else:
        taken = [read.edition.id for read in checked.editions]
    if name in taken:
        raise Refused(say("new_id_taken", language, id=name))


def _cases(site: MensenwerkSite, checked: Checked, kind: Kind, asked: Sequence[str], language: Language) -> list[str]:
    """The cases that something is made of: those that were named, or the first in the book."""
    if kind in ("case", "guide"):
        return []
    if asked:
        return [cleared_case(site, checked, case).id for case in asked]
    if not checked.cleared:
        raise Refused(say("new_no_case", language))
    return [checked.cleared[0].id]


def _refuse_unread(kind: Kind, text: str, shown: str) -> None:
    """What was asked for may not fit: a title that is too long, an id that means something else."""
    problems = Problems()
    document = read_text(text.encode(), shown, problems)
    if document is not None:
        (read_case if kind == "case" else read_edition)(document, problems)
    if problems.errors():
        raise Refused(as_text(problems.errors()))


def _write(folder: Path, made: Mapping[str, str]) -> None:
    for name, text in made.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as stream:  # never over something else
            stream.write(text)
