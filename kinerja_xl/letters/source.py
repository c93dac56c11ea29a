"""What letters are written from: a consolidated period, straight from ``consolidation`` or read back from a master file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
from python_calamine import CalamineError, CalamineWorkbook

from kinerja_xl.consolidation.result import Konsolidasi
from kinerja_xl.consolidation.schema import REKAP_PEGAWAI, REKAP_UNIT, Column, Format
from kinerja_xl.indonesian import plain_number_text
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating, Ketentuan, Peraturan, RegulationError, ketentuan_pada
from kinerja_xl.regulations.local import AturanSurat, PenandaTangan
from kinerja_xl.scoring.people import Penilaian
from kinerja_xl.scoring.scheme import aturan_periode
from kinerja_xl.scoring.step import Step
from kinerja_xl.scoring.trace import Key, traces
from kinerja_xl.terms import read_term, squeezed

PEGAWAI, UNIT = "Rekap Pegawai", "Rekap Unit"
HEADER_WITHIN = 20
"""The header of a sheet is looked for in its first rows."""

_NUMBERS = (Format.INTEGER, Format.PERCENT, Format.SHARE, Format.DECIMAL)
_REBUILD = "Buat ulang master dengan perintah kinerja konsolidasi."
_PERIOD = tuple(column for column in REKAP_UNIT if column.key in {"tahun", "periode"})

NO_TRACE = "master tidak memuat rincian perhitungan; dengan --rincian, sebut buku kerja unitnya, bukan master."
NO_LETTERS = "surat hasil evaluasi dibuat mulai tahun 2022; sebelum itu penilaian memakai angka, tanpa rating."

Row = list[Any]


class LetterError(Exception):
    """Letters cannot be written; the message (Bahasa Indonesia) says why and what to do."""


@dataclass(frozen=True)
class LetterSource:
    """A period with its people and units; the frames have the columns of ``schema.REKAP_PEGAWAI`` and ``REKAP_UNIT``."""

    tahun: int
    periode: Periode
    aturan: AturanRating
    pegawai: pd.DataFrame
    unit: pd.DataFrame
    lokal: tuple[Peraturan, ...] = ()
    """The office's own settings."""
    rincian: Mapping[Key, Sequence[Step]] | None = None
    """The steps of each person's score, by file and NIP; None where letters are to be without them."""

    def letter_rules(self, tanggal: date) -> tuple[AturanSurat, Sequence[PenandaTangan]]:
        """How a letter of ``tanggal`` is numbered and marked, and who signs in place of the rater.

        What the office sets holds on the day of the letter, not of the period; else it is as in ``aturan``.
        """
        found = ketentuan_pada(tanggal, self.lokal) if self.lokal else {}
        surat: Ketentuan[AturanSurat] = found.get("surat", self.aturan.surat)
        signers: Ketentuan[tuple[PenandaTangan, ...]] = found.get("penanda_tangan", self.aturan.penanda_tangan)
        return surat.isi, signers.isi


def from_konsolidasi(
    konsolidasi: Konsolidasi, lokal: Sequence[Peraturan] = (), score: Penilaian | None = None
) -> LetterSource:
    """The source of letters in a consolidation still in memory; raises LetterError for years without ratings.

    With the ``score`` it was made from, the letters show its steps.
    """
    frames, aturan = konsolidasi.frames, konsolidasi.aturan
    if not isinstance(aturan, AturanRating):
        raise LetterError(f"{konsolidasi.judul}: {NO_LETTERS}")
    told = dict(traces(score)) if score else None
    pegawai, unit = frames[PEGAWAI], frames[UNIT]
    return LetterSource(konsolidasi.tahun, konsolidasi.periode, aturan, pegawai, unit, tuple(lokal), told)


def from_master(path: Path, lokal: Sequence[Peraturan] = ()) -> LetterSource:
    """Read a master file again; raises LetterError when it is none or was changed in a way that loses data."""
    sheets = _sheets(path)
    tahun, periode = _period(path, _frame(path, UNIT, sheets[UNIT], _PERIOD, ("periode",)))
    aturan = _rules(path, tahun, periode, lokal)
    pegawai = _frame(path, PEGAWAI, sheets[PEGAWAI], REKAP_PEGAWAI, ("nip", "nama"))
    unit = _frame(path, UNIT, sheets[UNIT], REKAP_UNIT, ("periode",))
    return LetterSource(tahun, periode, aturan, pegawai, unit, tuple(lokal))


def _rules(path: Path, tahun: int, periode: Periode, lokal: Sequence[Peraturan]) -> AturanRating:
    try:
        aturan = aturan_periode(periode, tahun, lokal)
    except RegulationError as error:
        raise LetterError(f"{path.name}: {error}") from error
    if not isinstance(aturan, AturanRating):
        raise LetterError(f"{path.name}: {NO_LETTERS}")
    return aturan


def _sheets(path: Path) -> dict[str, list[Row]]:
    try:
        book = CalamineWorkbook.from_path(path)
        missing = [name for name in (PEGAWAI, UNIT) if name not in book.sheet_names]
        if missing:
            raise LetterError(
                f"{path.name} bukan master kinerja_xl: lembar {' dan '.join(missing)} tidak ada. {_REBUILD}"
            )
        return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in (PEGAWAI, UNIT)}
    except (CalamineError, OSError) as error:
        raise LetterError(
            f"{path} tidak dapat dibaca sebagai buku kerja Excel ({error}). Periksa nama berkas, lalu coba lagi."
        ) from error


def _frame(path: Path, sheet: str, rows: list[Row], columns: Sequence[Column], marks: Iterable[str]) -> pd.DataFrame:
    """The rows below the header that hold something in one of the columns ``marks`` (a row of totals does not)."""
    header, places = _header(path, sheet, rows, columns)
    read = [
        {c.key: _value(row[places[c.key]], c, f"{path.name}, {sheet} baris {number}") for c in columns}
        for number, row in enumerate(rows[header + 1 :], header + 2)
        if any(row[places[mark]] not in ("", None) for mark in marks)
    ]
    return pd.DataFrame(read, columns=[c.key for c in columns])


def _header(path: Path, sheet: str, rows: list[Row], columns: Sequence[Column]) -> tuple[int, dict[str, int]]:
    """Index of the header row and the place of each column, found by the texts of the headers."""
    wanted = {squeezed(c.header): c.key for c in columns}
    found: list[dict[str, int]] = []
    for row in rows[:HEADER_WITHIN]:
        texts = {squeezed(str(value)): place for place, value in reversed(list(enumerate(row)))}
        found.append({key: texts[text] for text, key in wanted.items() if text in texts})
    best = max(range(len(found)), key=lambda i: len(found[i]), default=None)
    missing = [c.header for c in columns if best is None or c.key not in found[best]]
    if best is None or missing:
        raise LetterError(
            f"{path.name} bukan master yang utuh: pada lembar {sheet} kolom {', '.join(missing)} tidak ditemukan "
            f"dalam {HEADER_WITHIN} baris pertama. {_REBUILD}"
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
        raise LetterError(
            f"{place}: kolom {column.header} berisi angka, bukan teks; Excel menghilangkan digit akhir NIP. {_REBUILD}"
        )
    return plain_number_text(value)


def _period(path: Path, unit: pd.DataFrame) -> tuple[int, Periode]:
    found = sorted(set(zip(unit["tahun"], unit["periode"], strict=True)))
    if len(found) != 1:
        listed = ", ".join(" ".join(pair) for pair in found) or "tidak ada"
        raise LetterError(
            f"{path.name}: lembar {UNIT} harus memuat tepat satu periode, ditemukan: {listed}. {_REBUILD}"
        )
    tahun, periode = found[0][0], read_term(Periode, found[0][1])
    if periode is None or not tahun.isdigit():
        raise LetterError(f"{path.name}: periode {' '.join(found[0])!r} pada lembar {UNIT} tidak dikenal. {_REBUILD}")
    return int(tahun), periode
