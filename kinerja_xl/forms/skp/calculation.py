"""The hidden sheet Hitung of the Formulir SKP: where everything stands that the live formulas work out for each indicator.

A row for each indicator: quantities read from the typed texts, achievement by period, how much is needed and how much missing;
below them a row for each RHK. What is worked out for each period stands in ``period_calculation``. The printed sheets only show
what is here. Formulas: ``quantity_formulas``, ``achievement_formulas``.
"""

from functools import cached_property
from itertools import count

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.forms.reference import Reference
from kinerja_xl.forms.skp import achievement_formulas as achievement
from kinerja_xl.forms.skp.layout import Block, Layout, Span
from kinerja_xl.forms.skp.quantity_formulas import quantity_formulas, resolved
from kinerja_xl.forms.skp.variant import EVALUASI, HITUNG, SKP, Varian
from kinerja_xl.periods import TRIWULAN, Periode
from kinerja_xl.terms import Kategori

FIRST_ITEM = 3
"""Row of the first indicator; the headers stand above."""
TARGETS = ("target", *(f"target_{p.suffix}" for p in TRIWULAN))


class Columns:
    """Hands out columns of the sheet by name, in the order in which they are first asked for."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self._next = count(1)

    def __getitem__(self, name: str) -> str:
        """Letters of the column ``name``."""
        if name not in self.numbers:
            self.numbers[name] = next(self._next)
        return get_column_letter(self.numbers[name])


class Calculation:
    """The rows of indicators and RHK while they are written; hands out the addresses of their results."""

    def __init__(self, sheet: Worksheet, varian: Varian, reference: Reference) -> None:
        self.sheet, self.varian, self.reference = sheet, varian, reference
        self.plan, self.evaluation = Layout(varian, evaluation=False), Layout(varian, evaluation=True)
        self.columns, self.rhk_columns = Columns(), Columns()
        self._rows = {(i, n): row for row, (i, n) in enumerate(self._places, start=FIRST_ITEM)}
        self._rhk_rows = {i: self.last_item + 3 + i for i in range(len(self.plan.blocks))}

    @property
    def _places(self) -> list[tuple[int, int]]:
        """Every indicator by the index of its block and its number in it (from 1)."""
        return [(i, n) for i, block in enumerate(self.plan.blocks) for n in range(1, len(block.items) + 1)]

    @cached_property
    def last_item(self) -> int:
        """Row of the last indicator."""
        return FIRST_ITEM + len(self._places) - 1

    @property
    def next_row(self) -> int:
        """First row below the rows of RHK."""
        return max(self._rhk_rows.values()) + 3

    def write(self) -> None:
        """Write the rows of all indicators and RHK."""
        for i, block in enumerate(self.plan.blocks):
            for n, row in enumerate(block.items, start=1):
                self._need(i, n)
                if not self.varian.kualitatif:
                    self._item(i, n, row)
            if not self.varian.kualitatif:
                self._rhk(i)
        for names, row in ((self.columns, FIRST_ITEM - 1), (self.rhk_columns, self.last_item + 2)):
            for name, column in names.numbers.items():
                self.sheet.cell(row, column, name)

    def result_cell(self, periode: Periode, key: str, i: int, n: int) -> str:
        """Address of the typed result (``realisasi`` or ``bukti``) of an indicator; the year has that of the fourth quarter."""
        sheet = EVALUASI[Periode.TW4 if periode is Periode.TAHUNAN else periode]
        column = get_column_letter(self.evaluation.column(key))
        return f"'{sheet}'!{column}{self.evaluation.blocks[i].items[n - 1]}"

    def plan_cell(self, key: str, i: int, n: int) -> str:
        """Address of a typed cell of an indicator on the sheet SKP."""
        return f"{SKP}!{get_column_letter(self.plan.column(key))}{self.plan.blocks[i].items[n - 1]}"

    def head_cell(self, key: str, i: int) -> str:
        """Address of ``rhk`` or ``rhk_pimpinan`` of an RHK on the sheet SKP."""
        row, span = place_of(self.plan, self.plan.blocks[i], key)
        return f"{SKP}!{get_column_letter(span.first)}{row}"

    def _item(self, i: int, n: int, row: int) -> None:
        """Quantities and achievement of an indicator."""
        for key in TARGETS:
            self._quantity(key, self.plan_cell(key, i, n), i, n)
        for periode in TRIWULAN:
            self._quantity(f"realisasi_{periode.suffix}", self.result_cell(periode, "realisasi", i, n), i, n)
        for periode in Periode:
            self._achievement(periode, i, n)
        _ = row

    def _put(self, name: str, i: int, n: int, formula: str) -> None:
        self.sheet[f"{self.columns[name]}{self._rows[i, n]}"] = formula

    def _at(self, name: str, i: int, n: int) -> str:
        return f"${self.columns[name]}{self._rows[i, n]}"

    def _quantity(self, key: str, cell: str, i: int, n: int) -> None:
        lists = {name: self.reference[name] for name in ("pemisah", "awalan")}
        formulas = quantity_formulas(cell, lambda step: self._at(f"{key}.{step}", i, n), **lists)
        for step, formula in formulas.items():
            self._put(f"{key}.{step}", i, n, formula)

    def _achievement(self, periode: Periode, i: int, n: int) -> None:
        aspect = "" if self.varian.pimpinan else self.plan_cell("aspek", i, n)
        inputs = {
            "target_low": self._at("target.low", i, n),
            "target_high": self._at("target.high", i, n),
            "realisasi_low": self._at(f"realisasi_{periode.suffix}.low", i, n),
            "realisasi_high": self._at(f"realisasi_{periode.suffix}.high", i, n),
            "arah": self.plan_cell("arah", i, n),
            "aspek": aspect or '""',
            "aspek_turun": self.reference["aspek_turun"],
            "batas": self.reference["batas"],
        }
        steps = achievement.TAHUNAN
        if periode is not Periode.TAHUNAN:
            steps, own = achievement.TRIWULAN, f"target_{periode.suffix}"
            inputs["target_tw"] = self.plan_cell(own, i, n)
            inputs |= {f"target_tw_{step}": self._at(f"{own}.{step}", i, n) for step in ("text", "low", "high")}
        for step, formula in resolved(steps, lambda name: self._at(f"{periode}.{name}", i, n), **inputs).items():
            self._put(f"{periode}.{step}", i, n, formula)

    def achieved(self, periode: Periode, i: int, n: int) -> str:
        """Formula that shows the achievement of an indicator, in percent."""
        return "" if self.varian.kualitatif else f"={HITUNG}!{self._at(f'{periode}.capaian', i, n)}"

    def _rhk(self, i: int) -> None:
        """Mean achievement of an RHK, by period."""
        first, last = self._rows[i, 1], self._rows[i, len(self.plan.blocks[i].items)]
        for periode in Periode:
            column = self.columns[f"{periode}.capaian"]
            cell = f"{self.rhk_columns[periode]}{self._rhk_rows[i]}"
            self.sheet[cell] = achievement.rerata(f"{column}{first}:{column}{last}")

    def rhk_range(self, periode: Periode, kategori: Kategori) -> str:
        """Range of the achievement of all RHK of a kategori."""
        rows = [self._rhk_rows[i] for i, block in enumerate(self.plan.blocks) if block.kategori is kategori]
        column = self.rhk_columns[periode]
        return f"{column}{min(rows)}:{column}{max(rows)}"

    def item_range(self, name: str) -> str:
        """Range of a column of all indicators."""
        return f"{self.columns[name]}{FIRST_ITEM}:{self.columns[name]}{self.last_item}"

    def readable(self, key: str, i: int, n: int) -> str:
        """Condition: the quantity was read as a number. Always true where results are told."""
        return "TRUE" if self.varian.kualitatif else f"ISNUMBER({HITUNG}!{self._at(f'{key}.low', i, n)})"

    def _need(self, i: int, n: int) -> None:
        """How many cells of an indicator's row must be filled, in the plan and in each period, and how many are missing."""
        self._put("butuh", i, n, f"=IF({self._used(i, n)},2,0)+{self._head_need(i) if n == 1 else 0}")
        kurang = get_column_letter(self.plan.column("kurang"))
        self._put("kurang", i, n, _words_in(f"{SKP}!{kurang}{self.plan.blocks[i].items[n - 1]}"))
        kurang = get_column_letter(self.evaluation.column("kurang"))
        row = self.evaluation.blocks[i].items[n - 1]
        for periode in Periode:
            planned = f'{self.plan_cell("indikator", i, n)}<>""'
            self._put(f"{periode}.butuh", i, n, f"=IF({planned},2,0)")
            self._put(f"{periode}.kurang", i, n, _words_in(f"'{EVALUASI[periode]}'!{kurang}{row}"))

    def _head_need(self, i: int) -> str:
        return f"IF({self.block_used(i)},{len(self.asked_heads(i))},0)"

    def asked_heads(self, i: int) -> dict[str, str]:
        """What an RHK must have beside its indicators: key and word. A superior's RHK is asked for Utama alone."""
        heads = {"rhk": "rencana hasil kerja"}
        if not self.varian.pimpinan and self.plan.blocks[i].kategori is Kategori.UTAMA:
            heads["rhk_pimpinan"] = "RHK pimpinan"
        return heads

    def _items_area(self, i: int) -> str:
        """All indicators and targets of an RHK on the sheet SKP."""
        block, first, last = self.plan.blocks[i], self.plan.column("indikator"), self.plan.column("target")
        return f"{SKP}!{get_column_letter(first)}{block.items[0]}:{get_column_letter(last)}{block.last}"

    def block_used(self, i: int) -> str:
        """Condition: somebody has begun this RHK."""
        heads = ",".join(f'{self.head_cell(key, i)}<>""' for key in block_keys(self.varian))
        return f"OR({heads},COUNTA({self._items_area(i)})>0)"

    def _used(self, i: int, n: int) -> str:
        """Condition: this indicator is begun, or it is the first one of an RHK without any."""
        own = f'{self.plan_cell("indikator", i, n)}<>"",{self.plan_cell("target", i, n)}<>""'
        if n > 1:
            return f"OR({own})"
        heads = ",".join(f'{self.head_cell(key, i)}<>""' for key in block_keys(self.varian))
        return f"OR({own},AND(OR({heads}),COUNTA({self._items_area(i)})=0))"

    def plan_missing(self, i: int, n: int) -> str:
        """Formula: what an indicator's row of the sheet SKP still lacks, in words."""
        words = []
        if n == 1:
            lacking = (f'IF({self.head_cell(key, i)}="","{word}; ","")' for key, word in self.asked_heads(i).items())
            words.append(f'IF({self.block_used(i)},{"&".join(lacking)},"")')
        target = self.plan_cell("target", i, n)
        unread = f'IF({self.readable("target", i, n)},"","target tidak terbaca sebagai angka; ")'
        own = (
            f'IF({self.plan_cell("indikator", i, n)}="","indikator; ","")',
            f'IF({target}="","target; ",{unread})',
        )
        words.append(f'IF({self._used(i, n)},{"&".join(own)},"")')
        return f"={'&'.join(words)}"

    def result_missing(self, periode: Periode, i: int, n: int) -> str:
        """Formula: what an indicator's row of an evaluation sheet still lacks, in words."""
        result, evidence = (self.result_cell(periode, key, i, n) for key in ("realisasi", "bukti"))
        read = self.readable(f"realisasi_{periode.suffix}", i, n)
        unread = f'IF({read},"","realisasi tidak terbaca sebagai angka; ")'
        proof = f'IF({evidence}="","bukti dukung; ","")'
        there = f'IF({result}="","realisasi; bukti dukung; ",{unread}&{proof})'
        return f'=IF({self.plan_cell("indikator", i, n)}="","",{there})'


def _words_in(cell: str) -> str:
    """Formula: how many words a list like ``indikator; target; `` has."""
    return f'=LEN({cell})-LEN(SUBSTITUTE({cell},";",""))'


def block_keys(varian: Varian) -> tuple[str, ...]:
    """Keys of what is typed once for an RHK."""
    return ("rhk",) if varian.pimpinan else ("rhk", "rhk_pimpinan")


def place_of(layout: Layout, block: Block, key: str) -> tuple[int, Span]:
    """Row and span of ``rhk`` or ``rhk_pimpinan`` of a block."""
    if layout.varian.kualitatif:
        return (block.row, Span(2, 6)) if key == "rhk" else (block.row + 1, Span(3, 6))
    return block.row, next(c.span for c in layout.columns if c.key == key)
