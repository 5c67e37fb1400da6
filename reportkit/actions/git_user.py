"""Who works in a copy: the person whom Git's settings name, or who says so when the copy is made."""

from __future__ import annotations

from reportkit.errors import WrongUse
from reportkit.gitstore.identity import Identity, known_identity
from reportkit.gitstore.init import GitUser
from reportkit.reading.addresses import is_email
from reportkit.workspace.workspace import Workspace


def known_person(workspace: Workspace) -> Identity:
    """Return what Git's settings say of the person, "" where they say nothing."""
    return known_identity(workspace.start)


def person_of(known: Identity, name: str | None, email: str | None) -> GitUser:
    """Return the person: what is given, else what Git knows. Raises WrongUse for what is missing or cannot be."""
    name = _cleaned(known.name if name is None else name, "Your name", '--your-name "Ann Okafor"')
    email = _cleaned(known.email if email is None else email, "Your e-mail address", "--email ann@example.org")
    if not is_email(email):
        raise WrongUse(f"`{email}` is no e-mail address", remedy="Write it as ann@example.org.")
    return GitUser(name, email)


def _cleaned(given: str, what: str, example: str) -> str:
    """Return an answer on one line. Raises WrongUse where there is none, or it would break the line that is sent."""
    answer = " ".join(given.split())
    if not answer or not answer.isprintable() or set("<>,") & set(answer):
        raise WrongUse(f"{what} is needed, without commas and brackets", remedy=f"Give it: {example}.")
    return answer
