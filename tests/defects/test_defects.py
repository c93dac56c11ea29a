"""Planted defects are found, all of them, where they were planted, and nothing else is."""

import json
from collections.abc import Collection
from dataclasses import asdict
from functools import cache
from pathlib import Path

import pytest

from kinerja_xl.checks import RULES, check, himpun
from kinerja_xl.examples import defects_daftar
from kinerja_xl.examples.defects import CODES, OLD_CODES, DefectiveUnit, PlantedDefect, plant
from kinerja_xl.examples.units import ExampleUnit, make_units
from kinerja_xl.examples.write import DEFECTS, unit_bytes, write_examples
from kinerja_xl.findings import Severity
from kinerja_xl.forms.fill import UnitContent
from kinerja_xl.forms.read import Reading, join, read_workbook
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanAngka, AturanRating, aturan_pada

TAHUN = 2026
OF_WORKBOOKS = RULES.keys() - himpun.CODES
"""Rules on staff forms are broken by no unit workbook, so no defect of theirs is planted; see tests/gathering."""
OLD_YEARS = {code for code, rule in RULES.items() if issubclass(rule.untuk, AturanAngka)}
"""Examples are made of years with ratings; these rules have their files in tests/defects/test_old_years.py."""
ONLY_YEARLY = {"PGB005"}
NOT_IN = {Periode.TW2: {"REA012"}, Periode.TW3: set[str](), Periode.TW4: {"REA016", "REA017"}}
"""What a period cannot show: too few quarters behind it for a trend, or no quarter ahead of it."""
Found = set[tuple[str, str, str, str]]


@cache
def clean_units(periode: Periode, benih: int, unit: int, pegawai: int | None) -> list[ExampleUnit]:
    return make_units(tahun=TAHUN, periode=periode, benih=benih, unit=unit, pegawai=pegawai)


def finished(unit: DefectiveUnit) -> bytes:
    data = unit_bytes(unit.content, TAHUN)
    return unit.finish(data) if unit.finish else data


def read(folder: Path, file_name: str, data: bytes) -> Reading:
    path = folder / file_name
    path.write_bytes(data)
    return read_workbook(path)


def planted_places(planted: Collection[PlantedDefect]) -> Found:
    return {(defect.file, defect.sheet, defect.cell, defect.code) for defect in planted}


def found_places(readings: list[Reading], periode: Periode, codes: Collection[str]) -> Found:
    """Everything that is a problem, and what is only worth knowing where it was asked for."""
    aturan = aturan_pada(periode.span(TAHUN)[1], AturanRating)
    findings = [f for reading in readings for f in reading.findings] + check(join(readings), periode, aturan)
    told = [f for f in findings if f.severity is not Severity.INFO or f.code in codes]
    return {(f.file, f.sheet, f.cell, f.code) for f in told}


@pytest.mark.parametrize(("periode", "benih"), [(Periode.TW2, 7), (Periode.TW3, 11), (Periode.TW4, 1)])
def test_all_planted_defects_are_found_and_nothing_else(periode: Periode, benih: int, tmp_path: Path) -> None:
    report = write_examples(tmp_path, tahun=TAHUN, periode=periode, benih=benih, cacat=True)
    readings = [read_workbook(path) for path in report.files]
    in_workbooks = [defect for defect in report.defects if defect.code not in defects_daftar.CODES]
    assert found_places(readings, periode, CODES) == planted_places(in_workbooks)
    assert {defect.code for defect in report.defects} == (OF_WORKBOOKS - ONLY_YEARLY - OLD_YEARS - NOT_IN[periode])
    listed = json.loads((tmp_path / DEFECTS).read_text(encoding="utf-8"))
    assert listed == [asdict(defect) for defect in report.defects]


def test_every_rule_there_is_can_be_planted() -> None:
    assert OF_WORKBOOKS == CODES | OLD_CODES | defects_daftar.CODES
    assert {code for code in RULES if code.startswith("HMP")} == himpun.CODES


@cache
def small_unit(periode: Periode) -> tuple[list[ExampleUnit], UnitContent]:
    units = clean_units(periode, 7, 1, 8)
    return units, units[0].content


@cache
def clean_reading(folder: Path) -> Reading:
    units, content = small_unit(Periode.TW2)
    return read(folder, units[0].file_name, unit_bytes(content, TAHUN))


@pytest.mark.parametrize("code", sorted(CODES - ONLY_YEARLY - NOT_IN[Periode.TW2]))
def test_one_code_is_planted_alone(code: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    clean, content = small_unit(Periode.TW2)
    units, planted = plant(clean, tahun=TAHUN, periode=Periode.TW2, benih=7, codes={code})
    touched = [unit for unit in units if unit.finish or unit.content != content]
    readings = [read(tmp_path, unit.file_name, finished(unit)) for unit in touched]
    if len(touched) < len(units):
        readings.append(clean_reading(tmp_path_factory.getbasetemp()))
    assert found_places(readings, Periode.TW2, {code}) == planted_places(planted)
    assert {defect.code for defect in planted} == {code}


def test_hours_are_short_only_in_the_yearly_appraisal(tmp_path: Path) -> None:
    clean = clean_units(Periode.TAHUNAN, 7, 1, 12)
    units, planted = plant(clean, tahun=TAHUN, periode=Periode.TAHUNAN, benih=7, codes=ONLY_YEARLY)
    readings = [read(tmp_path, unit.file_name, finished(unit)) for unit in units]
    assert found_places(readings, Periode.TAHUNAN, ()) == planted_places(planted)
    assert {defect.code for defect in planted} == ONLY_YEARLY
    assert plant(clean, tahun=TAHUN, periode=Periode.TW2, benih=7, codes=ONLY_YEARLY)[1] == ()


def test_units_without_a_defect_stay_as_they_were() -> None:
    clean = clean_units(Periode.TW2, 7, 3, 12)
    units, planted = plant(clean, tahun=TAHUN, periode=Periode.TW2, benih=7, codes={"REA001", "PEG003"})
    mentioned = {defect.file for defect in planted}
    assert [unit.file_name for unit in units] == [unit.file_name for unit in clean]
    for before, after in zip(clean, units, strict=True):
        assert (finished(after) == unit_bytes(before.content, TAHUN)) == (before.file_name not in mentioned)


def test_the_same_arguments_plant_the_same_bytes() -> None:
    clean = clean_units(Periode.TW2, 7, 2, 12)
    first, second = (plant(clean, tahun=TAHUN, periode=Periode.TW2, benih=5) for _ in range(2))
    assert first[1] == second[1]
    assert [finished(unit) for unit in first[0]] == [finished(unit) for unit in second[0]]


def test_the_units_asked_for_keep_their_people() -> None:
    clean = clean_units(Periode.TW2, 7, 8, None)
    units, _ = plant(clean, tahun=TAHUN, periode=Periode.TW2, benih=7)
    for before, after in zip(clean, units, strict=False):
        assert len(after.content.rows["pegawai"]) >= len(before.content.rows["pegawai"])
        assert all(after.content.rows["pegawai"])
