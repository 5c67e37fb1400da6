"""Which version took an inspection's folder away, and the name that the folder has now."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from reportkit.gitstore.records.reader import ObjectReader
from reportkit.moderation.verifying.file_history import VersionStep
from reportkit.moderation.verifying.missing_content import MissingContent


class MissingFolders:
    """Looks for folders through the versions of one history, given parents first."""

    def __init__(self, reader: ObjectReader, steps: Sequence[VersionStep]) -> None:
        self._reader = reader
        self._steps = steps
        self._contents = {step.commit: step.content for step in steps}

    def find(self, inspection: str, recorded: Collection[str]) -> MissingContent:
        """Return how an inspection's folder went missing. A folder with a record of its own is another inspection's."""
        trees = self._trees(inspection)
        for whole in (True, False):  # a merge that follows one of its sides took nothing away itself
            for step in reversed(self._steps):
                before = [trees[self._contents[parent]] for parent in step.parents]
                if not trees[step.content] and any(before) and (not whole or all(before)):
                    return self._taken(inspection, step, next(filter(None, before)), recorded)
        return MissingContent(inspection=inspection)

    def _trees(self, inspection: str) -> Mapping[str, str]:
        """Return the id of the inspection's folder in each folder of all inspections, "" where it is not there."""
        contents = [content for content in dict.fromkeys(self._contents.values()) if content]
        found = self._reader.read([f"{content}:{inspection}" for content in contents])
        return {"": ""} | {content: each.id if each else "" for content, each in zip(contents, found, strict=True)}

    def _taken(self, inspection: str, step: VersionStep, before: str, recorded: Collection[str]) -> MissingContent:
        now = self._folders(self._steps[-1].content)
        older = self._folders(self._contents[step.parents[0]])
        newcomers = [name for name in self._folders(step.content) if name not in older]
        same = [name for name, tree in now.items() if tree == before and name not in older]
        likely = [*same, *(newcomers if len(newcomers) == 1 else ())]
        renamed = next((name for name in likely if name in now and name not in recorded), "")
        return MissingContent(inspection=inspection, step=step, before=before, renamed=renamed)

    def _folders(self, content: str) -> dict[str, str]:
        entries = self._reader.entries(content) if content else {}
        return {name: entry.id for name, entry in entries.items()}
