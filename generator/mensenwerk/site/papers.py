"""Sheets of paper to sit down with, as PDF: those of a case are searched first, the others need no case."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from mensenwerk.author.wording import say
from mensenwerk.casebook import Checked, drawings_of
from mensenwerk.ecomap import Drawing, DrawingImpossible
from mensenwerk.guards import ClearedCase
from mensenwerk.pages import Addresses, wording
from mensenwerk.pages.paper import About, Sheet, Size, cards_sheet, empty_sheet, steps_sheet, wall_sheets, yield_sheet
from mensenwerk.problems import Language
from mensenwerk.publish.paper import set_sheet
from mensenwerk.publish.typst import LettersError
from mensenwerk.site.handing import cleared_case, refuse_leaks, written
from mensenwerk.site.run import MensenwerkSite, Refused


def wall(site: MensenwerkSite, case: str, map_id: str | None, size: Size, folder: Path, *, titled: bool) -> list[Path]:
    """The maps of a case, or one of them, each on a sheet to hang up. `titled`: with the title of the case, instead of
    a line for one's own. Gives the files. Raises `Refused` for a case that these readers may not see, for a map that is
    not there, and for a sheet that would tell too much."""
    checked, words = site.check(), Addresses(site.settings.language).words
    found = cleared_case(site, checked, case)
    sheets = wall_sheets(found, _drawings(site, checked, found), words, size, titled=titled)
    return _of_a_case(site, checked, _chosen(site, sheets, map_id), folder)


def empty(site: MensenwerkSite, size: Size, language: Language | None, folder: Path) -> list[Path]:
    """An empty map, with the signs of the book's notation. Gives the file."""
    notation = site.check().notations.get(site.settings.notation)
    return _of_no_case(empty_sheet(wording(language or site.settings.language), size, notation), folder)


def cards(site: MensenwerkSite, about: About, language: Language | None, folder: Path) -> list[Path]:
    """Question cards, four of A6 on a sheet. Gives the file."""
    return _of_no_case(cards_sheet(wording(language or site.settings.language), about), folder)


def steps(site: MensenwerkSite, case: str, map_id: str | None, folder: Path) -> list[Path]:
    """A case in steps, with its first map or the one that is named. Gives the file. Raises `Refused` as `wall` does."""
    checked, words = site.check(), Addresses(site.settings.language).words
    found = cleared_case(site, checked, case)
    notation = checked.notations.get(found.notation or site.settings.notation)
    book, drawings = site.config.site_name, _drawings(site, checked, found)
    sheets = {
        each.id: steps_sheet(found, number, drawings, words, book, notation) for number, each in enumerate(found.maps)
    }
    return _of_a_case(site, checked, _chosen(site, sheets, map_id or found.drawn.id), folder)


def yielded(site: MensenwerkSite, language: Language | None, folder: Path) -> list[Path]:
    """A sheet for what a conversation yielded. Gives the file."""
    return _of_no_case(yield_sheet(wording(language or site.settings.language)), folder)


def _drawings(site: MensenwerkSite, checked: Checked, case: ClearedCase) -> Sequence[Drawing]:
    """The drawings of the maps of a case, in their order."""
    try:
        return drawings_of(site.settings, case, checked.notations)[: len(case.maps)]
    except DrawingImpossible as reason:
        language = site.settings.language
        raise Refused(f"{reason.message(language)} {reason.hint(language)}") from reason


def _chosen(site: MensenwerkSite, sheets: dict[str, Sheet], map_id: str | None) -> list[Sheet]:
    chosen = [sheet for each, sheet in sheets.items() if map_id in (None, each)]
    if not chosen:
        raise Refused(say("draw_no_map", site.settings.language, maps=", ".join(sheets)))
    return chosen


def _of_a_case(site: MensenwerkSite, checked: Checked, sheets: Sequence[Sheet], folder: Path) -> list[Path]:
    """Searched twice: what stands on the sheets, before words are cut up into lines; and the finished files."""
    site.refuse_published(folder)
    refuse_leaks(site, checked, {f"{sheet.name}.pdf": _texts(sheet) for sheet in sheets})
    try:
        files = {f"{sheet.name}.pdf": set_sheet(sheet) for sheet in sheets}
    except LettersError as reason:
        raise Refused(say("paper_letters", site.settings.language)) from reason
    refuse_leaks(site, checked, files, of_cases=False)
    return written(folder, files)


def _of_no_case(sheet: Sheet, folder: Path) -> list[Path]:
    """It holds our own words alone, and may lie among the pages."""
    return written(folder, {f"{sheet.name}.pdf": set_sheet(sheet)})


def _texts(sheet: Sheet) -> bytes:
    told = json.dumps([sheet.title, asdict(sheet.view)], ensure_ascii=False, indent=0)
    return b"\n".join([told.encode(), *sheet.pictures.values()])
