"""What an author begins with: a book of their own, and files in it to fill in. The texts lie in `scaffolds/`.

Every text is filled as plain text (`$title`), never compiled; what stands in it is put between quotation marks.
"""

from __future__ import annotations

import json
import re
import unicodedata
from importlib.resources import files
from string import Template
from typing import Literal

from mensenwerk.model.schema import FILE_NAMES, schema_text
from mensenwerk.problems import Language

Kind = Literal["case", "briefing", "conversation", "guide", "case-study"]
"""What `mensenwerk new` can begin."""

CHAPTER: dict[Language, str] = {"nl": "1-wie-is-belangrijk.md", "en": "1-who-is-important.md"}
"""The first chapter of a new guide."""

_FIRST_CASE: dict[Language, str] = {"nl": "de-geleende-ladder.yaml", "en": "the-borrowed-ladder.yaml"}
_LONGEST_ID = 64
_HYPHENS = re.compile(r"[^a-z0-9]+")

_EDITOR = {
    ".vscode/extensions.json": {"recommendations": ["redhat.vscode-yaml"]},
    ".vscode/settings.json": {
        "files.encoding": "utf8",
        "editor.wordWrap": "on",
        "redhat.telemetry.enabled": False,
        "yaml.schemaStore.enable": False,  # it would ask the network which schema fits
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.detectIndentation": False},
    },
}
"""What lets VS Code help, and ask nothing of the network for it."""


def book_files(name: str, language: Language) -> dict[str, str]:
    """A casebook that builds at once, as texts by where they stand in its folder."""
    first = _FIRST_CASE[language]
    schemas = {f"content/schema/{file}": schema_text(*kind) for kind, file in FILE_NAMES.items() if kind[1] == language}
    return {
        "mkdocs.yml": _filled(language, "book/mkdocs.yml", name=quoted(name)),
        f"content/cases/{first}": _filled(
            language, "book/case.yaml", schema=f"../schema/{FILE_NAMES['Case', language]}"
        ),
        "content/pages/index.md": _filled(language, "book/index.md"),
        "LICENSE.md": _filled(language, "book/licence.md"),
        ".gitignore": "site/\n",
        **schemas,
        **{file: json.dumps(said, indent=2) + "\n" for file, said in _EDITOR.items()},
    }


def scaffold(kind: Kind, language: Language, **values: str) -> str:
    """A file to fill in: the shortest that means something, with what it is explained beside it."""
    return _filled(language, f"{kind}.yaml", **values)


def chapter(language: Language) -> str:
    """The first chapter of a guide."""
    return _filled(language, "chapter.md")


def id_and_title(asked: str) -> tuple[str, str]:
    """The id and the title of something that an author names by either. Of a title in other letters than ours no id
    can be made: then it is empty."""
    plain = " ".join(asked.split())
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    made = _HYPHENS.sub("-", bare.replace("’", "").replace("'", "").lower())[:_LONGEST_ID].strip("-")
    if made == asked:
        return made, readable(made)
    return made, plain


def readable(name: str) -> str:
    """A title made of a name in small letters: the-bench → The bench."""
    words = re.sub(r"[-_ ]+", " ", name).strip()
    return words[:1].upper() + words[1:]


def quoted(text: str) -> str:
    """A text as YAML and JSON both read it."""
    return json.dumps(text, ensure_ascii=False)


def _filled(language: Language, name: str, /, **values: str) -> str:
    text = files("mensenwerk").joinpath("author", "scaffolds", language, *name.split("/")).read_text(encoding="utf-8")
    return Template(text).substitute(values)
