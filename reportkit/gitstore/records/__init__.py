"""The record in Git: read from saved versions, and added to by acts of one commit each."""

from reportkit.gitstore.records.store import GitRecordStore
from reportkit.gitstore.records.version_files import SavedFiles

__all__ = ["GitRecordStore", "SavedFiles"]
