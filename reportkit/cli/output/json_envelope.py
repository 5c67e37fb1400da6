"""How the program writes JSON for other programs."""

from __future__ import annotations

from typing import Final

import msgspec

_ENCODER: Final = msgspec.json.Encoder(decimal_format="number")


def json_bytes(value: object) -> bytes:
    """Return a value as JSON over several lines, in UTF-8 whatever the terminal's encoding: print it as bytes."""
    return msgspec.json.format(_ENCODER.encode(value), indent=2)
