"""The closed-file engine: xlwings code on a file that nothing has open, which is never left half written."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import xlwings as xw

from kinerja_xl.hosts.closed_file import book_of
from kinerja_xl.hosts.closed_file_save import SaveError
from kinerja_xl.package import read_parts
from tests.workbooks import HEAD, Unit, as_openpyxl, grid


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Unit().person(HEAD).write(tmp_path)


def test_nothing_written_leaves_the_file(path: Path) -> None:
    before = path.read_bytes()
    book = book_of(path)
    assert book.sheets["Pegawai"].range((6, 1)).value == HEAD
    book.save()
    assert path.read_bytes() == before


def test_values_are_written_as_they_are_and_nothing_else_changes(path: Path) -> None:
    before = read_parts(path.read_bytes())
    texts = [["=1+1", "0012"], ["a\nb", None], ["_x0041_", 2.5]]
    book = book_of(path)
    book.sheets["Pengembangan"].range((6, 3), (8, 4)).value = texts
    assert book.sheets["Pengembangan"].range((6, 3), (8, 4)).raw_value == texts
    book.save()
    there = [row[2:4] for row in grid(path, "Pengembangan")[5:8]]
    assert there == [["=1+1", "0012"], ["a\nb", ""], ["_x0041_", 2.5]]
    assert as_openpyxl(path)["Pengembangan"]["C6"].data_type == "s"
    after = read_parts(path.read_bytes())
    assert sorted(after) == sorted(before)
    assert len([name for name in before if after[name] != before[name]]) == 1


def test_a_fill_keeps_the_rest_of_the_look(path: Path) -> None:
    old = as_openpyxl(path)["Pegawai"]["A6"]
    book = book_of(path)
    book.sheets["Pegawai"].range((6, 1)).color = (255, 156, 156)
    book.save()
    new = as_openpyxl(path)["Pegawai"]["A6"]
    assert new.fill.fgColor.rgb == "FFFF9C9C"
    assert (new.number_format, new.protection.locked, new.font.name, new.border.left.style, new.value) == (
        old.number_format,
        old.protection.locked,
        old.font.name,
        old.border.left.style,
        old.value,
    )


def test_a_file_changed_meanwhile_is_left(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = book_of(path)
    book.sheets["Pegawai"].range((6, 2)).value = "Lain"
    theirs = path.read_bytes() + b"\0"
    told = iter([path.read_bytes(), theirs])
    monkeypatch.setattr(Path, "read_bytes", lambda _: next(told))
    with pytest.raises(SaveError, match="berubah selagi dikerjakan"):
        book.save()
    monkeypatch.undo()
    assert grid(path, "Pegawai")[5][1] == "Budi Contoh"


def test_other_names_and_passwords_are_refused(path: Path, tmp_path: Path) -> None:
    book = book_of(path)
    with pytest.raises(ValueError, match="under its own name"):
        book.save(tmp_path / "lain.xlsx")
    with pytest.raises(ValueError, match="no sheet"):
        book.sheets["Tidak Ada"]


KILLED = """
import sys
from pathlib import Path
from kinerja_xl.hosts.closed_file import book_of
number = 0
while True:
    book = book_of(Path(sys.argv[1]))
    number += 1
    book.sheets["Pengembangan"].range((6, 3), (9, 4)).value = [[f"putaran {number}", number]] * 4
    book.sheets["Pengembangan"].range((6, 3)).color = (1, 2, number % 256)
    book.save()
    print(number, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
@pytest.mark.parametrize("delay", [0.0, 0.013, 0.031, 0.07])
def test_a_kill_in_the_middle_leaves_a_whole_file(delay: float, path: Path, tmp_path: Path) -> None:
    work = tmp_path / "kerja" / "unit.xlsx"
    work.parent.mkdir()
    shutil.copy(path, work)
    run = subprocess.Popen([sys.executable, "-c", KILLED, str(work)], stdout=subprocess.PIPE)
    assert run.stdout is not None
    run.stdout.readline()
    time.sleep(delay)
    run.send_signal(signal.SIGKILL)
    run.wait()
    run.stdout.close()
    rows = [row[2:4] for row in grid(work, "Pengembangan")[5:9]]
    assert len({tuple(row) for row in rows}) == 1
    assert as_openpyxl(work)["Pengembangan"]["C6"].value == rows[0][0]


def test_only_the_free_part_of_xlwings_is_used() -> None:
    assert xw.__pro__ is False
    assert "xlwings.pro" not in sys.modules
