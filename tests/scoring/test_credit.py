"""Angka kredit: the published examples of the conversion."""

from datetime import date

import pandas as pd
import pytest

from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating, aturan_pada
from kinerja_xl.scoring.credit import angka_kredit, angka_kredit_pegawai, months_in_post
from kinerja_xl.terms import Jenjang, Predikat

ATURAN = aturan_pada(date(2026, 6, 30), AturanRating)


@pytest.mark.parametrize(
    ("predikat", "jenjang", "bulan", "expected"),
    [
        (Predikat.SANGAT_BAIK, Jenjang.AHLI_PERTAMA, 12, 18.75),  # 150% x 12,5
        (Predikat.BAIK, Jenjang.AHLI_PERTAMA, 2, 2.08),  # 2/12 x 12,5 = 2,0833
        (Predikat.BAIK, Jenjang.AHLI_MADYA, 12, 37.5),
        (Predikat.KURANG, Jenjang.TERAMPIL, 12, 2.5),  # 50% x 5
        (Predikat.SANGAT_BAIK, Jenjang.AHLI_PERTAMA, 3, 4.69),  # 3/12 x 18,75 = 4,6875
        (Predikat.SANGAT_KURANG, Jenjang.PEMULA, 3, 0.23),  # 3/12 x 25% x 3,75 = 0,234375
        (Predikat.BUTUH_PERBAIKAN, Jenjang.PENYELIA, 3, 4.69),  # 3/12 x 75% x 25 = 4,6875
    ],
)
def test_conversion(predikat: Predikat, jenjang: Jenjang, bulan: int, expected: float) -> None:
    assert angka_kredit(predikat, jenjang, bulan, ATURAN) == expected


def test_only_pns_in_a_functional_post_get_one() -> None:
    people = pd.DataFrame(
        {
            "predikat": ["Baik", "Baik", "Baik", "", "Baik"],
            "jenjang": ["Ahli Muda", "Ahli Muda", "", "Ahli Muda", "Ahli Muda"],
            "jenis_jabatan": ["Fungsional", "Fungsional", "Fungsional", "Fungsional", "Pelaksana"],
            "status": ["PNS", "PPPK", "PNS", "PNS", "PNS"],
            "bulan": [12, 12, 12, 12, 12],
        }
    )
    found = angka_kredit_pegawai(people, ATURAN)
    assert found.iloc[0] == 25
    assert found.iloc[1:].isna().all()


@pytest.mark.parametrize(
    ("mulai", "selesai", "periode", "months"),
    [
        ("", "", Periode.TAHUNAN, 12),
        ("", "2026-06-30", Periode.TAHUNAN, 6),
        ("2026-07-01", "", Periode.TAHUNAN, 6),
        ("", "2026-07-14", Periode.TAHUNAN, 6),  # July belongs to where one stands on 31 July
        ("2026-07-15", "", Periode.TAHUNAN, 6),
        ("2026-05-10", "", Periode.TW2, 2),
        ("2026-07-01", "", Periode.TW2, 0),
    ],
)
def test_months_in_post(mulai: str, selesai: str, periode: Periode, months: int) -> None:
    people = pd.DataFrame({"mulai": [mulai], "selesai": [selesai]})
    assert months_in_post(people, periode, 2026).tolist() == [months]


@pytest.mark.parametrize("gone", ["angka_kredit_persen", "angka_kredit_koefisien"])
def test_half_a_conversion_is_none(gone: str) -> None:
    assert angka_kredit(Predikat.BAIK, Jenjang.AHLI_MUDA, 12, ATURAN.model_copy(update={gone: None})) is None


@pytest.mark.parametrize(
    ("mulai", "selesai", "months"),
    [
        ("2026-06-30", "", 1),  # in the post on the last day of June
        ("", "2026-04-30", 1),
        ("", "2026-04-29", 0),
        ("30/04/2026", "31/05/2026", 2),
        ("kapan", "entah", 3),  # dates that cannot be read are reported by the checks
    ],
)
def test_months_by_their_last_day(mulai: str, selesai: str, months: int) -> None:
    people = pd.DataFrame({"mulai": [mulai], "selesai": [selesai]})
    assert months_in_post(people, Periode.TW2, 2026).tolist() == [months]


def test_rows_keep_their_names_and_columns_their_kind() -> None:
    people = pd.DataFrame(
        {
            "predikat": ["Baik", "Baik"],
            "jenjang": ["Ahli Muda", "Ahli Muda"],
            "jenis_jabatan": ["Fungsional", "Fungsional"],
            "status": ["PPPK", "CPNS"],
            "bulan": [12, 12],
            "mulai": ["", "2026-07-01"],
            "selesai": ["", ""],
        },
        index=[8, 3],
    )
    months, credit = months_in_post(people, Periode.TAHUNAN, 2026), angka_kredit_pegawai(people, ATURAN)
    assert months.index.tolist() == credit.index.tolist() == [8, 3]
    assert months.tolist() == [12, 6]
    assert credit.isna().all()
    assert str(credit.dtype) == "float64"  # a column of missing numbers, not of nothing
    nobody = people.iloc[:0]
    assert str(months_in_post(nobody, Periode.TAHUNAN, 2026).dtype) == "int64"
    assert str(angka_kredit_pegawai(nobody, ATURAN).dtype) == "float64"
