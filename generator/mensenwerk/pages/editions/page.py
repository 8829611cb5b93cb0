"""An edition → its page; and the overview of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from mensenwerk.model.edition import Edition
from mensenwerk.model.words import EditionKind
from mensenwerk.pages.address import Addresses, link
from mensenwerk.pages.bibliography import entries
from mensenwerk.pages.cards import cards
from mensenwerk.pages.editions.conversation import conversation
from mensenwerk.pages.editions.shared import Material, Pictures, Told, cases_of, told
from mensenwerk.pages.leaves import Entry
from mensenwerk.pages.page import Page
from mensenwerk.pages.render import render

Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above every edition. `said`: what kind it is; `made`: by whom and when, in one line."""

    said: str
    title: str
    lead: str | None
    made: str
    introduction: str | None


def edition_page(edition: Edition, material: Material, addresses: Addresses) -> Page:
    """The page of an edition. Its cases, its chapters and its literature are there: `casebook` saw to it."""
    here, words, pictures = addresses.edition(edition.id), addresses.words, Pictures()
    said = words.editions
    make, keys = _KINDS[edition.kind]
    markdown = render(
        f"edition_{edition.kind.value.replace('-', '_')}",
        t=words.case,
        e=said,
        said=said.get(edition.kind.value, {}),
        edition=edition,
        head=_head(edition, addresses),
        references=entries(
            (material.references[key] for key in (*keys(addresses), *edition.sources) if key in material.references),
            words.language,
        ),
        **make(edition, material, addresses, here, pictures),
    )
    return Page(
        here,
        edition.title,
        said["kind"][edition.kind.value],
        markdown,
        tuple(pictures.drawings),
        followed_by=followed_by(edition, addresses),
        sheet=edition.kind is EditionKind.CONVERSATION,
        brief=edition.kind is EditionKind.BRIEFING,
    )


def followed_by(edition: Edition, addresses: Addresses) -> tuple[str, ...]:
    """The pages that come after that of an edition where it is one whole, as in a booklet: the chapters of a guide
    and the cases it goes with; the case of a case study. A conversation and a briefing are whole by themselves."""
    if edition.kind in (EditionKind.CONVERSATION, EditionKind.BRIEFING):
        return ()
    return (*edition.chapters, *(addresses.case(case) for case in edition.cases))


def editions_overview(editions: Sequence[Edition], addresses: Addresses) -> Page:
    """All editions by kind, then by title."""
    here, words = addresses.overview("editions"), addresses.words
    said, order = words.editions, list(EditionKind)
    found = sorted(editions, key=lambda each: (order.index(each.kind), each.title.casefold(), each.id))
    shown = [
        Entry(f"{said['kind'][each.kind.value]}: {each.title}", link(addresses.edition(each.id), here), each.lead)
        for each in found
    ]
    title, lead = said["overview"]["title"], said["overview"]["lead"]
    return Page(here, title, words.site["site"]["overview"], render("overview", title=title, lead=lead, entries=shown))


def _head(edition: Edition, addresses: Addresses) -> Head:
    words = addresses.words
    by = words.editions["common"]["by"].format(names=words.names(list(edition.by))) if edition.by else ""
    when = words.month(edition.month) if edition.month else ""
    return Head(
        said=words.editions["kind"][edition.kind.value],
        title=edition.title,
        lead=edition.lead,
        made=" · ".join(part for part in (by, when) if part),
        introduction=edition.introduction,
    )


def _guide(edition: Edition, material: Material, addresses: Addresses, here: str, pictures: Pictures) -> Values:
    shown, small = cards(cases_of(edition, material), addresses, here, material.small)
    pictures.drawings.extend(small)
    chapters = [Entry(material.titles[uri], link(uri, here), material.about.get(uri)) for uri in edition.chapters]
    return {"chapters": chapters, "cards": shown}


def _case_study(edition: Edition, material: Material, addresses: Addresses, here: str, pictures: Pictures) -> Values:
    shown, small = cards(cases_of(edition, material), addresses, here, material.small)
    pictures.drawings.extend(small)
    return {"cards": shown}


def _conversation(edition: Edition, material: Material, addresses: Addresses, here: str, pictures: Pictures) -> Values:
    (case,) = cases_of(edition, material)
    return {
        "talk": conversation(edition, addresses.words),
        "case": told(case, edition.map, material, addresses, here, pictures),
    }


def _briefing(edition: Edition, material: Material, addresses: Addresses, here: str, pictures: Pictures) -> Values:
    cases = cases_of(edition, material)
    shown: list[Told] = []
    for case in cases:
        known = {each.dilemma.chapter for each in shown if each.dilemma}
        shown.append(told(case, None, material, addresses, here, pictures, known))
    invented = all(case.provenance.origin.value == "fictional" for case in cases)
    return {
        "cases": shown,
        "roles": [addresses.words.editions["roles"][role.value] for role in edition.roles],
        "invented": invented,
    }


def _nothing(addresses: Addresses) -> Iterable[str]:  # noqa: ARG001  # as the other one
    return ()


def _of_briefings(addresses: Addresses) -> Iterable[str]:
    """What every briefing rests on."""
    keys: list[str] = addresses.words.editions["briefing"]["sources"]
    return keys


_KINDS: dict[
    EditionKind,
    tuple[Callable[[Edition, Material, Addresses, str, Pictures], Values], Callable[[Addresses], Iterable[str]]],
] = {
    EditionKind.GUIDE: (_guide, _nothing),
    EditionKind.CASE_STUDY: (_case_study, _nothing),
    EditionKind.CONVERSATION: (_conversation, _nothing),
    EditionKind.BRIEFING: (_briefing, _of_briefings),
}
