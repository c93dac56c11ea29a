"""The results of the formulas on the sheet Distribusi, as Excel would have saved them in a filled workbook."""

from collections import Counter

from kinerja_xl.forms.build_distribution import CAPAIAN, DINILAI, FIRST, NAME, PERIODE
from kinerja_xl.forms.fill import CellValue, UnitContent
from kinerja_xl.forms.reference import CURVE_ORDER
from kinerja_xl.regulations import AturanRating
from kinerja_xl.terms import CapaianOrganisasi, read_term


def distribution_cells(content: UnitContent, aturan: AturanRating) -> dict[str, dict[tuple[int, int], CellValue]]:
    """Cells of the sheet: period, result of the unit, people rated, and the table of predikat beside the curve's pattern."""
    periode = content.unit["periode"]
    capaian = content.unit.get(f"capaian_{periode.lower()}", "")
    rated = Counter(row.get("predikat", "") for row in content.rows["penilaian"] if row["periode"] == periode)
    total = sum(rated[p.value] for p in CURVE_ORDER)
    cells: dict[tuple[int, int], CellValue] = {
        (_row(PERIODE), 2): periode,
        (_row(CAPAIAN), 2): capaian,
        (_row(DINILAI), 2): total,
    }
    result = read_term(CapaianOrganisasi, capaian)
    pattern = aturan.pola_kurva.isi[result] if result else (0,) * len(CURVE_ORDER)
    for place, predikat in enumerate(CURVE_ORDER):
        share = pattern[place] / max(sum(pattern), 1)
        values = (rated[predikat.value], rated[predikat.value] / max(total, 1), total * share)
        cells |= {(FIRST + place, column): value for column, value in enumerate(values, start=2)}
    return {NAME: cells}


def _row(address: str) -> int:
    return int(address[1:])
