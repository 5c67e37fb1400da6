"""The way in: finds the command, and turns every error into a sentence and an exit code."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

import click

from reportkit import __version__
from reportkit.cli.session import Session
from reportkit.cli.streams import ready_streams
from reportkit.cli.terminal_output import say
from reportkit.errors import Exit, ReportkitError, Trouble


class Entry(NamedTuple):
    """A command's place in the help: who types it, and what it does in a line."""

    who: str
    does: str


INSPECTOR = "Inspectors"
MODERATOR = "Moderators"
OFFICE = "Whoever deals with the bodies"
ADMINISTRATOR = "The technical administrator"
EVERYONE = "Everyone"

# The module is reportkit.cli.<name>; it is imported only when its command is run.
COMMANDS = {
    "new": Entry(INSPECTOR, "Start an inspection's folder."),
    "add": Entry(INSPECTOR, "Add a finding, evidence, a recommendation, a driver or a barrier."),
    "check": Entry(INSPECTOR, "List what is wrong or missing, with file and line."),
    "explain": Entry(INSPECTOR, "Explain a rule: its paragraph, why it is there, what to do."),
    "coverage": Entry(INSPECTOR, "Show what of the guidance was looked at, and what not, counted."),
    "scope": Entry(INSPECTOR, "Work out which services get a full and which a lighter inspection."),
    "indicators": Entry(INSPECTOR, "Show indicators beside what they are held against; bring a table in."),
    "questionnaire": Entry(INSPECTOR, "Make the self-assessment questionnaire; bring its answers in."),
    "draft": Entry(INSPECTOR, "Make the Word report."),
    "save": Entry(INSPECTOR, "Save one inspection as a new version."),
    "sync": Entry(EVERYONE, "Bring in what others shared, and share what you saved."),
    "settle": Entry(INSPECTOR, "Settle a finding that two people changed at once."),
    "join": Entry(EVERYONE, "Make your own copy of the shared repository."),
    "moderate": Entry(MODERATOR, "Show what waits for you; sign, ask, answer, decide."),
    "undo": Entry(MODERATOR, "Undo your own last act, while nobody else has seen it."),
    "status": Entry(MODERATOR, "Show every inspection in a line: stage, next step, who, by when."),
    "publish": Entry(MODERATOR, "Publish the final report, from what was signed."),
    "reinspect": Entry(MODERATOR, "Agree the day of a re-inspection, and make its folder."),
    "timetable": Entry(MODERATOR, "Show every date: done, due, late, in working days; or a calendar of them."),
    "history": Entry(MODERATOR, "Tell who did what, when, in which role, and how sure that is."),
    "comments": Entry(OFFICE, "Send the draft to the bodies, enter what they say, answer it."),
    "notify": Entry(OFFICE, "Tell the score: the letters and the press release, in one act."),
    "correct": Entry(OFFICE, "Reissue one document with a minor correction."),
    "people": Entry(ADMINISTRATOR, "List who may do what; add and retire people, and their keys."),
    "init": Entry(ADMINISTRATOR, "Make a new working repository."),
    "verify": Entry(ADMINISTRATOR, "Tell whether the record is whole, and a document what it says it is."),
    "doctor": Entry(ADMINISTRATOR, "Look over this machine: what is fine, and what to do."),
    "completion": Entry(ADMINISTRATOR, "Let the Tab key complete names in your shell."),
    "demo": Entry(EVERYONE, "Check and draft the example inspections in a scratch copy."),
}


class Commands(click.Group):
    """The commands, each imported only when it is asked for; help is grouped by who types them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Every command's name, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  click's signature
        """The command, from its own file; None for a name that is not one."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"reportkit.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one was perhaps meant."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            raise click.UsageError(_no_such_command(args[0]), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  click's signature
        """Write the commands under the people who type them, without importing any."""
        for who in dict.fromkeys(entry.who for entry in COMMANDS.values()):
            with formatter.section(who):
                formatter.write_dl([(name, entry.does) for name, entry in COMMANDS.items() if entry.who == who])


def _no_such_command(name: str) -> str:
    from reportkit.cli.suggestions import command_hint  # only a wrong guess needs it

    return f"There is no command '{name}'. {command_hint(name, COMMANDS)}"


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="An example: reportkit draft harrowmere-homes --open",
)
@click.option("-C", "start", type=click.Path(path_type=Path), metavar="DIR", help="Work as if started in this folder.")
@click.option("--no-input", is_flag=True, help="Ask nothing; fail where an answer is needed.")
@click.version_option(__version__, prog_name="reportkit")
@click.pass_context
def commands(ctx: click.Context, start: Path | None, *, no_input: bool) -> None:
    """Inspection reports from structured findings: well founded, moderated, and in Word."""
    ctx.obj = Session(start or Path(), asks=not no_input)


def run(arguments: Sequence[str]) -> int:
    """Run one command. Returns the exit code; what went wrong has been said on stderr."""
    try:
        result = _with_what_is_missing(arguments)
    except (ReportkitError, OSError) as error:
        return _say(error)
    except click.exceptions.NoArgsIsHelpError as error:  # a group alone shows its help
        error.show()
        return Exit.WRONG_USE
    except click.ClickException as error:
        say(_usage(error), err=True)
        return Exit.WRONG_USE
    except (click.Abort, KeyboardInterrupt):
        click.echo("\nStopped; nothing more was done.", err=True)  # the terminal shows ^C on the line above
        return Exit.INTERRUPTED
    except Exception as error:  # noqa: BLE001  the one edge: a bug becomes a line and a log
        return _bug(error)
    return result if isinstance(result, int) else Exit.DONE


def _with_what_is_missing(arguments: Sequence[str]) -> object:
    """Run one command; where it lacks something, ask for that and run it so. Raises what goes wrong."""
    try:
        return commands.main(list(arguments), prog_name="reportkit", standalone_mode=False)
    except click.MissingParameter as error:
        from reportkit.cli.asking.missing_options import ask_for_missing  # only where something is missing

        more = ask_for_missing(error)
        return commands.main([*arguments, *more], prog_name="reportkit", standalone_mode=False)


def _say(error: ReportkitError | OSError) -> int:
    """Say what went wrong. Returns the exit code."""
    known = error if isinstance(error, ReportkitError) else _of_the_system(error)
    say(_shown(str(known)), err=True)
    return known.exit_code


def _usage(error: click.ClickException) -> str:
    """What click says of a command that was typed wrongly: how it is used, where the help is, what is wrong."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    usage = f"{context.get_usage()}\nTry '{context.command_path} --help' for help.\n\n" if context else ""
    return f"{usage}Error: {error.format_message()}"


def _of_the_system(error: OSError) -> Trouble:
    """A disk or a folder said no, where no command has a better sentence for it."""
    remedy = "Look at that file and at the disk, then try again."
    return Trouble(error.strerror or str(error), where=str(error.filename or ""), remedy=remedy)


def _shown(words: str) -> str:
    """Words as a terminal may show them: a name given to us must not move its cursor or colour it."""
    if words.isprintable():
        return words
    return "".join(sign if sign.isprintable() or sign == "\n" else ascii(sign)[1:-1] for sign in words)


def _bug(error: Exception) -> int:
    from reportkit.cli.crash_log import write_log  # only a bug needs it

    log = write_log(error, sys.argv)
    click.echo(
        f"This is a bug in reportkit, not something you did: {error!r:.200}. The details are in {log}.", err=True
    )
    return Exit.BUG


def main() -> NoReturn:
    """The `reportkit` program."""
    # Values are frozen and a run is short: to look for cycles in them would cost a tenth of it, and to look for
    # them once more at the very end, where all memory goes back anyway, as much again.
    import gc  # beside its reason

    gc.disable()
    ready_streams()
    code = run(sys.argv[1:])
    gc.freeze()
    sys.exit(code)
