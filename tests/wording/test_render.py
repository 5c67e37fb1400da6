"""Templates → Markdown with slots: what they may say, and every way of going wrong that is stopped."""

from __future__ import annotations

import datetime as dt
import textwrap
import tracemalloc
from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.document.assemble import assemble
from reportkit.document.blocks import Block, Cell, Heading, Link, List, PageBreak, Paragraph, Run, Table, Text
from reportkit.errors import Refused, Unreadable
from reportkit.wording.escape import PRIVATE
from reportkit.wording.render import render
from reportkit.wording.values import Slot, Template, TemplateContext, View
from tests.every_case import every_case

FINDINGS = tuple(
    View("a finding", {"id": name, "title": title, "kind": kind})
    for name, title, kind in (("slow", "Repairs are *slow*", "weakness"), ("open", "Doors are open", "strength"))
)
VALUES: Mapping[str, object] = {
    "inspection": View(
        "the inspection", {"name": "Brookvale", "homes": 21450, "date": dt.date(2004, 4, 19), "fee": None}
    ),
    "findings": FINDINGS,
    "empty": (),
    "long": "long words " * 10_000,
    "many": tuple(range(6000)),
}


def paragraph_of(finding: object) -> Slot:
    assert isinstance(finding, View)
    return Slot((Paragraph((Text(str(finding.values["title"])),), "numbered", f"finding/{finding.values['id']}"),))


def gap(words: str) -> Slot:
    return Slot((Text(f"[{words}]", gap=True),))


SURROUNDINGS = TemplateContext(
    functions={"finding": paragraph_of, "nothing": lambda: Slot(()), "both": lambda: ("a", "b")},
    templates={
        "foot": Template("foot", "Yours, {{ inspection.name }}\n", "templates/letters/foot.md.j2"),
        "bad": Template("bad", "one\n{{ nonsense }}", "templates/bad.md.j2"),
        "a": Template("a", "x\n{% include 'b' %}", "templates/a.md.j2"),
        "b": Template("b", "y\n\n{% include 'a' %}", "templates/b.md.j2"),
        "base": Template("base", "# {% block title %}Report{% endblock %}\n{% block body %}{% endblock %}"),
        "middle": Template("middle", "{% extends 'base' %}{% block title %}Middle{% endblock %}"),
        "macros": Template("macros", "{% macro strong(x) %}**{{ x }}**{% endmacro %}"),
    },
    gap=gap,
)


def said(text: str, values: Mapping[str, object] = VALUES) -> str:
    return render(Template("t", text, "templates/t.md.j2"), values, SURROUNDINGS).text


def blocks(text: str, values: Mapping[str, object] = VALUES) -> tuple[Block, ...]:
    wording = render(Template("t", textwrap.dedent(text), "templates/t.md.j2"), values, SURROUNDINGS)
    return assemble(wording.text, wording.slots, wording.place)


def words(text: str) -> tuple[Run, ...]:
    return (Text(text),)


def test_a_whole_template_becomes_this_document() -> None:
    text = """\
        {% macro row(finding) %}
        | {{ finding.kind }} | {{ finding.title }} |
        {% endmacro %}
        # {{ inspection.name }}

        The team was there on {{ inspection.date }}; there are **{{ inspection.homes }}** homes,
        and the fee was {{ inspection.fee|needed("the fee") }}.

        {% for one in findings if one.kind == "weakness" %}
        ## {{ loop.index }} {{ one.title }}

        {{ finding(one) }}
        {% endfor %}
        {{ nothing() }}

        | kind | title |
        |------|-------|
        {% for one in findings %}
        {{ row(one) -}}
        {% endfor %}

        ---
        - {{ findings|each("id")|sentence }}
        """
    assert blocks(text) == (
        Heading(1, words("Brookvale"), "heading/brookvale"),
        Paragraph(
            (
                Text("The team was there on 19 April 2004; there are "),
                Text("21,450", bold=True),
                Text(" homes, and the fee was "),
                Text("[the fee]", gap=True),
                Text("."),
            )
        ),
        Heading(2, words("1 Repairs are *slow*"), "heading/1-repairs-are-slow"),
        Paragraph(words("Repairs are *slow*"), "numbered", "finding/slow"),
        Table(
            (Cell(words("kind")), Cell(words("title"))),
            (
                (Cell(words("weakness")), Cell(words("Repairs are *slow*"))),
                (Cell(words("strength")), Cell(words("Doors are open"))),
            ),
        ),
        PageBreak(),
        *blocks("- slow and open"),
    )


@every_case(
    ("template", "expected"),
    [
        ("{{ 1250 }} {{ 12 }} {{ 0.5 }} {{ true }}", "1,250 12 0.5 yes"),
        ("{{ 2004|plain }}", "2004"),
        ("{{ inspection.name|needed('the name') }}", "Brookvale"),
        ("{{ many|first|default(7) }} {{ 0|needed('a number') }}", "0 0"),
        ("{{ 7 * 6 }} {{ 7 / 2 }} {{ 7 // 2 }} {{ 7 % 4 }} {{ 1 - 2.5 }} {{ -1 }}", "42 3.5 3 3 &#45;1.5 &#45;1"),
        ("{{ (10 / 3)|round(2) }} {{ 2.5|round }} {{ 1234.5|round(1) }}", "3.33 3 1,234.5"),
        ("{{ 'a' ~ 1 ~ 'b' }} {{ 'a' + 'b' }}", "a1b ab"),
        ("{{ ((1, 2) + (3,))|sentence }}", "1, 2 and 3"),
        (
            "{{ both()|join('/') }} {{ both()|first }} {{ both()|last }} {{ both()|length }} {{ empty|length }}",
            "a/b a b 2 0",
        ),
        ("{{ ('x',)|sentence }}{{ empty|sentence }}", "x"),
        (
            "{{ 1|plural('finding') }}, {{ 2|plural('finding') }}, {{ 0|plural('is', 'are') }}",
            "1 finding, 2 findings, 0 are",
        ),
        ("{{ inspection.fee|default('no fee') }} {{ absent|default('-x') }}", "no fee &#45;x"),
        ("{{ 'aB'|upper }} {{ 'aB'|lower }} {{ 'aB'|capitalize }} {{ ' a '|trim }}", "AB ab AB a"),
        ("{{ findings|sort('title')|each('id')|join(' ') }} {{ (2, 1)|sort|join(' ') }}", "open slow 1 2"),
        ("{{ (findings|where('kind', 'strength')|first).id }}", "open"),
        ("{{ findings[0].id }} {{ findings[-1]['id'] }} {{ many[1:3]|join }}", "slow open 12"),
        ("{% if absent is defined %}a{% elif 3 is odd and 2 is even %}b{% endif %}", "b"),
        ("{% for i in range(3) %}{{ loop.cycle('a', 'b') }}{% else %}none{% endfor %}", "aba"),
        ("{% for i in empty %}x{% else %}none{% endfor %}", "none"),
        ("{% set x %}\n \n{% endset %}{% if x|trim %}full{% else %}empty{% endif %}", "empty"),
        ("{% if nothing() %}full{% else %}empty{% endif %}", "empty"),
        (
            "{% macro m(x, y='&') %}*{{ x }}*{{ y }}{% endmacro %}{{ m('*') }} {{ m('a') ~ '*' }}",
            "*&#42;*&#38; *a*&#38;&#42;",
        ),
        ("{% macro m() %}*{{ caller() }}*{% endmacro %}{% call m() %}_{% endcall %}", "*_*"),
        ("{% set x %}**{{ '*' }}**{% endset %}{{ (x, '_')|join(' ') }}", "**&#42;**&#32;&#95;"),
        ("{% with a = 1 %}{{ a }}{% endwith %}{{ 'in' if 1 in (1, 2) else 'out' }}", "1in"),
        ("{% include 'foot' %}", "Yours, Brookvale\n"),
        ("{% extends 'middle' %}{% block title %}{{ super.super() }} 2{% endblock %}", "# Report 2"),
        (
            "{% from 'macros' import strong %}{{ strong('a') }}{% import 'macros' as m %}{{ m.strong('b') }}",
            "**a****b**",
        ),
        (
            (
                "{% extends 'base' %}{% block title %}{{ super() }} 1{% endblock %}"
                "{% block body %}{{ self.title() }}{% endblock %}"
            ),
            "# Report 1Report 1",
        ),
        ("{{ '{{ 7*7 }}' }} {# not said #}", "{{ 7&#42;7 }} "),
        (
            (
                "{% for a in findings recursive %}{{ a.id }}"
                "{% if loop.depth < 2 %}({{ loop(findings) }}){% endif %}{% endfor %}"
            ),
            "slow(slowopen)open(slowopen)",
        ),
    ],
)
def test_a_template_says(template: str, expected: str) -> None:
    assert said(template) == expected


REFUSED = {
    "prints a name that is not there": (
        "\n{{ fidings }}",
        ":2: The template uses 'fidings', which does not exist. Did you mean findings?",
    ),
    "asks for a name that is not there": ("{% if fidings %}{% endif %}", ":1: The template uses 'fidings'"),
    "asks for a value that a view has not": (
        "{{ inspection.nmae }}",
        ":1: The inspection has no 'nmae'. Did you mean name?",
    ),
    "asks a list's items for a value they have not": (
        "{{ findings|each('titel')|join }}",
        ":1: A finding has no 'titel'. Did you mean title?",
    ),
    "asks items for a value where they have none": ("{{ (1, 2)|each('x')|join }}", ":1: The template asks items for"),
    "asks none for a value": ("{{ inspection.fee.x }}", ":1: The template asks for 'x' of what has no named values."),
    "asks what is not there for a value": ("{{ inspection.x.y }}", ":1: The inspection has no 'x'."),
    "prints what is missing": ("\n\n{{ inspection.fee }}", ":3: The template prints a value that is not there. Ask"),
    "prints a view": ("{{ inspection }}", ":1: The template prints the inspection as a whole. Name one of name, homes"),
    "prints a list": ("{{ findings }}", ":1: The template prints a list as a whole."),
    "prints a function": ("{{ finding }}", ":1: The template prints a function."),
    "writes a dictionary": ("{{ {'a': 1} }}", ":1: 'Dict' is not available in templates."),
    "prints an import": ("{% import 'macros' as m %}{{ m }}", ":1: The template prints what is not plain text."),
    "writes a number without end": ("{{ 1e999 }}", ":1: The template writes a number that is too large."),
    "rounds a number that is too large": ("{{ 1e300|round }}", ":1: The template rounds what cannot be rounded."),
    "takes an item by a list": ("{{ many[many] }}", ":1: There is no such item. Count from 0"),
    "has a filter that does not exist": ("{{ 'a'|uper }}", ":1: There is no filter 'uper'. Did you mean upper?"),
    "has a test that does not exist": (
        "{% if 1 is evn %}{% endif %}",
        ":1: There is no test 'evn'. Did you mean even?",
    ),
    "includes what is not there": ("\n{% include 'fot' %}", ":2: There is no template 'fot'. Did you mean foot?"),
    "includes what it does not name": (
        "{% include inspection.name %}",
        ":1: The template's name to include is not written out.",
    ),
    "includes one of several": (
        "{% include ['foot', 'x'] %}",
        ":1: The template's name to include is not written out.",
    ),
    "includes itself": ("a\n{% include 't' %}", ":2: The template includes itself."),
    "calls a function wrongly": ("{{ finding() }}", ":1: The template calls paragraph_of wrongly:"),
    "calls a function with what is not there": ("{{ finding(fidings) }}", ":1: The template uses 'fidings'"),
    "calls a text": ("{{ 'a'() }}", ":1: The template calls what is not a function."),
    "calls what is not there": ("{{ absent() }}", ":1: The template uses 'absent'"),
    "loops over nothing": (
        "{% for a in inspection.fee %}{% endfor %}",
        ":1: The template loops over what is not there.",
    ),
    "loops over letters": ("{% for a in 'abc' %}{% endfor %}", ":1: The template loops over what is no list."),
    "loops over a function": ("{% for a in range %}{% endfor %}", ":1: The template loops over what is no list."),
    "compares what has no order": ("{{ 1 < 'a' }}", ":1: The template does what cannot be done: '<' not supported"),
    "sorts what has no order": ("{{ findings|sort|length }}", ":1: The template does what cannot be done"),
    "divides by nothing": ("{{ 1 / 0 }}", ":1: The template divides by 0."),
    "adds text to a number": ("{{ 1 + 'a' }}", ":1: The template reckons (+) with what is not a number."),
    "rounds text": ("{{ 'a'|round }}", ":1: The template rounds what cannot be rounded."),
    "asks a number for its length": ("{{ 1|length }}", ":1: The template treats as a list what is none."),
    "changes Markdown": ("{% set x %}a{% endset %}{{ x|upper }}", ":1: The template changes what is not plain text."),
    "takes an item that is not there": ("{{ findings[9].id }}", ":1: There is no such item 9."),
    "has an if without an end": ("a\n{% if 1 %}", "The template is not written rightly: Unexpected end of template"),
    "has a bracket without an end": ("a\n{{ (1 }}", ":2: The template is not written rightly:"),
    "is too long": ("a" * 200_001, ": The template is longer than 200,000 characters."),
    "has too many parts": ("{{ 1 }}" * 15_000, ":1: The template is too large."),
    "nests brackets": ("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", ":1: The template nests too deeply."),
    "nests additions": ("{{ 1" + "+1" * 5000 + " }}", ":1: The template nests too deeply."),
    "nests loops": ("{% for a in many %}" * 30 + "{% endfor %}" * 30, ":1: The template nests too deeply."),
    "nests conditions": ("{% if 1 %}" * 200 + "{% endif %}" * 200, ":1: The template nests too deeply."),
    "reaches for a class": ("{{ ''.__class__ }}", ":1: The name '__class__' begins with _."),
    "reaches for a class by its text": ("{{ ''['__class__'] }}", ":1: The template asks for '__class__'"),
    "reaches for a class by a text put together": (
        "{{ ''['__cla' ~ 'ss__'] }}",
        ":1: The template asks for '__class__'",
    ),
    "reaches into a function": ("{{ finding.__globals__ }}", ":1: The name '__globals__' begins with _."),
    "reaches into a function by text": ("{{ finding['__globals__'] }}", ":1: The template asks for '__globals__'"),
    "reaches into a view": ("{{ inspection.values }}", ":1: The inspection has no 'values'."),
    "reaches into a slot": ("{{ finding(findings[0]).content }}", ":1: The template asks for 'content'"),
    "reaches into a macro": ("{% macro m() %}{% endmacro %}{{ m.name }}", ":1: The template asks for 'name'"),
    "reaches into itself": ("{{ self._TemplateReference__context }}", ":1: The name '_TemplateReference__context'"),
    "reaches into itself by text": ("{{ self['_TemplateReference__context'] }}", ":1: The template asks for"),
    "reaches into the loop": ("{% for a in many %}{{ loop._recurse }}{% endfor %}", ":1: The name '_recurse'"),
    "reaches into an import": ("{% import 'macros' as m %}{{ m._body_stream }}", ":1: The name '_body_stream'"),
    "reaches into an import by text": (
        "{% import 'macros' as m %}{{ m['_body_stream'] }}",
        ":1: The template asks for",
    ),
    "uses a method": ("{{ 'a'.upper() }}", ":1: The template asks for 'upper' of what has no named values. Use one of"),
    "uses format": ("{{ '{0.__class__}'.format(1) }}", ":1: The template asks for 'format'"),
    "uses the percent sign on text": (
        "{{ '%999999999d' % 1 }}",
        ":1: The template reckons (%) with what is not a number.",
    ),
    "uses a counting function's name": ("{{ 'a'|_step }}", ":1: There is no filter '_step'."),
    "uses a dictionary function": ("{{ dict(a=1) }}", ":1: The template uses 'dict'"),
    "uses lipsum": ("{{ lipsum(100000) }}", ":1: The template uses 'lipsum'"),
    "switches escaping off": (
        "{% autoescape false %}{{ 1 }}{% endautoescape %}",
        ":1: An autoescape block is not available",
    ),
    "uses a filter block": ("{% filter upper %}a{% endfilter %}", ":1: A filter block is not available"),
    "uses a namespace": ("{% set a.b = 1 %}", ":1: A namespace is not available"),
    "uses a power": ("{{ 9 ** 9 ** 9 }}", ":1: The operator ** is not available"),
    "repeats text": ("{{ 'a' * 1000000000 }}", ":1: The template reckons (*) with what is not a number."),
    "repeats a list": ("{{ [1] * 1000000000 }}", ":1: The template reckons (*) with what is not a number."),
    "makes a number grow": ("{{ 999999999 * 999999999 }}", ":1: The template reckons with a number that is too large."),
    "writes a long number": ("{{ " + "9" * 5000 + " }}", ":1: The template"),
    "asks for a long range": (
        "{% for a in range(1000000000) %}{% endfor %}",
        ":1: The template's range is longer than 1,000.",
    ),
    "rounds to a million places": ("{{ 1|round(1000000) }}", ":1: The template rounds what cannot be rounded."),
    "formats text by a test": ("{{ 'a' if '%999999999d' is odd else 'b' }}", ":1: The template reckons (%) with what"),
    "asks whether text divides": ("{{ 1 if '%99d' is divisibleby(2) else 2 }}", ":1: There is no test 'divisibleby'."),
    "makes a plural of a list": ("{{ 2|plural(many) }}", ":1: The template changes what is not plain text."),
    "asks for a value by a list": ("{{ findings|each(many)|length }}", ":1: The template asks items for a value"),
    "centres text": ("{{ 'a'|center(1000000000) }}", ":1: There is no filter 'center'."),
    "calls itself": ("{% macro m() %}\n{{ m() }}{% endmacro %}{{ m() }}", ":2: The template's macros call one another"),
    "calls itself twice": (
        "{% macro m(n) %}{{ m(n + 1) }}{{ m(n + 1) }}{% endmacro %}{{ m(1) }}",
        ":1: The template's macros",
    ),
    "shows its own block": ("{% block a %}{{ self.a() }}{% endblock %}", ":1: The template's macros call one another"),
    "loops into itself": (
        "{% for a in many recursive %}{{ loop(many) }}{% endfor %}",
        ":1: The template's macros call",
    ),
}
TWICE = "{{% for a in many %}}{{% for b in many %}}{}{{% endfor %}}{{% endfor %}}"
LISTS = "{% set a = (1, 1) %}{% set b = (1, 1) %}"
LISTS += "{% set a = (a, a, a, a, a, a, a, a) %}{% set b = (b, b, b, b, b, b, b, b) %}" * 9
DOUBLING = "{{% macro m(x, n) %}}{{% if n %}}{{{{ m({}, n - 1) }}}}{{% endif %}}{{% endmacro %}}{{{{ m(long, 30) }}}}"
REFUSED |= {
    f"does not end: {name}": (text, ":1: The template does not end.")
    for name, text in {
        "compares lists in lists": LISTS + "{{ 1 if a == b else 2 }}",
        "sorts lists in lists": LISTS + "{{ (a, b)|sort|length }}",
        "slices": TWICE.format("{% set x = many[1:] %}"),
        "imports": TWICE.format("{% import 'macros' as m %}"),
        "loops in loops": TWICE.format("{% for c in many %}{% endfor %}"),
        "loops in loops that leave all out": "{% for a in many %}{% for b in many if false %}{% endfor %}{% endfor %}",
        "loops with long sums": "{% for a in many %}{% for b in many %}{{ 1"
        + "+1" * 50
        + " }}{% endfor %}{% endfor %}",
        "searches": "{% for a in many %}{% for b in many %}{% if -1 in many %}{% endif %}{% endfor %}{% endfor %}",
        "searches long text": TWICE.format("{% if 'wordsx' in long %}{% endif %}"),
        "sorts": "{% for a in many %}{% set x = many|sort %}{% endfor %}",
        "joins lists": "{% for a in many %}{% set x = many + many %}{% endfor %}",
        "calls macros": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(30) }}",
        "loops over a loop": "{% for a in many %}{% for b in range(1000) recursive %}"
        "{% if loop.depth < 9 %}{{ loop(many) }}"
        "{% endif %}{% endfor %}{% endfor %}",
    }.items()
}
REFUSED |= {
    f"is too much: {name}": (text, "The template makes too much text.")
    for name, text in {
        "prints a long text often": "{% for a in many %}{{ long }}{% endfor %}",
        "writes a long text often": "{% for a in many %}" + "x" * 50_000 + "{% endfor %}",
        "doubles by macros": DOUBLING.format("x ~ x"),
        "doubles by joining": DOUBLING.format("(x, x)|join"),
        "doubles by adding": DOUBLING.format("x + x"),
        "keeps much": "{% for a in many %}{% set x %}{{ long }}{{ long }}{% endset %}{% endfor %}",
        "includes often": "{% for a in many %}{{ long|upper|lower|length }}{% endfor %}",
    }.items()
}


@every_case("name", REFUSED)
def test_a_template_is_stopped_that(name: str) -> None:
    template, expected = REFUSED[name]
    with pytest.raises(Refused) as raised:
        said(template)
    message = str(raised.value)
    assert expected in message
    assert message.startswith("templates/t.md.j2:")
    assert "\n" not in message
    assert message.endswith((".", "?", "…"))


def test_a_template_is_stopped_before_it_takes_much_memory() -> None:
    tracemalloc.start()
    try:
        for name in ("is too much: prints a long text often", "is too much: doubles by macros"):
            with pytest.raises(Refused):
                said(REFUSED[name][0])
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()


def test_an_error_in_an_included_template_is_named_there() -> None:
    with pytest.raises(
        Refused, match=r"^templates/bad\.md\.j2:2: The template uses 'nonsense', which does not exist\."
    ):
        said("one\n{% include 'bad' %}")


def test_templates_that_include_each_other_are_stopped_at_the_line_that_closes_the_circle() -> None:
    with pytest.raises(Refused, match=r"^templates/b\.md\.j2:3: The template includes itself\."):
        said("{% include 'a' %}")


@pytest.mark.parametrize("bug", [ValueError("a bug of ours"), TypeError("a bug of ours")])
def test_a_bug_in_one_of_our_functions_is_not_blamed_on_the_template(bug: Exception) -> None:
    def broken(_value: object) -> Slot:
        raise bug

    with pytest.raises(type(bug), match="a bug of ours"):
        render(Template("t", "{{ broken(1) }}"), {}, TemplateContext({"broken": broken}))


def test_a_refusal_from_one_of_our_functions_comes_through_as_it_is() -> None:
    def refusing() -> Slot:
        raise Refused("No such narrative", where="inspections/x/narrative/summary.md")

    with pytest.raises(Refused, match=r"^inspections/x/narrative/summary\.md: No such narrative\.$"):
        render(Template("t", "{{ narrative() }}"), {}, TemplateContext({"narrative": refusing}))


def test_without_a_gap_of_its_own_a_missing_value_is_named_in_brackets() -> None:
    assert render(Template("t", "{{ a|needed('the fee') }}"), {"a": None}).text == "&#91;the fee&#93;"


def test_every_line_of_the_wording_knows_the_template_and_line_it_came_from() -> None:
    text = "# A\n{% if true %}\n\nb\n{% endif %}\n{% include 'foot' %}\n"
    text += "{{ finding(findings[0]) }}\nlast {{ inspection.name }}\n"
    wording = render(Template("t", text, "templates/t.md.j2"), VALUES, SURROUNDINGS)
    lines = {line: wording.place(number) for number, line in enumerate(wording.text.split("\n"), 1)}
    assert lines["# A"] == ("templates/t.md.j2", 1)
    assert lines["b"] == ("templates/t.md.j2", 4)
    assert lines["Yours, Brookvale"] == ("templates/letters/foot.md.j2", 1)
    assert lines["\ue0000\ue001"] == ("templates/t.md.j2", 7)
    assert lines["last Brookvale"] == ("templates/t.md.j2", 8)


def test_a_block_inside_a_sentence_is_refused_with_the_templates_line() -> None:
    with pytest.raises(Unreadable, match=r"templates/t\.md\.j2:3: A whole block .* Put its"):
        blocks("one\n\nsee {{ finding(findings[0]) }} here")


def test_a_block_inside_a_list_is_refused_with_the_templates_line() -> None:
    with pytest.raises(Unreadable, match=r"templates/t\.md\.j2:2: A whole block"):
        blocks("- one\n  {{ finding(findings[0]) }}")


def test_a_slots_words_take_part_in_bold_and_headings() -> None:
    assert blocks("## A {{ empty|first|needed('title') }}\n\n**b {{ empty|first|needed('c') }}**") == (
        Heading(2, (Text("A "), Text("[title]", gap=True)), "heading/a-title"),
        Paragraph((Text("b ", bold=True), Text("[c]", bold=True, gap=True))),
    )


def test_a_template_cannot_forge_a_slot() -> None:
    assert blocks("{{ nothing() }}\n\n\ue0000\ue001 {{ '\ue0000\ue001' }}") == (
        Paragraph(words("\ue0000\ue001 \ue0000\ue001")),
    )


@every_case("value", [Decimal("4.50"), 3.25, dt.date(2003, 12, 1), True, False, 0, -7])
def test_a_number_or_a_date_comes_out_in_one_run(value: object) -> None:
    (block,) = blocks("{{ value }}", {"value": value})
    assert isinstance(block, Paragraph)
    assert len(block.runs) == 1


TRICKY = st.sampled_from(
    [
        *"\\`*_[]<>&|~^#()!-+=:.'\"{}%$@ \n\r\t1aé\xa0",
        *PRIVATE,
        "1. ",
        "- ",
        "---",
        "===",
        "**",
        "](",
        "[^1]",
        "<b>",
        "&amp;",
        "&#42;",
        "{{ 1 }}",
        "{% if %}",
        "http://x.org",
        "```",
        "\n\n",
        "    ",
        "|-|",
        "![",
        "finding:a",
        "\ue0000\ue001",
    ]
)
ALLOWED = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\xad\ufffe\uffff")
ANY_TEXT = st.lists(TRICKY | ALLOWED, min_size=1, max_size=12).map("".join)


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT)
def test_whatever_a_value_holds_it_is_read_as_its_words_in_one_run(value: str) -> None:
    assert blocks("{{ value }}", {"value": value}) == (Paragraph((Text(value),)),)


@settings(max_examples=100, deadline=None)
@given(ANY_TEXT, ANY_TEXT)
def test_whatever_values_hold_the_templates_structure_stays(one: str, two: str) -> None:
    text = "# h {{ one }} x\n\n- a {{ two }}\n- {{ one }}\n\n"
    text += "| h | {{ two }} |\n|---|---|\n| {{ one }} | b |\n\nx\n{{ one }}\n{{ two }}\n"
    heading, items, table, last = blocks(text, {"one": one, "two": two})
    assert isinstance(heading, Heading)
    assert heading.runs == words(f"h {one} x")
    assert isinstance(items, List)
    assert [item.blocks for item in items.items] == [(Paragraph(words(f"a {two}")),), (Paragraph(words(one)),)]
    assert table == Table((Cell(words("h")), Cell(words(two))), ((Cell(words(one)), Cell(words("b"))),))
    assert last == Paragraph(words(f"x {one} {two}"))


@pytest.mark.parametrize("address", ["https://example.org/a_b(c)*d?e=1&f=2#g", "mailto:a_b@example.org"])
def test_an_address_may_come_from_a_value(address: str) -> None:
    assert blocks("[words]({{ address }})", {"address": address}) == (Paragraph((Link((Text("words"),), address),)),)


def test_an_address_from_a_value_cannot_lead_elsewhere() -> None:
    with pytest.raises(Unreadable, match=r"templates/t\.md\.j2:1: A link leads to 'javascript:alert\(1\)'"):
        blocks("[words]({{ address }})", {"address": "javascript:alert(1)"})
