"""A workbook after rows and columns were inserted in the real LibreOffice, whose formulas move as Excel's do."""

import json
import subprocess
import uuid
from collections.abc import Sequence
from pathlib import Path

from tests.hosts.office import FLAGS, office_python

Step = tuple[str | int, ...]
"""Sheet, what to do, with what: see ``edit_office.step``."""


def edited(path: Path, folder: Path, steps: Sequence[Step]) -> Path:
    """``path`` with the steps done, computed and saved in ``folder``."""
    pipe, target, script = f"sunting{uuid.uuid4().hex}", folder / f"sunting-{path.name}", folder / "langkah.json"
    script.write_text(json.dumps(steps), "utf-8")
    profile = f"-env:UserInstallation={(folder / 'profil-sunting').as_uri()}"
    office = subprocess.Popen(["soffice", "--headless", *FLAGS, profile, f"--accept=pipe,name={pipe};urp;"])
    try:
        tool = Path(__file__).with_name("edit_office.py")
        words = [office_python(), str(tool), pipe, str(path), str(target), str(script)]
        subprocess.run(words, check=True, capture_output=True, timeout=180)
        office.wait(30)
    finally:
        office.kill()
        office.wait()
    return target
