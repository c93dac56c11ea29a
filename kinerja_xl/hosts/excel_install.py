"""Puts the add-in where Excel loads it at its start, for this person alone, and says there which Python runs the buttons.

No rights of an administrator are needed: all of it lies in the person's own folders. What was put there can be taken away again.
"""

import sys
from collections.abc import Mapping
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from kinerja_xl.files import write_new
from kinerja_xl.resources import resource

ADDIN, PROJECT = "kinerja.xlam", "kinerja"
_WINDOWS, _MACOS = "win32", "darwin"


class InstallError(Exception):
    """The add-in cannot be installed here; the message (Bahasa Indonesia) says why and what to do."""


class Places(NamedTuple):
    """Where the parts go: the add-in, its settings, and on macOS the script through which Excel may start Python."""

    addin: Path
    settings: Path
    script: Path | None = None


def places(home: Path, environment: Mapping[str, str], platform: str = sys.platform) -> Places:
    """The places on this system; raises InstallError where there is no Excel that knows macros."""
    if platform == _WINDOWS:
        roaming = Path(environment.get("APPDATA") or home / "AppData" / "Roaming")
        return Places(roaming / "Microsoft" / "Excel" / "XLSTART" / ADDIN, home / f".{PROJECT}" / f"{PROJECT}.conf")
    if platform == _MACOS:
        library = home / "Library"
        startup = library / "Group Containers" / "UBF8T346G9.Office" / "User Content.localized" / "Startup.localized"
        return Places(
            startup / "Excel" / ADDIN,
            library / "Containers" / "com.microsoft.Excel" / "Data" / f"{PROJECT}.conf",
            library / "Application Scripts" / "com.microsoft.Excel" / _script().name,
        )
    raise InstallError(
        "Excel dengan makro hanya ada di Windows dan macOS. Di komputer ini pakai LibreOffice: kinerja pasang libreoffice"
    )


def install(where: Places, python: Path) -> list[Path]:
    """Write the parts, with ``python`` as the one that runs the buttons; returns what was written."""
    parts = {where.addin: resource("workbooks", ADDIN).read_bytes(), where.settings: _settings(python).encode("utf-8")}
    if where.script:
        parts[where.script] = _script().read_bytes()
    for path, data in parts.items():
        write_new(path, data)
    return list(parts)


def remove(where: Places) -> list[Path]:
    """Take the parts away again; returns those that were there."""
    there = [path for path in where if path is not None and path.is_file()]
    for path in there:
        path.unlink()
    return there


def _settings(python: Path) -> str:
    """The add-in's settings as xlwings reads them: a line for each, key and value in quotes."""
    return "".join(f'"{key}","{python}"\n' for key in ("INTERPRETER_WIN", "INTERPRETER_MAC"))


def _script() -> Path:
    """The script of the installed xlwings; its name carries the version, which the add-in must share."""
    found = find_spec("xlwings")
    if found is None or found.origin is None:
        raise InstallError("Paket xlwings tidak ditemukan. Pasang ulang kinerja_xl: pip install .")
    return Path(found.origin).with_name(f"xlwings-{version('xlwings')}.applescript")
