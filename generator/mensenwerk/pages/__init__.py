"""Facts → Markdown: frozen view-models first, templates last, wording in Dutch and English."""

from mensenwerk.model.literature import Reference
from mensenwerk.pages.address import Addresses, html_uri, link
from mensenwerk.pages.page import Page
from mensenwerk.pages.wording import Wording, wording

__all__ = ["Addresses", "Page", "Reference", "Wording", "html_uri", "link", "wording"]
