"""The program: runs one command, and turns every error into a sentence and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from reportkit import __version__
from reportkit.cli.command_group import CommandGroup
from reportkit.cli.command_table import PROGRAM
from reportkit.cli.session import Session
from reportkit.cli.streams import ready_streams
from reportkit.cli.terminal_output import say
from reportkit.errors import Exit, ReportkitError, Trouble
from reportkit.printable import printable


@click.group(
    cls=CommandGroup,
    table=PROGRAM,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("-C", "start", type=click.Path(path_type=Path), metavar="DIR", help="Work as if started in this folder.")
@click.option("--no-input", is_flag=True, help="Ask nothing; fail where an answer is needed.")
@click.version_option(__version__, prog_name="reportkit")
@click.pass_context
def commands(ctx: click.Context, start: Path | None, *, no_input: bool) -> None:
    """Keep where to work and whether to ask, for the command that follows."""
    ctx.obj = Session(start or Path(), asks=not no_input)


def run(arguments: Sequence[str]) -> int:
    """Run one command, and say on stderr what goes wrong. Returns the exit code."""
    try:
        result = _run_or_ask(arguments)
    except (ReportkitError, OSError) as error:
        return _say(error)
    except click.exceptions.NoArgsIsHelpError as error:  # a group alone shows its help
        error.show()
        return Exit.WRONG_USE
    except click.ClickException as error:
        say(printable(_usage(error), keep="\n"), err=True)
        return Exit.WRONG_USE
    except (click.Abort, KeyboardInterrupt):
        click.echo("\nStopped; nothing more was done.", err=True)  # the terminal shows ^C on the line above
        return Exit.INTERRUPTED
    except Exception as error:  # noqa: BLE001  the one edge: a bug becomes a line and a log
        return _bug(error)
    return result if isinstance(result, int) else Exit.DONE


def _run_or_ask(arguments: Sequence[str]) -> object:
    """Run one command; if an argument is missing, ask for it and run the command again. Returns its result."""
    try:
        return commands.main(list(arguments), prog_name="reportkit", standalone_mode=False)
    except click.MissingParameter as error:
        from reportkit.cli.asking.missing_options import ask_for_missing  # only where something is missing

        more = ask_for_missing(error)
        return commands.main([*arguments, *more], prog_name="reportkit", standalone_mode=False)


def _say(error: ReportkitError | OSError) -> int:
    """Say what went wrong on stderr. Returns the exit code."""
    known = error if isinstance(error, ReportkitError) else _from_os_error(error)
    say(printable(str(known), keep="\n"), err=True)
    return known.exit_code


def _usage(error: click.ClickException) -> str:
    """Return the message for a wrongly typed command: its usage, where its help is, and what is wrong."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    usage = f"{context.get_usage()}\nTry '{context.command_path} --help' for help.\n\n" if context else ""
    return f"{usage}Error: {error.format_message()}"


def _from_os_error(error: OSError) -> Trouble:
    """Return the error of a disk or a folder for which no command has a better sentence."""
    remedy = "Look at that file and at the disk, then try again."
    return Trouble(error.strerror or str(error), where=str(error.filename or ""), remedy=remedy)


def _bug(error: Exception) -> int:
    from reportkit.cli.crash_log import write_log  # only a bug needs it

    log = write_log(error, sys.argv)
    click.echo(
        f"This is a bug in reportkit, not something you did: {error!r:.200}. The details are in {log}.", err=True
    )
    return Exit.BUG


def main() -> NoReturn:
    """Run the program with the words of the command line, and exit."""
    # Values are frozen and a run is short: to look for cycles in them would cost a tenth of it, and to look for
    # them once more at the very end, where all memory goes back anyway, as much again.
    import gc  # beside its reason

    gc.disable()
    ready_streams()
    code = run(sys.argv[1:])
    gc.freeze()
    sys.exit(code)
