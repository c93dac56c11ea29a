"""A real click on the toolbar, on a screen of its own."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from kinerja_xl.ribbon.buttons import BUTTONS
from tests.hosts.office import Office

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.xdist_group("libreoffice-host"),
    pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"),
]
PATIENCE = 20


@pytest.fixture
def display() -> Iterator[str]:
    """A screen that nobody sees; Xvfb itself looks for a free number."""
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x900x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert screen.stdout
    yield f":{screen.stdout.readline().strip()}"
    screen.terminate()
    screen.wait(10)
    screen.stdout.close()


def test_a_click_on_the_toolbar_runs_the_button(display: str, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Data"  # type: ignore[union-attr]
    book.save(tmp_path / "buku.xlsx")
    (tmp_path / "kantor").mkdir()
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
