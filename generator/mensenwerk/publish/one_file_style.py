"""The look of one HTML file: the theme's own style sheets, for a page that has no menu and follows what its reader
chose for light or dark."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from mensenwerk.themes import themes_folder

_SHEETS = ("site", "text", "components", "maps", "ecomap", "editions", "ways", "print")
_ON_PAPER = "print"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,>]) ?")
_OF_THE_SITE = re.compile(r"@media screen\{:root:has\(\[data-md-color-scheme=\"slate\"\]\)\{[^}]*\}")
_RULE = re.compile(r"(?<=[{}])([^{}@]*)\{[^{}]*\}")
_NOT_HERE = re.compile(r"\.(?:md-|mw-(?:header|rail|footer|skip|menu|nav|search|look|take|moments|mode|lang|page-nav))")


@cache
def style() -> str:
    """The style sheet, without comments and spare spaces, and without rules for what is not in such a file."""
    folder = themes_folder() / "mensenwerk/assets/mensenwerk"
    made = []
    for name in _SHEETS:
        css = (folder / f"{name}.css").read_text(encoding="utf-8")
        made.append(f"@media print{{{css}}}" if name == _ON_PAPER else css)
    made.append(files("mensenwerk").joinpath("publish", "one_file.css").read_text(encoding="utf-8"))
    css = _AROUND.sub(r"\1", _SPACE.sub(" ", _COMMENT.sub("", "\n".join(made)))).replace(": ", ":").replace(";}", "}")
    css = _OF_THE_SITE.sub("@media screen and (prefers-color-scheme:dark){", css)
    css = css.replace(
        '@media screen{[data-md-color-scheme="slate"]', "@media screen and (prefers-color-scheme:dark){:root"
    )
    css = css.replace('[data-md-color-scheme="slate"]', ":root")
    return _RULE.sub(lambda rule: "" if _NOT_HERE.search(rule[1]) and "," not in rule[1] else rule[0], css)
