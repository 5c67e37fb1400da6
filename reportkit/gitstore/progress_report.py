"""Who is told how far long work has come."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

TellProgress: TypeAlias = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and of how much (0: nobody knows)."""
