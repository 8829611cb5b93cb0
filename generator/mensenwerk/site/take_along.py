"""Maps to take along: each a sheet of its own, searched as a site is before it is written."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from mensenwerk.author.wording import say
from mensenwerk.casebook import Checked, drawings_of
from mensenwerk.ecomap import Drawing, DrawingImpossible
from mensenwerk.ecomap.sheet import SheetText, sheet_of
from mensenwerk.guards import ClearedCase
from mensenwerk.network import facts
from mensenwerk.pages import Addresses
from mensenwerk.pages.sheets import change_sheets, group_sheets, map_sheets, view_sheets
from mensenwerk.publish.typeset import typeset
from mensenwerk.publish.typst import LettersError
from mensenwerk.site.handing import cleared_case, refuse_leaks, written
from mensenwerk.site.run import MensenwerkSite, Refused

View = Literal["map", "change", "groups", "who", "convoy", "quarters", "grid", "know", "time"]
Form = Literal["svg", "png", "pdf"]


def draw(site: MensenwerkSite, case: str, map_id: str | None, view: View, form: Form, folder: Path) -> list[Path]:
    """Draw the maps of a case, or one of them, into `folder`. Gives the files. Raises `Refused` for a case that these
    readers may not see, for a map that is not there, and for a sheet that would tell too much."""
    settings, checked = site.settings, site.check()
    site.refuse_published(folder)
    sheets = _sheets(site, checked, cleared_case(site, checked, case), view)
    wanted = [(drawing, text) for drawing, text in sheets if map_id in (None, drawing.map_id)]
    if not wanted:
        maps = ", ".join(drawing.map_id for drawing, _ in sheets) or "–"
        raise Refused(say("draw_no_map", settings.language, maps=maps))
    ending = f".{form}" if view == "map" else f"-{view}.{form}"
    made = {f"{case}-{drawing.map_id}{ending}": (sheet_of(drawing, text), text) for drawing, text in wanted}
    refuse_leaks(site, checked, {name: sheet.encode() for name, (sheet, _) in made.items()})
    try:
        files = {
            name: sheet.encode() if form == "svg" else typeset(sheet, form, text, settings.language)
            for name, (sheet, text) in made.items()
        }
    except LettersError as reason:
        raise Refused(say("draw_letters", settings.language)) from reason
    return written(folder, files)


def _sheets(site: MensenwerkSite, checked: Checked, case: ClearedCase, view: View) -> list[tuple[Drawing, SheetText]]:
    language, found = site.settings.language, facts(case)
    words, book = Addresses(language).words, site.config.site_name
    if view == "groups":
        return group_sheets(found, words, book)
    if view not in ("map", "change"):
        sheets = view_sheets(found, words, book)
        key = "support" if view == "grid" else view
        return [sheets[key]] if key in sheets else []
    try:
        drawings = drawings_of(site.settings, case, checked.notations)
    except DrawingImpossible as reason:
        raise Refused(f"{reason.message(language)} {reason.hint(language)}") from reason
    first = len(case.maps)
    texts = map_sheets if view == "map" else change_sheets
    shown = drawings[:first] if view == "map" else drawings[first:]
    return list(zip(shown, texts(found, drawings, words, book), strict=True))
