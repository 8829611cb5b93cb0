"""sheet: a case as a spreadsheet, out and in.

What reads and writes workbooks is loaded when it is asked for: no other command waits for it.
"""

from __future__ import annotations

from pathlib import Path
from typing import cast, get_args

import click

from mensenwerk.author.wording import say
from mensenwerk.cli.voice import Voice, config_option
from mensenwerk.problems import Language
from mensenwerk.site import run

_output = click.option(
    "-o",
    "--output",
    metavar="FILE.xlsx|FOLDER",
    type=click.Path(path_type=Path),
    required=True,
    help="A workbook (xlsx), or a folder for a CSV file of each sheet.",
)


@click.group()
def sheet() -> None:
    """A case as a spreadsheet: a template to fill in, all of a case file out, and back in without loss."""


@sheet.command("template")
@config_option
@_output
@click.option("--language", type=click.Choice(get_args(Language)), help="Dutch (nl) or English (en).")
@click.pass_obj
def template_(voice: Voice, config_file: Path, output: Path, language: str | None) -> None:
    """Make an empty spreadsheet for a case, explained, with lists to choose from.

    It is in the language of the book that stands here; it needs none."""
    from mensenwerk.site.sheets import begin_sheet

    spoken = cast("Language | None", language)
    if spoken is None and config_file.is_file():
        spoken = run.load(config_file).settings.language
    begin_sheet(output, spoken or "nl")
    voice.say(say("new_done", spoken or "nl", file=output))
    voice.say(say("sheet_begin", spoken or "nl"))


@sheet.command("out")
@config_option
@_output
@click.argument("case", metavar="CASE|FILE.yaml")
@click.pass_obj
def out(voice: Voice, config_file: Path, output: Path, case: str) -> None:
    """Write a case file (or the case of the book with this id) as a spreadsheet.

    For its author alone: all that the case file holds goes along. Nothing is ever written over."""
    from mensenwerk.exchange.sheet.wording import say as say_in_sheet
    from mensenwerk.site.sheets import take_out

    is_file = Path(case).suffix.lower() in (".yaml", ".yml")
    site = run.load(config_file) if config_file.is_file() or not is_file else None
    made = take_out(site, case, output)
    voice.say(say("new_done", made.language, file=output))
    voice.say(say_in_sheet("all_of_it", made.language))
    if made.remarks:
        voice.say(say("sheet_remarks", made.language))


@sheet.command("in")
@config_option
@click.argument("source", metavar="FILE.xlsx|FOLDER", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The folder for the case; without it that of the book."
)
@click.pass_obj
def in_(voice: Voice, config_file: Path, source: Path, output: Path | None) -> None:
    """Make a case file of a spreadsheet.

    It is named after the id of the case, and nothing is ever written over. What is wrong is told for each cell."""
    from mensenwerk.site.sheets import bring_in

    checked, spoken = None, "nl"
    if config_file.is_file():
        site = run.load(config_file)
        spoken = site.settings.language
        if output is None:
            checked, output = site.check(), site.settings.cases
    file, language = bring_in(source, output or Path(), cast(Language, spoken), checked)
    voice.say(say("new_done", language, file=file))
    voice.say(say("sheet_next", language))
