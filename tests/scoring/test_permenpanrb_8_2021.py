"""PermenPANRB 8/2021 on columns of indicators; its worked cases are in tests/cases."""

from datetime import date
from math import isnan, nan

import numpy as np

from kinerja_xl.regulations import AturanPermenpan8, aturan_pada
from kinerja_xl.scoring.permenpanrb_8_2021 import nilai_iki, nilai_periodik

ATURAN = aturan_pada(date(2021, 12, 31), AturanPermenpan8)


def test_a_column_of_indicators() -> None:
    # 99,4% is 99%: Cukup, 70 + 19/19 x 19 = 89; 100% of a target that cannot be higher: Sangat Baik, 120; 104%: 110 + 10/9 x 3
    found = nilai_iki(np.array([99.4, 100, nan, 104]), np.array([True, True, True, False]), ATURAN)
    assert found["persen"].tolist()[:2] == [99, 100]
    assert found["kategori"].tolist() == ["Cukup", "Sangat Baik", "", "Sangat Baik"]
    assert found["nilai"].round(4).tolist()[:2] == [89, 120]
    assert found["nilai"].round(4).tolist()[3] == 113.3333
    assert isnan(found["nilai"].tolist()[2])
    assert str(nilai_iki(np.array([]), np.array([], dtype=bool), ATURAN)["kategori"].dtype) == "str"


def test_a_period_without_plans_or_without_main_work_has_no_value() -> None:
    assert nilai_periodik([80, 90], [100]) == 92.5  # (85 + 100) / 2
    assert isnan(nilai_periodik([], [100]))
    assert isnan(nilai_periodik([80], [nan]))
