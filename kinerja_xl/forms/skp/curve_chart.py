"""The picture of the pola distribusi: a curve over the five predikat, and a column where the person stands."""

from typing import NamedTuple

from openpyxl.chart import BarChart, LineChart
from openpyxl.chart import Reference as ChartReference
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.forms import styles
from kinerja_xl.forms.addresses import letters

POINTS = 5
_NO_NUMBERS = ";;;"
"""The picture shows a shape; its numbers are none of the law's."""


class Curve(NamedTuple):
    """Where the curve of a period stands on the sheet Hitung: a column of names from ``row`` on, its values, the person's column."""

    sheet: str
    row: int
    names: int
    values: int
    person: int

    def area(self, column: int, first: int) -> ChartReference:
        """A column of the curve from row ``first`` to its last point."""
        letter, last = letters(column), self.row + POINTS - 1
        return ChartReference(range_string=f"{quote_sheetname(self.sheet)}!${letter}${first}:${letter}${last}")


def add_curve(sheet: Worksheet, anchor: str, curve: Curve, *, height: float, width: float = 17.0) -> None:
    """Put the chart of ``curve`` at ``anchor``; sizes in centimetres."""
    chart, line = BarChart(), LineChart()
    names = curve.area(curve.names, curve.row)
    for part, column in ((chart, curve.person), (line, curve.values)):
        part.add_data(curve.area(column, curve.row - 1), titles_from_data=True)
        part.set_categories(names)
    chart.series[0].graphicalProperties.solidFill = styles.GOLD
    chart.gapWidth = 150
    line.series[0].smooth = True
    line.series[0].graphicalProperties.line.solidFill = styles.NAVY
    line.series[0].graphicalProperties.line.width = 28_000
    chart.y_axis.title, chart.y_axis.majorGridlines = "Frekuensi Pegawai", None
    chart.y_axis.delete = chart.x_axis.delete = False
    chart.y_axis.scaling.min = 0
    chart.y_axis.number_format = _NO_NUMBERS
    chart += line
    chart.legend.position = "r"
    chart.visible_cells_only = False
    chart.height, chart.width = height, width  # type: ignore[assignment]  # centimetres, not whole ones
    sheet.add_chart(chart, anchor)
