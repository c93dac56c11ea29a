"""REA010 to REA012: results that can be read and can hardly be true. Settings: 3 times the target, 4 times the earlier quarters."""

import pytest

from kinerja_xl.findings import Finding, Severity
from kinerja_xl.periods import Periode
from tests.checks.one_rule import Line, cells, line, on_lines

SHARE = {"satuan": "Persen", "indikator": "Persentase warga yang terlayani"}
COUNT = {"satuan": "Dokumen", "indikator": "Jumlah dokumen"}
TW2, TW3, TW4 = Periode.TW2, Periode.TW3, Periode.TW4


def test_a_share_above_the_whole_is_asked_about_at_its_cell() -> None:
    (finding,) = on_lines("REA010", TW2, [line("95", "985", **SHARE)])
    assert (finding.severity, finding.sheet, finding.cell) == (Severity.PERINGATAN, "Realisasi", "K6")
    assert "'985' milik Budi Contoh (indikator 1.1: Persentase warga yang terlayani)" in finding.message


@pytest.mark.parametrize(
    "near",
    [
        line("95", "100", **SHARE),
        line("95", "98,5", **SHARE),
        line("110", "112", **SHARE),
        line("100", "112", satuan="Persen", indikator="Persentase realisasi penerimaan PBB"),
        line("100", "104", satuan="Persen", indikator="Persentase capaian kinerja program"),
        line("5", "120", satuan="Persen", indikator="Persentase pertumbuhan pelaku usaha"),
        line("80", "105", satuan="Persen", indikator="Tingkat pemanfaatan ruang pelayanan"),
        line("95", "985", satuan="Orang", indikator="Jumlah warga"),
    ],
)
def test_what_may_pass_a_hundred_is_left_alone(near: Line) -> None:
    assert on_lines("REA010", TW2, [near]) == []


def test_a_qualitative_result_is_no_share() -> None:
    told = line("95", "985 orang hadir", **SHARE)
    assert on_lines("REA010", TW2, [told], pegawai=[{"pendekatan": "Kualitatif"}]) == []


def test_a_result_many_times_its_target_is_asked_about_and_says_how_many_times() -> None:
    (finding,) = on_lines("REA011", TW2, [line("48", "480", target_tw2="24", **COUNT)])
    assert (finding.severity, finding.sheet, finding.cell) == (Severity.PERINGATAN, "Realisasi", "K6")
    assert "(indikator 1.1) 20 kali targetnya (24)" in finding.message


@pytest.mark.parametrize(
    ("near", "told"),
    [
        (line("10", "30", **COUNT), 1),
        (line("10", "29", **COUNT), 0),
        (line("8 - 10", "29", **COUNT), 0),
        (line("40", "40", target_tw2="10", **COUNT), 0),
        (line("40", "41", target_tw2="10", **COUNT), 1),
        (line("10", "300", arah="Makin kecil makin baik", **COUNT), 0),
        (line("5", "20", satuan="Hari", aspek="Waktu"), 0),
        (line("5", "20", satuan="Hari", aspek="Waktu", arah="Makin besar makin baik"), 1),
        (line("0", "12", **COUNT), 0),
        (line("10", "5000 Kilogram", satuan="Ton"), 0),
        (line("0,95", "96", satuan="Persen"), 0),
    ],
)
def test_from_three_times_on_and_only_where_more_is_better(near: Line, told: int) -> None:
    assert len(on_lines("REA011", TW2, [near])) == told


def test_a_share_above_the_whole_is_not_told_twice() -> None:
    assert on_lines("REA011", TW2, [line("95", "985", **SHARE)]) == []


def test_a_quarter_target_that_falls_explains_the_multiple() -> None:
    falls = line("120", "130", target_tw1="60", target_tw2="10", **COUNT)
    assert on_lines("REA011", TW2, [falls]) == []
    assert len(on_lines("REN014", TW2, [falls])) == 1


def history(*totals: str, target: str = "400", **columns: str) -> Line:
    """An indicator with its cumulative results of the first quarters."""
    results = {f"realisasi_tw{number}": total for number, total in enumerate(totals, start=1)}
    plan, result = line(target, **COUNT, **columns)
    return plan, {**result, **results}


def jump(periode: Periode, made: Line) -> list[Finding]:
    return on_lines("REA012", periode, [made])


def test_a_leap_in_the_third_quarter_is_asked_about() -> None:
    # quarters: 10, 10, then 280 = 28 times the mean of 10
    (finding,) = jump(TW3, history("10", "20", "300"))
    assert (finding.severity, finding.sheet, finding.cell) == (Severity.PERINGATAN, "Realisasi", "N6")
    assert "bertambah 280 dalam triwulan ini, 28 kali rata-rata triwulan sebelumnya (10)" in finding.message


@pytest.mark.parametrize(
    ("periode", "made", "told"),
    [
        (TW3, history("10", "20", "60"), 0),  # 40 = 4 times 10
        (TW3, history("10", "20", "61"), 1),
        (TW4, history("10", "10", "20", "60"), 1),  # mean of 10, 0, 10 is 6,67; 40 is 6 times that
        (Periode.TAHUNAN, history("10", "20", "30", "90"), 1),
        (Periode.TAHUNAN, history("10", "20", "30", "90", target_tw4="90"), 0),
        (TW3, history("10", "20", "300", target_tw3="300"), 0),
        (TW3, history("0", "20", "300"), 0),
        (TW3, history("", "20", "300"), 0),
        (TW4, history("20", "10", "30", "390"), 0),
        (TW2, history("10", "300"), 0),
    ],
)
def test_more_than_four_times_the_mean_of_at_least_two_quarters_unless_planned(
    periode: Periode, made: Line, told: int
) -> None:
    assert len(jump(periode, made)) == told


def test_a_percentage_may_leap() -> None:
    leap = line("100", satuan="Persen", realisasi_tw1="5", realisasi_tw2="10", realisasi_tw3="95")
    assert on_lines("REA012", TW3, [leap]) == []


def test_far_above_the_target_is_not_told_twice() -> None:
    made = history("10", "20", "3000", target="40")
    assert jump(TW3, made) == []
    assert cells(on_lines("REA011", TW3, [made])) == [("Realisasi", "N6")]
