"""The sandbox that templates run in: jinja's own, and closed further.

A template reaches nothing but plain values, the named values of Views, our functions, our filters,
its loops and its macros. It has no methods of text or lists, no globals but `range`, no `**`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from typing import Any, cast

from jinja2 import BaseLoader, Environment, nodes, pass_context
from jinja2 import Template as JinjaTemplate
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, TemplateReference, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from reportkit.errors import Refused
from reportkit.wording.arithmetic import is_even, is_odd, limited_range, reckoned
from reportkit.wording.budget import DEEPEST_MACROS, LONGEST_TEMPLATE, Budget, Stopped
from reportkit.wording.compiled import Compiled, compiled
from reportkit.wording.filters import Filters
from reportkit.wording.missing import did_you_mean, insist, kind_of_missing
from reportkit.wording.printer import Printer
from reportkit.wording.reachable import call_function, is_of_loop, is_part, looped
from reportkit.wording.syntax import Syntax
from reportkit.wording.values import Template, TemplateContext, View

TESTS = ("defined", "undefined", "none", "true", "false", "string", "number")


class _Loader(BaseLoader):
    """Hands the sandbox's own templates to Jinja."""

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  jinja's name
    ) -> JinjaTemplate:
        """Return the template of this name."""
        code = cast("Sandbox", environment).load(name).code
        return environment.template_class.from_code(environment, code, {} if globals is None else globals)


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of one rendering."""

    intercepted_binops = frozenset(["+", "-", "*", "/", "//", "%", "**"])

    def __init__(self, template: Template, surroundings: TemplateContext, known: tuple[str, ...]) -> None:
        super().__init__(
            autoescape=True,  # so that macros say which text is Markdown already; the escaping is ours
            optimized=False,  # nothing is worked out before it is counted
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            loader=_Loader(),
        )
        others = {name: other for name, other in surroundings.templates.items() if name != template.name}
        self.templates = {template.name: template, **others}
        self.budget = Budget()
        self.printer = Printer(self.budget)
        self.files = [template.shown for template in self.templates.values()]  # by the number in the marks of origin
        self._numbers = {name: number for number, name in enumerate(self.templates)}
        self._others: dict[str, tuple[tuple[str, int], ...]] = {}
        self._kept = surroundings.kept
        self._macros = 0
        self.allowed = Filters(self.budget, self.printer, surroundings.gap).table()
        self.filters = {**self.allowed, **self._inner_filters()}
        self.tests = {name: self.tests[name] for name in TESTS} | {"odd": is_odd, "even": is_even}
        self.globals = {**surroundings.functions, "range": limited_range}
        self._functions = {id(function) for function in self.globals.values()}
        self.undefined = kind_of_missing((*known, *self.globals))

    # Loading

    def load(self, name: str) -> Compiled:
        """Return a template as code, after checking what it is made of and what it includes."""
        template = self.templates[name]  # that it is there has been checked where it is included
        if len(template.text) > LONGEST_TEMPLATE:
            raise Refused(
                f"The template is longer than {LONGEST_TEMPLATE:,} characters",
                where=template.shown,
                remedy="Divide it, and include the parts.",
            )
        made = compiled(template, self._numbers[name], lambda: self._made(template), self._kept)
        self._check_circles(template, made.others)
        return made

    def _made(self, template: Template) -> Compiled:
        code = self.compile(template.text, template.name, template.shown)
        return Compiled(code, self._others[template.name])

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        syntax = Syntax(tree, filename or "", self._numbers[name or ""])
        syntax.check(self.allowed, self.tests)
        self._others[name or ""] = syntax.others()
        syntax.instrument()
        return tree

    def _check_circles(self, template: Template, others: tuple[tuple[str, int], ...]) -> None:
        """Refuse what is not there, and a template that comes back to itself through those it includes."""
        self._others[template.name] = others
        for other, line in others:
            where = f"{template.shown}:{line}"
            if other not in self.templates:
                raise Refused(
                    f"There is no template {other!r}", where=where, remedy=did_you_mean(other, self.templates)
                )
            if self._leads_to(other, template.name):
                raise Refused("The template includes itself", where=where, remedy="Take the include out.")

    def _leads_to(self, start: str, goal: str) -> bool:
        pending, seen = [start], set[str]()
        while pending:
            name = pending.pop()
            if name == goal:
                return True
            if name not in seen:
                seen.add(name)
                pending += (other for other, _ in self._others.get(name, ()))
        return False

    # What the changed syntax tree calls

    def _inner_filters(self) -> dict[str, Callable[..., object]]:
        @pass_context  # or jinja would work constants out while it compiles
        def printed(_context: Context, value: object) -> Markup:
            return self.printer.printed(value)

        def step(weight: int, length: int = 0) -> bool:
            self.budget.step(weight)
            self.budget.write(length)
            return True

        inner: dict[str, Callable[..., object]] = {"_printed": printed, "_step": step, "_joined": self.printer.joined}
        return inner | {"_looped": looped, "_sized": self._sized}

    def _sized(self, value: object) -> object:
        self.budget.weigh(value)
        return value

    # What may be reached

    def getattr(self, obj: object, attribute: str) -> object:
        """Return a named value, or an undefined one with a hint."""
        insist(obj)
        if isinstance(obj, View):
            if attribute in obj.values:
                return obj.values[attribute]
            hint = did_you_mean(attribute, obj.values)
            return self._nothing(f"{obj.name[:1].upper()}{obj.name[1:]} has no {attribute!r}", hint)
        if is_part(obj, attribute):
            return obj[attribute] if isinstance(obj, TemplateReference) else getattr(obj, attribute)
        what = f"The template asks for {attribute!r} of what has no named values"
        return self._nothing(what, "Use one of the filters instead.")

    def getitem(self, obj: object, argument: object) -> object:
        """Return an item of a list by its number, or a named value."""
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        insist(argument)
        if isinstance(obj, Sequence) and isinstance(argument, int) and -len(obj) <= argument < len(obj):
            return obj[argument]
        which = f" {argument}" if isinstance(argument, int) else ""
        return self._nothing(f"There is no such item{which}", "Count from 0, and ask for the list's length.")

    def _nothing(self, what: str, remedy: str) -> Undefined:
        return self.undefined(f"{what}\n{remedy}")

    def call(self, context: Context, function: object, *arguments: object, **named: object) -> object:
        """Call one of our functions, a macro or a part of the loop; nothing else can be called."""
        self.budget.step(1)
        insist(function)
        if id(function) in self._functions and callable(function):
            named.pop("_loop_vars", None)  # jinja hands its own variables along
            named.pop("_block_vars", None)
            return call_function(function, arguments, named)
        if isinstance(function, (Macro, BlockReference, LoopContext)) or is_of_loop(function):
            return self._call_macro(context, function, arguments, named)
        raise Stopped("The template calls what is not a function", "Take the brackets out.")

    def _call_macro(
        self, context: Context, macro: object, arguments: tuple[object, ...], named: Mapping[str, object]
    ) -> object:
        self._macros += 1
        if self._macros > DEEPEST_MACROS:
            raise Stopped("The template's macros call one another without end", "Look for a macro that calls itself.")
        try:
            return context.call(macro, *arguments, **named)  # type: ignore[arg-type]  # call has looked at it
        finally:
            self._macros -= 1

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:  # noqa: ARG002  # jinja's signature
        """Reckon with numbers; `+` also joins text and lists."""
        self.budget.step(2)
        insist(left)
        insist(right)
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return self.printer.joined((left, right))
        if operator == "+" and isinstance(left, (tuple, list)) and isinstance(right, (tuple, list)):
            self.budget.step(len(left) + len(right))
            return (*left, *right)
        return reckoned(operator, left, right)
