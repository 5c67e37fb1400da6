"""What is said where something was recorded on a day that has not come yet."""

from __future__ import annotations

from typing import Final

COMPARE_CLOCKS: Final = (
    "Compare this computer’s clock with another’s. If it is wrong, set it right. If it is right, leave it: the clock "
    "of the computer that recorded this was ahead, and your technical administrator must know."
)
