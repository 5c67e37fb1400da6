"""Writes schema/*.json anew from the models: run it after a model or the guidance's data changed."""

from __future__ import annotations

from pathlib import Path

from reportkit.files.schemas import schemas

FOLDER = Path(__file__).parent.parent / "schema"

for name, data in schemas().items():
    (FOLDER / name).write_bytes(data)
    print(f"schema/{name}")
