"""Angka kredit: the published examples of the conversion."""

from datetime import date

import pandas as pd
import pytest

from kinerja_xl.regulations import aturan_pada
from kinerja_xl.scoring.credit import angka_kredit, angka_kredit_pegawai
from kinerja_xl.terms import Jenjang, Predikat

ATURAN = aturan_pada(date(2026, 6, 30))


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
            "predikat": ["Baik", "Baik", "Baik", ""],
            "jenjang": ["Ahli Muda", "Ahli Muda", "", "Ahli Muda"],
            "status": ["PNS", "PPPK", "PNS", "PNS"],
        }
    )
    found = angka_kredit_pegawai(people, 12, ATURAN)
    assert found.iloc[0] == 25
    assert found.iloc[1:].isna().all()
