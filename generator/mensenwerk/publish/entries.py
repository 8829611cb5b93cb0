"""A rendered page → what can be found of it: the same for MkDocs and for the lifeboat."""

from __future__ import annotations

from mensenwerk.pages import Page, html_uri
from mensenwerk.publish.page_text import page_text
from mensenwerk.publish.search_index import SearchEntry


def made_entries(page: Page, html: str) -> tuple[SearchEntry, ...]:
    """The entry of a page we made; of a leaf there is none. What an author wrote is called as its heading says."""
    if page.leaf:
        return ()
    title = _heading(html) if page.by_hand else ""
    return (SearchEntry(html_uri(page.uri), title or page.title, page.kind, page_text(html)),)


def written_entry(uri: str, html: str, kind: str) -> SearchEntry:
    """The entry of a page that the author wrote by hand (`uri` ends in .md)."""
    return SearchEntry(html_uri(uri), _heading(html) or uri.removesuffix(".md"), kind, page_text(html))


def _heading(html: str) -> str:
    _, _, rest = html.partition("<h1")
    return page_text(f"<h1{rest.partition('</h1>')[0]}</h1>").strip() if rest else ""
