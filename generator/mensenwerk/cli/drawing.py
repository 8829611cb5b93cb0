"""draw: maps to take along, on a sheet of A4."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from mensenwerk.cli.making import audience_option, engine_option
from mensenwerk.cli.voice import Voice, config_option
from mensenwerk.site import run, take_along


@click.command()
@config_option
@audience_option
@engine_option
@click.argument("case")
@click.option("--moment", "map_id", metavar="MAP", help="One map, by its id. Without it: all maps of the case.")
@click.option(
    "--view",
    type=click.Choice(get_args(take_along.View)),
    default="map",
    show_default=True,
    help="The ecomap; what is different from the map before; a map of many people by circle; who is important and what "
    "they mean; circles by closeness, and in quarters; what goes to and fro; who knows whom; people over time.",
)
@click.option("--format", "form", type=click.Choice(get_args(take_along.Form)), default="svg", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path(), help="The folder where it goes.")
@click.pass_obj
def draw(
    voice: Voice,
    config_file: Path,
    audience: str | None,
    engine: str | None,
    case: str,
    map_id: str | None,
    view: take_along.View,
    form: take_along.Form,
    output: Path,
) -> None:
    """Draw the maps of CASE (its id) on sheets of A4, to print or to hang on a wall.

    As svg, as png (300 dots to the inch) or as pdf, with title, date and legend."""
    site = run.load(config_file, audience, engine, alone=True)
    for file in take_along.draw(site, case, map_id, view, form, output):
        voice.say(f"Drawn: {file}")
