"""One row of the rule list, and the words its columns are written in."""

from __future__ import annotations

from typing import Final, Literal

from msgspec import Struct

Level = Literal["error", "warning", "fact"]
Kind = Literal["almo", "re-inspection", "indicative", "best-value"]
Act = Literal["submit", "send", "decide", "sign-off", "notify", "publish", "reinspect", "design"]

ERROR: Final[tuple[Level, ...]] = ("error",)
WARNING: Final[tuple[Level, ...]] = ("warning",)
FACT: Final[tuple[Level, ...]] = ("fact",)

EVERY_KIND: Final[tuple[Kind, ...]] = ("almo", "re-inspection", "indicative", "best-value")
ALMO_AND_AGAIN: Final[tuple[Kind, ...]] = ("almo", "re-inspection")
ALMO_ONLY: Final[tuple[Kind, ...]] = ("almo",)
INDICATIVE: Final[tuple[Kind, ...]] = ("indicative",)


class RuleRow(Struct, frozen=True):
    """One rule that software can check or compute.

    `levels` holds more than one where it depends on the case, and `condition` says on what. `protects`
    names the acts that an error stops ("design": the tool itself obeys). `override`: an error that a
    named person may set aside with a reason. `our_reading`: the text does not settle all of it.
    """

    id: str
    title: str
    paragraph: str
    levels: tuple[Level, ...]
    kinds: tuple[Kind, ...]
    protects: tuple[Act, ...] = ()
    override: bool = False
    our_reading: bool = False
    condition: str = ""

    @property
    def level(self) -> str:
        """The levels in words: "error", or "error or warning"."""
        return " or ".join(self.levels)

    @property
    def chapter(self) -> str:
        """The chapter's letter."""
        return self.id[0]
