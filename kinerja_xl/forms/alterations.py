"""Looks at what was done to the cells of a form: formulas typed over or never calculated, merged cells, links to other workbooks."""

import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote

from kinerja_xl.forms import faults
from kinerja_xl.forms.addresses import letters, place
from kinerja_xl.forms.arrangement import listed
from kinerja_xl.forms.book import Book
from kinerja_xl.forms.cells import text_column
from kinerja_xl.forms.description import Field, Kind
from kinerja_xl.forms.faults import shortened
from kinerja_xl.forms.guard import Package
from kinerja_xl.forms.locate import FoundTable
from kinerja_xl.forms.reading import Reading
from kinerja_xl.forms.sheet_scan import is_typed, linked_cell, merged_ranges
from kinerja_xl.forms.unit_workbook import PEGAWAI, RENCANA, UNIT, Form
from kinerja_xl.indonesian import parse_quantity
from kinerja_xl.terms import squeezed

NAMED = 20
"""So many cells that were never calculated are named one by one; how many more there are is told once."""
_PLAN_KEY = ("nip", "no_rhk", "no_iki")
_LINK_PARTS = "xl/externalLinks/_rels/"
_OUTSIDE = re.compile(rb"<Relationship\s[^<>]*TargetMode=\"External\"[^<>]*>")
_TARGET = re.compile(rb"\sTarget=\"([^\"]*)\"")
_TITLE_LETTERS = 3
"""Words of a name shorter than this (initials, degrees) do not tell people apart."""


def tell_macro(package: Package, reading: Reading) -> None:
    """1. There is no macro inside."""
    if package.has_macro:
        reading.tell(faults.MACRO)


def tell_links(package: Package, book: Book, form: Form, reading: Reading) -> None:
    """1. No formula on a sheet that is read points to another workbook; a link left over that no formula uses does no harm."""
    if not any(name.startswith("xl/externalLinks/") for name in package.names):
        return
    targets = [name for part, xml in package.xml.items() if part.startswith(_LINK_PARTS) for name in _file_names(xml)]
    for sheet in (UNIT.name, *(table.name for table in form.tables)):
        cell = linked_cell(book.xml(sheet))
        if cell:
            source = listed([f"'{name}'" for name in targets]) or "(namanya tidak terbaca)"
            reading.tell(faults.OTHER_BOOK, sheet=sheet, cell=cell, sumber=source)
            return


def _file_names(relations: bytes) -> Iterator[str]:
    """Names of the files that a part points to, without their folders."""
    for relation in _OUTSIDE.findall(relations):
        target = _TARGET.search(relation)
        if target:
            yield re.split(r"[/\\]", unquote(target[1].decode("utf-8", "replace")))[-1]


def tell_uncalculated(book: Book, form: Form, tables: Mapping[str, FoundTable], reading: Reading) -> None:
    """1. No cell that is read as an input holds a formula without a saved result; the form's own formulas do not matter."""
    entries = {reading.cells[UNIT.key, e.key]: e for e in form.unit.entries if (UNIT.key, e.key) in reading.cells}
    columns = {re.sub(r"\d", "", cell) for cell in entries}
    cells = [(UNIT.name, c, entries[c].header) for c in book.uncalculated(UNIT.name, columns) if c in entries]
    for found in tables.values():
        headers = {letters(column + 1): f.header for f, column in found.inputs}
        below = book.uncalculated(found.table.name, headers, found.header + 1)
        cells += [(found.table.name, cell, headers[re.sub(r"\d", "", cell)]) for cell in below]
    for sheet, cell, header in cells[:NAMED]:
        reading.tell(faults.NOT_CALCULATED, sheet=sheet, cell=cell, field=header)
    if len(cells) > NAMED:
        reading.tell(faults.MORE_NOT_CALCULATED, lain=str(len(cells) - NAMED))


def tell_merged(found: FoundTable, reading: Reading) -> None:
    """1. No cell that is read in a row of data lies in a merged range behind its first cell; one finding for each sheet."""
    rows = {int(number) for number in reading.rows[found.table.key]["baris"]}
    columns = {column + 1 for _, column in found.inputs}
    hidden = [span for span in merged_ranges(found.xml) if _hides(span, rows, columns)]
    if hidden:
        cell = hidden[0].partition(":")[0]
        reading.tell(faults.MERGED, sheet=found.table.name, cell=cell, rentang=listed(hidden))


def _hides(span: str, rows: set[int], columns: set[int]) -> bool:
    (top, left), (bottom, right) = (place(corner) for corner in span.split(":"))
    inside = {(r, c) for r in rows if top <= r <= bottom for c in columns if left <= c <= right}
    return bool(inside - {(top, left)})


def tell_typed_over(found: FoundTable, reading: Reading) -> None:
    """1. A formula of the form shows what it computes; a typed text is told where it says something else.

    2. The same text pasted over the formula is no fault. 3. Formulas whose value is read have rules of their own. One finding
    for each column, at its first cell.
    """
    for f in found.table.fields:
        if f.kind is Kind.FORMULA and not f.read and f.key in found.places:
            _tell_typed_over(found, f, reading)


def _tell_typed_over(found: FoundTable, field: Field, reading: Reading) -> None:
    column, rows = found.places[field.key], reading.rows[found.table.key]
    letter = letters(column + 1)
    numbers = [int(number) for number in rows["baris"]]
    shown = text_column([found.grid[number - 1][column] for number in numbers], Kind.TEXT)
    expected, is_same, source = _expectation(found, field, reading)
    other = [
        (number, text, wanted)
        for number, text, wanted in zip(numbers, shown, expected, strict=True)
        if text
        and wanted is not None
        and text != wanted
        and not is_same(text, wanted)
        and is_typed(found.xml, f"{letter}{number}")
    ]
    if other:
        number, text, wanted = other[0]
        reading.tell(
            faults.TYPED_OVER,
            sheet=found.table.name,
            cell=f"{letter}{number}",
            field=field.header,
            value=text,
            jumlah=str(len(other)),
            seharusnya=f", seharusnya '{shortened(wanted)}'" if wanted else "",
            asal=source,
        )


Expectation = tuple[list[str | None], Callable[[str, str], bool], str]
"""What each row should show (None: cannot be said), how to compare, and where the data come from."""


def _expectation(found: FoundTable, field: Field, reading: Reading) -> Expectation:
    rows = reading.rows[found.table.key]
    if field.key == "nama":
        people = reading.rows[PEGAWAI.key]
        names = dict(zip(people["nip"], people["nama"], strict=True))
        return [names.get(nip) or None for nip in rows["nip"]], _same_person, f"lembar {PEGAWAI.name}"
    if field.key in RENCANA_KEYS:
        plan = reading.rows[RENCANA.key]
        keys = zip(*(plan[key] for key in _PLAN_KEY), strict=True)
        planned = dict(zip(keys, plan[field.key], strict=True))
        wanted = [planned.get(key) or None for key in zip(*(rows[key] for key in _PLAN_KEY), strict=True)]
        return wanted, _same_words, f"lembar {RENCANA.name}"
    shown = None if field.late else ""
    return [shown] * len(rows["baris"]), _is_list_of_gaps, "sel isiannya sendiri"


RENCANA_KEYS = ("indikator", "target", "satuan")
"""Columns of other sheets that show what the plan says."""


def _same_words(text: str, wanted: str) -> bool:
    """The same text, blanks and capitals aside, or the same number."""
    if " ".join(text.split()).casefold() == " ".join(wanted.split()).casefold():
        return True
    number, meant = parse_quantity(text), parse_quantity(wanted)
    return bool(number and meant and (number.low, number.high) == (meant.low, meant.high))


def _same_person(text: str, wanted: str) -> bool:
    """The same name with or without titles: all words of one that are long enough stand in the other."""
    if squeezed(text) in squeezed(wanted) or squeezed(wanted) in squeezed(text):
        return True
    typed, listed_words = _name_words(text), _name_words(wanted)
    return bool(typed and listed_words) and (typed <= listed_words or listed_words <= typed)


def _name_words(name: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]+", name.casefold()) if len(word) >= _TITLE_LETTERS}


def _is_list_of_gaps(text: str, _: str) -> bool:
    """What the formula of missing entries shows, kept as a value: words that each end with a semicolon."""
    return text.endswith(";")
