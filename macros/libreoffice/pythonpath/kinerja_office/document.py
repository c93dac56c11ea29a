"""One open spreadsheet: its ranges, the syntax of its formulas and its number formats.

What the operations (``books``, ``values``, ``formats``) have in common. Coordinates count from 0: row, column, rows, columns.
"""

import uno
from com.sun.star.lang import Locale
from com.sun.star.table import CellAddress

EXCEL_A1, CALC_A1 = 3, 0
"""Conventions of the formula parser: as in an .xlsx (commas, Sheet!A1), and as the programming interface writes them."""

US_ENGLISH = Locale("en", "US", "")
LARGE = 1_000_000
"""Cells; a larger range (whole columns) is cut down to what is used."""


def rectangle(address):
    """A UNO range address as row, column, rows, columns."""
    rows = address.EndRow - address.StartRow + 1
    return [address.StartRow, address.StartColumn, rows, address.EndColumn - address.StartColumn + 1]


class Document:
    """A spreadsheet open in the office."""

    def __init__(self, ctx, doc):
        self.ctx, self.doc = ctx, doc
        self._parser = doc.createInstance("com.sun.star.sheet.FormulaParser")
        self._parser.CompileEnglish = True
        self._kinds, self._keys = {}, {}

    def sheet(self, name):
        """The sheet of that name."""
        return self.doc.Sheets.getByName(name)

    def cells(self, sheet, row, column, rows=1, columns=1):
        """A range of cells."""
        return self.sheet(sheet).getCellRangeByPosition(column, row, column + columns - 1, row + rows - 1)

    def used(self, sheet):
        """The rectangle that holds something."""
        cursor = self.sheet(sheet).createCursor()
        cursor.gotoStartOfUsedArea(False)
        cursor.gotoEndOfUsedArea(True)
        return rectangle(cursor.RangeAddress)

    def clipped(self, sheet, row, column, rows, columns):
        """Rows and columns of a range, cut down to what is used where it is large."""
        if rows * columns <= LARGE:
            return rows, columns
        first_row, first_column, used_rows, used_columns = self.used(sheet)
        return max(1, min(rows, first_row + used_rows - row)), max(
            1, min(columns, first_column + used_columns - column)
        )

    # --- formulas
    def to_calc(self, formula, address):
        """An Excel formula in the syntax of the programming interface, as it stands in the cell at ``address``."""
        return self.calc_texts(formula, address, [address])[0]

    def calc_texts(self, formula, home, addresses):
        """An Excel formula of the cell ``home`` filled into other cells: relative references move with them."""
        self._parser.FormulaConvention = EXCEL_A1
        tokens = self._parser.parseFormula(formula[1:].replace("_xlfn.", ""), home)
        self._parser.FormulaConvention = CALC_A1
        return ["=" + self._parser.printFormula(tokens, address) for address in addresses]

    def to_excel(self, cell):
        """The formula of a cell in Excel's syntax."""
        self._parser.FormulaConvention = EXCEL_A1
        return "=" + self._parser.printFormula(cell.getTokens(), cell.CellAddress)

    @staticmethod
    def address(base, row, column):
        """The cell at ``row`` and ``column`` within a range."""
        return CellAddress(base.Sheet, base.StartColumn + column, base.StartRow + row)

    # --- number formats
    def kind(self, key):
        """The type of a number format (date, logical, ...) without the mark of a user's own format."""
        if key not in self._kinds:
            self._kinds[key] = self.doc.NumberFormats.getByKey(key).Type & ~1
        return self._kinds[key]

    def number_format(self, code):
        """The key of an Excel format code, in the user's own locale: a code in en-US would be saved as ``[$-409]0.00``."""
        if code not in self._keys:
            formats = self.doc.NumberFormats
            known = formats.queryKey(code, US_ENGLISH, False) if code in ("General", "BOOLEAN") else -1
            self._keys[code] = known if known >= 0 else formats.addNewConverted(code, US_ENGLISH, Locale())
        return self._keys[code]

    def format_code(self, key):
        """The Excel code of a number format."""
        formats = self.doc.NumberFormats
        have = formats.getByKey(key)
        return formats.getByKey(formats.addNewConverted(have.FormatString, have.Locale, US_ENGLISH)).FormatString

    def prepare_undo(self, target):
        """Make the undo of what is now written to a range whole.

        LibreOffice brings back old contents, but leaves cells filled that were empty; an array formula put there first is
        taken back properly.
        """
        if any(value == "" for row in target.getFormulaArray() for value in row):
            target.setArrayFormula("=0")


def enum(kind, value):
    """A value of a UNO enumeration."""
    return uno.Enum("com.sun.star." + kind, value)
