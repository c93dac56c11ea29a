"""The workbook on which a button was pressed: saved, read and known to be a Buku Kerja Unit, or a message that says why not.

What is open is read as a file is, so that a button sees what the commands see, checks of the package included.
"""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kinerja_xl.consolidation.run import Checked, check_all
from kinerja_xl.findings import Severity
from kinerja_xl.forms import faults, guard, seal
from kinerja_xl.forms.book import UNREAD_SHEETS, Book
from kinerja_xl.forms.read import Reading, read_workbook
from kinerja_xl.hosts import content
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import Peraturan
from kinerja_xl.regulations.instansi import NAMA_BERKAS, muat_instansi
from kinerja_xl.ribbon.outcome import ButtonError

if TYPE_CHECKING:
    import xlwings as xw

UNSAVED = "Buku kerja ini belum pernah disimpan. Simpan dahulu di komputer (Ctrl+S), lalu tekan tombolnya lagi."
ONLINE = (
    "Buku kerja ini dibuka dari OneDrive atau SharePoint ({0}), sehingga berkasnya tidak dapat dibaca. "
    "Simpan salinannya di komputer, buka salinan itu, lalu tekan tombolnya lagi."
)
FOREIGN = "Buku kerja yang terbuka bukan Buku Kerja Unit yang dapat dibaca. {0} {1}"
OWN = "Buku kerja yang terbuka ({0}) dibuat oleh kinerja_xl dan bukan Buku Kerja Unit. Buka Buku Kerja Unit, lalu tekan tombolnya lagi."
FOLDER = "formulir"
"""Folder of the staff forms beside a unit workbook."""
STAFF_FORM = (
    f"Ini Formulir SKP seorang pegawai; tombol bekerja di Buku Kerja Unit. Simpan dan tutup formulir ini, taruh di folder '{FOLDER}' "
    "di sebelah Buku Kerja Unit, lalu tekan Himpun Formulir di Buku Kerja Unit itu."
)
NO_PERIOD = "Periode penilaian belum dipilih. Isi di lembar Unit, lalu tekan tombolnya lagi."
SEND = "simpan (Ctrl+S) dan kirim ke kepegawaian; tekan Buka Kunci bila masih ada yang perlu diperbaiki"
"""The next step of a workbook that is locked."""
READ_ONLY = "Buku kerja ini tidak dapat ditulisi ({0}). Simpan dengan nama lain (F12) di folder Anda, lalu tekan tombolnya lagi."


@dataclass(frozen=True)
class Opened:
    """A unit workbook as it is just now; ``selected`` are the sheet and the rows that the person has selected."""

    path: Path
    """Where the workbook lies: its name, and the folder of what lies beside it."""
    file: Path
    """A copy that holds what the workbook holds now, while the button is at work."""
    reading: Reading
    now: datetime
    selected: tuple[str, range] = ("", range(0))

    @cached_property
    def package(self) -> bytes:
        """The bytes of ``file``."""
        return self.file.read_bytes()

    @cached_property
    def book(self) -> Book:
        """Its sheets that are read."""
        return Book(self.file, guard.inspect(self.file, UNREAD_SHEETS))

    @cached_property
    def lokal(self) -> Sequence[Peraturan]:
        """The office's own settings: ``instansi.toml`` beside the workbook."""
        beside = self.path.with_name(NAMA_BERKAS)
        return muat_instansi(beside).peraturan if beside.is_file() else ()

    @property
    def locked_since(self) -> str:
        """Since when nothing can be typed into it (button Kunci); empty where something can."""
        return seal.since(self.reading.rows)

    @cached_property
    def checked(self) -> Checked:
        """The workbook with all rules run over it."""
        return _examined(self, blocking_only=False)

    @cached_property
    def scored(self) -> Checked:
        """The same with the rules alone that decide who is scored; raises ButtonError where no period is named."""
        found = _examined(self, blocking_only=True)
        if found.examination is None:
            raise ButtonError(NO_PERIOD)
        return found

    @property
    def periode(self) -> Periode:
        """The period it names; raises ButtonError where it names none."""
        found = self.scored.periode
        if found is None:
            raise ButtonError(NO_PERIOD)
        return found


_LAST: dict[str, Checked] = {}
"""The last examination, by what was examined: who presses one button after another waits for it once."""


def _examined(now: Opened, *, blocking_only: bool) -> Checked:
    """The workbook with the rules run over it; the last outcome where nothing has changed and it says enough."""
    seen = repr((now.reading.rows, sorted(now.reading.cells.items()), now.reading.findings, now.lokal, now.now.date()))
    whole, part = (
        hashlib.sha256(f"{seen}{only}".encode("utf-8", "surrogatepass")).hexdigest() for only in (False, True)
    )
    for key in (whole, part) if blocking_only else (whole,):
        if key in _LAST:
            return _LAST[key]
    found = check_all([now.reading], now.lokal, blocking_only=blocking_only)
    _LAST.clear()
    _LAST[part if blocking_only else whole] = found
    return found


@contextmanager
def opened(book: "xw.Book", now: datetime) -> Iterator[Opened]:
    """The workbook ``book`` as a button sees it. Raises ButtonError with what to do."""
    path = _path(book.fullname)
    with TemporaryDirectory(prefix="kinerja-", ignore_cleanup_errors=True) as folder:
        file = Path(folder) / path.name
        file.write_bytes(_package(book))
        reading = read_workbook(file)
        if reading.own_output:
            raise ButtonError(OWN.format(path.name))
        if not reading.accepted:
            first = next((f for f in reading.findings if f.severity is Severity.GALAT), None)
            if first and first.message == faults.STAFF_FORM.pesan:
                raise ButtonError(STAFF_FORM)
            raise ButtonError(FOREIGN.format(first.message if first else "", first.fix if first else "").strip())
        yield Opened(path, file, reading, now, _selected(book))


def _package(book: "xw.Book") -> bytes:
    try:
        return content.package(book)
    except Exception as error:
        raise ButtonError(READ_ONLY.format(error)) from error


def _path(fullname: str) -> Path:
    if "://" in fullname:
        raise ButtonError(ONLINE.format(fullname))
    path = Path(fullname)
    if not path.is_absolute() or not path.is_file():
        raise ButtonError(UNSAVED)
    return path


def _selected(book: "xw.Book") -> tuple[str, range]:
    """The sheet and rows selected; nothing where a picture or a chart is."""
    selection = book.app.selection
    if selection is None:
        return book.sheets.active.name, range(0)
    return selection.sheet.name, range(selection.row, selection.row + selection.shape[0])
