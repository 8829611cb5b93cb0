"""The prose of the project, per language, without what no dictionary knows: names of files, gaps, code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from commands import ROOT

Language = str
Prose = tuple[str, Language, str]
"""Where a text stands, its language, and the text."""

_NOT_PROSE = re.compile(
    r"""
    ```.*?```            # fenced code
  | `[^`\n]*`            # code in a sentence
  | \]\([^)]*\)          # the address of a link
  | \[\[[^\]\n]*\]\]       # markers
  | \[@[^\]\n]*\] | (?<!\w)@[a-z0-9-]+  # citations
  | \bhttps?://\S+
  | \S*\.(?:yaml|yml|md|html|xlsx)\b  # names of files
  | (?<!\S)--[a-z-]+    # options of a command
  | \bmensenwerk\ (?:paper|new|review|sheet)\ [a-z-]+ | \bcd\ "[^"\n]*"  # commands of two words
  | <i\ lang=[^>\n]*>[^<]*</i>  # a title in another language
  | <[^>\n]*>            # HTML
  | \{[^{}\n]*\}         # gaps that are filled
  | (?<!\*)\*(?!\*)[^*]+\*(?!\*)  # titles of works, often in another language
    """,
    re.DOTALL | re.VERBOSE,
)


_WORD = re.compile(r"(?:(?<!\w)'(?=[nst]\b))?[^\W\d_]+(?:['-][^\W\d_]+)*")


def words(text: str) -> set[str]:
    """The words of a text as a dictionary holds them: no quotation marks, figures or full stops."""
    return set(_WORD.findall(_NOT_PROSE.sub(" ", text).replace("’", "'").replace("\u00ad", "")))


_IN_BOTH = (
    "guards/wording.toml",
    "author/wording.toml",
    "author/form.toml",
    "author/reference.toml",
    "exchange/read/wording.toml",
    "exchange/sheet/wording.toml",
    "exchange/write/wording.toml",
)
"""Texts of which each stands in Dutch and English below each other."""


def all_prose() -> Iterator[Prose]:
    """Every text that people read: pages, cases, wording and messages."""
    for file in sorted((ROOT / "content").rglob("*.md")):
        yield _name(file), _language_of_page(file), file.read_text(encoding="utf-8")
    for file in sorted(path for part in ("cases", "editions") for path in (ROOT / "content").rglob(f"{part}/*.yaml")):
        case = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 (texts only)
        yield _name(file), case.get("language") or case["taal"], "\n".join(_sentences(case))
    generator = ROOT / "generator" / "mensenwerk"
    for file in sorted(generator.rglob("wording/*/*.toml")):
        yield _name(file), file.parent.name, "\n".join(_sentences(tomllib.loads(file.read_text(encoding="utf-8"))))
    for file in (generator / part for part in _IN_BOTH):
        for language, text in _both(tomllib.loads(file.read_text(encoding="utf-8"))):
            yield _name(file), language, text
    for file in sorted((generator / "author" / "scaffolds").rglob("*.*")):
        yield _name(file), file.relative_to(generator / "author" / "scaffolds").parts[0], _scaffold(file)
    for file in sorted((ROOT / "themes" / "notations").glob("*.toml")):
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        parts = [table["name"], *table.get("words", {}).values(), *table.get("circles", {}).values()]
        for language in ("nl", "en"):
            yield (
                _name(file),
                language,
                "\n".join(part[language] for part in [*parts, *table.get("support", {}).values()]),
            )
    messages = tomllib.loads((generator / "problems.toml").read_text(encoding="utf-8"))
    for language in ("nl", "en"):
        said = [text for one in messages.values() for key, text in one.items() if key.endswith(f"_{language}")]
        yield _name(generator / "problems.toml"), language, "\n".join(said)


def _scaffold(file: Path) -> str:
    """What a scaffold says: its texts, and what is explained behind a #."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".md":
        return text
    remarks = [one for one in re.findall(r"(?m)(?:^| )# ?(.*)$", text) if "$schema" not in one and one != "nav:"]
    said = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 (texts only)
    lists = tomllib.loads((ROOT / "generator/mensenwerk/model/vocabulary.toml").read_text(encoding="utf-8"))["words"]
    known = {word for one in lists.values() for pair in one.items() for word in pair}
    told = " ".join(word for one in remarks for word in one.split() if word.strip(",.") not in known)
    return "\n".join([told, *_sentences(said)])


def _both(value: Any) -> Iterator[tuple[Language, str]]:
    """All texts of a file that holds both languages side by side, a text for each language."""
    found: dict[Language, list[str]] = {"nl": [], "en": []}

    def walk(inner: Any) -> None:
        for key, each in inner.items():
            if isinstance(each, dict):
                walk(each)
            else:
                found[key].append(each)

    walk(value)
    yield from ((language, "\n".join(said)) for language, said in found.items())


def _sentences(value: Any) -> Iterator[str]:
    """Texts of more than one word, at any depth: single words are ids and words of a closed list."""
    if isinstance(value, dict):
        for one in value.values():
            yield from _sentences(one)
    elif isinstance(value, list):
        for one in value:
            yield from _sentences(one)
    elif isinstance(value, str) and " " in value.strip():
        yield value


def _language_of_page(file: Path) -> Language:
    """Pages are Dutch, unless they lie among those of the English book."""
    return "en" if "pages.en" in file.relative_to(ROOT).parts else "nl"


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()
