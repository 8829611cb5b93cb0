"""init, new and form: begin a casebook, a file in it, or a case in a form."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import cast, get_args

import click

from mensenwerk.author.scaffold import Kind, readable
from mensenwerk.author.wording import say
from mensenwerk.cli.voice import Voice, config_option
from mensenwerk.problems import Language
from mensenwerk.site import run
from mensenwerk.site.beginning import begin_book, begin_file, write_form

_language = click.option("--language", type=click.Choice(get_args(Language)), help="Dutch (nl) or English (en).")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", help="What the book is called. Without it: after its folder.")
@_language
@click.pass_obj
def init(voice: Voice, folder: Path, name: str | None, language: str | None) -> None:
    """Make a casebook of your own in FOLDER, that builds at once.

    On a terminal it asks for its language and its name; elsewhere it is Dutch and called after its folder."""
    asks = sys.stdin.isatty() and sys.stdout.isatty()
    called = readable(folder.resolve().name)
    if language is None:
        choice = click.Choice(get_args(Language))
        language = click.prompt("Nederlands of Engels / Dutch or English", "nl", type=choice) if asks else "nl"
    spoken = cast(Language, language)
    if name is None:
        name = str(click.prompt(say("ask_book", spoken), called)) if asks else called
    begin_book(folder, name, spoken)
    voice.say(say("init_done", spoken, folder=folder))


@click.command()
@config_option
@click.argument("kind", type=click.Choice(get_args(Kind)))
@click.argument("title", metavar="TITLE|ID")
@click.option("--case", "cases", multiple=True, metavar="ID", help="A case that it is about (may be repeated).")
@_language
@click.pass_obj
def new(voice: Voice, config_file: Path, kind: str, title: str, cases: tuple[str, ...], language: str | None) -> None:
    """Begin a case, or something that is made of cases: a file with all that it needs, explained beside it.

    Name it by its title, or by an id of small letters and hyphens. It is in the language of the book."""
    site = run.load(config_file)
    made = begin_file(site, cast(Kind, kind), title, cases, cast("Language | None", language))
    for file in made:
        voice.say(say("new_done", site.settings.language, file=file))


@click.command()
@config_option
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The file; without it form.html or formulier.html."
)
@_language
@click.pass_obj
def form(voice: Voice, config_file: Path, output: Path | None, language: str | None) -> None:
    """Make a form to make or open a case with: one HTML file that works offline and sends nothing.

    It is in the language of the book that stands here, and draws as that book does; it needs none."""
    notation, spoken = None, cast("Language | None", language)
    if config_file.is_file():
        site = run.load(config_file)
        notation, spoken = site.check().notations.get(site.settings.notation), spoken or site.settings.language
    file = output or Path("form.html" if spoken == "en" else "formulier.html")
    write_form(file, spoken or "nl", notation)
    voice.say(say("new_done", spoken or "nl", file=file))
