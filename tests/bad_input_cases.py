"""Everything that a file, a folder, a template, a house file or a command line can get wrong, with what is said of it.

Each table is read by test_bad_input.py. A sentence stands here whole, as people see it.
"""

from __future__ import annotations

import io
import os
import socket
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

SHIPPED_HOUSE = (Path(__file__).parents[1] / "templates" / "house.docx").read_bytes()

REPOSITORY = "format: 1\nrepository: test\ninspectorate:\n  name: Test\n"
INSPECTION = """\
kind: almo
guidance: "2003-03"
authority:
  name: Harrowmere Council
  type: metropolitan-borough
  homes: 21450
almo:
  name: Harrowmere Homes
dates:
  on-site-from: 2003-09-01
  on-site-to: 2003-09-12
scope:
  - id: stock-investment
    depth: full
team:
  - id: a-okafor
    name: Ada Okafor
    role: lead inspector
"""
FINDING = """\
---
title: Repairs are done on time
question: "2.2"
area: stock-investment
kind: strength
weight: high
evidence: [sample]
by: a-okafor
---
Tenants said so.
"""
EVIDENCE = """\
title: A sample of repairs
kind: case-samples
date: 2003-09-02
by: [a-okafor]
questions: ["2.2"]
areas: [stock-investment]
seen: Forty repairs.
"""
HOME = "inspections/homes"
ONE = f"{HOME}/findings/repairs.md"

Spoil = Callable[[Path], object]


def make_project(root: Path) -> Path:
    """A working repository without Git, with one small inspection, `homes`, that can be drafted."""
    for path, text in {
        "reportkit.yaml": REPOSITORY,
        f"{HOME}/inspection.yaml": INSPECTION,
        ONE: FINDING,
        f"{HOME}/evidence/sample.yaml": EVIDENCE,
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def written(path: str, data: bytes | str) -> Spoil:
    """Put these bytes in a file of the project."""

    def spoil(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))

    return spoil


def linked(path: str, target: str) -> Spoil:
    """Put a link in the place of a file, or of a folder that is moved aside."""

    def spoil(root: Path) -> None:
        if (root / path).exists():
            (root / path).rename(root / "aside")
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).symlink_to(target)

    return spoil


def piped(path: str) -> Spoil:
    """Put a FIFO there, which whoever opens it waits for."""

    def spoil(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(root / path)

    return spoil


def with_socket(path: str) -> Spoil:
    """Put a socket there."""

    def spoil(root: Path) -> None:
        here = Path.cwd()
        os.chdir((root / path).parent)  # a socket's path may not be long
        try:
            with socket.socket(socket.AF_UNIX) as end:
                end.bind(Path(path).name)
        finally:
            os.chdir(here)

    return spoil


def with_folders_within_folders(root: Path) -> None:
    """Nest 200 folders in findings/."""
    (root / HOME / "findings" / "/".join("d" * 200)).mkdir(parents=True)


def finding(old: str, new: str) -> str:
    """The finding with something else in one place."""
    assert old in FINDING
    return FINDING.replace(old, new)


def titled(title: str) -> str:
    """The finding under another title, as typed."""
    return finding("Repairs are done on time", title)


def saying(text: str) -> str:
    """The finding with another text."""
    return finding("Tenants said so.", text)


class Text(NamedTuple):
    """A file of the inspection, and what is said of it; it reads on after the file's name."""

    data: bytes | str
    said: str
    file: str = "findings/repairs.md"


UTF8 = "Save it as UTF-8 (in Excel: “CSV UTF-8”; in Notepad: Encoding, UTF-8)."
INVISIBLE = "which a document cannot hold. Delete it, or type that line again."
SPELT_OUT = "is spelt out here, which a document cannot hold. Take the backslash and what follows it out."
BACKSLASH = "a backslash in double quotation marks means something else here. Use single ones."
TAG = "is not allowed. Put text that begins with `!` in quotes."
FRONT = "Begin the file with a line `---`, then the keys, then a line `---`, then the text."
ADDRESS = "Begin the address with https://, http:// or mailto:, or with finding: and a finding's id."
WHOLE_LINK = (
    "A link is not whole. Keep spaces out of the address, and footnotes and other links out of the words: "
    "[words](address)."
)
TOO_MUCH = " holds more than 20000 lines and marks such as * [ or |. Split it, or keep large papers elsewhere."
HEADER = "code,name,value,unit,direction,year,scope,verified,target,note\n"

TEXTS: Mapping[str, Text] = {
    # YAML
    "a key twice": Text(
        finding("by: a-okafor", "by: a-okafor\ntitle: Again"),
        ":9: `title` is given twice, in line 2 too. Keep one of them.",
    ),
    "a tag that would run something": Text(
        titled("!!python/object/apply:os.system [id]"), f":2: the tag `!!python/object/apply:os.system` {TAG}"
    ),
    "a tag for bytes": Text(titled("!!binary aGVsbG8="), f":2: the tag `!!binary` {TAG}"),
    "a tag of one's own": Text(titled("!mine x"), f":2: the tag `!mine` {TAG}"),
    "a truth that is no choice": Text(
        finding("kind: strength", "kind: yes"), ":5: `kind` cannot be `yes`. Choose one of: strength, weakness."
    ),
    "an alias of nothing": Text(
        finding("[sample]", "*sample"), ":7: `*sample` refers to nothing. Put text that begins with `*` in quotes."
    ),
    "an alias in itself": Text(
        finding("[sample]", "&a [*a]"), ":7: `*a` refers to nothing. Put text that begins with `*` in quotes."
    ),
    "two documents in one": Text(
        f"{EVIDENCE}---\ntitle: x\n",
        ":8: a second document begins here. Take the line `---` out.",
        "evidence/sample.yaml",
    ),
    "a list where keys belong": Text(
        "- a\n", ":1: `key: value` lines are expected here. Write one on each line.", "inspection.yaml"
    ),
    "a list as a key": Text(
        f"{INSPECTION}? [a, b]\n: c\n",
        ":19: `[` or `{` has a meaning of its own here. Put text that begins with it in quotes.",
        "inspection.yaml",
    ),
    "a merge": Text(
        f"{INSPECTION}<<: {{kind: indicative}}\n", ":19: `<<` is not a key of this file. Delete it.", "inspection.yaml"
    ),
    "a tab": Text(
        INSPECTION.replace("  name: Harrowmere C", "\tname: Harrowmere C"),
        ":4: a tab stands before the text. Indent with spaces.",
        "inspection.yaml",
    ),
    "a title with a colon": Text(
        titled("Repairs: late"), ':2: `title` holds a colon. Put the text in quotes: title: "Repairs: late"'
    ),
    "a number of 5,000 digits": Text(
        INSPECTION.replace("21450", "9" * 5000),
        ":6: `homes` expects a whole number such as 21450. Write digits only, without commas or words.",
        "inspection.yaml",
    ),
    # characters
    "a NUL": Text(saying("a\0b"), f":10: holds the invisible character U+0000, {INVISIBLE}"),
    "what XML forbids": Text(saying("a\x0bb"), f":10: holds the invisible character U+000B, {INVISIBLE}"),
    "what XML forbids above": Text(saying("a\ufffeb"), f":10: holds the invisible character U+FFFE, {INVISIBLE}"),
    "our own mark for a slot": Text(
        saying("a\ue0000\ue001b"), f":10: holds the invisible character U+E000, {INVISIBLE}"
    ),
    "half a pair in bytes": Text(saying("a\ud800b"), f":10: is not UTF-8: half a character (a lone surrogate). {UTF8}"),
    "a NUL spelt out": Text(titled('"a\\0b"'), f":2: the invisible character U+0000 {SPELT_OUT}"),
    "what XML forbids spelt out": Text(titled('"a\\x0bb"'), f":2: the invisible character U+000B {SPELT_OUT}"),
    "a line's end of Unicode spelt out": Text(titled('"a\\Lb"'), f":2: the invisible character U+2028 {SPELT_OUT}"),
    "half a pair spelt out": Text(titled('"a\\ud800b"'), f":2: {BACKSLASH}"),
    "half a pair spelt out at length": Text(titled('"a\\U0000dfffb"'), f":2: {BACKSLASH}"),
    "half a pair in a key": Text(finding("by:", '"b\\ud800y":'), f":8: {BACKSLASH}"),
    "no character at all": Text(titled('"a\\Uffffffffb"'), f":2: {BACKSLASH}"),
    "Windows-1252": Text(saying("“x”").encode("cp1252"), f":10: is not UTF-8: perhaps it is Windows-1252. {UTF8}"),
    "UTF-16": Text(FINDING.encode("utf-16"), f": is UTF-16 and not UTF-8. {UTF8}"),
    # what the inspection does not have
    "a day that does not exist": Text(
        INSPECTION.replace("2003-09-12", "2003-02-30"),
        ":11: `on-site-to` cannot be 2003-02-30: 30 February 2003 is not a date. Look the day up.",
        "inspection.yaml",
    ),
    "a month that does not exist": Text(
        INSPECTION.replace("2003-09-12", "2003-13-01"),
        ":11: `on-site-to` cannot be 2003-13-01: there is no month 13. Look the day up.",
        "inspection.yaml",
    ),
    "a day that comes first": Text(
        INSPECTION.replace("2003-09-12", "12/09/2003"),
        ":11: `on-site-to` expects a date such as 2004-06-14. Write 2003-09-12 where 12/09/2003 has the day first.",
        "inspection.yaml",
    ),
    "an unknown area": Text(
        finding("stock-inv", "stok-inv"),
        ":4: there is no service area `stok-investment`. Did you mean `stock-investment`?",
    ),
    "an unknown question": Text(
        finding('"2.2"', '"2.9"'), ":3: there is no question for findings `2.9`. Did you mean `P2.9`?"
    ),
    "an unknown evidence": Text(
        finding("[sample]", "[sampel]"), ":7: there is no evidence `sampel`. Did you mean `sample`?"
    ),
    "an unknown finding": Text(
        saying("See [this](finding:repars)."),
        ":10: `finding:repars` names no finding of this inspection. Did you mean `repairs`?",
    ),
    # Markdown
    "HTML": Text(
        saying("Fine.\n\n<script>no</script>"),
        ":12: HTML stands in the text. Write it in Markdown, or put a backslash before the <.",
    ),
    "a heading": Text(
        saying("Fine.\n\n# No"),
        ":12: A heading stands in the text. Headings stand in templates only: make its words **bold**, "
        "or put a backslash before the #.",
    ),
    "a picture": Text(
        saying("![a](http://x/y.png)"),
        ":10: A picture stands in the text. Take it out and keep it with the evidence.",
    ),
    "code": Text(saying("Fine.\n\n```\nx\n```"), ":12: Code stands in the text. Take the lines of ``` or ~~~ out."),
    "a line across": Text(
        saying("Fine.\n\n***\n\nFine."), ":12: A line across the page stands in the text. Take it out."
    ),
    "a list of three levels": Text(
        saying("Fine.\n\n- a\n  - b\n    - c"),
        ":14: A list has a third level. Move its items up a level, or make them a sentence.",
    ),
    "a link that runs something": Text(
        saying("[x](javascript:alert%281%29)"), f":10: A link leads to 'javascript:alert%281%29'. {ADDRESS}"
    ),
    "a link to a file": Text(
        saying("[x](file:///etc/passwd)"), f":10: A link leads to 'file:///etc/passwd'. {ADDRESS}"
    ),
    "a footnote that is not there": Text(
        saying("Fine.[^1]"),
        ":10: A footnote's mark has no footnote: [^1]. Write the footnote on a line of its own, beginning with "
        "[^1]: and its words.",
    ),
    "a footnote of a footnote": Text(
        saying("Fine.[^1]\n\n[^1]: a[^1]"),
        ":12: A footnote has a footnote. Put its words into the first footnote.",
    ),
    # what is no such file
    "an empty file": Text("", f":1: does not begin with a line `---`. {FRONT}"),
    "a file without keys": Text("Just text", f":1: does not begin with a line `---`. {FRONT}"),
    "keys without an end": Text(
        "---\ntitle: a\n", ":1: the keys have no closing line `---`. Put a line `---` before the text."
    ),
    "a table with a quotation mark too few": Text(
        f'{HEADER}"a',
        ":2: a quotation mark is opened and never closed, or text follows a closing one, or a cell is too long. "
        'Write a quotation mark inside a cell twice: "".',
        "indicators.csv",
    ),
    "a number that is none": Text(
        f"{HEADER}BVPI 1,a,NaN,per cent,higher,2002/03,almo,yes,,\n",
        ":2: `value` expects a number such as 3.10. Write digits only, without commas, £ or %.",
        "indicators.csv",
    ),
}
"""Texts that are refused: by `check` and by `draft` alike, in the same words."""

HEAVY: Mapping[str, Text] = {
    "an alias bomb": Text(
        finding("[sample]", "&a [&b [x, x, x, x, x, x, x, x], " + "*b, " * 30 + "x]"),
        ":7: too much is repeated by `*` references. Write the values out.",
    ),
    "lists in lists": Text(
        finding("[sample]", "[" * 5000 + "]" * 5000), ":7: lists or keys are nested more than 20 deep. Lay it out flat."
    ),
    "keys in keys": Text(
        finding("[sample]", "{a: " * 3000 + "}" * 3000),
        ":7: lists or keys are nested more than 20 deep. Lay it out flat.",
    ),
    "too many values": Text(
        finding("[sample]", "[" + "a," * 20_001 + "]"), ":7: the file holds more than 20000 values. Split it."
    ),
    "a text of a megabyte": Text(
        saying("Tenants " * 125_000), ": is larger than 300 kB. Split it, or keep large papers elsewhere."
    ),
    "a file of 50 megabytes": Text(b"x" * 50_000_000, ": is larger than 32 MB. Keep large papers elsewhere."),
    "brackets without end": Text(saying("[" * 200_000), f":{TOO_MUCH}"),
    "a table without end": Text(saying("Fine.\n\n|a|\n|-|\n" + "|a|\n" * 50_000), f":{TOO_MUCH}"),
    "stress upon stress": Text(saying("*a **b " * 30_000), f":{TOO_MUCH}"),
    "quotations in quotations": Text(
        saying("Fine.\n\n" + ">" * 15_000 + " a"),
        ":12: A quotation stands inside another block. Begin it at the margin, with an empty line before it.",
    ),
    "links that never end": Text(saying("[a](b" * 6_000), f":10: {WHOLE_LINK}"),
    "rows without end": Text(
        HEADER + "x," * 100_000,
        ":2: has 100001 cells where the header has 10. Put a cell that holds a comma in double quotation marks.",
        "indicators.csv",
    ),
}
"""Texts that would cost a careless reader its time or memory."""


class Place(NamedTuple):
    """What is done to the project, and every line that is said of it."""

    spoil: Spoil
    said: tuple[str, ...]


def _name(name: str, why: str, better: str) -> Place:
    return Place(
        written(f"{HOME}/findings/{name}.md", FINDING),
        (f"{HOME}/findings/{name}.md: the name `{name}` {why}. Rename it to `{better}.md`.",),
    )


ORDINARY = "is not an ordinary file. Move it out of the project."
LINK = "is a link to another place. Put the file itself here."
TWIN = (
    "differs from another file's name in capitals only, which Windows and Macs take for one. "
    "Give one of them another name."
)

PLACES: Mapping[str, Place] = {
    "a FIFO": Place(piped(f"{HOME}/findings/pipe.md"), (f"{HOME}/findings/pipe.md: {ORDINARY}",)),
    "a FIFO for a table": Place(piped(f"{HOME}/indicators.csv"), (f"{HOME}/indicators.csv: {ORDINARY}",)),
    "a FIFO for the particulars": Place(piped(f"{HOME}/inspection.yaml"), (f"{HOME}/inspection.yaml: {ORDINARY}",)),
    "a socket": Place(with_socket(f"{HOME}/findings/end.md"), (f"{HOME}/findings/end.md: {ORDINARY}",)),
    "a link to a device": Place(linked(f"{HOME}/findings/zero.md", "/dev/zero"), (f"{HOME}/findings/zero.md: {LINK}",)),
    "a link out of the folder": Place(
        linked(f"{HOME}/findings/passwd.md", "/etc/passwd"), (f"{HOME}/findings/passwd.md: {LINK}",)
    ),
    "a link to a folder": Place(linked(f"{HOME}/narrative", "/etc"), (f"{HOME}/narrative: {LINK}",)),
    "a link to itself": Place(linked(f"{HOME}/findings/loop.md", "loop.md"), (f"{HOME}/findings/loop.md: {LINK}",)),
    "folders within folders": Place(
        with_folders_within_folders,
        (f"{HOME}/findings/d/d/d/d/d/d: lies in a folder inside findings/. Move it up, into findings/ itself.",),
    ),
    "a folder for the particulars": Place(
        lambda root: ((root / HOME / "inspection.yaml").unlink(), (root / HOME / "inspection.yaml").mkdir()),
        (f"{HOME}/inspection.yaml: is missing. Make it as `reportkit new` does.",),
    ),
    "a name that Windows keeps": _name("con", "is a name that Windows keeps for itself", "con-1"),
    "a name that begins with a hyphen": _name("-rf", "begins with a hyphen", "rf"),
    "a name with a space": _name("my finding", "has characters other than a–z, 0–9 and hyphens", "my-finding"),
    "a name that is too long": _name("a" * 41, "is longer than 40 characters", "a" * 40),
    "names that differ in capitals": Place(
        written(f"{HOME}/findings/Repairs.md", FINDING),
        (f"{HOME}/findings/Repairs.md: {TWIN}", f"{HOME}/findings/repairs.md: {TWIN}"),
    ),
    "a name that would colour the terminal": Place(
        written(f"{HOME}/findings/\x1b[31mred.md", FINDING),
        (
            (
                f"{HOME}/findings/\\x1b[31mred.md: the name `\\x1b[31mred` has characters other than a–z, 0–9 "
                "and hyphens. Rename it to `31mred.md`."
            ),
        ),
    ),
    "a name that is not UTF-8": Place(
        lambda root: (root / HOME / "findings" / os.fsdecode(b"\xff.md")).write_text(FINDING),
        (
            (
                f"{HOME}/findings/\\udcff.md: the name `\\udcff` has characters other than a–z, 0–9 and hyphens. "
                "Rename it to `unnamed.md`."
            ),
        ),
    ),
}
"""What lies in an inspection's folder and is refused, by `check` and by `draft` alike."""


class Words(NamedTuple):
    """A command line, its exit code, and the last line that it says."""

    arguments: tuple[str, ...]
    code: int
    said: str


ODD = "has characters other than a–z, 0–9 and hyphens"
GOOD_NAME = "A good name is like harrowmere-homes-2004."
THERE_ARE = "so it names no inspection. There are: homes."
NO_ROOT = "Change to the inspectorate's folder, name it with -C, or make one with `reportkit init`."
NEW = ("new", "--kind", "almo", "--authority", "A")
ADD = ("add", "finding", "--title", "T", "--kind", "strength")
EVERY_QUESTION = "Choose one of: 1.1, 1.2, 2.1, 2.2, 3.1, 3.2, P1, P2, P3, G1, G2, G3, G4, G5."


def _no_name(name: str, why: str) -> Words:
    return Words((*NEW, "--", name), 2, f"`{name}` {why}. {GOOD_NAME}")


def _no_id(name: str, why: str, better: str) -> Words:
    return Words((*ADD, "--", "homes", name), 2, f"The id `{name}` {why}. A good one is `{better}`.")


WORDS: tuple[Words, ...] = (
    # names of inspections
    _no_name("../x", ODD),
    _no_name("..", ODD),
    _no_name("a/b", ODD),
    _no_name("a\\b", ODD),
    _no_name("a b", ODD),
    _no_name("é", ODD),
    _no_name("", "is empty"),
    _no_name("-x", "begins with a hyphen"),
    _no_name("nul", "is a name that Windows keeps for itself"),
    _no_name("com1", "is a name that Windows keeps for itself"),
    _no_name("Elm", "has capital letters"),
    _no_name("a" * 41, "is longer than 40 characters"),
    Words((*NEW, "--", "\x1b[31mred"), 2, f"`\\x1b[31mred` {ODD}. {GOOD_NAME}"),
    Words((*NEW, "homes"), 1, "There is an inspection `homes` already. Add a year to the name, say."),
    Words((*NEW, "submit"), 2, "`submit` is also something that `reportkit moderate` does. Add a place or a year."),
    Words(("draft", "home"), 2, "There is no inspection `home`. Did you mean `homes`?"),
    Words(("draft", "../../etc"), 2, f"`../../etc` {ODD}, {THERE_ARE}"),
    Words(("draft", "--", "-x"), 2, f"`-x` begins with a hyphen, {THERE_ARE}"),
    Words(("draft", "-x"), 2, "Error: No such option '-x'."),
    Words(("save", "../x"), 2, f"`../x` {ODD}, {THERE_ARE}"),
    Words(("check", "../homes"), 2, "`../homes` is neither an inspection nor a finding. Did you mean `homes`?"),
    Words(("check", "repais"), 2, "`repais` is neither an inspection nor a finding. Did you mean `repairs`?"),
    # ids
    _no_id("../x", ODD, "x"),
    _no_id("x.md", ODD, "x-md"),
    _no_id("", "is empty", "unnamed"),
    _no_id("-x", "begins with a hyphen", "x"),
    _no_id("con", "is a name that Windows keeps for itself", "con-1"),
    _no_id("Repairs", "has capital letters", "repairs"),
    _no_id("a" * 41, "is longer than 40 characters", "a" * 40),
    Words((*ADD, "homes", "repairs"), 1, f"{ONE} is there already; nothing was written. Choose another id."),
    # values
    Words(
        ("add", "finding", "homes", "--title", "T", "--kind", "x"),
        2,
        "--kind cannot be `x`. Choose one of: strength, weakness.",
    ),
    Words((*ADD, "homes", "--kind", "strenght"), 2, "--kind cannot be `strenght`. Did you mean `strength`?"),
    Words((*ADD, "homes", "--area", "rentt"), 2, "--area cannot be `rentt`. Did you mean `rent`?"),
    Words((*ADD, "homes", "--question", "9.9"), 2, f"--question cannot be `9.9`. {EVERY_QUESTION}"),
    Words((*ADD, "homes", "--evidence", "sampel"), 2, "--evidence cannot be `sampel`. Did you mean `sample`?"),
    Words((*ADD, "homes", "--by", "nobody"), 2, "--by cannot be `nobody`. Choose one of: a-okafor."),
    Words(
        ("add", "recommendation", "homes", "--title", "T", "--text", "T", "--to", "almo", "--findings", "repars"),
        2,
        "--findings cannot be `repars`. Did you mean `repairs`?",
    ),
    Words(
        (*ADD, "homes", "--text", "a\0b"), 2, "--text holds a character that a Word document cannot hold. Take it out."
    ),
    Words(
        (*ADD, "homes", "--title", "a\ud800b"),
        2,
        "--title holds a character that a Word document cannot hold. Take it out.",
    ),
    Words(
        ("add", "evidence", "homes", "--title", "T", "--kind", "document", "--date", "2003-02-30"),
        2,
        "--date cannot be 2003-02-30: 30 February 2003 is not a date. Look the day up.",
    ),
    Words(
        ("add", "evidence", "homes", "--title", "T", "--kind", "document", "--date", "20030230"),
        2,
        "`20030230` is not a date for --date. Write it as 2004-05-31.",
    ),
    Words((*NEW, "elm", "--homes", "many"), 2, "`many` is not a number for --homes. Write digits, such as 21450."),
    # answers that nobody is there to give
    Words(
        ("add", "finding", "homes"),
        2,
        "A finding needs --title and --kind. For example: reportkit add finding harrowmere-homes "
        '--title "Repairs are done on time" --kind strength --question 2.2',
    ),
    Words(
        ("new", "elm"),
        2,
        "A new inspection needs --kind and --authority. For example: --kind almo --authority 'Harrowmere Council' "
        "--almo 'Harrowmere Homes'.",
    ),
    Words(("new",), 2, "Error: Missing argument 'NAME'."),
    Words(("init", "elsewhere"), 2, 'The inspectorate has no name yet. Give it: --name "Housing Inspectorate".'),
    # places
    Words(("-C", "/nowhere", "check"), 2, f"No reportkit.yaml in /nowhere or above it. {NO_ROOT}"),
    Words(("-C", "/dev/null", "draft"), 2, f"No reportkit.yaml in /dev/null or above it. {NO_ROOT}"),
    Words(
        ("draft", "homes", "--out", "report.pdf"),
        2,
        "`report.pdf` does not end in .docx. A report is a Word file: name one, or a folder.",
    ),
    Words(
        ("draft", "homes", "--out", "reportkit.yaml/report.docx"),
        1,
        "reportkit.yaml/report.docx: The document could not be written: File exists. "
        "Choose another place with --out, or make room, then try again.",
    ),
    Words(
        ("draft", "homes", "--out", "/dev/null/report.docx"),
        1,
        "/dev/null/report.docx: The document could not be written: File exists. "
        "Choose another place with --out, or make room, then try again.",
    ),
    Words(
        ("draft", "homes", "--out", f"{'x' * 300}.docx"),
        1,
        f"{'x' * 300}.docx: The document could not be written: File name too long. "
        "Choose another place with --out, or make room, then try again.",
    ),
    # words
    Words(("drat",), 2, "Error: There is no command 'drat'. Did you mean 'draft'?"),
    Words(("add", "finding2"), 2, "Error: No such command 'finding2'. Did you mean 'finding'?"),
    Words(("explain", "E99"), 2, "There is no rule `E99`. Did you mean `E19`?"),
    Words(("explain", "../x"), 2, "There is no rule `../x`. `reportkit explain` lists them."),
    Words(
        ("check", "--for", "sumbit"),
        2,
        "Error: Invalid value for '--for': 'sumbit' is not one of 'submit', 'send', 'notify', 'publish'.",
    ),
    Words(
        ("completion", "tcsh"),
        2,
        "Error: Invalid value for '[bash|zsh|fish|powershell]': "
        "'tcsh' is not one of 'bash', 'zsh', 'fish', 'powershell'.",
    ),
    Words(("doctor", "--jsn"), 2, "Error: No such option '--jsn'. Did you mean '--json'?"),
)
"""Command lines that are wrong use, or ask for what may not be."""

REPORT = "templates/report.md.j2"
FILTERS = (
    "There are: capitalize, default, each, first, join, last, length, lower, needed, plain, plural, round, sentence, "
    "sort, trim, upper, where."
)
NO_END = ":1: The template does not come to an end. Look for a loop in a loop, or one over too much."
PRIVATE = "begins with _. Use a name that the template was given."

TEMPLATES: Mapping[str, tuple[str, str]] = {
    "loops in loops": ("{% for a in range(1000) %}" * 3 + "x" + "{% endfor %}" * 3, NO_END),
    "loops in loops that say nothing": ("{% for a in range(1000) %}" * 3 + "{% endfor %}" * 3, NO_END),
    "a loop without end": (
        "{% for a in range(9999999999) %}{% endfor %}",
        ":1: The template's range is longer than 1,000. Shorten it.",
    ),
    "memory by numbers": (
        "{{ 9**9**9 }}",
        ":1: The operator ** is not available in templates. Say it with a plain value.",
    ),
    "memory by text": (
        "{{ 'x' * 999999999 }}",
        ":1: The template reckons (*) with what is not a number. Join text with ~, and reckon with numbers.",
    ),
    "memory by a filter": ("{{ 'a'|center(999999999) }}", f":1: There is no filter 'center'. {FILTERS}"),
    "Python's classes": ("{{ ''.__class__.__mro__ }}", f":1: The name '__mro__' {PRIVATE}"),
    "Python's classes by a filter": ("{{ ''|attr('__class__') }}", f":1: There is no filter 'attr'. {FILTERS}"),
    "Python's names": ("{{ findings.__globals__ }}", f":1: The name '__globals__' {PRIVATE}"),
    "Python by a format": (
        "{{ '{0.__class__}'.format(1) }}",
        ":1: The template asks for 'format' of what has no named values. Use one of the filters instead.",
    ),
    "a file elsewhere": (
        "{% include '../reportkit.yaml' %}",
        ":1: There is no template '../reportkit.yaml'. There are: report.md.j2.",
    ),
    "a template in itself": (
        "{% include 'report.md.j2' %}",
        ":1: The template includes itself. Take the include out.",
    ),
    "a macro in itself": (
        "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
        ":1: The template's macros call one another without end. Look for a macro that calls itself.",
    ),
    "brackets in brackets": (
        "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
        ":1: The template nests too deeply. Make it flatter.",
    ),
    "a template that is too long": (
        "x" * 200_001,
        ": The template is longer than 200,000 characters. Divide it, and include the parts.",
    ),
    "a line that is not written rightly": (
        "\n{% for x in %}",
        (
            ":2: The template is not written rightly: Expected an expression, got 'end of statement block'. "
            "Look for a missing {% end… %}, quote or bracket."
        ),
    ),
    "a name that does not exist": (
        "\n\n{{ almoo }}",
        ":3: The template uses 'almoo', which does not exist. Did you mean almo?",
    ),
    "HTML": (
        "<script>no</script>",
        ":1: HTML stands in the text. Write it in Markdown, or put a backslash before the <.",
    ),
    "a NUL": ("a\0b", f":1: holds the invisible character U+0000, {INVISIBLE}"),
}
"""Templates that do not work, and what is said of each after its name."""

HOUSE = "templates/house.docx"
IN_WORD = "Save it in Word as a Word document (.docx) without macros or a password."


def house(changes: Mapping[str, bytes | None]) -> bytes:
    """The shipped house file with other parts, or without some."""
    with zipfile.ZipFile(io.BytesIO(SHIPPED_HOUSE)) as archive:
        parts: dict[str, bytes | None] = {name: archive.read(name) for name in archive.namelist()}
    parts |= changes
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blob in parts.items():
            if blob is not None:
                archive.writestr(name, blob)
    return packed.getvalue()


def _laughs() -> bytes:
    """The billion laughs: entities of entities."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE l [<!ENTITY l0 "ha">{entities}]><l>&l9;</l>'.encode()


HOUSES: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "no Word document": (lambda: b"not one", f"The house file is not a Word document. {IN_WORD}"),
    "nothing": (lambda: b"", f"The house file is not a Word document. {IN_WORD}"),
    "half of one": (
        lambda: SHIPPED_HOUSE[: len(SHIPPED_HOUSE) // 2],
        f"The house file is not a Word document. {IN_WORD}",
    ),
    "one with a password": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
        f"The house file is protected by a password or is an old .doc file. {IN_WORD}",
    ),
    "a zip bomb": (
        lambda: house({"word/media/x": bytes(50_000_000)}),
        f"The house file would unpack to far more than a Word document holds. {IN_WORD}",
    ),
    "one without styles": (
        lambda: house({"word/styles.xml": None}),
        f"The house file is damaged or is not a Word document. {IN_WORD}",
    ),
    "one whose styles are no XML": (
        lambda: house({"word/styles.xml": b"<a>"}),
        f"The house file is damaged: one of its parts cannot be read. {IN_WORD}",
    ),
    "one with entities of entities": (
        lambda: house({"word/styles.xml": _laughs()}),
        f"The house file is damaged: one of its parts cannot be read. {IN_WORD}",
    ),
    "one whose list of parts is another thing": (
        lambda: house({"[Content_Types].xml": b"<x/>"}),
        f"The house file is damaged or is not a Word document. {IN_WORD}",
    ),
    "one with a part outside": (
        lambda: house({"../x.xml": b"<x/>"}),
        f"The house file holds locked, doubled or misplaced parts. {IN_WORD}",
    ),
}
"""House files that no report can be drawn in."""

NEWER = (
    "reportkit.yaml:1: was made by a newer reportkit (format 2); this one reads format 1. Install the newest reportkit."
)
REPOSITORIES: Mapping[str, tuple[bytes | str, str]] = {
    "one of a newer format": ("format: 2\nsomething: [new]\n", NEWER),
    "one that asks for a newer reportkit": (
        f"{REPOSITORY}requires: 99.1\n",
        "reportkit.yaml:5: asks for reportkit 99.1 or newer; this is {version}. Install the newest reportkit.",
    ),
    "one of a format of 5,000 digits": (
        REPOSITORY.replace("format: 1", f"format: {'9' * 5000}"),
        "reportkit.yaml:1: `format` expects a whole number such as 21450. Write digits only, without commas or words.",
    ),
    "one that is broken": (
        "format: 1\nrepository: [x",
        "reportkit.yaml:2: the list's brackets `[` and `]` do not match. Write it as `[one, two]`, on one line.",
    ),
    "one that is not UTF-8": (b"\xff", f"reportkit.yaml:1: is not UTF-8: perhaps it is Windows-1252. {UTF8}"),
}
"""What reportkit.yaml may hold that no command goes on with."""
