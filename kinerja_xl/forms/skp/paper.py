"""Drawing on a printed sheet of the Formulir SKP: cells by row and span, merged and boxed as the official annex looks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.forms import styles
from kinerja_xl.forms.skp.layout import Span

Content = str | int | float | None

_LINE = Side(style="thin", color="000000")
FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
HEAD_FILL = PatternFill("solid", fgColor=styles.PALE)
PANEL_FILL = PatternFill("solid", fgColor=styles.GREY)
PAGE = {"landscape": (27.7, 17.8), "portrait": (19.0, 26.5)}
"""Width and height in centimetres between the margins of an A4 page, with a little to spare: programs round heights."""
_MARGIN, _MARGIN_TOP, _MARGIN_BOTTOM = 0.39, 0.5, 0.6
_SLACK = 6
"""Percent by which programs differ in the width of a column."""
_POINTS_A_CM = 72 / 2.54
_CM_A_CHARACTER, _CM_A_COLUMN = 7 / 96 * 2.54, 5 / 96 * 2.54


_INDENTED = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)


@dataclass(frozen=True)
class Look:
    """How a cell looks, and whether people may type into it."""

    font: Font = styles.BODY
    alignment: Alignment = _INDENTED
    fill: PatternFill | None = None
    framed: bool = True
    typed: bool = False
    number_format: str = styles.GENERAL


PLAIN = Look(alignment=Alignment(vertical="center", wrap_text=True), framed=False)
BOXED = Look()
CENTRED = Look(alignment=styles.CENTRE)
BOLD = Look(font=styles.BOLD)
TITLE = Look(Font(name=styles.FONT, size=12, bold=True), styles.CENTRE, framed=False)
HEAD = Look(styles.BOLD, styles.CENTRE, HEAD_FILL)
NUMBERS = Look(Font(name=styles.FONT, size=8, italic=True), styles.CENTRE, HEAD_FILL)
SECTION = Look(styles.BOLD, Alignment(horizontal="left", vertical="center", indent=1), HEAD_FILL)
TYPED = Look(typed=True, number_format=styles.TEXT_FORMAT)
TYPED_CENTRE = replace(TYPED, alignment=styles.CENTRE)
TYPED_DATE = Look(alignment=styles.CENTRE, typed=True, number_format=styles.DATE_FORMAT)
CHOSEN = Look(styles.BOLD, styles.CENTRE, typed=True, number_format=styles.TEXT_FORMAT)
SMALL = Look(Font(name=styles.FONT, size=9))
FOOTNOTE = replace(PLAIN, font=SMALL.font)
SIGNED = Look(alignment=Alignment(horizontal="center", vertical="top", wrap_text=True), framed=False)
PANEL = Look(styles.COMPUTED, fill=PANEL_FILL)
PANEL_HEAD = Look(styles.HEADER, styles.CENTRE, styles.HEADER_FILL)


class Paper:
    """A worksheet to draw on."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self._worn: dict[int, tuple[Look, StyleArray]] = {}

    def put(self, row: int, span: Span, value: Content = None, look: Look = BOXED, *, last_row: int = 0) -> Cell:
        """Write ``value`` into the cells of ``span`` from ``row`` to ``last_row``, merged where they are more than one."""
        last = max(row, last_row)
        for r in range(row, last + 1):
            for c in range(span.first, span.last + 1):
                self._dress(self._cell(r, c), look)
        cell = self._cell(row, span.first)
        cell.value = value
        if (last, span.last) != (row, span.first):
            # The cells have their looks already, which ``merge_cells`` would work out again, a hundred times slower.
            area = CellRange(min_col=span.first, min_row=row, max_col=span.last, max_row=last)
            self.sheet.merged_cells.ranges.add(area)
        return cell

    def _cell(self, row: int, column: int) -> Cell:
        cell = self.sheet.cell(row, column)
        if not isinstance(cell, Cell):
            raise TypeError(f"{cell.coordinate} is merged already")
        return cell

    def _dress(self, cell: Cell, look: Look) -> None:
        """Give a cell its look; a look worn before is copied."""
        fresh = not cell.has_style
        if fresh and id(look) in self._worn:
            styles.dress(cell, self._worn[id(look)][1])
            return
        cell.font, cell.alignment, cell.number_format = look.font, look.alignment, look.number_format
        if look.framed:
            cell.border = FRAME
        if look.fill:
            cell.fill = look.fill
        if look.typed:
            cell.protection = styles.UNLOCKED
        if fresh:
            self._worn[id(look)] = (look, styles.look_of(cell))

    def highlight(self, area: str, condition: str, look: DifferentialStyle = styles.MISSING) -> None:
        """Colour the cells of ``area`` while ``condition`` (for its first cell, without ``=``) holds."""
        self.sheet.conditional_formatting.add(area, Rule("expression", formula=[condition], dxf=look))

    def widths(self, *widths: float) -> None:
        """Set the widths of the columns from A on, in characters."""
        for column, width in enumerate(widths, start=1):
            self.sheet.column_dimensions[get_column_letter(column)].width = width

    def height(self, points: float, *rows: int) -> None:
        """Set the height of rows, in points."""
        for row in rows:
            self.sheet.row_dimensions[row].height = points

    def heights(self, points: Mapping[int, float]) -> None:
        """Set the heights of rows, in points."""
        for row, high in points.items():
            self.sheet.row_dimensions[row].height = high

    def hide(self, *rows: int) -> None:
        """Hide rows."""
        for row in rows:
            self.sheet.row_dimensions[row].hidden = True

    def page(
        self, orientation: str, last_row: int, widths: tuple[float, ...], titles: str = "", breaks: tuple[int, ...] = ()
    ) -> None:
        """Set up A4: the columns of ``widths`` fill one page across, ``titles`` are repeated, pages end after the rows ``breaks``.

        A scale instead of "fit to page", with which Excel forgets page breaks.
        """
        sheet, setup = self.sheet, self.sheet.page_setup
        sheet.print_area = f"A1:{get_column_letter(len(widths))}{last_row}"
        setup.orientation = "landscape" if orientation == "landscape" else "portrait"
        setup.paperSize = int(sheet.PAPERSIZE_A4)
        setup.scale = scale_of(orientation, widths)
        margins = sheet.page_margins
        margins.left = margins.right = _MARGIN
        margins.top, margins.bottom = _MARGIN_TOP, _MARGIN_BOTTOM
        sheet.print_options.horizontalCentered = True
        if titles:
            sheet.print_title_rows = titles
        for row in breaks:
            sheet.row_breaks.append(Break(id=row))
        footer = sheet.oddFooter
        if footer is not None and footer.left is not None and footer.right is not None:
            footer.left.text, footer.right.text = "&A", "Halaman &P dari &N"
        margins.footer = 0.3
        sheet.sheet_view.showGridLines = False

    def zoom(self, percent: int) -> None:
        """Show the sheet so that the helper columns can be seen beside the paper."""
        self.sheet.sheet_view.zoomScale = percent

    def protect(self, *, rows: bool = True) -> None:
        """Guard everything but the typed cells against accidents (no password); rows can still be shown, hidden and made higher."""
        protection = self.sheet.protection
        protection.sheet = True
        protection.formatRows = not rows
        protection.formatColumns = False


def scale_of(orientation: str, widths: Sequence[float]) -> int:
    """Percent at which columns of these ``widths`` fill a page across; never more than their real size."""
    wide = sum(_CM_A_CHARACTER * width + _CM_A_COLUMN for width in widths)
    return min(100, int(100 * PAGE[orientation][0] / wide) - _SLACK)


def page_points(orientation: str, widths: Sequence[float]) -> float:
    """Height in points of the rows that fit on a page at that scale."""
    return PAGE[orientation][1] * _POINTS_A_CM * 100 / scale_of(orientation, widths)
