"""A person's own name and e-mail address, asked for at a terminal where Git does not know them."""

from __future__ import annotations

import click

from reportkit.cli.session import Session


def ask_who(session: Session, name: str | None, email: str | None) -> tuple[str, str]:
    """Return a name and an address; ask for each that was not given."""
    from reportkit.actions.git_user import known_person

    known = known_person(session)
    return (
        _ask("Your name", known.name) if name is None else name,
        _ask("Your e-mail address", known.email) if email is None else email,
    )


def _ask(question: str, known: str) -> str:
    return str(click.prompt(question, default=known or None, err=True))
