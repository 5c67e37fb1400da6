"""How much a template may do, counted and not timed, so that it ends the same way on every machine."""

from __future__ import annotations

MOST_STEPS = 1_000_000
MOST_WRITTEN = 16_000_000
LONGEST_OUTPUT = 5_000_000
LONGEST_STRING = 500_000
LARGEST_NUMBER = 10**15
LONGEST_TEMPLATE = 200_000
MOST_NODES = 10_000
DEEPEST_MACROS = 40
LONGEST_RANGE = 1_000


class Stopped(Exception):
    """A template was stopped. `what` and `remedy` are a sentence each; the caller that catches it knows the place."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy


class Budget:
    """Counts down what one rendering may still do."""

    def __init__(self) -> None:
        self.steps = MOST_STEPS
        self.written = MOST_WRITTEN

    def step(self, weight: int) -> None:
        """Count something that is done: a node of the template, an item looked at."""
        self.steps -= weight
        if self.steps < 0:
            raise Stopped("The template does not end", "Look for a loop in a loop, or one over too much.")

    def weigh(self, value: object) -> None:
        """Count a value by its size before it is compared or copied.

        Lists in lists are counted as often as they are met: a few names can hold a list of billions.
        """
        if isinstance(value, (str, tuple, list, range)):
            self.step(4 + len(value) // 8)
        if isinstance(value, (tuple, list)):
            for item in value:
                if isinstance(item, (tuple, list)):
                    self.weigh(item)

    def write(self, length: int) -> None:
        """Count characters that are put together, whether or not they are printed in the end."""
        self.written -= length
        if length > LONGEST_STRING or self.written < 0:
            raise Stopped("The template makes too much text", "Look for a loop that repeats a long text.")
