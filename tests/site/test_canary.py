"""A token of its own in every private place of a case: none of them is in anything that is made. And when one
field leaks on purpose, the build fails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from commands import MKDOCS_YML, signed, write_book
from guards.test_project import PRIVATE
from mensenwerk.guards import project
from mensenwerk.guards.cleared import ClearedPerson
from mensenwerk.guards.registry import Entry, Registry
from mensenwerk.model import Case, read_case
from mensenwerk.model.case import Person
from mensenwerk.problems import Problems
from mensenwerk.publish.scan import Scan
from mensenwerk.site import run
from mensenwerk.source import read_text

FINGERPRINT = "5ca1ab1e0ddba115"
CASE = f"""\
# zqcomment: dit staat in een opmerking
taal: nl
versie: 1
id: de-thermosfles
titel: De thermosfles
publicatie:
  bestemd_voor: publiek
  herkomst: echt # zqremark
  veranderd_is: [beroep]
  toestemming: {{door: client, voor: publiek, maand: 2026-01, geldig_tot: 2094-07, gelezen: ja, verwijzing: zqreference}}
  beoordeling: {{rol: privacyfunctionaris, maand: 2026-05}}
  vrijgegeven:
    - {{vondst: '{FINGERPRINT}', rol: zqclearer, maand: 2093-08, reden: zqreason}}
  volgende_beoordeling: 2095-09
middelpunt:
  - {{id: zqcentre, wie: de bezoeker, leeftijd: 61-88}}
mensen:
  - id: zqperson
    wie: de buurvrouw
    leeftijd: 62-87
    betekenis: Zij vraagt niets.
    relatie: {{is: buur, van: zqcentre}}
    banden: {{met: zqcentre, sterkte: sterk}}
    veranderd: {{later: {{betekenis: Zij vraagt iets.}}}}
    anders_gezien: {{ernaast: {{betekenis: Zij wacht.}}}}
  - {{id: zqother, wie: de hond, soort: dier, banden: [{{met: zqcentre}}]}}
wie_kent_wie: {{groepen: [[zqperson, zqother]], paren: [{{tussen: [zqperson, zqother], band: goed}}]}}
kaarten:
  - {{id: nu, moment: aan tafel, gezien_door: zqcentre, samen_met: zqperson}}
  - {{id: later, moment: een winter later, gezien_door: zqcentre}}
  - {{id: ernaast, moment: een winter later, naast: later, gezien_door: zqperson}}
kenmerken: {{omvang: {{beleving: genoeg, volgens: zqcentre}}}}
drempels: [{{soort: niet-tot-last, van: zqcentre, rond: zqperson, volgens: zqcentre, verhaal: Zij wil niet storen.}}]
verwachting: [{{wat: Dat zij blijft., van: zqperson, besproken: ja, kan: wel}}]
"""
TOKENS = (
    *("zqcomment", "zqremark", "zqreference", "zqclearer", "zqreason", "zqcentre", "zqperson", "zqother", "zqfile"),
    *(FINGERPRINT, "2094-07", "2093-08", "2095-09", "61-88", "62-87"),
)


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("MENSENWERK_REGISTRY", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    folder = write_book(tmp_path / "book", mkdocs_yml=MKDOCS_YML, case=signed(CASE))
    (folder / "content/cases/de-bank.yaml").rename(folder / "content/cases/zqfile.yaml")
    (folder / "content/cases/zqfile.yaml~").write_text(CASE, encoding="utf-8")
    page = "# Een klein boek\n\nEen begin.\n\n<!-- zqcomment -->\n"
    (folder / "content/pages/index.md").write_text(page, encoding="utf-8")
    return folder


def leaking(folder: Path) -> list[str]:
    """The tokens that are anywhere in a folder, found by the search that every build ends with."""
    return [token for token in TOKENS if Scan(Registry((Entry(token),))).folder(folder)]


def private_values(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every private field of a case that has a value: `Model.field` and the value."""
    if isinstance(value, BaseModel):
        for field in type(value).model_fields:
            owner = next(c for c in type(value).__mro__ if field in getattr(c, "__annotations__", {})).__name__
            for key in {f"{owner}.{field}", f"{type(value).__name__}.{field}"} & PRIVATE:
                said = getattr(value, field)
                if said is not None:
                    yield key, str(said)
            yield from private_values(getattr(value, field), name)
    elif isinstance(value, tuple):
        for each in value:
            yield from private_values(each, name)


def test_there_is_a_token_in_every_private_field_of_the_model() -> None:
    document = read_text(signed(CASE).encode(), "casus.yaml", Problems())
    assert document is not None
    read = read_case(document, Problems())
    assert read is not None
    planted = dict(private_values(read.case))
    assert planted.keys() == PRIVATE
    review = read.case.publication and read.case.publication.review
    assert review is not None
    known = {*TOKENS, str(review.text)}
    assert {key for key, value in planted.items() if value not in known} == set()


def test_no_token_is_in_the_site_or_in_what_is_written_for_another_builder(book: Path) -> None:
    site = run.load(book / "mkdocs.yml")
    finished = site.build()
    assert finished.casebook.cases[0].id == "de-thermosfles"
    assert leaking(finished.folder) == []
    written = run.load(book / "mkdocs.yml").write(book / "boot")
    assert (written.folder / "docs/casussen/de-thermosfles.md").is_file()
    assert leaking(written.folder) == []


def test_the_fingerprint_of_the_review_is_not_in_the_site(book: Path) -> None:
    finished = run.load(book / "mkdocs.yml").build()
    (line,) = [line for line in signed(CASE).splitlines() if "beoordeling:" in line and "rol" in line]
    mark = line.split("'")[1]
    assert all(mark.encode() not in file.read_bytes() for file in finished.folder.rglob("*") if file.is_file())


def test_a_field_that_leaks_on_purpose_stops_the_build(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry = tmp_path / "names.txt"
    registry.write_text("zqperson\n", encoding="utf-8")
    registry.chmod(0o600)
    monkeypatch.setenv("MENSENWERK_REGISTRY", str(registry))
    assert run.load(book / "mkdocs.yml").build().casebook.cases != ()
    old = {file: file.read_bytes() for file in (book / "site").rglob("*") if file.is_file()}

    honest = project._Projection.person

    def leaky(self: project._Projection, person: Person) -> ClearedPerson:
        return replace(honest(self, person), talents=(person.id,))

    monkeypatch.setattr(project._Projection, "person", leaky)
    case = book / "content/cases/zqfile.yaml"
    case.write_text(signed(CASE), encoding="utf-8")  # the reviewer saw it leak and signed all the same
    with pytest.raises(run.Refused) as refused:
        run.load(book / "mkdocs.yml").build()
    assert "casussen/de-thermosfles.html" in str(refused.value)
    assert "zqperson" not in str(refused.value)
    assert {file: file.read_bytes() for file in (book / "site").rglob("*") if file.is_file()} == old
    with pytest.raises(run.Refused):
        run.load(book / "mkdocs.yml").write(book / "boot")
    assert not (book / "boot").exists()


def test_every_kind_of_model_was_looked_at() -> None:
    assert {key.split(".")[0] for key in PRIVATE} >= {"Person", "Consent", "Publication", "Clearance", "Review"}
    assert Case.model_fields.keys() >= {"publication", "centre", "people"}
