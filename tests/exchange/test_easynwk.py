"""What easyNWK wrote down becomes a case: roles for names, changes between moments, and an account of the rest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from data import EASYNWK, IBO, NAMES, OTTOKAR, PRIVATE, alter, easynwk_bytes, nwk, record

from commands import run_here, said
from mensenwerk.model import Case, moments, read_case
from mensenwerk.model import words as w
from mensenwerk.problems import Problems
from mensenwerk.source import read_file


def brought(folder: Path, raw: bytes, *options: str) -> tuple[Case, str, str]:
    """The case made of a file, its text, and what was told."""
    (folder / "karte.json").write_bytes(raw)
    done = run_here("import", "karte.json", *options, folder=folder)
    assert done.returncode == 0, said(done)
    file = next(folder.glob("*.yaml"))
    problems = Problems()
    document = read_file(file, file.name, problems)
    assert document is not None
    read = read_case(document, problems)
    assert read is not None
    assert problems.found == []
    return read.case, file.read_text(encoding="utf-8"), said(done)


def labels(case: Case) -> list[str]:
    return [each.who for each in case.people]


def test_people_are_called_by_their_role_in_the_language_of_the_case(folder: Path) -> None:
    case, _, _ = brought(folder, easynwk_bytes(), "--language", "nl")
    assert labels(case) == ["vader", "vriend 1", "vriend 2", "hond", "opa", "hulpverlener"]


def test_an_english_case_has_english_roles(folder: Path) -> None:
    case, _, _ = brought(folder, easynwk_bytes(), "--language", "en")
    assert labels(case) == ["father", "friend 1", "friend 2", "dog", "grandfather", "professional"]


def test_no_name_and_nothing_anyone_wrote_is_in_the_case_or_told(folder: Path) -> None:
    _, text, told = brought(folder, easynwk_bytes())
    assert [each for each in PRIVATE if each.lower() in (text + told).lower()] == []


def test_names_go_to_the_registry_with_whom_they_became(folder: Path, registry: Path) -> None:
    brought(folder, easynwk_bytes())
    lines = registry.read_text(encoding="utf-8")
    assert [name for name in NAMES if name not in lines] == []
    assert "Mirza Kalender = ingelezen/vriend-1" in lines


def test_a_case_is_for_internal_use_and_nobody_reviewed_it(folder: Path) -> None:
    case, _, _ = brought(folder, easynwk_bytes())
    assert case.publication is not None
    assert case.publication.intended_for is w.Audience.INTERNAL
    assert case.publication.origin is w.Origin.REAL
    assert case.publication.review is None
    assert case.publication.consent is None


def test_what_stands_at_one_moment_is_taken_over(folder: Path) -> None:
    case, _, _ = brought(folder, easynwk_bytes())
    father, friend, other, dog, grandfather, healer = case.people
    assert case.centre[0].age == "40-49"
    assert case.centre[0].sign is w.Sign.WOMAN
    assert (father.circle, father.ring, father.age) == ((w.Circle.FAMILY,), w.Ring.INNER, "70-79")
    assert (friend.circle, friend.ring) == ((w.Circle.FRIENDS,), w.Ring.MIDDLE)
    assert other.contact.state is w.State.BROKEN
    assert other.ties == ()
    assert (dog.kind, dog.contact.state, dog.ties) == (w.Kind.ANIMAL, None, ())
    assert (grandfather.deceased, grandfather.contact.state) == (True, None)
    assert (healer.circle, healer.ring) == ((w.Circle.PROFESSIONAL,), w.Ring.EDGE)


def test_two_versions_are_two_maps_with_what_changed_between_them(folder: Path) -> None:
    case, _, _ = brought(folder, easynwk_bytes())
    first, second = moments(case)
    assert (first.map.when, second.map.when) == ("winter", "najaar")
    assert [each.id for each in first.people] == ["vader", "vriend-1", "vriend-2", "hond", "opa"]
    assert [each.id for each in second.people] == ["vader", "vriend-1", "hond", "opa", "hulpverlener"]
    assert second.people[1].ring is w.Ring.INNER
    assert set(first.pairs) == {("vader", "vriend-1"), ("vriend-1", "vriend-2")}
    known = {pair for pair, said_of in second.pairs.items() if said_of.bond is not w.Bond.NONE}
    assert known == {("vader", "vriend-1"), ("hulpverlener", "vader")}


def test_pairs_that_nobody_drew_stay_unknown(folder: Path) -> None:
    case, _, _ = brought(folder, easynwk_bytes())
    assert case.who_knows_who.complete is False


@pytest.mark.parametrize(
    "line",
    [
        "- note, 4 keer: weggelaten.",
        "- title, 2 keer: weggelaten.",
        "- date, 2 keer: het seizoen",
        "- age, 4 keer: een leeftijdsgroep",
        "- edgeType 0, één keer: er is nu geen contact.",
        "- edgeType 2, 2 keer: weggelaten;",
        "- contactOfPartner, één keer: weggelaten;",
        "- role, één keer: dit woord kent het programma niet.",
        "- genderDefault, 10 keer: weggelaten; het is iets van het andere programma zelf.",
    ],
)
def test_what_did_not_go_along_is_told_and_kept_as_a_remark(folder: Path, line: str) -> None:
    _, text, told = brought(folder, easynwk_bytes())
    assert line in told
    assert line[2:] in text


def test_an_older_file_of_one_map_is_read_too(folder: Path) -> None:
    case, _, _ = brought(folder, json.dumps(nwk(OTTOKAR)).encode())
    assert labels(case) == ["vader"]


def test_an_empty_network_becomes_a_case(folder: Path) -> None:
    case, _, _ = brought(folder, easynwk_bytes(record(nwk())))
    assert case.people == ()


def test_two_people_of_one_name_stay_two(folder: Path) -> None:
    case, _, _ = brought(folder, easynwk_bytes(record(nwk(IBO, {**IBO, "id": 9}))))
    assert labels(case) == ["vriend 1", "vriend 2"]


def test_a_name_that_is_a_role_says_who_someone_is_and_stays_out_of_the_registry(folder: Path, registry: Path) -> None:
    case, _, told = brought(folder, easynwk_bytes(record(nwk(alter(1, "Mama", "")))))
    assert labels(case) == ["moeder"]
    assert "Mama" not in registry.read_text(encoding="utf-8")
    assert "name, één keer: een rol, een nummer, te kort of te lang" in told


def test_a_name_that_is_a_first_name_and_a_word_is_a_name(folder: Path, registry: Path) -> None:
    brought(folder, easynwk_bytes(record(nwk(alter(1, "Roos", "Tante"), alter(2, "Maria", "Tante")))))
    assert {"Roos = ingelezen/tante-1", "Maria = ingelezen/tante-2"} <= set(registry.read_text().splitlines())


def test_a_role_in_ordinary_words_is_taken_over(folder: Path) -> None:
    case, _, _ = brought(folder, easynwk_bytes(record(nwk(alter(1, "Ottokar", "vriend van vroeger")))))
    assert labels(case) == ["vriend van vroeger"]


def test_a_role_with_a_name_in_it_is_not(folder: Path) -> None:
    case, text, _ = brought(folder, easynwk_bytes(record(nwk(alter(1, "Ottokar", "vriend van fatima")))))
    assert labels(case) == ["familielid"]
    assert "fatima" not in text


_BROKEN: list[tuple[Any, str, str]] = [
    ('{"versions": [', "karte.json:1:15", "geen geldige JSON"),
    ("[]", "karte.json", "Bij versions staat iets anders dan easyNWK schrijft"),
    ("null", "karte.json", "geen geldige JSON"),
    ('{"versions": [{}, {}]}', "karte.json", "Bij versions[1]"),
    ('{"ego": 1, "alteri": [], "connections": []}', "karte.json", "Bij versions"),
    (record(nwk({"name": "Ottokar"})), "karte.json", "Bij versions[0].nwk.alteri[0] staat iets anders"),
    (record(nwk(OTTOKAR, {**IBO, "id": 1})), "karte.json", "Bij versions[0].nwk.alteri[1] staat iemand met een nummer"),
    (record(nwk(OTTOKAR, links=((1, 7),))), "karte.json", "Bij versions[0].nwk.connections[0] staat een lijn"),
    ("[" * 100_000, "karte.json", "veel te veel in elkaar genest"),
    ('{"ego": {"age": NaN}}', "karte.json", "geen geldige JSON"),
    ('{"ego": ' + "9" * 5000 + "}", "karte.json", "geen geldige JSON"),
    ('{"ego": {}, "ego": {"name": "Ottokar"}}', "karte.json", "staat een veld twee keer"),
    ("   \n", "karte.json", "leeg"),
    ("ÿ".encode("latin-1"), "karte.json:1", "UTF-8"),
    ("{}".encode("utf-16"), "karte.json:1:1", "UTF-8"),
    (b"{" + b" " * (8 * 1024 * 1024), "karte.json", "te groot"),
]


@pytest.mark.parametrize(("content", "place", "message"), _BROKEN, ids=range(len(_BROKEN)))
def test_a_broken_file_is_told_plainly_and_nothing_is_written(
    folder: Path, registry: Path, content: Any, place: str, message: str
) -> None:
    raw = content if isinstance(content, bytes) else content.encode() if isinstance(content, str) else None
    (folder / "karte.json").write_bytes(raw if raw is not None else json.dumps(content).encode())
    done = run_here("import", "karte.json", "--language", "nl", folder=folder)
    assert done.returncode == 1
    assert place in said(done)
    assert message in said(done)
    assert "Traceback" not in said(done)
    assert [name for name in NAMES if name in said(done)] == []
    assert list(folder.glob("*.yaml")) == []
    assert registry.read_text(encoding="utf-8") == ""


def test_all_that_is_wrong_is_told_at_once(folder: Path) -> None:
    (folder / "karte.json").write_text(json.dumps(record(nwk({"id": "x"}, OTTOKAR, links=((1, 7), (8, 9))))))
    assert len(run_here("import", "karte.json", folder=folder).stderr.splitlines()) == 3


def test_a_network_larger_than_a_case_is_refused_with_the_limit(folder: Path, registry: Path) -> None:
    many = [alter(number, f"Ottokar {number}", "Freund*in") for number in range(151)]
    (folder / "karte.json").write_bytes(easynwk_bytes(record(nwk(*many))))
    done = run_here("import", "karte.json", folder=folder)
    assert done.returncode == 1
    assert "ten hoogste 150" in said(done)
    assert "Ottokar" not in said(done)
    assert list(folder.glob("*.yaml")) == []
    assert registry.read_text(encoding="utf-8") == ""


def test_the_file_holds_two_versions() -> None:
    assert len(EASYNWK["versions"]) == 2
