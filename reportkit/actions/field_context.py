"""Things that a new file can name: the inspection's team, services, findings and evidence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from reportkit.errors import Refused
from reportkit.inspection.particulars import Particulars
from reportkit.workspace.inspection_folders import INSPECTIONS


class FieldContext:
    """An inspection's folder and what is in it. Its files are read only when something from inside them is wanted.

    With `reads` False they are never read, because the Tab key cannot wait; only names of files are offered then.
    """

    def __init__(self, root: Path, slug: str, *, reads: bool = True) -> None:
        self.root = root
        self.slug = slug
        self.folder = root / INSPECTIONS / slug
        self._reads = reads

    @cached_property
    def particulars(self) -> Particulars | None:
        """Return what inspection.yaml says; None where it is not to be read. Raises Refused where it cannot be."""
        if not self._reads:
            return None
        from reportkit.reading.folder import FolderFiles  # reading is heavy; completion needs none of it
        from reportkit.reading.inspection import read_inspection

        inspection = read_inspection(FolderFiles(self.root), self.slug).inspection
        if inspection is None:
            where = f"{INSPECTIONS}/{self.slug}/inspection.yaml"
            raise Refused("This file cannot be read", where=where, remedy="`reportkit check` says why.")
        return inspection.particulars

    def ids(self, folder: str) -> tuple[str, ...]:
        """Return the ids of the files in one of the inspection's folders."""
        return tuple(sorted(path.stem for path in (self.folder / folder).glob("[!.]*") if path.is_file()))

    def findings(self) -> Mapping[str, str]:
        """Return the findings by id, without titles, which would have to be read."""
        return dict.fromkeys(self.ids("findings"), "")

    def evidence(self) -> Mapping[str, str]:
        """Return the evidence by id."""
        return dict.fromkeys(self.ids("evidence"), "")

    def team(self) -> Mapping[str, str]:
        """Return the members of the team: id → name and role. Empty where none is written yet."""
        members = self.particulars.team if self.particulars else ()
        return {member.id: f"{member.name}, {member.role}" for member in members}

    def services(self) -> Mapping[str, str]:
        """Return the services in the scope: id → title."""
        scope = self.particulars.scope if self.particulars else ()
        return {service.id: service.title or "" for service in scope}
