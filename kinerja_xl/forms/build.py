"""Builds the blank Buku Kerja Unit from its description, with openpyxl.

Input cells are open, everything else is protected (without a password: it guards against accidents, not against people).
``fill`` puts values into the result; ``read`` reads what people made of it.
"""

import io
import re
from collections.abc import Sequence
from functools import lru_cache

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.forms import behaviours, styles
from kinerja_xl.forms.build_distribution import add_distribution
from kinerja_xl.forms.build_entries import add_entries
from kinerja_xl.forms.build_guide import add_guide
from kinerja_xl.forms.description import PLACEHOLDER, Field, Kind, TableSheet
from kinerja_xl.forms.page import print_setup
from kinerja_xl.forms.person_calculation import Calculation
from kinerja_xl.forms.reference import Reference
from kinerja_xl.forms.unit_workbook import FORM, PEGAWAI, TEMUAN, UNIT, VERSION, Form, form_of, unit_line
from kinerja_xl.forms.validation import add_validation
from kinerja_xl.package import read_parts, write_parts
from kinerja_xl.periods import TRIWULAN, Periode
from kinerja_xl.regulations import AturanRating, Peraturan
from kinerja_xl.scoring.scheme import aturan_periode

_FORMATS = {
    Kind.DATE: styles.DATE_FORMAT,
    Kind.INTEGER: "0",
    Kind.FORMULA: styles.GENERAL,
    Kind.RESULT: styles.POINTS_FORMAT,
}
_ALIGNMENTS = {Kind.INTEGER: styles.TOP_CENTRE, Kind.DATE: styles.TOP_CENTRE, Kind.RESULT: styles.TOP_CENTRE}
_MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_TITLES = re.compile(
    rb"(<definedName[^>]*_xlnm\.Print_Titles[^>]*>)([^<,]*!\$\d+:\$\d+),([^<,]*!\$[A-Z]+:\$[A-Z]+)(</definedName>)"
)
"""Repeated rows before repeated columns, as openpyxl writes them; LibreOffice would make two names of that."""
_RATER_SHEETS = ("penilaian", "pengembangan")
LIVE_PEOPLE = 300
"""Units of more people compute nothing live: LibreOffice would write every formula out, too much for it and for the reader."""


def blank_unit_workbook(people: int, tahun: int, lokal: Sequence[Peraturan] = ()) -> bytes:
    """A blank Buku Kerja Unit with room for ``people`` persons, under the rules in force at the end of ``tahun``.

    It computes live for the period chosen, by the rules of that period, the office's own ``lokal`` among them; not so for years of numbers and
    for units of more than ``LIVE_PEOPLE``.

    Raises RegulationError for a year in which no law we have was in force.
    """
    return _built(people, tahun, lokal) if lokal else _national(people, tahun)


@lru_cache(maxsize=8)
def _national(people: int, tahun: int) -> bytes:
    return _built(people, tahun, ())


def _built(people: int, tahun: int, lokal: Sequence[Peraturan]) -> bytes:
    aturan, form = aturan_periode(Periode.TAHUNAN, tahun, lokal), form_of(tahun)
    if people > LIVE_PEOPLE:
        form = form.without_live()
    book = Workbook()
    book.remove(book.worksheets[0])
    unit = book.create_sheet(UNIT.name)
    sheets = [(book.create_sheet(table.name), table) for table in form.tables]
    builder = _Builder(people, form, Reference(book, form.fields))
    if isinstance(aturan, AturanRating):
        builder.reference.add_ratings(aturan)
        if form.is_live:
            rules = [aturan_periode(p, tahun, lokal) for p in Periode]
            builder.calculation.add_lists([r if isinstance(r, AturanRating) else aturan for r in rules], tahun)
    else:
        builder.reference.add_behaviours({p.suffix: behaviours.in_quarter(p, tahun).every for p in TRIWULAN})
    add_entries(unit, form.unit, {"formulir": FORM, "versi": VERSION, "tahun": tahun}, builder.reference)
    for sheet, table in sheets:
        builder.table_sheet(sheet, table)
        sheet.sheet_properties.tabColor = styles.RATER_TAB if table.key in _RATER_SHEETS else styles.INPUT_TAB
    if isinstance(aturan, AturanRating):
        add_distribution(book, form.unit, builder.reference, aturan, builder.column_range)
    builder.table_sheet(book.create_sheet(TEMUAN.name), TEMUAN)
    add_guide(book, form, tahun)
    if form.is_live:
        builder.calculation.write(book, tahun)
    book.move_sheet(builder.reference.sheet, len(book.worksheets))
    _set_properties(book)
    out = io.BytesIO()
    book.save(out)
    package = as_excel_writes(out.getvalue())
    return builder.calculation.sheet.put_into(package) if form.is_live else package


def as_excel_writes(package: bytes) -> bytes:
    """The same workbook as Excel writes it: titles in its order, and no moment of saving, so that the same form gives the same bytes."""
    parts = read_parts(package)
    parts["docProps/core.xml"] = _MODIFIED.sub(rb"\g<1>2026-01-01T00:00:00Z", parts["docProps/core.xml"])
    parts["xl/workbook.xml"] = _TITLES.sub(rb"\1\3,\2\4", parts["xl/workbook.xml"])
    return write_parts(parts)


def _set_properties(book: Workbook) -> None:
    book.calculation.fullCalcOnLoad = True
    book.properties.title = "Buku Kerja Unit - Pengelolaan Kinerja Pegawai"
    book.properties.creator = "kinerja_xl"
    book.active = 0


class _Builder:
    """Builds the sheets of one workbook: knows its capacity and where its lists are."""

    def __init__(self, people: int, form: Form, reference: Reference) -> None:
        self.people = people
        self.form = form
        self.reference = reference
        self.calculation = Calculation(form, people, self.column_range)

    def last_row(self, table: TableSheet) -> int:
        return table.header_row + table.capacity(self.people)

    def column_range(self, table_key: str, key: str) -> str:
        """Absolute range of a whole column of a table, for formulas; ``referensi`` and ``hitung`` name those of the hidden sheets.

        It begins with the header, so that a row inserted above the first one lies in it.
        """
        if table_key == "referensi":
            return self.reference[key]
        if table_key == "hitung":
            return self.calculation[key]
        if table_key == UNIT.key:
            return f"{UNIT.name}!$B${self.form.unit.row(key)}"
        return self._rows_range(table_key, key, self.form.table(table_key).header_row)

    def _rows_range(self, table_key: str, key: str, first: int) -> str:
        table = self.form.table(table_key)
        letter = get_column_letter(table.column(key))
        return f"{table.name}!${letter}${first}:${letter}${self.last_row(table)}"

    def _unit_line(self) -> str:
        """The line of ``unit_line`` as a live formula."""
        entries = (f'"&{self.column_range(UNIT.key, key)}&"' for key in ("nama_unit", "tahun"))
        return f'="{unit_line(*entries)}"'

    def table_sheet(self, sheet: Worksheet, table: TableSheet) -> None:
        last = self.last_row(table)
        sheet["A1"], sheet["A2"], sheet["A3"] = table.title, self._unit_line(), table.hint
        sheet["A1"].font, sheet["A2"].font, sheet["A3"].font = styles.TITLE, styles.BOLD, styles.SUBTITLE
        for column, field in enumerate(table.fields, start=1):
            self._column(sheet, table, column, field, last)
        self._group_headings(sheet, table)
        sheet.row_dimensions[table.header_row].height = 45
        sheet.freeze_panes = f"{get_column_letter(table.column(table.frozen))}{table.first_row}"
        end, paper_end = get_column_letter(len(table.fields)), get_column_letter(len(table.printed))
        sheet.auto_filter.ref = f"A{table.header_row}:{end}{last}"
        kept = f"A:{get_column_letter(table.column(table.frozen) - 1)}" if table.pages_wide > 1 else ""
        rows = f"{table.header_row - 1}:{table.header_row}"
        print_setup(sheet, "landscape", f"A1:{paper_end}{last}", rows, columns=kept, pages_wide=table.pages_wide)
        _protect_table(sheet)

    def _column(self, sheet: Worksheet, table: TableSheet, column: int, field: Field, last: int) -> None:
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = field.width
        head = sheet.cell(table.header_row, column, field.header)
        head.font, head.fill, head.alignment, head.border = styles.HEADER, styles.HEADER_FILL, styles.CENTRE, styles.BOX
        usual = styles.TOP_CENTRE if field.number_format else styles.WRAPPED
        alignment = styles.CLIPPED if field.long else _ALIGNMENTS.get(field.kind, usual)
        model = sheet.cell(table.first_row, column)
        model.border, model.alignment = styles.BOX, alignment
        model.number_format = field.number_format or _FORMATS.get(field.kind, styles.TEXT_FORMAT)
        model.font = styles.BODY if field.kind.typed else styles.COMPUTED
        if not field.kind.typed:
            model.fill = styles.COMPUTED_FILL
        elif table is not TEMUAN:
            model.protection = styles.UNLOCKED
        look = styles.look_of(model)
        for row in range(table.first_row, last + 1):
            cell = sheet.cell(row, column)
            styles.dress(cell, look)
            if not field.kind.typed:
                cell.value = self._resolved(table, field.formula, row) or None
        if table is not TEMUAN:
            self._guide(sheet, table, field, f"{letter}{table.first_row}", f"{letter}{last}")

    def _resolved(self, table: TableSheet, template: str, row: int) -> str:
        """A formula template with addresses for its placeholders."""

        def address(found: re.Match[str]) -> str:
            table_key, key = found["table"], found["key"]
            return self.column_range(table_key, key) if table_key else f"${get_column_letter(table.column(key))}{row}"

        return PLACEHOLDER.sub(address, template)

    def _guide(self, sheet: Worksheet, table: TableSheet, field: Field, first: str, last: str) -> None:
        """Drop-down, input message and colours of one column."""
        lookup = field.kind is Kind.NIP and field.key == "nip" and table.key != PEGAWAI.key
        people = self._rows_range(PEGAWAI.key, "nip", PEGAWAI.first_row) if lookup else ""
        add_validation(sheet, field, (first, last), self.reference.list_range(field), people)
        area = f"{first}:{last}"
        condition = self._needed(table, field)
        if condition:
            rule = Rule("expression", formula=[f'AND({condition},{first}="")'], dxf=styles.MISSING)
            sheet.conditional_formatting.add(area, rule)
        if field.key == "kelengkapan":
            sheet.conditional_formatting.add(area, Rule("expression", formula=[f'{first}<>""'], dxf=styles.INCOMPLETE))
        elif field.kind is Kind.FORMULA and not field.late:
            formula = [f'OR(ISNUMBER(SEARCH("tidak ada di lembar",{first})),ISNUMBER(SEARCH("tidak dikenal",{first})))']
            sheet.conditional_formatting.add(area, Rule("expression", formula=formula, dxf=styles.WRONG))

    def _needed(self, table: TableSheet, field: Field) -> str:
        """Condition under which an empty cell of the first row is coloured; empty where it never is."""
        if field.needed_when:
            return self._resolved(table, field.needed_when, table.first_row)
        if not field.needed:
            return ""
        other = next(f for f in table.inputs if f.key != "nip") if field.key == "nip" else table.field("nip")
        return f'${get_column_letter(table.column(other.key))}{table.first_row}<>""'

    @staticmethod
    def _group_headings(sheet: Worksheet, table: TableSheet) -> None:
        row, column = table.header_row - 1, 1
        while column <= len(table.fields):
            group = table.fields[column - 1].group
            end = column
            while end < len(table.fields) and group and table.fields[end].group == group:
                end += 1
            if group:
                sheet.merge_cells(start_row=row, start_column=column, end_row=row, end_column=end)
                cell = sheet.cell(row, column, group)
                cell.font, cell.fill, cell.alignment = styles.HEADER, styles.GROUP_FILL, styles.CENTRE
            column = end + 1


def _protect_table(sheet: Worksheet) -> None:
    sheet.protection.sheet = True
    sheet.protection.autoFilter = False
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
