from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.inspection.bodies import Almo
from reportkit.inspection.finding import Finding
from reportkit.inspection.source_place import Origin
from reportkit.reading import convert
from reportkit.reading.problems import Report
from tests.every_case import every_case

Sentences = Callable[[str, str | bytes | None], list[str]]

WRONG_FIELDS = [
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\ntitel: x\n---\nText.\n",
        ["findings/repairs-on-time.md:4: `titel` is not a key of this file. Did you mean `title`?"],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\nzzz: x\n---\nText.\n",
        [
            (
                "findings/repairs-on-time.md:4: `zzz` is not a key of this file. Choose one of: also, area, "
                "by, covers, effect, evidence, indicators, kind, order, positive-practice, press, question, sensitive, "
                "teething, themes, title, weight."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\nid: other\n---\nText.\n",
        [
            (
                "findings/repairs-on-time.md:4: `id` is not a key of this file. Choose one of: also, area, by, "
                "covers, effect, evidence, indicators, kind, order, positive-practice, press, question, sensitive, "
                "teething, themes, title, weight."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\norigin: x\n---\nText.\n",
        [
            (
                "findings/repairs-on-time.md:4: `origin` is not a key of this file. Choose one of: also, area, "
                "by, covers, effect, evidence, indicators, kind, order, positive-practice, press, question, sensitive, "
                "teething, themes, title, weight."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\ntext: x\n---\nText.\n",
        [
            (
                "findings/repairs-on-time.md:4: `text` is not a key of this file. Choose one of: also, area, "
                "by, covers, effect, evidence, indicators, kind, order, positive-practice, press, question, sensitive, "
                "teething, themes, title, weight."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\nkind: strength\n---\nx",
        ["findings/repairs-on-time.md:2: `title` is missing. Add `title: …`."],
    ),
    (
        "findings/repairs-on-time.md",
        "---\n---\n",
        [
            "findings/repairs-on-time.md:2: `title` is missing. Add `title: …`.",
            "findings/repairs-on-time.md:2: `kind` is missing. Add `kind: …`.",
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\nweight: hihg\n---\nText.\n",
        ["findings/repairs-on-time.md:4: `weight` cannot be `hihg`. Did you mean `high`?"],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\nweight: severe\n---\nText.\n",
        ["findings/repairs-on-time.md:4: `weight` cannot be `severe`. Choose one of: high, medium, low."],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\nweight: [high]\n---\nText.\n",
        ["findings/repairs-on-time.md:4: `weight` expects one word. Choose one of: high, medium, low."],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\nthemes: [acces]\n---\nText.\n",
        ["findings/repairs-on-time.md:4: `themes` cannot be `acces`. Did you mean `access`?"],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\neffect: [a]\n---\nText.\n",
        [
            (
                "findings/repairs-on-time.md:4: `effect` expects text, not a list. Put text that begins with "
                "`[` or `{` in quotes."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\neffect: {a: b}\n---\nText.\n",
        [
            (
                "findings/repairs-on-time.md:4: `effect` expects text, not `key: value` lines. Put text that "
                "begins with `[` or `{` in quotes."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\nevidence: repairs-case-sample\n---\nText.\n",
        [("findings/repairs-on-time.md:4: `evidence` expects a list. Write `evidence: [repairs-case-sample]`.")],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\nevidence:\n  -a\n---\nText.\n",
        [
            (
                "findings/repairs-on-time.md:4: `evidence` expects a list. Put each item on its own line, with "
                "a space after the dash."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\nevidence: {a: b}\n---\nText.\n",
        ["findings/repairs-on-time.md:4: `evidence` expects a list. Write `evidence: […]`."],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\nevidence: [[a]]\n---\nText.\n",
        [
            (
                "findings/repairs-on-time.md:4: `evidence` expects text, not a list. Put text that begins with "
                "`[` or `{` in quotes."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\norder: 010\n---\nText.\n",
        [
            (
                "findings/repairs-on-time.md:4: `order` expects a whole number such as 21450. Write digits "
                "only, without commas or words."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\norder: 1:30\n---\nText.\n",
        [
            (
                "findings/repairs-on-time.md:4: `order` expects a whole number such as 21450. Write digits "
                "only, without commas or words."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\norder: 3.0\n---\nText.\n",
        [
            (
                "findings/repairs-on-time.md:4: `order` expects a whole number such as 21450. Write digits "
                "only, without commas or words."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\norder: -1\n---\nText.\n",
        [
            (
                "findings/repairs-on-time.md:4: `order` expects a whole number such as 21450. Write digits "
                "only, without commas or words."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\norder: [1]\n---\nText.\n",
        [
            (
                "findings/repairs-on-time.md:4: `order` expects a whole number such as 21450. Write digits "
                "only, without commas or words."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\nteething: on\n---\nText.\n",
        ["findings/repairs-on-time.md:4: `teething` expects yes or no. Write `yes` or `no`."],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\nteething: 1\n---\nText.\n",
        ["findings/repairs-on-time.md:4: `teething` expects yes or no. Write `yes` or `no`."],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\nteething: []\n---\nText.\n",
        ["findings/repairs-on-time.md:4: `teething` expects yes or no. Write `yes` or `no`."],
    ),
    (
        "evidence/repairs-case-sample.yaml",
        "title: T\nkind: document\ndate: 2004-02-30\n",
        [
            (
                "evidence/repairs-case-sample.yaml:3: `date` cannot be 2004-02-30: 30 February 2004 is not a "
                "date. Look the day up."
            )
        ],
    ),
    (
        "evidence/repairs-case-sample.yaml",
        "title: T\nkind: document\ndate: 2004-13-01\n",
        [("evidence/repairs-case-sample.yaml:3: `date` cannot be 2004-13-01: there is no month 13. Look the day up.")],
    ),
    (
        "evidence/repairs-case-sample.yaml",
        "title: T\nkind: document\ndate: 0000-01-01\n",
        [
            (
                "evidence/repairs-case-sample.yaml:3: `date` cannot be 0000-01-01: 1 January 0000 is not a "
                "date. Look the day up."
            )
        ],
    ),
    (
        "evidence/repairs-case-sample.yaml",
        "title: T\nkind: document\ndate: 14/6/2004\n",
        [
            (
                "evidence/repairs-case-sample.yaml:3: `date` expects a date such as 2004-06-14. Write "
                "2004-06-14 where 14/6/2004 has the day first."
            )
        ],
    ),
    (
        "evidence/repairs-case-sample.yaml",
        "title: T\nkind: document\ndate: June\n",
        [
            (
                "evidence/repairs-case-sample.yaml:3: `date` expects a date such as 2004-06-14. Write the "
                "year, the month and the day, with hyphens."
            )
        ],
    ),
    (
        "evidence/repairs-case-sample.yaml",
        "title: T\nkind: document\ndate: 2004-06-14T00:00:00\n",
        [
            (
                "evidence/repairs-case-sample.yaml:3: `date` expects a date such as 2004-06-14. Write the "
                "year, the month and the day, with hyphens."
            )
        ],
    ),
    (
        "evidence/repairs-case-sample.yaml",
        "title: T\nkind: document\ndate: [2004-06-14]\n",
        [
            (
                "evidence/repairs-case-sample.yaml:3: `date` expects a date such as 2004-06-14. Write the "
                "year, the month and the day, with hyphens."
            )
        ],
    ),
    (
        "evidence/repairs-case-sample.yaml",
        "- a\n- b\n",
        [("evidence/repairs-case-sample.yaml:1: `key: value` lines are expected here. Write one on each line.")],
    ),
    (
        "evidence/repairs-case-sample.yaml",
        "text",
        [("evidence/repairs-case-sample.yaml:1: `key: value` lines are expected here. Write one on each line.")],
    ),
    (
        "evidence/repairs-case-sample.yaml",
        "",
        [
            "evidence/repairs-case-sample.yaml:1: `title` is missing. Add `title: …`.",
            "evidence/repairs-case-sample.yaml:1: `kind` is missing. Add `kind: …`.",
        ],
    ),
    (
        "recommendations/check-register.yaml",
        "title: T\nto: almos\nby: soon\nbuy-in: take-ovr\n",
        [
            "recommendations/check-register.yaml:2: `to` cannot be `almos`. Did you mean `almo`?",
            (
                "recommendations/check-register.yaml:3: `by` expects a date such as 2004-06-14. Write the "
                "year, the month and the day, with hyphens."
            ),
            ("recommendations/check-register.yaml:4: `buy-in` cannot be `take-ovr`. Did you mean `take-over`?"),
        ],
    ),
    ("inspection.yaml", None, ["inspection.yaml: is missing. Make it as `reportkit new` does."]),
    (
        "inspection.yaml",
        "",
        [
            "inspection.yaml:1: `kind` is missing. Add `kind: …`.",
            "inspection.yaml:1: `authority` is missing. Add `authority: …`.",
        ],
    ),
    (
        "inspection.yaml",
        "kind: alm\nauthority: Eastley\nround: two\n",
        [
            "inspection.yaml:1: `kind` cannot be `alm`. Did you mean `almo`?",
            (
                "inspection.yaml:2: `authority` expects `key: value` lines below it. Put them there, indented "
                "by two spaces."
            ),
            (
                "inspection.yaml:3: `round` expects a whole number such as 21450. Write digits only, without "
                "commas or words."
            ),
        ],
    ),
    (
        "inspection.yaml",
        "kind: almo\nauthority: {name: X, homes: '21,450'}\nteam: nobody\n",
        [
            (
                "inspection.yaml:2: `homes` expects a whole number such as 21450. Write digits only, without "
                "commas or words."
            ),
            "inspection.yaml:3: `team` expects a list. Begin each entry with a dash and a space.",
        ],
    ),
    (
        "inspection.yaml",
        (
            "kind: almo\nauthority: {}\nteam:\n  - name: A\n    role: inspector\n  - id: b\n    name: B\n  "
            "  role: boss\n"
        ),
        [
            "inspection.yaml:2: `name` is missing. Add `name: …`.",
            "inspection.yaml:4: `id` is missing. Add `id: …`.",
            (
                "inspection.yaml:8: `role` cannot be `boss`. Choose one of: lead inspector, inspector, tenant "
                "inspection adviser, auditor."
            ),
        ],
    ),
    (
        "drivers-and-barriers.yaml",
        "- a",
        [
            (
                "drivers-and-barriers.yaml:1: `drivers:` and `barriers:` are expected here. Put the entries "
                "below one of them."
            )
        ],
    ),
    (
        "drivers-and-barriers.yaml",
        "driver:\n  - a\n",
        ["drivers-and-barriers.yaml:1: `driver` is not a key of this file. Did you mean `drivers`?"],
    ),
    (
        "drivers-and-barriers.yaml",
        "drivers: x\nbarriers:\n  - id: a\n    title: A\n    reach: both\n  - text",
        [
            ("drivers-and-barriers.yaml:1: `drivers` expects a list. Begin each entry with a dash and a space."),
            ("drivers-and-barriers.yaml:5: `reach` cannot be `both`. Choose one of: service-specific, corporate."),
            "drivers-and-barriers.yaml:6: `key: value` lines are expected here. Write one on each line.",
        ],
    ),
    (
        "support-services.yaml",
        "service: x",
        ["support-services.yaml:1: a list is expected here. Begin each entry with a dash and a space."],
    ),
    (
        "support-services.yaml",
        "- service: x\n  price: £40\n- provider: y\n",
        [
            (
                "support-services.yaml:2: `price` expects a number such as 3.10. Write digits only, without "
                "commas, £ or %."
            ),
            "support-services.yaml:3: `service` is missing. Add `service: …`.",
        ],
    ),
    (
        "support-services.yaml",
        "- service: x\n  price: 1e5\n- service: y\n  price: NaN\n",
        [
            (
                "support-services.yaml:2: `price` expects a number such as 3.10. Write digits only, without "
                "commas, £ or %."
            ),
            (
                "support-services.yaml:4: `price` expects a number such as 3.10. Write digits only, without "
                "commas, £ or %."
            ),
        ],
    ),
    (
        "answers.yaml",
        "- rule: x\n",
        ["answers.yaml:1: `answer` is missing. Add `answer: …`.", "answers.yaml:1: `by` is missing. Add `by: …`."],
    ),
]


@pytest.mark.parametrize(("name", "content", "expected"), WRONG_FIELDS)
def test_a_field_that_does_not_fit_is_named_with_its_line(
    name: str, content: str | bytes | None, expected: list[str], sentences: Sentences
) -> None:
    assert sentences(name, content) == expected


TRUTHS = [("true", True), ("Yes", True), ("YES", True), ("no", False), ("False", False)]


@every_case(("word", "truth"), TRUTHS)
def test_a_truth_is_yes_or_no_or_true_or_false(word: str, truth: bool) -> None:
    report = Report(Origin("f.yaml"))
    assert convert.convert(Almo, {"name": "A", "partial": word}, report) == Almo(name="A", partial=truth)


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["title", "kind", "weight", "themes", "order", "evidence", "teething", "titel", "question"]),
        st.sampled_from(["strength", "high", "1.1", "3", "yes", "x", ["access"], ["a", "b"], [], {"a": "b"}]),
    )
)
def test_conversion_at_once_gives_what_field_by_field_gives(raw: dict[str, object]) -> None:
    origin = Origin("f.md")
    given_fields = {"id": "f", "text": "x", "text-line": 5, "origin": origin}
    once, slowly = Report(origin), Report(origin)
    at_once = convert.convert(Finding, dict(raw), once, given_fields)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(convert, "_whole", lambda *_: None)
        assert convert.convert(Finding, dict(raw), slowly, given_fields) == at_once
    assert once.problems == slowly.problems
