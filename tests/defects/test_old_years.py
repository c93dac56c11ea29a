"""Examples of the years before the ratings: clean without a problem, and every rule of these years planted where it is found."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from kinerja_xl.checks import RULES, examine
from kinerja_xl.examples import defects_daftar
from kinerja_xl.examples.defects import OLD_CODES, plant
from kinerja_xl.examples.units import make_units
from kinerja_xl.examples.write import DEFECTS, write_examples
from kinerja_xl.findings import Finding, Severity
from kinerja_xl.forms.behaviours import in_quarter
from kinerja_xl.forms.read import join, read_workbook
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanAngka
from kinerja_xl.scoring.scheme import aturan_periode
from tests.examples.test_units import as_tables

ALWAYS = {"SKL001", "SKL002", "SKL003", "SKL008"}
UNDER_PP_46 = ALWAYS | {"SKL004", "SKL005", "SKL006", "SKL011"}
UNDER_8_2021 = ALWAYS | {"SKL007", "SKL009", "SKL010"}


def findings(files: tuple[Path, ...], periode: Periode, tahun: int) -> list[Finding]:
    readings = [read_workbook(path) for path in files]
    checked = examine(join(readings), periode, aturan_periode(periode, tahun)).findings
    return [f for reading in readings for f in reading.findings] + checked


@pytest.mark.parametrize("tahun", [2019, 2020, 2021])
@pytest.mark.parametrize("periode", list(Periode))
def test_clean_units_have_no_galat_and_no_peringatan_and_everybody_has_a_value(tahun: int, periode: Periode) -> None:
    units = make_units(tahun=tahun, periode=periode, benih=7, unit=6)
    looked_at = examine(as_tables(units), periode, aturan_periode(periode, tahun))
    assert [f for f in looked_at.findings if f.severity is not Severity.INFO] == []
    assert looked_at.penilaian.pegawai["nilai"].notna().all()
    assert looked_at.penilaian.pegawai["predikat"].nunique() > 1


@pytest.mark.parametrize(
    ("tahun", "periode", "codes"),
    [
        (2020, Periode.TAHUNAN, UNDER_PP_46),
        (2021, Periode.TW2, UNDER_PP_46),
        (2021, Periode.TAHUNAN, UNDER_8_2021 | {"SKL012"}),
    ],
)
def test_planted_defects_are_found_and_nothing_else(
    tahun: int, periode: Periode, codes: set[str], tmp_path: Path
) -> None:
    report = write_examples(tmp_path, tahun=tahun, periode=periode, benih=7, unit=3, pegawai=12, cacat=True)
    found = {(f.file, f.sheet, f.cell, f.code) for f in findings(report.files, periode, tahun)}
    in_workbooks = [d for d in report.defects if d.code not in defects_daftar.CODES]
    assert found == {(d.file, d.sheet, d.cell, d.code) for d in in_workbooks}
    assert {d.code for d in in_workbooks} == codes
    assert json.loads((tmp_path / DEFECTS).read_text(encoding="utf-8")) == [asdict(d) for d in report.defects]


def test_every_rule_of_these_years_can_be_planted() -> None:
    assert {code for code, rule in RULES.items() if issubclass(rule.untuk, AturanAngka)} == OLD_CODES
    assert UNDER_PP_46 | UNDER_8_2021 | {"SKL012"} == OLD_CODES


def test_only_the_codes_asked_for_are_planted() -> None:
    clean = make_units(tahun=2020, periode=Periode.TW4, benih=3, unit=1, pegawai=12)
    _, planted = plant(clean, tahun=2020, periode=Periode.TW4, benih=3, codes={"SKL003", "REA001"})
    assert [defect.code for defect in planted] == ["SKL003"]


def test_behaviours_have_numbers_only_in_quarters_whose_law_asks_for_them() -> None:
    (unit,) = make_units(tahun=2021, periode=Periode.TW4, benih=1, unit=1, pegawai=8)
    for row in unit.content.rows["perilaku"]:
        for quarter in (Periode.TW1, Periode.TW4):
            assert bool(row[f"angka_{quarter.suffix}"]) == (row["nilai"] in in_quarter(quarter, 2021).every)


def test_an_activity_has_three_aspects_and_pppk_are_left_out() -> None:
    (unit,) = make_units(tahun=2020, periode=Periode.TW1, benih=1, unit=1, pegawai=20)
    plans = unit.content.rows["rencana"]
    aspects = [row["aspek"] for row in plans]
    assert aspects == ["Kuantitas", "Kualitas", "Waktu"] * (len(aspects) // 3)
    assert [row["no_iki"] for row in plans[:3]] == ["1", "2", "3"]
    assert {row["status"] for row in unit.content.rows["pegawai"]} <= {"PNS", "CPNS"}


def test_the_same_arguments_make_the_same_unit() -> None:
    first, second = (make_units(tahun=2020, periode=Periode.TW2, benih=4, unit=1, pegawai=8) for _ in range(2))
    assert first == second
