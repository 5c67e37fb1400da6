"""Writes tests/publications/expected/scores/*.txt anew: the letters and the release of every score.

Run it after a template or a fixed wording changed, and read what it changed: the tests hold these words from then on.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.publications.scores import COMBINATIONS, announcement, told  # noqa: E402  found through the line above

FOLDER = ROOT / "tests" / "publications" / "expected" / "scores"

FOLDER.mkdir(exist_ok=True)
for kind, service, prospects in COMBINATIONS:
    file = FOLDER / f"{kind}-{service}-{prospects}.txt"
    file.write_text(told(announcement(kind, service, prospects)), encoding="utf-8")
    print(file.relative_to(ROOT))
