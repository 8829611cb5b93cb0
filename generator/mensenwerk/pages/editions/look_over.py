"""Whether what an edition asks for is in the book."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from mensenwerk.guards import ClearedCase
from mensenwerk.model import ReadEdition
from mensenwerk.problems import Problems


def look_over(
    read: ReadEdition,
    cases: Mapping[str, ClearedCase],
    pages: Collection[str],
    references: Collection[str],
    problems: Problems,
) -> None:
    """Note every case, map, page and source that an edition names and that is not there. `cases`: those that these
    readers may see, by id; `pages`: the author's own, by where they stand; `references`: keys of the literature."""
    edition = read.edition
    for number, case in enumerate(edition.cases):
        if case not in cases:
            problems.add("edition-case", read.span(("cases", number)), choices=_listed(cases))
    maps = [each.id for case in edition.cases if case in cases for each in cases[case].maps]
    if edition.map is not None and edition.map not in maps:
        problems.add("edition-map", read.span(("map",)), choices=_listed(maps))
    for number, page in enumerate(edition.chapters):
        if page not in pages:
            problems.add("edition-page", read.span(("chapters", number)))
    for number, key in enumerate(edition.sources):
        if key not in references:
            problems.add("unknown-source", read.span(("sources", number)))


def _listed(names: Collection[str]) -> str:
    return ", ".join(sorted(names)) or "–"
