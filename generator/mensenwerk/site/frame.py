"""What MkDocs puts around a page, kept from the last time that it made all of them: to make one page again."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment

# MkDocs has no other door to one page; that it comes out as in a whole build is held by a test.
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page


@dataclass(frozen=True, slots=True)
class Frame:
    """A site as MkDocs knows it."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment

    def in_menu(self, uri: str) -> bool:
        """Whether a page stands in the menu: then others say what comes before and after it."""
        return any(page.file.src_uri == uri for page in self.nav.pages)

    def write_again(self, file: File) -> None:
        """Write a page that stands in no menu in the place of the one that was there."""
        before = self.files.get_file_from_path(file.src_uri)
        if before is not None:
            self.files.remove(before)
        self.files.append(file)
        page = Page(None, file, self.config)
        _populate_page(page, self.config, self.files)
        _build_page(page, self.config, self.files.documentation_pages(), self.nav, self.env)
