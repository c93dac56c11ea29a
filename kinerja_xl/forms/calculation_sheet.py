"""The hidden sheet Hitung of the Buku Kerja Unit: what its live columns show is worked out here, one cell a step.

Blocks side by side, one for each sheet it looks at: the n-th row of a block stands for the n-th row of that sheet's table, which
is looked up by its place. So no formula breaks where people move cells. What is worked out: ``indicator_calculation``,
``person_calculation``.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from openpyxl.utils import get_column_letter

from kinerja_xl.forms.formula_sheet import FormulaSheet
from kinerja_xl.forms.reference import Lists
from kinerja_xl.periods import TRIWULAN

NAME = "Hitung"
HEADER_ROW = 4
FIRST_ROW = HEADER_ROW + 1
ROW = "\u00a7"
"""Stands in a formula for the number of its row."""
PLACE = f"$A{ROW}"
"""The place of the row in its table, from 1."""
SETTINGS = ("periode", "triwulan", "mulai", "selesai")
"""The period chosen, in cells of their own above the blocks; see ``person_calculation.settings``."""

ColumnRange = Callable[[str, str], str]
"""Range of a column of another sheet, with its header, by the keys of table and field."""


class Block:
    """Columns by name for the rows of one table; hands out their addresses before anything is written."""

    def __init__(self, first_column: int, rows: int, names: Sequence[str]) -> None:
        if len(set(names)) < len(names):
            raise ValueError(f"columns with the same name: {names}")
        self.rows = rows
        self.first_column, self.last_column = first_column, first_column + len(names) - 1
        self._letters = {name: get_column_letter(first_column + i) for i, name in enumerate(names)}

    def here(self, name: str) -> str:
        """Address in the same row."""
        return f"${self._letters[name]}{ROW}"

    def whole(self, name: str) -> str:
        """Range of the column, for every sheet."""
        return self._range(name, FIRST_ROW)

    def headed(self, name: str) -> str:
        """The same with its header, as long as the columns of ``ColumnRange``."""
        return self._range(name, HEADER_ROW)

    def _range(self, name: str, first: int) -> str:
        letter = self._letters[name]
        return f"{NAME}!${letter}${first}:${letter}${FIRST_ROW + self.rows - 1}"

    @property
    def names(self) -> tuple[str, ...]:
        """The columns in order."""
        return tuple(self._letters)


class Blocks(NamedTuple):
    """The blocks of the sheet."""

    rencana: Block
    realisasi: Block
    perilaku: Block
    pegawai: Block


class Sources(NamedTuple):
    """Where the formulas look: other sheets, lists and numbers, the blocks of this one."""

    column_range: ColumnRange
    lists: Lists
    blocks: Blocks

    def cell(self, table: str, key: str) -> str:
        """Formula (without ``=``): the cell of a field in the row that this row stands for."""
        return _at(self.column_range(table, key), PLACE)

    def quarter_cell(self, table: str, key: str, place: str) -> str:
        """Formula (without ``=``): the cell of the period's quarter in the row at ``place``, of a field that each quarter has."""
        columns = ",".join(self.column_range(table, f"{key}_{p.suffix}") for p in TRIWULAN)
        return _at(f"CHOOSE({setting('triwulan')},{columns})", place)

    def number(self, name: str) -> str:
        """Formula (without ``=``): a number of the period, as its rules have it."""
        return f"INDEX({self.lists[name]},MAX({setting('periode')},1))"

    def of_period(self, name: str) -> str:
        """Formula (without ``=``): the column of a list that belongs to the period."""
        return f"INDEX({self.lists[name]},0,MAX({setting('periode')},1))"


def _at(column: str, place: str) -> str:
    """Formula (without ``=``): the cell at a place, from 1, of a column with its header."""
    return f"INDEX({column},{place}+1)"


def setting(name: str) -> str:
    """Address of a setting, for every sheet."""
    return f"{NAME}!${get_column_letter(SETTINGS.index(name) + 1)}$2"


def side_by_side(tables: Sequence[tuple[int, Sequence[str]]]) -> Blocks:
    """The blocks for tables of so many rows with these columns, an empty column between them."""
    blocks, column = [], 3
    for rows, names in tables:
        blocks.append(Block(column, rows, names))
        column += len(names) + 1
    return Blocks(*blocks)


def write_cells(
    sheet: FormulaSheet, settings: Mapping[str, str], formulas: Sequence[tuple[Block, Mapping[str, str]]]
) -> None:
    """Write the formulas of the settings, and those of each block by column."""
    for column, name in enumerate(SETTINGS, start=1):
        sheet.cell(1, column, name)
        sheet.cell(2, column, settings[name])
    for place in range(1, max(block.rows for block, _ in formulas) + 1):
        sheet.cell(HEADER_ROW + place, 1, place)
    for block, columns in formulas:
        _write_block(sheet, block, columns)


def _write_block(sheet: FormulaSheet, block: Block, formulas: Mapping[str, str]) -> None:
    for column, name in enumerate(block.names, start=block.first_column):
        sheet.cell(HEADER_ROW, column, name)
        for row in range(FIRST_ROW, FIRST_ROW + block.rows):
            sheet.cell(row, column, formulas[name].replace(ROW, str(row)))
