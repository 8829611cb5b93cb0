"""Cases → five tables: one line for each map, member of the centre, alter on a map, tie, and pair around.

`egos`, `alters` and `aaties` are the three files of egocentric research (R: `egor::threefiles_to_egor`), with the
names of columns that egor looks for itself. An ego is a map: one network, at one moment, through someone's eyes.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from mensenwerk.exchange.write.flat import (
    NOTICE,
    Own,
    Row,
    Subject,
    Value,
    alter_row,
    label,
    map_row,
    person_row,
    tie_row,
)
from mensenwerk.guards import ALL, ClearedCase, ClearedLink, ClearedMap, ClearedPerson, ClearedTie
from mensenwerk.guards.cleared import Provenance
from mensenwerk.model import words as w

APART = (w.Bond.NONE, w.Bond.BROKEN)
"""Pairs who do not know each other, or no longer: never an edge, or every count of edges would be wrong."""

_RUN_BY_A_SPREADSHEET = re.compile(r"'*[=+\-@\t\r＝＋－＠]")


@dataclass(frozen=True, slots=True)
class Table:
    """The lines of one file."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Row]

    def csv(self) -> bytes:
        """UTF-8, with commas, a line for each row; nothing where nothing was said."""
        stream = io.StringIO()
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows([cell(row[column]) for column in self.columns] for row in self.rows)
        return stream.getvalue().encode()


def cell(value: Value) -> str:
    """A value in a table. A text that a spreadsheet would take for a formula gets an apostrophe in front."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return str(value)
    return f"'{value}" if _RUN_BY_A_SPREADSHEET.match(value) else value


def said_in(text: str) -> str:
    """The text of a cell as the author wrote it: what `cell` put in front is taken away."""
    return text[1:] if text.startswith("'") and _RUN_BY_A_SPREADSHEET.match(text) else text


def network_id(subject: Subject, each: ClearedMap) -> str:
    """How one map of one case is called in all files."""
    return f"{subject.case.id}.{each.id}"


def ego_row(subject: Subject, each: ClearedMap) -> Row:
    """What is said of a map as a whole, and of the case that it belongs to."""
    case = subject.case
    return {
        "case": case.id,
        "map": each.id,
        "title": case.title,
        "language": case.language,
        "origin": case.provenance.origin.value,
        "centre": ", ".join(label(person) for person in each.centre),
        **map_row(each),
    }


def pairs(links: Sequence[ClearedLink], *, apart: bool) -> Iterator[ClearedLink]:
    """The pairs who know each other, or those who do not."""
    return (link for link in links if (link.bond in APART) is apart)


def tables(subjects: Sequence[Subject]) -> tuple[Table, ...]:
    """The tables of several cases together."""
    private = any(subject.private for subject in subjects)
    every = [(subject, each) for subject in subjects for each in subject.case.maps]
    if not every:
        raise ValueError("there is nothing to write")

    def table(name: str, rows: Callable[[Subject, ClearedMap], Iterable[Row]]) -> Table:
        notice: Row = {"notice": NOTICE} if private else {}
        columns = ["egoID", *next(iter(rows(_BLANK_SUBJECT[private], _BLANK))), *notice]
        lines = [{"egoID": network_id(s, each), **row, **notice} for s, each in every for row in rows(s, each)]
        return Table(name, columns, lines)

    return (
        table("egos", lambda s, each: [ego_row(s, each)]),
        table("centre", lambda s, each: ({"memberID": p.id, **person_row(p, s.own)} for p in each.centre)),
        table("alters", lambda s, each: ({"alterID": p.id, **alter_row(p, s.own)} for p in each.people)),
        table(
            "ties",
            lambda _, each: (
                {"personID": p.id, **tie_row(tie)} for p in (*each.centre, *each.people) for tie in p.ties
            ),
        ),
        table("aaties", lambda _, each: map(_pair, pairs(each.links, apart=False))),
        table("apart", lambda _, each: map(_pair, pairs(each.links, apart=True))),
    )


def _pair(link: ClearedLink) -> Row:
    tension = link.tension.value if link.tension else None
    return {"Source": link.a, "Target": link.b, "bond": link.bond.value, "tension": tension}


_SOMEONE = ClearedPerson("n1", "", ties=(ClearedTie(ALL),))
_BLANK = ClearedMap("", (_SOMEONE,), (_SOMEONE,), (ClearedLink("", ""), ClearedLink("", "", w.Bond.NONE)))
_BLANK_CASE = ClearedCase("", "en", "", None, (), None, Provenance(w.Origin.FICTIONAL), (_BLANK,))
_BLANK_SUBJECT = {False: Subject(_BLANK_CASE), True: Subject(_BLANK_CASE, {"n1": Own("", None)})}
"""Someone with one of everything: a table without lines has the columns of the others."""
