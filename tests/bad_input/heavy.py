"""Texts that are too much."""

from __future__ import annotations

from collections.abc import Mapping

from tests.bad_input.project import finding, saying
from tests.bad_input.texts import HEADER, TOO_MUCH, WHOLE_LINK, Text

HEAVY: Mapping[str, Text] = {
    "an alias bomb": Text(
        finding("[sample]", "&a [&b [x, x, x, x, x, x, x, x], " + "*b, " * 30 + "x]"),
        ":7: too much is repeated by `*` references. Write the values out.",
    ),
    "lists in lists": Text(
        finding("[sample]", "[" * 5000 + "]" * 5000),
        ":7: lists or keys are nested more than 20 deep. Write it with less nesting.",
    ),
    "keys in keys": Text(
        finding("[sample]", "{a: " * 3000 + "}" * 3000),
        ":7: lists or keys are nested more than 20 deep. Write it with less nesting.",
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
        ":12: A quotation is inside another block. Begin it at the margin, with an empty line before it.",
    ),
    "links that never end": Text(saying("[a](b" * 6_000), f":10: {WHOLE_LINK}"),
    "rows without end": Text(
        HEADER + "x," * 100_000,
        ":2: has 100001 cells where the header has 10. Put a cell that holds a comma in double quotation marks.",
        "indicators.csv",
    ),
}
"""Texts that would cost a careless reader its time or memory."""
