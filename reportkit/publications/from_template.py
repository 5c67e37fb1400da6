"""Make a document from a template: its blocks, out of values and functions, and its origin."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from reportkit.document.assemble import assemble
from reportkit.document.blocks import Block, Document
from reportkit.inspection.repository import Inspectorate
from reportkit.publications.function_arguments import Made, all_for_templates
from reportkit.publications.setting import Setting
from reportkit.publications.template_values import all_views
from reportkit.wording.render import render
from reportkit.wording.values import Kept, Slot, Template, TemplateContext


def worded(
    template: str,
    values: Mapping[str, object],
    functions: Mapping[str, Callable[..., Made]],
    templates: Mapping[str, Template],
    kept: Kept | None,
    gap: Callable[[str], Slot] | None = None,
) -> tuple[Block, ...]:
    """Return the blocks that the template of this name makes of the values. Raises Refused for one that does not work.

    `templates` are the organisation's, by name; `kept` keeps them compiled for the next run. `gap` makes what stands
    in the place of a value that is missing.
    """
    surroundings = TemplateContext(all_for_templates(functions), templates, gap, kept)
    wording = render(templates[template], all_views(values), surroundings)
    return assemble(wording.text, wording.slots, wording.place)


def document_of(
    setting: Setting,
    blocks: tuple[Block, ...],
    title: str,
    subject: str,
    inspection: str = "",
    more: tuple[tuple[str, str], ...] = (),
) -> Document:
    """Return a document with what its setting says of its origin: whose, of when, its marking, from which commit.

    Its title stands at the head of every page, too. `inspection` is named in the properties, where it is given, and
    `more` are further ones.
    """
    document = Document(
        blocks=blocks,
        title=title,
        subject=subject,
        made=setting.made,
        marking=setting.marking,
        properties=(*_origin(setting, inspection), *more),
    )
    return issued_by(setting.inspectorate, document)


def issued_by(inspectorate: Inspectorate, document: Document) -> Document:
    """Return the document with its issuer as author and at the foot of every page, and its title at the head."""
    name = inspectorate.name
    return replace(document, author=name, running_head=document.title, running_foot=name)


def _origin(setting: Setting, inspection: str) -> tuple[tuple[str, str], ...]:
    named = (("reportkit inspection", inspection),) if inspection else ()
    return (*named, ("reportkit commit", setting.commit), ("reportkit digest", setting.digest))
