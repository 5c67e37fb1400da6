"""An invented inspection of any size, as a project folder in Git for us and as one JSON file for docxtpl."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from itertools import groupby
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as DocumentType

ROOT = Path(__file__).resolve().parent.parent
SLUG = "measured"
QUESTIONS = ("1.1", "1.2", "2.1", "2.2", "3.1", "3.2")
AREAS = ("stock-investment", "rent", "tenant-participation", "estate-management")
_VOCABULARY = """
tenants repairs office estate manager letters survey board council homes wait weeks answer
calls clear rent arrears visit empty let again cleaning standard target report monthly
staff know work plan improve slowly
"""
_WORDS = _VOCABULARY.split()
_PARTICULARS = """\
kind: almo
guidance: "2003-03"
notice: Invented, to measure speed.
authority:
  name: Measured Council (invented)
  type: unitary-authority
  region: North
almo:
  name: Measured Homes (invented)
judgements:
  service: {rating: good, reasons: [Most services work well.]}
  prospects: {rating: promising, reasons: [Plans are sound.]}
"""


def make(folder: Path, size: int) -> None:
    """Fill `folder` with a project of `size` findings, saved in Git, and with docxtpl's template and data."""
    chance = random.Random(size)  # noqa: S311  the same text at every run; nothing is kept secret
    findings, checks = [_finding(number, chance) for number in range(size)], _checks(size)
    _project(folder, findings, checks)
    (folder / "context.json").write_text(json.dumps(_context(findings, checks)), encoding="utf-8")
    _template(folder / "template.docx")


def make_many(folder: Path, inspections: int, size: int) -> None:
    """Fill `folder` with so many inspections of `size` findings each, each in words of its own, saved in Git."""
    for number in range(inspections):
        chance = random.Random(number)  # noqa: S311  as above
        findings = [_finding(each, chance) for each in range(size)]
        _inspection(folder / "inspections" / f"{SLUG}-{number:03}", findings, _checks(size))
    _house(folder)


def _finding(number: int, chance: random.Random) -> dict[str, Any]:
    """One finding of 60 to 180 words. Every fourth stresses a word, every sixth has a list, as inspectors write."""
    blocks = [_block(_sentences(chance, chance.randint(3, 4))) for _ in range(chance.randint(1, 3))]
    if number % 4 == 0:
        blocks[0]["runs"].insert(0, ["Most of all: ", "bold"])
    if number % 6 == 0:
        blocks += [_block(_sentences(chance, 1), item=True) for _ in range(3)]
    return {
        "id": f"finding-{number:05}",
        "title": f"Finding {number}: {' '.join(chance.sample(_WORDS, 5))}.",
        "question": QUESTIONS[number % len(QUESTIONS)],
        "area": AREAS[number // len(QUESTIONS) % len(AREAS)],
        "kind": "weakness" if number % 3 == 0 else "strength",
        "weight": ("high", "medium", "low")[number % 3],
        "effect": _sentences(chance, 1),
        "blocks": blocks,
    }


def _block(text: str, *, item: bool = False) -> dict[str, Any]:
    return {"item": item, "runs": [[text, ""]]}


def _sentences(chance: random.Random, count: int) -> str:
    """Never the same word twice running: a writer takes that out."""
    many = (chance.choices(_WORDS, k=chance.randint(10, 18)) for _ in range(count))
    sentences = (" ".join(word for word, _ in groupby(words)) for words in many)
    return " ".join(sentence.capitalize() + "." for sentence in sentences)


def _checks(size: int) -> list[dict[str, str]]:
    """The evidence: a reality check for every ten findings, and never fewer than twelve."""
    return [
        {"id": f"check-{number}", "title": f"Homes visited, round {number}", "date": f"2003-11-{number % 28 + 1:02}"}
        for number in range(max(12, size // 10))
    ]


def _project(folder: Path, findings: list[dict[str, Any]], checks: list[dict[str, str]]) -> None:
    _inspection(folder / "inspections" / SLUG, findings, checks)
    _house(folder)


def _inspection(inspection: Path, findings: list[dict[str, Any]], checks: list[dict[str, str]]) -> None:
    for name in ("findings", "evidence"):
        (inspection / name).mkdir(parents=True)
    (inspection / "inspection.yaml").write_text(_PARTICULARS, encoding="utf-8")
    for check in checks:
        text = f"title: {check['title']}\nkind: homes-visited\ndate: {check['date']}\nseen: Homes.\n"
        (inspection / "evidence" / f"{check['id']}.yaml").write_text(text, encoding="utf-8")
    for number, finding in enumerate(findings):
        rests_on = checks[number % len(checks)]["id"]
        (inspection / "findings" / f"{finding['id']}.md").write_text(_file(finding, rests_on), encoding="utf-8")


def _house(folder: Path) -> None:
    """What a repository has besides its inspections, and its first version."""
    shutil.copytree(ROOT / "templates", folder / "templates")
    shutil.copy(ROOT / "reportkit.yaml", folder)
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "Measured")):
        identity = ("-c", "user.name=Measured", "-c", "user.email=measured@example.org")
        subprocess.run(("git", *identity, *words), cwd=folder, check=True)


def _file(finding: dict[str, Any], rests_on: str) -> str:
    keys = "\n".join(f"{key}: {finding[key]}" for key in ("area", "kind", "weight", "effect"))
    body = "".join(_markdown(block) for block in finding["blocks"])
    return (
        f'---\ntitle: "{finding["title"]}"\nquestion: "{finding["question"]}"\n{keys}\n'
        f"evidence: [{rests_on}]\n---\n{body}"
    )


def _markdown(block: dict[str, Any]) -> str:
    text = "".join(f"**{words.rstrip()}** " if marked else words for words, marked in block["runs"])
    return f"- {text}\n" if block["item"] else f"{text}\n\n"


def _context(findings: list[dict[str, Any]], checks: list[dict[str, str]]) -> dict[str, object]:
    """The findings grouped as the report shows them, and the checks for its table."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for finding in findings:
        title = f"{finding['question']} {finding['area']}: {finding['kind']}"
        groups.setdefault(title, []).append(finding)
    sections = [{"title": title, "findings": group} for title, group in sorted(groups.items())]
    return {"authority": "Measured Council (invented)", "sections": sections, "checks": checks}


def _template(path: Path) -> None:
    """The docxtpl template: a heading a section, then each finding's title, paragraphs, list and effect; the checks."""
    document = Document()
    document.add_heading("{{ authority }}", 0)
    document.add_paragraph("{%p for section in sections %}")
    document.add_heading("{{ section.title }}", 1)
    document.add_paragraph("{%p for finding in section.findings %}")
    first = document.add_paragraph(style="List Number")
    first.add_run("{{ finding.title }} ").bold = True
    first.add_run("{{r finding.first }}")
    for line, style in (
        ("{%p for block in finding.rest %}", None),
        ("{%p if block.item %}", None),
        ("{{r block.text }}", "List Bullet"),
        ("{%p else %}", None),
        ("{{r block.text }}", None),
        ("{%p endif %}", None),
        ("{%p endfor %}", None),
    ):
        document.add_paragraph(line, style=style)
    effect = document.add_paragraph()
    effect.add_run("For tenants: ").bold = True
    effect.add_run("{{ finding.effect }}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endfor %}")
    _table(document)
    document.save(str(path))


def _table(document: DocumentType) -> None:
    table = document.add_table(rows=4, cols=2)
    words = (("Check", "Date"), ("{%tr for check in checks %}", ""), ("{{ check.title }}", "{{ check.date }}"))
    for row, cells in enumerate((*words, ("{%tr endfor %}", ""))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
