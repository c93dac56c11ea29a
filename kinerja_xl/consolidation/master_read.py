"""Reads a master file again by its own description: sheets by name, columns by the texts of their headers.

Columns that are newer than the master (``Column.later``) are empty; any other that is missing, a NIP that became a number and
a file that is no master are refused in one line. ``letters`` and ``trend_read`` build on it.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
from python_calamine import CalamineError, CalamineWorkbook

from kinerja_xl.consolidation.schema import ELSEWHERE, REKAP_UNIT, Column, Format
from kinerja_xl.indonesian import plain_number_text
from kinerja_xl.periods import Periode
from kinerja_xl.terms import read_term, squeezed

UNIT = "Rekap Unit"
HEADER_WITHIN = 20
"""The header of a sheet is looked for in its first rows."""

PERIOD_COLUMNS = tuple(column for column in REKAP_UNIT if column.key in {"tahun", "periode"})
REBUILD = "Buat ulang master dengan perintah kinerja konsolidasi."
_NUMBERS = (Format.INTEGER, Format.PERCENT, Format.SHARE, Format.DECIMAL)

Row = list[Any]


class MasterReadError(Exception):
    """The file cannot be read as a master; the message (Bahasa Indonesia) says why and what to do."""


def read_sheets(path: Path, names: Sequence[str], optional: Sequence[str] = ()) -> dict[str, list[Row]]:
    """The cells of these sheets; of the ``optional`` ones those that are there."""
    try:
        book = CalamineWorkbook.from_path(path)
        missing = [name for name in names if name not in book.sheet_names]
        if missing:
            raise MasterReadError(
                f"{path.name} bukan master kinerja_xl: lembar {' dan '.join(missing)} tidak ada. {REBUILD}"
            )
        wanted = [*names, *(name for name in optional if name in book.sheet_names)]
        return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in wanted}
    except (CalamineError, OSError) as error:
        raise MasterReadError(
            f"{path} tidak dapat dibaca sebagai buku kerja Excel ({error}). Periksa nama berkas, lalu coba lagi."
        ) from error


def read_frame(
    path: Path, sheet: str, rows: list[Row], columns: Sequence[Column], marks: Iterable[str]
) -> pd.DataFrame:
    """The rows below the header that hold something in one of the columns ``marks`` (a row of totals does not)."""
    if any(ELSEWHERE in str(row[0]) for row in rows[:HEADER_WITHIN] if row):
        raise MasterReadError(
            f"{path.name}: isi lembar {sheet} ada di berkas Parquet di sebelahnya, yang tidak dibaca di sini. "
            "Konsolidasikan per bagian (misalnya per kecamatan atau dinas), lalu pakai master bagian itu."
        )
    header, places = _header(path, sheet, rows, columns)
    marked = [places[mark] for mark in marks]
    read = [
        {
            c.key: _value(row[places[c.key]] if c.key in places else None, c, f"{path.name}, {sheet} baris {number}")
            for c in columns
        }
        for number, row in enumerate(rows[header + 1 :], header + 2)
        if any(row[place] not in ("", None) for place in marked)
    ]
    return pd.DataFrame(read, columns=[c.key for c in columns])


def read_period(path: Path, unit_rows: list[Row]) -> tuple[int, Periode]:
    """Year and period of a master, from the cells of its sheet Rekap Unit."""
    unit = read_frame(path, UNIT, unit_rows, PERIOD_COLUMNS, ("periode",))
    found = sorted(set(zip(unit["tahun"], unit["periode"], strict=True)))
    if len(found) != 1:
        listed = ", ".join(" ".join(pair) for pair in found) or "tidak ada"
        raise MasterReadError(
            f"{path.name}: lembar {UNIT} harus memuat tepat satu periode, ditemukan: {listed}. {REBUILD}"
        )
    tahun, periode = found[0][0], read_term(Periode, found[0][1])
    if periode is None or not tahun.isdigit():
        raise MasterReadError(
            f"{path.name}: periode {' '.join(found[0])!r} pada lembar {UNIT} tidak dikenal. {REBUILD}"
        )
    return int(tahun), periode


def _header(path: Path, sheet: str, rows: list[Row], columns: Sequence[Column]) -> tuple[int, dict[str, int]]:
    """Index of the header row and the place of each column, found by the texts of the headers."""
    wanted = {squeezed(c.header): c.key for c in columns}
    found: list[dict[str, int]] = []
    for row in rows[:HEADER_WITHIN]:
        texts = {squeezed(str(value)): place for place, value in reversed(list(enumerate(row)))}
        found.append({key: texts[text] for text, key in wanted.items() if text in texts})
    best = max(range(len(found)), key=lambda i: len(found[i]), default=None)
    missing = [c.header for c in columns if best is None or (c.key not in found[best] and not c.later)]
    if best is None or missing:
        raise MasterReadError(
            f"{path.name} bukan master yang utuh: pada lembar {sheet} kolom {', '.join(missing)} tidak ditemukan "
            f"dalam {HEADER_WITHIN} baris pertama. {REBUILD}"
        )
    return best, found[best]


def _value(value: object, column: Column, place: str) -> object:
    """A cell as the frame holds it; a NIP that became a number has lost digits and is refused."""
    if column.format in _NUMBERS:
        return float(value) if isinstance(value, int | float) else float("nan")
    if column.format is Format.DATE and isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    if not isinstance(value, int | float):
        return "" if value is None else str(value)
    if column.key.startswith("nip"):
        raise MasterReadError(
            f"{place}: kolom {column.header} berisi angka, bukan teks; Excel menghilangkan digit akhir NIP. {REBUILD}"
        )
    return plain_number_text(value)
