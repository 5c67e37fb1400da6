"""What a rule's function says: one breach, before the rule puts its own id and paragraph on it."""

from __future__ import annotations

from msgspec import Struct

from reportkit.inspection.problem import State
from reportkit.inspection.source_place import Origin, Place


class Remark(Struct, frozen=True, gc=False):
    """One breach. `about` is the id of the one thing meant, for an answer to name.

    `mild`: a warning, where the rule has both levels and this is the lighter case.
    """

    where: Place
    state: State
    message: str
    remedy: str
    about: str = ""
    mild: bool = False


def missing(where: Place, message: str, remedy: str, about: str = "") -> Remark:
    """Return a fact that is not there yet."""
    return Remark(where, "not there yet", message, remedy, about)


def wrong(where: Place, message: str, remedy: str, about: str = "") -> Remark:
    """Return a fact that contradicts the guidance."""
    return Remark(where, "wrong", message, remedy, about)


def spot(origin: Origin, path: str) -> Place:
    """Return the place of a key inside others, `judgements.service.rating`, or of the nearest written one around it."""
    while path not in origin.lines and "." in path:
        path = path.rpartition(".")[0]
    return origin.at(path)
