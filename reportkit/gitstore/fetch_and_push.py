"""What is asked of a shared place and handed to it: a fetch and a push, each tried again where others were quicker."""

from __future__ import annotations

import random
import re
import time

from msgspec import Struct

from reportkit.errors import Trouble
from reportkit.gitstore.checkout import Checkout
from reportkit.gitstore.far_programs import reading_end, writing_end
from reportkit.gitstore.git_errors import lock_error, refuse_left_lock, trouble
from reportkit.gitstore.git_program import run
from reportkit.gitstore.new_version import contains
from reportkit.gitstore.progress_report import TellProgress
from reportkit.gitstore.remote import Remote, RemoteState, last_seen
from reportkit.gitstore.remote_errors import turned_down, unreachable
from reportkit.gitstore.transport import Carried, carry

_ATTEMPTS = 30
_OTHERS_WERE_QUICKER = re.compile(
    r"\[rejected\]|non-fast-forward|fetch first|cannot lock ref|failed to update ref|incorrect old value"
)
_FETCHES_AT_ONCE = re.compile(r"cannot lock ref|unable to update local ref|index\.lock|shallow\.lock")


class HandedOver(Struct, frozen=True):
    """Says if the shared place has the version now. If not, others were quicker, or hold a lock there: `obstacle`."""

    is_done: bool
    obstacle: Trouble | None = None


def ask(checkout: Checkout, place: Remote, progress: TellProgress | None) -> RemoteState:
    """Fetch the branch. Versions that were there before and are not now are remembered as lost."""
    before = last_seen(checkout, place)
    newest = _fetch(checkout, place, progress)
    lost = before and (newest is None or not contains(checkout.root, newest, before))
    return RemoteState(place, newest, before if lost else None)


def _fetch(checkout: Checkout, place: Remote, progress: TellProgress | None) -> str | None:
    words = ("fetch", "--progress", "--no-tags", "--no-recurse-submodules", _reading(checkout, place))
    carried = Carried(0, "", "")
    for _ in range(_ATTEMPTS):
        carried = carry(checkout.root, (*words, "--", place.name, f"+{place.branch}:{place.seen}"), progress)
        if not carried.code:
            return last_seen(checkout, place)
        if "couldn't find remote ref" in carried.said:
            _refuse_other_branches(checkout, place)
            return None
        refuse_left_lock(carried.said, checkout.root)
        if not _FETCHES_AT_ONCE.search(carried.said):
            break
        time.sleep(random.uniform(0.01, 0.1))  # noqa: S311  only so that two sharers part
    raise lock_error(carried.said, checkout.root) or unreachable(carried.said, place.url)


def _reading(checkout: Checkout, place: Remote) -> str:
    return reading_end(checkout.root, place.name, place.url)


def _refuse_other_branches(checkout: Checkout, place: Remote) -> None:
    """Raise Trouble unless the shared place is empty, where it does not have our branch."""
    listed = carry(checkout.root, ("ls-remote", "--heads", _reading(checkout, place), "--", place.name))
    if listed.code:
        raise unreachable(listed.said, place.url)
    heads = [entry.rpartition("refs/heads/")[2] for entry in listed.output.splitlines()]
    if heads:
        ours = checkout.branch.removeprefix("refs/heads/")
        raise Trouble(
            f"You are on the branch {ours}, and what is shared is on {', '.join(heads)}",
            remedy=f"Go there first: git switch {heads[0]}.",
        )
    run(checkout.root, "update-ref", "-d", place.seen)


def hand_over(checkout: Checkout, place: Remote, version: str, progress: TellProgress | None) -> HandedOver:
    """Put the version on the shared branch, unless others were quicker; read back where the line broke."""
    far = writing_end(checkout.root, place.name, place.url)
    words = ("push", "--porcelain", "--progress", "--no-verify", "--no-signed", "--no-follow-tags", far)
    carried = carry(
        checkout.root, (*words, "--recurse-submodules=no", "--", place.name, f"{version}:{place.branch}"), progress
    )
    if not carried.code:
        return HandedOver(is_done=True)
    said = f"{carried.output}\n{carried.said}"
    if "[remote rejected]" not in said or _OTHERS_WERE_QUICKER.search(said):
        newest = ask(checkout, place, progress).newest
        if newest and contains(checkout.root, newest, version):
            return HandedOver(is_done=True)
        if _OTHERS_WERE_QUICKER.search(said):
            refuse_left_lock(said, checkout.root)
            return HandedOver(is_done=False, obstacle=lock_error(said, checkout.root))
    raise turned_down(said, place.url)


def note_seen(checkout: Checkout, place: Remote, version: str) -> str:
    """Note what the shared place has now, where Git itself did not. Returns what kept it from that, or ""."""
    noted = run(checkout.root, "update-ref", place.seen, version)
    return (
        f"It is shared, but not noted here as shared. {trouble('update-ref', noted.said, checkout.root)}"
        if noted.code
        else ""
    )
