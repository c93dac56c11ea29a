"""What letters are written from: a consolidated period, straight from ``consolidation`` or read back from a master file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from kinerja_xl.consolidation.master_read import UNIT, MasterReadError, read_frame, read_period, read_sheets
from kinerja_xl.consolidation.result import Konsolidasi
from kinerja_xl.consolidation.schema import REKAP_PEGAWAI, REKAP_UNIT
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating, Ketentuan, Peraturan, RegulationError, ketentuan_pada
from kinerja_xl.regulations.local import AturanSurat, PenandaTangan
from kinerja_xl.scoring.people import Penilaian
from kinerja_xl.scoring.scheme import aturan_periode
from kinerja_xl.scoring.step import Step
from kinerja_xl.scoring.trace import Key, traces

PEGAWAI = "Rekap Pegawai"

NO_TRACE = "master tidak memuat rincian perhitungan; dengan --rincian, sebut buku kerja unitnya, bukan master."
NO_LETTERS = "surat hasil evaluasi dibuat mulai tahun 2022; sebelum itu penilaian memakai angka, tanpa rating."


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
    try:
        sheets = read_sheets(path, (PEGAWAI, UNIT))
        tahun, periode = read_period(path, sheets[UNIT])
        aturan = _rules(path, tahun, periode, lokal)
        pegawai = read_frame(path, PEGAWAI, sheets[PEGAWAI], REKAP_PEGAWAI, ("nip", "nama"))
        unit = read_frame(path, UNIT, sheets[UNIT], REKAP_UNIT, ("periode",))
    except MasterReadError as error:
        raise LetterError(str(error)) from error
    return LetterSource(tahun, periode, aturan, pegawai, unit, tuple(lokal))


def _rules(path: Path, tahun: int, periode: Periode, lokal: Sequence[Peraturan]) -> AturanRating:
    try:
        aturan = aturan_periode(periode, tahun, lokal)
    except RegulationError as error:
        raise LetterError(f"{path.name}: {error}") from error
    if not isinstance(aturan, AturanRating):
        raise LetterError(f"{path.name}: {NO_LETTERS}")
    return aturan
