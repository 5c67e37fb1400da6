"""Write the tables of docs/record.md from the attacks that the tests try, and the faults that they know.

python tools/make_record_docs.py
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.cli.attacks import ATTACKS, Attack  # noqa: E402  after the path is set
from tests.cli.faults import FAULTS, Fault  # noqa: E402  the same

_PLACE = ROOT / "docs" / "record.md"
_ANSWERS = {0: "whole", 1: "incomplete or lapsed", 3: "damaged or forged", 4: "cannot tell"}


def table() -> str:
    """The attacks, one a row, as Markdown."""
    head = "| what | how | `verify` answers | findings |\n|---|---|---|---|\n"
    return head + "".join(map(_row, ATTACKS))


def _row(attack: Attack) -> str:
    kinds = ", ".join(f"`{kind}`" for kind in sorted(attack.kinds)) or "none"
    return f"| {attack.name} | {attack.how} | {attack.answer}: {_ANSWERS[attack.answer]} | {kinds} |\n"


def fault_table() -> str:
    """The faults, one a row, as Markdown."""
    head = "| what | what happens then | held by, below tests/ |\n|---|---|---|\n"
    return head + "".join(map(_fault_row, FAULTS))


def _fault_row(fault: Fault) -> str:
    files: dict[str, int] = {}
    for file, _ in fault.tests:
        files[file] = files.get(file, 0) + 1
    held = ", ".join(f"`{file}`{f' ({number} tests)' if number > 1 else ''}" for file, number in files.items())
    return f"| {fault.name} | {fault.then} | {held} |\n"


def page(text: str) -> str:
    """The page with the tables as they are now."""
    for name, made in (("attacks", table()), ("faults", fault_table())):
        begin, end = f"<!-- {name}: made by tools/make_record_docs.py -->\n", f"<!-- end of {name} -->\n"
        before, _, rest = text.partition(begin)
        _, _, after = rest.partition(end)
        text = f"{before}{begin}\n{made}\n{end}{after}"
    return text


if __name__ == "__main__":
    _PLACE.write_text(page(_PLACE.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"wrote {_PLACE.relative_to(ROOT)}")
