"""Which sheets of our own form are there: lost, renamed, and evaluation sheets under the name of another period."""

import re
from collections.abc import Collection, Mapping

from kinerja_xl.forms import faults as form_faults
from kinerja_xl.forms.addresses import place
from kinerja_xl.forms.book import Book
from kinerja_xl.forms.skp import variant
from kinerja_xl.forms.skp.variant import EVALUASI, IDENTITAS, SKP
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.foreign.period import of_texts
from kinerja_xl.gathering.foreign.sheet import Sheet
from kinerja_xl.gathering.own_page import Page
from kinerja_xl.gathering.staff_form import StaffForm
from kinerja_xl.indonesian import listed
from kinerja_xl.periods import Periode
from kinerja_xl.terms import squeezed

KNOWN = {IDENTITAS, SKP, *EVALUASI.values(), variant.LAMPIRAN, variant.DOKUMEN, variant.KUADRAN, variant.POLA}
KNOWN |= {variant.PANDUAN, variant.HITUNG, variant.REFERENSI}
_KNOWN = {squeezed(name) for name in KNOWN}
_TITLES = {SKP: "SASARAN KINERJA PEGAWAI"} | dict.fromkeys(EVALUASI.values(), "EVALUASI KINERJA PEGAWAI")
_TITLE_ROWS = 20
_HEADING = "PERIODE PENILAIAN"
_ROW = re.compile(r"!\$?[A-Z]+\$?([0-9]+)\s*$")


def tell_lost(name: str, sheets: Mapping[str, Sheet], form: StaffForm) -> list[str]:
    """Say that the sheet ``name`` is not there, and which of the ``sheets`` it seems to be under another name; returns their names."""
    title = squeezed(_TITLES[name])
    alike = [sheet.name for key, sheet in sheets.items() if key not in _KNOWN and _is_titled(sheet, title)]
    names = listed([f"'{other}'" for other in alike])
    if name == SKP:
        guess = f" Lembar {names} tampaknya lembar itu yang berganti nama." if alike else ""
        form.tell(faults.LOST_PLAN, sheet=name, duga=guess)
    elif alike:
        form.tell(faults.RENAMED_SHEET, sheet=name, nama=names)
    else:
        form.tell(faults.LOST_SHEET, sheet=name)
    return alike


def _is_titled(sheet: Sheet, title: str) -> bool:
    return any(squeezed(sheet.text(row, 0)) == title for row in range(_TITLE_ROWS))


def tell_other_periods(pages: Mapping[Periode, Page], form: StaffForm) -> None:
    """Evaluation sheets whose heading belongs to another period than their name."""
    numbers = {periode: found for periode, page in pages.items() if (found := _number(page))}
    by_size = dict(zip(numbers, sorted(numbers.values()), strict=True))
    for periode, page in pages.items():
        cell = _heading(page)
        typed = "" if cell in page.formulas or not cell else _text(page, cell)
        says = of_texts([typed]).periode if typed else None
        twice = list(numbers.values()).count(numbers.get(periode, 0)) > 1
        if twice or numbers.get(periode) != by_size.get(periode) or says not in (None, periode):
            form.tell(faults.OTHER_PERIOD, sheet=page.sheet.name, cell=cell, periode=periode.label)


def _heading(page: Page) -> str:
    """The cell that names the period, above the table; empty where there is none."""
    last = page.row(page.layout.top)
    for cell, formula in page.formulas.items():
        if _HEADING in formula and place(cell)[0] < last:
            return cell
    for row in range(last):
        for column, text in page.sheet.filled(row):
            if squeezed(text).startswith(squeezed(_HEADING)):
                return page.sheet.place(row, column).cell
    return ""


def _text(page: Page, cell: str) -> str:
    row, column = place(cell)
    return page.sheet.text(row - 1, column - 1)


def _number(page: Page) -> int:
    """The row of the hidden sheet that the heading shows: the periods stand there in their order; 0 where it shows none."""
    found = _ROW.search(page.formulas.get(_heading(page), ""))
    return int(found[1]) if found else 0


def tell_other_sheets(book: Book, form: StaffForm, told: Collection[str]) -> None:
    """Sheets that the form does not have; those ``told`` were named before."""
    others = [f"'{name}'" for name in book.names if squeezed(name) not in _KNOWN and name not in told]
    if others:
        form.tell(form_faults.OTHER_SHEETS, semua=listed(others))
