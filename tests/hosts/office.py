"""A private LibreOffice with our extension in it, for tests: opens workbooks, presses buttons, reads cells, undoes."""

import io
import json
import os
import shutil
import subprocess
import sys
import uuid
import zipfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from kinerja_xl.hosts.libreoffice.build import extension
from kinerja_xl.hosts.libreoffice.install import office_environment
from kinerja_xl.hosts.libreoffice.worker import OTHER_BUTTONS

TOP = Path(__file__).parents[2]
SOME_BUTTONS = "tests.hosts.some_buttons:press"
_SETTINGS = (  # no dialogs at the start, no lock files
    ("/org.openoffice.Office.Common/Misc", "UseLocking", "false"),
    ("/org.openoffice.Office.Common/Misc", "FirstRun", "false"),
    ("/org.openoffice.Office.Common/Misc", "ShowTipOfTheDay", "false"),
    ("/org.openoffice.Setup/Office", "ooSetupInstCompleted", "true"),
)
_ITEM = '<item oor:path="{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>\n'
_REGISTRY = '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n{}</oor:items>\n'
FLAGS = ("--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard")


@cache
def office_python() -> str:
    """A Python that can talk to the office."""
    for python in ("/usr/bin/python3", sys.executable):
        if subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode == 0:
            return python
    raise RuntimeError("no Python with uno: apt install python3-uno")


class Office:
    """One soffice and the process that drives it.

    ``patience``: seconds the extension waits for its worker; ``buttons``: the function that runs them, the real one where empty.
    """

    def __init__(
        self, folder: Path, *, patience: float = 60, display: str | None = None, buttons: str = SOME_BUTTONS
    ) -> None:
        self.folder, self.settings, self.buttons = folder, folder / "config" / "kinerja_xl", buttons
        bundled = folder / "bundled" / "kinerja"
        zipfile.ZipFile(io.BytesIO(extension())).extractall(bundled)
        (folder / "user").mkdir()
        items = "".join(_ITEM.format(*setting) for setting in _SETTINGS)
        (folder / "user" / "registrymodifications.xcu").write_text(_REGISTRY.format(items), "utf-8")
        self.configure(batas_detik=patience)
        pipe = f"kinerja{uuid.uuid4().hex}"
        self._office = subprocess.Popen(
            [
                "soffice",
                *FLAGS,
                *(() if display else ("--headless", "--invisible")),
                f"-env:UserInstallation={folder.as_uri()}",
                f"-env:BUNDLED_EXTENSIONS={bundled.parent.as_uri()}",
                f"--accept=pipe,name={pipe};urp;",
            ],
            env=self._environment(display),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._driver = subprocess.Popen(
            [office_python(), str(Path(__file__).with_name("driver.py")), pipe, str(bundled)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
            text=True,
        )
        self._reply()

    def configure(self, **settings: object) -> None:
        """The settings that ``kinerja pasang libreoffice`` writes."""
        self.settings.mkdir(parents=True, exist_ok=True)
        known = {"python": sys.executable, "pythonpath": str(TOP), **settings}
        (self.settings / "libreoffice.json").write_text(json.dumps(known), "utf-8")

    def _environment(self, display: str | None) -> dict[str, str]:
        """As when a person starts it from the desktop."""
        ours = {
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            **({OTHER_BUTTONS: self.buttons} if self.buttons else {}),
        }
        shown = {"DISPLAY": display, "SAL_USE_VCLPLUGIN": "gen"} if display else {}
        return {**office_environment(), **ours, **shown}

    def ask(self, what: str, *args: object) -> Any:
        """Let the driver do something."""
        assert self._driver.stdin
        self._driver.stdin.write(json.dumps([what, *args]) + "\n")
        self._driver.stdin.flush()
        return self._reply()

    def _reply(self) -> Any:
        assert self._driver.stdout
        line = self._driver.stdout.readline()
        assert line, "the office or its driver has died"
        reply = json.loads(line)
        assert "err" not in reply, reply
        return reply["ok"]

    def cells(self, row: int, column: int, rows: int = 1, columns: int = 1, sheet: str = "Data") -> Any:
        """Values, seen from outside."""
        return self.ask("op", "get_values", sheet, row, column, rows, columns)

    def log(self) -> str:
        """What the extension has kept of faults."""
        path = self.settings / "libreoffice.log"
        return path.read_text("utf-8") if path.exists() else ""

    def alive(self) -> bool:
        """Whether the office still runs."""
        return self._office.poll() is None

    def close(self) -> None:
        """End the office and its driver."""
        with suppress(AssertionError, OSError):
            self.ask("terminate")
        for process in (self._driver, self._office):
            for stream in (process.stdin, process.stdout):
                if stream:
                    stream.close()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                _kill_group(process) if process is self._office else process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


def _kill_group(process: "subprocess.Popen[Any]") -> None:
    os.killpg(process.pid, 9)
    process.wait(10)
