"""Taking a case back: no next book has it, and a list says what is left to take down."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mensenwerk.author.wording import say
from mensenwerk.guards.texts import texts
from mensenwerk.guards.withdrawn import Tombstone, traces_of, with_tombstones
from mensenwerk.kept import Kept, user_folder
from mensenwerk.model import Case, ReadCase
from mensenwerk.pages import Addresses, html_uri
from mensenwerk.problems import as_text
from mensenwerk.publish.scan import Scan
from mensenwerk.site.run import MensenwerkSite, Refused, is_site
from mensenwerk.source import replace_file


def withdraw(site: MensenwerkSite, case: str) -> list[str]:
    """Leave a tombstone for a case and for its translation, and say what is left to take down. Raises `Refused` for a
    case that is neither here nor in the site."""
    Kept(user_folder()).forget()
    site.plugin.kept = Kept()
    settings, checked, finished = site.settings, site.check(), Path(site.config.site_dir)
    stones = {stone.id: stone for stone in checked.guard.withdrawn}
    read = next((one for one in checked.cases if one.case.id == case), None)
    if any(problem.span.file == settings.withdrawn_shown for problem in checked.problems):
        raise Refused(as_text(p for p in checked.problems if p.span.file == settings.withdrawn_shown))
    if case in stones:
        told = say("withdrawn_already", settings.language)
        return [told, _takedown(site, checked.cases, stones[case], finished)]
    if read is None and not _left_in(site, finished, Tombstone(case, settings.month)):
        raise Refused(say("unknown_case", settings.language, cases=", ".join(checked.ids)))
    family = [one for one in checked.cases if read and _same_story(one.case, read.case)]
    family.sort(key=lambda one: one.case.id != case)  # the one that was asked for first
    new = {
        one.case.id: Tombstone(one.case.id, settings.month, traces=traces_of(each.text for each in texts(one.case)))
        for one in family
    } or {case: Tombstone(case, settings.month)}
    new = {key: stone for key, stone in new.items() if key not in stones}
    try:
        settings.withdrawn.parent.mkdir(parents=True, exist_ok=True)
        replace_file(settings.withdrawn, with_tombstones({**stones, **new}).encode())
    except OSError as reason:
        raise Refused(f"{settings.withdrawn_shown}: nothing can be written here ({reason.strerror}).") from reason
    done = say("withdrawn", settings.language, case=case, file=settings.withdrawn_shown)
    return [done, *(_takedown(site, checked.cases, stone, finished) for stone in new.values())]


def still_to_take_down(site: MensenwerkSite, finished: Path) -> list[str]:
    """The takedown list of every withdrawn case that is not done."""
    checked = site.plugin.checked
    if checked is None:
        return []
    left = [stone for stone in checked.guard.withdrawn if not stone.done]
    cases = site.check().cases if left else ()
    return [_takedown(site, cases, stone, finished) for stone in left]


def _takedown(site: MensenwerkSite, cases: Sequence[ReadCase], stone: Tombstone, finished: Path) -> str:
    settings, language = site.settings, site.settings.language
    left, shown = _left_in(site, finished, stone), f"{finished.name}/"
    read = next((one for one in cases if one.case.id == stone.id), None)
    found = (
        say("takedown_found", language, folder=shown, files=", ".join(left))
        if left
        else say("takedown_clean", language, folder=shown)
    )
    return say(
        "takedown",
        language,
        case=stone.id,
        found=found,
        address=_address(site, stone.id, read),
        file=read.document.file if read else f"{settings.cases_shown}/{stone.id}.yaml",
        stones=settings.withdrawn_shown,
    )


def _address(site: MensenwerkSite, case: str, read: ReadCase | None) -> str:
    """Where a case stood in the site; a translation stands in the book of its language, inside this one."""
    settings = site.settings
    language = read.case.language if read and settings.translated else settings.language
    inside = "" if language == settings.language else f"{language}/"
    return inside + html_uri(Addresses(language).case(case))


def _left_in(site: MensenwerkSite, finished: Path, stone: Tombstone) -> list[str]:
    """The files of a finished site in which something of a withdrawn case is left."""
    if not is_site(finished):
        return []
    return [leak.file for leak in Scan(withdrawn=(stone,), language=site.settings.language).folder(finished)]


def _same_story(one: Case, other: Case) -> bool:
    """Whether one case is the other, or its translation: whoever takes a story back, takes all of it back."""
    return bool({one.id, one.translation_of} & {other.id, other.translation_of} - {None})
