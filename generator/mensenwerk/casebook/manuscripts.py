"""What of a casebook is bound together: one page, or the whole book in the order of its navigation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import unescape
from posixpath import dirname

from mensenwerk.casebook.types import HOME, Casebook, Settings
from mensenwerk.pages import Addresses, Page
from mensenwerk.pages.address import slug
from mensenwerk.pages.overviews import before_ways
from mensenwerk.publish.manuscript import Chapter, Manuscript, chapter_of
from mensenwerk.publish.parsed import parse, pictures_asked
from mensenwerk.publish.readers import as_readers_see

_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Shelf:
    """A finished casebook, and what is said around it: `name`, `about` (a sentence) and `notice` (whose it is, and what
    readers should know), as mkdocs.yml has them. `order`: the pages of its navigation; with none, all of them.
    `picture`: a picture of the author's own by where it stands, or None."""

    casebook: Casebook
    settings: Settings
    name: str
    about: str = ""
    notice: str = ""
    order: tuple[str, ...] = ()
    picture: Callable[[str], bytes | None] = lambda _: None
    pages: Mapping[str, Page] = field(init=False)

    def __post_init__(self) -> None:
        kind = self.addresses.words.site["site"]["page"]
        own = {page.uri: Page(page.uri, page.uri, kind, page.body, by_hand=True) for page in self.settings.own_pages}
        object.__setattr__(self, "pages", {**own, **{page.uri: page for page in self.casebook.pages}})

    @property
    def addresses(self) -> Addresses:
        return Addresses(self.settings.language)

    @property
    def book_id(self) -> str:
        """What the file of the whole book is called."""
        return slug(self.name)

    def whole(self) -> Manuscript:
        """The whole book: its parts in the order of the navigation, each with its pages; how to have something
        taken away at the end."""
        removal = self._chapter(self.pages[self.addresses.removal()])
        chapters = (*self._parts(), replace(removal, part=True))
        return self._manuscript(self.name, chapters, lead=self.about)

    def one(self, uri: str) -> Manuscript:
        """One page, such as that of a case, with the pages that belong behind it."""
        page = self.pages[uri]
        first, rest = self._chapter(page), [self._chapter(self.pages[each]) for each in page.followed_by]
        title = first.title
        if rest:
            first = replace(first, title=self.addresses.words.site["print"]["before"])
        made = self._manuscript(title, (first, *rest), kind=page.kind, book=self.name)
        return replace(made, sheet=page.sheet, brief=page.brief)

    def _manuscript(
        self, title: str, chapters: tuple[Chapter, ...], *, kind: str = "", lead: str = "", book: str = ""
    ) -> Manuscript:
        settings = self.settings
        for_whom = self.addresses.words.site["audience"].get(settings.audience.value, "")
        asked = {uri for chapter in chapters for uri in pictures_asked(parse(chapter))}
        found = {uri: raw for uri in sorted(asked) if (raw := self.picture(uri)) is not None}
        notice = " ".join(unescape(_TAG.sub("", self.notice)).split())
        return Manuscript(
            title=title,
            language=settings.language,
            chapters=chapters,
            kind="" if f'"mw-kicker">{kind}<' in chapters[0].html else kind,
            lead=lead,
            book=book,
            month=settings.month,
            statements=tuple(each for each in (for_whom, notice) if each),
            pictures=found,
        )

    def _chapter(self, page: Page) -> Chapter:
        chapter = chapter_of(page, self.settings.dialect)
        return replace(chapter, html=as_readers_see(chapter.html))

    def _parts(self) -> Iterator[Chapter]:
        made = self._made_parts()
        done: set[str] = set()
        for uri in self.order or (*sorted(uri for uri, page in self.pages.items() if page.by_hand), *made):
            folder = dirname(uri)
            if uri == HOME:
                home = before_ways(self.pages[HOME], self.addresses)
                before = self._chapter(home)
                title = self.addresses.words.site["print"]["before"] if before.title == self.name else before.title
                group = [replace(before, title=title, part=True)]
            elif uri in made:
                group = made[uri]()
            elif uri in self.pages and self.pages[uri].by_hand and uri not in done:
                below = [each for each in sorted(self.pages) if dirname(each) == folder and self.pages[each].by_hand]
                inside = [each for each in below if each != uri] if folder and uri.endswith("/index.md") else []
                done.update(inside)
                group = [replace(self._chapter(self.pages[uri]), part=True)]
                group += [self._chapter(self.pages[each]) for each in inside]
            elif uri in self.pages and uri not in made and (own := self._own_behind(uri)):
                done.update(own)  # a guide: its page, then its chapters
                group = [replace(self._chapter(self.pages[uri]), part=True), *map(self._chapter, own.values())]
            else:
                group = []  # lists of links: themes, search
            yield from group

    def _own_behind(self, uri: str) -> dict[str, Page]:
        """The pages of the author's own that belong behind a page, by where they stand."""
        followed = {each: self.pages[each] for each in self.pages[uri].followed_by}
        return {each: page for each, page in followed.items() if page.by_hand}

    def _made_parts(self) -> dict[str, Callable[[], list[Chapter]]]:
        """The parts that are made, by the page that is their overview."""
        addresses, words = self.addresses, self.addresses.words
        cases = [addresses.case(case.id) for case in self.casebook.cases]
        characteristics = [addresses.characteristic(name) for name in words.characteristics]
        dilemmas = [addresses.dilemma(name) for name in words.dilemmas]
        kinds = (("cases", cases), ("characteristics", characteristics), ("dilemmas", dilemmas))
        return {addresses.overview(kind): self._part(kind, uris) for kind, uris in kinds if uris}

    def _part(self, kind: str, uris: Sequence[str]) -> Callable[[], list[Chapter]]:
        site = self.addresses.words.site["site"]
        begin = Chapter(
            site[kind],
            f'<p class="mw-lead">{site[f"{kind}_lead"]}</p>',
            self.addresses.overview(kind).replace(".md", ".html"),
            part=True,
        )
        return lambda: [begin, *(self._chapter(self.pages[uri]) for uri in uris)]
