"""The program's streams: none is missing, and none stops an act half-way.

Python reports a reader that went away (`| head`), or a letter that a terminal's or a file's alphabet does not have, as
an error in the midst of whatever was going on. An act that was recorded then would not be shared, and its messages not
be written.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import Any, TextIO

_GONE = (errno.EPIPE, errno.EINVAL)
"""The errors for writing to a closed pipe; Windows uses the second."""


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
    """Open what is closed, make what leads into a pipe or a file patient, and let no letter be too much.

    A scheduler may start us without streams; what is opened next would take their numbers, a report too.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123  for the whole run
        elif mode == "w" and not stream.isatty():
            setattr(sys, name, _patient(stream))
        elif mode == "w":
            stream.reconfigure(errors=_instead(stream))


def _patient(stream: TextIO) -> TextIO:
    raw = Patient(stream.fileno(), "w", closefd=False)
    errors = _instead(stream)
    return io.TextIOWrapper(io.BufferedWriter(raw), encoding=stream.encoding, errors=errors, line_buffering=True)


def _instead(stream: TextIO) -> str:
    """Return what is done with a letter that the stream cannot write: its number is written in its place.

    Names of files that are no text go out as they came in, where Python lets them.
    """
    keeps_names = stream.errors == "surrogateescape" and stream.encoding.lower() == "utf-8"
    return "surrogateescape" if keeps_names else "backslashreplace"
