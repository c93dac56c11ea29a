"""Reads our own Formulir SKP: every typed cell by its place in the form, after each row and column of it proved to be known."""

from collections.abc import Iterable

from kinerja_xl.forms.book import Book
from kinerja_xl.forms.description import Field
from kinerja_xl.forms.guard import Package
from kinerja_xl.forms.sheet_penilaian import PENILAIAN
from kinerja_xl.forms.sheet_perilaku import PERILAKU
from kinerja_xl.forms.sheet_realisasi import REALISASI
from kinerja_xl.forms.sheet_rencana import RENCANA
from kinerja_xl.forms.skp.calculation import block_keys, place_of
from kinerja_xl.forms.skp.inputs import RATED, plan_keys, rated_place, result_place, value_place
from kinerja_xl.forms.skp.layout import Block, Layout
from kinerja_xl.forms.skp.variant import EVALUASI, IDENTITAS, SKP, Varian
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.anchors import Trouble
from kinerja_xl.gathering.foreign.sheet import Sheet, sheets_of
from kinerja_xl.gathering.own_identity import read_identity
from kinerja_xl.gathering.own_lists import read_lists
from kinerja_xl.gathering.own_page import Linked, Located, Page
from kinerja_xl.gathering.own_sheets import tell_lost, tell_other_periods, tell_other_sheets
from kinerja_xl.gathering.sheet_formulas import formulas_of
from kinerja_xl.gathering.staff_form import Row, StaffForm
from kinerja_xl.gathering.strays import tell_strays, tell_uncalculated
from kinerja_xl.gathering.typed_predikat import tell_predikat
from kinerja_xl.indonesian import parse_quantity
from kinerja_xl.periods import TRIWULAN, Periode
from kinerja_xl.terms import Nilai, squeezed

_PERCENT = "Persen"
Spot = tuple[Page, tuple[int, int, Field]]
"""Page, row and column as built, and the field of a value."""


def read_own(book: Book, package: Package, berkas: str) -> StaffForm:
    """The form in ``book``; one whose version, variant or arrangement is not certain comes back with findings and without rows."""
    form = StaffForm(berkas)
    sheets = {squeezed(sheet.name): sheet for sheet in sheets_of(book, package)}
    identity = sheets[squeezed(IDENTITAS)]
    formulas = formulas_of(identity.xml)
    varian, found = read_identity(identity, formulas, form)
    if varian is not None:
        reader = _Reader(form, sheets, varian)
        reader.read()
        labelled = {(row, column) for row, column in found.values()}
        tell_strays(identity, varian, formulas, labelled, form)
        tell_other_sheets(book, form, reader.renamed)
    return form


class _Reader:
    """Reads the sheets of one form into its rows."""

    def __init__(self, form: StaffForm, sheets: dict[str, Sheet], varian: Varian) -> None:
        self.form, self.varian, self.sheets = form, varian, sheets
        self.renamed: list[str] = []
        self.plan = self._page(SKP, evaluation=False)
        found = {periode: self._page(name, evaluation=True) for periode, name in EVALUASI.items()}
        self.pages = {periode: page for periode, page in found.items() if page is not None}
        self._tell_unlinked()
        tell_other_periods(self.pages, form)

    def _page(self, name: str, *, evaluation: bool) -> Page | None:
        """The sheet, if it is there and everything on it can be told."""
        sheet = self.sheets.get(squeezed(name))
        if sheet is None:
            self.renamed += tell_lost(name, self.sheets, self.form)
            return None
        page = Page(sheet, Layout(self.varian, evaluation=evaluation))
        if page.trouble:
            self._moved(name, page.trouble)
            return None
        return page

    def _moved(self, name: str, trouble: Trouble) -> None:
        self.form.tell(faults.MOVED_FORM, sheet=name, cell=trouble.cell, apa=trouble.what)

    def _tell_unlinked(self) -> None:
        """Rows of an evaluation sheet that are not those of the sheet SKP, and rows of which nobody can say what they are."""
        if self.plan is None:
            return
        links = {EVALUASI[periode]: Linked(self.plan, page) for periode, page in self.pages.items()}
        sound = [link for link in links.values() if not link.trouble]
        lost = self.plan.standing.unsure.difference(*(link.known for link in sound))
        if lost:
            self._inserted(SKP, self.plan.row(min(lost)))
            return
        for name, link in links.items():
            lost = link.page.standing.unsure.difference(link.known.values())
            if lost:
                self._inserted(name, link.page.row(min(lost)))
            elif link.trouble:
                self._moved(name, link.trouble)

    def _inserted(self, name: str, row: int) -> None:
        self._moved(name, Trouble(f"A{row}", f"baris {row} tidak punya rumus formulir; tampaknya disisipkan"))

    def read(self) -> None:
        """Put the rows of all tables into the form."""
        if not self.form.accepted or self.plan is None:
            return
        for i, block in enumerate(self.plan.layout.blocks):
            for n in range(1, len(block.items) + 1):
                self._indicator(self.plan, i, block, n)
        for nilai in Nilai:
            self._value(self.plan, nilai)
        for periode, page in self.pages.items():
            self._rated(page, periode)
        read_lists(self.sheets, self.varian, self.form)
        for page in (self.plan, *self.pages.values()):
            tell_strays(page.sheet, self.varian, page.formulas, page.used, self.form)
            tell_uncalculated(page, self.form)

    def _indicator(self, plan: Page, i: int, block: Block, n: int) -> None:
        """The plan and the results of an indicator, if there is anything of it."""
        head = self._head(plan, block) if n == 1 else {}
        wanted = head | _located(plan.layout, block, n, plan_keys(self.varian))
        own = plan.texts(wanted)
        found = {p: (page, _results(page.layout, i, n, p)) for p, page in self.pages.items() if p in TRIWULAN}
        results = {p: page.texts(wanted) for p, (page, wanted) in found.items()}
        if not any(own.get(key) for key in own if key != "aspek") and not any(results.values()):
            return
        numbers = {"no_rhk": str(block.no_rhk), "no_iki": str(n)}
        shared = {} if n == 1 else plan.texts(self._head(plan, block))
        planned = numbers | {"kategori": block.kategori.value} | shared | own
        self._add("rencana", _with_unit_apart(planned), {key: (plan, at) for key, at in wanted.items()})
        spots = {key: (page, at) for page, places in found.values() for key, at in places.items()}
        self._add("realisasi", numbers | {k: t for texts in results.values() for k, t in texts.items()}, spots)

    def _head(self, plan: Page, block: Block) -> Located:
        found = {}
        for key in block_keys(self.varian):
            row, span = place_of(plan.layout, block, key)
            found[key] = (row, span.first, RENCANA.field(key))
        return found

    def _value(self, plan: Page, nilai: Nilai) -> None:
        """Expectation, feedback and helper scores of a value."""
        spots = {"ekspektasi": (plan, (*value_place(plan.layout, nilai, "ekspektasi"), PERILAKU.field("ekspektasi")))}
        for periode, page in self.pages.items():
            for key in ("umpan_balik", "skor") if periode in TRIWULAN else ():
                field = PERILAKU.field(f"{key}_{periode.suffix}")
                spots[field.key] = (page, (*value_place(page.layout, nilai, key), field))
        texts = {key: text for key, (page, at) in spots.items() for text in page.texts({key: at}).values()}
        if texts:
            self._add("perilaku", {"nilai": nilai.value} | texts, spots)

    def _rated(self, page: Page, periode: Periode) -> None:
        """What the rater typed on the sheet of a period."""
        wanted: Located = {key: (*rated_place(page.layout, key), PENILAIAN.field(key)) for key in RATED}
        texts = page.texts(wanted)
        if texts:
            self._add("penilaian", {"periode": periode.value} | texts, {key: (page, at) for key, at in wanted.items()})
        tell_predikat(page, periode, texts, self.form)
        key = f"capaian_{periode.lower()}"
        row, column = rated_place(page.layout, "capaian")
        if found := page.texts({key: (row, column, PENILAIAN.field("rating_hasil"))}):
            self.form.unit |= found
            self.form.places["unit", 0, key] = page.place(row, column)

    def _add(self, table: str, row: Row, spots: dict[str, Spot]) -> None:
        rows = self.form.rows.setdefault(table, [])
        for key, (page, (at, column, _)) in spots.items():
            if key in row:
                self.form.places[table, len(rows), key] = page.place(at, column)
            else:
                self.form.blank.setdefault((table, len(rows)), {})[key] = page.place(at, column)
        rows.append(row)


def _located(layout: Layout, block: Block, n: int, keys: Iterable[str]) -> Located:
    return {key: (block.items[n - 1], layout.column(key), RENCANA.field(key)) for key in keys}


def _results(layout: Layout, i: int, n: int, periode: Periode) -> Located:
    """Result and evidence of an indicator; the feedback on its RHK belongs to the first one."""
    keys = ("realisasi", "bukti", "umpan_balik") if n == 1 else ("realisasi", "bukti")
    names = {key: f"{key}_{periode.suffix}" for key in keys}
    return {name: (*result_place(layout, i, n, key), REALISASI.field(name)) for key, name in names.items()}


def _with_unit_apart(row: Row) -> Row:
    """The row with the unit that is typed behind its target in the column Satuan, where the unit workbook has it."""
    found = parse_quantity(row.get("target", ""))
    if found is None or not found.unit:
        return row
    if found.unit == "%":
        return row | {"satuan": _PERCENT}
    bare = {key: _without(text, found.unit) for key, text in row.items() if key.startswith("target")}
    return row | bare | {"satuan": found.unit}


def _without(text: str, unit: str) -> str:
    """A quantity without the unit behind it; as typed where that would change what is read."""
    found, bare = parse_quantity(text), text.removesuffix(unit).rstrip()
    rest = parse_quantity(bare)
    alike = found is not None and rest is not None and rest == found._replace(unit="")
    return bare if alike else text
