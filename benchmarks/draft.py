"""How fast `reportkit` is, as ratios against what a user would pick instead, side by side in one run.

    python benchmarks/draft.py            findings 60, 600 and 6,000; five pairs each
    python benchmarks/draft.py 60 600     these sizes only

Whole processes are timed. Ours read one file a finding, check it, ask Git and write Word; docxtpl has
the same text in one JSON file and writes Word. The first run of each does not count: it leaves Python's
compiled modules behind, and ours its compiled templates as well. What a draft costs without these, after
a change to a template, has a line of its own.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from material import SLUG
from paired import Pairing, paired

HERE = Path(__file__).resolve().parent
INSIDE = Path(sys.executable).parent
ROUNDS = 5
BARS = {60: 1.35, 600: 1.1, 6000: 0.6}
GROWTH_BAR = 10
NOTHING_KEPT = {"XDG_CACHE_HOME": "", "HOME": "", "LOCALAPPDATA": ""}


def main(sizes: list[int]) -> None:
    """Measure and print, a line a comparison."""
    ours: dict[int, float] = {}
    print(f"{'what':34} {'ours':>9} {'theirs':>9} {'ratio':>7} {'bar':>6}   peak memory")
    with tempfile.TemporaryDirectory() as scratch:  # what this program held would count as its children's peak
        for size in sizes:
            folder = Path(scratch) / str(size)
            subprocess.run((sys.executable, HERE / "material.py", folder, str(size)), check=True)
            pairing = _draft(folder)
            ours[size] = pairing.ours.seconds
            say(f"draft {size:,} findings / docxtpl", pairing, BARS.get(size))
            if size == min(sizes):
                say(f"draft {size:,}, template just changed", _draft(folder, NOTHING_KEPT), None)
            if size == max(sizes):
                say(f"check {size:,} findings / YAML alone", _check(folder), 2.0)
    if {600, 6000} <= ours.keys():
        print(f"{'draft: from 600 to 6,000 findings':34} {ours[6000] / ours[600]:>27.2f} {GROWTH_BAR:>6}")
    say("--help / towncrier --help", _help(), 0.6)


def _draft(folder: Path, surroundings: Mapping[str, str] = {}) -> Pairing:
    mine = (str(INSIDE / "reportkit"), "draft", SLUG)
    theirs = (sys.executable, str(HERE / "with_docxtpl.py"), str(folder))
    return paired(mine, theirs, folder, ROUNDS, surroundings)


def _check(folder: Path) -> Pairing:
    mine = (str(INSIDE / "reportkit"), "check", SLUG)
    theirs = (sys.executable, str(HERE / "with_yaml.py"), str(folder))
    return paired(mine, theirs, folder, ROUNDS, codes=(0, 1))  # 1: something was found, which is its work


def _help() -> Pairing:
    return paired((str(INSIDE / "reportkit"), "--help"), (str(INSIDE / "towncrier"), "--help"), HERE, ROUNDS * 2)


def say(what: str, pairing: Pairing, bar: float | None) -> None:
    """Print a line: both medians, their ratio, the bar it should keep under, and memory."""
    memory = f"{pairing.ours.memory:.0f} of {pairing.theirs.memory:.0f} MiB, {pairing.memory_ratio:.2f}"
    times = f"{pairing.ours.seconds:>8.2f}s {pairing.theirs.seconds:>8.2f}s {pairing.ratio:>7.2f}"
    print(f"{what:34} {times} {bar or '':>6}   {memory}", flush=True)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or sorted(BARS))
