"""Operations on what cells hold: values, formulas, clearing, how far a block reaches.

Values travel as JSON: text, numbers, true/false; an empty cell is "" or None, a date is {"d": serial number}.
"""

from itertools import groupby

from .document import Document, rectangle

VALUE, DATETIME, STRING, ANNOTATION, FORMULA, HARDATTR, STYLES = 1, 2, 4, 8, 16, 32, 64
CONTENTS = VALUE | DATETIME | STRING | FORMULA
FLAGS = {"contents": CONTENTS, "formats": HARDATTR | STYLES, "all": CONTENTS | ANNOTATION | HARDATTR | STYLES}
DATE, TIME, LOGICAL = 2, 4, 1024
ERRORS = {502: "#VALUE!", 503: "#NUM!", 519: "#VALUE!", 521: "#NULL!", 524: "#REF!", 525: "#NAME?", 532: "#DIV/0!"}
NOT_AVAILABLE = 32767
STEPS = {"down": (1, 0), "up": (-1, 0), "right": (0, 1), "left": (0, -1)}


class Values(Document):
    """What cells hold."""

    def op_get_values(self, sheet, row, column, rows, columns, errors=False):
        """The values of a range; where ``errors``, cells in error say which instead of being empty."""
        rows, columns = self.clipped(sheet, row, column, rows, columns)
        target = self.cells(sheet, row, column, rows, columns)
        data = [list(line) for line in target.getDataArray()]
        if any(isinstance(value, float) for line in data for value in line):
            self._mark_kinds(target, data)
        for i, line in enumerate(data):
            for j, value in enumerate(line):
                if value is None:
                    line[j] = _error(target.getCellByPosition(j, i)) if errors else ""
        return data

    def op_content(self, sheet, unasked=()):
        """All values of a sheet from its first cell on, and which rectangles are computed.

        In the columns ``unasked`` results of formulas are left empty: the office would have to work them out first.
        """
        row, column, rows, columns = self.used(sheet)
        rows, columns = row + rows, column + columns
        whole = self.cells(sheet, 0, 0, rows, columns)
        values = [[""] * columns for _ in range(rows)]
        for area in self._asked(whole, set(unasked)):
            first_row, first_column, _, width = area
            for i, found in enumerate(self.op_get_values(sheet, *area), start=first_row):
                values[i][first_column : first_column + width] = found
        computed = whole.queryContentCells(FORMULA).getRangeAddresses()
        return {"values": values, "formulas": [rectangle(address) for address in computed]}

    def _asked(self, whole, unasked):
        """The rectangles of a range that hold more than results nobody asked for."""
        rows, columns = whole.Rows.Count, whole.Columns.Count
        for is_unasked, group in groupby(range(columns), unasked.__contains__):
            run = list(group)
            if is_unasked:
                part = whole.getCellRangeByPosition(run[0], 0, run[-1], rows - 1)
                yield from map(rectangle, part.queryContentCells(CONTENTS - FORMULA).getRangeAddresses())
            else:
                yield [0, run[0], rows, len(run)]

    def _mark_kinds(self, target, data):
        """Dates and booleans are plain numbers in Calc: only the number format tells them apart."""
        home = target.RangeAddress
        groups = target.getUniqueCellFormatRanges()
        for group in (groups.getByIndex(i) for i in range(groups.Count)):
            kind = self.kind(group.NumberFormat)
            if not kind & (DATE | LOGICAL):
                continue
            for area in group.getRangeAddresses():
                for line in data[area.StartRow - home.StartRow : area.EndRow - home.StartRow + 1]:
                    for j in range(area.StartColumn - home.StartColumn, area.EndColumn - home.StartColumn + 1):
                        if isinstance(line[j], float):
                            line[j] = bool(line[j]) if kind & LOGICAL else {"d": line[j]}

    def op_set_values(self, sheet, row, column, data):
        """Write values as Excel's Range.Value does: ``=`` begins a formula, a leading ``'`` text, None empties."""
        target = self.cells(sheet, row, column, len(data), len(data[0]))
        self.prepare_undo(target)
        target.setDataArray(tuple(tuple(_plain(value) for value in line) for line in data))
        for i, line in enumerate(data):
            for j, value in enumerate(line):
                self._finish(target, i, j, value)

    def _finish(self, target, i, j, value):
        """What a plain number or text cannot say: that it is a formula, a date, true or false."""
        if isinstance(value, str) and value[:1] == "=" and len(value) > 1:
            address = self.address(target.RangeAddress, i, j)
            target.getCellByPosition(j, i).setFormula(self.to_calc(value, address))
        elif isinstance(value, bool):
            self._give_kind(target.getCellByPosition(j, i), LOGICAL, "BOOLEAN")
        elif isinstance(value, dict):
            code = "yyyy-mm-dd hh:mm:ss" if value["d"] % 1 else "yyyy-mm-dd"
            self._give_kind(target.getCellByPosition(j, i), DATE | TIME, code)

    def _give_kind(self, cell, kind, code):
        if not self.kind(cell.NumberFormat) & kind:
            cell.NumberFormat = self.number_format(code)

    # --- formulas
    def op_get_formulas(self, sheet, row, column, rows, columns):
        """Formulas in Excel's syntax; the content of cells without one."""
        rows, columns = self.clipped(sheet, row, column, rows, columns)
        target = self.cells(sheet, row, column, rows, columns)
        data = [list(line) for line in target.getFormulaArray()]
        for i, line in enumerate(data):
            for j, text in enumerate(line):
                if text[:1] == "=":
                    cell = target.getCellByPosition(j, i)
                    line[j] = self.to_excel(cell) if cell.Type.value == "FORMULA" else text
                elif text[:1] == "'":
                    line[j] = text[1:]
        return data

    def op_set_formulas(self, sheet, row, column, data):
        """Write a formula to each cell."""
        target = self.cells(sheet, row, column, len(data), len(data[0]))
        self.prepare_undo(target)
        base = target.RangeAddress
        target.setFormulaArray(
            tuple(
                tuple(
                    self.to_calc(text, self.address(base, i, j)) if text[:1] == "=" else text
                    for j, text in enumerate(line)
                )
                for i, line in enumerate(data)
            )
        )

    def op_fill_formula(self, sheet, row, column, rows, columns, formula):
        """One formula for a whole range; relative references move as in Excel. Without ``=`` it is a value."""
        if formula[:1] != "=":
            self.op_set_values(sheet, row, column, [[formula] * columns] * rows)
            return
        target = self.cells(sheet, row, column, rows, columns)
        self.prepare_undo(target)
        base = target.RangeAddress
        addresses = [self.address(base, i, j) for i in range(rows) for j in range(columns)]
        texts = self.calc_texts(formula, addresses[0], addresses)
        target.setFormulaArray(tuple(tuple(texts[i * columns : (i + 1) * columns]) for i in range(rows)))

    # --- clearing, blocks
    def op_clear(self, sheet, row, column, rows, columns, what):
        """Empty cells: ``contents``, ``formats`` or ``all``."""
        self.cells(sheet, row, column, rows, columns).clearContents(FLAGS[what])

    def op_end(self, sheet, row, column, direction):
        """Where Ctrl+arrow would go."""
        down, right = STEPS[direction]
        first_row, first_column, rows, columns = self.used(sheet)
        last = {"down": first_row + rows - 1, "right": first_column + columns - 1}.get(direction, 0)
        start = row if down else column
        if (last - start) * (down + right) <= 0:
            return [row, column]
        first, length = min(start, last), abs(last - start) + 1
        where = (first, column, length, 1) if down else (row, first, 1, length)
        line = [value for values in self.cells(sheet, *where).getDataArray() for value in values]
        steps = _steps(line if down + right > 0 else line[::-1])
        return [row + steps * down, column + steps * right]

    def op_current_region(self, sheet, row, column):
        """The block of filled cells around a cell."""
        cursor = self.sheet(sheet).createCursorByRange(self.cells(sheet, row, column))
        cursor.collapseToCurrentRegion()
        return rectangle(cursor.RangeAddress)


def _plain(value):
    """What setDataArray takes: None, booleans, not-a-number and whole numbers make it fail, or the office crash."""
    if isinstance(value, dict):
        return float(value["d"])
    if isinstance(value, (bool, int, float)):
        return float(value) if value == value else ""  # noqa: PLR0124 not-a-number differs from itself
    if value is None or (value[:1] == "=" and len(value) > 1):
        return ""
    return value[1:] if value[:1] == "'" else value


def _error(cell):
    """Which error a cell shows."""
    code = cell.getError()
    return "#N/A" if code == NOT_AVAILABLE else ERRORS.get(code, "#VALUE!")


def _steps(line):
    """How many cells Ctrl+arrow moves along a line."""
    if line[0] != "" and line[1] != "":
        return next((i for i, value in enumerate(line) if value == ""), len(line)) - 1
    return next((i for i in range(1, len(line)) if line[i] != ""), len(line) - 1)
