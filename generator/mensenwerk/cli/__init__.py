"""The command line: commands only. Exit codes: 0 fine, 1 the author has something to mend, 2 wrong usage."""

from __future__ import annotations

import signal
import sys

import click

from mensenwerk import __version__
from mensenwerk.cli.beginning import form, init, new
from mensenwerk.cli.binding import pdf
from mensenwerk.cli.drawing import draw
from mensenwerk.cli.exporting import export
from mensenwerk.cli.guarding import registry, review, withdraw
from mensenwerk.cli.importing import import_
from mensenwerk.cli.making import build, check, schema, serve, write
from mensenwerk.cli.papers import paper
from mensenwerk.cli.reflecting import mirror
from mensenwerk.cli.sheets import sheet
from mensenwerk.cli.voice import Voice, no_colour
from mensenwerk.site import run

_ANYWHERE = {"-q", "--quiet", "-v", "--verbose"}


class _Commands(click.Group):
    """How much is said may stand before or after the name of a command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        end = args.index("--") if "--" in args else len(args)
        first = [each for each in args[:end] if each in _ANYWHERE]
        return super().parse_args(ctx, [*first, *(each for each in args[:end] if each not in _ANYWHERE), *args[end:]])


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mensenwerk")
@click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong.")
@click.option("-v", "--verbose", is_flag=True, help="Say everything.")
@click.pass_context
def cli(context: click.Context, quiet: bool, verbose: bool) -> None:
    """Turn case files about people and their relationships into a casebook."""
    if quiet and verbose:
        raise click.UsageError("Choose --quiet or --verbose.")
    context.obj = Voice(quiet, verbose)
    if no_colour():
        context.color = False


for command in (
    init,
    new,
    form,
    import_,
    sheet,
    build,
    serve,
    check,
    draw,
    paper,
    pdf,
    mirror,
    review,
    registry,
    withdraw,
    export,
    write,
    schema,
):
    cli.add_command(command)


def main() -> None:
    """Run a command; what the author has to mend is told without a traceback."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # what was begun is tidied up
    try:
        cli(prog_name="mensenwerk")
    except run.Refused as refused:
        click.secho(str(refused), fg="red", err=True, color=False if no_colour() else None)
        sys.exit(1)
