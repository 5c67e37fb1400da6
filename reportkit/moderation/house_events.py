"""Events that concern all inspections beside a change of policy: what two people acknowledge."""

from __future__ import annotations

from reportkit.moderation.events import Details
from reportkit.moderation.words import Digest, Line, Text, Tree


class Acknowledgement(Details, frozen=True, kw_only=True):
    """One observation of `verify` is known and explained. It makes nothing count, and counts once a second agrees.

    `commit` is the version that did it, `digests` are the SHA-256 of the file at `path` as it came and as it is.
    """

    kind: Line
    path: Line
    commit: Tree
    digests: tuple[Digest, ...] = ()
    reason: Text

    def __post_init__(self) -> None:
        if list(self.digests) != sorted(set(self.digests)):
            raise ValueError("the digests of an observation stand in order and once")


class Agreement(Details, frozen=True, kw_only=True):
    """The second person agrees to what another proposed, having seen it."""

    to: Digest
