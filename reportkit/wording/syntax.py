"""A template's syntax tree: only what is allowed stands in it, and everything that costs is counted.

Jinja's own sandbox stops neither loops nor memory, so the tree is changed before it is compiled: a
step in every body, printing and joining through functions of ours, and a mark of origin for every
line. The names of those functions begin with `_`, which no template may write.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite
from typing import NoReturn, TypeVar

from jinja2 import nodes

from reportkit.errors import Refused
from reportkit.wording.budget import MOST_NODES
from reportkit.wording.escape import LINE_CLOSES, LINE_OPENS, without_private
from reportkit.wording.missing import did_you_mean

N = TypeVar("N", bound=nodes.Node)

_OTHERS = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
DEAREST = 50  # what including or importing costs, in nodes
_BODIES = (nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block, nodes.Template)
_ALLOWED = (
    *_OTHERS,
    *_BODIES,
    *(nodes.Output, nodes.TemplateData, nodes.If, nodes.Assign, nodes.AssignBlock, nodes.With, nodes.Scope),
    *(nodes.Name, nodes.Const, nodes.Tuple, nodes.List, nodes.Keyword, nodes.CondExpr),
    *(nodes.Filter, nodes.Test, nodes.Call, nodes.Getitem, nodes.Getattr, nodes.Slice, nodes.Concat),
    *(nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Neg, nodes.Pos, nodes.Add, nodes.Sub),
    *(nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod),
)


class Syntax:
    """Checks and changes one template's tree. `number` is the template's in the marks of origin."""

    def __init__(self, tree: nodes.Template, shown: str, number: int) -> None:
        self.tree = tree
        self.nodes = tuple(tree.find_all(nodes.Node))  # walked once: to do it for each question took 3 ms more
        self.shown = shown
        self.number = number

    def refuse(self, node: nodes.Node, what: str, remedy: str) -> NoReturn:
        """Raise Refused with the template's line."""
        raise Refused(what, where=f"{self.shown}:{node.lineno}", remedy=remedy)

    def _of(self, *kinds: type[N]) -> list[N]:
        """Return the nodes of these kinds that the template was written with, outer before inner ones."""
        return [node for node in self.nodes if isinstance(node, kinds)]

    # Checking

    def check(self, filters: Iterable[str], tests: Iterable[str]) -> None:
        """Refuse what a template may not use."""
        if len(self.nodes) > MOST_NODES:
            self.refuse(self.nodes[-1], "The template is too large", "Divide it, and include the parts.")
        for node in self.nodes:
            if not isinstance(node, _ALLOWED):
                self.refuse(node, f"{_named(node)} is not available in templates", "Say it with a plain value.")
            if isinstance(node, nodes.Filter):
                self._check_name(node, node.name, "filter", filters)
            if isinstance(node, nodes.Test):
                self._check_name(node, node.name, "test", tests)
            if isinstance(node, nodes.Const) and isinstance(node.value, float) and not isfinite(node.value):
                self.refuse(node, "The template writes a number that is too large", "Write a smaller one.")
            self._check_private(node)

    def _check_name(self, node: nodes.Node, name: str, kind: str, known: Iterable[str]) -> None:
        names = sorted(known)
        if name not in names:
            self.refuse(node, f"There is no {kind} {name!r}", did_you_mean(name, names))

    def _check_private(self, node: nodes.Node) -> None:
        name = getattr(node, "attr", None) or getattr(node, "name", None)
        if isinstance(name, str) and name.startswith("_"):
            self.refuse(node, f"The name {name!r} begins with _", "Use a name that the template was given.")

    def others(self) -> tuple[tuple[str, int], ...]:
        """Return the names of the templates that this one includes, imports or extends, each with its line."""
        found = []
        for node in self._of(*_OTHERS):
            template = getattr(node, "template", None)
            name = template.value if isinstance(template, nodes.Const) else None
            if not isinstance(name, str):
                self.refuse(node, "The template's name to include is not written out", 'Write it in quotes: "name".')
            found.append((name, node.lineno))
        return tuple(found)

    # Changing

    def instrument(self) -> None:
        """Put the counting, printing and marking in."""
        for comparison in self._of(nodes.Compare):
            _count_operands(comparison)
        for item in self._of(nodes.Getitem):
            item.node = _through("_sized", item.node) if isinstance(item.arg, nodes.Slice) else item.node
        for output in self._of(nodes.Output):
            output.nodes = self._printed(output.nodes)
        _replace_concat(self.tree)
        for body in (self.tree, *self._of(*_BODIES)):
            self._count(body)

    def _printed(self, children: list[nodes.Expr]) -> list[nodes.Expr]:
        """Return what is printed: the template's own text with marks of origin, and values through our function."""
        first = children[0]
        printed: list[nodes.Expr] = [nodes.TemplateData(self._mark(first.lineno), lineno=first.lineno)]
        printed += (
            self._marked(child) if isinstance(child, nodes.TemplateData) else _through("_printed", child)
            for child in children
        )
        return printed

    def _marked(self, node: nodes.TemplateData) -> nodes.TemplateData:
        first, *rest = without_private(node.data).split("\n")
        lines = (f"\n{self._mark(node.lineno + count)}{line}" for count, line in enumerate(rest, 1))
        return nodes.TemplateData(first + "".join(lines), lineno=node.lineno)

    def _mark(self, line: int) -> str:
        return f"{LINE_OPENS}{self.number}:{line}{LINE_CLOSES}"

    def _count(self, node: nodes.Node) -> None:
        """Put a step at the start of a body, and one before the test of a loop."""
        body: list[nodes.Node] = vars(node)["body"]  # every kind of _BODIES has one
        weight, length = _cost(body)
        step = _through("_step", nodes.Const(weight, lineno=node.lineno), nodes.Const(length, lineno=node.lineno))
        body.insert(0, nodes.ExprStmt(step, lineno=node.lineno))
        if isinstance(node, nodes.For):
            node.iter = _through("_looped", node.iter)
            if node.test is not None:  # items that the test leaves out never reach the body
                weight = 1 + sum(1 for _ in node.test.find_all(nodes.Node))
                counted = _through("_step", nodes.Const(weight, lineno=node.lineno))
                node.test = nodes.And(counted, node.test, lineno=node.lineno)


def _named(node: nodes.Node) -> str:
    names: dict[type[nodes.Node], str] = {
        nodes.Pow: "The operator **",
        nodes.FilterBlock: "A filter block",
        nodes.ScopedEvalContextModifier: "An autoescape block",
        nodes.NSRef: "A namespace",
    }
    return names.get(type(node), f"{type(node).__name__!r}")


def _through(name: str, node: nodes.Node, *arguments: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, name, list(arguments), [], None, None, lineno=node.lineno)


def _count_operands(node: nodes.Compare) -> None:
    """Count the operands of a comparison by their size: it may look through a long text or list."""
    node.expr = _through("_sized", node.expr)
    for operand in node.ops:
        if not isinstance(operand.expr, nodes.Const):
            operand.expr = _through("_sized", operand.expr)


def _replace_concat(node: nodes.Node) -> None:
    """`a ~ b` is joined by a function of ours, wherever it stands."""
    for field, value in node.iter_fields():
        if isinstance(value, list):
            setattr(node, field, [_without_concat(item) for item in value])
        else:
            setattr(node, field, _without_concat(value))


def _without_concat(value: object) -> object:
    if not isinstance(value, nodes.Node):
        return value
    _replace_concat(value)
    if isinstance(value, nodes.Concat):
        return _through("_joined", nodes.List(value.nodes, lineno=value.lineno))
    return value


def _cost(body: list[nodes.Node]) -> tuple[int, int]:
    """Return how many nodes stand in a body, and how many characters, without the bodies inside it."""
    weight, length = 1, 0  # going round costs something even where nothing is done
    pending = list(body)
    while pending:
        node = pending.pop()
        weight += DEAREST if isinstance(node, _OTHERS) else 1
        if isinstance(node, nodes.TemplateData):
            length += len(node.data)
        if not isinstance(node, (nodes.For, nodes.Macro)):
            pending += node.iter_child_nodes()
    return weight, length
