"""The type of what reports the progress of long work."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

TellProgress: TypeAlias = Callable[[str, int, int], None]
"""Takes what is being done, how much of it is done, and of how much (0: not known)."""
