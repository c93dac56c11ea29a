"""PP 46/2011 from the rows of a unit workbook, by hand."""

from collections.abc import Mapping

import pytest
from pandas import isna

from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanPp46
from kinerja_xl.scoring.people import Penilaian
from kinerja_xl.scoring.scheme import aturan_periode, penilaian
from kinerja_xl.scoring.trace import steps
from tests.tables import FILE, WHO, iki, tables

BEHAVIOURS = {"Orientasi Pelayanan": "80", "Integritas": "82", "Komitmen": "84", "Disiplin": "86", "Kerja Sama": "88"}
PLAN = [
    iki("1", "1", "12 Laporan", "12", aspek="Kuantitas"),  # 12 / 12 x 100 = 100
    iki("1", "2", "100", "85", aspek="Kualitas"),  # 85
    iki("1", "3", "12 Bulan", "12", aspek="Waktu"),  # (1,76 x 12 - 12) / 12 x 100 = 76
    iki("2", "1", "10", "8", aspek="Kuantitas"),  # 80
    iki("2", "2", "100", "90", aspek="Kualitas"),  # 90
    iki("2", "3", "12", "10", aspek="Waktu"),  # hemat 16,67%: (1,76 x 12 - 10) / 12 x 100 = 92,67
    iki("2", "4", "1000000", "900000", aspek="Biaya"),  # hemat 10%: 86
]


def score(
    plan: list[tuple[dict[str, str], dict[str, str]]] = PLAN,
    behaviours: Mapping[str, str] = BEHAVIOURS,
    rated: Mapping[str, str] | None = None,
    post: str = "Pelaksana",
) -> Penilaian:
    aturan = aturan_periode(Periode.TAHUNAN, 2020)
    assert isinstance(aturan, AturanPp46)
    found = tables(
        unit=[{"tahun": "2020"}],
        pegawai=[{"nama": "Budi", "jenis_jabatan": post, "pendekatan": "Kuantitatif"}],
        rencana=[row for row, _ in plan],
        realisasi=[row for _, row in plan],
        perilaku=[{"nilai": name, "angka_tw4": value} for name, value in behaviours.items()],
        penilaian=[{"periode": "TAHUNAN", **(rated or {"tugas_tambahan": "2", "kreativitas": "3"})}],
    )
    return penilaian(found, Periode.TAHUNAN, aturan)


def test_a_whole_person() -> None:
    person = score().pegawai.iloc[0]
    # kegiatan 1: (100 + 85 + 76) / 3 = 87; kegiatan 2: (80 + 90 + 92,6667 + 86) / 4 = 87,166667; rerata 87,083333
    assert person["capaian"] == pytest.approx(87.083333, abs=1e-6)
    assert person["nilai_skp"] == pytest.approx(92.083333, abs=1e-6)  # + 2 + 3
    assert person["nilai_perilaku"] == 84  # (80 + 82 + 84 + 86 + 88) / 5
    assert person["nilai"] == pytest.approx(88.85, abs=1e-9)  # 0,6 x 92,083333 + 0,4 x 84 = 55,25 + 33,6
    assert person["predikat"] == "Baik"
    assert (person["rhk_jumlah"], person["iki_jumlah"], person["iki_terisi"]) == (2, 7, 7)


def test_no_points_typed_is_no_points() -> None:
    person = score(rated={"tanggal": "2021-01-05"}).pegawai.iloc[0]
    assert person["nilai_skp"] == person["capaian"]


@pytest.mark.parametrize("points", [{"tugas_tambahan": "4"}, {"kreativitas": "1"}, {"kreativitas": "banyak"}])
def test_unknown_points_leave_no_value(points: dict[str, str]) -> None:
    person = score(rated=points).pegawai.iloc[0]
    assert isna(person["nilai_skp"])
    assert isna(person["nilai"])
    assert person["predikat"] == ""


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_a_missing_aspect_is_missing_not_zero(gone: int) -> None:
    plan = [row for number, row in enumerate(PLAN) if number != gone]
    found = score(plan)
    assert isna(found.pegawai.iloc[0]["nilai"])
    skp = next(step for step in steps(found, FILE, WHO) if step.label == "Nilai SKP")
    assert skp.nilai is None
    assert skp.catatan == "kegiatan 1 belum bernilai; bobotnya tidak dibagikan kepada yang lain"


def test_cost_is_left_out_only_where_it_has_no_target() -> None:
    without = score([*PLAN[:6]]).pegawai.iloc[0]
    assert without["capaian"] == pytest.approx((87 + (80 + 90 + 92.6666667) / 3) / 2, abs=1e-6)
    plan, result = iki("2", "4", "1000000", "", aspek="Biaya")
    assert isna(score([*PLAN[:6], (plan, result)]).pegawai.iloc[0]["capaian"])


def test_a_structural_post_needs_kepemimpinan() -> None:
    assert isna(score(post="Pengawas").pegawai.iloc[0]["nilai_perilaku"])
    led = score(post="Pengawas", behaviours={**BEHAVIOURS, "KEPEMIMPINAN": "90"}).pegawai.iloc[0]
    assert led["nilai_perilaku"] == 85  # (420 + 90) / 6
    staff = score(behaviours={**BEHAVIOURS, "Kepemimpinan": "90"}).pegawai.iloc[0]
    assert staff["nilai_perilaku"] == 84


def test_one_behaviour_missing_is_said() -> None:
    found = score(behaviours={k: v for k, v in BEHAVIOURS.items() if k != "Disiplin"})
    assert isna(found.pegawai.iloc[0]["nilai_perilaku"])
    step = next(step for step in steps(found, FILE, WHO) if step.label == "Nilai perilaku")
    assert (step.nilai, step.catatan) == (None, "belum ada nilai: Disiplin; tidak dihitung nol")


def test_additional_rhk_counts_by_points_only() -> None:
    found = score([*PLAN, iki("9", "1", "10", "1", kategori="Tambahan")])
    assert found.pegawai.iloc[0]["capaian"] == pytest.approx(87.083333, abs=1e-6)
    step = next(step for step in steps(found, FILE, WHO) if step.label == "RHK 9 Hasil 9")
    assert step.rumus == "tugas tambahan: dihitung dengan poin, bukan sebagai kegiatan"


def test_an_aspect_that_stands_twice_counts_once() -> None:
    found = score([*PLAN, iki("1", "4", "100", "1", aspek="Kualitas")])
    assert found.pegawai.iloc[0]["capaian"] == pytest.approx(87.083333, abs=1e-6)


def test_a_qualitative_plan_has_no_number() -> None:
    aturan = aturan_periode(Periode.TAHUNAN, 2020)
    found = tables(
        unit=[{"tahun": "2020"}],
        pegawai=[{"nama": "Budi", "pendekatan": "Kualitatif"}],
        rencana=[row for row, _ in PLAN],
        realisasi=[row for _, row in PLAN],
    )
    assert isna(penilaian(found, Periode.TAHUNAN, aturan).pegawai.iloc[0]["capaian"])


def test_the_trace_as_printed() -> None:
    told = {step.label: step.kalimat for step in steps(score(), FILE, WHO)}
    assert told["Indikator 2.3 Ukuran 2.3 (Waktu)"] == (
        "target setahun 12, realisasi 10: hemat 16,67%, tidak lebih dari 24%: (1,76 x 12 - 10) / 12 x 100 = 92,67 poin"
    )
    assert told["RHK 1 Hasil 1"] == "rerata aspeknya: (100 + 85 + 76) / 3 = 87,00 poin"
    assert told["Nilai prestasi kerja"] == "60% SKP + 40% perilaku: 60% x 92,08 + 40% x 84 = 88,85 poin"
    assert told["Predikat"].endswith("= Baik")
