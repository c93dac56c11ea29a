"""Plans that can be done but make little sense: numbers against units, vague words, repetitions."""

import pytest

from kinerja_xl.tables import Tables
from tests.checks.plan_rows import COLLEAGUE, KEPUASAN, TERTIB, Cells, Row, cells, found, row, unit
from tests.tables import WHO
from tests.workbooks import PERSON

NUMBERS = ("REN018", "REN024", "REN025")


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"target": "2,5", "satuan": "Dokumen"}, [("REN018", "J6")]),
        ({"target": "10,5 Orang", "satuan": ""}, [("REN018", "J6")]),
        ({"target": "4 - 6,5", "satuan": "Laporan kegiatan"}, [("REN018", "J6")]),
        ({"target": "955", "satuan": "Persen"}, [("REN024", "J6")]),
        ({"target": "9.550%", "satuan": ""}, [("REN024", "J6")]),
        ({"target": "95", "target_tw2": "900", "satuan": "%"}, [("REN024", "N6")]),
        ({"target": "12 Bulan", "satuan": "Dokumen"}, [("REN025", "J6")]),
        ({"target": "95%", "satuan": "Orang"}, [("REN025", "J6")]),
        ({"target": "12", "target_tw1": "3 Bulan", "satuan": "Dokumen"}, [("REN025", "M6")]),
    ],
)
def test_a_number_that_does_not_fit_its_unit_is_questioned(columns: Row, expected: Cells) -> None:
    assert cells(unit(row(**columns)), *NUMBERS) == expected


@pytest.mark.parametrize(
    "columns",
    [
        {"target": "12", "satuan": "Dokumen"},
        {"target": "1.250", "satuan": "Orang"},
        {"target": "2,5", "satuan": "Hari"},
        {"target": "84,5", "satuan": "Nilai"},
        {"target": "1,5", "satuan": "Kilogram"},
        {"target": "2,5", "satuan": "Orang", "indikator": "Rata-rata pemohon setiap loket"},
        {"target": "2,5", "satuan": "Surat/Hari"},
        {"target": "97,5%", "satuan": "Persen"},
        {"target": "105", "satuan": "Persen"},
        {"target": "300", "satuan": "%"},
        {"target": "955", "satuan": "Orang"},
        {"target": "12 Bulan", "satuan": "Bulan"},
        {"target": "12 bln", "satuan": "Bulan"},
        {"target": "48 org", "satuan": "Orang"},
        {"target": "12 Dok.", "satuan": "Dokumen"},
        {"target": "12 (dua belas)", "satuan": "Dokumen"},
        {"target": "2 hari kerja", "satuan": "Hari"},
        {"target": "12 kali", "satuan": "Kegiatan"},
        {"target": "2,5 Juta", "satuan": "Rupiah"},
        {"target": "Rp 1.250.000", "satuan": "Rupiah"},
        {"target": "80 KK", "satuan": "Keluarga"},
        {"target": "100 % tepat waktu", "satuan": "Persen"},
    ],
)
def test_numbers_as_careful_people_write_them_are_left_alone(columns: Row) -> None:
    assert cells(unit(row(**columns)), *NUMBERS) == []


def test_a_qualitative_target_has_no_number_to_question() -> None:
    assert cells(unit(row(target="2,5 dokumen", satuan="Bulan"), pendekatan="Kualitatif"), *NUMBERS) == []


@pytest.mark.parametrize(
    "target", ["baik", "Sangat baik", "lancar dan tertib", "Terlaksana dengan baik.", "sesuai kebutuhan"]
)
def test_a_target_of_promises_alone_is_vague(target: str) -> None:
    made = unit(row(target=target, indikator="Pelayanan loket", satuan=""), pendekatan="Kualitatif")
    assert cells(made, "REN019") == [("REN019", "J6")]


@pytest.mark.parametrize(
    ("indikator", "target"),
    [
        ("Pelayanan loket", "Semua permohonan dilayani dengan baik pada hari yang sama"),
        ("Pelayanan loket", "Selesai maksimal dua hari kerja sejak berkas lengkap"),
        ("Predikat kepatuhan pelayanan publik", "Baik"),
        ("Laporan tersusun dengan baik", "Selesai paling lambat satu bulan sebelum kegiatan"),
        ("Draf buku panduan", "Lengkap sesuai ketentuan dan sudah dibahas"),
        ("Kebaikan dan ketertiban warga", "Warga ikut ronda"),
    ],
)
def test_words_that_can_be_proved_are_left_alone(indikator: str, target: str) -> None:
    made = unit(row(indikator=indikator, target=target, satuan=""), pendekatan="Kualitatif")
    assert cells(made, "REN019") == []


def test_a_percentage_of_a_promise_is_vague_and_says_which_word() -> None:
    (told,) = found(
        unit(row(indikator="Pelayanan dilaksanakan secara optimal", target="100", satuan="Persen")), "REN019"
    )
    assert (told.cell, told.value) == ("I6", "Pelayanan dilaksanakan secara optimal")
    assert "'optimal'" in told.message


@pytest.mark.parametrize(
    ("indikator", "target", "satuan"),
    [
        ("Persentase pelayanan yang optimal", "90", "Persen"),
        ("Laporan tersusun dengan baik", "12", "Laporan"),
        ("Tingkat kepuasan yang baik", "85", "Persen"),
        ("Surat selesai maksimal 2 hari", "100", "Persen"),
    ],
)
def test_a_promise_with_a_measure_is_left_alone(indikator: str, target: str, satuan: str) -> None:
    assert cells(unit(row(indikator=indikator, target=target, satuan=satuan)), "REN019") == []


REPEATS = ("REN020", "REN021", "REN022", "REN026")


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (row("2.1", rhk="TERLAKSANANYA  layanan 1."), [("REN020", "F7")]),
        (row("1.2", indikator="Jumlah layanan, jenis 1.1"), [("REN026", "I7")]),
        (row("1.2", kategori="Tambahan"), [("REN021", "D7")]),
        (row("1.2", rhk="Tersusunnya laporan"), [("REN021", "F7")]),
        (row("1.2", rhk_pimpinan=TERTIB), [("REN021", "E7")]),
        (row("1.2", rhk="Tersusunnya laporan", kategori="Tambahan", rhk_pimpinan=TERTIB), [("REN021", "F7")]),
    ],
)
def test_a_plan_that_repeats_or_contradicts_itself(second: Row, expected: Cells) -> None:
    assert cells(unit(row(), second), *REPEATS) == expected


@pytest.mark.parametrize(
    "second",
    [
        row("2.1"),
        row("2.1", rhk="Terlaksananya layanan 1", rhk_pimpinan=TERTIB),
        row("1.2", rhk="", rhk_pimpinan="", kategori=""),
        row("1.2", rhk="terlaksananya layanan 1.", kategori="A. Utama", rhk_pimpinan=KEPUASAN.upper()),
        row("1.2", indikator="Jumlah layanan jenis 1.1", aspek="Kualitas"),
        row("1.2", indikator="Jumlah layanan jenis 1.1", satuan="Orang"),
        row("2.1", kategori="Tambahan"),
    ],
)
def test_rows_that_only_look_alike_are_left_alone(second: Row) -> None:
    assert cells(unit(row(), second), *REPEATS) == []


def test_qualitative_indicators_may_share_their_words_when_the_targets_differ() -> None:
    first, second = row(target="Selesai dua hari", satuan=""), row("1.2", target="Tanpa keluhan", satuan="")
    same = {"indikator": "Mutu layanan", "aspek": ""}
    assert cells(unit({**first, **same}, {**second, **same}, pendekatan="Kualitatif"), *REPEATS) == []
    assert cells(unit({**first, **same}, {**second, **same}), *REPEATS) == [("REN026", "I7")]


def test_what_the_first_row_says_is_told_with_the_difference() -> None:
    (told,) = found(unit(row(), row("1.2", kategori="Tambahan")), "REN021")
    assert "di baris ini 'Tambahan', di baris 6 'Utama'" in told.message


def test_a_plan_of_extra_work_alone_lacks_the_main_result() -> None:
    rows = [row(kategori="Tambahan"), row("2.1", kategori="B. Tambahan")]
    assert cells(unit(*rows), *REPEATS) == [("REN022", "D6")]


def plan_of(who: str, *numbers: str, **columns: str) -> list[Row]:
    return [row(number, nip=who, **columns) for number in numbers]


def two_plans(jabatan: str, *numbers: str, **columns: str) -> Tables:
    colleague = {**PERSON, "nip": COLLEAGUE, "nama": "Rina Rekan", "jabatan": jabatan}
    return unit(*plan_of(WHO, "1.1", "1.2", "2.1"), *plan_of(COLLEAGUE, *numbers, **columns), people=[colleague])


def test_a_whole_plan_of_another_post_is_told_at_the_later_one() -> None:
    (told,) = found(two_plans("Bendahara Pengeluaran", "1.1", "1.2", "2.1"), "REN023")
    assert (told.cell, told.nama) == ("F9", "Rina Rekan")
    assert "Budi Contoh (Pengelola Data)" in told.message


@pytest.mark.parametrize(
    "made",
    [
        two_plans("Pengelola Data", "1.1", "1.2", "2.1"),
        two_plans("Pengelola Data dan Informasi", "1.1", "1.2", "2.1"),
        two_plans("Pengelola Data Ahli Muda", "1.1", "1.2", "2.1"),
        two_plans("Bendahara Pengeluaran", "1.1", "1.2"),
        two_plans("Bendahara Pengeluaran", "1.1", "1.2", "2.1", rhk="Tertibnya kas"),
    ],
)
def test_the_same_post_or_another_plan_is_no_copy(made: Tables) -> None:
    assert found(made, "REN023") == []
