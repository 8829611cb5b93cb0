"""Who says or sees something: an id of this case or words, but never an id of someone who is not there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mensenwerk.model import ReadCase
from mensenwerk.problems import Problem

Read = Callable[[str], tuple[ReadCase | None, list[Problem]]]
HEAD = "taal: nl\nid: een\ntitel: Een\nmiddelpunt: {id: ik, wie: ik}\n"


@pytest.mark.parametrize("field", ["gezien_door", "samen_met"])
@pytest.mark.parametrize("voice", ["jan-jansen", "fatima-el-b", "buur2"])
def test_an_id_of_someone_who_was_taken_out_is_refused_and_not_repeated(read: Read, field: str, voice: str) -> None:
    _, found = read(f"{HEAD}kaarten: [{{id: a, {field}: {voice}}}]\n")
    assert [problem.code for problem in found] == ["unknown-voice"]
    assert voice not in str(found[0])


@pytest.mark.parametrize("voice", ["professional", "de ex-partner", "maatschappelijk werker", "ik"])
def test_words_and_ids_of_the_case_are_voices(read: Read, voice: str) -> None:
    case, found = read(f"{HEAD}kaarten: [{{id: a, gezien_door: {voice}}}]\n")
    assert case is not None, found


def test_the_holder_of_a_threshold_is_held_to_the_same(read: Read) -> None:
    _, found = read(f"{HEAD}drempels: [{{soort: bureaucratie, van: jan-jansen, volgens: jan-jansen}}]\n")
    assert [problem.code for problem in found] == ["unknown-voice", "unknown-voice"]
