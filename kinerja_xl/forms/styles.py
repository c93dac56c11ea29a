"""Colours, fonts and borders of the standard workbooks: one look for all sheets, readable in print and on a small screen."""

from copy import copy

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.styleable import StyleableObject

NAVY, GOLD, PALE, GREY, AMBER, RED = "1F3864", "C9A227", "DCE6F1", "F2F2F2", "FFE699", "C00000"
INPUT_TAB, RATER_TAB, OUTPUT_TAB = "2E75B6", "548235", "7F7F7F"

FONT = "Calibri"
BODY = Font(name=FONT, size=10)
BOLD = Font(name=FONT, size=10, bold=True)
TITLE = Font(name=FONT, size=14, bold=True, color=NAVY)
SUBTITLE = Font(name=FONT, size=10, color="595959")
HEADER = Font(name=FONT, size=10, bold=True, color="FFFFFF")
COMPUTED = Font(name=FONT, size=10, color="595959")

_HAIR = Side(style="thin", color="BFBFBF")
BOX = Border(left=_HAIR, right=_HAIR, top=_HAIR, bottom=_HAIR)

HEADER_FILL = PatternFill("solid", fgColor=NAVY)
GROUP_FILL = PatternFill("solid", fgColor="2F5597")
SECTION_FILL = PatternFill("solid", fgColor=PALE)
COMPUTED_FILL = PatternFill("solid", fgColor=GREY)

CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
WRAPPED = Alignment(vertical="top", wrap_text=True)
CLIPPED = Alignment(horizontal="fill", vertical="top")
TOP_CENTRE = Alignment(horizontal="center", vertical="top")
LEFT = Alignment(horizontal="left", vertical="top", wrap_text=True)
TOP = Alignment(vertical="top")
UNLOCKED = Protection(locked=False)

MISSING = DifferentialStyle(fill=PatternFill(bgColor=AMBER))
WRONG = DifferentialStyle(font=Font(color=RED, bold=True))
INCOMPLETE = DifferentialStyle(font=Font(color="9C5700"), fill=PatternFill(bgColor="FFF2CC"))

TEXT_FORMAT, DATE_FORMAT, GENERAL, POINTS_FORMAT = "@", "dd/mm/yyyy", "General", "0.00"


def look_of(cell: StyleableObject) -> StyleArray:
    """Everything that makes the look of a cell, for ``dress``."""
    look: StyleArray = copy(cell._style)  # type: ignore[attr-defined]  # left out of the stubs
    return look


def dress(cell: StyleableObject, look: StyleArray) -> None:
    """Give a cell of the same workbook the look of another one: ten times quicker than font, border, fill one by one."""
    cell._style = copy(look)  # type: ignore[attr-defined]
