"""Issued documents as they are kept, checked against the record that issued them."""

from __future__ import annotations

import hashlib

from reportkit.actions.intent import Paper
from reportkit.errors import Damaged
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.record_paths import issued_folder
from reportkit.reading.files import Files


def issued_papers(files: Files, entry: Entry) -> tuple[Paper, ...]:
    """Return the documents that a record issued. Raises Damaged where one was altered."""
    folder = issued_folder(entry.record.inspection)
    papers = []
    for each in entry.record.issued:
        path = f"{folder}/{each.name}"
        data = files.read(path)
        if hashlib.sha256(data).hexdigest() != each.digest:
            what, remedy = "An issued document is not the one that was recorded", "`reportkit verify` shows more."
            raise Damaged(what, where=path, remedy=remedy)
        papers.append(Paper(each.name, data))
    return tuple(papers)
