"""The search of finished files, as a build does it: what leaks is taken away, told, and stops the build."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from mensenwerk.author.wording import say
from mensenwerk.casebook import Checked, Settings
from mensenwerk.guards.audiences import Outcome, outcome
from mensenwerk.guards.detect import Category
from mensenwerk.guards.tell import what
from mensenwerk.model.words import Origin
from mensenwerk.publish.scan import Leak, Record, Scan

log = logging.getLogger("mkdocs.plugins.mensenwerk")


def scan_of(checked: Checked, settings: Settings, made: frozenset[str]) -> Scan:
    """What is looked for in a site: by the same registry and tombstones as the cases were judged by."""
    literature = [text for each in checked.references.values() for text in each.texts]
    public = tuple(text for text in (settings.contact, *literature) if text)
    return Scan(checked.guard.registry, checked.guard.withdrawn, made, public, settings.language)


@dataclass(frozen=True, slots=True)
class Searched:
    """Files that were searched before they were bound: the digests of those in which nothing was found, and what was
    found in the others."""

    clean: frozenset[str] = frozenset()
    leaks: tuple[Leak, ...] = ()


def refuse_leaks(folder: Path, site: Path, settings: Settings, scan: Scan, before: Searched) -> str:
    """Search `folder` (which will stand at `site`), but for what was searched `before`. What stops the build, in words,
    after taking away every file that leaks: a site that MkDocs wrote in its place must not keep them. Empty when
    nothing does."""
    leaks = [*before.leaks, *scan.folder(folder, Record(site), before.clean)]
    leaks = list(dict.fromkeys(leaks))
    refused = [leak for leak in leaks if refuses(leak, settings)]
    for line in told([leak for leak in leaks if leak not in refused], settings):
        log.warning("%s", line)
    if not refused:
        return ""
    for name in {leak.file for leak in refused}:
        (folder / name).unlink(missing_ok=True)
    return "\n".join([say("leaks", settings.language), *told(refused, settings)])


def refuses(leak: Leak, settings: Settings) -> bool:
    """Whether a leak stops the build: for these readers, as the table of the guard says; a withdrawn case always."""
    if not isinstance(leak.kind, Category):
        return True
    return outcome(leak.kind, True, settings.audience, Origin.REAL) is Outcome.BLOCK


def told(leaks: list[Leak], settings: Settings) -> list[str]:
    """A line for each leak: the file and the kind of thing, never the thing. A name of a file that itself says too
    much is not repeated."""
    language = settings.language
    lines = []
    for leak in leaks:
        kind = what(leak.kind.value, language) if isinstance(leak.kind, Category) else say("leak_withdrawn", language)
        lines.append(say("leak", language, file=leak.shown, what=kind))
    return lines
