"""Older schemes as dated data: which is in force when, complete, and wrong values refused."""

from datetime import date
from pathlib import Path

import pytest

from kinerja_xl.regulations import (
    Aturan,
    AturanPermenpan8,
    AturanPp30,
    AturanPp46,
    AturanTalenta,
    RegulationError,
    aturan_pada,
    ketentuan_pada,
)
from kinerja_xl.regulations.loader import DATA, load

SCHEMES: list[type[Aturan]] = [AturanPp46, AturanPp30, AturanPermenpan8, AturanTalenta]


@pytest.mark.parametrize(
    ("skema", "first", "last"),
    [
        (AturanPp46, date(2014, 1, 1), date(2021, 6, 30)),
        (AturanPp30, date(2019, 4, 29), None),
        (AturanPermenpan8, date(2021, 7, 1), date(2022, 2, 2)),
        (AturanTalenta, date(2020, 1, 1), None),
    ],
)
def test_in_force_from_the_first_to_the_last_day(skema: type[Aturan], first: date, last: date | None) -> None:
    assert aturan_pada(first, skema).tanggal == first
    outside = [first.replace(year=first.year - 1)]
    if last:
        assert aturan_pada(last, skema).tanggal == last
        outside.append(date.fromordinal(last.toordinal() + 1))
    for day in outside:
        with pytest.raises(RegulationError, match=f"Pada tanggal {day:%d-%m-%Y} tidak ada"):
            aturan_pada(day, skema)


def test_what_is_missing_is_named() -> None:
    with pytest.raises(RegulationError, match="iki_tingkat, iki_tingkat_lebih, iki_target_maksimal, tambahan_persen"):
        aturan_pada(date(2022, 2, 3), AturanPermenpan8)


def test_old_values_end_and_todays_rules_stay() -> None:
    in_force = ketentuan_pada(date(2022, 3, 31))
    assert {"iki_tingkat", "pp46_bobot", "pp30_bobot"} & set(in_force) == {"pp30_bobot"}
    assert "kurva" not in ketentuan_pada(date(2021, 12, 31))
    assert ketentuan_pada(date(1999, 12, 31)) == {}
    assert ketentuan_pada(date(2016, 12, 31))["pangkat"].dasar.startswith("PP 99/2000")
    assert ketentuan_pada(date(2017, 12, 31))["pangkat"].dasar.startswith("PP 11/2017")


def test_what_is_general_knowledge_is_not_marked_as_quoted() -> None:
    values = {**ketentuan_pada(date(2020, 12, 31)), **ketentuan_pada(date(2021, 12, 31))}
    deduced = {key for key, value in values.items() if value.sumber == "kesimpulan"}
    assert deduced == {
        "iki_tingkat_lebih",
        "kelompok_talenta",
        "kotak_talenta",
        "pp30_distribusi",
        "pp30_predikat",
        "pp46_hemat",
        "perilaku",
        "perilaku_maksimal",
        "perilaku_pimpinan",
        "pp46_poin_kreativitas",
        "pp46_poin_tugas_tambahan",
        "pp46_predikat",
    }
    assert all(values[key].catatan for key in deduced)


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("pp-46-2011", "skp = 0.60", "skp = 0.70", "jumlah bobot"),
        ("pp-46-2011", "dari = 76.0", "dari = 95.0", "menurun"),
        ("pp-46-2011", '"Buruk"', '"Sangat Kurang"', "Buruk"),
        ("pp-46-2011", "puncak = 76.0", "puncak = 76.0, lain = 1", "lain"),
        ("permenpanrb-8-2021", "dari = 60, sampai = 79", "dari = 95, sampai = 99", "menaik"),
        ("permenpanrb-8-2021", "dari = 60, sampai = 79", "dari = 60, sampai = 59", "'sampai' tidak boleh"),
        ("permenpanrb-8-2021", "nilai_sampai = 69.0", "nilai_sampai = 40.0", "'nilai_sampai' tidak boleh"),
        ("permenpanrb-3-2020", '"Tinggi" = 9', '"Sangat Tinggi" = 9', "Sangat Tinggi"),
        ("pp-30-2019", "maksimal = 0.20 }", "maksimal = 20 }", "pp30_distribusi"),
    ],
)
def test_a_wrong_value_is_refused(tmp_path: Path, file: str, old: str, new: str, told: str) -> None:
    text = (DATA / f"{file}.toml").read_text("utf-8")
    assert old in text
    path = tmp_path / f"{file}.toml"
    path.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(RegulationError) as error:
        load(path)
    assert f"{file}.toml: kunci 'ketentuan." in str(error.value)
    assert told in str(error.value)
