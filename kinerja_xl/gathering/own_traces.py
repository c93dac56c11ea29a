"""Knows our own Formulir SKP by what is left of it, where it no longer says what it is, and names what to restore."""

from kinerja_xl.forms.addresses import letters
from kinerja_xl.forms.book import Book
from kinerja_xl.forms.cells import text_column
from kinerja_xl.forms.description import Kind
from kinerja_xl.forms.faults import shortened
from kinerja_xl.forms.skp.identity import IDENTITY
from kinerja_xl.forms.skp.variant import (
    DOKUMEN,
    EVALUASI,
    FORM,
    HITUNG,
    IDENTITAS,
    KUADRAN,
    LAMPIRAN,
    PANDUAN,
    POLA,
    REFERENSI,
    SKP,
)
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.staff_form import StaffForm
from kinerja_xl.terms import squeezed

_OURS = {squeezed(name) for name in (HITUNG, REFERENSI)}
_OTHERS = {squeezed(name) for name in (SKP, LAMPIRAN, *EVALUASI.values(), DOKUMEN, KUADRAN, POLA, PANDUAN)}
_BESIDE, _ALONE = 3, 7
"""So many further sheets of ours beside the two hidden ones, or without those, no other form has."""
_PANEL = squeezed("Yang masih kurang")
"""A label that only our form prints beside its table."""
_SAYS_SO = {squeezed(IDENTITY.field(key).header) for key in ("nip", "nama", "format_skp")}
"""Labels of the sheet Identitas that no other sheet has."""


def is_own(book: Book) -> bool:
    """Whether a workbook was once our Formulir SKP: by its sheets, or by what is printed beside their tables."""
    names = {squeezed(name) for name in book.names}
    if len(names & _OTHERS) >= (_BESIDE if names >= _OURS else _ALONE):
        return True
    return any(book.has(name) and _PANEL in _texts(book, name) for name in (SKP, *EVALUASI.values()))


def unnamed(book: Book, berkas: str) -> StaffForm:
    """The form, refused: what is missing of the sheet that says what it is."""
    form = StaffForm(berkas)
    if not book.has(IDENTITAS):
        form.tell(faults.UNNAMED_FORM, apa=f"lembar {IDENTITAS} tidak ada{_renamed(book)}", pulih=f"lembar {IDENTITAS}")
        return form
    cell, what, value = _changed(book)
    form.tell(
        faults.UNNAMED_FORM,
        sheet=IDENTITAS,
        cell=cell,
        value=value,
        apa=what,
        pulih=f"label 'Formulir' di A{_ROW} dan isi '{FORM}' di B{_ROW} lembar {IDENTITAS}",
    )
    return form


_ROW = IDENTITY.row("formulir")


def _changed(book: Book) -> tuple[str, str, str]:
    """Cell, what is wrong with it, and what stands there: the label of the kind of form, or the kind itself."""
    label = IDENTITY.field("formulir").header
    for row, cells in enumerate(book.grid(IDENTITAS), start=1):
        texts = text_column(cells, Kind.TEXT)
        places = [column for column, text in enumerate(texts, start=1) if squeezed(text) == squeezed(label)]
        if places:
            at = f"{letters(places[0] + 1)}{row}"
            found = texts[places[0]] if places[0] < len(texts) else ""
            said = f"berisi '{shortened(found)}'" if found else "kosong"
            return at, f"sel {at} lembar {IDENTITAS} {said}", found
    return f"A{_ROW}", f"label '{label}' tidak ada di sel A{_ROW} lembar {IDENTITAS}", ""


def _renamed(book: Book) -> str:
    """The sheet that holds what Identitas holds, as the message names it."""
    found = next((name for name in book.names if _texts(book, name) >= _SAYS_SO), "")
    return f"; mungkin yang sekarang bernama '{shortened(found)}'" if found else ""


def _texts(book: Book, name: str) -> set[str]:
    return {squeezed(cell) for row in book.grid(name) for cell in row if isinstance(cell, str) and cell}
