"""What Git says when the shared place cannot be reached or refuses, turned into a sentence that helps."""

from __future__ import annotations

import re

from reportkit.errors import Refused, ReportkitError, Trouble
from reportkit.gitstore.git_errors import gist

_LATER = "Is the network, or the drive, connected? Try again later{again}."


def unreachable(said: str, url: str, again: str = ": `reportkit sync`") -> Trouble:
    """Return the error for a shared place that could not be read or written.

    `said` is what Git said, `again` what to try later where that would help: a colon and a command, or "".
    """
    shown = without_password(url)
    for words, what, remedy in _KNOWN:
        if re.search(words, said):
            return Trouble(what.format(url=shown), remedy=remedy.format(url=shown, again=again))
    remedy = _LATER.format(again=again)
    return Trouble(f"The shared place {shown} cannot be reached: {gist(said)}", remedy=remedy)


def turned_down(said: str, url: str) -> ReportkitError:
    """Return the error for versions that the shared place would not take."""
    shown = without_password(url)
    if "branch is currently checked out" in said:
        return Trouble(
            f"{shown} is a person's own working folder, which cannot take shared versions",
            remedy="Make a shared place beside it: git init --bare shared.git, then git remote set-url origin to it.",
        )
    if "hook declined" in said:
        reasons = " ".join(text.removeprefix("remote:").strip() for text in _remote_lines(said))
        return Refused(
            f"The shared place {shown} did not take your versions: {reasons or 'it did not say why'}",
            remedy="They are safe here; ask your technical administrator.",
        )
    return unreachable(said, url)


def without_password(url: str) -> str:
    """Return the address as it may be shown."""
    return re.sub(r"(?<=://)[^/@]*@", "", url) if "://" in url and not url.startswith("ssh://") else url


def _remote_lines(said: str) -> list[str]:
    return [text for text in said.splitlines() if text.startswith("remote:") and text != "remote:"]


_KNOWN = (
    (
        "dubious ownership|unsafe repository",
        "Git does not trust the shared place {url}, because it belongs to another user",
        'If you do: git config --global --add safe.directory "{url}".',
    ),
    (
        "Host key verification failed",
        "This computer has not met the server of {url} yet",
        "Connect to it once with ssh, compare its fingerprint with the administrator's, and accept it.",
    ),
    (
        r"Permission denied \(|Too many authentication failures",
        "The server of {url} does not accept your key",
        "Send the administrator the line that `reportkit join` prints; a key with a passphrase must be in the agent.",
    ),
    (
        "terminal prompts disabled|could not read (Username|Password)|Authentication failed",
        "The server of {url} wants a name and a password, and Git knows none",
        "Store them once with Git's credential helper, or use the address that begins with ssh.",
    ),
    ("Could not resolve host|Name or service not known", "The server of {url} cannot be found", _LATER),
    (
        "does not appear to be a git repository|does not exist|[Nn]ot found",
        "There is no shared place at {url}, or it is not connected",
        "Is the drive connected, and the address right? Try again later{again}.",
    ),
    (
        "No space left on device|Disk quota exceeded",
        "The disk is full, here or at the shared place",
        "Make room and try again; nothing that was saved before is lost.",
    ),
    (
        r"Unable to create '[^']*\.lock': No such file",
        "Git could not write everything, here or at the shared place {url}",
        "Make room and try again; nothing that was saved before is lost.",
    ),
    (
        "insufficient permission|Permission denied|Read-only file system",
        "You may not write in the shared place {url}",
        "Ask your technical administrator for the right to.",
    ),
    (
        "unpacker error",
        "The shared place {url} cannot be written: its disk is full, or you may not write there",
        "Ask your technical administrator; nothing that was saved before is lost.",
    ),
    (
        "protocol '.*' not allowed|transport '.*' not allowed|not supported|Unable to find remote helper",
        "{url} is not an address that Git can share with",
        "A folder, an ssh or an https address will do.",
    ),
    (
        "fsck error|index-pack failed|bad object|is corrupt|did not receive expected object",
        "What the shared place {url} holds is damaged, so nothing was taken from it",
        "Tell your technical administrator; every copy holds all versions it has seen.",
    ),
)
