"""A second opinion on names in Dutch text, by `deduce`, where the author installed it (`pip install mensenwerk[deduce]`).

It was made for medical notes and knows Dutch names best. On its own it would protect people with another background
worse (it misses half of the Turkish, Indonesian, Romanian, Eritrean and Somali names), which is why it only adds to
what the other detectors find. `deduce`: Menger, Scheepers, Van Wijk and Spruit (2018).
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import platformdirs

from mensenwerk.guards.detect.capitals import is_explained, is_shared, is_shared_name, shared_places
from mensenwerk.guards.detect.hit import Category, Hit
from mensenwerk.guards.detect.lexicon import everyday, fold
from mensenwerk.problems import Language

_NOT_USED = (
    "locations/lst_street",
    "locations/lst_placename",
    "institutions/lst_hospital",
    "institutions/lst_healthcare_institution",
)
"""Its lists of streets and institutions take a gigabyte of memory and a minute and a half; we have our own rules."""


def second_opinion(text: str, language: Language, explained: frozenset[str] = frozenset()) -> Iterator[Hit]:
    """Names that `deduce` sees in a Dutch text; nothing in another language, or where it is not installed.

    `explained`: words (as they are spelled) that the case itself declares."""
    if language != "nl" or not installed():
        return
    reader, names = _reader()
    places = shared_places(text, language)
    for found in reader.deidentify(text, enabled=names).annotations:
        if any(begin < found.end_char and found.start_char < end for begin, end in places):
            continue
        if not all(_points_at_nobody(word, language, explained) for word in found.text.split()):
            yield Hit(Category.NAME, found.start_char, found.end_char, sure=False)


def _points_at_nobody(word: str, language: Language, explained: frozenset[str]) -> bool:
    """What `deduce` often takes for a name: a pseudonym, a province, a word that begins a sentence."""
    shared = is_shared(word, language) and not is_shared_name(word)  # Drenthe, but not Frans
    return shared or is_explained(word, explained) or everyday(fold(word), language)


@cache
def installed() -> bool:
    """Whether the author asked for a second opinion by installing it."""
    return find_spec("deduce") is not None


@cache
def _reader() -> tuple[Any, set[str]]:
    """`deduce` with its lists of names, and what of it is to be used."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    from deduce import Deduce

    root.handlers[:] = handlers
    root.setLevel(level)  # it turns on all logging of the program that loads it
    folder = _lists()
    reader = Deduce(lookup_data_path=folder, cache_path=folder)
    return reader, {"names", *reader.processors["names"].get_names()}


def _lists() -> Path:
    """A folder of the author alone with the lists that are used. `deduce` keeps what it made of them beside them, as
    a pickle, which whoever can write there can make do anything: never among the packages, never in a shared place."""
    try:
        name = f"deduce-{version('deduce')}"
    except PackageNotFoundError:
        name = "deduce"
    folder = Path(platformdirs.user_cache_dir("mensenwerk", appauthor=False)) / name
    if not (folder / "src").is_dir():
        spec = find_spec("deduce")
        source = Path(str(spec.origin if spec else "")).parent / "data" / "lookup" / "src"
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside = folder / f"src-{os.getpid()}"
        shutil.copytree(source, beside, ignore=shutil.ignore_patterns("__pycache__", "streets_bag.txt"))
        for unused in _NOT_USED:
            shutil.rmtree(beside / unused)
            (beside / unused).mkdir()
            (beside / unused / "items.txt").write_text("-\n", encoding="utf-8")
        with suppress(OSError):  # another build was first
            beside.replace(folder / "src")
        shutil.rmtree(beside, ignore_errors=True)
    folder.chmod(0o700)
    return folder
