"""PermenPANRB 8/2021 with PP 30/2019 from the rows of a unit workbook, by hand."""

from collections.abc import Mapping

import pytest
from pandas import isna

from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanPermenpan8
from kinerja_xl.scoring.people import Penilaian
from kinerja_xl.scoring.scheme import aturan_periode, penilaian
from kinerja_xl.scoring.trace import steps
from tests.tables import FILE, WHO, iki, tables

BEHAVIOURS = {
    "Orientasi Pelayanan": "90",
    "Komitmen": "100",
    "Inisiatif Kerja": "110",
    "Kerja Sama": "100",
}  # rerata 100
PLAN = [
    iki("1", "1", "100", "98"),  # 98% Cukup: 70 + 19 / 19 x 18 = 88
    iki("1", "2", "10", "10"),  # 100% Baik: 109; RHK 1: (88 + 109) / 2 = 98,5
    iki("2", "1", "100%", "100%", target_maksimal="Ya"),  # 100%, sudah maksimal: 120
]
EXTRA = iki("3", "1", "10", "8", kategori="Tambahan", bobot_penugasan="5")  # 80% Cukup 70: 60% x 5 x 70 / 100 = 2,1


def score(
    plan: list[tuple[dict[str, str], dict[str, str]]] | None = None,
    behaviours: Mapping[str, str] = BEHAVIOURS,
    gagasan: str = "",
    pendapat: str = "",
) -> Penilaian:
    aturan = aturan_periode(Periode.TW4, 2021)
    assert isinstance(aturan, AturanPermenpan8)
    rows = [*PLAN, EXTRA] if plan is None else plan
    found = tables(
        unit=[{"tahun": "2021", "pendapat": pendapat}],
        pegawai=[{"nama": "Budi", "jenis_jabatan": "Pelaksana", "pendekatan": "Kuantitatif"}],
        rencana=[row for row, _ in rows],
        realisasi=[row for _, row in rows],
        perilaku=[{"nilai": name, "angka_tw4": value} for name, value in behaviours.items()],
        penilaian=[{"periode": "TW4", "gagasan": gagasan}],
    )
    return penilaian(found, Periode.TW4, aturan)


def test_a_whole_person() -> None:
    person = score().pegawai.iloc[0]
    assert person["nilai_skp"] == pytest.approx(111.35)  # (98,5 + 120) / 2 + 2,1
    assert person["nilai_perilaku"] == 100
    assert person["nilai"] == pytest.approx(107.945)  # 0,7 x 111,35 + 0,3 x 100
    assert person["predikat"] == "Baik"
    assert person["capaian"] == pytest.approx(99.5)  # RHK 1: (98 + 100) / 2 = 99; RHK 2: 100


def test_opinions_change_the_weights() -> None:
    assert score(pendapat="Ya").pegawai.iloc[0]["nilai"] == pytest.approx(106.81)  # 0,6 x 111,35 + 0,4 x 100
    assert score(pendapat="Tidak").pegawai.iloc[0]["nilai"] == pytest.approx(107.945)


def test_very_good_only_with_an_idea() -> None:
    best = [iki("1", "1", "10", "12")]  # 120%: 120; 0,7 x 120 + 0,3 x 100 = 114
    assert score(best).pegawai.iloc[0]["predikat"] == "Baik"
    assert score(best, gagasan="Ya").pegawai.iloc[0]["predikat"] == "Sangat Baik"


def test_capaian_is_not_capped_but_its_value_is() -> None:
    person = score([iki("1", "1", "10", "50")]).pegawai.iloc[0]
    assert person["capaian"] == 500
    assert person["nilai_skp"] == 120


def test_skp_counts_at_most_120() -> None:
    rows = [iki("1", "1", "10", "12"), iki("2", "1", "10", "10", kategori="Tambahan", bobot_penugasan="50")]
    person = score(rows).pegawai.iloc[0]  # tambahan: 80% x 50 x 109 / 100 = 43,6, paling tinggi 10
    assert person["nilai_skp"] == 130
    assert person["nilai"] == pytest.approx(114)  # 0,7 x 120 + 0,3 x 100


@pytest.mark.parametrize("plan", [[], [iki("1", "1", "10", "")], [*PLAN, iki("1", "3", "10", "")]])
def test_missing_work_leaves_no_value(plan: list[tuple[dict[str, str], dict[str, str]]]) -> None:
    person = score(plan).pegawai.iloc[0]
    assert isna(person["nilai_skp"])
    assert person["predikat"] == ""


def test_additional_work_without_its_weight_leaves_no_value() -> None:
    rows = [*PLAN, iki("3", "1", "10", "8", kategori="Tambahan")]
    found = score(rows)
    assert isna(found.pegawai.iloc[0]["nilai_skp"])
    step = next(step for step in steps(found, FILE, WHO) if step.label == "Kinerja tambahan 3.1")
    assert (step.nilai, step.catatan) == (None, "bobot lingkup penugasan atau nilainya belum ada")


def test_no_additional_work_is_no_gap() -> None:
    assert score(PLAN).pegawai.iloc[0]["nilai_skp"] == pytest.approx(109.25)


def test_the_trace_as_printed() -> None:
    told = {step.label: step for step in steps(score(), FILE, WHO)}
    assert told["Nilai indikator 1.1"].kalimat == (
        "capaian dibulatkan 98%: Cukup: 70 + (89 - 70) / (99 - 80) x (98 - 80) = 88,00 poin"
    )
    assert (
        told["Nilai indikator 2.1"].kalimat
        == "capaian dibulatkan 100%: Sangat Baik (target sudah maksimal): 120 = 120,00 poin"
    )
    assert told["Kinerja tambahan 3.1"].hitungan == "60% x 5 x 70 / 100"
    assert told["Nilai SKP"].hitungan == "(98,5 + 120) / 2 + terkecil dari (2,1; 10)"
    assert told["Nilai kinerja"].kalimat == "70% SKP + 30% perilaku: 70% x 111,35 + 30% x 100 = 107,95 poin"
    assert told["Predikat"].dasar == "PP 30/2019, Pasal 41"
