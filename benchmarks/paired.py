"""Two programs timed in turn, A B A B …, so that their ratio holds while the machine's speed drifts."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_NONE: Mapping[str, str] = {}
_DONE = (0,)


@dataclass(frozen=True)
class Run:
    """One whole process: wall-clock seconds, its peak memory in MiB, and the seconds of processor that it used.

    The last counts what it started too; both are 0 where the system does not say.
    """

    seconds: float
    memory: float
    processor: float


@dataclass(frozen=True)
class Pairing:
    """Medians of both, and the median of their ratios pair by pair."""

    ours: Run
    theirs: Run
    ratio: float
    memory_ratio: float


def run(
    command: Sequence[str], folder: Path, surroundings: Mapping[str, str] = _NONE, codes: Sequence[int] = _DONE
) -> Run:
    """Run a command to its end in `folder`, its output thrown away. Raises SystemExit where it fails.

    `surroundings` are variables of its own, `codes` the exit codes with which it has done its work. Python may keep
    its compiled modules, as it does for a user.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env={**environment, **surroundings}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    complaint = process.stderr.read() if process.stderr else b""
    if hasattr(os, "wait4"):
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        memory = usage.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
        processor = usage.ru_utime + usage.ru_stime
    else:
        process.wait()
        memory = processor = 0.0
    if process.returncode not in codes:
        raise SystemExit(f"{' '.join(command)} failed: {complaint.decode(errors='replace')}")
    return Run(time.perf_counter() - started, memory, processor)


def paired(
    ours: Sequence[str],
    theirs: Sequence[str],
    folder: Path,
    rounds: int,
    surroundings: Mapping[str, str] = _NONE,
    codes: Sequence[int] = _DONE,
) -> Pairing:
    """Both commands in turn, after one run of each that does not count."""

    def one(command: Sequence[str]) -> Run:
        return run(command, folder, surroundings, codes)

    one(ours)
    one(theirs)
    pairs = [(one(ours), one(theirs)) for _ in range(rounds)]
    return Pairing(
        _median([a for a, _ in pairs]),
        _median([b for _, b in pairs]),
        statistics.median(a.seconds / b.seconds for a, b in pairs),
        statistics.median(a.memory / b.memory if b.memory else 0.0 for a, b in pairs),
    )


def _median(runs: Sequence[Run]) -> Run:
    seconds, memory = (statistics.median(each) for each in ([r.seconds for r in runs], [r.memory for r in runs]))
    return Run(seconds, memory, statistics.median(r.processor for r in runs))


def tell(what: str, pairing: Pairing, bar: float) -> None:
    """Print a comparison in a line: both times, the ratio, the bar, whether it is met; and both in processor time.

    Processor time says how it is where other work slows the one down more than the other.
    """
    times = f"{pairing.ours.seconds:>8.3f}s {pairing.theirs.seconds:>8.3f}s"
    ours, theirs = pairing.ours.processor, pairing.theirs.processor
    used = f"processor {ours:.3f}s {theirs:.3f}s {ours / theirs if theirs else 0:.2f}"
    print(f"{what:56} {times} {pairing.ratio:>7.2f} {bar:>6} {_verdict(pairing.ratio, bar):7} {used}", flush=True)


def tell_seconds(what: str, seconds: float, bar: float) -> None:
    """Print how long something takes, the bar in seconds, and whether it is met."""
    print(f"{what:56} {seconds:>8.3f}s {'':>9} {'':>7} {bar:>5}s {_verdict(seconds, bar)}", flush=True)


def _verdict(measured: float, bar: float) -> str:
    return "met" if measured <= bar else "not met"
