"""Where everything stands on the printed sheets of the Formulir SKP: one geometry for builder, filler and reader.

SKP and the evaluation sheets have the same blocks: an RHK is a block of rows, its indicators the rows (below its head in the
qualitative approach). Columns are spans of physical columns, because identity panes and table share one grid.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from kinerja_xl.forms.skp.variant import ITEMS, MOST, Varian
from kinerja_xl.periods import TRIWULAN
from kinerja_xl.terms import Kategori, Nilai


class Span(NamedTuple):
    """Physical columns from ``first`` to ``last``, counted from 1."""

    first: int
    last: int


class Column(NamedTuple):
    """A column of the table HASIL KERJA: the key of what stands in it, its printed header, its span."""

    key: str
    header: str
    span: Span


class Block(NamedTuple):
    """The rows of one RHK. ``number`` is the one printed in its section, ``no_rhk`` the one in the unit workbook."""

    kategori: Kategori
    number: int
    row: int
    head_rows: int

    @property
    def no_rhk(self) -> int:
        """Tambahan is numbered on after all that Utama has room for, so that an RHK keeps its number when others come."""
        return self.number + (MOST[Kategori.UTAMA] if self.kategori is Kategori.TAMBAHAN else 0)

    @property
    def items(self) -> range:
        """The rows of its indicators."""
        return range(self.row + self.head_rows, self.row + self.head_rows + ITEMS)

    @property
    def last(self) -> int:
        """Its last row."""
        return self.items[-1]


RHK_PIMPINAN, RHK = "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI", "RENCANA HASIL KERJA"
IKI, TARGET = "INDIKATOR KINERJA INDIVIDU", "TARGET"
MEASURES = "Ukuran keberhasilan/Indikator Kinerja Individu, dan Target:"
HASIL_KERJA = "HASIL KERJA"
REALISASI, BUKTI, UMPAN_BALIK = "REALISASI", "BUKTI DUKUNG", "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG"
EVIDENCED = "REALISASI BERDASARKAN BUKTI DUKUNG"
EKSPEKTASI = "Ekspektasi Khusus Pimpinan:"
SECTIONS = {Kategori.UTAMA: "A. UTAMA", Kategori.TAMBAHAN: "B. TAMBAHAN"}
RATING_HASIL, RATING_PERILAKU, PREDIKAT = "RATING HASIL KERJA", "RATING PERILAKU KERJA", "PREDIKAT KINERJA PEGAWAI"
CAPAIAN = "CAPAIAN KINERJA ORGANISASI"

_KUALITATIF = (Column("indikator", HASIL_KERJA, Span(2, 4)), Column("target", TARGET, Span(5, 6)))
_JA_JF = (
    Column("rhk_pimpinan", RHK_PIMPINAN, Span(2, 2)),
    Column("rhk", RHK, Span(3, 3)),
    Column("aspek", "ASPEK", Span(4, 4)),
    Column("indikator", IKI, Span(5, 5)),
    Column("target", TARGET, Span(6, 6)),
)
_PIMPINAN = (
    Column("rhk", RHK, Span(2, 2)),
    Column("indikator", IKI, Span(3, 4)),
    Column("target", TARGET, Span(5, 5)),
    Column("perspektif", "PERSPEKTIF", Span(6, 6)),
)
NO = Column("no", "NO", Span(1, 1))
RESULTS = (
    Column("realisasi", REALISASI, Span(7, 7)),
    Column("bukti", BUKTI, Span(8, 8)),
    Column("umpan_balik", UMPAN_BALIK, Span(9, 9)),
)
PLAN_COLUMNS, EVALUATION_COLUMNS = 6, 9
"""Physical columns on paper."""


class Helpers(NamedTuple):
    """Columns on the right that are not printed, by key."""

    columns: dict[str, int]
    headers: dict[str, str]
    widths: dict[str, float]


PLAN_HELPERS = Helpers(
    {"arah": 8, **{f"target_{p.suffix}": 8 + p.quarter for p in TRIWULAN}, "kurang": 13},
    {
        "arah": "ARAH",
        **{f"target_{p.suffix}": f"TARGET S.D. TW {p.roman}" for p in TRIWULAN},
        "kurang": "YANG MASIH KURANG",
    },
    {"arah": 22, **{f"target_{p.suffix}": 15 for p in TRIWULAN}, "kurang": 44},
)
EVALUATION_HELPERS = Helpers(
    {"capaian": 11, "kurang": 12},
    {"capaian": "CAPAIAN (%)", "kurang": "YANG MASIH KURANG"},
    {"capaian": 26, "kurang": 48},
)
INDENT = 2.0
"""Width in characters that the indent of a text takes."""
PANEL_LABEL, PANEL_VALUE = 11, 12
"""Columns of the panel at the top right of an evaluation sheet."""


@dataclass(frozen=True)
class Layout:
    """The geometry of SKP (``evaluation`` False) or of an evaluation sheet of a variant."""

    varian: Varian
    evaluation: bool

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of an indicator's row as printed, without NO."""
        kinds = _KUALITATIF if self.varian.kualitatif else _PIMPINAN if self.varian.pimpinan else _JA_JF
        return kinds + (RESULTS if self.evaluation else ())

    def column(self, key: str) -> int:
        """Physical column of a printed or helper column."""
        helpers = EVALUATION_HELPERS if self.evaluation else PLAN_HELPERS
        return helpers.columns.get(key) or next(c.span.first for c in self.columns if c.key == key)

    @property
    def last_column(self) -> int:
        """The last column on paper."""
        return EVALUATION_COLUMNS if self.evaluation else PLAN_COLUMNS

    @property
    def widths(self) -> tuple[float, ...]:
        """Widths of the columns on paper."""
        if self.varian.kualitatif:
            return (5, 29, 31, 6, 20, 14, 26, 24, 30) if self.evaluation else (5, 36, 42, 6, 30, 40)
        if self.varian.pimpinan:
            return (5, 34, 30, 6, 15, 16, 16, 24, 30) if self.evaluation else (5, 52, 44, 6, 24, 30)
        return (5, 25, 26, 11, 30, 14, 14, 24, 30) if self.evaluation else (5, 34, 36, 11, 44, 30)

    @property
    def panes(self) -> tuple[tuple[Span, Span, Span], tuple[Span, Span, Span]]:
        """Number, label and value of the two panes of the identity table."""
        left = (Span(1, 1), Span(2, 2), Span(3, 3))
        if not self.evaluation:
            return left, (Span(4, 4), Span(5, 5), Span(6, 6))
        return left, (Span(4, 4), Span(5, 6), Span(7, 9))

    period_row = 5
    """Row of instansi and periode."""
    pane_row = 6
    """Row of the headings of the identity table; five rows follow."""
    result_row = 13
    """Evaluation: row of the capaian kinerja organisasi."""
    curve_row = 14
    """Evaluation: heading of the curve, whose picture stands below it."""
    curve_rows = 11

    @property
    def top(self) -> int:
        """Row of the heading HASIL KERJA."""
        return self.curve_row + self.curve_rows + 2 if self.evaluation else 13

    @property
    def header_row(self) -> int:
        """First header row of the table; the second holds sub-headers (evaluation) or is merged with it, the third the numbers."""
        return self.top + 1

    @cached_property
    def _rows(self) -> tuple[tuple[Block, ...], dict[Kategori, int]]:
        row, blocks, sections = self.header_row + 3, list[Block](), dict[Kategori, int]()
        size = self.varian.head_rows + ITEMS
        for kategori, most in MOST.items():
            sections[kategori] = row
            blocks += [Block(kategori, n + 1, row + 1 + n * size, self.varian.head_rows) for n in range(most)]
            row += 1 + most * size
        return tuple(blocks), sections

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All RHK in their order."""
        return self._rows[0]

    @property
    def sections(self) -> dict[Kategori, int]:
        """Rows of the headings A. UTAMA and B. TAMBAHAN."""
        return self._rows[1]

    @property
    def items(self) -> Iterator[tuple[Block, int, int]]:
        """Every indicator's block, its number in it (from 1), its row."""
        return ((block, n, row) for block in self.blocks for n, row in enumerate(block.items, start=1))

    @property
    def end(self) -> int:
        """Last row of the table."""
        return self.blocks[-1].last

    @property
    def rating_hasil_row(self) -> int:
        """Evaluation: row of the rating of hasil kerja."""
        return self.end + 1

    @property
    def perilaku_row(self) -> int:
        """Row of the heading PERILAKU KERJA."""
        return self.end + (3 if self.evaluation else 2)

    def value_row(self, nilai: Nilai) -> int:
        """Row of the name of a value; its guide and expectation stand one below."""
        return self.perilaku_row + 1 + 2 * list(Nilai).index(nilai)

    @property
    def after_values(self) -> int:
        """First row after the values."""
        return self.perilaku_row + 1 + 2 * len(Nilai)

    @property
    def rating_perilaku_row(self) -> int:
        """Evaluation: row of the rating of perilaku."""
        return self.after_values

    @property
    def predikat_row(self) -> int:
        """Evaluation: row of the predikat; the recommendation follows."""
        return self.after_values + 1

    @property
    def note_row(self) -> int:
        """Evaluation: row of Catatan/Rekomendasi."""
        return self.after_values + 2

    @property
    def guide_span(self) -> Span:
        """Columns of a value's name and guide."""
        return Span(2, 5) if self.evaluation else Span(2, 4)

    @property
    def expectation_span(self) -> Span:
        """Columns of the leader's expectation of a value."""
        return Span(6, 8) if self.evaluation else Span(5, 6)

    def wide(self, span: Span) -> float:
        """Characters that stand beside each other in a span, indented."""
        return sum(self.widths[span.first - 1 : span.last]) - INDENT

    @property
    def signature_row(self) -> int:
        """First row of the signatures."""
        return self.after_values + (4 if self.evaluation else 1)

    @property
    def last_row(self) -> int:
        """Last row on paper."""
        return self.signature_row + 5
