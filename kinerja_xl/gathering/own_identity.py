"""The sheet Identitas of our own form: whose form it is, and which of the four forms."""

from collections.abc import Collection

from kinerja_xl.forms.addresses import letters
from kinerja_xl.forms.cells import number_marks, text_column
from kinerja_xl.forms.locate import find_values
from kinerja_xl.forms.skp import variant
from kinerja_xl.forms.skp.identity import IDENTITY, OF_PEGAWAI
from kinerja_xl.forms.skp.variant import IDENTITAS, Varian
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.foreign.sheet import Sheet
from kinerja_xl.gathering.staff_form import Row, StaffForm
from kinerja_xl.indonesian import listed
from kinerja_xl.terms import FormatSkp, Pendekatan, read_term, squeezed

_OFFICE = ("instansi", "tempat")
_UNIT = ("tahun", "kode_unit", "nama_unit")
Cells = dict[str, tuple[int, int]]
"""Row and column (from 1) of the value of each entry."""


def read_identity(sheet: Sheet, formulas: Collection[str], form: StaffForm) -> tuple[Varian | None, Cells]:
    """Put the entries of Identitas into the form; the variant it says it is (None where that is not certain) and the cells read.

    ``formulas`` are the addresses of the cells that compute something.
    """
    found = {
        key: (row, column)
        for key, (row, column) in find_values(IDENTITY, sheet.grid).items()
        if row <= len(sheet.grid) and column <= len(sheet.grid[row - 1])
    }
    entries = _entries(sheet, form, found)
    _tell_twice(sheet, formulas, form, found)
    return _variant(entries, form), found


def _entries(sheet: Sheet, form: StaffForm, found: Cells) -> Row:
    """The entries; those of the sheet Pegawai become the person's row."""
    cells = {key: sheet.cell(row - 1, column - 1) for key, (row, column) in found.items()}
    texts = {key: text_column([cell], IDENTITY.field(key).kind)[0] for key, cell in cells.items()}
    own = {key: texts[key] for key in (*OF_PEGAWAI, "format_skp", "pendekatan") if texts.get(key)}
    marks = {f"{key}_angka": "1" for key in cells if key.startswith("nip") and number_marks([cells[key]]) == ["1"]}
    form.rows["pegawai"] = [own | marks]
    form.places |= {("pegawai", 0, key): sheet.place(row - 1, column - 1) for key, (row, column) in found.items()}
    form.places |= {("unit", 0, key): form.place("pegawai", 0, key) for key in _UNIT if key in found}
    form.tahun, form.kode_unit = texts.get("tahun", ""), texts.get("kode_unit", "")
    form.nama_unit = texts.get("nama_unit", "")
    form.office = {key: texts[key] for key in _OFFICE if texts.get(key)}
    return texts


def _tell_twice(sheet: Sheet, formulas: Collection[str], form: StaffForm, found: Cells) -> None:
    """A label that stands on the sheet again, with something else beside it: nobody can tell which one counts."""
    keys = {squeezed(text): key for key in found for text in IDENTITY.field(key).spellings}
    values = set(found.values())
    for at, texts in enumerate(sheet.texts, start=1):
        for label, text in enumerate(texts, start=1):
            key = keys.get(squeezed(text)) if text and (at, label) not in values else None
            row, column = found[key] if key else (at, 0)
            cell = f"{letters(label)}{at}"
            if (
                key
                and at != row
                and cell not in formulas
                and sheet.text(at - 1, column - 1) != sheet.text(row - 1, column - 1)
            ):
                cells = listed([f"{letters(column)}{row}", f"{letters(column)}{at}"])
                name = IDENTITY.field(key).header
                form.tell(faults.LABEL_TWICE, sheet=sheet.name, cell=cell, value=name, semua=cells)


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
