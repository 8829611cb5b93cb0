"""The command line: commands only. Exit codes: 0 fine, 1 the author has something to mend, 2 wrong usage."""

from __future__ import annotations

import logging
import os
import signal
import sys
import time
from pathlib import Path

import click

from mensenwerk import __version__
from mensenwerk.casebook import Progress
from mensenwerk.model.schema import FILE_NAMES, schema_text
from mensenwerk.model.words import Audience
from mensenwerk.problems import Problem, as_github, as_json, as_text
from mensenwerk.site import run

_FORMATS = {"text": as_text, "json": as_json, "github": as_github}

_config = click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The mkdocs.yml of the casebook.",
)
_audience = click.option(
    "--audience",
    type=click.Choice([audience.value for audience in Audience]),
    help="For whom the book is made. Cases meant for fewer people are left out.",
)
_engine = click.option(
    "--engine", type=click.Choice(["auto", "wasi", "dot"]), help="What draws the maps: ours, or the system's Graphviz."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mensenwerk")
@click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong.")
@click.option("-v", "--verbose", is_flag=True, help="Say everything.")
@click.pass_context
def cli(context: click.Context, quiet: bool, verbose: bool) -> None:
    """Turn case files about people and their relations into a casebook."""
    if quiet and verbose:
        raise click.UsageError("Choose --quiet or --verbose.")
    context.obj = _Voice(quiet, verbose)
    if _no_colour():
        context.color = False


@cli.command()
@_config
@_audience
@_engine
@click.option("-d", "--site-dir", type=click.Path(path_type=Path), help="Where the site goes.")
@click.option("--strict", is_flag=True, help="Let a warning stop the build.")
@click.pass_obj
def build(
    voice: _Voice, config_file: Path, audience: str | None, engine: str | None, site_dir: Path | None, strict: bool
) -> None:
    """Build the casebook into a folder that opens by double-click."""
    started = time.monotonic()
    finished = run.load(config_file, audience, engine, strict).build(site_dir, strict, voice.progress())
    voice.summary(finished, time.monotonic() - started)
    voice.say(click.style("Open: ", bold=True) + str((finished.folder / "index.html").resolve()))


@cli.command()
@_config
@click.option("-a", "--dev-addr", metavar="IP:PORT", help="Where to serve, instead of 127.0.0.1:8000.")
@click.option("-o", "--open", "open_in_browser", is_flag=True, help="Open it in the browser.")
def serve(config_file: Path, dev_addr: str | None, open_in_browser: bool) -> None:
    """Show the casebook while you write; it changes as you save."""
    run.load(config_file)
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    run.serve(config_file, dev_addr, open_in_browser)


@cli.command()
@_config
@click.option("--format", "form", type=click.Choice(list(_FORMATS)), default="text", show_default=True)
@click.pass_obj
def check(voice: _Voice, config_file: Path, form: str) -> None:
    """Read all cases and say what is wrong, and where. Makes nothing."""
    checked = run.load(config_file).check()
    text = _FORMATS[form](checked.problems)
    if text:
        click.echo(text)
    if form == "text" and not checked.problems:
        count = len(checked.cases)
        voice.say(f"{count} case{'' if count == 1 else 's'} read; nothing to mend.")
    sys.exit(1 if checked.refused else 0)


@cli.command()
@_config
@_audience
@_engine
@click.argument("folder", type=click.Path(path_type=Path))
@click.pass_obj
def write(voice: _Voice, config_file: Path, audience: str | None, engine: str | None, folder: Path) -> None:
    """Write the casebook as Markdown and SVG, with a plain mkdocs.yml that needs no plugin."""
    started = time.monotonic()
    finished = run.load(config_file, audience, engine).write(folder, voice.progress())
    voice.summary(finished, time.monotonic() - started)
    voice.say(f"Build it with: mkdocs build -f {finished.folder / 'mkdocs.yml'}")


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("content/schema"))
@click.pass_obj
def schema(voice: _Voice, folder: Path) -> None:
    """Write the JSON Schemas with which an editor completes and explains (nl and en)."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for language, name in FILE_NAMES.items():
            (folder / name).write_text(schema_text(language), encoding="utf-8", newline="\n")
            voice.say(f"Written: {folder / name}")
    except OSError as reason:
        raise run.Refused(f"{folder}: nothing can be written here ({reason.strerror}).") from reason


class _Voice:
    """How much is said, and how: a moving bar on a terminal, plain lines elsewhere."""

    def __init__(self, quiet: bool, verbose: bool) -> None:
        self.quiet = quiet
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
        # our own findings stand in the summary already
        handler.addFilter(lambda record: verbose or record.name != "mkdocs.plugins.mensenwerk")
        run.speak_through(handler, logging.INFO if verbose else logging.WARNING)

    def say(self, text: str) -> None:
        if not self.quiet:
            click.echo(text)

    def progress(self) -> Progress | None:
        if self.quiet or not sys.stderr.isatty():
            return None

        def show(done: int, total: int) -> None:
            filled = round(30 * done / max(total, 1))
            end = "\n" if done == total else ""
            click.echo(f"\r{'█' * filled}{'·' * (30 - filled)} {done}/{total}{end}", err=True, nl=False)

        return show

    def summary(self, finished: run.Finished, seconds: float) -> None:
        """What was made, and which cases were left out and why."""
        told: list[Problem] = [p for p in finished.casebook.problems if p.severity != "info" or not self.quiet]
        if told:
            click.echo(as_text(told), err=True)
        book = finished.casebook
        made = [(len(book.cases), "case"), (finished.pages, "page"), (book.drawn, "drawing")]
        counts = ", ".join(f"{count} {word}{'' if count == 1 else 's'}" for count, word in made)
        self.say(f"{counts} in {seconds:.1f} seconds.")


def main() -> None:
    """Run a command; what the author has to mend is told without a traceback."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # what was begun is tidied up
    try:
        cli(prog_name="mensenwerk")
    except run.Refused as refused:
        click.secho(str(refused), fg="red", err=True, color=False if _no_colour() else None)
        sys.exit(1)


def _no_colour() -> bool:
    """Whether the author wants no colours (no-color.org: an empty NO_COLOR does not count)."""
    return bool(os.environ.get("NO_COLOR"))
