"""Forms as offices have them, each read with all its rows; what is expected is written by hand."""

from pathlib import Path

from kinerja_xl.gathering.read_form import read_form
from kinerja_xl.gathering.staff_form import Place
from tests.gathering.foreign import (
    EVALUASI,
    JA_JF,
    KEYS,
    NIP,
    NIP_PENILAI,
    NOMOR,
    SETAHUN,
    SURAT,
    TANDA_TANGAN,
    TW2,
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
