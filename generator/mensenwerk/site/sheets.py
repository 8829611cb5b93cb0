"""A case as a spreadsheet, for its author: begun, taken out of a case file, and brought back into a new one. What is
there already is never written over, and what would not come back the same is not written at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mensenwerk.author.review import case_file
from mensenwerk.author.wording import say
from mensenwerk.casebook import Checked
from mensenwerk.exchange.read import spell
from mensenwerk.exchange.read.text import bytes_of
from mensenwerk.exchange.sheet import (
    MAX_BYTES,
    Grid,
    Table,
    in_order,
    lay_out,
    read_commas,
    read_sheets,
    read_workbook,
    template,
    told,
    write_commas,
    write_workbook,
)
from mensenwerk.exchange.sheet.wording import say as say_in_sheet
from mensenwerk.model import ReadCase, read_case
from mensenwerk.problems import Language, Problems, Span, as_text, ordered
from mensenwerk.site.bringing import first_of, put_new, take_away
from mensenwerk.site.importing import modeline
from mensenwerk.site.run import MensenwerkSite, Refused, told_plainly
from mensenwerk.source import read_file, read_text

_CASE_FILES = (".yaml", ".yml")
_WORKBOOK = ".xlsx"


@dataclass(frozen=True, slots=True)
class Out:
    """A case that was written as a spreadsheet: its language, and whether remarks in its file stayed behind."""

    language: Language
    remarks: bool


def begin_sheet(output: Path, language: Language) -> None:
    """Write a spreadsheet to begin a case with. Raises `Refused`, and then nothing was written."""
    _write(output, template(language), language, ())


def take_out(site: MensenwerkSite | None, case: str, output: Path) -> Out:
    """Write a case as a spreadsheet with all of it: one that is named by its file, or by its id in the book that stands
    here. Raises `Refused`, and then nothing was written."""
    checked = site.check() if site else None
    read = (
        _of_the_book(site, checked, case) if site and checked and not Path(case).is_file() else _of_a_file(Path(case))
    )
    language = read.document.language
    block = read.case.publication
    back = {stone.id for stone in checked.guard.withdrawn} if checked else set()
    if {read.case.id, read.case.translation_of} & back or (block and block.consent and block.consent.withdrawn):
        raise Refused(say("sheet_taken_back", language))
    if site:
        site.refuse_published(output)
    data = read.translation.data
    _write(output, lay_out(data, language), language, [say_in_sheet("all_of_it", language)], data)
    remarks = (line for line in read.document.lines if line.lstrip().startswith("#"))
    return Out(language, any("yaml-language-server" not in line for line in remarks))


def bring_in(source: Path, output: Path, language: Language, checked: Checked | None = None) -> tuple[Path, Language]:
    """Make a case file in the folder `output` of a spreadsheet; gives the file and its language. `language`: that of
    messages until the spreadsheet shows its own; `checked`: the book for which it is, whose ids are taken. Raises
    `Refused`, and then nothing was written."""
    problems = Problems(language)
    read = _read(source, problems)
    if read is None:
        raise Refused(first_of([told(each) for each in ordered(problems.found)], problems.language))
    spoken, case = read.document.language, read.case.id
    file = output / f"{case}.yaml"
    if checked and case in {*(each.case.id for each in checked.cases), *(one.id for one in checked.guard.withdrawn)}:
        raise Refused(say("new_id_taken", spoken, id=case))
    if any(each.exists() or each.is_symlink() for each in (output / f"{case}{ending}" for ending in _CASE_FILES)):
        raise Refused(say("sheet_exists", spoken, file=file))
    head = f"{modeline(output, spoken)}# {say_in_sheet('remark', spoken)}\n"
    text = head + spell(in_order(read.translation.data), spoken)
    _refuse_lost(text, read)
    with told_plainly(file):
        put_new({file: text.encode()})
    return file, spoken


def _of_a_file(file: Path) -> ReadCase:
    problems = Problems()
    document = read_file(file, file.name, problems)
    read = read_case(document, problems) if document else None
    if read is None:
        raise Refused(as_text(problems.errors()))
    return read


def _of_the_book(site: MensenwerkSite, checked: Checked, case: str) -> ReadCase:
    read = case_file(checked.cases, case)
    if read is None:
        unknown = say("unknown_case", site.settings.language, cases=", ".join(checked.ids) or "–")
        errors = as_text(problem for problem in checked.problems if problem.severity == "error")
        raise Refused("\n".join(filter(None, [unknown, errors])))
    return read


def _read(source: Path, problems: Problems) -> ReadCase | None:
    """The case in a spreadsheet; None, with the reasons noted, when anything is wrong."""
    grids: Sequence[Grid] = ()
    if source.is_dir() and not source.is_symlink():
        grids = read_commas(source, problems)
    elif source.suffix.lower() != _WORKBOOK and source.exists():
        problems.add("sheet-not-sheet", Span(source.name))
    else:
        raw = bytes_of(source, source.name, problems, MAX_BYTES)
        grids = read_workbook(raw, source.name, problems) if raw is not None else ()
    return None if problems.errors() else read_sheets(grids, source.name, problems)


def _write(
    output: Path,
    tables: Sequence[Table],
    language: Language,
    first: Sequence[str],
    case: Mapping[str, object] | None = None,
) -> None:
    """Write tables as a workbook or as a folder; when they hold a case, they are read back first."""
    if output.suffix and output.suffix.lower() != _WORKBOOK:
        raise Refused(say("sheet_where", language))
    is_book = output.suffix.lower() == _WORKBOOK
    if output.is_symlink() or (output.exists() and (is_book or not output.is_dir() or any(output.iterdir()))):
        raise Refused(say("sheet_exists", language, file=output))
    if is_book:
        files = {output: write_workbook(tables, language, first)}
    else:
        files = {output / name: raw for name, raw in write_commas(tables, language, first).items()}
    with told_plainly(output):
        put_new(files)
        if case is not None:
            problems = Problems(language)
            back = _read(output, problems)
            if back is None or back.translation.data != case:
                take_away(files)
                raise Refused(say("sheet_lost", language))


def _refuse_lost(text: str, read: ReadCase) -> None:
    """A case file that would not be read, or not as the same case."""
    problems = Problems(read.document.language)
    document = read_text(text.encode(), f"{read.case.id}.yaml", problems)
    back = read_case(document, problems) if document else None
    if problems.errors():  # it is too large for a case file
        raise Refused(as_text(problems.errors()))
    if back is None or back.translation.data != read.translation.data:
        raise Refused(say("sheet_lost", read.document.language))
