"""Templates that do not work, and what is said of each."""

from __future__ import annotations

from collections.abc import Mapping

from tests.bad_input.texts import INVISIBLE

REPORT = "templates/report.md.j2"
FILTERS = (
    "There are: capitalize, default, each, first, join, last, length, lower, needed, plain, plural, round, sentence, "
    "sort, trim, upper, where."
)
NO_END = ":1: The template does not end. Look for a loop in a loop, or one over too much."
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
        (
            ":1: There is no template '../reportkit.yaml'. There are: comments-response.md.j2, history.md.j2, "
            "letters/almo.md.j2, letters/authority.md.j2, letters/odpm.md.j2, letters/parts/end.md.j2, "
            "letters/parts/head.md.j2, letters/parts/score.md.j2, moderation-pack.md.j2, "
            "press-release.md.j2, questionnaire.md.j2, report.md.j2, since-draft.md.j2."
        ),
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
        ":1: There is HTML in the text. Write it in Markdown, or put a backslash before the <.",
    ),
    "a NUL": ("a\0b", f":1: holds the invisible character U+0000, {INVISIBLE}"),
}
"""Templates that do not work, and what is said of each after its name."""
