"""Templates → Markdown with slots.

    wording = render(
        Template("report.md.j2", text, "templates/report.md.j2"),
        {"inspection": View("the inspection", {"title": "…", "homes": 21450})},
        Surroundings(functions={"findings": …}, templates={…}, gap=…),
    )
    blocks = assemble(wording.text, wording.slots, wording.place)

Plain values are escaped: whatever they hold, they are words. Text that is Markdown, and everything
that is more than words, comes from a function that returns a Slot. Filters: see filters.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import TYPE_CHECKING

from reportkit.errors import Refused, ReportkitError
from reportkit.wording.budget import LONGEST_OUTPUT, Stopped
from reportkit.wording.escape import LINE_CLOSES, LINE_OPENS
from reportkit.wording.values import Template, TemplateContext, Wording

if TYPE_CHECKING:
    from reportkit.wording.environment import Sandbox

_MARK = re.compile(f"{LINE_OPENS}([0-9]+):([0-9]+){LINE_CLOSES}")
_LEADING_MARKS = re.compile(f"(?:{_MARK.pattern})+")


def render(template: Template, values: Mapping[str, object], surroundings: TemplateContext | None = None) -> Wording:
    """Return what a template says of these values.

    Raises Refused, with the template's file and line, for a template that is wrongly written, uses
    what does not exist, prints what is missing, or does not come to an end.
    """
    from reportkit.wording.environment import Sandbox

    sandbox = Sandbox(template, surroundings or TemplateContext(), tuple(values))
    return _wording(_rendered(sandbox, template, values), sandbox)


def _rendered(sandbox: Sandbox, template: Template, values: Mapping[str, object]) -> str:
    from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError

    from reportkit.wording.reachable import FunctionFailed

    try:
        compiled = sandbox.get_template(template.name)
        return "".join(_limited(compiled.root_render_func(compiled.new_context(dict(values)))))
    except ReportkitError:
        raise
    except FunctionFailed as error:
        raise error.cause from None
    except TemplateSyntaxError as error:
        raise _badly_written(error, template) from None
    except Stopped as error:
        raise _refused(error, template, error.what, error.remedy) from None
    except UndefinedError as error:
        what, _, remedy = str(error.message).partition("\n")
        raise _refused(error, template, what, remedy) from None
    except (RecursionError, MemoryError, SyntaxError) as error:
        raise _refused(error, template, "The template nests too deeply", "Make it flatter.") from None
    except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, TemplateError) as error:
        what = f"The template does what cannot be done: {error}"
        raise _refused(error, template, what, "Look at the values on that line.") from None


def _limited(parts: Iterator[str]) -> Iterator[str]:
    length = 0
    for part in parts:
        length += len(part)
        if length > LONGEST_OUTPUT:
            raise Stopped("The template makes too much text", "Look for a loop that repeats a long text.")
        yield part


def _badly_written(error: object, template: Template) -> Refused:
    message = str(getattr(error, "message", "") or "").rstrip(".")
    file = getattr(error, "filename", None) or template.shown
    return Refused(
        f"The template is not written rightly: {message}",
        where=f"{file}:{getattr(error, 'lineno', 1)}",
        remedy="Look for a missing {% end… %}, quote or bracket.",
    )


def _refused(error: BaseException, template: Template, what: str, remedy: str) -> Refused:
    return Refused(what, where=_place(error.__traceback__) or f"{template.shown}:1", remedy=remedy)


def _place(traceback: TracebackType | None) -> str:
    """Return file and line of the innermost template that an error went through."""
    place = ""
    while traceback is not None:
        template = traceback.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            place = f"{template.filename}:{template.get_corresponding_lineno(traceback.tb_lineno)}"
        traceback = traceback.tb_next
    return place


def _wording(marked: str, sandbox: Sandbox) -> Wording:
    origin = (sandbox.files[0], 1)
    origins: list[tuple[str, int]] = []
    for line in marked.split("\n"):
        leading = _LEADING_MARKS.match(line)  # of several, the last is that of the words that follow
        origins.append(_origin(leading, sandbox) if leading else origin)
        for mark in _MARK.finditer(line):
            origin = _origin(mark, sandbox)
    return Wording(_MARK.sub("", marked), sandbox.printer.slots, tuple(origins))


def _origin(mark: re.Match[str], sandbox: Sandbox) -> tuple[str, int]:
    return sandbox.files[int(mark[1])], int(mark[2])
