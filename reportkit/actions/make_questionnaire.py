"""From an inspection's folder to its questionnaire."""

from __future__ import annotations

from pathlib import Path

from reportkit.actions.draft import setting_of, written
from reportkit.actions.load import load
from reportkit.actions.template_cache import kept_code
from reportkit.actions.templates import templates
from reportkit.errors import Refused
from reportkit.gitstore.provenance import begin_provenance
from reportkit.inspection.bodies import Bodies
from reportkit.publications.questionnaire import questionnaire
from reportkit.publications.self_assessment import fields_of
from reportkit.reading.folder import FolderFiles
from reportkit.reading.repository import read_repository


def made(root: Path, slug: str, body: Bodies) -> tuple[bytes, int]:
    """The questionnaire as a .docx, and how many questions it puts. Raises Refused where there is no ALMO to ask."""
    provenance = begin_provenance(root, slug).result
    files = FolderFiles(root)
    inspection = load(files, slug)
    if body == "almo" and inspection.particulars.almo is None:
        raise Refused(f"{slug} has no ALMO to ask", remedy="Name it in inspection.yaml, or ask the authority.")
    setting = setting_of(read_repository(files).inspectorate, provenance(), "")
    document = questionnaire(inspection, body, setting, templates(root), kept_code())
    return written(document, root), len(fields_of(inspection))
