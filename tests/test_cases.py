"""Every case of tests/cases: inputs and expected values as HR wrote them, against the program.

A file holds ``fungsi``, ``tanggal`` and ``toleransi`` for all its cases, or a case its own. ``menunggu`` names what is known to be wrong in
the program: such a case must fail until it is put right. Any other key is refused, naming file, case and key.
"""

import re
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from tests.case_functions import FUNCTIONS, plain

CASES = Path(__file__).parent / "cases"
DEFAULTS = {"fungsi", "tanggal", "toleransi"}
KEYS = DEFAULTS | {"nama", "masukan", "harapan", "menunggu"}
TOLERANCE = 0.005
"""Hand arithmetic is written with two decimals; a file that checks the rounding itself sets its own ``toleransi``."""


def _cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.toml")):
        data = tomllib.loads(path.read_text("utf-8"))
        assert set(data) <= DEFAULTS | {"kasus"}, f"{path.name}: kunci {sorted(set(data) - DEFAULTS - {'kasus'})}"
        for case in data.pop("kasus"):
            marks = [pytest.mark.xfail(reason=case["menunggu"])] if "menunggu" in case else []
            found.append(pytest.param(path.name, data | case, id=f"{path.stem}: {case.get('nama')}", marks=marks))
    return found


def check(file: str, case: dict[str, Any]) -> None:
    """Run one case; AssertionError names the file, the case and what is wrong."""
    where = f"{file}, kasus '{case.get('nama')}'"
    _only(case, KEYS, where)
    assert case["fungsi"] in FUNCTIONS, f"{where}: fungsi '{case['fungsi']}' tidak dikenal: {', '.join(FUNCTIONS)}"
    try:
        result = FUNCTIONS[case["fungsi"]](tanggal=case["tanggal"], **case["masukan"])
    except ValidationError as error:
        told = "; ".join(f"masukan.{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise AssertionError(f"{where}: {told}") from error
    assert case["harapan"], f"{where}: harapan kosong"
    _only(case["harapan"], set(result), f"{where}, harapan")
    for key, expected in case["harapan"].items():
        found = plain(result[key])
        assert found == _about(expected, case.get("toleransi", TOLERANCE)), (
            f"{where}: {key} diharapkan {expected}, didapat {found}"
        )


def _only(given: dict[str, Any], allowed: set[str], where: str) -> None:
    unknown = ", ".join(sorted(set(given) - allowed))
    assert not unknown, f"{where}: kunci '{unknown}' tidak dikenal. Yang boleh: {', '.join(sorted(allowed))}"


def _about(expected: object, tolerance: float) -> object:
    numeric = isinstance(expected, int | float) and not isinstance(expected, bool)
    if numeric or (isinstance(expected, list) and all(isinstance(part, int | float) for part in expected)):
        return pytest.approx(expected, abs=tolerance, rel=0)
    return expected


@pytest.mark.parametrize(("file", "case"), _cases())
def test_case(file: str, case: dict[str, Any]) -> None:
    check(file, case)


def test_the_tolerance_is_respected() -> None:
    case: dict[str, Any] = {"fungsi": "kebutuhan", "masukan": {"jenjang": "Mahir"}, "tanggal": date(2026, 6, 30)}
    check("contoh.toml", {**case, "harapan": {"pangkat": 50.004}})
    for harapan, toleransi in ({"pangkat": 50.006}, 0.005), ({"pangkat": 50.004}, 0.001):
        with pytest.raises(AssertionError, match="pangkat diharapkan"):
            check("contoh.toml", {**case, "harapan": harapan, "toleransi": toleransi})


def test_there_are_enough_cases_with_their_own_names() -> None:
    ids = Counter(str(param.id) for param in _cases())
    assert len(ids) >= 120
    assert [name for name, times in ids.items() if times > 1] == []


@pytest.mark.parametrize("path", sorted(CASES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_case_shows_its_arithmetic(path: Path) -> None:
    blocks = path.read_text("utf-8").split("\n[[kasus]]\n")[1:]
    assert [block.strip().splitlines()[0] for block in blocks if not re.search(r"harapan = .*# \S", block)] == []


GOOD = next(param.values[1] for param in _cases() if param.values[0] == "permenpanrb-6-2022.toml")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"hasill": 1}, "hasill"),
        ({"masukan": GOOD["masukan"] | {"warna": 1}}, "masukan.warna"),
        ({"masukan": {"hasil": "Sesuai Ekspektasi"}}, "masukan.perilaku"),
        ({"masukan": GOOD["masukan"] | {"hasil": "Bagus"}}, "masukan.hasil"),
        ({"harapan": GOOD["harapan"] | {"nilai": 1}}, "nilai"),
        ({"harapan": {}}, "harapan kosong"),
        ({"harapan": {"predikat": "Istimewa"}}, "diharapkan Istimewa"),
        ({"fungsi": "tebak"}, "tebak"),
    ],
)
def test_a_wrong_case_is_told_by_file_and_name(change: dict[str, Any], told: str) -> None:
    with pytest.raises(AssertionError) as error:
        check("contoh.toml", {**GOOD, **change})
    assert f"contoh.toml, kasus '{GOOD['nama']}'" in str(error.value)
    assert told in str(error.value)
