"""Retry: try again where another process was quicker."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator


def attempts(most: int, pause: float = 0.02) -> Iterator[int]:
    """Yield the numbers of so many turns, from 0, with pauses by lot between.

    The first pause is up to `pause` seconds, the next up to twice that.
    """
    for number in range(most):
        yield number
        time.sleep(random.uniform(0, pause * (number + 1)))  # noqa: S311  only so that two who try at once part
