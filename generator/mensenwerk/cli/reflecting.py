"""mirror: a case read back to its author."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mensenwerk.author.mirror import told
from mensenwerk.cli.chosen import chosen
from mensenwerk.cli.voice import config_option
from mensenwerk.site import run


@click.command()
@config_option
@click.argument("case")
def mirror(config_file: Path, case: str) -> None:
    """Read CASE (an id or a file) back to you: awareness or registration?

    It asks, and stops nothing. Who it is about is shown on a terminal only, never in a log."""
    site = run.load(config_file)
    for line in told(chosen(site.check(), case, site), shown=sys.stdout.isatty()):
        click.echo(line)
