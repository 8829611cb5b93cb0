"""What is handed to people apart from the site: files of one case, searched as a site is, and written only then."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mensenwerk.author.wording import say
from mensenwerk.casebook import Checked
from mensenwerk.guards import ClearedCase
from mensenwerk.problems import as_text
from mensenwerk.site.leaks import refuses, scan_of, told
from mensenwerk.site.run import MensenwerkSite, Refused, told_plainly
from mensenwerk.source import replace_file


def cleared_case(site: MensenwerkSite, checked: Checked, case: str) -> ClearedCase:
    """A case by its id. Raises `Refused` for one that these readers may not see; and for one that is not there, with
    those that are and with what may be wrong in the file that was meant."""
    found = next((each for each in checked.cleared if each.id == case), None)
    if found is not None:
        return found
    if case in checked.ids:
        raise Refused(say("draw_left_out", site.settings.language))
    errors = as_text(problem for problem in checked.problems if problem.severity == "error")
    unknown = say("unknown_case", site.settings.language, cases=", ".join(checked.ids) or "–")
    raise Refused("\n".join(filter(None, [unknown, errors])))


def refuse_leaks(site: MensenwerkSite, checked: Checked, texts: Mapping[str, bytes], *, of_cases: bool = True) -> None:
    """Search what is going to stand in files, by their names. `of_cases`: whether nobody's number or address may be in
    it, as in what comes from cases. Raises `Refused` when it would tell too much."""
    settings = site.settings
    scan = scan_of(checked, settings, frozenset(texts) if of_cases else frozenset())
    found = [leak for name, raw in texts.items() for leak in scan.file(name, raw)]
    leaks = [leak for leak in found if refuses(leak, settings)]
    if leaks:
        raise Refused("\n".join([say("draw_leaks", settings.language), *told(leaks, settings)]))


def written(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write files into `folder`; gives where they are. Raises `Refused` when that cannot be."""
    with told_plainly(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for name, raw in files.items():
            replace_file(folder / name, raw)
    return [folder / name for name in files]
