"""The MkDocs plugin: hooks only. What is made, is made by `casebook`; what is said, by `problems`."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage

from mensenwerk.author.wording import say
from mensenwerk.casebook import Casebook, Checked, Progress, Settings, check, made_again, make
from mensenwerk.casebook.translation import Translation
from mensenwerk.kept import Kept, user_folder
from mensenwerk.model.words import Audience
from mensenwerk.pages import Addresses, Page, html_uri
from mensenwerk.pages.address import for_the_theme
from mensenwerk.problems import Problem, as_text
from mensenwerk.publish.entries import made_entries, written_entry
from mensenwerk.publish.readers import as_readers_see, asks_network
from mensenwerk.publish.scan import Scan
from mensenwerk.publish.search_files import write_search
from mensenwerk.publish.search_index import FOLDER, SearchEntry
from mensenwerk.publish.typst import LettersError
from mensenwerk.site.downloads import Download, bind_downloads, made_of, wanted_downloads, with_ways
from mensenwerk.site.form import put_form
from mensenwerk.site.frame import Frame
from mensenwerk.site.leaks import Searched, refuse_leaks, scan_of
from mensenwerk.site.live import Live
from mensenwerk.site.live import log as preview_log
from mensenwerk.site.mirrors import OVERVIEW, mirror_files
from mensenwerk.site.own_pages import for_readers, front_text
from mensenwerk.site.pictures import put_plain_pictures
from mensenwerk.site.preview import beside, errors_of, instead, left_out, put_faults
from mensenwerk.site.ready_pages import ReadyPages
from mensenwerk.site.settings import Options, settings_of, unfit_settings
from mensenwerk.site.shelves import shelf_of
from mensenwerk.site.workers import workers
from mensenwerk.themes import THEME_SETTINGS, themes_folder

log = logging.getLogger("mkdocs.plugins.mensenwerk")

_UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
"""Material's own scripts and styles: our pages load none of them, so a casebook does not carry them."""

SEARCH_INDEX = "assets/mensenwerk/search-index.js"


class MensenwerkPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Reads cases before anything is written, so that a refusal leaves the old site whole."""

    preview_for = Audience.INTERNAL
    """For whom `serve` shows the book: the author, who has to see what nobody reviewed yet."""

    settings: Settings
    previewing: bool = False
    checked: Checked | None = None
    casebook: Casebook | None
    pages: dict[str, Page]
    entries: list[SearchEntry]
    downloads: dict[str, list[Download]]
    searched: Searched
    progress: Progress | None = None
    translation: Translation | None = None
    """The same book in the other language, when both are built into one site."""
    kept: Kept | None = None
    """Pieces of the book that were made before. Chosen at the first use, unless who builds chose."""
    ready: ReadyPages
    nav: Navigation
    frame: Frame | None = None
    """What a page needs around it, as MkDocs made it last, in a preview."""
    faults: Sequence[Problem] = ()
    """What is wrong with files that a preview leaves out."""
    reason: str = ""
    """Why no book could be made."""
    workers: Executor | None = None
    """Who makes pages beside this process, when who builds has them."""
    built_beside: bool = False
    """Whether who builds searches the finished files itself, before they take the place of the old ones."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Being here also keeps this object alive over the rebuilds of `serve`."""
        if dirty and command != "serve":  # it leaves old pages where they are, also of a case that was taken back
            raise PluginError("mkdocs build --dirty: a casebook is always built whole. Leave --dirty out.")
        self.previewing = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read, check and refuse before MkDocs cleans the old site."""
        self.casebook, self.pages, self.entries = None, {}, []
        self.downloads, self.searched = {}, Searched()
        self.faults, self.reason, self.frame = (), "", None
        _prepare(config)
        if self.previewing:
            self.config.audience = self.preview_for.value
        self.settings = settings_of(self.config, config, preview=self.previewing)
        addresses = Addresses(self.settings.language)
        config.extra["mensenwerk"] = {
            **for_the_theme(self.settings.language),
            "for_whom": addresses.words.site["audience"].get(self.settings.audience.value, ""),
        }
        if self.translation:
            name = Addresses(self.translation.language).words.site["site"]["language"]
            config.extra["mensenwerk"]["translation"] = {**asdict(self.translation), "name": name}
        sources = [self.settings.cases, self.settings.references, self.settings.withdrawn]
        if self.previewing:
            config.extra["mensenwerk"].update(mirror_uri=OVERVIEW, mirror=say("mirror_page", self.settings.language))
        sources += [folder for folder in (self.settings.notations, self.settings.editions) if folder]
        config.watch += [str(path) for path in sources if path.exists()]
        kept = self.pieces(self.settings)
        self.ready = ReadyPages(config)
        self.checked = (
            self.checked if self.checked and not self.previewing else check(self.settings, kept, whole=self.previewing)
        )
        if self.checked.refused:
            self.checked = self._without_faults(self.checked, config)
        return config

    def _without_faults(self, checked: Checked, config: MkDocsConfig) -> Checked:
        """What a preview can still show; nothing else is ever made of what has to be mended."""
        rest = left_out(checked, self.settings) if self.previewing else None
        if rest is None:
            raise PluginError(as_text(checked.problems))
        self.faults = errors_of(checked.problems)
        config.strict = False
        for problem in self.faults:
            preview_log.warning("%s", problem)
        return rest

    def pieces(self, settings: Settings) -> Kept:
        """What was made before: on disk only what others may see. An author's preview lives as long as it is shown."""
        if self.kept is None:
            on_disk = not self.previewing and settings.audience is not Audience.INTERNAL
            self.kept = Kept(user_folder() if on_disk else None)
        return self.kept

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages that were made; the author's own `index.md` becomes the beginning of the home page."""
        if self.checked is None:
            raise PluginError("on_files was called before on_config")
        with nullcontext(self.workers) if self.workers else workers() as executor:
            self.casebook = make(self.settings, self.checked, self.progress, self.pieces(self.settings), executor)
        for problem in self.casebook.problems:
            log.log(logging.WARNING if problem.severity == "warning" else logging.INFO, "%s", problem)
        if not self.previewing:  # an author who writes need not wait for them
            self.downloads = wanted_downloads(self.config.downloads, self.casebook, self.checked, self.settings)
        put_plain_pictures(files, config)
        theirs = {config.docs_dir, config.theme.custom_dir}
        for file in list(files):
            if file.src_uri.startswith(_UNUSED) and file.src_dir not in theirs:
                files.remove(file)
        for page in self.casebook.pages:
            taken = files.get_file_from_path(page.uri)
            if taken is not None:  # parts of cases were put into it; or it gives way, and `make` has told so
                files.remove(taken)
            files.append(self._file_of(page, config, taken))
            self.pages[page.uri] = page
        if self.settings.form:
            put_form(files, self.settings, self.checked, config)
        if self.previewing:
            put_faults(files, self.faults, self.settings, config)
            own = [read for read in self.checked.cases if read.case.language == self.settings.language]
            for file in mirror_files(own, self.settings.language, config):
                files.append(file)
        return files

    def _file_of(self, page: Page, config: MkDocsConfig, taken: File | None = None) -> File:
        """A page as MkDocs takes it. `taken`: the author's own that it was put into."""
        written = self.checked.written.get(page.uri) if self.checked and page.by_hand else None
        inclusion = InclusionLevel.INCLUDED if page.by_hand or _in_nav(page) else InclusionLevel.NOT_IN_NAV
        if written and taken is not None:
            inclusion = taken.inclusion
        # a page is called as it says: MkDocs sees a heading only where nothing stands above it
        front = written.front if written else {} if page.by_hand else {"title": page.title}
        text = front_text(front) + self.ready.source(page)
        file = File.generated(config, page.uri, content=text, inclusion=inclusion)
        file.edit_uri = None
        return file

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Remember it for a page that is made again."""
        self.nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """The same."""
        self.frame = Frame(config, files, self.nav, env) if self.previewing else None
        return env

    def on_page_markdown(self, markdown: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Let the theme know of what stands above a page only what readers may."""
        page.meta = for_readers(page.meta)
        return markdown

    def on_page_content(self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Note what can be found on the page."""
        made = self.pages.get(page.file.src_uri)
        html = as_readers_see(self.ready.html(made, page, html) if made else html)
        asked = asks_network(html)
        if asked:
            reason = say("asks_network", self.settings.language, page=page.file.src_uri, what=asked)
            if not self.previewing:
                raise PluginError(reason)
            preview_log.warning("%s", reason)
            return instead(reason, self.settings)
        self.entries += self._found(page.file.src_uri, made, html)
        if made and any('class="mw-ecomap"' in drawing for drawing in made.drawings):
            page.meta["maps"] = True  # for the theme, which sees the page before its drawings are in it
        uri = page.file.src_uri
        above = beside(uri, self.faults, self.settings) if self.faults else ""
        if uri in self.downloads:
            html = with_ways(html, self.downloads[uri], Addresses(self.settings.language))
        return above + html

    def _found(self, uri: str, made: Page | None, html: str) -> Sequence[SearchEntry]:
        """What can be found of a page; of a case that was told when its page was made."""
        if made is None:
            kind = Addresses(self.settings.language).words.site["site"]["page"]
            return [written_entry(uri, html, kind)]
        known = self.casebook.entries.get(uri) if self.casebook and self.ready.is_ready(made) else None
        return [known] if known else made_entries(made, html)

    def on_post_page(self, output: str, *, page: SitePage, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Put the drawings in their places when a page is written: MkDocs keeps the content of all pages until the end,
        and a large book with its drawings does not fit in memory twice."""
        made = self.pages.get(page.file.src_uri)
        return made.put_drawings(output) if made else output

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Callable[[], None]) -> Any:  # noqa: ARG002
        """Let a saved case be there at once, and the preview live on when no book can be made."""
        Live(server, self)
        return server

    def saved_again(self, shown: str, raw: bytes) -> str | None:
        """Make the page of a case file again, for a preview of a book that is otherwise as it was."""
        again = None
        if self.checked is not None and self.frame is not None and not self.faults:
            again = made_again(self.settings, self.checked, shown, raw, self.pieces(self.settings))
        if again is None or self.frame is None or self.frame.in_menu(again.made.page.uri):
            return None
        self.checked, page = again.checked, again.made.page
        for problem in again.checked.problems:
            if problem.span.file == shown:
                log.log(logging.WARNING if problem.severity == "warning" else logging.INFO, "%s", problem)
        self.pages[page.uri] = page
        self.frame.write_again(self._file_of(page, self.frame.config))
        return html_uri(page.uri)

    def depends(self, uri: str) -> bool:
        """Whether what stands there is told by more than one case: a page of all, or the search."""
        if uri.endswith(".html"):
            return self.casebook is None or uri not in {html_uri(each) for each in self.casebook.entries}
        return uri.startswith(f"{FOLDER}/search")

    def on_build_error(self, *, error: Exception) -> None:
        """Remember why: MkDocs only says that it stopped."""
        self.reason = str(error)

    @event_priority(-50)
    def _write_index(self, *, config: MkDocsConfig) -> None:
        """Write the search index, and let go of what was longest not used."""
        self.pieces(self.settings).trim()
        write_search(Path(config.site_dir), self.entries, self.settings.language)

    @event_priority(-100)
    def _bind_downloads(self, *, config: MkDocsConfig) -> None:
        """Make what readers can take along."""
        if not self.downloads or self.casebook is None or self.checked is None:
            return
        shelf, scan = shelf_of(self.casebook, self.settings, config), self._scan(self.checked)
        try:
            self.searched = bind_downloads(
                self.downloads, shelf, scan, self.pieces(self.settings), Path(config.site_dir)
            )
        except LettersError as reason:
            raise PluginError(say("pdf_letters", self.settings.language, letters=" ".join(reason.letters))) from reason

    @event_priority(-200)  # after everything that others write
    def _search_finished(self, *, config: MkDocsConfig) -> None:
        """Search the finished files for what may not be in them. A preview is for the author alone."""
        if self.previewing or self.built_beside or self.checked is None:
            return
        found = self.leaks(Path(config.site_dir), Path(config.site_dir))
        if found:
            raise PluginError(found)

    def leaks(self, folder: Path, site: Path) -> str:
        """Search `folder`, which will stand at `site`; what is wrong in words, after taking away what leaks."""
        if self.checked is None:
            return ""
        return refuse_leaks(folder, site, self.settings, self._scan(self.checked), self.searched)

    def _scan(self, checked: Checked) -> Scan:
        """What is looked for in the finished files."""
        ours = {page.uri: page for page in self.pages.values() if not page.by_hand}
        made = {html_uri(uri) for uri in ours} | made_of(self.downloads, ours)
        return scan_of(checked, self.settings, frozenset(made))

    on_post_build = CombinedEvent(_write_index, _bind_downloads, _search_finished)


def _prepare(config: MkDocsConfig) -> None:
    """What a site that opens without server or network needs; and the theme, below an author's own."""
    reason = unfit_settings(config)
    if reason:
        raise PluginError(reason)
    config.edit_uri = ""  # a link to where the sources lie, cases and all
    config.use_directory_urls = False
    for name, value in THEME_SETTINGS.items():
        config.theme[name] = value
    config.extra["generator"] = False
    folder = str(themes_folder() / "mensenwerk")
    if folder not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, folder)
    config.watch.append(folder)


def _in_nav(page: Page) -> bool:
    """Overviews and the home page may stand in the navigation; cases and chapters are reached from them
    (a navigation of every page grows with the square of their number)."""
    return page.uri.endswith("index.md")
