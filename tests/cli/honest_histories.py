"""Honest histories, made by plain git: what each is called and how it comes about. None gives a false alarm."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tests.cli.house import House

KIM = ("-c", "user.name=Kim", "-c", "user.email=kim@example.org")
FINDING = "inspections/oak/findings/{}.md"


class HonestHistory(NamedTuple):
    """One of them; `do` is given a moderated house."""

    name: str
    do: Callable[[House], object]


def _finding(house: House, name: str) -> None:
    house.write(FINDING.format(name), f"---\ntitle: {name}\n---\n")
    house.commit("kim", f"Add {name}")


def _on_a_side(house: House, *names: str) -> None:
    """Findings that are committed on a branch beside an act on the main one."""
    house.git("switch", "-q", "-c", "side")
    for name in names:
        _finding(house, name)
    house.git("switch", "-q", "main")
    house.act("refusal", "bob")


def _merged(house: House) -> None:
    _on_a_side(house, "gas", "damp")
    house.git(*KIM, "merge", "-q", "--no-edit", "side")


def _octopus(house: House) -> None:
    for name in ("gas", "damp", "lifts"):
        house.git("switch", "-q", "-c", name, "main")
        _finding(house, name)
    house.git("switch", "-q", "main")
    house.act("refusal", "bob")
    house.git(*KIM, "merge", "-q", "--no-edit", "gas", "damp", "lifts")


def _pulled_with_rebase(house: House) -> None:
    """Unshared findings are written anew upon what others recorded."""
    other = house.copy("other")
    _finding(other, "gas")
    house.act("refusal", "bob")
    other.git(*KIM, "pull", "-q", "--rebase", "origin", "main")
    house.git("pull", "-q", "--ff-only", str(other.root), "main")


def _squashed(house: House) -> None:
    """A Git host makes one commit of a branch of findings."""
    _on_a_side(house, "gas", "damp")
    house.git(*KIM, "merge", "-q", "--squash", "side")
    house.commit("kim", "Findings (#12)")


def _with_signed_commits_of_the_host(house: House) -> None:
    """A Git host merges in its own name."""
    _on_a_side(house, "gas")
    host = ("-c", "user.name=Git host", "-c", "user.email=noreply@example.org")
    house.git(*host, "merge", "-q", "--no-ff", "--no-edit", "side")


def _on_a_renamed_branch(house: House) -> None:
    house.git("branch", "-m", "main", "trunk")
    house.act("refusal", "bob")


def _empty_commits(house: House) -> None:
    for person in ("kim", "gus"):
        house.commit(person, "Nothing")
    house.act("refusal", "bob")
    house.commit("kim", "Nothing")


def _renaming_reverted(house: House) -> None:
    house.git("mv", "inspections/elm", "inspections/elm-homes")
    house.commit("kim", "A better name")
    house.git(*KIM, "revert", "--no-edit", "HEAD")


def _renaming_of_all_reverted(house: House) -> None:
    house.git("mv", "inspections/elm", "inspections/elm-homes")
    house.git("mv", "moderation/elm", "moderation/elm-homes")
    house.commit("kim", "A better name")
    house.git(*KIM, "revert", "--no-edit", "HEAD")


def _renaming_merged_with_an_act(house: House) -> None:
    """One copy renames an inspection without a record while another records an act elsewhere."""
    other = house.copy("other")
    other.git("mv", "inspections/oak", "inspections/oak-homes")
    other.commit("kim", "A better name")
    house.act("refusal", "bob")
    house.git(*KIM, "pull", "-q", "--no-rebase", "--no-edit", str(other.root), "main")


def _policy_changed_openly_beside_findings(house: House) -> None:
    import hashlib

    from reportkit.moderation import events as ev
    from reportkit.moderation.record import OF_THE_HOUSE
    from reportkit.moderation.store import File

    other = house.copy("other")
    _finding(other, "gas")
    saved = house.git_bytes("show", "HEAD:moderation/policy.yaml")
    new = saved + b"comment-period: 15\n"
    details = ev.PolicyChanged(before=house.policy_digest(), after=hashlib.sha256(new).hexdigest())
    file = File(path="moderation/policy.yaml", data=new)
    house.act("policy-changed", "gus", OF_THE_HOUSE, files=(file,), details=details)
    other.git(*KIM, "pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
    other.act("refusal", "bob")
    house.git("pull", "-q", "--ff-only", str(other.root), "main")


HONEST_HISTORIES = (
    HonestHistory("findings committed by plain git", lambda house: _finding(house, "gas")),
    HonestHistory("a branch of findings merged", _merged),
    HonestHistory("three branches merged at once", _octopus),
    HonestHistory("findings rebased by a pull", _pulled_with_rebase),
    HonestHistory("findings squashed by a Git host", _squashed),
    HonestHistory("a merge in a Git host’s name", _with_signed_commits_of_the_host),
    HonestHistory("a renamed branch", _on_a_renamed_branch),
    HonestHistory("empty commits", _empty_commits),
    HonestHistory("a renaming reverted", _renaming_reverted),
    HonestHistory("a renaming with the record reverted", _renaming_of_all_reverted),
    HonestHistory("a renaming of an inspection without a record, merged with an act", _renaming_merged_with_an_act),
    HonestHistory("a recorded change of policy merged with findings", _policy_changed_openly_beside_findings),
)
