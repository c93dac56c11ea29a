"""Reads a form that is not ours: finds tables, identity, ratings and behaviours on all its sheets and joins them to one form."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from kinerja_xl.forms import faults as form_faults
from kinerja_xl.forms.book import Book
from kinerja_xl.forms.guard import Package
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.foreign.appraisal import put_appraisals, put_behaviours
from kinerja_xl.gathering.foreign.csv_sheet import csv_sheet
from kinerja_xl.gathering.foreign.join import Difference, joined, together
from kinerja_xl.gathering.foreign.mapping import NO_MAP, Map
from kinerja_xl.gathering.foreign.page import RESULTS, Page, pages_of, period_of
from kinerja_xl.gathering.foreign.people import MOST_PEOPLE, people_of
from kinerja_xl.gathering.foreign.person import put_person
from kinerja_xl.gathering.foreign.pieces import Rhk, Value, Values
from kinerja_xl.gathering.foreign.report import (
    ForeignForm,
    mark_blank,
    put_row,
    tell_block,
    tell_differences,
    tell_uncalculated,
    without_repeated,
)
from kinerja_xl.gathering.foreign.sheet import Sheet, sheets_of
from kinerja_xl.gathering.staff_form import Row
from kinerja_xl.indonesian import listed
from kinerja_xl.periods import Periode

_SHOWN = 4
_OF_REALISASI = tuple(f"{result}_" for result in RESULTS)


def read_foreign(path: Path, package: Package, berkas: str, peta: Map = NO_MAP) -> ForeignForm:
    """The form in a workbook whose parts ``guard.inspect`` has let pass; ``peta`` says what unknown headers mean."""
    book = Book(path, package)
    return _of_file(sheets_of(book, package), book.names, berkas, peta)


def read_csv(path: Path, berkas: str, peta: Map = NO_MAP) -> ForeignForm:
    """The form in a CSV file; raises ``guard.Refusal`` where it is no text in columns."""
    sheet = csv_sheet(path)
    return _of_file([sheet], [sheet.name], berkas, peta)


def _of_file(sheets: Sequence[Sheet], names: Sequence[str], berkas: str, peta: Map) -> ForeignForm:
    """The form of the person, with those of others whose rows stand in the same tables."""
    people = people_of(sheets)
    if len(people) > MOST_PEOPLE:
        form = ForeignForm(berkas)
        form.tell(faults.MANY_PEOPLE, semua=f"{len(people)} pegawai, lebih dari {MOST_PEOPLE}")
        return form
    if not people:
        return of_sheets(sheets, names, ForeignForm(berkas), peta)
    first, *others = (of_sheets(p.sheets(), names, ForeignForm(berkas), peta, p.values) for p in people)
    first.others = [without_repeated(form, first) for form in others]
    return first


def of_sheets(
    sheets: Sequence[Sheet], names: Sequence[str], form: ForeignForm, peta: Map, named: Values | None = None
) -> ForeignForm:
    """Fill ``form`` from the sheets of a workbook; ``names`` are those of all its sheets, ``named`` is who a table says it is."""
    pages = pages_of(sheets, peta)
    if not any(page.tables for page in pages):
        shown = ", ".join(names[:_SHOWN]) + (" ..." if len(names) > _SHOWN else "")
        form.tell(faults.NO_FORM, semua=shown)
        return form
    put_person(form, pages, Path(form.berkas).stem, named or {})
    periods = {page.sheet.name: period_of(page, pages, Path(form.berkas).stem) for page in pages}
    _put_results(form, pages, periods)
    put_behaviours(form, pages, periods)
    put_appraisals(form, pages, periods)
    _tell_rest(form, pages, sheets)
    return form


def _put_results(form: ForeignForm, pages: Sequence[Page], periods: Mapping[str, Periode | None]) -> None:
    """The sheets Rencana and Realisasi: sheets that plan come first, so that their words stand."""
    for page in pages:
        _name_period(form, page, periods[page.sheet.name])
    in_order = sorted(pages, key=lambda page: page.has_results)
    rhks, differences = joined([[block.rhks for block in page.blocks] for page in in_order])
    _put_rows(form, rhks)
    tell_differences(differences, form)


def _name_period(form: ForeignForm, page: Page, periode: Periode | None) -> None:
    """Results without a quarter of their own belong to the period of the sheet; without one they cannot be placed."""
    lost: list[Value] = []
    differences: list[Difference] = []
    for values in (v for block in page.blocks for rhk in block.rhks for v in rhk.indicators):
        found = {key: values.pop(key) for key in RESULTS if key in values}
        if periode:
            together(values, {f"{key}_{periode.suffix}": value for key, value in found.items()}, differences)
        else:
            lost += found.values()
    tell_differences(differences, form)
    if lost:
        what = f"realisasi, bukti, atau umpan balik ({len(lost)} isian)"
        form.tell(faults.NO_PERIOD, sheet=page.sheet.name, cell=lost[0].place.cell, apa=what)


def _put_rows(form: ForeignForm, rhks: Iterable[Rhk]) -> None:
    form.rows["rencana"], form.rows["realisasi"] = [], []
    for no_rhk, rhk in enumerate(rhks, 1):
        for no_iki, values in enumerate(rhk.indicators, 1):
            numbers: Row = {"no_rhk": str(no_rhk), "no_iki": str(no_iki)}
            results = {key: value for key, value in values.items() if key.startswith(_OF_REALISASI)}
            plan = rhk.values | {key: value for key, value in values.items() if key not in results}
            put_row(form, "rencana", numbers, plan)
            put_row(form, "realisasi", numbers, results)
    mark_blank(form, "rencana")
    mark_blank(form, "realisasi")


def _tell_rest(form: ForeignForm, pages: Sequence[Page], sheets: Sequence[Sheet]) -> None:
    for page in pages:
        for block in page.blocks:
            tell_block(block, form)
            tell_uncalculated(block.table, form)
    read = {page.sheet.name for page in pages}
    others = [f"'{sheet.name}'" for sheet in sheets if sheet.name not in read and any(map(any, sheet.texts))]
    if others:
        form.tell(form_faults.OTHER_SHEETS, semua=listed(others))
