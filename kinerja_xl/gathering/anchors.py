"""Where the rows of a printed sheet stand after people inserted or deleted some: each by its own label, number or formula.

What is built in one row stands in one row still; only which one is looked for. Where that cannot be told the first trouble says so.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from kinerja_xl.forms.addresses import letters
from kinerja_xl.forms.skp import layout as places
from kinerja_xl.forms.skp.heading import PERSON
from kinerja_xl.forms.skp.layout import Block, Layout
from kinerja_xl.forms.skp.variant import ITEMS
from kinerja_xl.gathering.foreign.sheet import Sheet
from kinerja_xl.gathering.sheet_formulas import rows_named
from kinerja_xl.terms import Kategori, Nilai, squeezed

PERILAKU, CATATAN = "PERILAKU KERJA", "CATATAN/REKOMENDASI"
ASSIGNED = "(Penugasan dari/RHK pimpinan)"


class Trouble(NamedTuple):
    """Why the meaning of rows is not certain, and the cell at which that shows."""

    cell: str
    what: str


def labels(layout: Layout) -> dict[int, str]:
    """The texts of column A that stand once on a sheet, by their row as built."""
    found = {layout.result_row: places.CAPAIAN} if layout.evaluation else {}
    found[layout.top] = places.HASIL_KERJA
    found |= {layout.sections[kategori]: text for kategori, text in places.SECTIONS.items()}
    if layout.evaluation:
        found[layout.rating_hasil_row] = places.RATING_HASIL
    found[layout.perilaku_row] = PERILAKU
    if layout.evaluation:
        found |= {layout.rating_perilaku_row: places.RATING_PERILAKU, layout.predikat_row: places.PREDIKAT}
        found[layout.note_row] = CATATAN
    return found


class Standing:
    """The rows of ``sheet`` by their rows in ``layout``; ``formulas`` by address."""

    def __init__(self, sheet: Sheet, layout: Layout, formulas: dict[str, str]) -> None:
        self.sheet, self.layout, self.formulas = sheet, layout, formulas
        self.rows: dict[int, int] = {}
        self.unsure: set[int] = set()
        """Rows as built of indicators that stand where they should, but without the formula that would prove it."""
        self.trouble = self._labels() or self._heads() or self._table() or self._values() or self._own_rows()

    def row(self, built: int) -> int:
        """The row that was built as ``built``; what has no label of its own follows the label above it."""
        if built in self.rows:
            return self.rows[built]
        above = max((known for known in self.rows if known <= built), default=min(self.rows, default=0))
        return self.rows.get(above, 0) + built - above

    @cached_property
    def _first(self) -> list[str]:
        return [squeezed(self.sheet.text(row, 0)) for row in range(len(self.sheet.texts))]

    @cached_property
    def _second(self) -> list[str]:
        return [squeezed(self.sheet.text(row, 1)) for row in range(len(self.sheet.texts))]

    def _at(self, built: int, column: int = 1) -> str:
        """Address at which the row built as ``built`` would be expected."""
        return f"{letters(column)}{self.row(built) if self.rows else built}"

    def _labels(self) -> Trouble | None:
        """Find the texts of column A that stand once."""
        for built, text in labels(self.layout).items():
            found = _rows_of(self._first, squeezed(text))
            if not found:
                return Trouble(self._at(built), f"baris {text} tidak ditemukan")
            if len(found) > 1:
                return Trouble(f"A{found[1]}", f"baris {text} ada lebih dari satu (A{found[0]} dan A{found[1]})")
            if self.rows and found[0] < max(self.rows.values()):
                return Trouble(f"A{found[0]}", f"baris {text} berpindah")
            self.rows[built] = found[0]
        return None

    def _heads(self) -> Trouble | None:
        """Find the header row of the table; and that of the identity table, which may be gone."""
        layout = self.layout
        top, first = self.rows[layout.top], self.rows[layout.sections[Kategori.UTAMA]]
        header = next((row for row in range(top + 1, first) if self._first[row - 1] == squeezed("NO")), 0)
        if not header:
            return Trouble(self._at(layout.header_row), "baris judul tabel tidak ditemukan")
        self.rows[layout.header_row] = header
        pane = next((row for row in _rows_of(self._second, squeezed(PERSON)) if row < top), 0)
        if pane:
            self.rows[layout.pane_row] = pane
        return None

    def _table(self) -> Trouble | None:
        """Find every RHK by its number in its section, and its indicators."""
        layout = self.layout
        last = layout.rating_hasil_row if layout.evaluation else layout.perilaku_row
        ends = {Kategori.UTAMA: layout.sections[Kategori.TAMBAHAN], Kategori.TAMBAHAN: last}
        for kategori, end in ends.items():
            blocks = [block for block in layout.blocks if block.kategori is kategori]
            starts, trouble = self._numbers(kategori, blocks, self.rows[end])
            if trouble:
                return trouble
            for block, start, stop in zip(blocks, starts, [*starts[1:], self.rows[end]], strict=True):
                self.rows[block.row] = start
                spare = 1 if block is blocks[-1] and end == layout.perilaku_row else 0
                if trouble := self._measures(block, stop - spare) or self._items(block, stop - spare):
                    return trouble
        return None

    def _numbers(self, kategori: Kategori, blocks: Sequence[Block], end: int) -> tuple[list[int], Trouble | None]:
        start = self.rows[self.layout.sections[kategori]]
        rows = [row for row in range(start + 1, end) if self._first[row - 1].isdigit()]
        for block, row in zip(blocks, [*rows, *[0] * len(blocks)], strict=False):
            if not row or self._first[row - 1] != str(block.number):
                what = f"nomor RHK {block.number} pada {places.SECTIONS[kategori]} tidak ditemukan di kolom NO"
                return [], Trouble(f"A{row}" if row else self._at(block.row), what)
        if len(rows) > len(blocks):
            return [], Trouble(f"A{rows[len(blocks)]}", f"nomor RHK berulang pada {places.SECTIONS[kategori]}")
        return rows, None

    def _measures(self, block: Block, stop: int) -> Trouble | None:
        """Find the lines between an RHK and its indicators (kualitatif); in other words where the RHK has all its rows."""
        heads = {block.row + block.head_rows - 1: places.MEASURES} if block.head_rows else {}
        if heads and not self.layout.varian.pimpinan:
            heads = {block.row + 1: ASSIGNED, **heads}
        start = self.rows[block.row]
        whole = stop - start == block.last - block.row + 1
        for built, text in heads.items():
            found = [row for row in _rows_of(self._second, squeezed(text)) if start < row < stop]
            there = start + built - block.row
            if not found and whole and self._second[there - 1]:
                found = [there]
            if len(found) != 1:
                what = f"baris '{text}' pada RHK {block.number} tidak ditemukan atau berulang"
                return Trouble(self._at(built, 2), what)
            self.rows[built] = found[0]
        return None

    def _items(self, block: Block, stop: int) -> Trouble | None:
        """Find the indicators of an RHK: the rows with a formula in the column of what is missing; else all rows it has."""
        start = self.row(block.items[0])
        rows = range(start, stop)
        marked = [row for row in rows if self._mark(row) is not None]
        found = marked
        if len(marked) != ITEMS:
            if len(marked) > ITEMS or len(rows) != ITEMS:
                what = f"baris disisipkan atau dihapus pada {places.SECTIONS[block.kategori]} RHK {block.number}"
                return Trouble(f"A{self.rows[block.row]}", what)
            found = list(rows)
        if not block.head_rows and found[0] != start:
            return Trouble(f"A{start}", f"baris pertama RHK {block.number} berpindah")
        self.unsure |= {built for built, row in zip(block.items, found, strict=True) if row not in marked}
        self.rows |= dict(zip(block.items, found, strict=True))
        return None

    def _mark(self, row: int) -> str | None:
        """The formula of what is missing in a row; None where there is none."""
        return self.formulas.get(f"{letters(self.layout.column('kurang'))}{row}")

    def _values(self) -> Trouble | None:
        """Find every value by its name, else by its number, and its guide below it."""
        layout = self.layout
        start = self.rows[layout.perilaku_row]
        end = self.rows[layout.rating_perilaku_row] if layout.evaluation else len(self._second) + 1
        rows = []
        for number, nilai in enumerate(Nilai, start=1):
            named = [row for row in _rows_of(self._second, squeezed(nilai.value)) if start < row < end]
            numbered = [
                row for row in _rows_of(self._first, str(number)) if start < row < end and self._second[row - 1]
            ]
            found = named or numbered
            if len(found) != 1:
                what = f"baris {nilai.value} tidak ditemukan atau berulang"
                return Trouble(self._at(layout.value_row(nilai), 2), what)
            rows.append(found[0])
            self.rows[layout.value_row(nilai)] = found[0]
        if rows != sorted(set(rows)):
            return Trouble(f"B{rows[0]}", "urutan nilai BerAKHLAK berubah")
        return self._guides(rows, end)

    def _guides(self, rows: Sequence[int], end: int) -> Trouble | None:
        """The row of the guide is the next one that has a text, or the only one between two values."""
        for nilai, row, stop in zip(Nilai, rows, [*rows[1:], end], strict=True):
            guide = next((below for below in range(row + 1, stop) if self._second[below - 1]), 0)
            last = stop == end and not self.layout.evaluation
            if not guide and stop - row != 2 and not last:
                return Trouble(f"B{row + 1}", f"baris panduan {nilai.value} tidak ditemukan")
            self.rows[self.layout.value_row(nilai) + 1] = guide or row + 1
        return None

    def _own_rows(self) -> Trouble | None:
        """Hold the formulas beside the indicators against their rows: as moved along, or as built by a program that leaves them."""
        wrong = {True: 0, False: 0}
        for block in self.layout.blocks:
            for built in block.items:
                own = rows_named(self._mark(self.rows[built]) or "", self.sheet.name, own=True)
                for moved, row in ((True, self.rows[built]), (False, built)):
                    if own and row not in own:
                        wrong[moved] = wrong[moved] or self.rows[built]
        if not all(wrong.values()):
            return None
        return Trouble(f"A{wrong[True]}", f"baris {wrong[True]} berpindah dari tempatnya")


def _rows_of(texts: Sequence[str], wanted: str) -> list[int]:
    return [row for row, text in enumerate(texts, start=1) if text == wanted]
