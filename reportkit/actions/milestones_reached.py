"""What an inspection has reached, by its record and casework as they lie in the folder: for those who only look.

Who brought a record is taken as it says: recording checks it, and `verify` does.
"""

from __future__ import annotations

from msgspec import Struct

from reportkit.inspection.inspection import Inspection
from reportkit.inspection.milestones import Milestones
from reportkit.moderation.endings import FindEndings
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.milestones import milestones_of
from reportkit.moderation.store import Stored
from reportkit.reading.casework import read_casework
from reportkit.reading.files import Files

_SIGNATURE = ".sig"


class MilestonesReached(Struct, frozen=True):
    """The records that count, and what they and the casework come to."""

    ledger: Ledger
    milestones: Milestones


def reached(files: Files, inspection: Inspection, endings: FindEndings) -> MilestonesReached:
    """Return what is known besides the folder. Raises Unreadable where casework or policy cannot be read."""
    ledger = _ledger(files, inspection, endings)
    return MilestonesReached(ledger, milestones_of(ledger, read_casework(files, inspection.slug)))


def _ledger(files: Files, inspection: Inspection, endings: FindEndings) -> Ledger:
    paths = files.under(f"moderation/{inspection.slug}/records")
    stored = tuple(
        Stored(name=path.rpartition("/")[2], data=files.read(path)) for path in paths if not path.endswith(_SIGNATURE)
    )
    return _weighed(files, inspection, stored, endings) if stored else Ledger()


def _weighed(files: Files, inspection: Inspection, stored: tuple[Stored, ...], endings: FindEndings) -> Ledger:
    """Only where there is a record is moderation of any use, and worth the time that it takes to load."""
    from reportkit.actions.believed_records import believed
    from reportkit.moderation.case import case_of
    from reportkit.moderation.load_records import tell
    from reportkit.moderation.valid_records import weigh
    from reportkit.reading.policy import read_policy
    from reportkit.reading.repository import read_repository

    told, policy = tell(stored), read_policy(files)
    case = case_of(read_repository(files).repository, inspection, endings=endings)
    return weigh(believed(told, policy, endings), policy, case)
