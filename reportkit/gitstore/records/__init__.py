"""The record in Git: read from saved versions, and added to by acts of one commit each."""

from reportkit.gitstore.records.files import SavedFiles
from reportkit.gitstore.records.store import GitRecordStore

__all__ = ["GitRecordStore", "SavedFiles"]
