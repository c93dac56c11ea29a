"""Forms of the years before 2022: PermenPANRB 8/2021 and PP 46/2011."""

from pathlib import Path

from kinerja_xl.gathering.read_form import read_form
from tests.gathering.foreign import (
    KEYS,
    NIP,
    NIP_PENILAI,
    NOMOR,
    SURAT,
    Lembar,
    Rows,
    hasil,
    identitas,
    rencana,
    tulis,
)


def test_the_form_of_permenpanrb_8_2021(tmp_path: Path) -> None:
    rows: Rows = [
        ["PENILAIAN SASARAN KINERJA PEGAWAI"],
        ["PERIODE PENILAIAN 1 JULI S.D. 31 DESEMBER TAHUN 2021"],
        *identitas(),
        ["NO", "RENCANA KINERJA ATASAN LANGSUNG", "RENCANA KINERJA", "ASPEK", "INDIKATOR KINERJA INDIVIDU", "TARGET", "REALISASI",
         "CAPAIAN IKI", "CAPAIAN RENCANA KINERJA", None, "METODE CASCADING"],
        [None, None, None, None, None, None, None, None, "KATEGORI", "NILAI", None],
        NOMOR,
        ["A. KINERJA UTAMA"],
        [1, "Meningkatnya layanan", "Terlaksananya layanan surat", "Kuantitas", "Jumlah surat", "30 - 40 Surat", "42 Surat", "105%", "Baik", 109, "Non Direct"],
        [None, None, None, "Waktu", "Lama layanan", "6 Bulan", "6 Bulan", "100%"],
        ["B. KINERJA TAMBAHAN"],
        [1, None, "Panitia lomba", "Kuantitas", "Jumlah lomba", 1, 1],
        ["NILAI SKP", None, None, None, None, None, None, None, None, 109],
    ]  # fmt: skip
    form = read_form(tulis(tmp_path, {"PENILAIAN SKP": Lembar(rows, ("I9:J9",))}))
    assert rencana(form, *KEYS) == [
        ("1", "1", *SURAT, "Kuantitas", "Jumlah surat", "30 - 40 Surat"),
        ("1", "2", *SURAT, "Waktu", "Lama layanan", "6 Bulan"),
        ("2", "1", "Tambahan", "-", "Panitia lomba", "Kuantitas", "Jumlah lomba", "1"),
    ]
    assert [row[2] for row in hasil(form, "realisasi_tw4")] == ["42 Surat", "6 Bulan", "1"]
    assert form.tahun == "2021"
    assert [(f.code, f.cell) for f in form.findings] == [("HMP016", "K13")]


def test_the_form_of_pp_46_makes_an_indicator_of_each_aspect(tmp_path: Path) -> None:
    rows: Rows = [
        ["PENILAIAN CAPAIAN SASARAN KERJA PEGAWAI"],
        ["Jangka Waktu Penilaian 2 Januari s.d. 31 Desember 2020"],
        ["NO", "I. PEJABAT PENILAI", None, "NO", "II. PEGAWAI NEGERI SIPIL YANG DINILAI", None],
        [1, "Nama", "Siti Penilai", 1, "Nama", "Budi Contoh"],
        [2, "NIP", NIP_PENILAI, 2, "NIP", NIP],
        ["NO", "III. KEGIATAN TUGAS JABATAN", "AK", "TARGET", None, None, None, None, None, "REALISASI", None, None, None, "PENGHITUNGAN", "NILAI CAPAIAN SKP"],
        [None, None, None, "Kuant/Output", None, "Kual/Mutu", "Waktu", None, "Biaya", "Kuant/Output", None, "Kual/Mutu", "Waktu"],
        [1, 2, 3, 4, None, 5, 6, None, 7, 8, None, 9, 10, 11, 12],
        [1, "Melayani surat masuk", None, 60, "Surat", 100, 12, "Bulan", "-", 58, "Surat", 90, 12, 256.7, 85.56],
        [2, "Menyusun laporan", 0.5, 4, "Laporan", None, 12, "Bulan", 1250000, 4, "Laporan", None, 12, 250, 83.3],
        ["II. TUGAS TAMBAHAN DAN KREATIVITAS/UNSUR PENUNJANG :"],
        [1, "Panitia lomba kelurahan"],
        [None, "Nilai Capaian SKP", None, None, None, None, None, None, None, None, None, None, None, None, 84.4],
    ]  # fmt: skip
    merged = ("A6:A7", "B6:B7", "C6:C7", "D6:I6", "J6:M6", "N6:N7", "O6:O7", "D7:E7", "G7:H7", "J7:K7")
    form = read_form(tulis(tmp_path, {"PENILAIAN": Lembar(rows, merged)}))
    assert rencana(form, "rhk", "aspek", "indikator", "target") == [
        ("1", "1", "Melayani surat masuk", "Kuantitas", "Melayani surat masuk (Kuantitas)", "60 Surat"),
        ("1", "2", "Melayani surat masuk", "Kualitas", "Melayani surat masuk (Kualitas)", "100"),
        ("1", "3", "Melayani surat masuk", "Waktu", "Melayani surat masuk (Waktu)", "12 Bulan"),
        ("2", "1", "Menyusun laporan", "Kuantitas", "Menyusun laporan (Kuantitas)", "4 Laporan"),
        ("2", "2", "Menyusun laporan", "Waktu", "Menyusun laporan (Waktu)", "12 Bulan"),
        ("2", "3", "Menyusun laporan", "Biaya", "Menyusun laporan (Biaya)", "1250000"),
    ]
    assert [row[2] for row in hasil(form, "realisasi_tw4")] == ["58 Surat", "90", "12", "4 Laporan", "12", "-"]
    assert (form.nip, form.nama, form.pegawai["nama_penilai"], form.tahun) == (
        NIP,
        "Budi Contoh",
        "Siti Penilai",
        "2020",
    )
    assert sorted((f.code, f.cell) for f in form.findings) == [("HMP014", "B12"), ("HMP016", "C10")]
