"""The sheet for a kitchen wall: a map, room to draw and to write, and nothing that explains it to its owner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mensenwerk.ecomap import Drawing
from mensenwerk.ecomap.painted import as_file, painted
from mensenwerk.guards import ClearedCase, ClearedMap
from mensenwerk.model import words as w
from mensenwerk.pages.maps import MapView, map_views
from mensenwerk.pages.paper.sheet import Sheet, Sign, Size, file_name, signs_and_pictures
from mensenwerk.pages.wording import Wording


@dataclass(frozen=True, slots=True)
class WallView:
    """`own_title`: the title that is printed; without it there is a line to write one. `told`: the map in words, for
    who cannot see it. `t`: the words of the sheet itself."""

    own_title: str | None
    heading: str
    caption: str
    told: str
    signs: tuple[Sign, ...]
    foot: str
    t: Mapping[str, Any]


def wall_sheets(
    case: ClearedCase, drawings: Sequence[Drawing], words: Wording, size: Size, *, titled: bool = False
) -> dict[str, Sheet]:
    """A sheet for each map of a case, by the id of the map. `drawings`: those of its maps, in their order; `titled`:
    whether the title of the case is printed on it."""
    views = map_views(case, drawings, words, alone=True)
    return {
        each.id: _sheet(case, each, view, drawing, words, size, case.title if titled else None)
        for each, view, drawing in zip(case.maps, views, drawings, strict=True)
    }


def _sheet(
    case: ClearedCase,
    each: ClearedMap,
    view: MapView,
    drawing: Drawing,
    words: Wording,
    size: Size,
    own_title: str | None,
) -> Sheet:
    heading = heading_of(each, view.centre, words)
    signs, pictures = signs_and_pictures(drawing.legend)
    invented = words.case["page"]["fictional"] if case.provenance.origin is w.Origin.FICTIONAL else ""
    return Sheet(
        name=file_name(f"{case.id}-{each.id}-{words.paper['files']['wall']}", size),
        kind="wall",
        title=own_title or heading,
        language=words.language,
        size=size,
        view=WallView(
            own_title=own_title,
            heading=heading,
            caption=" ".join(view.caption),
            told=" ".join(view.summary),
            signs=signs,
            foot=" ".join(part for part in (invented, view.notation) if part),
            t=words.paper["wall"],
        ),
        pictures={"map.svg": as_file(painted(drawing)), **pictures},
    )


def heading_of(each: ClearedMap, centre: str, words: Wording) -> str:
    """Whose map it is, and of which moment."""
    said, moment = words.paper["wall"], each.moment or each.when
    heading: str = said["heading"] if moment else said["heading_plain"]
    return heading.format(centre=centre, moment=moment)
