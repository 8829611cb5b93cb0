"""Findings: their wording, their three forms, and that they never repeat what an author wrote."""

from __future__ import annotations

import ast
import json
import string
import tomllib
from pathlib import Path
from typing import Any

import pytest

from mensenwerk import problems as told
from mensenwerk.problems import Problem, Problems, Span

PACKAGE = Path(told.__file__).parent
WORDING = tomllib.loads((PACKAGE / "problems.toml").read_text(encoding="utf-8"))
TOKEN = "ZEBRAXQ"  # noqa: S105 - a word that occurs nowhere else


def _trees() -> list[ast.Module]:
    return [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))]


def _codes_given() -> set[str]:
    """Every literal code that is handed to `Problems.add`, `Problem(…)` or the translator's `fault`."""
    codes: set[str] = set()
    for tree in _trees():
        for call in ast.walk(tree):
            if not isinstance(call, ast.Call) or not call.args:
                continue
            said = ast.unparse(call.func)
            if said.endswith("problems.add") or said.rpartition(".")[2] in ("fault", "Problem"):
                codes |= _literals(call.args[0])
    return codes


def _literals(node: ast.expr) -> set[str]:
    """The texts that an argument can be: itself, either side of a choice, or the default of a look-up."""
    match node:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.IfExp(body=body, orelse=orelse):
            return _literals(body) | _literals(orelse)
        case ast.Call(args=[*_, default]):
            return _literals(default)
    return set()


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_code_that_the_program_gives_has_wording() -> None:
    assert len(_codes_given()) > 30
    assert _codes_given() <= WORDING.keys()


def test_every_wording_is_given_somewhere() -> None:
    constants = {
        node.value
        for tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert WORDING.keys() <= constants


@pytest.mark.parametrize("code", WORDING)
def test_a_code_is_worded_in_both_languages_with_the_same_places_to_fill(code: str) -> None:
    wording = WORDING[code]
    assert wording.keys() == {"message_nl", "hint_nl", "message_en", "hint_en"}
    assert all(text.strip() for text in wording.values())
    for part in ("message", "hint"):
        assert _placeholders(wording[f"{part}_nl"]) == _placeholders(wording[f"{part}_en"])


@pytest.mark.parametrize("code", WORDING)
def test_a_message_is_a_sentence(code: str) -> None:
    for text in WORDING[code].values():
        assert text == text.strip()
        assert text == "{remedy}" or ((text[0].isupper() or text[0] in "«“{") and text[-1] in ".?}:")
        assert "  " not in text


def test_a_finding_reads_as_file_line_column_what_and_hint() -> None:
    problem = Problem("missing", Span("a.yaml", 3, 5), (("field", "titel"),))
    assert str(problem) == "a.yaml:3:5: Hier ontbreekt «titel». Voeg een regel «titel:» toe."


def test_a_finding_about_a_whole_file_names_no_line() -> None:
    assert str(Problem("file-empty", Span("a.yaml"), language="en")).startswith("a.yaml: This file is empty.")


def test_a_finding_speaks_the_language_of_its_file() -> None:
    problems = Problems("en")
    problems.add("missing", Span("a.yaml", 1, 1), field="title")
    assert problems.found[0].message() == "“title” is missing here."


def test_braces_in_a_hint_are_the_author_s_to_read() -> None:
    assert "elke { een }" in Problem("yaml-bracket", Span("a.yaml")).hint()


def test_findings_are_ordered_by_file_and_place_and_told_once() -> None:
    late = Problem("tag", Span("a.yaml", 10, 1))
    early = Problem("tag", Span("a.yaml", 9, 1))
    other = Problem("tag", Span("b.yaml", 1, 1))
    warning = Problem("alias", Span("a.yaml", 9, 1), severity="warning")
    assert told.ordered([other, late, warning, early, late]) == [early, warning, late, other]
    assert told.as_text([late, late]).count("\n") == 0


def test_only_errors_stand_in_the_way() -> None:
    problems = Problems()
    problems.add("tag", Span("a.yaml"), "warning")
    problems.add("tag", Span("a.yaml"), "info")
    assert not told.has_errors(problems.found)
    assert problems.errors() == []
    problems.add("tag", Span("a.yaml"))
    assert told.has_errors(problems.found)


def test_json_gives_every_part_by_name() -> None:
    rows = json.loads(told.as_json([Problem("missing", Span("a.yaml", 3, 5), (("field", "thema's"),))]))
    assert rows == [
        {
            "file": "a.yaml",
            "line": 3,
            "column": 5,
            "severity": "error",
            "code": "missing",
            "message": "Hier ontbreekt «thema's».",
            "hint": "Voeg een regel «thema's:» toe.",
        }
    ]


def test_nothing_found_is_an_empty_answer_in_every_form() -> None:
    assert (told.as_text([]), told.as_json([]), told.as_github([])) == ("", "[]", "")


@pytest.mark.parametrize(("severity", "word"), [("error", "error"), ("warning", "warning"), ("info", "notice")])
def test_an_annotation_names_its_kind_file_line_and_column(severity: Any, word: str) -> None:
    line = told.as_github([Problem("tag", Span("a.yaml", 3, 5), severity=severity)])
    assert line.startswith(f"::{word} file=a.yaml,line=3,col=5,title=tag::Hier staat")


def test_an_annotation_cannot_be_broken_out_of() -> None:
    span = Span("a,b:c%\n::error::x\r.yaml", 0, 0)
    line = told.as_github([Problem("case-twice", span, (("file", "50%\n::error::y"),))])
    assert "\n" not in line
    assert "\r" not in line
    assert line.startswith("::error file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3Ax%0D.yaml,line=1,col=1,title=case-twice::")
    assert "50%25%0A::error::y" in line


_CENTRE = "middelpunt: {id: ik, wie: ik}\n"
_CASE = f"id: a\ntitel: t\n{_CENTRE}"
_PLANTED = {
    "an unknown field": f"id: a\ntitel: t\n{TOKEN}: x\n{_CENTRE}",
    "a field almost known": f"{_CASE}mensen{TOKEN}: x\n",
    "a word of a list": f"{_CASE}mensen: [{{id: z, wie: z, soort: {TOKEN}}}]\n",
    "a truth value": f"{_CASE}wie_kent_wie: {{volledig: {TOKEN}}}\n",
    "a number": f"{_CASE}mensen: [{{id: z, wie: z, sinds: {TOKEN}, bereikbaarheid: {TOKEN}}}]\n",
    "an id of a case": f"id: {TOKEN}\ntitel: t\n{_CENTRE}vertaling_van: {TOKEN}\n",
    "an id of a person": f"id: a\ntitel: t\nmiddelpunt: {{id: {TOKEN}, wie: ik}}\n",
    "an id of a map": f"{_CASE}kaarten: [{{id: {TOKEN}}}, {{id: b, naast: {TOKEN}}}]\n",
    "a person referred to": f"{_CASE}verwachting: {{wat: x, van: {TOKEN.lower()}}}\n",
    "a tie": f"{_CASE}mensen: [{{id: z, wie: z, banden: {{met: {TOKEN.lower()}}}}}]\n",
    "a change": f"{_CASE}kaarten: {{id: b}}\nmensen: [{{id: z, wie: z, veranderd: {{{TOKEN}: weg}}}}]\n",
    "a map referred to": f"{_CASE}drempels: {{soort: niet-tot-last, kaart: {TOKEN.lower()}}}\n",
    "two people with one id": f"{_CASE}mensen: [{{id: zebraxq, wie: a}}, {{id: zebraxq, wie: b}}]\n",
    "a near miss": f"{_CASE}mensen: [{{id: zebraxq, wie: a}}]\nverwachting: {{wat: x, van: zebraxx}}\n",
    "a double key": f"{TOKEN}: a\n{TOKEN}: b\n",
    "a date": f"{_CASE}kaarten: {{id: b, wanneer: '1-2-2026 {TOKEN}'}}\n",
    "an age": f"id: a\ntitel: t\nmiddelpunt: {{id: ik, wie: ik, leeftijd: {TOKEN}}}\n",
    "a month": f"{_CASE}publicatie: {{volgende_beoordeling: {TOKEN}}}\n",
    "a long text": f"id: a\ntitel: {TOKEN * 40}\n{_CENTRE}",
    "a list for a text": f"id: a\ntitel: [{TOKEN}]\n{_CENTRE}",
    "fields for a text": f"id: a\ntitel: {{{TOKEN}: {TOKEN}}}\n{_CENTRE}",
    "a language": f"taal: {TOKEN}\nid: a\ntitel: t\n{_CENTRE}",
    "an alias": f"id: &{TOKEN} a\n",
    "a tag": f"id: !{TOKEN} a\n",
    "an open bracket": f"id: [{TOKEN}\n",
    "an open quotation mark": f"id: '{TOKEN}\n",
    "a colon": f"id: {TOKEN}: {TOKEN}\n",
    "an escape": f'id: "\\{TOKEN}"\n',
    "no fields": f"{TOKEN}\n",
    "an unseen character": f"id: {TOKEN}\u202e\n",
}


@pytest.mark.parametrize("text", _PLANTED.values(), ids=_PLANTED)
def test_no_form_of_a_message_repeats_what_the_author_wrote(text: str, read: Any) -> None:
    case, found = read(text)
    assert case is None
    assert found
    for language in ("nl", "en"):
        spoken = [Problem(p.code, p.span, p.values, p.severity, language) for p in found]
        for output in (told.as_text(spoken), told.as_json(spoken), told.as_github(spoken)):
            assert TOKEN not in output.upper()
