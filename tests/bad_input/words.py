"""Command lines that are wrong, and what is said of each."""

from __future__ import annotations

from typing import NamedTuple

from tests.bad_input.project import ONE


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
    _no_name("é b", ODD),
    _no_name("é", ODD),
    _no_name("", "is empty"),
    _no_name("-x", "begins with a hyphen"),
    _no_name("nul", "is a name that Windows keeps for itself"),
    _no_name("com1", "is a name that Windows keeps for itself"),
    _no_name("Mön", "has capital letters"),
    Words((*NEW, "--", "Elm Homes"), 2, "`Elm Homes` has capital letters. A good name is `elm-homes`."),
    _no_name("a" * 41, "is longer than 40 characters"),
    Words((*NEW, "--", "\x1b[31mred"), 2, f"`\\x1b[31mred` {ODD}. {GOOD_NAME}"),
    Words((*NEW, "homes"), 1, "There is an inspection `homes` already. Add a year to the name, say."),
    Words(
        (*NEW, "import"),
        2,
        "`import` is also something that `reportkit indicators` does. Add a place or a year.",
    ),
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
        "`20030230` is not a date for --date. Write it as YYYY-MM-DD.",
    ),
    Words((*NEW, "elm", "--homes", "many"), 2, "`many` is not a number for --homes. Write digits, such as 21450."),
    # answers that no one is there to give
    Words(
        ("add", "finding", "homes"),
        2,
        "A finding needs --title and --kind. For example: reportkit add finding harrowmere-homes "
        '--title "Repairs are done on time" --kind strength --question 2.2',
    ),
    Words(
        ("new", "elm"),
        2,
        "A new inspection needs --kind and --authority. For example: --kind almo "
        '--authority "Harrowmere Council" --almo "Harrowmere Homes"',
    ),
    Words(("new",), 2, "  NAME"),
    Words(("init", "elsewhere"), 2, 'The inspectorate has no name yet. Give it: --name "Housing Inspectorate".'),
    # places
    Words(("-C", "/nowhere", "check"), 2, f"No reportkit.yaml in /nowhere or above it. {NO_ROOT}"),
    Words(("-C", "/dev/null", "draft"), 2, f"No reportkit.yaml in /dev/null or above it. {NO_ROOT}"),
    Words(
        ("draft", "homes", "--out", "report.pdf"),
        2,
        "`report.pdf` does not end in .docx. Name a Word file, or a folder.",
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
    Words(("explain", "E99"), 2, "There is no rule 'E99'. Did you mean 'E19'?"),
    Words(("explain", "../x"), 2, "There is no rule '../x'. `reportkit explain` lists them."),
    Words(
        ("check", "--for", "sumbit"),
        2,
        "Error: Invalid value for '--for': 'sumbit' is not one of "
        "'submit', 'sign-off', 'decide', 'send', 'notify', 'publish', 'reinspect'.",
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
