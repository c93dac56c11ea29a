"""Whose form it is: labels and values in two panes (PEGAWAI YANG DINILAI, PEJABAT PENILAI KINERJA), or one below the other."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kinerja_xl.forms.cells import Cell, number_marks, text_column
from kinerja_xl.forms.description import Kind
from kinerja_xl.gathering.foreign.headers import cleaned
from kinerja_xl.gathering.foreign.pieces import Value, Values
from kinerja_xl.gathering.foreign.sheet import Sheet
from kinerja_xl.gathering.foreign.table_words import heading
from kinerja_xl.gathering.staff_form import Place
from kinerja_xl.terms import squeezed

_PANES = {
    "": ("Pegawai yang Dinilai", "PNS yang Dinilai", "Pegawai Negeri Sipil yang Dinilai", "ASN yang Dinilai"),
    "penilai": ("Pejabat Penilai Kinerja", "Pejabat Penilai"),
    "atasan": ("Atasan Pejabat Penilai Kinerja", "Atasan Pejabat Penilai", "Atasan Pejabat Penilai Kinerja Pegawai"),
}
_PANE = {squeezed(text): pane for pane, texts in _PANES.items() for text in texts}
_LABELS = {
    "nama": ("Nama", "Nama Lengkap"),
    "nip": ("NIP", "NIP/NI PPPK", "NI PPPK", "NIPPPK", "NIP opsional", "Nomor Induk Pegawai"),
    "pangkat": (
        "Pangkat/Gol Ruang",
        "Pangkat/Golongan Ruang",
        "Pangkat/Gol",
        "Pangkat/Golongan",
        "Pangkat",
        "Gol Ruang",
        "Golongan Ruang",
        "Golongan",
    ),
    "jabatan": ("Jabatan", "Nama Jabatan"),
    "unit": ("Unit Kerja", "Unit Kerja/Instansi", "Instansi/Unit Kerja", "Unit Organisasi"),
}
_WHOSE = {
    "": ("", "Pegawai", "Pegawai yang Dinilai"),
    "penilai": ("Pejabat Penilai", "Pejabat Penilai Kinerja", "Penilai", "Atasan Langsung"),
    "atasan": ("Atasan Pejabat Penilai", "Atasan Pejabat Penilai Kinerja", "Atasan Penilai"),
}
_LABEL: dict[str, tuple[str, str | None]] = {
    squeezed(f"{label} {whose}"): (key, pane if whose else None)
    for key, labels in _LABELS.items()
    for label in labels
    for pane, names in _WHOSE.items()
    for whose in names
    if whose or not pane
}
"""What a label asks for, and of whom where it says so itself: ``NIP Pejabat Penilai``."""
_GOLONGAN = re.compile(r"\b(?P<room>(?:IV|III|II|I)\s*/\s*[a-e])\b", re.IGNORECASE)
_PPPK = re.compile(r"(?:gol(?:ongan)?\.?\s*)?(?P<room>[IVX]+)", re.IGNORECASE)
_LOST_DIGITS = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d+")
"""A long number as Excel shows and exports it: 1,98609E+17."""
_OF_EVERYBODY = ("jabatan", "nama", "nip")


class _Label(NamedTuple):
    row: int
    column: int
    key: str
    whose: str | None
    rest: str


def identity(sheet: Sheet, last_row: int) -> Values:
    """Fields of the sheet Pegawai that stand above ``last_row``, and ``unit``; ``nip_angka`` marks a NIP that is a number."""
    panes = list(_panes(sheet, last_row))
    found: Values = {}
    for label in _labels(sheet, last_row):
        pane = label.whose if label.whose is not None else _pane_of(panes, label)
        for key, value in _values(sheet, label, pane).items():
            found.setdefault(key, value)
    return found


def has_panes(sheet: Sheet) -> bool:
    """Whether the sheet says whose it is under the headings of the official forms."""
    return any(pane == "" for _, _, pane in _panes(sheet, len(sheet.grid)))


def _panes(sheet: Sheet, last_row: int) -> Iterator[tuple[int, int, str]]:
    for row in range(min(last_row, len(sheet.grid))):
        for column, text in sheet.filled(row):
            pane = _PANE.get(heading(text))
            if pane is not None:
                yield row, column, pane


def _pane_of(panes: list[tuple[int, int, str]], label: _Label) -> str:
    """The pane under whose heading a label stands: the nearest row above, there the nearest column to the left."""
    above = [(row, column, pane) for row, column, pane in panes if row < label.row and column <= label.column + 1]
    return max(above, default=(0, 0, ""))[2]


def _labels(sheet: Sheet, last_row: int) -> Iterator[_Label]:
    for row in range(min(last_row, len(sheet.grid))):
        for column, text in sheet.filled(row):
            name, _, rest = text.partition(":")
            found = _LABEL.get(squeezed(cleaned(name)))
            if found:
                yield _Label(row, column, *found, rest.strip())


def _values(sheet: Sheet, label: _Label, pane: str) -> Values:
    column = _beside(sheet, label) if not label.rest else label.column
    if column is None:
        return {}
    place = sheet.place(label.row, column)
    cell = label.rest or sheet.cell(label.row, column)
    return said(label.key, pane, cell, place)


def label_of(text: str) -> tuple[str, str] | None:
    """What a label (or the header of a column) asks for, and of whom: ``penilai``, ``atasan``, empty for the person; None for others."""
    found = _LABEL.get(squeezed(cleaned(text)))
    return (found[0], found[1] or "") if found else None


def said(key: str, pane: str, cell: Cell, place: Place) -> Values:
    """What a cell says that ``label_of`` asked for."""
    text = text_column([cell], Kind.TEXT)[0].removeprefix(":").strip()
    suffix = f"_{pane}" if pane else ""
    if not re.search(r"\w", text):
        return {}
    if key == "nip":
        return _nip(cell, text, f"nip{suffix}", place)
    if key in _OF_EVERYBODY:
        return {f"{key}{suffix}": Value(text, place)}
    if pane:
        return {}
    return _rank(text, place) if key == "pangkat" else {key: Value(text, place)}


def _nip(cell: Cell, text: str, key: str, where: Place) -> Values:
    """A NIP, be it a wrong one: mostly digits. Anything else beside the label is none."""
    numeric = number_marks([cell])[0] or ("1" if _LOST_DIGITS.fullmatch(text) else "")
    nip = text_column([cell if numeric else text], Kind.NIP)[0]
    if 2 * sum(c.isdigit() for c in nip) <= len(nip):
        return {}
    return {key: Value(nip, where)} | ({f"{key}_angka": Value("1", where)} if numeric else {})


def _beside(sheet: Sheet, label: _Label) -> int | None:
    """The column of the value beside a label: not beyond the next label, and not the number of that."""
    cells = [(c, text) for c, text in sheet.filled(label.row) if c > label.column and text.strip() != ":"]
    for position, (column, text) in enumerate(cells):
        if squeezed(cleaned(text.partition(":")[0])) in _LABEL:
            return None
        following = cells[position + 1][1] if position + 1 < len(cells) else ""
        is_number = re.fullmatch(r"\d{1,2}[.)]?", text) and squeezed(cleaned(following.partition(":")[0])) in _LABEL
        return None if is_number else column
    return None


def _rank(text: str, where: Place) -> Values:
    """``Penata Muda Tk. I (III/b)`` as pangkat and golongan."""
    found = _GOLONGAN.search(text)
    if found:
        room = re.sub(r"\s", "", found["room"])
        rank = re.sub(r"[\s,/;()-]+$|^[\s,/;()-]+", "", _GOLONGAN.sub("", text)).strip()
        golongan = {"golongan": Value(f"{room[:-1].upper()}{room[-1].lower()}", where)}
        return ({"pangkat": Value(rank, where)} if rank else {}) | golongan
    pppk = _PPPK.fullmatch(text)
    return {"golongan": Value(pppk["room"].upper(), where)} if pppk else {"pangkat": Value(text, where)}
