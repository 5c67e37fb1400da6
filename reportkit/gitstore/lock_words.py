"""What is said of a lock: since when it is there, and whose it is, as far as the disk knows."""

from __future__ import annotations

import time
from pathlib import Path


def describe_lock(lock: Path) -> str:
    """Return, as the rest of a sentence, how old a lock is and whose."""
    age, owner = age_of(lock), owner_of(lock)
    if age is None:
        return "was there a moment ago"
    return f"has stood for {in_words(age)}{f' and belongs to {owner}' if owner else ''}"


def age_of(lock: Path) -> int | None:
    """Return a lock's age in seconds, as this computer's clock has it; None where it is not there."""
    try:
        return max(0, int(time.time() - lock.stat().st_mtime))
    except OSError:
        return None


def owner_of(lock: Path) -> str:
    """Return the user whose file it is; "" where the system does not tell."""
    try:
        return lock.owner()
    except (OSError, KeyError, NotImplementedError):
        return ""


def in_words(age: int) -> str:
    """Return an age in seconds in its largest unit."""
    unit, count = "second", age
    for larger, seconds in (("day", 86400), ("hour", 3600), ("minute", 60)):
        if age >= seconds:
            unit, count = larger, age // seconds
            break
    return f"{count} {unit}{'' if count == 1 else 's'}"
