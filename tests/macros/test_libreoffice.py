"""The callbacks run in a real VBA: LibreOffice opens a workbook that presses every button, with a stub in place of RunPython."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from pyopenvba import ExcelFile

from kinerja_xl.ribbon import sources
from kinerja_xl.ribbon.buttons import BUTTONS

pytestmark = pytest.mark.libreoffice

PATIENCE = 30.0
ALWAYS_RUN = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
STUB = """Public Function RunPython(PythonCommand As String)
    Open "{log}" For Append As #1
    Print #1, PythonCommand
    Close #1
    RunPython = 0
End Function
"""


def _pressing(path: Path, log: Path) -> None:
    presses = "".join(f"    {sources.sub_name(button)} Nothing\n" for button in BUTTONS)
    with ExcelFile.create_new(path) as book:
        project = book.vba_project()
        project.delete_module("Module1")
        project.add_module("xlwings", STUB.format(log=log).replace("\n", "\r\n"))
        project.add_module(sources.MODULE, sources.callbacks().replace("\n", "\r\n"))
        opened = f"Private Sub Workbook_Open()\n{presses}End Sub\n"
        book.set_module("ThisWorkbook", opened.replace("\n", "\r\n"))
        book.save()


def _written(log: Path) -> list[str]:
    return log.read_text("utf-8").splitlines() if log.exists() else []


def test_every_button_runs_its_python(tmp_path: Path) -> None:
    book, log, user = tmp_path / "tekan.xlsm", tmp_path / "terkirim.txt", tmp_path / "profil/user"
    _pressing(book, log)
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(ALWAYS_RUN, "utf-8")
    command = ["soffice", "--headless", "--norestore", f"-env:UserInstallation={user.parent.as_uri()}", str(book)]
    office = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        until = time.monotonic() + PATIENCE
        while len(_written(log)) < len(BUTTONS) and time.monotonic() < until:
            time.sleep(0.05)
    finally:
        os.killpg(office.pid, signal.SIGTERM)
        office.wait(10)
    assert _written(log) == [sources.python_command(button) for button in BUTTONS]
