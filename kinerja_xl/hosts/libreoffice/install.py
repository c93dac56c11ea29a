"""Installs the extension for one user of this computer: no rights of an administrator are needed.

Three things are written: the settings that tell the extension which Python to start, the extension as a file beside them, and,
by LibreOffice's own ``unopkg``, the extension into the user's profile.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import kinerja_xl
from kinerja_xl.hosts.libreoffice.build import NAME, extension

IDENTIFIER = "id.go.kinerja.xl"
SETTINGS = "libreoffice.json"
PROGRAMS = (
    "/usr/lib/libreoffice/program",
    "/opt/libreoffice/program",
    "/Applications/LibreOffice.app/Contents/MacOS",
    "C:/Program Files/LibreOffice/program",
    "C:/Program Files (x86)/LibreOffice/program",
)
"""Where LibreOffice is looked for when it is not in the PATH."""


class InstallError(Exception):
    """The extension could not be installed or removed; the message says what to do."""


def settings_folder() -> Path:
    """The folder of the settings in the user's home; the extension looks in the same place (``kinerja_office.worker``)."""
    base = os.environ.get("APPDATA") or os.environ.get("XDG_CONFIG_HOME")
    return Path(base or Path.home() / ".config") / "kinerja_xl"


def unopkg() -> str | None:
    """LibreOffice's program for extensions; on Windows the .com waits and speaks, the .exe does not."""
    names = ("unopkg.com", "unopkg") if os.name == "nt" else ("unopkg",)
    found = (shutil.which(name, path=where) for where in (None, *PROGRAMS) for name in names)
    return next((path for path in found if path), None)


def install() -> Path:
    """Install the extension; its file."""
    folder = settings_folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SETTINGS).write_text(json.dumps(_settings(), indent=2), "utf-8")
    file = folder / NAME
    file.write_bytes(extension())
    program = unopkg()
    if program is None:
        raise InstallError(f"LibreOffice tidak ditemukan. Pasang LibreOffice, lalu klik dua kali berkas ini: {file}")
    _run(program, "add", "--force", str(file))
    return file


def remove() -> bool:
    """Take the extension out again; whether there was one."""
    folder, program = settings_folder(), unopkg()
    there = (folder / NAME).exists()
    if there and program is not None:
        _run(program, "remove", IDENTIFIER)
    for name in (NAME, SETTINGS):
        (folder / name).unlink(missing_ok=True)
    return there


def _settings() -> dict[str, str]:
    """The Python that runs now; where the package is not installed in it but lies beside, also where."""
    place = Path(kinerja_xl.__file__).parents[1]
    installed = any(place == Path(path) for path in sys.path if Path(path).name in {"site-packages", "dist-packages"})
    return {"python": sys.executable, **({} if installed else {"pythonpath": str(place)})}


def _run(program: str, *args: str) -> None:
    done = subprocess.run([program, *args], capture_output=True, text=True, check=False, env=office_environment())  # noqa: S603 LibreOffice's own program
    if done.returncode:
        said = [line.strip() for line in (done.stderr + done.stdout).splitlines() if line.strip()]
        raise InstallError(
            f"LibreOffice menolak ({said[-1] if said else done.returncode}). Tutup semua jendela LibreOffice, lalu ulangi; "
            "jangan sebagai root atau administrator."
        )


def office_environment() -> dict[str, str]:
    """Without any virtual environment: LibreOffice's own Python would take the first one of the PATH for its own."""
    kept = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}}
    folders = kept.get("PATH", "").split(os.pathsep)
    kept["PATH"] = os.pathsep.join(p for p in folders if not (Path(p).parent / "pyvenv.cfg").is_file())
    return kept
