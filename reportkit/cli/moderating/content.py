"""What lies before a person who acts: the trees, the tool; and what changed since somebody had it before them."""

from __future__ import annotations

from pathlib import Path

import reportkit
from reportkit.cli.moderating.scene import Scene
from reportkit.errors import Refused
from reportkit.gitstore.changes import Change
from reportkit.gitstore.contents import changes_between, trees
from reportkit.moderation.events import Content, Refusal, SignOff
from reportkit.moderation.order import Entry


def content(root: Path, slug: str) -> Content:
    """The content as it is saved. Raises Refused where the inspection was never saved."""
    inspection, templates = trees(root, f"inspections/{slug}", "templates")
    if inspection is None:
        raise Refused(f"{slug} was never saved", remedy=f"Save it first: reportkit save {slug}.")
    return Content(inspection=inspection, templates=templates, tool=reportkit.__version__)


def last_seen(scene: Scene) -> tuple[Entry, Content] | None:
    """The last sign-off or refusal of the scene's person that counts, with what lay before them."""
    for entry in reversed(scene.ledger.taken):
        details = entry.record.details
        if entry.record.person == scene.person.id and isinstance(details, SignOff | Refusal):
            return entry, details.content
    return None


def changes_since(root: Path, scene: Scene, seen: Content) -> tuple[Change, ...] | None:
    """What changed in the inspection since; None where that version is not here to compare with."""
    return changes_between(root, seen.inspection, f"HEAD:./inspections/{scene.slug}")


def changed_since(root: Path, slug: str, commit: str) -> tuple[str, ...]:
    """The inspection's files that changed since a commit, sorted; () where it is not here."""
    folder = f"./inspections/{slug}"
    changes = changes_between(root, f"{commit}:{folder}", f"HEAD:{folder}")
    return tuple(change.path for change in changes or ())
