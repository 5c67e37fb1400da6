"""The finished .docx: the same document gives the same bytes, in this process and in any other."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

from reportkit.document.blocks import Paragraph, Text
from reportkit.word.write import write

ROOT = Path(__file__).parents[2]
SCRIPT = """
import hashlib, time
from pathlib import Path
from reportkit.word.write import write
from tests.word.sample import DOCUMENT
time.localtime = None  # a packer that asks for the time of day fails
print(hashlib.sha256(write(DOCUMENT, Path("templates/house.docx").read_bytes())).hexdigest())
"""


def test_the_same_document_gives_the_same_bytes_in_every_process(sample, house):
    here = hashlib.sha256(write(sample, house)).hexdigest()
    for seed in ("1", "2"):
        variables = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC+{seed}"}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT], cwd=ROOT, env=variables, check=True, capture_output=True, text=True
        )
        assert done.stdout.strip() == here


def test_every_member_has_the_same_date_and_system(draw):
    with zipfile.ZipFile(io.BytesIO(draw(Paragraph((Text("Words"),))).blob)) as archive:
        fields = {(m.date_time, m.create_system, m.external_attr) for m in archive.infolist()}
        names = archive.namelist()
    assert fields == {((1980, 1, 1, 0, 0, 0), 3, 0o600 << 16)}
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
