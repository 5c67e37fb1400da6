"""What an inspection has reached, by its record and casework as they lie in the folder: for those who only look.

Who brought a record is taken as it says: recording checks it, and `verify` does.
"""

from __future__ import annotations

from msgspec import Struct

from reportkit.actions.overrides import SET_ASIDE, SetAsideRule
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
    """The records that count, what they and the casework add up to, and the rules that they set aside."""

    ledger: Ledger
    milestones: Milestones
    overrides: tuple[SetAsideRule, ...] = ()


def reached(files: Files, inspection: Inspection, endings: FindEndings) -> MilestonesReached:
    """Return what is known besides the folder. Raises Unreadable where casework or policy cannot be read."""
    ledger = _ledger(files, inspection, endings)
    milestones = milestones_of(ledger, read_casework(files, inspection.slug))
    return MilestonesReached(ledger, milestones, _overrides(files, ledger))


def _overrides(files: Files, ledger: Ledger) -> tuple[SetAsideRule, ...]:
    from reportkit.moderation.events import Override
    from reportkit.reading.policy import read_policy

    found = ledger.of(Override)
    policy = read_policy(files) if found else None
    return tuple(
        SetAsideRule(each.rule, each.about, f"{SET_ASIDE} {policy.name_of(entry.record.person)}: {each.reason}")
        for entry, each in found
        if policy
    )


def _ledger(files: Files, inspection: Inspection, endings: FindEndings) -> Ledger:
    paths = files.under(f"moderation/{inspection.slug}/records")
    stored = tuple(
        Stored(name=path.rpartition("/")[2], data=files.read(path)) for path in paths if not path.endswith(_SIGNATURE)
    )
    return _weighed(files, inspection, stored, endings) if stored else Ledger()


def _weighed(files: Files, inspection: Inspection, stored: tuple[Stored, ...], endings: FindEndings) -> Ledger:
    """Only where there is a record is moderation of any use, and worth the time that it takes to load."""
    import hashlib
    from functools import partial

    from msgspec.structs import replace

    from reportkit.actions.believed_records import believed_in_force
    from reportkit.moderation.case import case_of
    from reportkit.moderation.load_records import tell
    from reportkit.moderation.policy import POLICY
    from reportkit.moderation.valid_records import weigh
    from reportkit.reading.policy import read_policy
    from reportkit.reading.repository import read_repository

    told, policy = tell(stored), replace(read_policy(files), judging=1)  # signatures are not looked at here
    case = case_of(read_repository(files).repository, inspection, endings=endings)
    keys = partial(_named_keys, files, inspection.slug)
    digest = hashlib.sha256(files.read(POLICY)).hexdigest()
    return weigh(believed_in_force(told, policy, digest, endings, keys), policy, replace(case, authors=frozenset()))


def _named_keys(files: Files, slug: str, _: str) -> dict[str, str]:
    """Return the public key that the signature of each record names, by the record's file name."""
    from reportkit.gitstore.signatures.named_key import named_key  # only where a record may have come in late

    paths = [path for path in files.under(f"moderation/{slug}/records") if path.endswith(_SIGNATURE)]
    return {path.rpartition("/")[2].removesuffix(_SIGNATURE): named_key(files.read(path)) for path in paths}
