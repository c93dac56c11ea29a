"""Exports and templates of offices: CSV, e-Kinerja, a table for each month."""

from pathlib import Path

import pytest

from kinerja_xl.gathering.read_form import read_form
from kinerja_xl.gathering.staff_form import Place
from tests.gathering.foreign import (
    KEYS,
    NIP,
    SURAT,
    Rows,
    codes,
    hasil,
    rencana,
    tulis,
)

CSV_HEADER = (
    "No,Kategori,Rencana Hasil Kerja Pimpinan,Rencana Hasil Kerja Pegawai,Aspek,Indikator Kinerja Individu (IKI),Target,"
    "Realisasi Berdasarkan Bukti Dukung,Bukti Dukung,Umpan Balik Berkelanjutan"
)


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_the_csv_export_with_a_byte_order_mark(tmp_path: Path, delimiter: str) -> None:
    lines = [
        CSV_HEADER.split(","),
        ["1", "Utama", "Meningkatnya layanan", "Terlaksananya layanan surat", "Kuantitas", "Jumlah surat", "60 Surat", "31 Surat", "https://contoh.go.id/1", "Baik"],
        ["2", "Utama", "Meningkatnya layanan", "Terlaksananya layanan surat", "Waktu", '"Lama, dalam bulan; ya"', "12 Bulan", "", "", ""],
        ["3", "Tambahan", "", "Lomba arsip", "Kuantitas", "Jumlah lomba", "1", "", "", ""],
    ]  # fmt: skip
    path = tmp_path / f"{NIP}_2026_TW2.csv"
    path.write_bytes("\ufeff".encode() + "\r\n".join(delimiter.join(line) for line in lines).encode())
    form = read_form(path)
    assert rencana(form, *KEYS) == [
        ("1", "1", *SURAT, "Kuantitas", "Jumlah surat", "60 Surat"),
        ("1", "2", *SURAT, "Waktu", "Lama, dalam bulan; ya", "12 Bulan"),
        ("2", "1", "Tambahan", "-", "Lomba arsip", "Kuantitas", "Jumlah lomba", "1"),
    ]
    assert hasil(form, "realisasi_tw2", "bukti_tw2", "umpan_balik_tw2")[0] == (
        "1",
        "1",
        "31 Surat",
        "https://contoh.go.id/1",
        "Baik",
    )
    assert (form.nip, form.tahun, codes(form)) == (NIP, "2026", ["HMP018"])
    assert form.place("rencana", 0, "target") == Place(path.stem, "G2")


def test_the_export_of_ekinerja_with_action_plans(tmp_path: Path) -> None:
    rows: Rows = [
        ["Nama", "Budi Contoh"],
        ["NIP", NIP],
        ["Periode", "1 Januari 2026 - 31 Desember 2026"],
        ["No", "RHK Pimpinan", "RHK", "Aspek", "Indikator Kinerja Individu", "Target", "Rencana Aksi", "Realisasi", "Sumber Data", "Umpan Balik"],
        [1, "Meningkatnya layanan", "Terlaksananya layanan surat", "Kuantitas", "Jumlah surat", "60 Surat", "Buka loket", "58 Surat", "Buku agenda", "Baik"],
        [2, "Meningkatnya layanan", "Terlaksananya layanan surat", "Waktu", "Lama layanan", "12 Bulan", "Jadwal piket", "12 Bulan", None, None],
    ]  # fmt: skip
    form = read_form(tulis(tmp_path, {"Sheet1": rows}))
    utama = ("-", *SURAT[1:])
    assert rencana(form, *KEYS) == [
        ("1", "1", *utama, "Kuantitas", "Jumlah surat", "60 Surat"),
        ("1", "2", *utama, "Waktu", "Lama layanan", "12 Bulan"),
    ]
    assert hasil(form, "realisasi_tw4", "umpan_balik_tw4") == [
        ("1", "1", "58 Surat", "Baik"),
        ("1", "2", "12 Bulan", "-"),
    ]
    assert [f.message.split(" pada formulir")[0] for f in form.findings] == [
        "Rencana aksi (2 isian)",
        "Sumber data (1 isian)",
    ]


def test_the_template_of_a_kecamatan_gives_the_months_their_own_row(tmp_path: Path) -> None:
    rows: Rows = [
        ["No", "Rencana Hasil Kerja", "Indikator Kinerja Individu", "Target Kuantitas", "Satuan", "Waktu Pelaksanaan (Bulan)"],
        [1, "Terlaksananya layanan surat", "Jumlah surat", 60, "Surat", 12],
        [2, "Tersusunnya laporan", "Jumlah laporan", 4, "Dokumen", None],
    ]  # fmt: skip
    form = read_form(tulis(tmp_path, {"Template_SKP": rows}, f"{NIP}.xlsx"))
    assert rencana(form, "rhk", "aspek", "indikator", "target", "satuan") == [
        ("1", "1", "Terlaksananya layanan surat", "Kuantitas", "Jumlah surat", "60", "Surat"),
        ("1", "2", "Terlaksananya layanan surat", "Waktu", "Jumlah surat (Waktu)", "12 Bulan", "-"),
        ("2", "1", "Tersusunnya laporan", "Kuantitas", "Jumlah laporan", "4", "Dokumen"),
    ]
    assert codes(form) == ["HMP018"]
