"""While an author writes: what is wrong stands in the page, at its place, and the rest of the book stays to be seen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mensenwerk.author.wording import say
from mensenwerk.casebook import Checked, Settings
from mensenwerk.pages import Addresses, link
from mensenwerk.problems import Problem, ordered

_ID = re.compile(r"(?m)^[\"']?id[\"']?[ ]*:[ ]*[\"']?([a-z0-9-]{1,64})\b")
_AROUND = 2
"""Lines above and below the one that something is wrong with."""
_STYLE = (
    "<style>.mw-mend{max-width:44rem;margin:0 0 2rem;padding:1rem 1.25rem;border:2px solid var(--mw-accent);"
    "border-radius:var(--mw-round);background:var(--mw-card)}.mw-mend pre{overflow:auto;padding:.75rem;"
    "background:var(--mw-paper)}.mw-mend mark{background:var(--mw-mark);color:inherit}</style>"
)


def errors_of(problems: Iterable[Problem]) -> list[Problem]:
    return ordered(problem for problem in problems if problem.severity == "error")


def left_out(checked: Checked, settings: Settings) -> Checked | None:
    """What was read without the files that have something wrong with them, and without what is made of those. None
    when something is wrong that a book cannot be shown without, such as its settings."""
    wrong = {problem.span.file for problem in errors_of(checked.problems)}
    pages = {f"{settings.pages_shown}/{uri}" for uri in checked.written}
    folders = (f"{settings.cases_shown}/", f"{settings.editions_shown}/")
    if not all(file.startswith(folders) or file in pages for file in wrong):
        return None
    whole = {read.case.id for read in checked.cases if read.document.file not in wrong}
    cases = tuple(case for case in checked.cleared if case.id in whole)
    at_hand = {case.id for case in cases}
    editions = tuple(
        read for read in checked.editions if read.document.file not in wrong and at_hand >= set(read.edition.cases)
    )
    written = {
        uri: page
        for uri, page in checked.written.items()
        if f"{settings.pages_shown}/{uri}" not in wrong
        and at_hand >= {getattr(part, "case", "") for part in page.parts} - {""}
    }
    rest = tuple(problem for problem in checked.problems if problem.severity != "error")
    return replace(checked, cleared=cases, editions=editions, written=written, problems=rest)


def put_faults(files: Files, faults: Sequence[Problem], settings: Settings, config: MkDocsConfig) -> None:
    """A page for each file with something wrong, where the page of its case or edition would stand."""
    for file, address in _places(faults, settings).items():
        if files.get_file_from_path(address) is None:
            told = "\n".join(_at_its_place([each for each in faults if each.span.file == file], settings))
            title = say("preview_mend", settings.language)
            page = File.generated(
                config, address, content=f"# {title}\n\n{_STYLE}{told}\n", inclusion=InclusionLevel.NOT_IN_NAV
            )
            page.edit_uri = None
            files.append(page)


def beside(uri: str, faults: Sequence[Problem], settings: Settings) -> str:
    """What stands above a page while something is wrong: what it is, and the way to its place."""
    here = f"{settings.pages_shown}/{uri}"
    places = _places(faults, settings)
    if not faults or uri in places.values():
        return ""
    mine = [each for each in faults if each.span.file == here]
    lines = list(_at_its_place(mine, settings))
    items = [_item(each, places, uri) for each in faults if each not in mine]
    listed = f"<ul>{''.join(items)}</ul>" if items else ""
    return _aside("".join(lines) + listed, settings)


def _item(problem: Problem, places: dict[str, str], uri: str) -> str:
    place = escape(str(problem.span))
    if problem.span.file in places:
        place = f'<a href="{escape(link(places[problem.span.file], uri))}">{place}</a>'
    return f"<li>{place} {_said(problem)}</li>"


def _said(problem: Problem) -> str:
    return escape(f"{problem.message()} {problem.hint()}".strip())


def _at_its_place(problems: Sequence[Problem], settings: Settings) -> Iterator[str]:
    """Each problem with the lines of the file around it. The author sees their own file; nobody else does."""
    for problem in problems:
        lines = _text(problem.span.file, settings).splitlines()
        number = problem.span.line
        shown = range(max(1, number - _AROUND), min(len(lines), number + _AROUND) + 1) if number else range(0)
        source = "&#10;".join(_line(each, lines[each - 1], each == number) for each in shown)
        frame = f"<pre>{source}</pre>" if source else ""
        place = f"<p><strong>{escape(str(problem.span))}</strong></p>"
        yield f'<div class="mw-mend">{place}{frame}<p>{_said(problem)}</p></div>'


def _line(number: int, text: str, wrong: bool) -> str:
    plain = "".join(f"&#{ord(sign)};" if sign in "`~{}[]*_" else sign for sign in escape(text))
    return f"{number:4} {f'<mark>{plain}</mark>' if wrong else plain}"


def _places(faults: Sequence[Problem], settings: Settings) -> dict[str, str]:
    """Where the page of a file with something wrong stands, by the name of the file."""
    addresses = Addresses(settings.language)
    kinds = ((f"{settings.cases_shown}/", addresses.case), (f"{settings.editions_shown}/", addresses.edition))
    found: dict[str, str] = {}
    for file in dict.fromkeys(problem.span.file for problem in faults):
        for folder, address in kinds:
            if file.startswith(folder):
                said = _ID.search(_text(file, settings))
                name = said[1] if said else file.removeprefix(folder).rpartition(".")[0]
                if address(name) not in found.values():
                    found[file] = address(name)
    return found


def _text(file: str, settings: Settings) -> str:
    """What stands in a file by the name that messages call it; nothing where it cannot be read."""
    folders = [(settings.cases_shown, settings.cases), (settings.pages_shown, settings.pages)]
    folders += [(settings.editions_shown, settings.editions)] if settings.editions else []
    for shown, folder in folders:
        if file.startswith(f"{shown}/"):
            try:
                return (folder / file.removeprefix(f"{shown}/")).read_text(encoding="utf-8-sig", errors="replace")
            except OSError:
                return ""
    return ""


def instead(reason: str, settings: Settings) -> str:
    """What a page shows that cannot be shown."""
    return _aside(f"<p>{escape(reason)}</p>", settings)


def _aside(told: str, settings: Settings) -> str:
    title = escape(say("preview_told", settings.language))
    return f'{_STYLE}<aside class="mw-mend" role="status"><p><strong>{title}</strong></p>{told}</aside>'
