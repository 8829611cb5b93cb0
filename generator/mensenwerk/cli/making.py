"""Commands that make something: build, serve, check, write and schema."""

from __future__ import annotations

import logging
import sys
import time
from pathlib import Path
from typing import cast, get_args

import click

from mensenwerk.author.reference import MARK, reference_pages
from mensenwerk.author.wording import say
from mensenwerk.cli.voice import Voice, config_option
from mensenwerk.exchange.write import json_case
from mensenwerk.model.schema import FILE_NAMES, schema_text
from mensenwerk.model.words import Audience
from mensenwerk.problems import Language, as_github, as_json, as_text
from mensenwerk.site import run
from mensenwerk.site.withdrawing import still_to_take_down

_FORMATS = {"text": as_text, "json": as_json, "github": as_github}

audience_option = click.option(
    "--audience",
    type=click.Choice([audience.value for audience in Audience]),
    help="For whom the book is made. Cases meant for fewer people are left out.",
)
engine_option = click.option(
    "--engine", type=click.Choice(["auto", "wasi", "dot"]), help="What draws the maps: ours, or the system's Graphviz."
)


@click.command()
@config_option
@audience_option
@engine_option
@click.option("-d", "--site-dir", type=click.Path(path_type=Path), help="Where the site goes.")
@click.option("--strict", is_flag=True, help="Let a warning stop the build.")
@click.option("--no-cache", is_flag=True, help="Make every page anew, and keep nothing for the next build.")
@click.pass_obj
def build(
    voice: Voice,
    config_file: Path,
    audience: str | None,
    engine: str | None,
    site_dir: Path | None,
    strict: bool,
    no_cache: bool,
) -> None:
    """Build the casebook into a folder that opens by double-click."""
    started = time.monotonic()
    site = run.load(config_file, audience, engine, strict)
    finished = site.build(site_dir, strict, voice.progress(), anew=no_cache)
    voice.summary(finished, time.monotonic() - started)
    for text in still_to_take_down(site, finished.folder):
        click.echo(text, err=True)
    voice.say(click.style("Open: ", bold=True) + str((finished.folder / "index.html").resolve()))


@click.command()
@config_option
@audience_option
@click.option("-a", "--dev-addr", metavar="IP:PORT", help="Where to serve, instead of 127.0.0.1:8000.")
@click.option("-o", "--open", "open_in_browser", is_flag=True, help="Open it in the browser.")
def serve(config_file: Path, audience: str | None, dev_addr: str | None, open_in_browser: bool) -> None:
    """Show the casebook while you write; it changes as you save.

    Made for you alone: cases are in it that nobody reviewed yet, or to which nobody gave consent. Never
    publish it."""
    run.load(config_file)
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    run.serve(config_file, audience or Audience.INTERNAL.value, dev_addr, open_in_browser)


@click.command()
@config_option
@audience_option
@click.option("--format", "form", type=click.Choice(list(_FORMATS)), default="text", show_default=True)
@click.option("--privacy", is_flag=True, help="Say what the program does not judge, and you do.")
@click.pass_obj
def check(voice: Voice, config_file: Path, audience: str | None, form: str, privacy: bool) -> None:
    """Read all cases and say what is wrong, and where; those of the book in the other language too. Makes nothing."""
    site = run.load(config_file, audience)
    if privacy:
        click.echo(say("not_judged", site.settings.language))
        return
    read = [book.check() for book in (site, site.in_other_language()) if book]
    problems = {problem for each in read for problem in (*each.problems, *(each.asides if voice.verbose else ()))}
    text = _FORMATS[form](problems)
    if text:
        click.echo(text)
    if form == "text" and problems:
        errors = sum(problem.severity == "error" for problem in problems)
        summary = say(
            "check_stops", site.settings.language, errors=errors, cases=sum(len(each.cleared) for each in read)
        )
        if not voice.quiet:
            click.echo(summary, err=True)  # beside the list: that is read by editors too
    if form == "text" and not problems:
        count = len(read[0].cases)
        voice.say(f"{count} case{'' if count == 1 else 's'} read; nothing to mend.")
    sys.exit(1 if any(each.refused for each in read) else 0)


@click.command()
@config_option
@audience_option
@engine_option
@click.argument("folder", type=click.Path(path_type=Path))
@click.pass_obj
def write(voice: Voice, config_file: Path, audience: str | None, engine: str | None, folder: Path) -> None:
    """Write the casebook as Markdown and SVG, with a plain mkdocs.yml that needs no plugin."""
    started = time.monotonic()
    finished = run.load(config_file, audience, engine).write(folder, voice.progress())
    voice.summary(finished, time.monotonic() - started)
    voice.say(f"Build it with: mkdocs build -f {finished.folder / 'mkdocs.yml'}")


@click.command()
@click.option(
    "--reference",
    type=click.Choice(get_args(Language)),
    help="Instead write the reference of a case file and an edition as pages to read, in Dutch (nl) or English (en).",
)
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.pass_obj
def schema(voice: Voice, reference: str | None, folder: Path | None) -> None:
    """Write the JSON Schemas with which an editor completes and explains (nl and en), and that of an exported case.

    They go into content/schema, or into FOLDER; pages go into content/pages."""
    if reference:
        folder, made = folder or Path("content/pages"), reference_pages(cast(Language, reference))
    else:
        schemas = {name: schema_text(kind, language) for (kind, language), name in FILE_NAMES.items()}
        folder, made = folder or Path("content/schema"), {**schemas, json_case.SCHEMA_FILE: json_case.schema_text()}
    try:
        theirs = [name for name in made if reference and not _is_ours(folder / name)]
        if theirs:
            raise run.Refused(say("reference_taken", cast(Language, reference), file=folder / theirs[0]))
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in made.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
            voice.say(f"Written: {folder / name}")
    except OSError as reason:
        raise run.Refused(f"{folder}: nothing can be written here ({reason.strerror}).") from reason


def _is_ours(file: Path) -> bool:
    """Whether a page may be written here: over an older one of ours, and over nothing else."""
    return not file.exists() or (file.is_file() and MARK in file.read_text(encoding="utf-8", errors="replace"))
