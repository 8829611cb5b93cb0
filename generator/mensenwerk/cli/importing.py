"""import: cases made of what other tools know."""

from __future__ import annotations

from pathlib import Path
from typing import cast, get_args

import click

from mensenwerk.author.wording import say
from mensenwerk.cli.voice import Voice, config_option
from mensenwerk.exchange.read import FORMATS, Format
from mensenwerk.problems import Language
from mensenwerk.site import run
from mensenwerk.site.importing import bring


@click.command("import")
@config_option
@click.argument("source", metavar="FILE_OR_FOLDER", type=click.Path(path_type=Path))
@click.option("--format", "kind", type=click.Choice(FORMATS), help="Whose file it is. Without it: what it looks like.")
@click.option(
    "--ego", metavar="ID", help="Of GraphML: the point that is the person it is about, by its id or label; or none."
)
@click.option("--id", "case", metavar="ID", help="The id of the case; of several with a number behind it.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The folder for the cases; without it that of the book."
)
@click.option("--language", type=click.Choice(get_args(Language)), help="The language of the cases: nl or en.")
@click.pass_obj
def import_(
    voice: Voice,
    config_file: Path,
    source: Path,
    kind: str | None,
    ego: str | None,
    case: str | None,
    output: Path | None,
    language: str | None,
) -> None:
    """Make cases of what another tool wrote down: each person and their network becomes a case for internal use.

    Roles come in place of names, and the names go into your registry. What a case has no place for is listed, here and
    behind a # at the head of the file. Nothing is ever written over."""
    checked, spoken = None, cast("Language | None", language)
    if config_file.is_file():
        site = run.load(config_file)
        checked, spoken = site.check(), spoken or site.settings.language
        output = output or site.settings.cases
    spoken = spoken or "nl"
    brought = bring(source, cast("Format | None", kind), case, output or Path(), spoken, checked, ego)
    if brought.guessed:
        voice.say(say("import_guessed", spoken, tool=brought.tool))
    for file in brought.files:
        voice.say(say("new_done", spoken, file=file))
    for line in brought.told:
        voice.say(line)
    voice.say(say("import_names", spoken, n=brought.names))
    voice.say(say("import_next", spoken))
