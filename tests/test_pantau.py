"""``kinerja pantau`` as a process of its own: what is saved comes into the master, what is half written does not."""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from io import StringIO
from pathlib import Path
from threading import Event, Thread

import pytest
from rich.console import Console

from kinerja_xl import cli_pantau, console
from kinerja_xl.cli_jobs import ReadChoice
from kinerja_xl.cli_konsolidasi import ConsolidateChoice
from kinerja_xl.cli_letters import LetterChoice
from kinerja_xl.cli_pantau import watch_workbooks
from kinerja_xl.consolidation.watch import is_whole, rounds
from tests.workbooks import Unit, grid, nip

PATIENCE = 60
S = "Sesuai Ekspektasi"


def unit(folder: Path, number: int, name: str, result: str = "9") -> Path:
    """The workbook of a unit with one person."""
    made = Unit(kode=f"UJI-{number}", nama=f"KELURAHAN {number}").person(nip(number), name)
    return made.iki(nip(number), 1, 1, "10", result).rate(nip(number), S, S).write(folder, f"unit{number}.xlsx")


def soon(is_so: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while not (found := is_so()) and time.monotonic() < end:
        time.sleep(0.1)
    return found


def people(master: Path) -> set[object]:
    """The names in the master."""
    if not master.exists():
        return set()
    rows = grid(master, "Rekap Pegawai")
    head = next(row for row in rows if "Nama" in row)
    return {row[head.index("Nama")] for row in rows[rows.index(head) + 1 :]} - {""}


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[Path, Path, "subprocess.Popen[str]"]]:
    """A folder with one workbook, the master made of it, and the command at work."""
    folder, master = tmp_path / "unit", tmp_path / "master.xlsx"
    folder.mkdir()
    unit(folder, 1, "Ani Contoh")
    command = [sys.executable, "-m", "kinerja_xl", "pantau", str(folder), "-o", str(master)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert soon(lambda: people(master) == {"Ani Contoh"})
    yield folder, master, process
    process.kill()
    process.communicate()


def test_what_is_saved_changed_or_deleted_is_in_the_master(
    watched: tuple[Path, Path, "subprocess.Popen[str]"],
) -> None:
    folder, master, process = watched
    unit(folder, 2, "Budi Contoh")
    assert soon(lambda: people(master) == {"Ani Contoh", "Budi Contoh"})
    unit(folder, 2, "Citra Contoh")
    assert soon(lambda: people(master) == {"Ani Contoh", "Citra Contoh"})
    (folder / "unit1.xlsx").unlink()
    assert soon(lambda: people(master) == {"Citra Contoh"})
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert "Pemantauan dihentikan." in told
    assert "unit2.xlsx | Berkas: 2 (0 ditolak); Pegawai: 2 direkap, 0 ditolak; Temuan" in told


@pytest.mark.parametrize("terminal", [False, True])
def test_people_of_rejected_workbooks_are_shown(
    terminal: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, stop = tmp_path / "unit", Event()
    folder.mkdir()
    unit(folder, 1, "Ani Contoh")
    for name in ("a.xlsx", "b.xlsx"):
        shutil.move(unit(folder, 2, "Budi Contoh"), folder / name)  # one unit twice: neither is taken
    monkeypatch.setattr(cli_pantau, "rounds", lambda *_: [sorted(folder.iterdir())])
    said = StringIO()
    monkeypatch.setattr(console, "err", lambda: Console(file=said, force_terminal=terminal, width=400))
    choice = ConsolidateChoice(LetterChoice(date(2026, 7, 6)))
    watch_workbooks([folder], tmp_path / "master.xlsx", choice, ReadChoice(), stop)
    assert "3 (2 ditolak)" in said.getvalue()
    assert "1 direkap, 2 ditolak" in said.getvalue()


def test_a_half_written_file_waits_until_it_is_whole(watched: tuple[Path, Path, "subprocess.Popen[str]"]) -> None:
    folder, master, _ = watched
    whole = unit(folder.parent, 2, "Budi Contoh").read_bytes()
    before = master.read_bytes()
    with (folder / "unit2.xlsx").open("wb") as file:
        file.write(whole[: len(whole) // 2])
        file.flush()
        time.sleep(3)
        assert master.read_bytes() == before
        file.write(whole[len(whole) // 2 :])
    assert soon(lambda: people(master) == {"Ani Contoh", "Budi Contoh"})


def test_a_workbook_that_came_in_the_place_of_the_master_is_left(
    watched: tuple[Path, Path, "subprocess.Popen[str]"],
) -> None:
    folder, master, process = watched
    somebodys = unit(folder.parent, 3, "Citra Contoh")
    somebodys.rename(master)
    theirs = master.read_bytes()
    unit(folder, 2, "Budi Contoh")
    time.sleep(4)
    assert master.read_bytes() == theirs
    master.unlink()
    assert soon(lambda: people(master) == {"Ani Contoh", "Budi Contoh"})
    process.send_signal(signal.SIGINT)
    assert "bukan master kinerja_xl sehingga tidak ditimpa" in process.communicate(timeout=PATIENCE)[1]


def test_a_roster_may_change_and_be_gone_for_a_while(tmp_path: Path) -> None:
    folder, master, roster = tmp_path / "unit", tmp_path / "master.xlsx", tmp_path / "pegawai.csv"
    folder.mkdir()
    unit(folder, 1, "Ani Contoh")
    head = "NIP,Nama,Nama Unit\n"
    roster.write_text(f"{head}{nip(1)},Ani Contoh,KELURAHAN 1\n", "utf-8")
    command = [sys.executable, "-m", "kinerja_xl", "pantau", str(folder), "-o", str(master), "--daftar", str(roster)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert soon(lambda: people(master) == {"Ani Contoh"})
            roster.unlink()
            unit(folder, 2, "Budi Contoh")
            time.sleep(4)
            assert process.poll() is None
            roster.write_text(f"{head}{nip(3)},Citra Contoh,KELURAHAN 3\n", "utf-8")
            assert soon(lambda: any("Citra Contoh" in row for row in grid(master, "Rekonsiliasi")))
            process.send_signal(signal.SIGINT)
            assert f"Daftar pegawai {roster} tidak ditemukan." in process.communicate(timeout=PATIENCE)[1]
        finally:
            process.kill()


def test_whole_and_half_files(tmp_path: Path) -> None:
    path = unit(tmp_path, 1, "Ani Contoh")
    assert is_whole(path)
    data = path.read_bytes()
    path.write_bytes(data[:-30])
    assert not is_whole(path)
    path.write_bytes(b"")
    assert not is_whole(path)
    path.write_bytes(b"bukan buku kerja")
    assert is_whole(path)  # nothing to wait for: it is told as no workbook
    path.unlink()
    assert is_whole(path)


def test_a_file_that_comes_while_another_is_waited_for_is_waited_for_too(tmp_path: Path) -> None:
    folder, stop = tmp_path / "unit", Event()
    folder.mkdir()
    data = unit(tmp_path, 1, "Ani Contoh").read_bytes()
    first, second = folder / "unit1.xlsx", folder / "unit2.xlsx"

    def write_slowly() -> None:
        time.sleep(0.3)
        second.write_bytes(data[:-30])
        time.sleep(1.5)
        second.write_bytes(data)

    found = rounds([folder], [], stop)
    assert [next(found), next(found)] == [[], []]  # from the second on the system tells of changes
    first.write_bytes(data)
    writer = Thread(target=write_slowly)
    writer.start()
    told = list[Path]()
    while second not in told:
        told += next(found)
        assert is_whole(second) or not told
    writer.join()
    stop.set()


def test_changes_are_found_without_the_system_telling(tmp_path: Path) -> None:
    """As on a network drive: the folder watched for events is another one."""
    folder, stop = tmp_path / "unit", Event()
    folder.mkdir()
    found = rounds([folder], [], stop)
    assert next(found) == []
    path = unit(tmp_path, 1, "Ani Contoh")
    link = tmp_path / "sambungan"
    shutil.move(path, link)
    (folder / "unit1.xlsx").symlink_to(link)
    assert soon(lambda: next(found) == [folder / "unit1.xlsx"])
    with link.open("ab") as file:  # changed behind the link, of which nothing is told
        file.write(b"\0")
    assert soon(lambda: next(found) == [folder / "unit1.xlsx"])
    stop.set()
