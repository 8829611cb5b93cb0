"""View-models → Markdown, by Jinja2 templates in which everything is escaped unless it was made safe."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from mensenwerk.pages import safe
from mensenwerk.pages.grammar import sentence
from mensenwerk.pages.page import drawing_place

_SIGNS = {sign: f"&#{ord(sign)};" for sign in "`~{}"}
_BLANK = re.compile(r"\n\s*\n\s*\n+")


def render(template: str, **values: object) -> str:
    """The Markdown of a page. Values are data: a `{{` in them is text like any other."""
    text = _environment().get_template(f"{template}.md.jinja").render(**values)
    return _BLANK.sub("\n\n", text).strip() + "\n"


def _inert(value: object) -> Markup:
    """What the site's Markdown would read as code, attributes or a macro, as characters: fences come before
    raw HTML there, so that an author's ``` would swallow the page, and {onclick=…} would be live. Nor does a line of
    theirs begin a heading."""
    text = escape(value) if hasattr(value, "__html__") else safe.no_heading(escape(value))
    plain = str(text)
    for sign, number in _SIGNS.items():
        plain = plain.replace(sign, number)
    return Markup(plain)  # noqa: S704


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("mensenwerk", "pages/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_inert,
    )
    environment.filters["prose"] = safe.prose
    environment.filters["line"] = safe.inline
    environment.filters["heading"] = safe.heading
    environment.filters["sentence"] = sentence
    environment.globals["drawing_place"] = drawing_place
    return environment
