"""A worksheet whose rows of data are written as finished XML: XlsxWriter does everything else, and is spared the cells.

XlsxWriter visits every cell several times; of a master with a million cells that is nearly all the time. Here a cell is one piece of
text behind its address, equal cells of a column share it, and rows are joined while the file is written.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from xlsxwriter.format import Format as CellFormat
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

_ROWS_AT_ONCE = 2_000


@dataclass
class Rows:
    """Rows to write from ``first`` (counted from 0) on: for each column what follows the address of its cells, and the heights."""

    first: int
    columns: list[Sequence[str]] = field(default_factory=list)
    heights: Sequence[str] = ()
    """Attributes of each row that is higher than usual; otherwise ``""``."""

    def xml(self) -> Iterator[str]:
        """The rows in pieces."""
        letters = [xl_col_to_name(place) for place in range(len(self.columns))]
        spans = f'spans="1:{len(self.columns)}"'
        for start in range(0, len(self.heights), _ROWS_AT_ONCE):
            end = min(start + _ROWS_AT_ONCE, len(self.heights))
            numbers = [str(row) for row in range(self.first + start + 1, self.first + end + 1)]
            heads = [f'<row r="{n}" {spans}{h}>' for n, h in zip(numbers, self.heights[start:end], strict=True)]
            cells = (
                [f'<c r="{letter}{n}"{cell}' for n, cell in zip(numbers, column[start:end], strict=True)]
                for letter, column in zip(letters, self.columns, strict=True)
            )
            yield "</row>".join(map("".join, zip(heads, *cells, strict=True)))
            yield "</row>"


class BulkSheet(Worksheet):  # type: ignore[misc] # XlsxWriter has no types
    """A worksheet that takes ``Rows`` besides what is written into it cell by cell; they stand below everything else."""

    rows: Rows | None = None
    dim_rowmax: int | None

    def lay(self, rows: Rows) -> None:
        """Take the rows of data."""
        self.rows = rows
        self._check_dimensions(rows.first + len(rows.heights) - 1, len(rows.columns) - 1)

    def string(self, text: str) -> str:
        """The cell of a text behind its format: the text itself goes into the table that all sheets share."""
        return f' t="s"><v>{self.str_table._get_shared_string_index(text)}</v></c>'

    def text_written(self, row: int, place: int) -> str:
        """The same for a text that XlsxWriter wrote into a cell (it does so for links)."""
        return f' t="s"><v>{self.table[row][place].string}</v></c>'

    def _write_rows(self) -> None:
        """Called by XlsxWriter between the head and the foot of the sheet's XML."""
        if self.rows is None:
            super()._write_rows()
            return
        last = self.dim_rowmax
        self.dim_rowmax = self.rows.first - 1
        super()._write_rows()
        self.dim_rowmax = last
        for piece in self.rows.xml():
            self.fh.write(piece)


def styled(look: CellFormat) -> str:
    """The attribute that gives a cell its format."""
    return f' s="{look._get_xf_index()}"'
