"""Commands that keep people from being recognised: review, registry and withdraw."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TextIO

import click

from mensenwerk.author.review import Decision, Review
from mensenwerk.author.review import review as review_of
from mensenwerk.author.wording import say
from mensenwerk.cli.chosen import chosen
from mensenwerk.cli.voice import Voice, config_option
from mensenwerk.guards import RegistryError, load_registry
from mensenwerk.guards.registry import add_to_registry, registry_path
from mensenwerk.guards.tell import what
from mensenwerk.problems import Language, Problems, Span, as_text
from mensenwerk.site import run, withdrawing
from mensenwerk.source import CannotEditError, replace_file


@click.command()
@config_option
@click.argument("case")
@click.option("--role", help="The role of the reviewer, without a name.")
@click.option("--pass", "passed", type=int, multiple=True, metavar="N", help="Let finding N stand (may be repeated).")
@click.option("--reason", "reasons", multiple=True, help="Why, for each --pass in turn.")
@click.option("--read", "was_read", is_flag=True, help="Record that the whole case was read, as it is now.")
def review(
    config_file: Path,
    case: str,
    role: str | None,
    passed: tuple[int, ...],
    reasons: tuple[str, ...],
    was_read: bool,
) -> None:
    """Show what the guard finds in CASE (an id or a file), and record what a reviewer decides.

    On a terminal it asks; elsewhere use --role, --pass with --reason, and --read. The words that were found are shown
    on a terminal only, never in a log."""
    site = run.load(config_file)
    checked = site.check()
    read = chosen(checked, case, site)
    found = review_of(read, checked.guard)
    language = read.document.language
    for line in found.lines(shown=sys.stdout.isatty()):
        click.echo(line)
    if read.case.publication is None:
        raise run.Refused(say("no_block", language, file=read.document.file))
    if passed or was_read or role:
        decision = _decided(found, role, passed, reasons, was_read, site.settings.month)
    elif sys.stdin.isatty() and sys.stdout.isatty():
        decision = _asked(found, language, site.settings.month)
    else:
        sys.exit(0 if found.done else 1)
    if decision.reasons or decision.read:
        path = site.settings.cases / Path(read.document.file).name
        try:
            replace_file(path, found.decided(path.read_bytes(), decision))
        except CannotEditError as reason:
            raise run.Refused(say("cannot_edit", language, file=read.document.file)) from reason
        except OSError as reason:
            raise run.Refused(f"{read.document.file}: {reason.strerror}") from reason
        click.echo(say("recorded", language, file=read.document.file))
    left = [one for one in found.waiting if one.fingerprint not in decision.reasons]
    if found.blocking or left:
        click.echo(say("still", language))
    if found.blocking or left or not (decision.read or found.done):
        sys.exit(1)


def _decided(
    found: Review, role: str | None, passed: tuple[int, ...], reasons: tuple[str, ...], was_read: bool, month: str
) -> Decision:
    """What was decided on the command line."""
    language = found.read.document.language
    if not role or len(passed) != len(reasons) or not all(_says_why(each) for each in reasons):
        raise run.Refused(say("role_needed", language))
    if found.names_someone(role):
        raise run.Refused(say("role_named", language))
    for number in passed:
        if not 1 <= number <= len(found.findings) or found.findings[number - 1] not in found.waiting:
            raise run.Refused(say("no_such_number", language, number=number))
    chosen = {found.findings[n - 1].fingerprint: why for n, why in zip(passed, reasons, strict=True)}
    waiting = [one for one in found.waiting if one.fingerprint not in chosen]
    return Decision(role, month, chosen, was_read and not found.blocking and not waiting)


def _asked(found: Review, language: Language, month: str) -> Decision:
    """What a reviewer says, question by question, each with the words that it is about. Nothing is passed by pressing
    Enter, and nothing is asked while something has to change first."""
    nothing = Decision("", month, {}, read=False)
    if found.done or found.blocking:
        return nothing
    click.echo(say("read_first", language))
    role = click.prompt(say("ask_role", language))
    while found.names_someone(role):
        click.echo(say("role_named", language))
        role = click.prompt(say("ask_role", language))
    reasons = {}
    for number, one in enumerate(found.findings, start=1):
        if one not in found.waiting:
            continue
        click.echo(f"\n{number}. {what(one.kind, language)}\n   {found.words(one)}")
        if _yes(say("ask_pass", language), language):
            reason = click.prompt(say("ask_reason", language), default=found.earlier_reason)
            while not _says_why(reason):
                click.echo(say("reason_short", language))
                reason = click.prompt(say("ask_reason", language))
            reasons[one.fingerprint] = reason
    ready = all(one.fingerprint in reasons for one in found.waiting)
    was_read = ready and _yes(say("ask_read", language), language)
    if ready and not was_read:
        click.echo(say("not_recorded", language))
    return Decision(role, month, reasons, was_read)


_YES, _NO = {"j", "ja", "y", "yes"}, {"", "n", "nee", "no"}
_WORDS_OF_A_REASON = 3


def _yes(question: str, language: Language) -> bool:
    """A question that is answered with yes or no, in either language; Enter says no."""
    while True:
        answer = click.prompt(question, default="", show_default=False).strip().lower()
        if answer in _YES | _NO:
            return answer in _YES
        click.echo(say("yes_or_no", language))


def _says_why(reason: str) -> bool:
    return len(reason.split()) >= _WORDS_OF_A_REASON


@click.group()
def registry() -> None:
    """Your own list of real names and places that may never be published. It stays on this computer."""


@registry.command()
@config_option
@click.argument("names", nargs=-1)
@click.option(
    "--from", "file", type=click.File(encoding="utf-8"), help="A file with a name on each line (- for input)."
)
@click.option("--as", "whom", metavar="CASE/PERSON", help="Whom it became: the ids of the case and of the person.")
def add(config_file: Path, names: tuple[str, ...], file: TextIO | None, whom: str | None) -> None:
    """Add names. Without NAMES it asks for them, so that they do not stay behind in the history of your terminal."""
    language = _language(config_file)
    if whom is not None:
        _known(whom, config_file, language)
    if file is not None:
        try:
            names = tuple(file.read().splitlines())
        except UnicodeError as reason:
            raise run.Refused(say("registry_not_utf8", language)) from reason
    elif not names and sys.stdin.isatty():
        asked = []
        while name := click.prompt(say("registry_ask", language), default="", show_default=False):
            asked.append(name)
        names = tuple(asked)
    elif not names:
        names = tuple(sys.stdin.read().splitlines())
    lines = [f"{name} = {whom}" if whom and "=" not in name else name for name in names]
    with _told(language):
        count = add_to_registry(lines)
    click.echo(say("registry_added", language, n=count))
    unread = sum(name.strip().startswith("#") or not any(sign.isalnum() for sign in name) for name in names)
    if unread:
        click.echo(say("registry_unread", language, n=unread))
    click.echo(say("registry_protects", language))


@registry.command("check")
@config_option
def check_registry(config_file: Path) -> None:
    """Say what is in the registry (how much, never what), what it protects, and where the cases still name it."""
    language = _language(config_file)
    with _told(language):
        found = load_registry()
    if not found:
        click.echo(say("registry_none", language, path=registry_path()))
        click.echo(say("registry_protects", language))
        return
    n = len(found.entries)
    count = say("registry_one", language) if n == 1 else say("registry_many", language, n=n)
    click.echo(say("registry_state", language, count=count, path=registry_path()))
    vague = sum(entry.vague for entry in found.entries)
    if vague:
        click.echo(say("registry_short", language, n=vague))
    click.echo(say("registry_protects", language))
    if not config_file.is_file():
        return
    named = [p for p in run.load(config_file).check().problems if p.code == "guard-registry"]
    if named:
        click.echo(say("registry_found", language))
        click.echo(as_text(named))
        sys.exit(1)
    click.echo(say("registry_clean", language))


@click.command()
@config_option
@click.argument("case")
@click.pass_obj
def withdraw(voice: Voice, config_file: Path, case: str) -> None:
    """Take a case back: a tombstone keeps it out of every next build. Says what is left to take down."""
    site = run.load(config_file)
    language = site.settings.language
    if sys.stdin.isatty() and sys.stdout.isatty() and not _yes(say("ask_withdraw", language, case=case), language):
        raise click.exceptions.Exit(1)
    for text in withdrawing.withdraw(site, case):
        voice.say(text)


def _known(whom: str, config_file: Path, language: Language) -> None:
    """Refuse a person that the casebook does not have: the rule about initials would never hold for them."""
    case, _, person = whom.partition("/")
    cases = run.load(config_file).check().cases if config_file.is_file() else ()
    for read in cases:
        if read.case.id == case and person in {each.id for each in (*read.case.centre, *read.case.people)}:
            return
    raise run.Refused(say("registry_nobody", language))


def _language(config_file: Path) -> Language:
    """The language of the casebook that stands here, if any."""
    return run.load(config_file).settings.language if config_file.is_file() else "nl"


class _told:  # noqa: N801  # reads as a statement: with _told(language)
    """What is wrong with the registry, in words."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, reason: object, trace: object) -> None:
        if isinstance(reason, RegistryError):
            problems = Problems(self.language)
            problems.add(reason.code, Span(str(registry_path())))
            raise run.Refused(as_text(problems.found)) from reason
