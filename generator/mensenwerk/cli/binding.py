"""pdf: a case, an edition or the whole book to take along."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from mensenwerk.cli.making import audience_option, engine_option
from mensenwerk.cli.voice import Voice, config_option
from mensenwerk.model.words import EditionKind
from mensenwerk.site import bound, run
from mensenwerk.site.shelves import Form


@click.command()
@config_option
@audience_option
@engine_option
@click.option("--case", "cases", metavar="ID", multiple=True, help="A case by itself. May be said more than once.")
@click.option("--guide", "guides", metavar="ID", multiple=True, help="A guide, with its chapters and cases.")
@click.option("--briefing", "briefings", metavar="ID", multiple=True, help="A briefing for a municipal council.")
@click.option("--conversation", "conversations", metavar="ID", multiple=True, help="A conversation, on a few sheets.")
@click.option("--edition", "editions", metavar="ID", multiple=True, help="An edition of any kind.")
@click.option("--format", "form", type=click.Choice(get_args(Form)), default="pdf", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path(), help="The folder where it goes.")
@click.pass_obj
def pdf(
    voice: Voice,
    config_file: Path,
    audience: str | None,
    engine: str | None,
    cases: tuple[str, ...],
    guides: tuple[str, ...],
    briefings: tuple[str, ...],
    conversations: tuple[str, ...],
    editions: tuple[str, ...],
    form: Form,
    output: Path,
) -> None:
    """Bind the whole book, or some of it, to read on paper or to mail.

    As a PDF with contents and page numbers, that can be read aloud."""
    site = run.load(config_file, audience, engine)
    kinds = {
        EditionKind.GUIDE: guides,
        EditionKind.BRIEFING: briefings,
        EditionKind.CONVERSATION: conversations,
        None: editions,
    }
    asked = [(kind, edition) for kind, named in kinds.items() for edition in named]
    for file in bound.bind(site, cases, asked, form, output):
        voice.say(f"Bound: {file}")
