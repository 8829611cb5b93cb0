"""The private registry: a plain file of the author's own, that nobody else can read and no message repeats."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mensenwerk.guards import Registry, RegistryError, load_registry
from mensenwerk.guards.registry import Entry, add_to_registry


def spots(registry: Registry, text: str) -> list[str]:
    return [text[start:end] for start, end in registry.find(text)]


@pytest.mark.parametrize(
    ("real", "text", "found"),
    [
        ("Łukasz", "Gisteren belde lukasz.", ["lukasz"]),
        ("Yıldız", "Bij YILDIZ thuis.", ["YILDIZ"]),
        ("José", "Met jose’s zus.", ["jose"]),
        ("Fatima", "met fatima-zahra en Fatimas zus", ["fatima", "Fatimas"]),
        ("Fatima", "op insta heet ze fatima87", ["fatima"]),
        ("Zqarin de Groot", "Zqarin de  GROOT zei niets.", ["Zqarin de  GROOT"]),
        ("Zqarin de Groot", "Een groot huis.", []),
        ("Zqarin de Groot", "zqarin kwam", ["zqarin"]),
        ("Anna", "Annabel en januari en manna", []),
        ("Søren", "soren, Sören", ["soren", "Sören"]),
        ("Đặng", "dang", ["dang"]),
        ("فاطمة", "Ze heet فاطمة thuis.", ["فاطمة"]),
    ],
)
def test_a_name_is_found_whatever_its_case_and_accents(real: str, text: str, found: list[str]) -> None:
    assert spots(Registry((Entry(real),)), text) == found


@given(
    st.text("abcdefghijklmnopqrstuvwxyzéèñçłıøß", min_size=3, max_size=12),
    st.sampled_from([str.upper, str.title, str.lower]),
)
def test_any_name_is_found_in_any_case(name: str, written: object) -> None:
    said = written(name)  # type: ignore[operator]
    assert spots(Registry((Entry(name),)), f"Toen kwam {said}, en het was goed.") != []


def test_the_file_is_made_readable_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "own" / "names.txt"
    assert add_to_registry(["Zqarina", "Zqarina", "", "# x", "Zqbart = de-bank/ik"], path) == 2
    assert add_to_registry(["Zqarina"], path) == 0
    assert load_registry(path).entries == (Entry("Zqarina"), Entry("Zqbart", "de-bank", "ik"))
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name != "posix", reason="file modes are a thing of POSIX systems")
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660])
def test_a_registry_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "names.txt"
    path.write_text("Zqarina\n", encoding="utf-8")
    path.chmod(mode)
    with pytest.raises(RegistryError) as refused:
        load_registry(path)
    assert refused.value.code == "registry-open"


def test_a_registry_in_a_repository_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    with pytest.raises(RegistryError) as refused:
        add_to_registry(["Zqarina"], tmp_path / "deep" / "names.txt")
    assert refused.value.code == "registry-in-repository"
    (tmp_path / "names.txt").write_text("Zqarina\n", encoding="utf-8")
    (tmp_path / "names.txt").chmod(0o600)
    with pytest.raises(RegistryError):
        load_registry(tmp_path / "names.txt")


def test_no_registry_is_an_empty_one(tmp_path: Path) -> None:
    assert not load_registry(tmp_path / "none.txt")


def test_a_registry_that_cannot_be_read_is_never_taken_for_an_empty_one(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_bytes(b"Zq\xff\xfe")
    path.chmod(0o600)
    with pytest.raises(RegistryError) as refused:
        load_registry(path)
    assert refused.value.code == "registry-unreadable"


@pytest.mark.parametrize(
    ("value", "vague"), [("Jo", True), ("groot", True), ("Zqarina", False), ("Groot Zqdam", False)]
)
def test_a_value_that_is_found_everywhere_is_told(value: str, vague: bool) -> None:
    assert Entry(value).vague is vague


def test_a_file_without_a_last_line_end_keeps_its_last_name(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("Zqarina", encoding="utf-8")
    path.chmod(0o600)
    add_to_registry(["Zqbart"], path)
    assert [entry.value for entry in load_registry(path).entries] == ["Zqarina", "Zqbart"]


def test_a_registry_that_is_pointed_to_and_is_not_there_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENSENWERK_REGISTRY", str(tmp_path / "typo.txt"))
    with pytest.raises(RegistryError) as refused:
        load_registry()
    assert refused.value.code == "registry-missing"


def test_accents_apart_from_their_letters_are_the_same_name() -> None:
    apart, joined = "Zqu\u0308l\u015fen", "Zq\u00fcl\u015fen"
    assert spots(Registry((Entry(apart),)), f"Bij {joined} thuis.") == [joined]
    assert spots(Registry((Entry(joined),)), f"Bij {apart} thuis.") == [apart]
