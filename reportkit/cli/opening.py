"""Opening a finished document in the program that the machine uses for it."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.errors import Refused


def open_document(path: Path) -> None:
    """Show a document to the person at the machine. Raises Refused where nothing can show it."""
    if click.launch(str(path)) != 0:
        raise Refused("No program was found to open it", where=str(path), remedy="Open it in Word yourself.")
