"""export: cases for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from mensenwerk.author.wording import say
from mensenwerk.cli.making import audience_option
from mensenwerk.cli.voice import Voice, config_option
from mensenwerk.exchange.write import FORMATS, Format
from mensenwerk.site import run
from mensenwerk.site.exporting import export as export_cases


@click.command()
@config_option
@audience_option
@click.argument("cases", metavar="[CASE]...", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice([*FORMATS, "all"]),
    default="all",
    show_default=True,
    help="GraphML, a file for each map (Gephi, igraph, NetworkX); tables (R, egor); the whole case as JSON; or all.",
)
@click.option(
    "--private", "uncleared", is_flag=True, help="Cases that were not cleared too, for you alone; it is said."
)
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="The folder where it goes.")
@click.pass_obj
def export(
    voice: Voice,
    config_file: Path,
    audience: str | None,
    cases: tuple[str, ...],
    form: Format | str,
    uncleared: bool,
    output: Path,
) -> None:
    """Write cases (by their ids; without any, all) as files for other programs.

    Only what may be seen by those for whom the book is. The folder is replaced as a whole when an earlier export lies
    in it, and left alone when anything else does."""
    site = run.load(config_file, audience)
    formats = [each for each in FORMATS if form in (each, "all")]
    made, left_out = export_cases(site, cases, formats, output, uncleared=uncleared)
    language = site.settings.language
    if left_out:
        click.echo(left_out, err=True)
    if uncleared:
        click.secho(say("export_private", language, folder=output), fg="red", err=True)
    voice.say(say("export_done", language, folder=output, cases=", ".join(made)))
