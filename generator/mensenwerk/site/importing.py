"""Bring data of another tool into a casebook: cases for internal use, and the names in them into the registry.

First everything is read, made and looked at; then the names are put away; then the files are written. Where anything
is wrong, nothing is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mensenwerk.author.wording import say
from mensenwerk.casebook import Checked
from mensenwerk.exchange.read import (
    Format,
    Left,
    MadeCase,
    as_case,
    meaning,
    read_networks,
    role_of,
    spell,
    words_in,
)
from mensenwerk.exchange.read.told import remarks, told
from mensenwerk.guards import Registry, RegistryError
from mensenwerk.guards.detect import detect
from mensenwerk.guards.detect.lexicon import everyday, fold, phrases, words_of
from mensenwerk.guards.registry import Entry, add_to_registry, load_registry, registry_path
from mensenwerk.model import read_case
from mensenwerk.model.schema import FILE_NAMES
from mensenwerk.problems import Language, Problems, Span, as_text, ordered
from mensenwerk.site.bringing import first_of, put_new
from mensenwerk.site.run import Refused, told_plainly
from mensenwerk.source import read_text

_LONGEST_ID = 64
_LONGEST_NAME = 200
_CAPITAL = re.compile(r"[A-Z][a-z]{2,}")
_BOTH: tuple[Language, ...] = ("nl", "en")
_DEFAULT_ID: dict[Language, str] = {"nl": "ingelezen", "en": "imported"}


@dataclass(frozen=True, slots=True)
class Brought:
    """What was brought in: the files, how many names are new in the registry, what is told."""

    tool: str
    guessed: bool
    files: tuple[Path, ...]
    names: int
    told: tuple[str, ...]


def bring(
    source: Path,
    kind: Format | None,
    case: str | None,
    folder: Path,
    language: Language,
    checked: Checked | None = None,
    ego: str | None = None,
) -> Brought:
    """Make cases in `folder` of what is in `source`. `checked`: the casebook that stands here, whose ids are taken;
    `ego`: who of those in a graph is the person it is about. Raises `Refused`, and then nothing was written."""
    problems = Problems(language)
    reading = read_networks(source, kind, problems, ego)
    if reading is None:
        raise Refused(first_of([str(each) for each in ordered(problems.found)], language))
    networks = reading.networks
    ids = _ids(case or _DEFAULT_ID[language], len(networks))
    _refuse_taken(ids, folder, language, checked)
    made = [as_case(each, one, language, _is_plain) for each, one in zip(networks, ids, strict=True)]
    entries = [entry for each, one in zip(made, networks, strict=True) for entry in _entries(each, one.left)]
    try:
        names = Registry((*load_registry().entries, *entries))
    except RegistryError as reason:
        raise _no_registry(reason, language) from reason

    def names_someone(field: str) -> bool:
        """Whether the name of a field holds someone's, also within it: `knows_Fatima`, `closeFatima`."""
        if any(True for text in (field, words_in(field)) for _ in names.find(text)):
            return True
        words = (
            words_in(field).split() if " " in field else _CAPITAL.findall(field)
        )  # a question, or the name of a variable
        return meaning(field) is None and not all(_is_word(fold(word)) for word in words)

    lines = [told(each.left, language, names_someone) for each in networks]
    together = told(sum((each.left for each in networks), Left()), language, names_someone)
    texts = [
        modeline(folder, language) + remarks(reading.tool, said, language) + spell(each.data, language)
        for each, said in zip(made, lines, strict=True)
    ]
    _refuse_unfit(texts, ids, names, language)
    try:
        new = add_to_registry([f"{entry.value} = {entry.case}/{entry.person}" for entry in entries]) if entries else 0
    except RegistryError as reason:
        raise _no_registry(reason, language) from reason
    files = tuple(folder / f"{one}.yaml" for one in ids)
    with told_plainly(folder):
        put_new({file: text.encode() for file, text in zip(files, texts, strict=True)})
    return Brought(reading.tool, kind is None, files, new, tuple(together))


def modeline(folder: Path, language: Language) -> str:
    """The first line of a case file in `folder`, by which an editor finds the schema; nothing where none lies there."""
    schema = folder.parent / "schema" / FILE_NAMES["Case", language]
    return f"# yaml-language-server: $schema=../schema/{schema.name}\n" if schema.is_file() else ""


def _ids(case: str, many: int) -> list[str]:
    """The id of each case: the one that was asked for, with a number behind it where there are several."""
    if many == 1:
        return [case[:_LONGEST_ID]]
    width = len(str(many))
    return [f"{case[: _LONGEST_ID - width - 1]}-{number:0{width}}" for number in range(1, many + 1)]


def _refuse_taken(ids: Sequence[str], folder: Path, language: Language, checked: Checked | None) -> None:
    taken = set()
    if checked is not None:
        taken = {read.case.id for read in checked.cases} | {stone.id for stone in checked.guard.withdrawn}
    for one in ids:
        if one in taken:
            raise Refused(say("new_id_taken", language, id=one))
        for ending in (".yaml", ".yml"):
            file = folder / f"{one}{ending}"
            if file.exists() or file.is_symlink():
                raise Refused(say("new_exists", language, file=file))


def _entries(made: MadeCase, left: Left) -> list[Entry]:
    """What goes to the registry: real names with whom they became. A word for a role or a number is no name, and as
    one it would be found on every page."""
    entries = []
    for name, person in made.names:
        if len(name) > _LONGEST_NAME:
            left.note("name", "not-a-name")
            continue
        bare = " ".join(word for word in re.split(r"[\s=#]+", name) if not word.isdigit())  # a 3 is on every page
        entry = Entry(bare.strip(), str(made.data["id"]), person)
        if len("".join(entry.words)) < 3 or role_of(name) or all(_is_word(word) for word in entry.words):
            left.note("name", "not-a-name")
        else:
            entries.append(entry)
    return entries


def _is_plain(text: str) -> bool:
    """Whether a text may go along as it is: ordinary words of one language, and nothing that points at someone."""
    words = [fold(word) for word, _, _ in words_of(text)]
    return bool(words) and any(
        all(everyday(word, language) and not _named(word, language) for word in words) and not detect(text, language)
        for language in _BOTH
    )


def _is_word(word: str) -> bool:
    """A number, or a word that nobody is called in either language."""
    known = any(everyday(word, language) for language in _BOTH)
    return word.isdigit() or (known and not any(_named(word, language) for language in _BOTH))


def _named(word: str, language: Language) -> bool:
    return any(word in phrases(f"names.{kind}.{language}") for kind in ("given", "words", "only"))


def _refuse_unfit(texts: Sequence[str], ids: Sequence[str], names: Registry, language: Language) -> None:
    """A case that would not be read, or in which a name would stand after all: an id that was asked for, say."""
    problems = Problems(language)
    for text, one in zip(texts, ids, strict=True):
        if any(True for _ in names.find(text)):
            raise Refused(say("import_named", language))
        document = read_text(text.encode(), f"{one}.yaml", problems)
        if document is not None:
            read_case(document, problems)
    if problems.errors():
        raise Refused("\n".join([say("import_unfit", language), as_text(problems.errors())]))


def _no_registry(reason: RegistryError, language: Language) -> Refused:
    problems = Problems(language)
    problems.add(reason.code, Span(str(registry_path())))
    return Refused(as_text(problems.found))
