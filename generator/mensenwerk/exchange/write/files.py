"""What an export is: which files it has by their names, and how a folder of ours is known."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Literal, get_args

from mensenwerk.exchange.write.columns import codebook, readme
from mensenwerk.exchange.write.flat import NOTICE, Subject
from mensenwerk.exchange.write.graph import MARK, graphml
from mensenwerk.exchange.write.json_case import SCHEMA_FILE, json_case, schema_text
from mensenwerk.exchange.write.tables import network_id, tables
from mensenwerk.problems import Language

Format = Literal["graphml", "csv", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)

README = "README.txt"
_TABLES = {"egos", "centre", "alters", "ties", "aaties", "apart", "codebook"}
_JSON_BEGINS = b'{\n  "$schema": "export.schema.json",\n  "mensenwerk":'


def files_of(subjects: Sequence[Subject], formats: Collection[Format], language: Language) -> dict[str, bytes]:
    """The files of an export by their names. The note for who finds them is in `language`."""
    private = any(subject.private for subject in subjects)
    head = f"{MARK}.\n" + (f"{NOTICE}.\n" if private else "")
    made = {README: f"{head}\n{readme(language)}".encode()}
    if "csv" in formats:
        every = tables(subjects)
        made |= {f"{table.name}.csv": table.csv() for table in every}
        made["codebook.csv"] = codebook(every, language).csv()
    for subject in subjects:
        if "json" in formats:
            made[f"{subject.case.id}.json"] = json_case(subject)
        if "graphml" in formats:
            made |= {f"{network_id(subject, each)}.graphml": graphml(subject, each) for each in subject.case.maps}
    if "json" in formats:
        made[SCHEMA_FILE] = schema_text().encode()
    return made


def is_export(folder: Path) -> bool:
    """Whether everything that lies here was made by an earlier export."""
    note = folder / README
    return (
        note.is_file()
        and note.read_bytes().startswith(MARK.encode())
        and all(_is_ours(each) for each in folder.iterdir() if not each.name.startswith("."))
    )


def _is_ours(file: Path) -> bool:
    if file.is_symlink() or not file.is_file():
        return False
    if file.suffix == ".csv":
        return file.stem in _TABLES
    if file.name in (README, SCHEMA_FILE):
        return True
    with file.open("rb") as stream:
        begin = stream.read(200)
    return (file.suffix == ".graphml" and f"<!-- {MARK}".encode() in begin) or begin.startswith(_JSON_BEGINS)
