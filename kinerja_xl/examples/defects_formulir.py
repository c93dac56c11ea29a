"""Defects of a form that can still be read: macros, links, formulas without result, columns, cells and sheets that were changed."""

from collections.abc import Iterator
from functools import partial

from lxml import etree

from kinerja_xl.examples.defects_catalogue import Catalogue
from kinerja_xl.examples.defects_draft import Draft, Place
from kinerja_xl.examples.defects_package import (
    cell_of,
    changed_sheet,
    new_cell,
    renamed_sheet,
    type_into,
    typed_over,
)
from kinerja_xl.forms.addresses import letters
from kinerja_xl.forms.columns import FIRST_IKI_YEAR
from kinerja_xl.forms.unit_workbook import PEGAWAI, PENGEMBANGAN, REALISASI, UNIT
from kinerja_xl.forms.workbook_parts import NS, OFFICE
from kinerja_xl.package import read_parts, write_parts

catalogue = Catalogue()
NOTE_CELL = "A60"
"""Below all rows of a small unit."""
_F = f"{{{NS}}}f"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_OTHER_BOOK = "Rekap%20Bulanan.xlsx"


def _with_part(data: bytes, part: str, content: bytes, kind: str, relation: str, entry: bytes) -> bytes:
    """Add a part to the package, known to its content types and to the workbook, which lists it as ``entry`` before its names."""
    parts = read_parts(data) | {part: content}
    override = f'<Override PartName="/{part}" ContentType="{kind}"/></Types>'
    related = (
        f'<Relationship Id="rIdBaru" Type="{OFFICE}/relationships/{relation}" Target="{part.removeprefix("xl/")}"/>'
    )
    for name, old, new in (
        ("[Content_Types].xml", b"</Types>", override.encode()),
        ("xl/_rels/workbook.xml.rels", b"</Relationships>", f"{related}</Relationships>".encode()),
        ("xl/workbook.xml", b"</sheets>", entry),
    ):
        parts[name] = parts[name].replace(old, new)
    return write_parts(parts)


def _with_macro(data: bytes) -> bytes:
    kind = "application/vnd.ms-office.vbaProject"
    return _with_part(data, "xl/vbaProject.bin", _OLE.ljust(512, b"\0"), kind, "vbaProject", b"</sheets>")


def _linked(data: bytes, sheet: str, cell: str) -> bytes:
    """A formula that points to another workbook, with the value it had."""
    link = f'<externalLink xmlns="{NS}" xmlns:r="{OFFICE}/relationships"><externalBook r:id="rId1"/></externalLink>'
    path = f"{OFFICE}/relationships/externalLinkPath"
    target = f'<Relationship Id="rId1" Type="{path}" Target="file:///D:/Rekap/{_OTHER_BOOK}" TargetMode="External"/>'
    entry = f'</sheets><externalReferences><externalReference xmlns:r="{OFFICE}/relationships" r:id="rIdBaru"/></externalReferences>'
    part = "xl/externalLinks/externalLink1.xml"
    data = _with_part(data, part, link.encode(), f"{_TYPES}.externalLink+xml", "externalLink", entry.encode())
    relations = f'<Relationships xmlns="{_PACKAGE_RELATIONS}">{target}</Relationships>'.encode()
    data = write_parts(read_parts(data) | {"xl/externalLinks/_rels/externalLink1.xml.rels": relations})
    return changed_sheet(data, sheet, lambda root: _add_formula(cell_of(root, cell), "'[1]Juni'!$C$4"))


def _add_formula(cell: etree._Element, formula: str) -> None:
    """Put a formula before the value that a cell already has."""
    element = etree.Element(_F)
    element.text = formula
    cell.insert(0, element)


def _with_sheet(data: bytes, name: str, text: str) -> bytes:
    """Add a sheet with one text."""
    content = f'<worksheet xmlns="{NS}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row></sheetData></worksheet>'
    entry = f'<sheet xmlns:r="{OFFICE}/relationships" name="{name}" sheetId="99" r:id="rIdBaru"/></sheets>'
    kind = f"{_TYPES}.worksheet+xml"
    return _with_part(data, "xl/worksheets/sheet99.xml", content.encode(), kind, "worksheet", entry.encode())


def _merged(data: bytes, sheet: str, span: str) -> bytes:
    """Merge cells on a sheet that has merged cells already."""

    def merge(root: etree._Element) -> None:
        etree.SubElement(next(root.iter(f"{{{NS}}}mergeCells")), f"{{{NS}}}mergeCell", ref=span)

    return changed_sheet(data, sheet, merge)


@catalogue.file("BRK007", "Berkas memuat makro.", "unit-bermakro")
def bermakro(draft: Draft) -> Iterator[Place]:
    """A project of Visual Basic inside."""
    draft.finishers.append(_with_macro)
    yield Place(draft.file_name)


@catalogue.file("BRK008", "Realisasi diambil dengan rumus dari berkas lain.", "unit-bertautan")
def bertautan(draft: Draft) -> Iterator[Place]:
    """The result of another workbook."""
    key = f"realisasi_{draft.occasion.suffix}"
    place = next(line.place(key) for line in draft.lines("realisasi") if line[key])
    draft.finishers.append(partial(_linked, sheet=place.sheet, cell=place.cell))
    yield place


@catalogue.file("BRK009", "NIP diisi rumus yang belum pernah dihitung.", "unit-belum-dihitung")
def belum_dihitung(draft: Draft) -> Iterator[Place]:
    """A row whose NIP is yet to be computed."""
    cell = f"A{PEGAWAI.first_row + len(draft.rows[PEGAWAI.key])}"

    def compute(root: etree._Element) -> None:
        _add_formula(cell_of(root, cell), f"TRIM({UNIT.name}!$B$14)")

    draft.finishers.append(partial(changed_sheet, sheet=PEGAWAI.name, change=compute))
    yield Place(draft.file_name, PEGAWAI.name, cell)


@catalogue.file("FRM004", "Judul kolom Penyelenggara/Mentor salah ketik.", "unit-judul-berubah")
def judul_berubah(draft: Draft) -> Iterator[Place]:
    """A column that is no longer read."""
    cell = f"{letters(PENGEMBANGAN.column('penyelenggara'))}{PENGEMBANGAN.header_row}"
    draft.finishers.append(partial(typed_over, sheet=PENGEMBANGAN.name, cell=cell, text="Penyelengara/Mentor"))
    yield Place(draft.file_name, PENGEMBANGAN.name, cell)


@catalogue.file("FRM005", "Nama lembar Pengembangan ditulis dengan huruf besar.", "unit-nama-lembar")
def nama_lembar(draft: Draft) -> Iterator[Place]:
    """The same sheet in capitals."""
    draft.finishers.append(partial(renamed_sheet, sheet=PENGEMBANGAN.name, name=PENGEMBANGAN.name.upper()))
    yield Place(draft.file_name, PENGEMBANGAN.name)


@catalogue.file("FRM006", "Target diubah di lembar Realisasi, bukan di lembar Rencana.", "unit-rumus-tertimpa")
def rumus_tertimpa(draft: Draft) -> Iterator[Place]:
    """Another target, typed over the formula."""
    place = draft.lines("realisasi")[0].place("target")
    draft.finishers.append(partial(typed_over, sheet=place.sheet, cell=place.cell, text="disesuaikan"))
    yield place


@catalogue.file("FRM007", "Tahun formulir diketik menjadi tahun lama.", "unit-tahun-lain")
def tahun_lain(draft: Draft) -> Iterator[Place]:
    """A year whose form had other columns."""
    yield draft.enter("tahun", str(FIRST_IKI_YEAR - 1))


@catalogue.file("FRM008", "Umpan balik digabung untuk dua baris.", "unit-sel-digabung")
def sel_digabung(draft: Draft) -> Iterator[Place]:
    """Two rows, one cell."""
    first, second = draft.lines("realisasi")[:2]
    key = f"umpan_balik_{draft.occasion.suffix}"
    span = f"{first.place(key).cell}:{second.place(key).cell}"
    draft.finishers.append(partial(_merged, sheet=REALISASI.name, span=span))
    yield first.place(key)


@catalogue.file("FRM009", "Ada catatan jauh di bawah daftar pegawai.", "unit-bercatatan")
def bercatatan(draft: Draft) -> Iterator[Place]:
    """A remark that is no row."""

    def remark(root: etree._Element) -> None:
        type_into(new_cell(root, NOTE_CELL), "Data pegawai pindahan menyusul")

    draft.finishers.append(partial(changed_sheet, sheet=PEGAWAI.name, change=remark))
    yield Place(draft.file_name, PEGAWAI.name, NOTE_CELL)


@catalogue.file("FRM010", "Lembar konsep ikut terkirim.", "unit-lembar-tambahan")
def lembar_tambahan(draft: Draft) -> Iterator[Place]:
    """A sheet of one's own."""
    draft.finishers.append(partial(_with_sheet, name="Konsep", text="Hitungan sementara"))
    yield Place(draft.file_name)


@catalogue.file("FRM011", "Buku kerja dikunci, lalu isiannya diubah.", "unit-berubah-sesudah-dikunci")
def berubah_sesudah_dikunci(draft: Draft) -> Iterator[Place]:
    """The digest of other inputs."""
    draft.enter("dikunci", "1 Juli 2026 pukul 08.15")
    yield draft.enter("sidik", "1-0000-0000-0000-0000-0000-0000-0000-0000")
