"""How well do our maps lie, beside Graphviz's own layouts of the same networks? And how long does a drawing take?

Run: python benchmarks/layout.py [networks]   (default 300; needs the system's Graphviz for the comparison)

Networks are made up, from a seed: 0 to 40 people in all circles, 0 to 60 links among them, labels as people write them.
For every layout it counts pairs of labels that lie over each other, crossings of lines, and lines that run through the
label of someone else. Graphviz gets labels of the same size and straight lines, and keeps labels apart where it can
(overlap=prism). Then one person is added to every network, and it is measured how far the others move, as a share of
half the width of the drawing (the middle one of them, and the one who moves most). Also writes benchmarks/contact-sheet.png: 24 of the maps, for the eye.
"""

from __future__ import annotations

import json
import math
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "ecomap"))

from sample_maps import WORDS

from mensenwerk.ecomap import choose_engine, draw_maps
from mensenwerk.ecomap.geometry import Box, Point, polyline
from mensenwerk.ecomap.notation import hartman
from mensenwerk.ecomap.plan import plan_of
from mensenwerk.guards.cleared import ClearedLink, ClearedMap, ClearedPerson, ClearedTie
from mensenwerk.model import words as w

ROLES = (
    "haar zus", "oma", "de buurvrouw van boven", "zijn oudste broer", "de trainer van haar zoon", "een oude vriendin",
    "het koor op woensdag", "de wijkverpleegkundige", "de ouders op het plein", "de kat", "een collega van vroeger",
    "de man van de groentewinkel", "tante", "het loket van de gemeente", "de vrijwilliger die voorleest", "haar neef",
)  # fmt: skip
LAYOUTS = ("neato", "fdp", "twopi", "circo")
Line = tuple[str, str, list[Point]]


def network(random_: random.Random, name: str) -> ClearedMap:
    """A network of up to 40 people and 60 links."""
    count = random_.choice((0, 1, 2, 3, 5, 8, 8, 10, 12, 12, 14, 14, 16, 18, 20, 24, 28, 32, 40))
    circles = random_.sample(list(w.Circle), k=random_.randint(1, min(9, len(w.Circle))))
    people = tuple(
        ClearedPerson(
            f"n{n}",
            random_.choice(ROLES),
            circles=(random_.choice(circles),),
            ring=random_.choice((None, None, *w.Ring)),
            ties=(
                ClearedTie(
                    "c1",
                    random_.choice(list(w.Strength)),
                    random_.choice((None, None, *w.Tension)),
                    random_.choice((None, *w.Energy)),
                ),
            ),
        )
        for n in range(1, count + 1)
    )
    pairs = list(combinations(range(1, count + 1), 2))
    chosen = random_.sample(pairs, k=min(len(pairs), random_.randint(0, min(60, 2 * count))))
    links = tuple(ClearedLink(f"n{a}", f"n{b}", random_.choice(list(w.Bond)[:3])) for a, b in sorted(chosen))
    return ClearedMap(name, (ClearedPerson("c1", "de moeder", "Ria"),), people, links)


def ours(map_: ClearedMap) -> tuple[dict[str, Box], list[Line]]:
    """Labels and lines as we lay them."""
    plan = plan_of([map_], hartman())
    boxes = {key: Box(*spot.middle, *spot.figure.outer) for key, spot in plan.spots.items()}
    boxes["c1"] = Box(0.0, 0.0, plan.core.radius, plan.core.radius)
    curves = {**plan.ties, **plan.links}
    return boxes, [(a, "c1" if b == "all" else b, polyline(curve, 16)) for (a, b), curve in curves.items()]


def theirs(layout: str, map_: ClearedMap, boxes: dict[str, Box]) -> tuple[dict[str, Box], list[Line]]:
    """The same network laid out by Graphviz, labels of the same size, lines straight."""
    rows = ['graph { graph [overlap=prism splines=line root=c1] node [shape=box fixedsize=true label=""]']
    for key, box in boxes.items():
        rows.append(f"{key} [width={box.half_width / 36:.3f} height={box.half_height / 36:.3f}]")
    ends = [(a, b) for a, b, _ in ours(map_)[1]]
    rows += [f"{a} -- {b}" for a, b in ends]
    done = subprocess.run(
        ["dot", f"-K{layout}", "-Tjson0"], input="\n".join([*rows, "}"]), capture_output=True, text=True, check=True
    )
    found = {}
    for node in json.loads(done.stdout).get("objects", []):
        x, y = (float(value) for value in node["pos"].split(","))
        found[node["name"]] = Box(x, -y, boxes[node["name"]].half_width, boxes[node["name"]].half_height)
    return found, [(a, b, [(found[a].x, found[a].y), (found[b].x, found[b].y)]) for a, b in ends]


def measured(boxes: dict[str, Box], lines: Sequence[Line]) -> tuple[int, int, int]:
    """Overlaps of labels, crossings of lines, lines through the label of someone else."""
    overlaps = sum(a.overlaps(b) for a, b in combinations(boxes.values(), 2))
    crossings = sum(_cross(one, other) for (a, b, one), (c, d, other) in combinations(lines, 2) if not {a, b} & {c, d})
    through = sum(
        any(box.crossed_by(p, q) for p, q in pairwise(points))
        for a, b, points in lines
        for key, box in boxes.items()
        if key not in (a, b)
    )
    return overlaps, crossings, through


def _cross(one: Sequence[Point], other: Sequence[Point]) -> bool:
    return any(_meet(a, b, c, d) for a, b in pairwise(one) for c, d in pairwise(other))


def _meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def with_one_more(random_: random.Random, map_: ClearedMap) -> ClearedMap:
    """The same network and one more person, in a circle that is there already, who knows nobody yet."""
    circle = random_.choice([person.circle for person in map_.people])
    more = ClearedPerson("extra", random_.choice(ROLES), circles=(circle,), ties=(ClearedTie("c1"),))
    return replace(map_, people=(*map_.people, more))


def moved(before: dict[str, Box], after: dict[str, Box]) -> list[float]:
    """How far everyone moved, seen from the centre, as a share of half the width of the drawing before."""

    def seen(boxes: dict[str, Box]) -> dict[str, Point]:
        middle = boxes["c1"]
        return {key: (box.x - middle.x, box.y - middle.y) for key, box in boxes.items() if key != "c1"}

    was, now = seen(before), seen(after)
    width = max(abs(x) for x, _ in was.values()) or 1.0
    return [math.dist(was[key], now[key]) / width for key in was]


def contact_sheet(maps: Sequence[ClearedMap], target: Path) -> None:
    """24 maps on a sheet."""
    import typst

    engine = choose_engine("auto")
    with tempfile.TemporaryDirectory() as folder:
        cells = []
        for number, map_ in enumerate(maps):
            svg = draw_maps([map_], engine=engine, prefix="a", words=WORDS)[0].svg
            Path(folder, f"{number}.svg").write_text(svg, encoding="utf-8")
            cells.append(f'image("{number}.svg", width: 100%, height: 62mm, fit: "contain")')
        source = Path(folder, "sheet.typ")
        source.write_text(
            "#set page(width: 420mm, height: 400mm, margin: 6mm)\n"
            f"#grid(columns: 4, gutter: 3mm, {', '.join(cells)})\n",
            encoding="utf-8",
        )
        fonts = [str(ROOT / "generator/mensenwerk/fonts")]
        typst.compile(
            str(source), output=str(target), format="png", ppi=110.0, font_paths=fonts, ignore_system_fonts=True
        )


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    random_ = random.Random(2026)
    maps = [network(random_, f"kaart-{number}") for number in range(count)]
    shifts: dict[str, list[list[float]]] = {name: [] for name in ("ours", *LAYOUTS)}
    totals: dict[str, list[int]] = {name: [0, 0, 0] for name in ("ours", *LAYOUTS)}
    compared = shutil.which("dot") is not None
    for map_ in maps:
        boxes, lines = ours(map_)
        laid = {"ours": (boxes, lines)}
        if compared:
            laid |= {layout: theirs(layout, map_, boxes) for layout in LAYOUTS}
        for name, (found, drawn) in laid.items():
            totals[name] = [a + b for a, b in zip(totals[name], measured(found, drawn), strict=True)]
        if len(map_.people) < 3:
            continue
        larger = with_one_more(random_, map_)
        later = ours(larger)[0]
        shifts["ours"].append(moved(boxes, later))
        for layout in LAYOUTS if compared else ():
            shifts[layout].append(moved(laid[layout][0], theirs(layout, larger, later)[0]))
    print(f"{count} networks, {sum(len(m.people) for m in maps)} people, {sum(len(m.links) for m in maps)} links\n")
    print("| layout | labels over labels | crossings | lines through a label |\n|---|---|---|---|")
    for name, (overlaps, crossings, through) in totals.items():
        if name == "ours" or compared:
            print(f"| {name} | {overlaps} | {crossings} | {through} |")
    print("\n| one person more | the middle one moves | who moves most |\n|---|---|---|")
    for name, found in shifts.items():
        if found:
            middle = statistics.mean(statistics.median(each) for each in found)
            print(f"| {name} | {middle:.0%} | {statistics.mean(max(each) for each in found):.0%} |")
    engine = choose_engine("auto")
    draw_maps([maps[0]], engine=engine, prefix="a", words=WORDS)
    fourteen = [each for each in maps if len(each.people) == 14] or maps
    times = []
    for each in fourteen:
        started = time.perf_counter()
        draw_maps([each], engine=engine, prefix="a", words=WORDS)
        times.append(time.perf_counter() - started)
    size = max(len(draw_maps([each], engine=engine, prefix="a", words=WORDS)[0].svg) for each in fourteen)
    print(f"\n14 people: {statistics.median(times) * 1000:.1f} ms a drawing (median), SVG at most {size / 1000:.1f} kB")
    contact_sheet([each for each in maps if each.people][:24], ROOT / "benchmarks/contact-sheet.png")
    print("\nWritten: benchmarks/contact-sheet.png")


if __name__ == "__main__":
    main()
