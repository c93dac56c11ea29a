"""Running the real LibreOffice in tests: each call with a profile of its own, so that tests can run side by side."""

import subprocess
from pathlib import Path

_REGISTRY = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{locale}</value></prop></item>
</oor:items>
"""


def converted(path: Path, kind: str, folder: Path, locale: str = "") -> Path:
    """``path`` opened by LibreOffice and saved as ``kind`` (pdf, xlsx, fods) in ``folder``, under a locale such as ``id-ID``."""
    profile = (folder / f"profil{locale}").absolute()
    if locale:
        (profile / "user").mkdir(parents=True, exist_ok=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_REGISTRY.format(locale=locale), "utf-8")
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation={profile.as_uri()}",
        "--convert-to",
        kind,
        "--outdir",
        str(folder),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{path.stem}.{kind}"
