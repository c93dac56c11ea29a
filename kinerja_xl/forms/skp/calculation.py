"""The hidden sheet Hitung of the Formulir SKP: where everything stands that the live formulas work out for each indicator.

Regions one below the other, a row for each thing worked out, a column for each step: quantities read from the typed texts,
achievement by period, means of RHK, how much is needed and missing. What is worked out for each period stands in
``period_calculation``. The printed sheets only show what is here. Formulas: ``quantity_formulas``, ``achievement_formulas``.
"""

from collections.abc import Hashable, Iterable, Sequence

from openpyxl.utils import get_column_letter

from kinerja_xl.forms.addresses import letters
from kinerja_xl.forms.formula_sheet import FormulaSheet
from kinerja_xl.forms.reference import Lists
from kinerja_xl.forms.skp import achievement_formulas as achievement
from kinerja_xl.forms.skp import quantity_formulas as quantity
from kinerja_xl.forms.skp.layout import Block, Layout, Span
from kinerja_xl.forms.skp.variant import EVALUASI, HITUNG, SKP, Varian
from kinerja_xl.periods import TRIWULAN, Periode
from kinerja_xl.terms import Kategori

TARGETS = ("target", *(f"target_{p.suffix}" for p in TRIWULAN))
RESULTS = tuple(f"realisasi_{p.suffix}" for p in TRIWULAN)
TYPED = "isi"
"""Name of the column that repeats a typed quantity: the steps that read it look at their own sheet alone, see ``formula_sheet``."""
LISTS_COLUMN = 30
"""Column of the sheet from which its lists stand, beside the rows."""


class Region:
    """Rows of the sheet by key, one below the other, with columns by name; headers stand above them."""

    def __init__(self, sheet: FormulaSheet, header_row: int, keys: Iterable[Hashable], columns: Sequence[str]) -> None:
        self.sheet = sheet
        self._rows = {key: row for row, key in enumerate(keys, start=header_row + 1)}
        self._columns = {name: number for number, name in enumerate(columns, start=1)}
        self.end = header_row + len(self._rows)
        for name, column in self._columns.items():
            sheet.cell(header_row, column, name)

    def at(self, key: Hashable, name: str) -> str:
        """Address of a cell, for every sheet."""
        return f"{HITUNG}!${letters(self._columns[name])}{self._rows[key]}"

    def put(self, key: Hashable, name: str, formula: str | int) -> None:
        """Write a cell."""
        self.sheet.cell(self._rows[key], self._columns[name], formula)

    def range(self, keys: Iterable[Hashable], name: str) -> str:
        """Range of a column over the rows of ``keys``, which follow each other."""
        rows, column = [self._rows[key] for key in keys], letters(self._columns[name])
        return f"{HITUNG}!${column}${min(rows)}:${column}${max(rows)}"


class Calculation:
    """The rows of indicators and RHK while they are written; hands out the addresses of their results."""

    def __init__(self, sheet: FormulaSheet, varian: Varian, lists: Lists) -> None:
        self.sheet, self.varian, self.lists = sheet, varian, lists
        self.plan, self.evaluation = Layout(varian, evaluation=False), Layout(varian, evaluation=True)
        items = self.items = [
            (i, n) for i, block in enumerate(self.plan.blocks) for n in range(1, len(block.items) + 1)
        ]
        scopes = (None, *Periode)
        self.needs = Region(sheet, 1, [(p, *item) for p in scopes for item in items], ("butuh", "kurang"))
        self.end = self.needs.end
        if varian.kualitatif:
            return
        amounts = [(key, *item) for key in (*TARGETS, *RESULTS) for item in items]
        self.amounts = Region(sheet, self.end + 2, amounts, [TYPED, *(step.name for step in quantity.STEPS)])
        scored = [(p, *item) for p in Periode for item in items]
        self.scored = Region(sheet, self.amounts.end + 2, scored, [step.name for step in achievement.TRIWULAN])
        means = [(p, i) for p in Periode for i in range(len(self.plan.blocks))]
        self.means = Region(sheet, self.scored.end + 2, means, ("capaian",))
        self.end = self.means.end

    def write(self) -> None:
        """Write the rows of all indicators and RHK."""
        for i, n in self.items:
            self._need(i, n)
        if self.varian.kualitatif:
            return
        for i, n in self.items:
            for key in TARGETS:
                self._amount(key, self.plan_cell(key, i, n), i, n)
            for periode in TRIWULAN:
                self._amount(f"realisasi_{periode.suffix}", self.result_cell(periode, "realisasi", i, n), i, n)
            for periode in Periode:
                self._achievement(periode, i, n)
        for periode in Periode:
            for i, block in enumerate(self.plan.blocks):
                own = [(periode, i, n) for n in range(1, len(block.items) + 1)]
                self.means.put((periode, i), "capaian", achievement.rerata(self.scored.range(own, "capaian")))

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

    def _amount(self, key: str, cell: str, i: int, n: int) -> None:
        """Read a typed quantity."""
        lists = {name: self.lists[name] for name in quantity.LISTS}
        spot = (key, i, n)
        self.amounts.put(spot, TYPED, f'=IF(ISBLANK({cell}),"",{cell})')
        typed = self.amounts.at(spot, TYPED)
        for step, formula in quantity.quantity_formulas(
            typed, lambda step: self.amounts.at(spot, step), **lists
        ).items():
            self.amounts.put(spot, step, formula)

    def _achievement(self, periode: Periode, i: int, n: int) -> None:
        """Hold a result against its target."""
        result = (f"realisasi_{periode.suffix}", i, n)
        inputs = {
            "target_low": self.amounts.at(("target", i, n), "low"),
            "target_high": self.amounts.at(("target", i, n), "high"),
            "realisasi_low": self.amounts.at(result, "low"),
            "realisasi_high": self.amounts.at(result, "high"),
            "arah": self.plan_cell("arah", i, n),
            "aspek": '""' if self.varian.pimpinan else self.plan_cell("aspek", i, n),
            "aspek_turun": self.lists["aspek_turun"],
            "batas": self.lists["batas"],
        }
        steps = achievement.TAHUNAN
        if periode is not Periode.TAHUNAN:
            steps, own = achievement.TRIWULAN, f"target_{periode.suffix}"
            inputs["target_tw"] = self.amounts.at((own, i, n), TYPED)
            inputs |= {f"target_tw_{step}": self.amounts.at((own, i, n), step) for step in ("text", "low", "high")}
        spot = (periode, i, n)
        for step, formula in quantity.resolved(steps, lambda name: self.scored.at(spot, name), **inputs).items():
            self.scored.put(spot, step, formula)

    def achieved(self, periode: Periode, i: int, n: int) -> str:
        """Formula that shows the achievement of an indicator, in percent."""
        return "" if self.varian.kualitatif else f"={self.scored.at((periode, i, n), 'capaian')}"

    def rhk_range(self, periode: Periode, kategori: Kategori) -> str:
        """Range of the achievement of all RHK of a kategori."""
        keys = [(periode, i) for i, block in enumerate(self.plan.blocks) if block.kategori is kategori]
        return self.means.range(keys, "capaian")

    def sum_of(self, scope: Periode | None, name: str) -> str:
        """Formula (without ``=``): how many cells of all indicators are needed (``butuh``) or missing (``kurang``).

        ``scope`` is a period; None: the plan.
        """
        return f"SUM({self.needs.range([(scope, *item) for item in self.items], name)})"

    def readable(self, key: str, i: int, n: int) -> str:
        """Condition: the quantity was read as a number. Always true where results are told."""
        return "TRUE" if self.varian.kualitatif else f"ISNUMBER({self.amounts.at((key, i, n), 'low')})"

    def _need(self, i: int, n: int) -> None:
        """How many cells of an indicator's row must be filled, in the plan and in each period, and how many are missing."""
        self.needs.put((None, i, n), "butuh", f"=IF({self._used(i, n)},2,0)+{self._head_need(i) if n == 1 else 0}")
        kurang = get_column_letter(self.plan.column("kurang"))
        self.needs.put((None, i, n), "kurang", _words_in(f"{SKP}!{kurang}{self.plan.blocks[i].items[n - 1]}"))
        kurang = get_column_letter(self.evaluation.column("kurang"))
        row = self.evaluation.blocks[i].items[n - 1]
        for periode in Periode:
            planned = f'{self.plan_cell("indikator", i, n)}<>""'
            self.needs.put((periode, i, n), "butuh", f"=IF({planned},2,0)")
            self.needs.put((periode, i, n), "kurang", _words_in(f"'{EVALUASI[periode]}'!{kurang}{row}"))

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
            lacking = (f'IF({self.head_cell(key, i)}="","; {word}","")' for key, word in self.asked_heads(i).items())
            words.append(f'IF({self.block_used(i)},{"&".join(lacking)},"")')
        target = self.plan_cell("target", i, n)
        unread = f'IF({self.readable("target", i, n)},"","; target tidak terbaca sebagai angka")'
        own = (
            f'IF({self.plan_cell("indikator", i, n)}="","; indikator","")',
            f'IF({target}="","; target",{unread})',
        )
        words.append(f'IF({self._used(i, n)},{"&".join(own)},"")')
        return f"={listed('&'.join(words))}"

    def result_missing(self, periode: Periode, i: int, n: int) -> str:
        """Formula: what an indicator's row of an evaluation sheet still lacks, in words."""
        result, evidence = (self.result_cell(periode, key, i, n) for key in ("realisasi", "bukti"))
        read = self.readable(f"realisasi_{periode.suffix}", i, n)
        unread = f'IF({read},"","; realisasi tidak terbaca sebagai angka")'
        proof = f'IF({evidence}="","; bukti dukung","")'
        there = f'IF({result}="","; realisasi; bukti dukung",{unread}&{proof})'
        return f'=IF({self.plan_cell("indikator", i, n)}="","",{listed(there)})'


def listed(words: str) -> str:
    """Formula (without ``=``): the list that ``words`` makes, each of them with "; " before it."""
    return f"MID({words},3,255)"


def _words_in(cell: str) -> str:
    """Formula: how many words a list like ``indikator; target`` has."""
    return f'=LEN({cell})-LEN(SUBSTITUTE({cell},";",""))+({cell}<>"")'


def block_keys(varian: Varian) -> tuple[str, ...]:
    """Keys of what is typed once for an RHK."""
    return ("rhk",) if varian.pimpinan else ("rhk", "rhk_pimpinan")


def place_of(layout: Layout, block: Block, key: str) -> tuple[int, Span]:
    """Row and span of ``rhk`` or ``rhk_pimpinan`` of a block."""
    if layout.varian.kualitatif:
        return (block.row, Span(2, 6)) if key == "rhk" else (block.row + 1, Span(3, 6))
    return block.row, next(c.span for c in layout.columns if c.key == key)
