"""Texts that are refused, and what is said of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tests.bad_input.project import EVIDENCE, FINDING, INSPECTION, finding, saying, titled


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
        f"{INSPECTION}<<: {{kind: indicative}}\n",
        ":19: `<<` is not a key of this file. Choose one of: almo, auditor, authority, checking-basis, dates, "
        "guidance, judgements, kind, notice, previous, programme, questions, round, scope, team, team-basis, title.",
        "inspection.yaml",
    ),
    "a tab": Text(
        INSPECTION.replace("  name: Harrowmere C", "\tname: Harrowmere C"),
        ":4: there is a tab before the text. Indent with spaces.",
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
        ":12: There is HTML in the text. Write it in Markdown, or put a backslash before the <.",
    ),
    "a heading": Text(
        saying("Fine.\n\n# No"),
        ":12: There is a heading in the text. Headings belong in templates only: make its words **bold**, "
        "or put a backslash before the #.",
    ),
    "a picture": Text(
        saying("![a](http://x/y.png)"),
        ":10: There is a picture in the text. Take it out and keep it with the evidence.",
    ),
    "code": Text(saying("Fine.\n\n```\nx\n```"), ":12: There is code in the text. Take the lines of ``` or ~~~ out."),
    "a line across": Text(
        saying("Fine.\n\n***\n\nFine."), ":12: There is a line across the page in the text. Take it out."
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
        ":2: a quotation mark is opened and never closed, or text follows a closing one. "
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
