"""Build and serve with MkDocs, as the command line asks for it."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material prints its banner when it is imported

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.config_options import Plugins
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

from mensenwerk.author.wording import say
from mensenwerk.casebook import Casebook, Checked, Progress, Settings, check, make
from mensenwerk.casebook.translation import Translation, counterparts, strays
from mensenwerk.kept import Kept
from mensenwerk.model.words import Audience
from mensenwerk.problems import as_text
from mensenwerk.publish.folder import Frame, is_lifeboat, write_folder
from mensenwerk.publish.readers import AsksNetworkError
from mensenwerk.publish.swap import NotOursError, replacing
from mensenwerk.site.leaks import refuses, scan_of, told
from mensenwerk.site.own_pages import front_text, own_files
from mensenwerk.site.plugin import SEARCH_INDEX, MensenwerkPlugin
from mensenwerk.site.settings import settings_of, unfit_settings
from mensenwerk.site.workers import workers

log = logging.getLogger("mkdocs.plugins.mensenwerk.write")


class Refused(Exception):  # noqa: N818  # it is no error of the program
    """The author has something to mend; the message says what. Nothing was written."""


@dataclass(frozen=True, slots=True)
class Finished:
    """What was made: where it lies, how many pages it has, and the casebook in it. `translation`: the same book in the
    other language, inside it."""

    folder: Path
    pages: int
    casebook: Casebook
    translation: Finished | None = None


def load(
    config_file: Path,
    audience: str | None = None,
    engine: str | None = None,
    strict: bool = False,
    *,
    alone: bool = False,
) -> MensenwerkSite:
    """The MkDocs configuration of a casebook. Raises `Refused` with what to mend; when `strict`, a warning
    about the configuration counts too. `alone`: what is made with it stays with the author and whom it is about."""
    if not config_file.is_file():
        where = "Go to the folder of your casebook, or name its mkdocs.yml with -f."
        where += " You begin one with: mensenwerk init FOLDER"
        raise Refused(f"{config_file}: this file is not here. {where}")
    try:
        options: dict[str, Any] = {"strict": True} if strict else {}  # otherwise as mkdocs.yml says
        cast(Plugins, MkDocsConfig.plugins).plugin_cache.clear()  # it would give two books one plugin
        config = load_config(str(config_file), **options)
    except (ConfigurationError, Abort, ValueError, TypeError, RecursionError) as reason:
        raise Refused(f"{config_file}: {reason}") from reason
    unfit = unfit_settings(config)
    if unfit:
        raise Refused(unfit)
    plugin = next((one for one in config.plugins.values() if isinstance(one, MensenwerkPlugin)), None)
    if plugin is None:
        raise Refused(f"{config_file}: the plugin is missing. Add “plugins: [mensenwerk]”.")
    plugin.kept = None  # MkDocs hands out the same plugin again, and other readers may see other things
    if audience:
        plugin.config.audience = audience
    if engine:
        plugin.config.engine = engine
    return MensenwerkSite(config, plugin, alone)


@dataclass(frozen=True, slots=True)
class MensenwerkSite:
    """A casebook's MkDocs configuration and our plugin in it."""

    config: MkDocsConfig
    plugin: MensenwerkPlugin
    alone: bool = False

    @property
    def settings(self) -> Settings:
        return settings_of(self.plugin.config, self.config, alone=self.alone)

    def check(self, *, whole: bool = True) -> Checked:
        """Read all cases and tell what is wrong; nothing is made. Unless the `whole` is asked for, what passed before
        is not read again."""
        settings = self.settings
        return check(settings, self.plugin.pieces(settings), whole=whole, workers=self.plugin.workers)

    def build(
        self,
        folder: Path | None = None,
        strict: bool = False,
        progress: Progress | None = None,
        *,
        anew: bool = False,
    ) -> Finished:
        """Build beside the old site and swap, so that a build that stops half-way loses nothing. `anew`: make every
        page again, whatever was kept."""
        if anew:
            self.plugin.kept = Kept()
        with workers() as executor:
            self.plugin.workers = executor
            try:
                return self._build_both(folder or Path(self.config.site_dir), strict, progress)
            finally:
                self.plugin.workers = None

    def _build_both(self, target: Path, strict: bool, progress: Progress | None) -> Finished:
        """Build this book, and the one in the other language inside it."""
        other = self.in_other_language(strict)
        if other:
            other.plugin.workers = self.plugin.workers
        books = [self, *([other] if other else [])]
        for book in books:
            book._refuse_sources(target)
        read = [book.check(whole=False) for book in books]
        if any(checked.refused for checked in read):
            raise Refused(as_text(problem for checked in read for problem in checked.problems))
        for book, checked in zip(books, read, strict=True):
            book.plugin.checked = checked
        if other:
            _lead_to_each_other(self, other, other.settings.language)
        with told_plainly(target), replacing(target, is_site) as beside:
            finished = self._build(beside, target, strict, progress)
            if other:
                inside = other.settings.language
                within = other._build(beside / inside, target / inside, strict, progress)
                finished = replace(finished, translation=within)
        return finished

    def in_other_language(self, strict: bool = False) -> MensenwerkSite | None:
        """The same book in the other language, as `translation` in mkdocs.yml names it. Raises `Refused`."""
        wanted, own = self.plugin.config.translation, self.plugin.config
        if not wanted:
            return None
        file = Path(self.config.config_file_path).parent / wanted
        other = load(file, own.audience, own.engine, strict)
        if other.settings.language == self.settings.language:
            raise Refused(say("same_language", self.settings.language, file=wanted))
        return other

    def _build(self, beside: Path, target: Path, strict: bool, progress: Progress | None) -> Finished:
        """Build into `beside`, which will stand at `target`, and search what was made."""
        self.config.strict = strict or self.config.strict
        self.plugin.progress = progress
        self.config.site_dir = str(beside)
        self.plugin.built_beside = True
        try:
            mkdocs_build(self.config)
        except MkDocsException as reason:
            raise Refused(str(reason)) from reason
        finally:
            self.config.site_dir = str(target)
        casebook = self.plugin.casebook
        if casebook is None:
            raise Refused("Another plugin stopped the build before anything was made.")
        leaks = self.plugin.leaks(beside, target)
        if leaks:
            raise Refused(leaks)
        return Finished(target, len(self.plugin.entries), casebook)

    def write(self, folder: Path, progress: Progress | None = None) -> Finished:
        """Write Markdown, drawings, theme and a plain mkdocs.yml: the same casebook without the plugin."""
        self._refuse_sources(folder)
        checked = self.check()
        if checked.refused:
            raise Refused(as_text(checked.problems))
        settings = replace(self.settings, form=False)  # the form is no page that others could build
        casebook = make(settings, checked, progress)
        for name in self._left_behind():
            log.warning("%s", say("left_behind", settings.language, name=name))
        fronts = {page.uri: front_text(page.front) for page in settings.own_pages}
        fronts |= {each.uri: front_text({"title": each.title}) for each in casebook.pages if not each.by_hand}
        frame = Frame(
            site_name=self.config.site_name,
            site_description=self.config.site_description,
            site_author=self.config.site_author,
            copyright=self.config.copyright,
            language=settings.language,
            nav=self.config.nav,
            dialect=settings.dialect,
        )
        with told_plainly(folder), replacing(folder, is_lifeboat) as beside:
            try:
                pages = write_folder(beside, casebook.pages, settings.own_pages, own_files(self.config), fronts, frame)
            except AsksNetworkError as reason:
                page, what = reason.args
                raise Refused(say("asks_network", settings.language, page=page, what=what)) from reason
            except TypeError as reason:
                raise Refused(
                    "mkdocs.yml: a setting under markdown_extensions names a piece of Python (!!python/…). "
                    "A plain mkdocs.yml cannot carry it; leave that extension out."
                ) from reason
            made = frozenset(f"docs/{page.uri}" for page in casebook.pages if not page.by_hand)
            leaks = [leak for leak in scan_of(checked, settings, made).folder(beside) if refuses(leak, settings)]
            if leaks:
                raise Refused("\n".join([say("leaks", settings.language), *told(leaks, settings)]))
        return Finished(folder, pages, casebook)

    def _left_behind(self) -> list[str]:
        """What of mkdocs.yml changes pages, and is not in a folder that needs no plugin."""
        plugins = [name for name, plugin in self.config.plugins.items() if not isinstance(plugin, MensenwerkPlugin)]
        return [*plugins, *self.config.hooks, *map(str, (*self.config.extra_css, *self.config.extra_javascript))]

    def refuse_published(self, target: Path) -> None:
        """What is drawn for some readers never goes where it would be published for others: among pages, in a theme,
        in a finished site or in a written folder."""
        made, settings = target.resolve(), self.settings
        places = [settings.pages, settings.cases, Path(self.config.site_dir)]
        places += [settings.theme] if settings.theme else []
        inside = any(made == place.resolve() or place.resolve() in made.parents for place in places)
        if inside or any(is_lifeboat(each) or is_site(each) for each in (made, *made.parents)):
            raise Refused(f"{target}: what lies here is published. Name another folder.")

    def _refuse_sources(self, target: Path) -> None:
        """What is made never goes where it is made from: it would be published again, or replaced."""
        made = target.resolve()
        settings = settings_of(self.plugin.config, self.config)
        for source in (settings.pages.resolve(), settings.cases.resolve()):
            if made == source or source in made.parents or made in source.parents:
                raise Refused(f"{target}: the casebook is made from what lies here. Name another folder.")


def _lead_to_each_other(book: MensenwerkSite, other: MensenwerkSite, folder: str) -> None:
    """Let each of two books know where the other will stand (`folder` lies in the first), and what of it is there."""
    for one, two, there in ((book, other, folder), (other, book, "..")):
        here, mine, settings, theirs = one.settings, one.plugin.checked, two.settings, two.plugin.checked
        if mine and theirs:
            pages = counterparts(here, mine, settings, theirs)
            one.plugin.translation = Translation(settings.language, there, pages)
            one.plugin.checked = replace(mine, problems=(*mine.problems, *strays(here, settings)))


def serve(config_file: Path, audience: str, address: str | None, open_in_browser: bool) -> None:
    """Serve with live reload, until the author stops it. Raises `Refused` when it cannot begin."""
    MensenwerkPlugin.preview_for = Audience(audience)
    try:
        mkdocs_serve(str(config_file), open_in_browser=open_in_browser, dev_addr=address)
    except MkDocsException as reason:
        raise Refused(str(reason)) from reason
    except OSError as reason:
        raise Refused(f"{address or '127.0.0.1:8000'}: this address cannot be used ({reason.strerror}).") from reason


def is_site(folder: Path) -> bool:
    """Whether a site made before lies here."""
    return any((folder / name).is_file() for name in (SEARCH_INDEX, "assets/mensenwerk/site.css"))


@contextmanager
def told_plainly(target: Path) -> Iterator[None]:
    """What goes wrong on the disk, in words."""
    try:
        yield
    except NotOursError as reason:
        raise Refused(f"{target}: this folder holds something that is not ours. Name an empty one.") from reason
    except OSError as reason:
        why = reason.strerror or type(reason).__name__
        raise Refused(f"{target}: nothing can be written here ({why}). What was here is still whole.") from reason


def speak_through(handler: logging.Handler, level: int) -> None:
    """Let what MkDocs and our plugin log be told by `handler`, from `level` up."""
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(level)
