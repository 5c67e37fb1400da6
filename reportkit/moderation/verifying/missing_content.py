"""Inspections whose record is there and whose folder is not: a plain commit took it away, or gave it another name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from reportkit.moderation.verifying.file_history import VersionStep
from reportkit.moderation.verifying.observation import Observation


class MissingContent(Struct, frozen=True, kw_only=True):
    """An inspection with a record and without its folder.

    `step` took the folder away, None where this copy has no version that holds it. `before` is what the store calls the
    folder as it was then, `renamed` the name that it has now, "" where there is no such folder.
    """

    inspection: str
    step: VersionStep | None = None
    before: str = ""
    renamed: str = ""


def examine_missing(missing: Iterable[MissingContent]) -> Iterator[Observation]:
    """Yield what there is to say of each folder that is missing."""
    for each in missing:
        yield Observation(
            level="forged",
            kind="content-renamed" if each.renamed else "content-gone",
            where=f"inspections/{each.inspection}",
            what=f"{_what(each)}, and its record is still there: `reportkit restore {each.inspection}` puts it back",
            commit=each.step.commit if each.step else "",
        )


def _what(missing: MissingContent) -> str:
    if missing.step is None:
        return "the folder is in no version that this copy holds"
    if missing.renamed:
        return f"it was renamed to {missing.renamed} without a record ({missing.step})"
    return f"it was taken away ({missing.step})"
