"""paper: sheets to sit down with, as PDF."""

from __future__ import annotations

from pathlib import Path
from typing import cast, get_args

import click

from mensenwerk.cli.making import audience_option, engine_option
from mensenwerk.cli.voice import Voice, config_option
from mensenwerk.pages.paper import About, Size
from mensenwerk.problems import Language
from mensenwerk.site import papers, run

_output = click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path(), help="The folder where it goes."
)
_size = click.option("--size", type=click.Choice(get_args(Size)), default="a4", show_default=True)
_language = click.option(
    "--language", type=click.Choice(get_args(Language)), help="Instead of the language of the book."
)
_moment = click.option(
    "--moment", "map_id", metavar="MAP", help="One map, by its id. Without it: all maps of the case."
)


@click.group()
def paper() -> None:
    """Make sheets of paper to sit down with: first draw together, the computer comes after.

    Each is a PDF that can be printed as it is."""


@paper.command()
@config_option
@audience_option
@engine_option
@click.argument("case")
@_moment
@_size
@click.option("--title", "titled", is_flag=True, help="Print the title of the case, instead of a line for one's own.")
@_output
@click.pass_obj
def wall(
    voice: Voice,
    config_file: Path,
    audience: str | None,
    engine: str | None,
    case: str,
    map_id: str | None,
    size: str,
    titled: bool,
    output: Path,
) -> None:
    """The maps of CASE (its id), each on a sheet for a kitchen wall: room to draw, and no analysis."""
    site = run.load(config_file, audience, engine, alone=True)
    _say(voice, papers.wall(site, case, map_id, cast(Size, size), output, titled=titled))


@paper.command()
@config_option
@_size
@_language
@_output
@click.pass_obj
def empty(voice: Voice, config_file: Path, size: str, language: str | None, output: Path) -> None:
    """An empty map to draw on, with the signs to draw with. It needs no case."""
    _say(voice, papers.empty(run.load(config_file), cast(Size, size), cast("Language | None", language), output))


@paper.command()
@config_option
@click.option("--about", type=click.Choice(get_args(About)), default="all", show_default=True)
@_language
@_output
@click.pass_obj
def cards(voice: Voice, config_file: Path, about: str, language: str | None, output: Path) -> None:
    """Question cards of A6, four on a sheet of A4 with lines to cut along. They need no case."""
    made = papers.cards(run.load(config_file), cast(About, about), cast("Language | None", language), output)
    _say(voice, made)


@paper.command()
@config_option
@audience_option
@engine_option
@click.argument("case")
@click.option("--moment", "map_id", metavar="MAP", help="The map to compare with, by its id. Without it: the first.")
@_output
@click.pass_obj
def steps(
    voice: Voice,
    config_file: Path,
    audience: str | None,
    engine: str | None,
    case: str,
    map_id: str | None,
    output: Path,
) -> None:
    """CASE (its id) in steps for a training: the people, an empty map to draw, the map to compare with.

    The first page is for whoever leads it, with minutes per step."""
    _say(voice, papers.steps(run.load(config_file, audience, engine, alone=True), case, map_id, output))


@paper.command(name="yield")
@config_option
@_language
@_output
@click.pass_obj
def yielded(voice: Voice, config_file: Path, language: str | None, output: Path) -> None:
    """A sheet for what a conversation yielded, to fill in by hand. It needs no case."""
    _say(voice, papers.yielded(run.load(config_file), cast("Language | None", language), output))


def _say(voice: Voice, files: list[Path]) -> None:
    for file in files:
        voice.say(f"Made: {file}")
