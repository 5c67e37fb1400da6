"""Hand over copies of the issued letters and press release again, as they are recorded."""

from __future__ import annotations

from reportkit.actions.case_file import gather
from reportkit.actions.hand_over import hand_over
from reportkit.actions.issued_files import issued_papers
from reportkit.actions.ready_copies import ReadyCopies
from reportkit.actions.request import Request
from reportkit.errors import Refused
from reportkit.workspace.workspace import Workspace


class NotifyCopiesRequest(Request, frozen=True, kw_only=True):
    """Of which inspection; `out` is the folder for copies, by default one in out/."""

    out: str | None = None


def prepare(workspace: Workspace, request: NotifyCopiesRequest) -> ReadyCopies:
    """Read the copies and write a message for each addressee. Raises Refused where no letters were issued."""
    slug = workspace.inspection(request.inspection)
    case_file = gather(workspace, slug, request)
    if case_file.ledger.letters is None:
        raise Refused("No letters were issued yet", remedy=f"`reportkit notify {slug}` issues them.")
    entry, issued = case_file.ledger.letters
    folder = workspace.output(request.out, f"{slug}-letters")
    handed = hand_over(case_file, issued.letters, issued_papers(workspace.saved, entry), folder)
    return ReadyCopies(copies=handed.copies, hints=handed.hints)
