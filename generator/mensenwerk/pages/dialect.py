"""The Markdown of a site: with which extensions a page of the author's own becomes HTML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from markdown import Markdown


@dataclass(frozen=True, slots=True)
class Dialect:
    """The extensions that MkDocs puts in and those of mkdocs.yml, with their settings by name."""

    extensions: tuple[str, ...] = ("toc", "tables", "fenced_code")
    settings: Mapping[str, Any] = field(default_factory=dict)

    def html(self, markdown: str) -> str:
        """A page as this site shows it. Raises ValueError where an extension cannot work with it, or with how it is set
        in mkdocs.yml: extensions raise whatever they like."""
        try:
            return Markdown(extensions=list(self.extensions), extension_configs=dict(self.settings)).convert(markdown)
        except Exception as reason:
            raise ValueError("this page cannot be made into HTML") from reason
