"""Reads our own Formulir SKP: every typed cell by its place in the form, after the form proved to stand as it was built."""

from collections.abc import Iterable
from functools import cached_property

from kinerja_xl.forms import faults as form_faults
from kinerja_xl.forms.addresses import letters
from kinerja_xl.forms.book import Book
from kinerja_xl.forms.cells import number_marks, text_column
from kinerja_xl.forms.description import Field
from kinerja_xl.forms.guard import Package
from kinerja_xl.forms.locate import find_values
from kinerja_xl.forms.sheet_penilaian import PENILAIAN
from kinerja_xl.forms.sheet_perilaku import PERILAKU
from kinerja_xl.forms.sheet_realisasi import REALISASI
from kinerja_xl.forms.sheet_rencana import RENCANA
from kinerja_xl.forms.sheet_scan import uncalculated_cells
from kinerja_xl.forms.skp import layout as places
from kinerja_xl.forms.skp import variant
from kinerja_xl.forms.skp.build_documents import LISTS, list_rows
from kinerja_xl.forms.skp.calculation import block_keys, place_of
from kinerja_xl.forms.skp.identity import IDENTITY, OF_PEGAWAI
from kinerja_xl.forms.skp.inputs import RATED, plan_keys, rated_place, result_place, value_place
from kinerja_xl.forms.skp.layout import EVALUATION_HELPERS, PLAN_HELPERS, Block, Layout
from kinerja_xl.forms.skp.variant import EVALUASI, IDENTITAS, SKP, Varian
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.foreign.sheet import Sheet, sheets_of
from kinerja_xl.gathering.staff_form import Row, StaffForm
from kinerja_xl.indonesian import listed, parse_quantity
from kinerja_xl.periods import TRIWULAN, Periode
from kinerja_xl.terms import FormatSkp, Nilai, Pendekatan, read_term, squeezed

_PERCENT = "Persen"
_OFFICE = ("instansi", "tempat")
_TOLD = 5
"""How many stray texts of a sheet are told one by one."""
Located = dict[str, tuple[int, int, Field]]
"""Row and column of the cells of a row of a table, by key, with the field whose kind of content they hold."""


def read_own(book: Book, package: Package, berkas: str) -> StaffForm:
    """The form in ``book``; one whose version, variant or arrangement is not certain comes back with findings and without rows."""
    form = StaffForm(berkas)
    sheets = {squeezed(sheet.name): sheet for sheet in sheets_of(book, package)}
    entries = _identity(sheets[squeezed(IDENTITAS)], form)
    varian = _variant(entries, form)
    if varian is not None:
        _Reader(form, sheets, varian).read()
        _tell_other_sheets(book, form)
    return form


def _identity(sheet: Sheet, form: StaffForm) -> Row:
    """The entries of Identitas; those of the sheet Pegawai become the person's row."""
    found = {
        key: (row, column)
        for key, (row, column) in find_values(IDENTITY, sheet.grid).items()
        if row <= len(sheet.grid) and column <= len(sheet.grid[row - 1])
    }
    cells = {key: sheet.cell(row - 1, column - 1) for key, (row, column) in found.items()}
    texts = {key: text_column([cell], IDENTITY.field(key).kind)[0] for key, cell in cells.items()}
    own = {key: texts[key] for key in (*OF_PEGAWAI, "format_skp", "pendekatan") if texts.get(key)}
    marks = {f"{key}_angka": "1" for key in cells if key.startswith("nip") and number_marks([cells[key]]) == ["1"]}
    form.rows["pegawai"] = [own | marks]
    form.places |= {("pegawai", 0, key): sheet.place(row - 1, column - 1) for key, (row, column) in found.items()}
    form.tahun, form.kode_unit = texts.get("tahun", ""), texts.get("kode_unit", "")
    form.nama_unit = texts.get("nama_unit", "")
    form.office = {key: texts[key] for key in _OFFICE if texts.get(key)}
    return texts


def _variant(entries: Row, form: StaffForm) -> Varian | None:
    """The variant the form says it is; findings where it, or its version, is none we know."""
    place = form.place("pegawai", 0, "versi")
    if entries.get("versi", "") not in variant.ACCEPTED_VERSIONS:
        accepted = ", ".join(variant.ACCEPTED_VERSIONS)
        version = entries.get("versi", "")
        form.tell(faults.OTHER_VERSION, sheet=IDENTITAS, cell=place.cell, value=version, diterima=accepted)
        return None
    format_skp = read_term(FormatSkp, entries.get("format_skp", ""))
    pendekatan = read_term(Pendekatan, entries.get("pendekatan", ""))
    if format_skp is None or pendekatan is None:
        what = "Format SKP atau Pendekatan tidak dikenal"
        form.tell(faults.MOVED_FORM, sheet=IDENTITAS, cell=place.cell, apa=what)
        return None
    return Varian(format_skp, pendekatan)


class _Page:
    """A printed sheet as it came back: its cells by their place in the form as built."""

    def __init__(self, sheet: Sheet, layout: Layout) -> None:
        self.sheet, self.layout = sheet, layout
        self.used: set[tuple[int, int]] = set()

    @cached_property
    def shift(self) -> int | None:
        """How many rows everything stands lower than built; None where not all of it moved alike."""
        sections = {places.SECTIONS[k]: row for k, row in self.layout.sections.items()}
        anchors = sections | {"PERILAKU KERJA": self.layout.perilaku_row}
        first = [squeezed(row[0]) if row else "" for row in self.sheet.texts]
        shifts = {first.index(squeezed(t)) + 1 - row if squeezed(t) in first else None for t, row in anchors.items()}
        return next(iter(shifts)) if len(shifts) == 1 else None

    def misplaced(self) -> str:
        """The first column header that is not where it belongs; empty where all are."""
        if self.layout.varian.kualitatif:
            return ""
        row = self.layout.header_row + (self.shift or 0)
        for column in self.layout.columns:
            at = row + 1 if column in places.RESULTS[:2] else row
            if squeezed(self.sheet.text(at - 1, column.span.first - 1)) != squeezed(column.header):
                return column.header
        return ""

    def texts(self, wanted: Located) -> Row:
        """The texts that are there of a row of a table."""
        found: Row = {}
        for key, (row, column, field) in wanted.items():
            at = row + (self.shift or 0)
            self.used.add((at, column))
            if self.sheet.text(at - 1, column - 1):
                found[key] = text_column([self.sheet.cell(at - 1, column - 1)], field.kind)[0]
        return found


class _Reader:
    """Reads the sheets of one form into its rows."""

    def __init__(self, form: StaffForm, sheets: dict[str, Sheet], varian: Varian) -> None:
        self.form, self.varian, self.sheets = form, varian, sheets
        self.plan = self._page(SKP, evaluation=False)
        self.pages = {periode: self._page(name, evaluation=True) for periode, name in EVALUASI.items()}

    def _page(self, name: str, *, evaluation: bool) -> _Page | None:
        """The sheet, if it is there and stands as built."""
        sheet = self.sheets.get(squeezed(name))
        if sheet is None:
            self.form.tell(faults.LOST_SHEET, sheet=name)
            return None
        page = _Page(sheet, Layout(self.varian, evaluation=evaluation))
        what = "baris disisipkan atau dihapus" if page.shift is None else page.misplaced()
        if what:
            self.form.tell(faults.MOVED_FORM, sheet=name, apa=what if page.shift is None else f"kolom {what} berpindah")
            return None
        return page

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
            if page:
                self._rated(page, periode)
        self._lists()
        for page in filter(None, (self.plan, *self.pages.values())):
            _tell_stray(page, self.form)
            _tell_uncalculated(page, self.form)

    def _lists(self) -> None:
        """The lines of the Lampiran, which stay with the form: only next year's form takes them over."""
        sheet = self.sheets.get(squeezed(variant.LAMPIRAN))
        for key, _, _ in LISTS if sheet else ():
            lines = [sheet.text(row - 1, 1) for row in list_rows(key)] if sheet else []
            self.form.lists[key] = [line for line in lines if line]

    def _indicator(self, plan: _Page, i: int, block: Block, n: int) -> None:
        """The plan and the results of an indicator, if there is anything of it."""
        head = self._head(plan, block) if n == 1 else {}
        wanted = head | _located(plan.layout, block, n, plan_keys(self.varian))
        own = plan.texts(wanted)
        results = {p: page.texts(_results(page.layout, i, n, p)) for p in TRIWULAN if (page := self.pages[p])}
        if not any(own.get(key) for key in own if key != "aspek") and not any(results.values()):
            return
        numbers = {"no_rhk": str(block.no_rhk), "no_iki": str(n)}
        shared = {} if n == 1 else plan.texts(self._head(plan, block))
        planned = numbers | {"kategori": block.kategori.value} | shared | own
        self._add("rencana", _with_unit_apart(planned), {key: (plan, at) for key, at in wanted.items()})
        spots = {
            key: (page, at)
            for p in TRIWULAN
            if (page := self.pages[p])
            for key, at in _results(page.layout, i, n, p).items()
        }
        self._add("realisasi", numbers | {k: t for texts in results.values() for k, t in texts.items()}, spots)

    def _head(self, plan: _Page, block: Block) -> Located:
        found = {}
        for key in block_keys(self.varian):
            row, span = place_of(plan.layout, block, key)
            found[key] = (row, span.first, RENCANA.field(key))
        return found

    def _value(self, plan: _Page, nilai: Nilai) -> None:
        """Expectation, feedback and helper scores of a value."""
        spots = {"ekspektasi": (plan, (*value_place(plan.layout, nilai, "ekspektasi"), PERILAKU.field("ekspektasi")))}
        for periode in TRIWULAN:
            if page := self.pages[periode]:
                for key in ("umpan_balik", "skor"):
                    field = PERILAKU.field(f"{key}_{periode.suffix}")
                    spots[field.key] = (page, (*value_place(page.layout, nilai, key), field))
        texts = {key: text for key, (page, at) in spots.items() for text in page.texts({key: at}).values()}
        if texts:
            self._add("perilaku", {"nilai": nilai.value} | texts, spots)

    def _rated(self, page: _Page, periode: Periode) -> None:
        """What the rater typed on the sheet of a period."""
        wanted: Located = {key: (*rated_place(page.layout, key), PENILAIAN.field(key)) for key in RATED}
        texts = page.texts(wanted)
        if texts:
            self._add("penilaian", {"periode": periode.value} | texts, {key: (page, at) for key, at in wanted.items()})
        key = f"capaian_{periode.lower()}"
        row, column = rated_place(page.layout, "capaian")
        if found := page.texts({key: (row, column, PENILAIAN.field("rating_hasil"))}):
            self.form.unit |= found
            self.form.places["unit", 0, key] = page.sheet.place(row + (page.shift or 0) - 1, column - 1)

    def _add(self, table: str, row: Row, spots: dict[str, tuple[_Page, tuple[int, int, Field]]]) -> None:
        rows = self.form.rows.setdefault(table, [])
        for key, (page, (at, column, _)) in spots.items():
            if key in row:
                place = page.sheet.place(at + (page.shift or 0) - 1, column - 1)
                self.form.places[table, len(rows), key] = place
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


def _tell_stray(page: _Page, form: StaffForm) -> None:
    """Texts typed to the right of everything that the form has."""
    helpers = EVALUATION_HELPERS if page.layout.evaluation else PLAN_HELPERS
    last = max(helpers.columns.values())
    stray = [(r, c) for r, row in enumerate(page.sheet.texts) for c, text in enumerate(row) if text and c >= last]
    for row, column in stray[:_TOLD]:
        place = page.sheet.place(row, column)
        form.tell(faults.UNKNOWN_TEXT, sheet=place.sheet, cell=place.cell, value=page.sheet.text(row, column))


def _tell_uncalculated(page: _Page, form: StaffForm) -> None:
    """Formulas in typed cells that have no saved result: they are read as empty."""
    addresses = {f"{letters(column)}{row}" for row, column in page.used}
    columns = {letters(column) for _, column in page.used}
    for cell in (cell for cell in uncalculated_cells(page.sheet.xml, columns) if cell in addresses):
        form.tell(form_faults.NOT_CALCULATED, sheet=page.sheet.name, cell=cell)


def _tell_other_sheets(book: Book, form: StaffForm) -> None:
    known = {IDENTITAS, SKP, *EVALUASI.values(), variant.LAMPIRAN, variant.DOKUMEN, variant.KUADRAN, variant.POLA}
    known |= {variant.PANDUAN, variant.HITUNG, variant.REFERENSI}
    names = {squeezed(name) for name in known}
    others = [f"'{name}'" for name in book.names if squeezed(name) not in names]
    if others:
        form.tell(form_faults.OTHER_SHEETS, semua=listed(others))
