"""What is refused in ``instansi.toml``, and in which words: always one line with file, key and what may stand there."""

from pathlib import Path

import pytest

from kinerja_xl.regulations.faults import quoted
from tests.regulations.instansi import DASAR, entry, refused, write

ALLOWED = (
    "saran_hasil, saran_perilaku, bobot_kategori, batas_capaian, arah_bawaan, unit_kecil, kepala_dihitung, tenggat_penilaian, "
    "tindak_lanjut, batas_keberatan, pp30_predikat, surat, penanda_tangan, jam_pelajaran_minimal, kewajaran, pemeriksaan"
)


ONLY_KEYS = ".isi.nomor' salah isinya: pola nomor hanya boleh memuat {klasifikasi}, {nomor}, {unit}, {bulan}, {tahun}."


@pytest.mark.parametrize(
    ("key", "isi", "said"),
    [
        ("saran_hsl", "1", f"' tidak dikenal. Yang boleh: {ALLOWED}. Maksudnya 'saran_hasil'?"),
        ("xyz", "1", f"' tidak dikenal. Yang boleh: {ALLOWED}."),
        (
            "kurva",
            "1",
            f"' adalah ketentuan nasional (SE MenPANRB 3/2023) dan tidak dapat diganti instansi. Yang boleh: {ALLOWED}.",
        ),
        (
            "matriks_predikat",
            "1",
            f"' adalah ketentuan nasional (PermenPANRB 6/2022) dan tidak dapat diganti instansi. Yang boleh: {ALLOWED}.",
        ),
        (
            "usia_masuk_minimal",
            "1",
            f"' adalah bawaan kinerja_xl dan tidak dapat diganti instansi. Yang boleh: {ALLOWED}.",
        ),
        (
            "saran_hasil",
            "{ sesuia = 90 }",
            ".isi.sesuia' tidak dikenal. Yang boleh: di_atas, sesuai. Maksudnya 'sesuai'?",
        ),
        (
            "saran_hasil",
            "{ sesuai = 'sembilan' }",
            ".isi.sesuai' harus angka, misalnya 90 atau 90.5; tertulis 'sembilan'.",
        ),
        ("saran_hasil", "{ sesuai = true }", ".isi.sesuai' harus angka, misalnya 90 atau 90.5; tertulis true."),
        ("saran_hasil", "{ sesuai = 101 }", ".isi' salah isinya: 'sesuai' tidak boleh lebih besar daripada 'di_atas'."),
        ("saran_hasil", "{ sesuai = -1 }", ".isi.sesuai' harus antara 0 dan 1000; tertulis -1."),
        ("saran_hasil", "90", ".isi' harus tabel, ditulis seperti { kunci = isi }; tertulis 90."),
        ("saran_perilaku", "{ di_atas = 3.5 }", ".isi.di_atas' harus antara 1 dan 3; tertulis 3.5."),
        ("saran_perilaku", "{ sesuai = 0.9 }", ".isi.sesuai' harus antara 1 dan 3; tertulis 0.9."),
        ("bobot_kategori", "{ utama = 0 }", ".isi.utama' tidak boleh lebih kecil daripada 0.01, tertulis 0."),
        ("bobot_kategori", "{ tambahan = -0.5 }", ".isi.tambahan' tidak boleh lebih kecil daripada 0, tertulis -0.5."),
        ("bobot_kategori", "{ utama = inf }", ".isi' memuat inf atau nan, bukan angka."),
        ("batas_capaian", "nan", ".isi' memuat inf atau nan, bukan angka."),
        (
            "batas_capaian",
            "0.5",
            ".isi' harus antara 1 dan 120, sebab PP 30/2019, Pasal 41 hanya boleh diperketat; tertulis 0.5.",
        ),
        (
            "batas_capaian",
            "121.0",
            ".isi' harus antara 1 dan 120, sebab PP 30/2019, Pasal 41 hanya boleh diperketat; tertulis 121.",
        ),
        (
            "jam_pelajaran_minimal",
            "19",
            ".isi' harus antara 20 dan 1000, sebab PP 11/2017, Pasal 203 hanya boleh diperketat; tertulis 19.",
        ),
        ("unit_kecil", "9" * 400, ".isi' harus antara 0 dan 1000; tertulis angka yang jauh lebih besar."),
        ("batas_capaian", "[120]", ".isi' harus angka, misalnya 90 atau 90.5; tertulis daftar."),
        (
            "arah_bawaan",
            '{ waktu = "Makin kecil makin baik" }',
            ".isi.waktu' tidak dikenal. Yang boleh: Kuantitas, Kualitas, Waktu, Biaya. Maksudnya 'Waktu'?",
        ),
        (
            "arah_bawaan",
            '{ Waktu = "turun" }',
            ".isi.Waktu' berisi 'turun'. Yang boleh: Makin besar makin baik, Makin kecil makin baik.",
        ),
        (
            "arah_bawaan",
            '{ Waktu = "makin kecil makin baik" }',
            (
                ".isi.Waktu' berisi 'makin kecil makin baik'. Yang boleh: Makin besar makin baik, Makin kecil makin baik. "
                "Maksudnya 'Makin kecil makin baik'?"
            ),
        ),
        ("unit_kecil", "4.5", ".isi' harus bilangan bulat, misalnya 5; tertulis 4.5."),
        ("unit_kecil", "'5'", ".isi' harus bilangan bulat, misalnya 5; tertulis '5'."),
        ("unit_kecil", "1001", ".isi' harus antara 0 dan 1000; tertulis 1001."),
        ("kepala_dihitung", "'ya'", ".isi' harus true atau false; tertulis 'ya'."),
        ("kepala_dihitung", "1", ".isi' harus true atau false; tertulis 1."),
        (
            "tenggat_penilaian",
            "{ triwulan = 367 }",
            ".isi.triwulan' tidak boleh lebih besar daripada 366, tertulis 367.",
        ),
        ("tenggat_penilaian", "{ tahunan = -1 }", ".isi.tahunan' tidak boleh lebih kecil daripada 0, tertulis -1."),
        ("tindak_lanjut", "{ Baik = 1 }", ".isi.Baik' harus teks di antara tanda kutip; tertulis 1."),
        ("batas_keberatan", "0", ".isi' harus antara 1 dan 366; tertulis 0."),
        ("jam_pelajaran_minimal", "{ a = 1 }", ".isi' harus bilangan bulat, misalnya 5; tertulis tabel."),
        (
            "surat",
            '{ nomor = "{urut}/{tahun}" }',
            ".isi.nomor' salah isinya: pola nomor hanya boleh memuat {klasifikasi}, {nomor}, {unit}, {bulan}, {tahun}.",
        ),
        ("surat", '{ nomor = "{{nomor}}/x" }', ".isi.nomor' salah isinya: pola nomor harus memuat {nomor}."),
        ("surat", '{ nomor = "{nomor}{unit.__class__}" }', ONLY_KEYS),
        ("surat", '{ nomor = "{nomor!r}" }', ONLY_KEYS),
        ("surat", '{ nomor = "{nomor}{unit:>99999999}" }', ONLY_KEYS),
        ("surat", '{ nomor = "{nomor}\\n" }', ONLY_KEYS),
        ("surat", '{ nomor = "{tahun}" }', ".isi.nomor' salah isinya: pola nomor harus memuat {nomor}."),
        ("surat", "{ sifat = ' ' }", ".isi.sifat' tidak boleh kosong."),
        ("surat", "{ kode_unit = { A = 5 } }", ".isi.kode_unit.A' harus teks di antara tanda kutip; tertulis 5."),
        ("penanda_tangan", "{}", ".isi' harus daftar, ditulis seperti [ isi, isi ]; tertulis tabel."),
        ("penanda_tangan", "[{ kode_unit = 'A', jabatan = 'Lurah' }]", ".isi[1].nama' belum ada."),
        ("penanda_tangan", "[{ kode_unit = 'A', nama = '', jabatan = 'Lurah' }]", ".isi[1].nama' tidak boleh kosong."),
        (
            "penanda_tangan",
            "[{ kode_unit = 'A', nama = 'Budi', jabatan = 'Lurah', nip = '19750101' }]",
            ".isi[1].nip' harus 18 angka di antara tanda kutip, atau dikosongkan.",
        ),
        (
            "penanda_tangan",
            "[{ kode_unit = 'A', nama = 'Budi', jabatan = 'Lurah', nip = 197501012000031001 }]",
            ".isi[1].nip' harus teks di antara tanda kutip; tertulis 197501012000031001.",
        ),
        (
            "penanda_tangan",
            "[{ kode_unit = 'A', nama = 'Budi', jabatan = 'Lurah', sejak = '1 Juli' }]",
            ".isi[1].sejak' harus tanggal, ditulis seperti 2026-01-31 tanpa tanda kutip; tertulis '1 Juli'.",
        ),
        (
            "penanda_tangan",
            "[{ kode_unit = 'A', nama = 'Budi', jabatan = 'Lurah', sejak = 2026-02-01, sampai = 2026-01-01 }]",
            ".isi[1]' salah isinya: 'sampai' tidak boleh lebih awal daripada 'sejak'.",
        ),
        (
            "penanda_tangan",
            (
                "[{ kode_unit = 'A', nama = 'Budi', jabatan = 'x', sampai = 2026-02-01 }, "
                "{ kode_unit = 'a', nama = 'Cici', jabatan = 'x', sejak = 2026-02-01 }]"
            ),
            ".isi[2]' menandatangani untuk unit a, yang pada 1 Februari 2026 sudah mempunyai Budi.",
        ),
        (
            "penanda_tangan",
            "[{ kode_unit = 'A', nama = 'Budi', jabatan = 'x' }, { kode_unit = 'A', nama = 'Cici', jabatan = 'x' }]",
            ".isi[2]' menandatangani untuk unit A, yang sudah mempunyai Budi.",
        ),
        (
            "pp30_predikat",
            "[{ predikat = 'Baikk', dari = 90, termasuk = true }]",
            ".isi[1].predikat' berisi 'Baikk'. Yang boleh: Sangat Baik, Baik, Cukup, Kurang, Sangat Kurang. Maksudnya 'Baik'?",
        ),
        (
            "pp30_predikat",
            "[{ predikat = 'Baik', dari = 90, termasuk = true }, { predikat = 'Kurang', dari = 0, termasuk = true }]",
            ".isi' belum memuat predikat Sangat Baik, Cukup, Sangat Kurang.",
        ),
        (
            "pp30_predikat",
            "[{ predikat = 'Cukup', dari = 70, termasuk = true }, { predikat = 'Baik', dari = 90, termasuk = true }]",
            ".isi' salah isinya: 'dari' harus menurun dari predikat tertinggi ke terendah.",
        ),
    ],
)
def test_a_wrong_value_is_refused_by_its_key_in_one_line(tmp_path: Path, key: str, isi: str, said: str) -> None:
    assert refused(write(tmp_path, entry(key, isi))) == f"instansi.toml: kunci 'ketentuan.{key}{said}"


def test_an_empty_list_of_entries(tmp_path: Path) -> None:
    path = write(tmp_path, "[ketentuan]\nunit_kecil = []")
    assert (
        refused(path)
        == "instansi.toml: kunci 'ketentuan.unit_kecil' ditulis dengan kurung siku ganda: [[ketentuan.unit_kecil]]."
    )


def test_the_wrong_one_of_two_entries_is_named(tmp_path: Path) -> None:
    first = entry("unit_kecil", "3", sampai="2025-12-31")
    assert refused(write(tmp_path, first, entry("unit_kecil", "'4'", sejak="2026-01-01"))) == (
        "instansi.toml: kunci 'ketentuan.unit_kecil[2].isi' harus bilangan bulat, misalnya 5; tertulis '4'."
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "dasar =",
            "dasr =",
            (
                "kunci 'ketentuan.unit_kecil.dasr' tidak dikenal. Yang boleh: berlaku_sejak, berlaku_sampai, dasar, catatan, isi. "
                "Maksudnya 'dasar'?"
            ),
        ),
        (f'dasar = "{DASAR}"', "", "kunci 'ketentuan.unit_kecil.dasar' belum ada."),
        (DASAR, "  ", "kunci 'ketentuan.unit_kecil.dasar' tidak boleh kosong."),
        (f'"{DASAR}"', "7", "kunci 'ketentuan.unit_kecil.dasar' harus teks di antara tanda kutip; tertulis 7."),
        ("isi = 3", "", "kunci 'ketentuan.unit_kecil.isi' belum ada."),
        ("berlaku_sejak = 2020-01-01", "", "kunci 'ketentuan.unit_kecil.berlaku_sejak' belum ada."),
        (
            "2020-01-01",
            '"2020-01-01"',
            (
                "kunci 'ketentuan.unit_kecil.berlaku_sejak' harus tanggal, ditulis seperti 2026-01-31 tanpa tanda kutip; "
                "tertulis '2020-01-01'."
            ),
        ),
        (
            "2020-01-01",
            "2020-01-01T08:00:00",
            (
                "kunci 'ketentuan.unit_kecil.berlaku_sejak' harus tanggal, ditulis seperti 2026-01-31 tanpa tanda kutip; "
                "tertulis 2020-01-01 08:00:00."
            ),
        ),
        (
            "[[ketentuan.unit_kecil]]",
            "[ketentuan.unit_kecil]",
            "kunci 'ketentuan.unit_kecil' ditulis dengan kurung siku ganda: [[ketentuan.unit_kecil]].",
        ),
        (
            "instansi =",
            "instasi =",
            "kunci 'instasi' tidak dikenal. Yang boleh: instansi, diperiksa, ketentuan. Maksudnya 'instansi'?",
        ),
        ('instansi = "PEMERINTAH KOTA CONTOH"', "", "kunci 'instansi' belum ada."),
        ("PEMERINTAH KOTA CONTOH", "", "kunci 'instansi' tidak boleh kosong."),
        ("diperiksa = 2026-11-24", "", "kunci 'diperiksa' belum ada."),
        (
            "2026-11-24",
            "24-11-2026",
            "bukan TOML yang sah (baris 2, kolom 15): periksa tanda kutip, kurung, dan tanda =.",
        ),
        (
            "diperiksa = 2026-11-24",
            "diperiksa = 2026-11-24\ndiperiksa = 2026-11-24",
            "bukan TOML yang sah (baris 3, kolom 23): kunci atau tabel ini sudah ditulis di atasnya.",
        ),
        ("isi = 3", "isi = [3", "bukan TOML yang sah (akhir berkas): periksa tanda kutip, kurung, dan tanda =."),
    ],
)
def test_a_wrong_file_is_refused_in_one_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = write(tmp_path, entry("unit_kecil", "3"))
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    assert refused(path) == f"instansi.toml: {said}"


def test_what_is_no_file_and_no_text(tmp_path: Path) -> None:
    gone = tmp_path / "tidak-ada.toml"
    assert refused(gone) == f"{gone} tidak ditemukan. Periksa nama berkas atau foldernya."
    assert refused(tmp_path) == f"{tmp_path} tidak dapat dibaca. Periksa apakah itu sebuah berkas dan boleh dibuka."
    latin = tmp_path / "latin.toml"
    latin.write_bytes('instansi = "Ré"'.encode("cp1252"))
    assert refused(latin) == "latin.toml: bukan teks UTF-8. Simpan ulang berkas itu sebagai UTF-8."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("a" * 40, f"'{'a' * 40}'"),
        ("a" * 41, f"'{'a' * 37}...'"),
        (1_000_000.0, "1000000"),
        (0.5, "0.5"),
        (True, "true"),
        ({"a": 1}, "tabel"),
        ([1], "daftar"),
    ],
)
def test_a_value_is_quoted_short_and_as_it_was_typed(typed: object, said: str) -> None:
    assert quoted(typed) == said
