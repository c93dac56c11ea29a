"""The picture of the pola distribusi: a curve over the five predikat, and a column where the person stands."""

from typing import NamedTuple

from openpyxl.chart import BarChart, LineChart
from openpyxl.chart import Reference as ChartReference
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.forms import styles

POINTS = 5
_NO_NUMBERS = ";;;"
"""The picture shows a shape; its numbers are none of the law's."""


class Curve(NamedTuple):
    """Where the curve of a period stands on the sheet Hitung: a column of names from ``row`` on, its values, the person's column."""

    sheet: Worksheet
    row: int
    names: int
    values: int
    person: int


def add_curve(sheet: Worksheet, anchor: str, curve: Curve, *, height: float, width: float = 17.0) -> None:
    """Put the chart of ``curve`` at ``anchor``; sizes in centimetres."""
    chart, line = BarChart(), LineChart()
    last = curve.row + POINTS - 1
    names = ChartReference(curve.sheet, min_col=curve.names, min_row=curve.row, max_row=last)
    for part, column in ((chart, curve.person), (line, curve.values)):
        data = ChartReference(curve.sheet, min_col=column, min_row=curve.row - 1, max_row=last)
        part.add_data(data, titles_from_data=True)
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
