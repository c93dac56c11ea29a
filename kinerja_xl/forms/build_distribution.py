"""The sheet Distribusi: how many people have which predikat in the period, beside the pattern of the curve, with a chart.

Live: the counts move while the supervisor sets ratings. The pattern is the picture of the regulation's annex, not a quota;
the rules in words come from the circular in force.
"""

from collections.abc import Callable

from openpyxl.chart import BarChart, LineChart
from openpyxl.chart import Reference as ChartReference
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.forms import styles
from kinerja_xl.forms.description import FormSheet
from kinerja_xl.forms.page import print_setup
from kinerja_xl.forms.reference import CURVE_ORDER, Reference
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating
from kinerja_xl.scoring.curve import rule_text
from kinerja_xl.terms import CapaianOrganisasi

NAME = "Distribusi"
PERIODE, CAPAIAN, DINILAI, FIRST = "B4", "B5", "B6", 9
HEADERS = ("Predikat", "Jumlah", "Persen", "Pola kurva (orang)")


def add_distribution(
    book: Workbook, unit: FormSheet, reference: Reference, aturan: AturanRating, column_range: Callable[[str, str], str]
) -> None:
    """Add the sheet; ``column_range`` gives the range of a column of the sheet Penilaian, ``unit`` is the sheet Unit."""
    sheet = book.create_sheet(NAME)
    sheet["A1"], sheet["A1"].font = "DISTRIBUSI PREDIKAT KINERJA PEGAWAI", styles.TITLE
    sheet["A2"] = "Dihitung sendiri dari lembar Penilaian. Kurva adalah pertimbangan pimpinan, bukan kuota."
    sheet["A2"].font = styles.SUBTITLE
    last = FIRST + len(CURVE_ORDER) - 1
    _head(sheet, unit, last)
    _counts(sheet, reference, column_range)
    _chart(sheet, last)
    _rules(sheet, aturan, last + 24)
    for letter, width in zip("ABCD", (34, 18, 12, 20), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.sheet_properties.tabColor = styles.RATER_TAB
    sheet.protection.sheet = True
    print_setup(sheet, "portrait")


def _head(sheet: Worksheet, unit: FormSheet, last: int) -> None:
    results = f"{unit.name}!$B${unit.row('capaian_tw1')}:$B${unit.row('capaian_tahunan')}"
    which = ",".join(f'"{p}"' for p in Periode)
    rows = (
        ("Periode penilaian", f'={unit.name}!$B${unit.row("periode")}&""'),
        ("Capaian kinerja organisasi", f'=IFERROR(INDEX({results},MATCH({PERIODE},{{{which}}},0))&"","")'),
        ("Pegawai yang sudah dinilai", f"=SUM(B{FIRST}:B{last})"),
    )
    for row, (label, formula) in enumerate(rows, start=4):
        sheet.cell(row, 1, label).font = styles.BODY
        sheet.cell(row, 2, formula).font = styles.BOLD


def _counts(sheet: Worksheet, reference: Reference, column_range: Callable[[str, str], str]) -> None:
    for column, header in enumerate(HEADERS, start=1):
        cell = sheet.cell(FIRST - 1, column, header)
        cell.font, cell.fill, cell.alignment, cell.border = styles.HEADER, styles.HEADER_FILL, styles.CENTRE, styles.BOX
    periods, predicates = column_range("penilaian", "periode"), column_range("penilaian", "predikat")
    row_of_result, pattern = f"MATCH({_fixed(CAPAIAN)},{reference['capaian']},0)", reference["pola"]
    for place, predikat in enumerate(CURVE_ORDER, start=1):
        row = FIRST + place - 1
        shape = f"INDEX({pattern},{row_of_result},{place})/SUM(INDEX({pattern},{row_of_result},0))"
        values = (
            predikat,
            f"=COUNTIFS({periods},{_fixed(PERIODE)},{predicates},$A{row})",
            f"=IF({_fixed(DINILAI)}=0,0,B{row}/{_fixed(DINILAI)})",
            f"=IFERROR({_fixed(DINILAI)}*{shape},0)",
        )
        for column, value in enumerate(values, start=1):
            cell = sheet.cell(row, column, value)
            cell.font, cell.border = styles.BODY, styles.BOX
            cell.number_format = ("General", "0", "0.0%", "0.0")[column - 1]


def _fixed(cell: str) -> str:
    return f"${cell[0]}${cell[1:]}"


def _chart(sheet: Worksheet, last: int) -> None:
    bars, line = BarChart(), LineChart()
    names = ChartReference(sheet, min_col=1, min_row=FIRST, max_row=last)
    for chart, column in ((bars, 2), (line, 4)):
        chart.add_data(ChartReference(sheet, min_col=column, min_row=FIRST - 1, max_row=last), titles_from_data=True)
        chart.set_categories(names)
    bars.title = "Distribusi predikat dan pola kurva"
    bars.y_axis.title, bars.y_axis.numFmt = "Pegawai", "0"
    bars.y_axis.delete = bars.x_axis.delete = False
    bars.gapWidth = 60
    bars.series[0].graphicalProperties.solidFill = styles.INPUT_TAB
    line.series[0].graphicalProperties.line.solidFill = styles.GOLD
    line.series[0].smooth = True
    bars += line
    bars.legend.position = "b"
    bars.width, bars.height = 20, 10
    sheet.add_chart(bars, f"A{last + 2}")


def _rules(sheet: Worksheet, aturan: AturanRating, row: int) -> None:
    if aturan.kurva is None:
        return
    sheet.cell(row, 1, f"Aturan kurva ({aturan.kurva.dasar})").font = styles.BOLD
    for offset, capaian in enumerate(CapaianOrganisasi, start=1):
        rules = "; ".join(rule_text(rule) for rule in aturan.kurva.isi[capaian])
        cell = sheet.cell(row + offset, 1, f"Capaian {capaian}: {rules}.")
        sheet.merge_cells(start_row=row + offset, start_column=1, end_row=row + offset, end_column=4)
        cell.font, cell.alignment = styles.BODY, styles.WRAPPED
        sheet.row_dimensions[row + offset].height = 30
