"""The case that a command names."""

from __future__ import annotations

from mensenwerk.author.review import case_file
from mensenwerk.author.wording import say
from mensenwerk.casebook import Checked
from mensenwerk.model import ReadCase
from mensenwerk.problems import as_text
from mensenwerk.site import run


def chosen(checked: Checked, case: str, site: run.MensenwerkSite) -> ReadCase:
    """The case with this id or in this file. Raises `Refused` with the cases that there are, and what may be wrong with
    the one that was meant."""
    read = case_file(checked.cases, case)
    if read is None:
        errors = [problem for problem in checked.problems if problem.severity == "error"]
        told = say("unknown_case", site.settings.language, cases=", ".join(checked.ids))
        raise run.Refused("\n".join(filter(None, [told, as_text(errors)])))
    return read
