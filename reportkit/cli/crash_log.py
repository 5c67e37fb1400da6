"""The log of a crash, for the maintainer who mends the bug."""

from __future__ import annotations

import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

from reportkit import __version__


def write_log(error: Exception, arguments: Sequence[str]) -> Path:
    """Write the traceback to a new file in the system's temporary folder. Returns its path."""
    with tempfile.NamedTemporaryFile("w", prefix="reportkit-", suffix=".log", delete=False, encoding="utf-8") as log:
        log.write(f"reportkit {__version__}\n{' '.join(arguments)}\n\n")
        log.writelines(traceback.format_exception(error))
    return Path(log.name)
