"""Reads a roster (daftar pegawai): who should be there. CSV or Excel, columns found by their header text.

The roster feeds ``kinerja formulir unit`` (blank workbooks, prefilled) and the reconciliation of ``kinerja konsolidasi``.
"""

import codecs
import csv
import io
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from kinerja_xl.forms import guard
from kinerja_xl.forms.addresses import letters
from kinerja_xl.forms.cells import Cell, text_column
from kinerja_xl.forms.description import Kind
from kinerja_xl.forms.unit_workbook import PEGAWAI
from kinerja_xl.indonesian import listed
from kinerja_xl.nip import LENGTH
from kinerja_xl.terms import squeezed

UNIT_HEADERS = {
    "kode_unit": frozenset(squeezed(t) for t in ("Kode Unit", "kode_unit", "Kode Unit Kerja")),
    "nama_unit": frozenset(squeezed(t) for t in ("Nama Unit", "Unit", "Unit Kerja", "Nama Unit Kerja")),
}
HEADER_SEARCH_ROWS = 20
_ENOUGH = 100_000
"""Bytes of a file by which a roster is known."""
_LOST_DIGITS = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d+")
"""A long number as Excel shows and exports it: 1,98609E+17."""


class RosterError(Exception):
    """The roster cannot be used; the message says what to mend."""


@dataclass(frozen=True)
class RosterEntry:
    """One person of the roster: the unit and the columns of the sheet Pegawai as far as the roster has them."""

    baris: int
    kode_unit: str
    nama_unit: str
    pegawai: dict[str, str]

    @property
    def nip(self) -> str:
        """NIP, digits only."""
        return self.pegawai.get("nip", "")

    @property
    def nama(self) -> str:
        """Name as in the roster."""
        return self.pegawai.get("nama", "")


def read_roster(path: Path) -> list[RosterEntry]:
    """All people of the roster in its order; raises RosterError with what to mend."""
    if not path.is_file():
        raise RosterError(f"Daftar pegawai {path} tidak ditemukan.")
    grid = _csv(path) if path.suffix.lower() in {".csv", ".txt"} else _excel(path)
    header = _header(path, grid)
    if header is None:
        raise RosterError(
            f"{path.name}: kolom NIP dan Nama tidak ditemukan. Tulis judul kolom NIP, Nama, dan Nama Unit di baris pertama."
        )
    row, places = header
    rows = enumerate(grid[row + 1 :], start=row + 2)
    return _with_codes([entry for number, cells in rows if (entry := _entry(path, number, cells, places))])


def is_roster(path: Path) -> bool:
    """Whether a CSV file is a roster: below a header with NIP, name and unit a NIP stands in its column."""
    try:
        with path.open("rb") as file:
            grid = _table(path, file.read(_ENOUGH).rpartition(b"\n")[0])
        header = _header(path, grid)
    except (OSError, RosterError):
        return False
    if header is None or not UNIT_HEADERS.keys() & header[1].keys():
        return False
    row, column = header[0] + 1, header[1]["nip"]
    nip = grid[row][column] if row < len(grid) and column < len(grid[row]) else ""
    return len(text_column([nip], Kind.NIP)[0]) == LENGTH


def _with_codes(entries: list[RosterEntry]) -> list[RosterEntry]:
    """The same people; a row without a unit code gets the one that the other rows of its unit's name have."""
    codes: dict[str, set[str]] = {}
    for entry in entries:
        if entry.kode_unit != entry.nama_unit:
            codes.setdefault(entry.nama_unit, set()).add(entry.kode_unit)
    known = {name: next(iter(found)) for name, found in codes.items() if len(found) == 1}
    return [
        replace(e, kode_unit=known.get(e.nama_unit, e.kode_unit)) if e.kode_unit == e.nama_unit else e for e in entries
    ]


def _entry(path: Path, number: int, cells: Sequence[Cell], places: dict[str, int]) -> RosterEntry | None:
    values = {key: cells[column] if column < len(cells) else "" for key, column in places.items()}
    if all(str(value).strip() == "" for value in values.values()):
        return None
    if isinstance(values["nip"], int | float) or _LOST_DIGITS.fullmatch(str(values["nip"]).strip()):
        raise RosterError(
            f"{path.name} baris {number}: NIP tersimpan sebagai angka sehingga angka terakhirnya hilang. Jadikan kolom NIP bertipe Teks dan isi ulang."
        )
    texts = {key: text_column([value], _kind(key))[0] for key, value in values.items()}
    name = texts.pop("nama_unit", "")
    return RosterEntry(
        number, texts.pop("kode_unit", "") or name, name, {key: text for key, text in texts.items() if text}
    )


def _kind(key: str) -> Kind:
    return Kind.TEXT if key in UNIT_HEADERS else PEGAWAI.field(key).kind


def _header(path: Path, grid: Sequence[Sequence[Cell]]) -> tuple[int, dict[str, int]] | None:
    spellings = {field.key: field.spellings for field in PEGAWAI.inputs} | UNIT_HEADERS
    for row, cells in enumerate(grid[:HEADER_SEARCH_ROWS]):
        texts = [squeezed(str(cell)) for cell in cells]
        places = {
            key: next(i for i, t in enumerate(texts) if t in known)
            for key, known in spellings.items()
            if known.intersection(texts)
        }
        if {"nip", "nama"} <= places.keys():
            _refuse_two_columns(path, texts, spellings["nip"])
            return row, places
    return None


def _refuse_two_columns(path: Path, headers: Sequence[str], spellings: Collection[str]) -> None:
    """Of two columns of NIPs nobody knows which one is meant."""
    columns = [letters(column) for column, text in enumerate(headers, start=1) if text in spellings]
    if len(columns) > 1:
        raise RosterError(
            f"{path.name}: kolom NIP ada lebih dari satu (kolom {listed(columns)}). Sisakan satu, atau ganti judul yang lain."
        )


def _csv(path: Path) -> list[list[Cell]]:
    return _table(path, path.read_bytes())


def _table(path: Path, data: bytes) -> list[list[Cell]]:
    text = io.StringIO(_decoded(data), newline=None).read()
    head = "\n".join(text.splitlines()[:HEADER_SEARCH_ROWS])
    delimiter = max(";,\t", key=head.count)
    try:
        return [list(row) for row in csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)]
    except csv.Error as error:
        raise RosterError(
            f"{path.name} tidak terbaca sebagai CSV ({error}); periksa tanda kutip, atau simpan sebagai *.xlsx."
        ) from error


def _decoded(data: bytes) -> str:
    """Text as Excel saves it: UTF-8, UTF-16 ("Unicode Text") or the Windows code page."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _excel(path: Path) -> list[list[Cell]]:
    try:
        guard.inspect(path)
        book = CalamineWorkbook.from_path(path)
        return [list(row) for row in book.get_sheet_by_index(0).to_python(skip_empty_area=False)]
    except guard.Refusal as refusal:
        raise RosterError(f"{path.name}: {refusal.message} {refusal.fix}") from refusal
    except CalamineError as error:
        raise RosterError(
            f"{path.name} tidak dapat dibaca sebagai Excel. Simpan ulang sebagai *.xlsx atau CSV."
        ) from error
