"""The workbook of dialogue sheets: a list in front, then a sheet for each person on one page of A4, with room for what is agreed."""

import re
from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from kinerja_xl.consolidation.master_book import write_book
from kinerja_xl.letters.dialog import Dialog
from kinerja_xl.letters.dialog_sheet import (
    LINE_HEIGHT,
    LIST,
    Heading,
    Look,
    PersonSheet,
    lines,
    page_setup,
    write_percent,
)

LONGEST_NAME = 31
WIDTHS = (6, 32, 36, 12, 18)
"""Of the columns of the list."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']+")


def write_dialogs(people: Sequence[Dialog], heading: Heading, path: Path) -> None:
    """Write the workbook to ``path`` as a whole; raises MasterError where it cannot be written."""
    created = datetime.combine(heading.periode.span(heading.tahun)[1], time())
    properties = {"title": f"Lembar Dialog Kinerja - {heading.unit}", "created": created}
    write_book(path, properties, lambda book: _fill(book, people, heading))


def sheet_names(names: Sequence[str]) -> list[str]:
    """A name for each sheet: allowed in Excel, at most 31 characters, never twice the same (capitals aside)."""
    given: set[str] = {LIST.casefold()}
    made = []
    for name in names:
        base = " ".join(_FORBIDDEN.sub(" ", name).split()) or "Tanpa Nama"
        choices = (_shortened(base, f" ({n})" if n > 1 else "") for n in range(1, len(names) + 2))
        chosen = next(choice for choice in choices if choice.casefold() not in given)
        given.add(chosen.casefold())
        made.append(chosen)
    return made


def _shortened(base: str, mark: str) -> str:
    return base[: LONGEST_NAME - len(mark)].rstrip() + mark


def _fill(book: Workbook, people: Sequence[Dialog], heading: Heading) -> None:
    look = Look(book)
    front, names = book.add_worksheet(LIST), sheet_names([person.nama for person in people])
    _write_list(front, look, list(zip(people, names, strict=True)), heading)
    for person, name in zip(people, names, strict=True):
        PersonSheet(book.add_worksheet(name), look, person).write(heading)


def _write_list(sheet: Worksheet, look: Look, people: Sequence[tuple[Dialog, str]], heading: Heading) -> None:
    sheet.write_string(0, 0, "Lembar Dialog Kinerja", look.title)
    sheet.write_string(1, 0, heading.text, look.muted)
    sheet.write_string(
        2, 0, "Klik nama untuk membuka lembarnya. Sampaikan hanya kepada pegawai yang bersangkutan.", look.muted
    )
    heads = ("No.", "Nama", "Jabatan", "Rerata Capaian (%)", "Predikat")
    for column, (head, width) in enumerate(zip(heads, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(4, column, head, look.head)
    sheet.set_row(4, 30)
    for number, (person, name) in enumerate(people, start=1):
        row = 4 + number
        sheet.set_row(row, LINE_HEIGHT * max(lines(person.nama, WIDTHS[1]), lines(person.jabatan, WIDTHS[2])))
        sheet.write_number(row, 0, number, look.cell)
        sheet.write_url(row, 1, f"internal:'{name}'!A1", look.link, person.nama or name)
        sheet.write_string(row, 2, person.jabatan, look.cell)
        write_percent(sheet, row, 3, person.capaian, look)
        sheet.write_string(row, 4, person.predikat, look.cell)
    sheet.freeze_panes(5, 2)
    page_setup(sheet, high=0)
    sheet.repeat_rows(4)
