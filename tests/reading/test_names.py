from __future__ import annotations

from collections.abc import Callable

import pytest

Sentences = Callable[[str, str | bytes | None], list[str]]

WRONG_NAMES = [
    (
        "findings/Repairs Backlog.md",
        "---\ntitle: T\nkind: strength\n\n---\nText.\n",
        [
            (
                "findings/Repairs Backlog.md: the name `Repairs Backlog` has capital letters. Rename it to "
                "`repairs-backlog.md`."
            )
        ],
    ),
    (
        "findings/two words.md",
        "---\ntitle: T\nkind: strength\n\n---\nText.\n",
        [
            (
                "findings/two words.md: the name `two words` has characters other than a–z, 0–9 and hyphens. "
                "Rename it to `two-words.md`."
            )
        ],
    ),
    (
        "findings/con.md",
        "---\ntitle: T\nkind: strength\n\n---\nText.\n",
        [("findings/con.md: the name `con` is a name that Windows keeps for itself. Rename it to `con-1.md`.")],
    ),
    (
        "evidence/com1.yaml",
        "title: T\nkind: document\n",
        [("evidence/com1.yaml: the name `com1` is a name that Windows keeps for itself. Rename it to `com1-1.yaml`.")],
    ),
    (
        "findings/-x.md",
        "---\ntitle: T\nkind: strength\n\n---\nText.\n",
        ["findings/-x.md: the name `-x` begins with a hyphen. Rename it to `x.md`."],
    ),
    (
        "findings/é.md",
        "---\ntitle: T\nkind: strength\n\n---\nText.\n",
        [("findings/é.md: the name `é` has characters other than a–z, 0–9 and hyphens. Rename it to `e.md`.")],
    ),
    (
        "findings/e\u0301.md",  # the same as a Mac writes it
        "---\ntitle: T\nkind: strength\n\n---\nText.\n",
        [
            (
                "findings/e\u0301.md: the name `e\u0301` has characters other than a–z, 0–9 and hyphens. "
                "Rename it to `e.md`."
            )
        ],
    ),
    (
        "findings/.md",
        "---\ntitle: T\nkind: strength\n\n---\nText.\n",
        ["findings/.md: does not end in `.md`. Rename it to `md.md`."],
    ),
    (
        "findings/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.md",
        "---\ntitle: T\nkind: strength\n\n---\nText.\n",
        [
            (
                "findings/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.md: the name "
                "`xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx` is longer than 40 characters. Rename it to "
                "`xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.md`."
            )
        ],
    ),
    (
        "findings/x.MD",
        "---\ntitle: T\nkind: strength\n\n---\nText.\n",
        ["findings/x.MD: does not end in `.md`. Rename it to `x.md`."],
    ),
    (
        "findings/x.markdown",
        "---\ntitle: T\nkind: strength\n\n---\nText.\n",
        ["findings/x.markdown: does not end in `.md`. Rename it to `x.md`."],
    ),
    (
        "findings/x.txt",
        "---\ntitle: T\nkind: strength\n\n---\nText.\n",
        ["findings/x.txt: does not end in `.md`. Rename it to `x.md`."],
    ),
    (
        "findings/x",
        "---\ntitle: T\nkind: strength\n\n---\nText.\n",
        ["findings/x: does not end in `.md`. Rename it to `x.md`."],
    ),
    (
        "findings/x.docx",
        b"\x00",
        ["findings/x.docx: does not end in `.md`. Files here end in `.md`; keep others elsewhere."],
    ),
    ("evidence/x.yml", "title: x", ["evidence/x.yml: does not end in `.yaml`. Rename it to `x.yaml`."]),
    (
        "findings/rent/x.md",
        "---\ntitle: T\nkind: strength\n\n---\nText.\n",
        ["findings/rent/x.md: is in a folder inside findings/. Move it up, into findings/ itself."],
    ),
    (
        "findings/REPAIRS-on-time.md",
        "---\ntitle: T\nkind: strength\n\n---\nText.\n",
        [
            (
                "findings/REPAIRS-on-time.md: differs from another file's name in capitals only, which Windows "
                "and Macs take for one. Give one of them another name."
            ),
            (
                "findings/repairs-on-time.md: differs from another file's name in capitals only, which Windows "
                "and Macs take for one. Give one of them another name."
            ),
        ],
    ),
    (
        "findings/a\x1b[2J\n.md",
        "---\ntitle: T\nkind: strength\n\n---\nText.\n",
        ["findings/a\\x1b[2J\\n.md: the name `a\\x1b[2J\\n` has capital letters. Rename it to `a-2j.md`."],
    ),
    (
        "findings/a\udcff.md",
        "---\ntitle: T\nkind: strength\n\n---\nText.\n",
        [
            (
                "findings/a\\udcff.md: the name `a\\udcff` has characters other than a–z, 0–9 and hyphens. "
                "Rename it to `a.md`."
            )
        ],
    ),
    (
        "finding/x.md",
        "---\ntitle: T\nkind: strength\n\n---\nText.\n",
        ["finding/x.md: `finding` is no folder of an inspection. Did you mean `findings`?"],
    ),
    (
        "photos/x.jpg",
        "x",
        [
            (
                "photos/x.jpg: `photos` is no folder of an inspection. Choose one of: findings, evidence, "
                "recommendations, narrative."
            )
        ],
    ),
    (
        "notes.txt",
        "x",
        [
            (
                "notes.txt: `notes.txt` is no file of an inspection. Choose one of: inspection.yaml, "
                "drivers-and-barriers.yaml, indicators.csv, support-services.yaml, best-value-reviews.yaml, "
                "earlier.yaml, answers.yaml."
            )
        ],
    ),
    (
        "indicator.csv",
        "x",
        ["indicator.csv: `indicator.csv` is no file of an inspection. Did you mean `indicators.csv`?"],
    ),
    (
        "Inspection.yaml",
        "x",
        [("Inspection.yaml: `Inspection.yaml` is no file of an inspection. Did you mean `inspection.yaml`?")],
    ),
    (
        "inspection.yml",
        "x",
        ["inspection.yml: `inspection.yml` is no file of an inspection. Did you mean `inspection.yaml`?"],
    ),
]


@pytest.mark.parametrize(("name", "content", "expected"), WRONG_NAMES)
def test_a_file_with_a_wrong_name_is_told_a_better_one(
    name: str, content: str | bytes | None, expected: list[str], sentences: Sentences
) -> None:
    assert sentences(name, content) == expected
