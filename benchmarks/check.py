"""How long it takes to hold every inspection to the guidance: 330 inspections of 60 findings, and one in the terminal.

    python benchmarks/check.py            three pairs
    python benchmarks/check.py 100        so many inspections

`check` reads every file, holds it to every rule and reads every sentence; beside it the findings' YAML alone is read
with PyYAML's C loader. `coverage` and `explain` should feel instant; beside them Python starts and ends.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from draft import HERE, say
from material import SLUG, make_many
from paired import paired

ROUNDS = 3
FINDINGS = 60
PROGRAM = (sys.executable, "-m", "reportkit")
FOUND_HERE = {"PYTHONPATH": str(HERE.parent)}
NOTHING = (sys.executable, "-c", "pass")


def main(inspections: int) -> None:
    """Measure and print, a line a comparison."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "many"
        make_many(folder, inspections, FINDINGS)
        yaml = (sys.executable, str(HERE / "with_yaml.py"), str(folder))
        all_of_them = paired((*PROGRAM, "check"), yaml, folder, ROUNDS, FOUND_HERE, codes=(0, 1))
        say(f"check {inspections} × {FINDINGS} / YAML alone", all_of_them, 2.0)
        for words in (("coverage", f"{SLUG}-000"), ("explain", "B01")):
            say(
                f"{words[0]} / python starts", paired((*PROGRAM, *words), NOTHING, folder, ROUNDS * 3, FOUND_HERE), None
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 330)
