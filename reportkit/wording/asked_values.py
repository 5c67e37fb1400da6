"""The values that a template asks for and can do without: where it would mark a gap, and what is missing then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import Environment, nodes
from msgspec import Struct

from reportkit.wording.values import Template

_NO_NAMES: Mapping[str, str] = {}


class AskedValue(Struct, frozen=True):
    """A gap that a template can mark: its words, the value that is missing then, and the template's file and line.

    `value` is a dotted path from a name that the template is given, `recommendations.owner`; a narrative is
    `narrative/` and its name. "" where the template does not say.
    """

    words: str
    value: str
    file: str
    line: int


def asked_values(template: Template, templates: Mapping[str, Template]) -> tuple[AskedValue, ...]:
    """Return every gap that a template, and those that it includes, can mark, in the order of the text.

    The template is one that renders: Jinja can parse it.
    """
    return tuple(_Reader(templates).read(template))


class _Reader:
    """Reads templates, each once."""

    def __init__(self, templates: Mapping[str, Template]) -> None:
        self._templates = templates
        self._read: set[str] = set()

    def read(self, template: Template) -> Iterator[AskedValue]:
        if template.name in self._read:
            return
        self._read.add(template.name)
        tree = Environment(autoescape=True).parse(template.text)
        yield from self._of(tree, template, "", _NO_NAMES)

    def _of(self, node: nodes.Node, template: Template, missing: str, names: Mapping[str, str]) -> Iterator[AskedValue]:
        """Return the gaps within a node. `missing` is the value that is tested around it."""
        match node:
            case nodes.If(test=test):
                missing = _path(test, names) or missing
            case nodes.For(target=nodes.Name(name=name), iter=over):
                missing = _path(over, names) or missing
                names = {**names, name: missing}
            case nodes.Include(template=nodes.Const(value=str(other))) if other in self._templates:
                yield from self.read(self._templates[other])
            case nodes.Call() | nodes.Filter():
                yield from _marked(node, template, missing, names)
            case _:
                pass
        for child in node.iter_child_nodes():
            yield from self._of(child, template, missing, names)


def _marked(
    node: nodes.Call | nodes.Filter, template: Template, missing: str, names: Mapping[str, str]
) -> Iterator[AskedValue]:
    """Return the gap of `gap("…")`, `value | needed("…")` or `narrative("name", needed="…")`."""
    texts = [each.value for each in node.args if isinstance(each, nodes.Const) and isinstance(each.value, str)]
    named = {each.key: each.value.value for each in node.kwargs if isinstance(each.value, nodes.Const)}
    match node:
        case nodes.Call(node=nodes.Name(name="gap")) if texts:
            yield AskedValue(texts[0], missing, template.shown, node.lineno)
        case nodes.Call(node=nodes.Name(name="narrative")) if texts and "needed" in named:
            yield AskedValue(str(named["needed"]), f"narrative/{texts[0]}", template.shown, node.lineno)
        case nodes.Filter(name="needed", node=nodes.Expr() as value) if texts:
            yield AskedValue(texts[0], _path(value, names) or missing, template.shown, node.lineno)
        case _:
            pass


def _path(node: nodes.Node, names: Mapping[str, str]) -> str:
    """Return the first value that an expression names, by its path from what the template is given; "" for none."""
    match node:
        case nodes.Name(name=name):
            return names.get(name, name)
        case nodes.Getattr(node=inner, attr=attribute):
            before = _path(inner, names)
            return f"{before}.{attribute}" if before else ""
        case _:
            return next(filter(None, (_path(each, names) for each in node.iter_child_nodes())), "")
