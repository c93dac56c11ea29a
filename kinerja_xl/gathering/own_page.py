"""A printed sheet of our own form as it came back: its cells by their place in the form as built."""

from collections.abc import Iterator

from kinerja_xl.forms.addresses import letters
from kinerja_xl.forms.cells import text_column
from kinerja_xl.forms.description import Field
from kinerja_xl.forms.skp import layout as places
from kinerja_xl.forms.skp.layout import EVALUATION_HELPERS, PLAN_HELPERS, Layout
from kinerja_xl.gathering.anchors import Standing, Trouble
from kinerja_xl.gathering.cell_links import with_link
from kinerja_xl.gathering.foreign.sheet import Sheet
from kinerja_xl.gathering.sheet_formulas import LOST, formulas_of, rows_named
from kinerja_xl.gathering.staff_form import Place, Row
from kinerja_xl.terms import Nilai, squeezed

Located = dict[str, tuple[int, int, Field]]
"""Row and column of the cells of a row of a table, by key, with the field whose kind of content they hold."""
_PROOF = "bukti"
"""Beginning of the keys of what may lead to a document."""
Header = tuple[int, int, str]
"""Row and column as built, text."""


class Page:
    """A sheet with its layout; ``used`` are the cells that were read from it."""

    def __init__(self, sheet: Sheet, layout: Layout) -> None:
        self.sheet, self.layout = sheet, layout
        self.formulas = formulas_of(sheet.xml)
        self.standing = Standing(sheet, layout, self.formulas)
        self.used: set[tuple[int, int]] = set()

    @property
    def trouble(self) -> Trouble | None:
        """Why the sheet cannot be read; None where it can."""
        return self.standing.trouble or self._misplaced()

    def row(self, built: int) -> int:
        """The row that was built as ``built``."""
        return self.standing.row(built)

    def text(self, built: int, column: int) -> str:
        """The text of a cell."""
        return self.sheet.text(self.row(built) - 1, column - 1)

    def place(self, built: int, column: int) -> Place:
        """Where a cell stands."""
        return self.sheet.place(self.row(built) - 1, column - 1)

    def formula(self, built: int, column: int) -> str | None:
        """The formula of a cell; None where it has none."""
        return self.formulas.get(self.place(built, column).cell)

    def texts(self, wanted: Located) -> Row:
        """The texts that are there of a row of a table."""
        found: Row = {}
        for key, (built, column, field) in wanted.items():
            row = self.row(built)
            self.used.add((row, column))
            if self.sheet.text(row - 1, column - 1):
                found[key] = text_column([self.sheet.cell(row - 1, column - 1)], field.kind)[0]
                link = self.sheet.link(row - 1, column - 1) if key.startswith(_PROOF) else ""
                found[key] = with_link(found[key], link) if link else found[key]
        return found

    def _misplaced(self) -> Trouble | None:
        """The first column whose header is not where it belongs."""
        for built, column, text in _headers(self.layout):
            if built == self.layout.pane_row and built not in self.standing.rows:
                continue
            if squeezed(self.text(built, column)) != squeezed(text):
                return Trouble(self.place(built, column).cell, self._where(built, text))
        label = squeezed(places.EKSPEKTASI)
        column = self.layout.expectation_span.first
        rows = [self.layout.value_row(nilai) for nilai in Nilai]
        if any(squeezed(self.text(row, column)) == label for row in rows):
            return None
        return Trouble(self.place(rows[0], column).cell, self._where(rows[0], places.EKSPEKTASI))

    def _where(self, built: int, text: str) -> str:
        row = self.row(built) - 1
        there = next((c for c, found in self.sheet.filled(row) if squeezed(found) == squeezed(text)), None)
        if there is None:
            return f"judul kolom {text} tidak ada di tempatnya"
        return f"kolom {text} berpindah ke kolom {letters(there + 1)}"


def _headers(layout: Layout) -> Iterator[Header]:
    """The headers of all columns, printed and beside the paper."""
    row, (_, (number, _, _)) = layout.header_row, layout.panes
    yield row, 1, places.NO.header
    if layout.varian.kualitatif:
        yield row, 2, places.HASIL_KERJA
    else:
        yield from ((row, c.span.first, c.header) for c in layout.columns if c not in places.RESULTS)
    if layout.evaluation:
        results, proof, feedback = places.RESULTS
        yield row, results.span.first, places.EVIDENCED
        yield from ((row + 1, c.span.first, c.header) for c in (results, proof))
        yield row, feedback.span.first, feedback.header
    helpers = EVALUATION_HELPERS if layout.evaluation else PLAN_HELPERS
    for key, column in helpers.columns.items():
        if layout.evaluation or key == "kurang" or not layout.varian.kualitatif:
            yield row, column, helpers.headers[key]
    yield layout.pane_row, number.first, places.NO.header


class Linked:
    """The formulas by which an evaluation sheet shows the indicators of the sheet SKP: they tell which rows belong together."""

    def __init__(self, plan: Page, page: Page) -> None:
        self.plan, self.page = plan, page
        self.known: dict[int, int] = {}
        """Row of an indicator on the sheet SKP as built -> row as built on the evaluation sheet, where its formula was readable."""
        self.trouble = self._compare()

    def _compare(self) -> Trouble | None:
        column, wrong = self.page.layout.column("indikator"), dict[bool, Trouble]()
        for planned, shown in zip(self.plan.layout.blocks, self.page.layout.blocks, strict=True):
            for built, here in zip(planned.items, shown.items, strict=True):
                formula = self.page.formula(here, column)
                cell = self.page.place(here, column).cell
                if formula and LOST in formula:
                    return Trouble(cell, f"{cell} menunjuk baris lembar SKP yang sudah dihapus")
                rows = rows_named(formula or "", self.plan.sheet.name)
                if rows:
                    self.known[built] = here
                for moved, row in ((True, self.plan.row(built)), (False, built)):
                    if rows and rows != {row}:
                        wrong.setdefault(moved, Trouble(cell, f"{cell} tidak menunjuk baris {row} lembar SKP"))
                if not self.page.formulas and self._differs(built, here):
                    return Trouble(cell, f"indikator di {cell} bukan indikator pada baris yang sama di lembar SKP")
        return wrong[True] if len(wrong) > 1 else None

    def _differs(self, built: int, here: int) -> bool:
        """Whether a sheet without any formula shows another indicator than SKP has."""
        own = self.page.text(here, self.page.layout.column("indikator"))
        return bool(own) and squeezed(own) != squeezed(self.plan.text(built, self.plan.layout.column("indikator")))
