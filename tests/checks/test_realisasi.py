"""REA015 to REA017: results told in copied words, results of quarters that are not yet rated."""

import pytest

from kinerja_xl.findings import Severity
from kinerja_xl.periods import Periode
from tests.checks.one_rule import OTHER, cells, line, on_lines

TW1, TW2, TW3 = Periode.TW1, Periode.TW2, Periode.TW3
TARGET = "Pedoman tersusun lengkap dan disahkan paling lambat Juni"
DONE = "Pedoman disahkan 12 Juni 2026 dan dibagikan kepada tujuh RT"
TOLD = {"pendekatan": "Kualitatif", "nama": "Budi Contoh", "jabatan": "Pengelola Data"}


def test_a_result_that_repeats_its_target_is_asked_about() -> None:
    repeated = line(TARGET, TARGET.upper() + ".")
    (finding,) = on_lines("REA015", TW2, [repeated], pegawai=[TOLD])
    assert (finding.severity, finding.sheet, finding.cell) == (Severity.PERINGATAN, "Realisasi", "K6")
    assert finding.message.endswith("(indikator 1.1) sama persis dengan targetnya.")


def test_a_result_that_repeats_another_indicator_is_told_at_the_later_one() -> None:
    lines = [
        line(TARGET, DONE),
        line("Arsip tertata", "Arsip 2025 tertata dalam 40 boks", rhk="2"),
        line("Lain", DONE, rhk="3"),
    ]
    (finding,) = on_lines("REA015", TW2, lines, pegawai=[TOLD])
    assert finding.cell == "K8"
    assert finding.message.endswith("(indikator 3.1) sama persis dengan uraian indikator 1.1.")


def test_a_result_copied_from_somebody_in_another_post_names_the_source() -> None:
    people = [TOLD, {"nip": OTHER, "nama": "Ani Contoh", "jabatan": "Pranata Humas", "pendekatan": "Kualitatif"}]
    lines = [line(TARGET, DONE), line("Berita terbit", DONE, nip=OTHER)]
    (finding,) = on_lines("REA015", TW2, lines, pegawai=people)
    assert (finding.cell, finding.nama) == ("K7", "Ani Contoh")
    assert finding.message.endswith("sama persis dengan uraian milik Budi Contoh (Pengelola Data).")


@pytest.mark.parametrize("jabatan", ["Pengelola Data", "PENGELOLA  DATA", ""])
def test_people_in_the_same_post_may_have_done_the_same(jabatan: str) -> None:
    people = [TOLD, {"nip": OTHER, "nama": "Ani Contoh", "jabatan": jabatan, "pendekatan": "Kualitatif"}]
    assert on_lines("REA015", TW2, [line(TARGET, DONE), line("Lain", DONE, nip=OTHER)], pegawai=people) == []


def test_short_words_and_numbers_are_everybodys() -> None:
    short = [line("Lengkap", "Lengkap"), line("Lengkap", "Lengkap", rhk="2")]
    assert on_lines("REA015", TW2, short, pegawai=[TOLD]) == []
    numbers = [line("12 Laporan hasil pemantauan wilayah", "12 Laporan hasil pemantauan wilayah")]
    assert on_lines("REA015", TW2, numbers) == []


def test_the_last_quarter_may_be_told_in_the_same_words() -> None:
    assert on_lines("REA015", TW2, [line(TARGET, DONE, realisasi_tw1=DONE)], pegawai=[TOLD]) == []


def test_results_after_the_period_are_worth_knowing_once_a_person() -> None:
    early = [line("10", "4", rhk=str(n), realisasi_tw3="7", realisasi_tw4="10") for n in (1, 2)]
    (finding,) = on_lines("REA016", TW2, early)
    assert (finding.severity, finding.sheet, finding.cell) == (Severity.INFO, "Realisasi", "N6")
    assert "(2 indikator), padahal periode unit ini masih TW2" in finding.message


def test_earlier_quarters_and_the_unit_s_own_are_no_news() -> None:
    assert on_lines("REA016", TW3, [line("10", "4", realisasi_tw1="2", realisasi_tw3="7")]) == []
    unit = [{"tahun": "2026", "periode": "TW3", "kode_unit": "U", "nama_unit": "UJI"}]
    looked_back = [line("10", "4", realisasi_tw1="2", realisasi_tw3="7")]
    assert on_lines("REA016", TW1, looked_back, unit=unit) == []
    assert on_lines("REA017", TW1, [line("10", "4", realisasi_tw3="7")], unit=unit) == []


def test_a_result_in_the_next_quarter_s_column_is_told_there_and_only_there() -> None:
    lines = [line("10", "9"), line("10", "", rhk="2", realisasi_tw3="8", realisasi_tw4="9"), line("10", "", rhk="3")]
    (finding,) = on_lines("REA017", TW2, lines)
    assert (finding.severity, finding.sheet, finding.cell) == (Severity.PERINGATAN, "Realisasi", "N7")
    assert "(indikator 2.1) berisi '8', padahal realisasi TW2 kosong" in finding.message
    assert cells(on_lines("REA004", TW2, lines)) == [("Realisasi", "K8")]
    assert on_lines("REA016", TW2, lines) == []


def test_a_plan_without_any_result_yet_is_not_in_the_wrong_column() -> None:
    assert on_lines("REA017", TW2, [line("10", ""), line("10", "", rhk="2", realisasi_tw1="3")]) == []
