from datetime import date

import pytest

from kinerja_xl.letters import LetterError
from kinerja_xl.letters.context import NOT_RATED, Context, letters_of
from kinerja_xl.letters.wording import day_text, decimal_text, in_words
from kinerja_xl.periods import Periode
from tests.letters.people import (
    CAMAT,
    CAMAT_HIMSELF,
    DAY,
    FUNCTIONAL,
    HEAD,
    KECAMATAN,
    KELURAHAN,
    LURAH,
    SECRETARY,
    STAFF,
    UNRATED,
    Row,
    source,
)


def context_of(person: Row, *units: Row, periode: Periode = Periode.TW2) -> Context:
    (letter,) = letters_of(source(person, units=units or (KELURAHAN, KECAMATAN), periode=periode), DAY, 1)
    return letter.context


@pytest.mark.parametrize(
    ("person", "on_behalf", "lines"),
    [
        pytest.param(STAFF, "LURAH CONTOH ILIR", ["Sekretaris Lurah,"], id="below the head: a.n."),
        pytest.param(SECRETARY, "", ["LURAH CONTOH ILIR,"], id="the head signs himself"),
        pytest.param(
            FUNCTIONAL,
            "CAMAT CONTOH",
            ["SEKRETARIS CAMAT,", "u.b.", "Kepala Subbagian Umum dan Kepegawaian,"],
            id="through the rater's superior: u.b.",
        ),
        pytest.param(HEAD, "", ["CAMAT CONTOH,"], id="the head is rated from outside"),
        pytest.param(CAMAT_HIMSELF, "", ["WALI KOTA CONTOH,"], id="a rater without NIP"),
        pytest.param(
            {**STAFF, "nip_atasan": "", "jabatan_atasan": ""},
            "LURAH CONTOH ILIR",
            ["Sekretaris Lurah,"],
            id="superior unknown",
        ),
        pytest.param(
            {**STAFF, "jabatan_penilai": ""}, "LURAH CONTOH ILIR", ["Pejabat Penilai Kinerja,"], id="post unknown"
        ),
    ],
)
def test_who_signs(person: Row, on_behalf: str, lines: list[str]) -> None:
    block = context_of(person)["tanda_tangan"]
    assert (block["atas_nama"], block["jabatan"]) == (on_behalf, lines)
    assert block["nama"] == person["nama_penilai"]


def test_a_unit_without_nip_of_its_head_does_not_match_a_rater_without_nip() -> None:
    unit = {**KELURAHAN, "nip_kepala": ""}
    assert context_of(STAFF, unit)["tanda_tangan"]["atas_nama"] == "LURAH CONTOH ILIR"
    assert context_of({**STAFF, **LURAH, "nip": "1"}, unit)["tanda_tangan"]["atas_nama"] == ""


def test_a_head_whom_the_unit_does_not_list_is_known_as_the_superior() -> None:
    block = context_of(STAFF, {**KELURAHAN, "jabatan_kepala": ""})["tanda_tangan"]
    assert (block["atas_nama"], block["jabatan"]) == ("LURAH CONTOH ILIR", ["Sekretaris Lurah,"])


def test_copies_name_nobody_twice_and_end_with_the_archive() -> None:
    unit = {**KELURAHAN, "tembusan": "Arsip; Kepala BKPSDM;  lurah contoh  ilir ;Kepala BKPSDM; ;"}
    assert context_of(STAFF, unit)["tembusan"] == ["Kepala BKPSDM", "lurah contoh  ilir", "Arsip"]
    assert context_of(STAFF)["tembusan"] == [
        "Kepala BKPSDM Kota Palembang",
        "Inspektur Kota Palembang",
        "Lurah Contoh Ilir",
        "Arsip",
    ]


def test_letterhead_leaves_out_what_is_empty() -> None:
    full = context_of(STAFF)["kop"]
    assert full == {
        "instansi": "PEMERINTAH KOTA PALEMBANG",
        "unit_induk": "KECAMATAN CONTOH",
        "nama_unit": "KELURAHAN CONTOH ILIR",
        "alamat": "Jalan Contoh Raya Nomor 10, Palembang 30266, Telepon (0711) 000000",
        "kontak": "Laman contohilir.palembang.go.id, Pos-el kel.contohilir@palembang.go.id",
    }
    empty = dict.fromkeys(("alamat", "telepon", "laman", "pos_el", "kode_pos"), "")
    bare = context_of(STAFF, {**KELURAHAN, **empty, "unit_induk": "Kelurahan Contoh Ilir"})["kop"]
    assert (bare["unit_induk"], bare["alamat"], bare["kontak"]) == ("", "", "")


def test_the_head_gets_his_letter_from_the_unit_of_his_rater() -> None:
    context = context_of(HEAD)
    assert context["kop"]["nama_unit"] == "KECAMATAN CONTOH"
    assert context["nomor"] == "800.1.7/001/KEC-CTH/2026"
    assert context["pegawai"]["unit"] == "Kelurahan Contoh Ilir"
    assert context_of(HEAD, KELURAHAN)["kop"]["nama_unit"] == "KELURAHAN CONTOH ILIR"


def test_numbers_run_for_each_unit_and_skip_the_unrated() -> None:
    found = letters_of(source(STAFF, UNRATED, FUNCTIONAL, SECRETARY), date(2027, 1, 5), 12)
    assert [letter.nomor for letter in found] == [
        "800.1.7/012/KEL-CTI/2027",
        "",
        "800.1.7/012/KEC-CTH/2027",
        "800.1.7/013/KEL-CTI/2027",
    ]
    assert (found[1].reason, found[1].context) == (NOT_RATED, {})


def test_a_number_without_codes_is_still_unique() -> None:
    units = tuple({**unit, "kode_klasifikasi": "", "kode_surat": ""} for unit in (KELURAHAN, KECAMATAN))
    found = letters_of(source(STAFF, FUNCTIONAL, units=units), DAY, 1)
    assert [letter.nomor for letter in found] == ["001/2026", "002/2026"]


def test_results_are_written_the_indonesian_way() -> None:
    context = context_of(FUNCTIONAL)
    assert context["hasil"] == {
        "capaian": "97,25%",
        "rating_hasil": "Sesuai Ekspektasi",
        "rating_perilaku": "Di Atas Ekspektasi",
        "predikat": "Baik",
        "angka_kredit": "3,13",
        "tanggal": "3 Juli 2026",
    }
    assert context["umpan_balik"]["hasil_kerja"] == ["Capaian pelayanan stabil.", "Bukti dukung perlu dilengkapi."]
    assert context["organisasi"] == {"capaian": "Baik"}


def test_what_is_missing_is_empty_not_nan() -> None:
    nothing = {"capaian": float("nan"), "angka_kredit": float("nan"), "tanggal": "", "umpan_balik_hasil": ""}
    context = context_of({**STAFF, **nothing})
    assert [context["hasil"][key] for key in ("capaian", "angka_kredit", "tanggal")] == ["", "", ""]
    assert context["umpan_balik"]["hasil_kerja"] == []


def test_without_a_recommendation_the_local_setting_speaks() -> None:
    person = {**STAFF, "rekomendasi": ""}
    usual = source(person).aturan.tindak_lanjut.isi
    assert context_of(person)["rekomendasi"] == [next(text for predikat, text in usual.items() if predikat == "Baik")]


def test_the_law_comes_from_the_regulations() -> None:
    context = context_of(STAFF)
    days = source().aturan.batas_keberatan
    assert context["dasar"]["singkat"] == "PermenPANRB 6/2022"
    assert "tentang Pengelolaan Kinerja Pegawai" in context["dasar"]["judul"]
    assert context["keberatan"]["hari"] == f"{days.isi} ({in_words(days.isi)}) hari"
    assert context["keberatan"]["dasar"].startswith(f"{days.pasal} Peraturan Pemerintah Nomor ")
    assert context["keberatan"]["kepada"] == "Lurah Contoh Ilir selaku atasan Pejabat Penilai Kinerja"
    assert context_of(CAMAT_HIMSELF)["keberatan"]["kepada"] == "atasan Pejabat Penilai Kinerja"


def test_period_in_words() -> None:
    assert context_of(STAFF)["periode"] == {"judul": "Triwulan II Tahun 2026", "rentang": "1 April s.d. 30 Juni 2026"}
    yearly = context_of(STAFF, periode=Periode.TAHUNAN)
    assert yearly["periode"] == {"judul": "Tahun 2026", "rentang": "1 Januari s.d. 31 Desember 2026"}
    assert yearly["hal"] == "Penyampaian Hasil Evaluasi Kinerja Pegawai Tahun 2026"


def test_identity_of_pns_and_pppk() -> None:
    pns = context_of(STAFF)["pegawai"]
    pppk = context_of({**STAFF, "status": "PPPK", "golongan": "IX", "pangkat": ""})["pegawai"]
    assert (pns["sebutan_nip"], pns["pangkat_golongan"]) == ("NIP", "Penata Muda Tk. I (III/b)")
    assert (pppk["sebutan_nip"], pppk["pangkat_golongan"]) == ("NI PPPK", "IX")


def test_place_may_be_missing() -> None:
    assert context_of(STAFF)["tempat_tanggal"] == "Palembang, 8 Juli 2026"
    assert context_of(STAFF, {**KELURAHAN, "tempat": ""})["tempat_tanggal"] == "8 Juli 2026"


def test_a_person_of_an_unknown_unit_is_refused() -> None:
    with pytest.raises(LetterError, match=r"Kelurahan Contoh Ilir .* tidak ada pada Rekap Unit"):
        letters_of(source({**STAFF, **CAMAT}, units=(KECAMATAN,)), DAY, 1)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (7, "tujuh"),
        (11, "sebelas"),
        (14, "empat belas"),
        (20, "dua puluh"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (972, "sembilan ratus tujuh puluh dua"),
    ],
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert in_words(number) == words


def test_numbers_in_words_have_a_limit() -> None:
    with pytest.raises(ValueError, match="1000"):
        in_words(1000)


@pytest.mark.parametrize(
    ("number", "text"), [(102.225, "102,23"), (100.0, "100"), (1234.5, "1.234,5"), ("", ""), (None, "")]
)
def test_decimals_round_half_up(number: object, text: str) -> None:
    assert decimal_text(number) == text


@pytest.mark.parametrize(
    ("typed", "text"), [("30/06/2026", "30 Juni 2026"), ("menyusul", "menyusul"), (date(2026, 1, 2), "2 Januari 2026")]
)
def test_dates_typed_or_real(typed: object, text: str) -> None:
    assert day_text(typed) == text
