"""`reportkit join`: one's own copy of the shared repository, and the line that makes one known to the others."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import click

from reportkit.cli.progress_line import shown_progress
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say
from reportkit.errors import WrongUse
from reportkit.gitstore.clone import copy_repository, introduce, is_copy_of
from reportkit.gitstore.identity import known_identity
from reportkit.gitstore.init import GitUser
from reportkit.gitstore.key_files import KeyFile, read_key, usual_key
from reportkit.gitstore.key_files import make_key as make_usual_key
from reportkit.reading.addresses import is_email


@click.command(epilog='An example: reportkit join //server/housing/shared.git housing --name "Ann Okafor"')
@click.argument("url", metavar="PLACE")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--name", help="Your name, as the others know you.")
@click.option("--email", help="Your e-mail address.")
@click.option("--key", "key_file", metavar="FILE", type=click.Path(path_type=Path), help="Sign with this SSH key.")
@click.option("--make-key", is_flag=True, help="Make an SSH key, without a passphrase, where you have none.")
@click.pass_obj
def command(  # noqa: PLR0913  one parameter an option
    session: Session,
    url: str,
    folder: Path | None,
    name: str | None,
    email: str | None,
    key_file: Path | None,
    *,
    make_key: bool,
) -> None:
    """Make your own copy of the shared repository.

    PLACE is a folder that all can reach, or an address on a server; DIR is a new or an empty folder,
    by default one named like the place. The line that is printed last makes you known: send it to
    your technical administrator, who adds you to the people who may sign.
    """
    if key_file and make_key:
        raise WrongUse("A key is named, and one is to be made", remedy="Give --key or --make-key.")
    place = str((session.start / url).resolve()) if (session.start / url).exists() else url
    target = (session.start / (folder or _named_like(url))).resolve()
    person = _person(session, name, email)
    key = read_key(session.start / key_file) if key_file else usual_key()
    if is_copy_of(target, place):
        _ours(target)
        say(f"{target} already is your copy.", err=True)
    else:
        with shown_progress() as progress:
            copy_repository(place, target, progress, _ours)
        say(f"Copied the repository to {target}.", err=True)
    key = key or (_made(person) if make_key else None)
    introduce(target, person, key)
    _tell(person, key)


def _ours(folder: Path) -> None:
    """Raise Unreadable where a newer reportkit made the repository, or reportkit.yaml cannot be read."""
    _ = Session(folder, asks=False).root


def _named_like(url: str) -> str:
    """The folder's name by default: the place's own, without its ending."""
    name = PurePosixPath(url.replace("\\", "/").rstrip("/").replace(":", "/")).name.removesuffix(".git")
    if not name or name in (".", ".."):
        raise WrongUse("The folder has no name", remedy="Name it after the place: reportkit join PLACE DIR.")
    return name


def _person(session: Session, name: str | None, email: str | None) -> GitUser:
    """Who joins: as given, asked for, or known to Git. Raises WrongUse where nobody can tell."""
    known = known_identity(session.start)
    called = _answer(session, name, known.name, "Your name", '--name "Ann Okafor"')
    address = _answer(session, email, known.email, "Your e-mail address", "--email ann@example.org")
    if not is_email(address):
        raise WrongUse(f"`{address}` is no e-mail address", remedy="Write it as ann@example.org.")
    return GitUser(called, address)


def _answer(session: Session, given: str | None, known: str, question: str, example: str) -> str:
    if given is None and session.may_ask:
        given = str(click.prompt(question, default=known or None, err=True))
    answer = " ".join((known if given is None else given).split())
    if not answer or not answer.isprintable() or set("<>,") & set(answer):
        raise WrongUse(f"{question} is needed, without commas and brackets", remedy=f"Give it: {example}.")
    return answer


def _made(person: GitUser) -> KeyFile:
    key = make_usual_key(person.email)
    secret = key.path.with_suffix("")
    say(f"Made the key {secret}. It has no passphrase: whoever has that file can sign as you.", err=True)
    return key


def _tell(person: GitUser, key: KeyFile | None) -> None:
    if key is None:
        say(
            "You have no SSH key yet, so that what you sign is claimed and not proven. To have one, "
            "give the same command again with --make-key, or --key FILE.",
            err=True,
        )
    click.echo("Send this line to your technical administrator:", err=True)
    click.echo(", ".join(filter(None, (person.name, person.email, _line(key) if key else ""))))


def _line(key: KeyFile) -> str:
    """The key without its comment, which only its owner needs."""
    return f"{key.public.kind} {key.public.line.split()[1]}"
