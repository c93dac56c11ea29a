"""Defects of a whole file: broken, locked, foreign or unsafe files, a damaged form, a wrong period, a unit sent twice."""

import io
from collections.abc import Iterator
from datetime import datetime
from functools import partial

import xlsxwriter

from kinerja_xl.examples.defects_catalogue import Catalogue
from kinerja_xl.examples.defects_draft import Draft, Place
from kinerja_xl.examples.defects_package import (
    emptied,
    far_cell,
    renamed_sheet,
)
from kinerja_xl.forms.addresses import letters
from kinerja_xl.forms.description import TableSheet
from kinerja_xl.forms.unit_workbook import PERILAKU, REALISASI, RENCANA
from kinerja_xl.forms.workbook_parts import NS
from kinerja_xl.package import read_parts, write_parts
from kinerja_xl.periods import Periode

catalogue = Catalogue()
FAR = "XFD1048576"
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_SECTOR = 512
_PICTURE = 2_000_000
_DAY = datetime(2026, 1, 1)  # noqa: DTZ001 the date of a file that carries no zone
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml"


def _truncated(data: bytes) -> bytes:
    return data[: 2 * len(data) // 3]


def _locked(data: bytes) -> bytes:
    """What a password leaves of a workbook: an OLE file with an encrypted package in it."""
    name = "EncryptedPackage".encode("utf-16-le")
    head = _OLE.ljust(_SECTOR, b"\0") + name.ljust(_SECTOR, b"\0")
    return head + bytes(byte ^ 0xA5 for byte in data[: 16 * _SECTOR])


def _attendance(_data: bytes) -> bytes:
    """A workbook that is no unit workbook: an attendance list."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": "Daftar Hadir Apel", "created": _DAY})
    sheet = book.add_worksheet("Daftar Hadir")
    for row, texts in enumerate((("No.", "Nama", "Paraf"), ("1", "Petugas piket", ""), ("2", "Petugas arsip", ""))):
        sheet.write_row(row, 0, texts)
    book.close()
    return out.getvalue()


def _strict(data: bytes) -> bytes:
    """The same workbook in the namespaces of Strict Open XML."""
    spaces = {NS: f"{_STRICT}/spreadsheetml/main", _RELATIONS: f"{_STRICT}/officeDocument/relationships"}
    parts = read_parts(data)
    for name in parts:
        for old, new in spaces.items():
            parts[name] = parts[name].replace(old.encode(), new.encode())
    return write_parts(parts)


def _swollen(data: bytes) -> bytes:
    """A picture that unpacks to a thousand times its size."""
    return write_parts(read_parts(data) | {"xl/media/latar.bmp": bytes(_PICTURE)})


@catalogue.file("BRK001", "Berkas terpotong saat diunduh.", "unit-rusak-paket")
def terpotong(draft: Draft) -> Iterator[Place]:
    """The last third is missing."""
    draft.finishers.append(_truncated)
    yield Place(draft.file_name)


@catalogue.file("BRK002", "Berkas dikunci dengan kata sandi.", "unit-bersandi")
def bersandi(draft: Draft) -> Iterator[Place]:
    """Locked."""
    draft.finishers.append(_locked)
    yield Place(draft.file_name)


@catalogue.file("BRK003", "Daftar hadir ikut tersimpan di folder kiriman.", "daftar-hadir-apel")
def bukan_buku_kerja(draft: Draft) -> Iterator[Place]:
    """Another workbook altogether."""
    draft.finishers.append(_attendance)
    yield Place(draft.file_name)


@catalogue.file("BRK004", "Disimpan dengan jenis Strict Open XML.", "unit-simpan-strict")
def strict(draft: Draft) -> Iterator[Place]:
    """Saved with another type."""
    draft.finishers.append(_strict)
    yield Place(draft.file_name)


@catalogue.file("BRK005", "Gambar kosong membuat isi berkas membengkak.", "unit-bengkak")
def bengkak(draft: Draft) -> Iterator[Place]:
    """A bomb, if a small one."""
    draft.finishers.append(_swollen)
    yield Place(draft.file_name)


@catalogue.file("BRK006", "Ada isian di sel paling ujung lembar Realisasi.", "unit-isian-jauh")
def isian_jauh(draft: Draft) -> Iterator[Place]:
    """A filled cell in the last corner."""
    draft.finishers.append(partial(far_cell, sheet=REALISASI.name, cell=FAR))
    yield Place(draft.file_name, "", FAR)


@catalogue.file("FRM001", "Versi formulir diubah menjadi 9.", "unit-versi-lain")
def versi_lain(draft: Draft) -> Iterator[Place]:
    """A version there is not."""
    yield draft.enter("versi", "9")


@catalogue.file("FRM002", "Lembar Perilaku diganti namanya.", "unit-lembar-hilang")
def lembar_hilang(draft: Draft) -> Iterator[Place]:
    """A sheet under another name."""
    draft.finishers.append(partial(renamed_sheet, sheet=PERILAKU.name, name=f"{PERILAKU.name} (2)"))
    yield Place(draft.file_name, PERILAKU.name)


@catalogue.file("FRM003", "Judul kolom Target terhapus.", "unit-judul-terhapus")
def judul_terhapus(draft: Draft) -> Iterator[Place]:
    """A column without its header."""
    draft.finishers.append(partial(emptied, sheet=RENCANA.name, cell=_header(RENCANA, "target")))
    yield Place(draft.file_name, RENCANA.name)


def _header(table: TableSheet, key: str) -> str:
    return f"{letters(table.column(key))}{table.header_row}"


@catalogue.file("UNT001", "Periode penilaian dikosongkan.", "unit-tanpa-periode")
def tanpa_periode(draft: Draft) -> Iterator[Place]:
    """No period."""
    yield draft.enter("periode", "")


@catalogue.file("UNT004", "Periode berbeda dari unit lain.", "unit-periode-lain")
def periode_lain(draft: Draft) -> Iterator[Place]:
    """Another period than all others."""
    yield draft.enter("periode", next(p for p in Periode if p is not draft.occasion.periode))


@catalogue.file("UNT005", "Formulir tahun lalu dipakai lagi.", "unit-tahun-lalu")
def tahun_lalu(draft: Draft) -> Iterator[Place]:
    """Last year's form."""
    yield draft.enter("tahun", str(draft.occasion.tahun - 1))


@catalogue.file("GAB002", "Buku kerja unit yang sama dikirim dua kali.", "unit-kirim-ganda")
def kirim_ganda(draft: Draft) -> Iterator[Place]:
    """The same unit in two files."""
    for sent in (draft, draft.twin(draft.file_name.replace(".xlsx", " (1).xlsx"))):
        yield sent.enter("kode_unit", sent.unit["kode_unit"])
