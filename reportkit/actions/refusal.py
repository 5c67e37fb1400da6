"""The refusal of an action: everything that stands in its way at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportkit.actions.intent import Obstacle
from reportkit.errors import Refused


class InTheWay(Refused):
    """An action is refused. Each obstacle is a sentence and, on a line of its own, the command that clears it."""

    def __init__(self, obstacles: tuple[Obstacle, ...]) -> None:
        super().__init__("This cannot be recorded now")
        self.obstacles = obstacles

    def __str__(self) -> str:
        return "\n".join((f"{self.what}:", *reason_lines(self.obstacles)))


def reason_lines(obstacles: Sequence[Obstacle]) -> Iterator[str]:
    """Return the lines for obstacles: each sentence, and a command once below those that share it."""
    for number, obstacle in enumerate(obstacles):
        yield f"  {obstacle.what}"
        following = obstacles[number + 1].command if number + 1 < len(obstacles) else None
        if obstacle.command and obstacle.command != following:
            yield f"      {obstacle.command}"
