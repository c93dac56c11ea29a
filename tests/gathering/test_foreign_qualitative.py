"""Qualitative forms of others: the measures stand in the cell of the result or below it."""

from pathlib import Path

from kinerja_xl.gathering.read_form import read_form
from tests.gathering.foreign import (
    REALISASI,
    SETAHUN,
    TW2,
    UMPAN_BALIK,
    Lembar,
    Rows,
    hasil,
    identitas,
    kepala,
    rencana,
    tulis,
)

ONE_CELL = (
    "Terlaksananya sosialisasi aplikasi\n(Penugasan dari Camat Uji)\n"
    "Ukuran keberhasilan / Indikator Kinerja Individu, dan Target:\n"
    "- Buku panduan lengkap sesuai dengan ketentuan\n  dan selesai satu bulan sebelumnya\n- Sosialisasi diikuti semua kelurahan"
)
QUALITATIVE = [
    ("1", "1", "Utama", "Penugasan dari Camat Uji", "Terlaksananya sosialisasi aplikasi",
     "Buku panduan lengkap sesuai dengan ketentuan dan selesai satu bulan sebelumnya"),
    ("1", "2", "Utama", "Penugasan dari Camat Uji", "Terlaksananya sosialisasi aplikasi", "Sosialisasi diikuti semua kelurahan"),
    ("2", "1", "Utama", "-", "Tersusunnya rencana kerja", "Rencana kerja disahkan bulan Maret"),
]  # fmt: skip
SECOND_CELL = "Tersusunnya rencana kerja\nUkuran keberhasilan/Indikator Kinerja Individu dan Target: Rencana kerja disahkan bulan Maret"
QUALITATIVE_KEYS = ("kategori", "rhk_pimpinan", "rhk", "indikator")


def test_the_qualitative_form_in_single_cells_without_a_header(tmp_path: Path) -> None:
    rows: Rows = [
        ["SASARAN KINERJA PEGAWAI"],
        ["PENDEKATAN HASIL KERJA KUALITATIF"],
        [SETAHUN],
        *identitas(),
        ["HASIL KERJA"],
        ["A. UTAMA"],
        ["1.", ONE_CELL],
        ["2.", SECOND_CELL],
        ["PERILAKU KERJA"],
    ]
    form = read_form(tulis(tmp_path, {"SKP": Lembar(rows, ("A10:F10", "A11:F11", "B12:F12"))}))
    assert rencana(form, *QUALITATIVE_KEYS) == QUALITATIVE
    assert form.pegawai["pendekatan"] == "Kualitatif"
    assert form.findings == []


def test_the_qualitative_evaluation_with_a_row_for_each_bullet(tmp_path: Path) -> None:
    rows: Rows = [
        *kepala(TW2, "EVALUASI KINERJA PEGAWAI"),
        ["NO", "HASIL KERJA", REALISASI, UMPAN_BALIK],
        ["A.", "UTAMA"],
        [1, "Terlaksananya sosialisasi aplikasi", "Sosialisasi di tiga kelurahan", "Lanjutkan"],
        [None, "(Penugasan dari Camat Uji)"],
        [None, "Ukuran keberhasilan / Indikator Kinerja Individu, dan Target :"],
        [None, "- Buku panduan lengkap sesuai dengan ketentuan dan selesai satu bulan sebelumnya"],
        [None, "- Sosialisasi diikuti semua kelurahan"],
        [2, SECOND_CELL, "Disahkan 3 Maret"],
        ["RATING HASIL KERJA*", "SESUAI EKSPEKTASI"],
    ]
    form = read_form(tulis(tmp_path, {"EVALUASI": rows}))
    assert rencana(form, *QUALITATIVE_KEYS) == QUALITATIVE
    assert hasil(form, "realisasi_tw2", "umpan_balik_tw2") == [
        ("1", "1", "Sosialisasi di tiga kelurahan", "Lanjutkan"),
        ("1", "2", "-", "-"),
        ("2", "1", "Disahkan 3 Maret", "-"),
    ]
    assert form.findings == []
