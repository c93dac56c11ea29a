"""Print set-up of the sheets of a standard workbook: A4, one page wide, titles repeated, sheet name and page number below."""

from typing import Literal

from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet


def print_setup(
    sheet: Worksheet,
    orientation: Literal["portrait", "landscape"],
    area: str = "",
    titles: str = "",
    *,
    columns: str = "",
    pages_wide: int = 1,
) -> None:
    """Set up ``sheet`` for A4.

    ``area`` is the range printed (empty: all of it), ``titles`` the rows repeated, like ``4:5``, ``columns`` the columns
    repeated where it is ``pages_wide`` pages wide.
    """
    sheet.page_setup.orientation = orientation
    sheet.page_setup.paperSize = int(sheet.PAPERSIZE_A4)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = pages_wide, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if area:
        sheet.print_area = area
    if titles:
        sheet.print_title_rows = titles
    if columns:
        sheet.print_title_cols = columns
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top = margins.bottom = 0.6
    footer = sheet.oddFooter
    if footer is not None and footer.left is not None and footer.right is not None:
        footer.left.text, footer.right.text = "&A", "Halaman &P dari &N"
