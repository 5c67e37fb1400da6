"""What three people signed, to draw documents from: content and templates alike, whatever is in the work tree."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import PurePosixPath

from msgspec import Struct

import reportkit
from reportkit.actions.case_file import CaseFile
from reportkit.actions.templates import house_among, templates_among
from reportkit.errors import Refused
from reportkit.inspection.inspection import Inspection
from reportkit.moderation.blocker import moderate
from reportkit.moderation.events import Content, SignOff
from reportkit.publications.setting import Setting
from reportkit.reading.digest import DigestingFiles
from reportkit.reading.files import NoFiles
from reportkit.reading.inspection import read_inspection
from reportkit.reading.repository import read_repository
from reportkit.wording.values import Template
from reportkit.workspace.workspace import Workspace


class SignedContent(Struct, frozen=True, kw_only=True):
    """The content that the valid sign-offs cover, and what a record of documents drawn from it says of them.

    `rests_on` are their digests, in order; `final` the subject of the final stage, where a decision stands.
    """

    inspection: Inspection
    templates: Mapping[str, Template]
    house: bytes
    setting: Setting
    content: Content
    rests_on: tuple[str, ...]
    final: str | None


def signed(workspace: Workspace, case_file: CaseFile) -> SignedContent:
    """Return what was signed. Raises Refused where there is no sign-off, or their templates differ."""
    content = _content(case_file)
    files = DigestingFiles(workspace.folder_at(f"inspections/{case_file.slug}", content.inspection))
    inspection = read_inspection(files, case_file.slug).inspection
    if inspection is None:
        raise Refused(
            f"What was signed of {case_file.slug} is not in this copy", remedy="`reportkit sync` brings it in."
        )
    own = workspace.folder_at("templates", content.templates) if content.templates else NoFiles()
    standing = case_file.standing
    return SignedContent(
        inspection=inspection,
        templates=templates_among(own),
        house=house_among(own),
        setting=_setting(workspace, case_file, files.digest()),
        content=content,
        rests_on=tuple(sorted(entry.digest for entry in standing.signed)),
        final=standing.subject if standing.signing.stage == "final" else None,
    )


def issued_name(day: str, what: str, data: bytes, like: str = "a.docx") -> str:
    """Return the name of a document in issued/.

    The day, what it is, and 12 digits of its digest, so that none comes twice.
    """
    ending = PurePosixPath(like).suffix.lower()
    plain = ending if ending[1:].isascii() and ending[1:].isalnum() else ""
    return f"{day}-{what}-{hashlib.sha256(data).hexdigest()[:12]}{plain}"


def _content(case_file: CaseFile) -> Content:
    """Return what lay before those who signed, as it is recorded; with the tool that draws from it now."""
    offs = (entry.record.details for entry in case_file.standing.signed)
    seen = [details.content for details in offs if isinstance(details, SignOff)]
    if not seen:
        raise Refused(
            "No one has signed the saved version yet", remedy=f"Sign it: `{moderate('sign-off', case_file.slug)}`."
        )
    if len({each.templates for each in seen}) > 1:
        what = "The templates changed while it was being signed, so that not everyone read the same words"
        raise Refused(what, remedy=f"Those who signed before sign again: `{moderate('sign-off', case_file.slug)}`.")
    return Content(inspection=seen[0].inspection, templates=seen[0].templates, tool=reportkit.__version__)


def _setting(workspace: Workspace, case_file: CaseFile, digest: str) -> Setting:
    commit = workspace.version_of(case_file.slug)
    issuer = read_repository(workspace.saved).inspectorate
    return Setting(
        inspectorate=issuer,
        made=case_file.clock.now,
        version=commit[:7] or None,
        commit=commit,
        digest=digest,
        marking=case_file.marking,
    )
