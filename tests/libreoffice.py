"""Running the real LibreOffice in tests: each call with a profile of its own, so that tests can run side by side."""

import subprocess
from pathlib import Path


def converted(path: Path, kind: str, folder: Path) -> Path:
    """``path`` opened by LibreOffice and saved as ``kind`` (pdf, xlsx, fods) in ``folder``."""
    profile = (folder / "profil").absolute().as_uri()
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation={profile}",
        "--convert-to",
        kind,
        "--outdir",
        str(folder),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{path.stem}.{kind}"
