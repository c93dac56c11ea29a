"""The curve of each unit: who is counted, what the unit's result asks, and the state of the curve in words."""

import pandas as pd
import pytest

from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating
from kinerja_xl.scoring.curve import curve
from kinerja_xl.scoring.scheme import aturan_periode
from kinerja_xl.scoring.units import KurvaUnit, curves
from kinerja_xl.terms import CapaianOrganisasi, Predikat
from tests.tables import FILE, tables

SB, B, BP, K, SK = Predikat
HEAD = "197501012000031001"


def rules(*, head_counts: bool = True) -> AturanRating:
    aturan = aturan_periode(Periode.TW2, 2026)
    assert isinstance(aturan, AturanRating)
    value = aturan.kepala_dihitung.model_copy(update={"isi": head_counts})
    return aturan.model_copy(update={"kepala_dihitung": value})


def people(*predikat: str, berkas: str = FILE) -> pd.DataFrame:
    return pd.DataFrame({"berkas": berkas, "nip": [str(n) for n in range(len(predikat))], "predikat": predikat})


def unit(counts: dict[Predikat, int], alasan: str = "", *, small: bool = False) -> KurvaUnit:
    held = curve(counts, CapaianOrganisasi.BAIK, rules())
    return KurvaUnit(FILE, CapaianOrganisasi.BAIK, counts, held, alasan, small)


@pytest.mark.parametrize(
    ("counts", "alasan", "small", "status"),
    [
        ({B: 14, SB: 5, BP: 1}, "", False, "Sesuai"),
        ({B: 14, SB: 5, BP: 1}, "ada", True, "Sesuai"),
        ({}, "ada", True, "Belum dinilai"),
        ({SB: 4}, "", False, "Tidak sesuai"),
        ({SB: 4}, "tim kecil", False, "Tidak sesuai, beralasan"),
        (
            {SB: 4},
            "tim kecil",
            True,
            "Unit terlalu kecil",
        ),  # a reason asks nothing of a unit that cannot meet the rules
        ({B: 14, SB: 6}, "", False, "Tidak sesuai"),  # the first rule is met, the second is not
    ],
)
def test_state_of_the_curve(counts: dict[Predikat, int], alasan: str, small: bool, status: str) -> None:
    assert unit(counts, alasan, small=small).status == status


def test_each_unit_counts_its_own_people_and_only_those_rated() -> None:
    found = tables(
        unit=[
            {"capaian_tw2": "Baik", "alasan_kurva_tw2": "baru dibentuk", "capaian_tw1": "Kurang"},
            {"berkas": "lain.xlsx", "capaian_tw2": "istimewa", "alasan_kurva_tw1": "dulu"},
            {"berkas": "kosong.xlsx", "capaian_tw2": ""},
            {"berkas": "salah.xlsx", "capaian_tw2": "bagus"},
        ]
    )
    everybody = pd.concat(
        [
            people("Baik", "Sangat Baik", "", "Baik"),
            people("Sangat Baik", berkas="lain.xlsx"),
            people("Kurang", berkas="kosong.xlsx"),
        ]
    )
    one, other = curves(found, everybody, Periode.TW2, rules())  # units without a result have no curve
    assert (one.berkas, one.capaian, one.alasan) == (FILE, CapaianOrganisasi.BAIK, "baru dibentuk")
    assert one.jumlah == {SB: 1, B: 2, BP: 0, K: 0, SK: 0}
    assert [h.dinilai for h in one.hasil] == [3, 3]  # two rules for Baik
    assert [h.pindah for h in one.hasil] == [0, 1]  # 2 of 3 are 66,7%; nobody is Butuh Perbaikan or Kurang
    assert (other.berkas, other.capaian, other.alasan) == ("lain.xlsx", CapaianOrganisasi.ISTIMEWA, "")
    assert other.jumlah == {SB: 1, B: 0, BP: 0, K: 0, SK: 0}


def test_the_year_has_its_own_result() -> None:
    found = tables(unit=[{"capaian_tahunan": "Kurang", "capaian_tw4": "Baik", "alasan_kurva_tahunan": "bencana"}])
    (one,) = curves(found, people("Kurang"), Periode.TAHUNAN, rules())
    assert (one.capaian, one.alasan) == (CapaianOrganisasi.KURANG, "bencana")


@pytest.mark.parametrize(("number", "small"), [(4, True), (5, False)])
def test_a_unit_below_the_setting_of_five_people_is_too_small(number: int, small: bool) -> None:
    found = tables(unit=[{"capaian_tw2": "Baik"}])
    assert rules().unit_kecil.isi == 5
    (one,) = curves(found, people(*["Baik"] * number, ""), Periode.TW2, rules())
    assert one.terlalu_kecil is small


def test_whether_the_head_counts_is_a_setting() -> None:
    found = tables(
        unit=[
            {"capaian_tw2": "Baik", "nip_kepala": HEAD},
            {"berkas": "lain.xlsx", "capaian_tw2": "Baik", "nip_kepala": ""},
        ]
    )
    everybody = pd.DataFrame(
        {
            "berkas": [FILE, FILE, "lain.xlsx", "lain.xlsx"],
            "nip": [HEAD, "2", HEAD, ""],  # in the other unit the same person is no head, and no NIP is nobody's
            "predikat": ["Sangat Baik", "Baik", "Baik", "Baik"],
        }
    )
    counted = curves(found, everybody, Periode.TW2, rules())
    assert [u.jumlah[SB] for u in counted] == [1, 0]
    without = curves(found, everybody, Periode.TW2, rules(head_counts=False))
    assert [u.jumlah for u in without] == [
        {SB: 0, B: 1, BP: 0, K: 0, SK: 0},
        {SB: 0, B: 2, BP: 0, K: 0, SK: 0},
    ]
