from __future__ import annotations

from collections.abc import Callable

import pytest

from reportkit.reading.inspection import Reading

Sentences = Callable[[str, str | bytes | None], list[str]]

LEADING_NOWHERE = [
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\narea: rents\n---\nText.\n",
        ["findings/repairs-on-time.md:4: there is no service area `rents`. Did you mean `rent`?"],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\narea: heating\n---\nText.\n",
        [
            (
                "findings/repairs-on-time.md:4: there is no service area `heating`. Choose one of: "
                "estate-management, housing-register, rent, stock-investment, tenant-participation."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\nquestion: '9.9'\n---\nText.\n",
        [
            (
                "findings/repairs-on-time.md:4: there is no question for findings `9.9`. The guidance's names "
                "are in schema/."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\nquestion: '1'\n---\nText.\n",
        [
            (
                "findings/repairs-on-time.md:4: the question `1` holds no findings of its own. Name a heading, "
                "1.1 to 3.2, or a question of P or G."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\nquestion: 2.2-stock-6\n---\nText.\n",
        [
            (
                "findings/repairs-on-time.md:4: the question `2.2-stock-6` holds no findings of its own. Name "
                "a heading, 1.1 to 3.2, or a question of P or G."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\nalso: [P9.1]\n---\nText.\n",
        ["findings/repairs-on-time.md:4: there is no question for findings `P9.1`. Did you mean `P3.1`?"],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\nevidence: [repairs-case-sampel]\n---\nText.\n",
        [
            (
                "findings/repairs-on-time.md:4: there is no evidence `repairs-case-sampel`. Did you mean "
                "`repairs-case-sample`?"
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        ("---\ntitle: T\nkind: strength\nevidence:\n  - repairs-case-sample\n  - nothing-like-it\n---\nText.\n"),
        [
            (
                "findings/repairs-on-time.md:6: there is no evidence `nothing-like-it`. Choose one of: "
                "repairs-case-sample."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\nby: a-okafo\n---\nText.\n",
        [("findings/repairs-on-time.md:4: there is no member of the team `a-okafo`. Did you mean `a-okafor`?")],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\nby: nobody\n---\nText.\n",
        [("findings/repairs-on-time.md:4: there is no member of the team `nobody`. Choose one of: a-okafor.")],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\ncovers: [status-repair]\n---\nText.\n",
        [
            (
                "findings/repairs-on-time.md:4: there is no topic or question `status-repair`. Did you mean "
                "`status-repairs`?"
            )
        ],
    ),
    (
        "evidence/repairs-case-sample.yaml",
        (
            "title: T\nkind: documents\nsource: beacons\nway: phone\nquestions: [7]\nareas: [x]\nby: "
            "[a-okaf]\ncovers: [gas]\n"
        ),
        [
            ("evidence/repairs-case-sample.yaml:2: there is no kind of evidence `documents`. Did you mean `document`?"),
            ("evidence/repairs-case-sample.yaml:3: there is no source of context `beacons`. Did you mean `beacon`?"),
            (
                "evidence/repairs-case-sample.yaml:4: there is no way of asking tenants `phone`. Did you mean "
                "`telephone`?"
            ),
            ("evidence/repairs-case-sample.yaml:5: there is no question `7`. The guidance's names are in schema/."),
            (
                "evidence/repairs-case-sample.yaml:6: there is no service area `x`. Choose one of: "
                "estate-management, housing-register, rent, stock-investment, tenant-participation."
            ),
            ("evidence/repairs-case-sample.yaml:7: there is no member of the team `a-okaf`. Did you mean `a-okafor`?"),
            ("evidence/repairs-case-sample.yaml:8: there is no topic or question `gas`. Did you mean `gas-servicing`?"),
        ],
    ),
    (
        "recommendations/check-register.yaml",
        "title: T\nfindings: [register-error]\n",
        [
            (
                "recommendations/check-register.yaml:2: there is no finding `register-error`. Did you mean "
                "`register-errors`?"
            )
        ],
    ),
    (
        "drivers-and-barriers.yaml",
        (
            "barriers:\n  - id: a\n    title: A\n    findings: [z]\n    area: q\n  - id: a\n    title: B\n "
            " - id: C d\n    title: C\n"
        ),
        [
            ("drivers-and-barriers.yaml:4: there is no finding `z`. Choose one of: register-errors, repairs-on-time."),
            (
                "drivers-and-barriers.yaml:5: there is no service area `q`. Choose one of: estate-management, "
                "housing-register, rent, stock-investment, tenant-participation."
            ),
            "drivers-and-barriers.yaml:6: the id `a` is given twice, in line 2 too. Give each its own.",
            "drivers-and-barriers.yaml:8: the id `C d` has capital letters. Write `c-d`.",
        ],
    ),
    (
        "earlier.yaml",
        "- id: late\n  part: weakness\n  title: Repairs are late\n  findings: [repairs-on-tim]\n",
        ["earlier.yaml:4: there is no finding `repairs-on-tim`. Did you mean `repairs-on-time`?"],
    ),
    (
        "best-value-reviews.yaml",
        "- title: x\n  area: rents\n",
        ["best-value-reviews.yaml:2: there is no service area `rents`. Did you mean `rent`?"],
    ),
    (
        "inspection.yaml",
        (
            "kind: almo\nauthority: {name: X}\nscope:\n  - id: housing-register\nteam:\n  - {id: a-okafor, "
            "name: A, role: inspector, areas: [registers]}\n  - {id: a-okafor, name: B, role: auditor}\n"
        ),
        [
            (
                "inspection.yaml:6: there is no service area `registers`. Choose one of: estate-management, "
                "housing-register, rent, stock-investment, tenant-participation."
            ),
            "inspection.yaml:7: the id `a-okafor` is given twice, in line 6 too. Give each its own.",
        ],
    ),
]


@pytest.mark.parametrize(("name", "content", "expected"), LEADING_NOWHERE)
def test_a_name_that_leads_nowhere_is_named_with_its_line(
    name: str, content: str | bytes | None, expected: list[str], sentences: Sentences
) -> None:
    assert sentences(name, content) == expected


def test_an_inspection_with_a_question_set_of_its_own_has_its_own_questions(
    good: dict[str, str], read_with: Callable[[dict[str, str]], Reading]
) -> None:
    own = good["inspection.yaml"].replace("kind: almo", "kind: best-value\nquestions: 2001-08")
    finding = "---\ntitle: T\nkind: strength\nquestion: P7.1\n---\nText.\n"
    assert read_with({"inspection.yaml": own, "findings/a.md": finding}).problems == ()


def test_only_the_first_problems_guess_what_was_meant(read_with: Callable[[dict[str, str]], Reading]) -> None:
    names = ", ".join(f"repairs-case-sample{number}" for number in range(30))
    problems = read_with({"findings/a.md": f"---\ntitle: T\nkind: strength\nevidence: [{names}]\n---\n"}).problems
    remedies = [problem.remedy for problem in problems]
    assert remedies == [
        *["Did you mean `repairs-case-sample`?"] * 20,
        *["Add it with `reportkit add evidence`."] * 10,
    ]
