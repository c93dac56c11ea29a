"""Forms as offices have them, each read with all its rows; what is expected is written by hand."""

from pathlib import Path

import pytest

from kinerja_xl.gathering.read_form import read_form
from kinerja_xl.gathering.staff_form import Place
from tests.gathering.foreign import (
    EVALUASI,
    JA_JF,
    NIP,
    NIP_PENILAI,
    NOMOR,
    REALISASI,
    SETAHUN,
    TANDA_TANGAN,
    TW2,
    UMPAN_BALIK,
    Lembar,
    Rows,
    codes,
    hasil,
    identitas,
    kepala,
    rencana,
    tulis,
)

PLAN: Rows = [
    ["A. UTAMA"],
    [1, "Meningkatnya layanan", "Terlaksananya layanan surat", "Kuantitas", "Jumlah surat yang dilayani", "60 Surat"],
    [None, None, None, "Kualitas", "Persentase surat tanpa salah", "80 - 90%"],
    [None, None, None, "Waktu", "Lama layanan", "12 Bulan"],
    [2, None, "Tersusunnya laporan kegiatan", "Kuantitas", "Jumlah laporan", "4 Dokumen"],
    [None, None, None, "Waktu", "Ketepatan laporan", "12 Bulan"],
    ["B. TAMBAHAN"],
    [1, "Tertibnya arsip", "Terselenggaranya lomba arsip", "Kuantitas", "Jumlah lomba", 1],
]
KEYS = ("kategori", "rhk_pimpinan", "rhk", "aspek", "indikator", "target")
SURAT = ("Utama", "Meningkatnya layanan", "Terlaksananya layanan surat")
LAPORAN = ("Utama", "Meningkatnya layanan", "Tersusunnya laporan kegiatan")
LOMBA = ("Tambahan", "Tertibnya arsip", "Terselenggaranya lomba arsip")
EXPECTED = [
    ("1", "1", *SURAT, "Kuantitas", "Jumlah surat yang dilayani", "60 Surat"),
    ("1", "2", *SURAT, "Kualitas", "Persentase surat tanpa salah", "80 - 90%"),
    ("1", "3", *SURAT, "Waktu", "Lama layanan", "12 Bulan"),
    ("2", "1", *LAPORAN, "Kuantitas", "Jumlah laporan", "4 Dokumen"),
    ("2", "2", *LAPORAN, "Waktu", "Ketepatan laporan", "12 Bulan"),
    ("3", "1", *LOMBA, "Kuantitas", "Jumlah lomba", "1"),
]
MERGED = ("A14:A16", "C14:C16", "B14:B18", "A17:A18", "C17:C18", "A13:F13", "A19:F19")


def test_the_official_form_with_merged_cells(tmp_path: Path) -> None:
    path = tulis(tmp_path, {"SKP": Lembar([*kepala(), ["HASIL KERJA"], JA_JF, *PLAN, *TANDA_TANGAN], MERGED)})
    form = read_form(path)
    assert rencana(form, *KEYS) == EXPECTED
    assert form.pegawai == {
        "nip": NIP,
        "nama": "Budi Contoh",
        "pangkat": "Penata Muda Tk. I",
        "golongan": "III/b",
        "jabatan": "Pengelola Data",
        "nip_penilai": NIP_PENILAI,
        "nama_penilai": "Siti Penilai",
        "jabatan_penilai": "Lurah Uji",
        "pendekatan": "Kuantitatif",
        "format_skp": "JA/JF",
    }
    assert (form.tahun, form.nama_unit, form.findings) == ("2026", "Kelurahan Uji", [])
    assert form.place("rencana", 2, "target") == Place("SKP", "F16")
    assert form.place("pegawai", 0, "nip") == Place("SKP", "C7")


def test_a_number_row_and_a_header_printed_again_are_no_data(tmp_path: Path) -> None:
    rows: Rows = [*kepala(), JA_JF, NOMOR[:6], *PLAN[:4], JA_JF, NOMOR[:6], *PLAN[4:], *TANDA_TANGAN]
    merged = ("B14:B16", "A14:A16")
    form = read_form(tulis(tmp_path, {"SKP": Lembar(rows, merged)}))
    expected = [(*row[:3], "-" if row[4] == LAPORAN[2] else row[3], *row[4:]) for row in EXPECTED]
    assert rencana(form, *KEYS) == expected
    assert form.findings == []


def test_the_form_of_a_leader(tmp_path: Path) -> None:
    rows: Rows = [
        ["SASARAN KINERJA PEGAWAI"],
        ["BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI"],
        [None, None, None, SETAHUN],
        *identitas(),
        ["NO", "RENCANA HASIL KERJA (SASARAN)", "INDIKATOR KINERJA INDIVIDU", "TARGET", "SATUAN", "PERSPEKTIF"],
        ["A. KINERJA UTAMA"],
        [1, "Meningkatnya kualitas layanan", "Indeks kepuasan masyarakat", 85.5, "Indeks", "Penerima Layanan"],
        [None, None, "Persentase pengaduan selesai", 0.9, "Persen", "Proses Bisnis"],
        [2, "Meningkatnya akuntabilitas", "Nilai AKIP", "BB", None, "Penguatan Internal"],
    ]
    form = read_form(tulis(tmp_path, {"SKP Camat": rows}))
    assert rencana(form, "kategori", "rhk", "indikator", "target", "satuan", "perspektif") == [
        ("1", "1", "Utama", "Meningkatnya kualitas layanan", "Indeks kepuasan masyarakat", "85,5", "Indeks", "Penerima Layanan"),
        ("1", "2", "Utama", "Meningkatnya kualitas layanan", "Persentase pengaduan selesai", "0,9", "Persen", "Proses Bisnis"),
        ("2", "1", "Utama", "Meningkatnya akuntabilitas", "Nilai AKIP", "BB", "-", "Penguatan Internal"),
    ]  # fmt: skip
    assert form.pegawai["format_skp"] == "Pimpinan"
    assert form.findings == []


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


def test_three_aspects_with_one_indicator_missing(tmp_path: Path) -> None:
    rows: Rows = [
        *kepala(),
        ["No.", "Rencana Hasil Kerja Atasan Yang Diintervensi", "Rencana Hasil Kerja Pegawai *)", "Aspek", "IKI", "Target Tahunan"],
        [1, "Layanan cepat", "Antrean berkurang", "Kuantitas", "Jumlah antrean", "10 Orang"],
        [None, None, None, "Kualitas", None, "100%"],
        [None, None, None, "Waktu", "Lama tunggu", None],
    ]  # fmt: skip
    form = read_form(tulis(tmp_path, {"SKP": rows}))
    same = ("-", "Layanan cepat", "Antrean berkurang")
    assert rencana(form, *KEYS) == [
        ("1", "1", *same, "Kuantitas", "Jumlah antrean", "10 Orang"),
        ("1", "2", *same, "Kualitas", "-", "100%"),
        ("1", "3", *same, "Waktu", "Lama tunggu", "-"),
    ]
    assert form.findings == []


def test_typing_mistakes_of_real_forms(tmp_path: Path) -> None:
    rows: Rows = [
        *kepala(TW2, "EVALUASI KINERJA PEGAWAI"),
        ["NO", "RENCANA HASIL KINERJA PIMPINAN YANG DI INTERVENSI", "RENCANA HASIL KERJA / SASARAN", "ASPEK",
         "INDKATOR KINERJA INDIVIDU", "TARGET/SESUAI EKSPEKTASI", "RELASI BERDASARKAN BUKTI DUKUNG", "UMPAN BALIK BERKELANJUTAN BEDASARKAN BUKTI DUKUNG"],
        ["A. HASIL KERJA UTAMA"],
        [1, "Meningkatnya layanan", "Terlaksananya layanan surat", "Kuantitas", "Jumlah surat", "60 Surat", "31 Surat", "Pertahankan"],
        [],
        ["RATING HASIL KERJA*", None, None, "DIATAS EKSPETASI"],
        ["RATING PERILAKU KERJA*", None, None, "SESUAI EKSPEKSTASI"],
        ["CAPAIAN KINERJA ORGANISASI*", None, None, "SANGAT BAIK"],
    ]  # fmt: skip
    form = read_form(tulis(tmp_path, {"EVALUASI": rows}))
    assert rencana(form, *KEYS) == [("1", "1", *SURAT, "Kuantitas", "Jumlah surat", "60 Surat")]
    assert hasil(form, "realisasi_tw2", "umpan_balik_tw2") == [("1", "1", "31 Surat", "Pertahankan")]
    assert form.rows["penilaian"] == [
        {"periode": "TW2", "rating_hasil": "Di Atas Ekspektasi", "rating_perilaku": "Sesuai Ekspektasi"}
    ]
    assert form.unit == {"capaian_tw2": "Istimewa"}
    assert codes(form) == ["HMP022"]


GUIDE = "Memahami dan memenuhi kebutuhan masyarakat\nRamah, cekatan, solutif, dan dapat diandalkan\nMelakukan perbaikan tiada henti"
LOYAL = "- Menjaga nama baik sesama ASN, Pimpinan, Instansi, dan Negara\n- Menjaga rahasia jabatan dan negara"
BEHAVIOURS: Rows = [
    ["PERILAKU KERJA"],
    [1, "Berorientasi Pelayanan"],
    [None, GUIDE, None, None, "Ekspektasi Khusus Pimpinan:\nSenyum, sapa, salam", None, None, "Warga memuji"],
    [2, "Akuntabel"],
    [None, None, None, None, "Ekspektasi Khusus Pimpinan:"],
    [3, "Loyal"],
    [None, LOYAL, None, None, "Ekspektasi Khusus Pimpinan:", None, None, "Selalu hadir"],
]


def test_the_workbook_of_a_teacher_joins_its_sheets(tmp_path: Path) -> None:
    evaluation: Rows = [
        *kepala(TW2, "EVALUASI KINERJA PEGAWAI"),
        ["CAPAIAN KINERJA ORGANISASI*", None, "BAIK"],
        ["POLA DISTRIBUSI"],
        ["HASIL KERJA"],
        EVALUASI,
        NOMOR,
        *PLAN[:1],
        [*PLAN[1], "31 Surat", "Pertahankan"],
        [*PLAN[2], "85%"],
        [*PLAN[3], "6 Bulan"],
        [*PLAN[4], "2 Dokumen", "Percepat"],
        [*PLAN[5], 6],
        *PLAN[6:7],
        [*PLAN[7], 0],
        ["RATING HASIL KERJA*"],
        ["SESUAI EKSPEKTASI"],
        *BEHAVIOURS,
        ["RATING PERILAKU KERJA*"],
        ["DIATAS EKSPEKTASI"],
        ["PREDIKAT KINERJA PEGAWAI*"],
        ["SANGAT BAIK"],
        *TANDA_TANGAN,
    ]
    document: Rows = [
        ["DOKUMEN EVALUASI KINERJA PEGAWAI"],
        ["PERIODE: TRIWULAN II"],
        ["1.", "PEGAWAI YANG DINILAI"],
        [None, "NAMA", ":", "Budi Contoh"],
        [None, "NIP", ":", NIP],
        ["2.", "PEJABAT PENILAI KINERJA"],
        [None, "NAMA", ":", "Siti Penilai"],
        ["3.", "ATASAN PEJABAT PENILAI KINERJA"],
        [None, "NAMA", ":", "Rahmat Atasan"],
        [None, "JABATAN", ":", "Camat Uji"],
        ["4.", "EVALUASI KINERJA"],
        [None, "CAPAIAN KINERJA ORGANISASI", ":", "Baik"],
        [None, "PREDIKAT KINERJA PEGAWAI", ":", "Sangat Baik"],
        ["5.", "CATATAN/REKOMENDASI"],
        [None, "Ikut bimbingan teknis arsip"],
    ]
    path = tulis(
        tmp_path,
        {
            "SKP JAJF": Lembar([*kepala(), ["HASIL KERJA"], JA_JF, *PLAN, *BEHAVIOURS, *TANDA_TANGAN], MERGED),
            "LAMP SKP": [["LAMPIRAN SASARAN KINERJA PEGAWAI"], ["DUKUNGAN SUMBER DAYA"], [1, "Membutuhkan komputer"]],
            "EV. KINERJA": evaluation,
            "DOK. EV": document,
        },
    )
    form = read_form(path)
    assert rencana(form, *KEYS) == EXPECTED
    assert hasil(form, "realisasi_tw2", "umpan_balik_tw2") == [
        ("1", "1", "31 Surat", "Pertahankan"),
        ("1", "2", "85%", "-"),
        ("1", "3", "6 Bulan", "-"),
        ("2", "1", "2 Dokumen", "Percepat"),
        ("2", "2", "6", "-"),
        ("3", "1", "0", "-"),
    ]
    assert form.rows["perilaku"] == [
        {"nilai": "Berorientasi Pelayanan", "ekspektasi": "Senyum, sapa, salam", "umpan_balik_tw2": "Warga memuji"},
        {"nilai": "Loyal", "umpan_balik_tw2": "Selalu hadir"},
    ]
    assert form.rows["penilaian"] == [
        {
            "periode": "TW2",
            "rating_hasil": "Sesuai Ekspektasi",
            "rating_perilaku": "Di Atas Ekspektasi",
            "tanggal": "2026-07-05",
            "rekomendasi": "Ikut bimbingan teknis arsip",
        }
    ]
    assert form.unit == {"capaian_tw2": "Baik"}
    assert (form.pegawai["nama_atasan"], form.pegawai["jabatan_atasan"]) == ("Rahmat Atasan", "Camat Uji")
    assert [(f.code, f.sheet, f.value) for f in form.findings if f.code != "FRM010"] == [
        ("HMP014", "SKP JAJF", "Warga memuji"),
        ("HMP014", "SKP JAJF", "Selalu hadir"),
        ("HMP015", "EV. KINERJA", "Sangat Baik"),
    ]
    assert "'LAMP SKP'" in next(f.message for f in form.findings if f.code == "FRM010")


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


def test_a_header_moved_down_with_blank_columns_and_a_target_in_two_cells(tmp_path: Path) -> None:
    rows: Rows = [
        *kepala(),
        *([] for _ in range(6)),
        [None, "NO", None, "RENCANA HASIL KERJA", "INDIKATOR KINERJA INDIVIDU", None, "TARGET", None],
        [None, 1, None, "Terlaksananya layanan surat", "Jumlah surat", None, 60, "Surat"],
        [],
        [None, 2, None, "Tersusunnya laporan", "Jumlah laporan", None, "4", "Dokumen"],
    ]  # fmt: skip
    form = read_form(tulis(tmp_path, {"SKP": Lembar(rows, ("G17:H17",))}))
    assert rencana(form, "rhk", "indikator", "target", "satuan") == [
        ("1", "1", "Terlaksananya layanan surat", "Jumlah surat", "60", "Surat"),
        ("2", "1", "Tersusunnya laporan", "Jumlah laporan", "4", "Dokumen"),
    ]
    assert form.findings == []


def test_quarters_beside_each_other(tmp_path: Path) -> None:
    rows: Rows = [
        *kepala(),
        ["NO", "RENCANA HASIL KERJA", "INDIKATOR", "TARGET", None, "TRIWULAN I", None, "Realisasi s.d. TW II", "Umpan Balik Triwulan 2"],
        [None, None, None, "Setahun", "TW I", "Realisasi", "Bukti Dukung"],
        [1, "Terlaksananya layanan surat", "Jumlah surat", "60 Surat", "15 Surat", "14 Surat", "agenda.pdf", "31 Surat", "Baik"],
    ]  # fmt: skip
    form = read_form(tulis(tmp_path, {"SKP": Lembar(rows, ("D11:E11", "F11:G11", "A11:A12"))}))
    assert rencana(form, "target", "target_tw1") == [("1", "1", "60 Surat", "15 Surat")]
    assert hasil(form, "realisasi_tw1", "bukti_tw1", "realisasi_tw2", "umpan_balik_tw2") == [
        ("1", "1", "14 Surat", "agenda.pdf", "31 Surat", "Baik")
    ]
    assert form.findings == []
