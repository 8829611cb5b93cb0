"""Cases for other programs: a folder of files, searched as a site is before it is written, and replaced as a whole."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from mensenwerk.author.review import case_file
from mensenwerk.author.wording import say
from mensenwerk.casebook import Checked
from mensenwerk.exchange.write import Format, Own, Subject, files_of, is_export, told
from mensenwerk.guards.private import private
from mensenwerk.model import ReadCase
from mensenwerk.problems import Problem, as_text, ordered
from mensenwerk.publish.swap import replacing
from mensenwerk.site.handing import refuse_leaks
from mensenwerk.site.run import MensenwerkSite, Refused, told_plainly


def export(
    site: MensenwerkSite, asked: Sequence[str], formats: Collection[Format], folder: Path, *, uncleared: bool
) -> tuple[list[str], str]:
    """Write cases into `folder`: those that were asked for, or all. Gives their ids, and the reasons why others were
    left out. `uncleared`: also what was not cleared, for the author alone; never a case that was taken back.

    Raises `Refused`, and then nothing was written."""
    settings, checked = site.settings, site.check()
    site.refuse_published(folder)
    wanted = _wanted(site, checked, asked)
    _refuse_unread(site, checked, wanted, everything=not asked, uncleared=uncleared)
    subjects = _private(checked, wanted) if uncleared else _cleared(checked, wanted)
    there = {subject.case.id for subject in subjects}
    out = [read for read in wanted if read.case.id not in there]
    reasons = _reasons(site, checked, out)
    if not subjects or (asked and out):
        raise Refused("\n".join([say("export_nothing", settings.language), reasons]).strip())
    files = files_of(subjects, formats, settings.language)
    if not uncleared:
        refuse_leaks(site, checked, files, of_cases=False)
        refuse_leaks(site, checked, {subject.case.id: told(subject).encode() for subject in subjects})
    with told_plainly(folder), replacing(folder, is_export) as beside:
        for name, raw in files.items():
            (beside / name).write_bytes(raw)
    return [subject.case.id for subject in subjects], reasons


def _wanted(site: MensenwerkSite, checked: Checked, asked: Sequence[str]) -> list[ReadCase]:
    """The cases that were asked for, each once; without a question those in the language of the book."""
    own = [read for read in checked.cases if read.case.language == site.settings.language]
    if not asked:
        return own
    found = {name: case_file(own, name) for name in asked}
    if not all(found.values()):
        unknown = say("unknown_case", site.settings.language, cases=", ".join(checked.ids) or "–")
        errors = [problem for problem in checked.problems if problem.severity == "error"]
        raise Refused("\n".join(filter(None, [unknown, as_text(errors)])))
    return list({read.case.id: read for read in found.values() if read is not None}.values())


def _refuse_unread(
    site: MensenwerkSite, checked: Checked, wanted: Sequence[ReadCase], *, everything: bool, uncleared: bool
) -> None:
    """What stands in the way in a case file is mended first, as for a book. Of a case that is for its author alone
    nothing stands in the way but what cannot be read."""
    read = {each.document.file for each in checked.cases}
    files = {each.document.file for each in wanted} if not uncleared else set()
    cases = f"{site.settings.cases_shown}/"

    def stands_in_the_way(problem: Problem) -> bool:
        file = problem.span.file
        unread = everything and file not in read and (file.startswith(cases) or file == site.settings.cases_shown)
        return problem.severity == "error" and (unread or file in files)

    errors = [problem for problem in checked.problems if stands_in_the_way(problem)]
    if errors:
        raise Refused(as_text(errors))


def _cleared(checked: Checked, wanted: Sequence[ReadCase]) -> list[Subject]:
    ids = {read.case.id for read in wanted}
    return [Subject(case) for case in checked.cleared if case.id in ids]


def _private(checked: Checked, wanted: Sequence[ReadCase]) -> list[Subject]:
    found = [private(read) for read in wanted if not _taken_back(checked, read)]
    return [
        Subject(each.as_if_cleared, {opaque: Own(one.id, one.age) for opaque, one in each.people.items()})
        for each in found
    ]


def _taken_back(checked: Checked, read: ReadCase) -> bool:
    """Whether a case was taken back, whatever else there is to say of it and whatever its file is called."""
    withdrawn, block = {stone.id for stone in checked.guard.withdrawn}, read.case.publication
    consent = block.consent if block else None
    return bool({read.case.id, read.case.translation_of} & withdrawn) or (consent is not None and consent.withdrawn)


def _reasons(site: MensenwerkSite, checked: Checked, out: Sequence[ReadCase]) -> str:
    """Why cases were left out, a line for each reason."""
    if not out:
        return ""
    files = {read.document.file for read in out}
    found = ordered(
        problem
        for problem in checked.problems
        if problem.span.file in files and problem.code.startswith(("withheld-", "guard-"))
    )
    return "\n".join([say("export_left_out", site.settings.language), *(f"  {problem}" for problem in found)])
