"""Build and serve with MkDocs, as the command line asks for it."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material prints its banner when it is imported

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

from mensenwerk.casebook import Casebook, Checked, Progress, check, make
from mensenwerk.problems import as_text
from mensenwerk.publish.folder import Frame, is_lifeboat, write_folder
from mensenwerk.publish.swap import NotOursError, replacing
from mensenwerk.site.plugin import SEARCH_INDEX, MensenwerkPlugin
from mensenwerk.site.settings import settings_of


class Refused(Exception):  # noqa: N818  # it is no error of the program
    """The author has something to mend; the message says what. Nothing was written."""


@dataclass(frozen=True, slots=True)
class Finished:
    """What was made: where it lies, how many pages it has, and the casebook in it."""

    folder: Path
    pages: int
    casebook: Casebook


def load(
    config_file: Path, audience: str | None = None, engine: str | None = None, strict: bool = False
) -> MensenwerkSite:
    """The MkDocs configuration of a casebook. Raises `Refused` with what to mend; when `strict`, a warning
    about the configuration counts too."""
    if not config_file.is_file():
        where = "Go to the folder of your casebook, or name its mkdocs.yml with -f."
        raise Refused(f"{config_file}: this file is not here. {where}")
    try:
        options: dict[str, Any] = {"strict": True} if strict else {}  # otherwise as mkdocs.yml says
        config = load_config(str(config_file), **options)
    except (ConfigurationError, Abort, UnicodeError, RecursionError) as reason:
        raise Refused(f"{config_file}: {reason}") from reason
    plugin = next((one for one in config.plugins.values() if isinstance(one, MensenwerkPlugin)), None)
    if plugin is None:
        raise Refused(f"{config_file}: the plugin is missing. Add “plugins: [mensenwerk]”.")
    if audience:
        plugin.config.audience = audience
    if engine:
        plugin.config.engine = engine
    return MensenwerkSite(config, plugin)


@dataclass(frozen=True, slots=True)
class MensenwerkSite:
    """A casebook's MkDocs configuration and our plugin in it."""

    config: MkDocsConfig
    plugin: MensenwerkPlugin

    def check(self) -> Checked:
        """Read all cases and tell what is wrong; nothing is made."""
        return check(settings_of(self.plugin.config, self.config))

    def build(self, folder: Path | None = None, strict: bool = False, progress: Progress | None = None) -> Finished:
        """Build beside the old site and swap, so that a build that stops half-way loses nothing."""
        target = folder or Path(self.config.site_dir)
        self._refuse_sources(target)
        self.config.strict = strict or self.config.strict
        self.plugin.progress = progress
        self.plugin.checked = checked = self.check()
        if checked.refused:
            raise Refused(as_text(checked.problems))
        with _told(target), replacing(target, _is_site) as beside:
            self.config.site_dir = str(beside)
            try:
                mkdocs_build(self.config)
            except MkDocsException as reason:
                raise Refused(str(reason)) from reason
            finally:
                self.config.site_dir = str(target)
            casebook = self.plugin.casebook
            if casebook is None:
                raise Refused("Another plugin stopped the build before anything was made.")
        return Finished(target, len(self.plugin.entries), casebook)

    def write(self, folder: Path, progress: Progress | None = None) -> Finished:
        """Write Markdown, drawings, theme and a plain mkdocs.yml: the same casebook without the plugin."""
        self._refuse_sources(folder)
        checked = self.check()
        if checked.refused:
            raise Refused(as_text(checked.problems))
        docs = Path(self.config.docs_dir)
        home = docs / "index.md"
        settings = settings_of(self.plugin.config, self.config)
        casebook = make(settings, checked, home.read_text(encoding="utf-8") if home.is_file() else None, progress)
        frame = Frame(
            site_name=self.config.site_name,
            site_description=self.config.site_description,
            site_author=self.config.site_author,
            copyright=self.config.copyright,
            language=settings.language,
            nav=self.config.nav,
            markdown_extensions=tuple(self.config.markdown_extensions),
            extension_settings=self.config.mdx_configs,
        )
        with _told(folder), replacing(folder, is_lifeboat) as beside:
            try:
                pages = write_folder(beside, casebook.pages, docs, frame)
            except TypeError as reason:
                raise Refused(
                    "mkdocs.yml: a setting under markdown_extensions names a piece of Python (!!python/…). "
                    "A plain mkdocs.yml cannot carry it; leave that extension out."
                ) from reason
        return Finished(folder, pages, casebook)

    def _refuse_sources(self, target: Path) -> None:
        """What is made never goes where it is made from: it would be published again, or replaced."""
        made = target.resolve()
        settings = settings_of(self.plugin.config, self.config)
        for source in (settings.pages.resolve(), settings.cases.resolve()):
            if made == source or source in made.parents or made in source.parents:
                raise Refused(f"{target}: the casebook is made from what lies here. Name another folder.")


def serve(config_file: Path, address: str | None, open_in_browser: bool) -> None:
    """Serve with live reload, until the author stops it. Raises `Refused` when it cannot begin."""
    try:
        mkdocs_serve(str(config_file), open_in_browser=open_in_browser, dev_addr=address)
    except MkDocsException as reason:
        raise Refused(str(reason)) from reason
    except OSError as reason:
        raise Refused(f"{address or '127.0.0.1:8000'}: this address cannot be used ({reason.strerror}).") from reason


def _is_site(folder: Path) -> bool:
    """Whether a site made before lies here."""
    return (folder / SEARCH_INDEX).is_file()


@contextmanager
def _told(target: Path) -> Iterator[None]:
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
