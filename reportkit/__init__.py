"""reportkit: inspection reports from structured findings, moderated and issued in Git."""

__version__ = "0.1.0"
