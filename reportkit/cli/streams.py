"""The program's streams: none is missing, and one that nobody reads any more stops no act half-way.

Python reports a reader that went away (`| head`) as an error in the midst of whatever was going on. An act that was
recorded then would not be shared, and its messages not be written.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import Any, TextIO

_GONE = (errno.EPIPE, errno.EINVAL)
"""What writing to nobody is called: by Windows, the second."""


class Patient(io.FileIO):
    """A stream that writes on into nothing once its reader has gone away."""

    def write(self, data: Any, /) -> int:
        """Write as FileIO does. Returns how many bytes were taken."""
        try:
            return super().write(data) or 0
        except OSError as error:
            if error.errno not in _GONE:
                raise
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, self.fileno())
            os.close(nothing)
            return len(data)


def ready_streams() -> None:
    """Open what is closed, and make what leads into a pipe or a file patient.

    A scheduler may start us without streams; what is opened next would take their numbers, a report too.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123  for the whole run
        elif mode == "w" and not stream.isatty():
            setattr(sys, name, _patient(stream))


def _patient(stream: TextIO) -> TextIO:
    raw = Patient(stream.fileno(), "w", closefd=False)
    return io.TextIOWrapper(io.BufferedWriter(raw), encoding=stream.encoding, errors=stream.errors, line_buffering=True)
