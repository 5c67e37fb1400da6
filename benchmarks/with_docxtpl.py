"""What docxtpl's users write: a context, a template, a document. The findings come in one JSON file.

Words in bold need docxtpl's RichText, as its manual says; so every paragraph of a finding is one.
"""

import json
import sys
from pathlib import Path

from docxtpl import DocxTemplate, RichText


def rich(runs: list[list[str]]) -> RichText:
    """A paragraph's words, some of them in bold."""
    text = RichText()
    for words, marked in runs:
        text.add(words, bold=bool(marked))
    return text


folder = Path(sys.argv[1])
context = json.loads((folder / "context.json").read_text(encoding="utf-8"))
for section in context["sections"]:
    for finding in section["findings"]:
        first, *rest = finding["blocks"]
        finding["first"] = rich(first["runs"])
        finding["rest"] = [{"item": block["item"], "text": rich(block["runs"])} for block in rest]
template = DocxTemplate(folder / "template.docx")
template.render(context, autoescape=True)
template.save(folder / "docxtpl.docx")
