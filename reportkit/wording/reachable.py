"""What templates may reach and call: parts of loops and macros, and our functions, with their failures told apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jinja2.environment import TemplateModule
from jinja2.runtime import BlockReference, LoopContext, TemplateReference

from reportkit.errors import ReportkitError
from reportkit.wording.budget import Stopped
from reportkit.wording.missing import insist

_LOOP = ("index", "index0", "revindex", "first", "last", "length", "previtem", "nextitem", "cycle", "depth")
_LISTS = (tuple, list, range)


class FunctionFailed(Exception):
    """One of our own functions broke: a bug of ours, not the template's."""

    def __init__(self, cause: Exception) -> None:
        super().__init__(str(cause))
        self.cause = cause


def is_part(obj: object, attribute: str) -> bool:
    """Return whether this is a part of jinja's own things that templates are meant to use."""
    match obj:
        case LoopContext():
            return attribute in _LOOP
        case TemplateModule():
            return not attribute.startswith("_") and attribute in vars(obj)
        case TemplateReference():
            return not attribute.startswith("_")
        case BlockReference():
            return attribute == "super"
        case _:
            return False


def is_of_loop(function: object) -> bool:
    """Return whether this is one of the loop's own functions, such as `loop.cycle`."""
    return isinstance(getattr(function, "__self__", None), LoopContext)


def looped(value: object) -> object:
    """Return what a loop goes over, where it is a list."""
    insist(value)
    if isinstance(value, _LISTS):
        return value
    what = "The template loops over what is not there" if value is None else "The template loops over what is no list"
    raise Stopped(what, "Loop over a list, or ask for it with {% if … %} first.")


def call_function(
    function: Callable[..., object], arguments: tuple[object, ...], named: Mapping[str, object]
) -> object:
    """Call one of our functions. Raises Stopped where it is called wrongly, FunctionFailed where it broke."""
    for argument in (*arguments, *named.values()):
        insist(argument)
    try:
        return function(*arguments, **named)
    except (ReportkitError, Stopped):
        raise
    except Exception as error:
        if isinstance(error, TypeError) and not _fits(function, arguments, named):
            name = getattr(function, "__name__", "a function")
            raise Stopped(f"The template calls {name} wrongly: {error}", "Look at what it takes.") from error
        raise FunctionFailed(error) from error


def _fits(function: Callable[..., object], arguments: tuple[object, ...], named: Mapping[str, object]) -> bool:
    import inspect  # only needed when something is wrong

    try:
        inspect.signature(function).bind(*arguments, **named)
    except (TypeError, ValueError):
        return False
    return True
