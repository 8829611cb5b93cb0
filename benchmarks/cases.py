"""Made-up cases, as many as one likes and no two the same: 5 to 30 people, one to three moments, who knows whom,
dilemmas, people's own words. Nobody in them has a name. The same seed gives the same cases."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from commands import signed

from mensenwerk.guards.detect.lexicon import phrases

ROOT = Path(__file__).resolve().parents[1]
_CENTRE = "de oude buurman|de jonge moeder|de student|de weduwnaar|de bakker met pensioen|de jonge vader|de nieuwkomer"
_PEOPLE = {
    "familie": "zijn zus|zijn broer|zijn moeder|zijn oom|zijn tante|de jongste nicht|de oudste neef|zijn schoonzus|"
    "zijn dochter|zijn zoon",
    "vrienden": "een oude vriend|de vriendin van vroeger|een vriend van het werk|de maat van de woensdag",
    "buren": "de bovenbuurvrouw|de buurman links|de buurvrouw van de hoek|het gezin aan de overkant",
    "collega's": "een collega van de nacht|de collega met de radio|een vroegere collega",
    "kennissen": "de man van de markt|een bekende uit het park|de vrouw van de bus",
    "vereniging": "iemand van het koor|iemand van de kaartclub|een maat van de tuin",
    "beroepskracht": "de wijkverpleegkundige|de huisarts|een maatschappelijk werker",
}
_SUBJECTS = (
    "Op vrijdag|Als het regent|Elke ochtend|Na het eten|In de winter|Wanneer het stil wordt|Zodra de lamp brandt|"
    "Sinds de verhuizing|Op de bank bij de brug|Tussen twee afspraken|Met Kerst|Als de trein te laat is"
)
_DEEDS = (
    "zet iemand de thee klaar zonder iets te vragen|wordt er gelachen om dezelfde oude grap|gaat het over het weer en dan "
    "over alles|blijft de deur op een kier staan|ruikt de gang naar verse soep|komt er een kaart met maar drie woorden|"
    "wordt er gezwegen, en dat is goed zo|klinkt er muziek door de muur heen|ligt er een krant op de mat|gaat de hond mee "
    "een blok om|wordt een fiets gemaakt met touw en geduld|staat er een stoel meer aan tafel"
)
_ENDS = (
    "en dat is genoeg|en niemand hoeft uit te leggen waarom|zoals vroeger op de trap|al zegt geen van beiden dat hardop|"
    "en soms duurt dat een hele avond|maar later dan vroeger|en dan lijkt de straat kleiner|ook als het een slechte week was"
)
_VOICES = "Ik kom gewoon langs.|Bellen doe ik niet zo gauw.|Het is ook voor mij goed.|Vraag het maar, dan zien we wel."
_DILEMMAS = (
    "niet-tot-last|zelf-oplossen|schaamte-en-trots|wederkerigheidsschuld|overbelaste-naaste|handelingsverlegenheid"
)
_THEMES = "wonen|afscheid|familie|opnieuw beginnen|alleen zijn|muziek|de straat|zorgen voor"
_TITLES = "De stoel bij het raam|Een sleutel voor de buren|Wat er overbleef|De lange weg naar huis|Brood op de trap"


def _one(among: str, dice: random.Random) -> str:
    return dice.choice(among.split("|"))


def sentence(dice: random.Random) -> str:
    """One of some thousand."""
    return f"{_one(_SUBJECTS, dice)} {_one(_DEEDS, dice)}, {_one(_ENDS, dice)}."


def _tie(dice: random.Random) -> dict[str, Any]:
    tie: dict[str, Any] = {"sterkte": dice.choice(["zwak", "gewoon", "sterk"])}
    tie["spanning"] = dice.choice(["nee", "nee", "soms", "vaak"])
    tie["energie"] = dice.choice(["kost", "levert_op", "beide"])
    if dice.random() < 0.5:
        kinds = dice.sample(["emotioneel", "praktisch", "gezelschap", "advies"], 2)
        tie["steun"] = {kind: dice.choice(["geeft", "krijgt", "beide"]) for kind in kinds}
    return tie


def _person(number: int, who: str, circle: str, dice: random.Random) -> dict[str, Any]:
    person: dict[str, Any] = {"id": f"p{number}", "wie": who, "kring": [circle], "hoort_erbij": "ja"}
    person["betekenis"] = sentence(dice)
    if dice.random() < 0.3:
        person["eigen_stem"] = _one(_VOICES, dice)
    person["sinds"] = dice.choice(["altijd", "jeugd", 2, 5, 12])
    person["cirkel"] = dice.choice(["binnenste", "midden", "buitenste"])
    how_often = dice.choice(["dagelijks", "wekelijks", "maandelijks", "zelden"])
    person["contact"] = {"hoe_vaak": how_often, "hoe": ["langskomen"], "staat": "actief"}
    person["bereikbaarheid"] = {"reistijd": dice.choice([0, 5, 20, 45]), "tijd": dice.choice(["ruim", "krap"])}
    person["banden"] = _tie(dice)
    return person


def case(number: int, seed: int = 1) -> str:
    """The file of one case, with its review signed."""
    dice = random.Random(f"{seed} {number}")
    all_ = [(who, circle) for circle, names in _PEOPLE.items() for who in names.split("|")]
    size = min(max(5, round(dice.triangular(5, 30, 11))), len(all_))
    people = [_person(place, *each, dice) for place, each in enumerate(dice.sample(all_, size))]
    moments = [
        ("begin", "aan tafel", "voorjaar"),
        ("later", "in de zomer", "zomer"),
        ("nu", "een jaar later", "voorjaar"),
    ]
    moments = moments[: dice.randint(1, 3)]
    for moment, _, _ in moments[1:]:
        for person in dice.sample(people, 2):
            changed = person.setdefault("veranderd", {})
            changed[moment] = {"betekenis": sentence(dice), "cirkel": dice.choice(["binnenste", "midden"])}
    ids = [person["id"] for person in people]
    groups = [sorted(dice.sample(ids, dice.randint(2, min(4, size)))) for _ in range(max(1, size // 4))]
    data = {
        "taal": "nl",
        "versie": 1,
        "id": f"casus-{number}",
        "titel": _one(_TITLES, dice),
        "lead": f"{sentence(dice)} {sentence(dice)}",
        "thema's": dice.sample(_THEMES.split("|"), 2),
        "publicatie": {
            "bestemd_voor": "publiek",
            "herkomst": "gefingeerd",
            "beoordeling": {"rol": "redactie", "maand": "2026-11"},
        },
        "middelpunt": [{"id": "ik", "wie": _one(_CENTRE, dice), "leeftijd": "60-69"}],
        "mensen": people,
        "wie_kent_wie": {"groepen": groups},
        "kaarten": [
            {"id": id_, "moment": name, "wanneer": when, "gezien_door": "ik", "viel_op": sentence(dice)}
            for id_, name, when in moments
        ],
        "drempels": [
            {
                "soort": kind,
                "van": "ik",
                "volgens": "ik",
                "verhaal": f"{sentence(dice)} {sentence(dice)}",
                "enerzijds": sentence(dice),
                "anderzijds": sentence(dice),
                "vragen": ["Wat zou u hier willen vragen?"],
            }
            for kind in dice.sample(_DILEMMAS.split("|"), dice.randint(0, 2))
        ],
    }
    return signed(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110))


def casebook(folder: Path, size: int, seed: int = 1) -> None:
    """A casebook of `size` made-up cases in the empty `folder`."""
    _book(folder, [(f"casus-{number}", case(number, seed)) for number in range(size)])


def samples(folder: Path, size: int, only: tuple[str, ...] = ()) -> None:
    """A casebook of `size` cases in the empty `folder`: the Dutch sample cases in turn (or those of these ids), each with
    an id of its own."""
    files = sorted((ROOT / "content/cases").glob("*.yaml"))
    texts = [file.read_text(encoding="utf-8") for file in files if not only or file.stem in only]
    dutch = [text for text in texts if not re.search(r"^language:", text, flags=re.M)]
    again = [
        re.sub(r"^id: .*$", f"id: casus-{number}", dutch[number % len(dutch)], count=1, flags=re.M)
        for number in range(size)
    ]
    _book(folder, [(f"{number:05}", signed(text)) for number, text in enumerate(again)])


def _book(folder: Path, cases: Iterable[tuple[str, str]]) -> None:
    (folder / "cases").mkdir(parents=True)
    (folder / "pages").mkdir()
    (folder / "pages/index.md").write_text("# Een groot boek\n\nVerzonnen casussen.\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: Een groot boek\ndocs_dir: pages\ntheme: {name: material, language: nl}\n"
        "plugins: [{mensenwerk: {cases: cases, references: references.yaml}}]\n",
        encoding="utf-8",
    )
    literature = (ROOT / "content/references.yaml").read_text(encoding="utf-8")
    (folder / "references.yaml").write_text(literature, encoding="utf-8")
    for name, text in cases:
        (folder / "cases" / f"{name}.yaml").write_text(text, encoding="utf-8")


def registered(count: int = 200) -> list[str]:
    """Names for a registry that no case has: two made-up halves each."""
    halves = random.Random(1).sample(sorted(phrases("names")), 2 * count)
    return [f"Zq{a} Zq{b}" for a, b in zip(halves[::2], halves[1::2], strict=True)]
