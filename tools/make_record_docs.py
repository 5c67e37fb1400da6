"""Write the table of docs/record.md from the attacks that the tests try.

python tools/make_record_docs.py
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.cli.attacks import ATTACKS, Attack  # noqa: E402  after the path is set

_PLACE = ROOT / "docs" / "record.md"
_BEGIN, _END = "<!-- attacks: made by tools/make_record_docs.py -->\n", "<!-- end of attacks -->\n"
_ANSWERS = {0: "whole", 1: "incomplete or lapsed", 3: "damaged or forged", 4: "cannot tell"}


def table() -> str:
    """The attacks, one a row, as Markdown."""
    head = "| what | how | `verify` answers | findings |\n|---|---|---|---|\n"
    return head + "".join(map(_row, ATTACKS))


def _row(attack: Attack) -> str:
    kinds = ", ".join(f"`{kind}`" for kind in sorted(attack.kinds)) or "none"
    return f"| {attack.name} | {attack.how} | {attack.answer}: {_ANSWERS[attack.answer]} | {kinds} |\n"


def page(text: str) -> str:
    """The page with the table as it is now."""
    before, _, rest = text.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    return f"{before}{_BEGIN}\n{table()}\n{_END}{after}"


if __name__ == "__main__":
    _PLACE.write_text(page(_PLACE.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"wrote {_PLACE.relative_to(ROOT)}")
