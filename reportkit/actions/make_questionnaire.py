"""Make the questionnaire of an inspection [33]."""

from __future__ import annotations

from msgspec import Struct

from reportkit.actions.draft import setting_of, written
from reportkit.actions.load import load_here
from reportkit.actions.template_cache import kept_code
from reportkit.actions.templates import templates
from reportkit.errors import Refused
from reportkit.gitstore.provenance import begin_provenance
from reportkit.inspection.bodies import Bodies
from reportkit.publications.questionnaire import questionnaire
from reportkit.publications.self_assessment import fields_of
from reportkit.workspace.workspace import Workspace


class Questionnaire(Struct, frozen=True):
    """A questionnaire: the .docx, and how many questions it puts."""

    data: bytes
    questions: int


def make_questionnaire(workspace: Workspace, slug: str, body: Bodies) -> Questionnaire:
    """Return the questionnaire for a body to fill in. Raises Refused where there is no ALMO to ask."""
    provenance = begin_provenance(workspace.root, slug).result
    inspection = load_here(workspace, slug)
    if body == "almo" and inspection.particulars.almo is None:
        raise Refused(f"{slug} has no ALMO to ask", remedy="Name it in inspection.yaml, or ask the authority.")
    setting = setting_of(workspace.repository.inspectorate, provenance(), "")
    document = questionnaire(inspection, body, setting, templates(workspace.root), kept_code())
    return Questionnaire(written(document, workspace.root), len(fields_of(inspection)))
