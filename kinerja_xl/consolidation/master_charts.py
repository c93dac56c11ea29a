"""The charts of the sheets Ringkasan and Tren, drawn by Excel from the tables below them on the same sheet."""

from collections.abc import Mapping
from dataclasses import dataclass

from xlsxwriter.chart import Chart
from xlsxwriter.workbook import Workbook

from kinerja_xl.consolidation import master_styles as styles
from kinerja_xl.consolidation.master_texts import SUMMARY
from kinerja_xl.terms import Predikat


@dataclass(frozen=True)
class Rows:
    """First and last row of a table's data, counted from 0, and the sheet it is on."""

    first: int
    last: int
    sheet: str = SUMMARY

    def column(self, place: int) -> list[object]:
        """The range of a column, as XlsxWriter takes it."""
        return [self.sheet, self.first, place, self.last, place]


def distribution_chart(book: Workbook, rows: Rows, names: int, shares: int, pattern: int | None) -> Chart:
    """Share of each predikat as columns in its colour, beside the pattern of the curve where there is one."""
    chart = book.add_chart({"type": "column"})
    points = [{"fill": {"color": styles.CHART_COLOURS[p]}} for p in reversed(Predikat)]
    _columns(chart, "Pegawai", rows, names, shares, {"points": points, "gap": 60, "overlap": 0})
    if pattern is not None:
        outline = {"fill": {"color": "#F5EBCB"}, "border": {"color": styles.GOLD, "width": 1.25}}
        _columns(chart, "Pola kurva", rows, names, pattern, outline)
    title = "Distribusi predikat: pegawai dan pola kurva" if pattern is not None else "Distribusi predikat"
    _dress(chart, title, legend=False)
    chart.set_x_axis({"num_font": _font(8), "line": {"color": styles.LINE}})
    chart.set_y_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    return chart


def _columns(chart: Chart, name: str, rows: Rows, names: int, values: int, look: dict[str, object]) -> None:
    label = {"value": True, "num_format": "0%", "font": _font(8)}
    ranges = {"categories": rows.column(names), "values": rows.column(values)}
    chart.add_series({"name": name, **ranges, "data_labels": label, **look})


def units_chart(
    book: Workbook, rows: Rows, names: int, predikat_columns: range, which: str, words: Mapping[Predikat, str]
) -> Chart:
    """Shares of the predikat of each unit as a stacked bar of 100%; ``which`` units, for the title."""
    chart = book.add_chart({"type": "bar", "subtype": "percent_stacked"})
    for column, predikat in zip(predikat_columns, Predikat, strict=True):
        chart.add_series(
            {
                "name": words[predikat],
                "categories": rows.column(names),
                "values": rows.column(column),
                "fill": {"color": styles.CHART_COLOURS[predikat]},
                "gap": 45,
            }
        )
    _dress(chart, f"Predikat menurut unit{which}", legend=True)
    _unit_axis(chart, rows)
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    return chart


def progress_chart(book: Workbook, rows: Rows, names: int, states: Mapping[str, int], which: str) -> Chart:
    """People of each unit by how far they have come, as a stacked bar; ``states`` are the columns by what they count."""
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    for (name, column), colour in zip(states.items(), styles.PROGRESS_COLOURS, strict=True):
        ranges = {"categories": rows.column(names), "values": rows.column(column)}
        chart.add_series({"name": name, **ranges, "fill": {"color": colour}, "gap": 45})
    _dress(chart, f"Kemajuan pengumpulan (pegawai){which}", legend=True)
    _unit_axis(chart, rows)
    chart.set_x_axis(
        {"num_font": _font(8), "major_gridlines": {"visible": True, "line": {"color": styles.LINE}}, "min": 0}
    )
    return chart


def shares_chart(
    book: Workbook, rows: Rows, title: str, series: Mapping[str, tuple[int, str]], *, stacked: bool
) -> Chart:
    """Shares by period as columns, one on the other or side by side; ``series`` are grid column and colour by name."""
    chart = book.add_chart({"type": "column", "subtype": "percent_stacked"} if stacked else {"type": "column"})
    for name, (column, colour) in series.items():
        ranges = {"categories": rows.column(0), "values": rows.column(column)}
        label = {} if stacked else {"data_labels": {"value": True, "num_format": "0%", "font": _font(8)}}
        chart.add_series({"name": name, **ranges, "fill": {"color": colour}, "gap": 60, **label})
    _dress(chart, title, legend=True)
    chart.set_x_axis({"num_font": _font(8), "line": {"color": styles.LINE}})
    chart.set_y_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    return chart


def mean_chart(book: Workbook, rows: Rows, title: str, values: int, axis: tuple[int, int]) -> Chart:
    """The mean of each period as a line with its numbers; ``axis`` is from and to where it reaches."""
    chart = book.add_chart({"type": "line"})
    ranges = {"categories": rows.column(0), "values": rows.column(values)}
    label = {"value": True, "num_format": "0.0", "position": "above", "font": _font(8)}
    marker = {"type": "circle", "size": 7, "fill": {"color": styles.BLUE}, "border": {"color": styles.BLUE}}
    line = {"color": styles.BLUE, "width": 2.25}
    chart.add_series({"name": title, **ranges, "line": line, "marker": marker, "data_labels": label})
    _dress(chart, title, legend=False)
    chart.set_x_axis({"num_font": _font(8), "line": {"color": styles.LINE}})
    grid = {"major_gridlines": {"visible": True, "line": {"color": styles.LINE}}}
    chart.set_y_axis({"num_font": _font(8), "num_format": "0", "min": axis[0], "max": axis[1], **grid})
    return chart


def _unit_axis(chart: Chart, rows: Rows) -> None:
    """The names of the units beside the bars, the first on top; XlsxWriter calls this upright axis of a bar chart y."""
    font = _font(8 if rows.last - rows.first < 12 else 7)
    axis = {"reverse": True, "crossing": "max", "num_font": font, "line": {"color": styles.LINE}, "interval_unit": 1}
    chart.set_y_axis(axis | {"major_tick_mark": "none", "major_gridlines": {"visible": False}})


def _dress(chart: Chart, title: str, *, legend: bool) -> None:
    chart.set_title({"name": title, "name_font": _font(11, styles.NAVY) | {"bold": True}, "overlay": False})
    chart.set_legend({"position": "bottom", "font": _font(8)} if legend else {"none": True})
    chart.set_chartarea({"border": {"color": styles.LINE}, "fill": {"color": "white"}})
    chart.set_plotarea({"fill": {"none": True}})


def _font(size: int, colour: str = styles.INK) -> dict[str, object]:
    return {"name": styles.FONT, "size": size, "color": colour, "bold": False}
