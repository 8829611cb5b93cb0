"""How much is said, and how: a moving bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

import click

from mensenwerk.casebook import Progress
from mensenwerk.problems import Problem, as_text
from mensenwerk.site import run

config_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The mkdocs.yml of the casebook.",
)


class Voice:
    """What a command says: little with --quiet, everything with --verbose."""

    def __init__(self, quiet: bool, verbose: bool) -> None:
        self.quiet = quiet
        self.verbose = verbose
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
        if finished.translation:
            self.say(f"{counts}, and in the other language:")
            self.summary(finished.translation, seconds)
        else:
            self.say(f"{counts} in {seconds:.1f} seconds.")


def no_colour() -> bool:
    """Whether the author wants no colours (no-color.org: an empty NO_COLOR does not count)."""
    return bool(os.environ.get("NO_COLOR"))
