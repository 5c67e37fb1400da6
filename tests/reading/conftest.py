"""A whole good inspection, in memory and on disk, that tests change in one place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from reportkit.errors import Refused
from reportkit.reading.inspection import Reading, read_inspection

HOME = "inspections/eastley-homes-2004"

GOOD: Mapping[str, str] = {
    "inspection.yaml": """\
# Who is inspected, by whom and when.
kind: almo
guidance: "2003-03"
round: 2
notice: This inspection is invented.
authority:
  name: Eastley Borough Council
  type: metropolitan-borough
  region: Northern
  homes: 21450
almo:
  name: Eastley Homes Limited
  short: Eastley Homes
  went-live: 2003-04-01
  section-27: 2003-03-14
  board: {council: 5, tenants: 5, independent: 5}
dates:
  on-site-from: 2004-06-14
  on-site-to: 2004-06-25
scope:
  - id: stock-investment
  - id: housing-register
    title: The housing register
    depth: lighter
    why: It was good in 2002.
team:
  - id: a-okafor
    name: Ada Okafor
    role: lead inspector
    region: Central
    inspected-before: yes
    areas: [stock-investment, housing-register]
judgements:
  service:
    rating: good
    reasons:
      - Repairs are done on time.
  prospects:
    rating: promising
""",
    "findings/repairs-on-time.md": """\
---
title: Repairs are done on time and tenants notice
question: "2.2"
area: stock-investment
kind: strength
weight: high
evidence: [repairs-case-sample]
by: a-okafor
effect: Tenants wait nine days on average, down from 21.
covers: [status-repairs, "2.2-stock-6"]
also: [P1.3]
themes: [access]
indicators: [BVPI 73]
---

We read forty jobs.

**Thirty-eight** were on time.
""",
    "findings/register-errors.md": """\
---
title: "The register: many errors"
question: "1.1"
area: housing-register
kind: weakness
order: 3
teething: yes
---
One in ten entries is wrong.
""",
    "evidence/repairs-case-sample.yaml": """\
title: Forty repairs, chosen at random
kind: case-samples
date: 2004-06-16
by: [a-okafor]
seen: |
  Thirty-eight of forty were on time.

  Two had no date.
questions: ["2.2", 2.2-stock-6]
areas: [stock-investment]
about: almo
sample: 40
held: Shared drive, folder 12
""",
    "recommendations/check-register.yaml": """\
title: Check every entry of the register
findings: [register-errors]
to: almo
by: 2004-12-31
cost: Six weeks of one clerk
buy-in: management-time
""",
    "drivers-and-barriers.yaml": """\
drivers:
  - id: strong-board
    title: A strong board
    reach: corporate
barriers:
  - id: old-register
    title: An old register
    reach: service-specific
    area: housing-register
    findings: [register-errors]
""",
    "indicators.csv": """\
code,name,value,unit,direction,year,scope,verified,target,note
BVPI 73,Days for a repair,9.0,days,lower,2003/04,almo,yes,10,"Counted, then checked"
LOCAL 1,A compact is agreed,yes,yes or no,higher,2003/04,almo,,,
""",
    "support-services.yaml": "- service: Payroll\n  provider: The council\n  price: 41250.50\n  ends: 2005-03-31\n",
    "best-value-reviews.yaml": "- title: Repairs\n  area: rent\n  by: almo\n  themes: [access, diversity]\n",
    "narrative/summary.md": "\nA *good* service.\n",
    "earlier.yaml": "- id: late\n  part: weakness\n  title: Repairs are late\n  findings: [repairs-on-time]\n",
    "answers.yaml": "- rule: D04\n  answer: No one has inspected this council before.\n  by: Ada Okafor\n",
}


class MemoryFiles:
    """`Files` from a mapping."""

    def __init__(self, contents: Mapping[str, bytes]) -> None:
        self.contents = contents

    def under(self, folder: str) -> tuple[str, ...]:
        return tuple(sorted(path for path in self.contents if path.startswith(f"{folder}/")))

    def read(self, path: str) -> bytes:
        if path not in self.contents:
            raise Refused("cannot be read: it is not there", where=path, remedy="Look at the file.")
        return self.contents[path]


Content = str | bytes | None


@pytest.fixture
def files_with() -> Callable[[Mapping[str, Content]], MemoryFiles]:
    """The good inspection with some files put in place of its own; None takes one away."""

    def changed(changes: Mapping[str, Content]) -> MemoryFiles:
        contents = {
            f"{HOME}/{name}": content.encode() if isinstance(content, str) else content
            for name, content in {**GOOD, **changes}.items()
            if content is not None
        }
        return MemoryFiles(contents)

    return changed


@pytest.fixture
def read_with(files_with: Callable[[Mapping[str, Content]], MemoryFiles]) -> Callable[[Mapping[str, Content]], Reading]:
    """What is read from the good inspection with some files put in place of its own."""
    return lambda changes: read_inspection(files_with(changes), HOME.rpartition("/")[2])


@pytest.fixture
def sentences(read_with: Callable[[Mapping[str, Content]], Reading]) -> Callable[[str, Content], list[str]]:
    """The problems that follow from one changed file, as sentences without the inspection's folder."""

    def told(name: str, content: Content) -> list[str]:
        return [str(problem).removeprefix(f"{HOME}/") for problem in read_with({name: content}).problems]

    return told


@pytest.fixture
def good() -> Mapping[str, str]:
    return GOOD


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The good inspection in a folder on disk, with reportkit.yaml."""
    (tmp_path / "reportkit.yaml").write_text("format: 1\nrepository: r\ninspectorate:\n  name: N\n", encoding="utf-8")
    for name, content in GOOD.items():
        file = tmp_path / HOME / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8", newline="\n")
    return tmp_path
