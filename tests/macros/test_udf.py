"""The custom functions of Excel, called as plain Python; expected values by hand."""

import re
from pathlib import Path

import pytest

from kinerja_xl.hosts import udf

MACRO = (Path(__file__).parents[2] / "macros/KINERJA.bas").read_text("utf-8")


@pytest.mark.parametrize(
    ("target", "realisasi", "arah", "expected"),
    [
        (12.0, 9.0, "", 75.0),  # 9 / 12
        ("12 Laporan", "9 Laporan", "", 75.0),
        ("80 - 90%", "85%", "", 100.0),  # within the range
        ("80 - 90%", "60%", "", 75.0),  # 60 / 80, the nearest bound
        (10.0, 12.0, "Makin kecil makin baik", 80.0),  # (2 x 10 - 12) / 10
        ("1.250", "1.000", "Makin besar makin baik", 80.0),  # 1000 / 1250
        (0.0, 3.0, "makin kecil makin baik", 0.0),
        (10.0, 0.0, "", 0.0),  # nothing achieved is a result
        (10.0, None, "", ""),  # missing is missing, not zero
        ("  ", 4.0, "", ""),
        ("banyak", 4.0, "", udf.UNREADABLE),
        (10.0, "80 - 90", "", udf.UNREADABLE),  # a result is one number
        (10.0, 9.0, "naik turun", udf.UNREADABLE),
        (-10.0, 9.0, "", udf.UNREADABLE),
    ],
)
def test_capaian(target: udf.Cell, realisasi: udf.Cell, arah: udf.Cell, expected: float | str) -> None:
    found = udf.capaian(target, realisasi, arah)
    assert found == (pytest.approx(expected) if isinstance(expected, float) else expected)


def test_capaian_is_capped_as_in_the_unit_workbook() -> None:
    assert udf.capaian(1.0, 50.0) == udf._rules().batas_capaian.isi


@pytest.mark.parametrize(
    ("hasil", "perilaku", "expected"),
    [
        ("Di Atas Ekspektasi", "Di Atas Ekspektasi", "Sangat Baik"),
        ("Sesuai Ekspektasi", "sesuai  ekspektasi", "Baik"),
        ("Di Bawah Ekspektasi", "Di Bawah Ekspektasi", "Sangat Kurang"),
        ("Sesuai Ekspektasi", None, ""),
        ("", "Sesuai Ekspektasi", ""),
        ("Bagus sekali", "Sesuai Ekspektasi", udf.UNKNOWN_RATING),
    ],
)
def test_predikat(hasil: udf.Cell, perilaku: udf.Cell, expected: str) -> None:
    assert udf.predikat(hasil, perilaku) == expected


def test_the_macro_calls_functions_that_exist_with_as_many_arguments() -> None:
    calls = re.findall(r'CallUDF\("([\w.]+)", "(\w+)", Array\(([^)]*)\)', MACRO)
    assert [(module, name) for module, name, _ in calls] == [(udf.__name__, "capaian"), (udf.__name__, "predikat")]
    for _, name, arguments in calls:
        code = getattr(udf, name).__code__
        assert arguments.split(", ") == list(code.co_varnames[: code.co_argcount])
