"""The picture of the pola distribusi: a curve over the five predikat, and a column where the person stands."""

from typing import NamedTuple

from openpyxl.chart import BarChart, LineChart
from openpyxl.chart import Reference as ChartReference
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
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


class Frame(NamedTuple):
    """The cells that a picture fills: ``rows`` from ``row`` on, columns from A to ``last_column``."""

    row: int
    rows: int
    last_column: int

    @property
    def anchor(self) -> TwoCellAnchor:
        """From corner to corner, so that the picture is as wide as its heading in every program."""
        first, last = AnchorMarker(row=self.row - 1), AnchorMarker(col=self.last_column, row=self.row - 1 + self.rows)
        return TwoCellAnchor(editAs="oneCell", _from=first, to=last)


_OUTLINE = GraphicalProperties(ln=LineProperties(solidFill="000000", w=9525))
_MIDDLE = Layout(ManualLayout(layoutTarget="inner", xMode="edge", yMode="edge", x=0.28, y=0.06, w=0.44, h=0.7))
"""The middle of a picture much wider than high."""


def add_curve(sheet: Worksheet, frame: Frame, curve: Curve, *, flat: bool = False) -> None:
    """Put the chart of ``curve`` into ``frame``; ``flat``: the frame is much wider than high."""
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
    chart.graphical_properties, chart.roundedCorners = _OUTLINE, False
    if flat:
        chart.layout = _MIDDLE
    chart.anchor = frame.anchor  # type: ignore[assignment]  # a corner in the stubs
    sheet.add_chart(chart)
