"""A real click on the toolbar, on a screen of its own."""

import subprocess
import time
from pathlib import Path

import openpyxl
import pytest

from kinerja_xl.ribbon.buttons import BUTTONS
from tests.hosts.office import Office
from tests.hosts.screen import needs_screen, screen

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.xdist_group("libreoffice-host"),
    needs_screen,
]
PATIENCE = 20


def test_a_click_on_the_toolbar_runs_the_button(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Data"  # type: ignore[union-attr]
    book.save(tmp_path / "buku.xlsx")
    (tmp_path / "kantor").mkdir()
    with screen() as display:
        office = Office(tmp_path / "kantor", display=display)
        try:
            office.ask("open", str(tmp_path / "buku.xlsx"))
            places = office.ask("places")
            assert [name for name in places if name] == [button.label for button in BUTTONS]
            _click(display, *places["Panduan"])
            assert _soon(office) == [["panduan"]]
        finally:
            office.close()


def _click(display: str, x: int, y: int) -> None:
    command = ["xdotool", "mousemove", str(x), str(y), "sleep", "0.3", "click", "1"]
    subprocess.run(command, check=True, env={"DISPLAY": display, "PATH": "/usr/bin:/bin"})


def _soon(office: Office) -> object:
    """What the first cell holds as soon as it holds something."""
    end = time.monotonic() + PATIENCE
    while (found := office.cells(0, 0)) == [[""]] and time.monotonic() < end:
        time.sleep(0.2)
    return found
