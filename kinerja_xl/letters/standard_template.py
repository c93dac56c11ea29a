"""Builds ``templates/surat-hasil-evaluasi.docx``, the letter HR starts from and may change in Word.

``python -m kinerja_xl.letters.standard_template`` writes it anew; a test holds the committed file against ``build``.
"""

import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Length, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from kinerja_xl.letters import docx_look as look
from kinerja_xl.package import read_parts, write_parts
from kinerja_xl.resources import resource

_SIDE = "single:4"

REFERENCE = (
    ("Nomor", "{{ nomor }}"),
    ("Sifat", "{{ sifat }}"),
    ("Lampiran", "{{ lampiran }}"),
    ("Hal", "{{ hal }}"),
)
IDENTITY = (
    ("Nama", "{{ pegawai.nama }}"),
    ("{{ pegawai.sebutan_nip }}", "{{ pegawai.nip }}"),
    ("{{ pegawai.sebutan_golongan }}", "{{ pegawai.pangkat_golongan }}"),
    ("Jabatan", "{{ pegawai.jabatan }}"),
    ("Unit Kerja", "{{ pegawai.unit }}"),
)
RESULTS = (
    ("organisasi.capaian", "Capaian Kinerja Organisasi", "{{ organisasi.capaian }}"),
    ("hasil.capaian", "Rata-rata Capaian Rencana Hasil Kerja", "{{ hasil.capaian }}"),
    ("", "Rating Hasil Kerja", "{{ hasil.rating_hasil }}"),
    ("", "Rating Perilaku Kerja", "{{ hasil.rating_perilaku }}"),
    ("", "Predikat Kinerja Pegawai", "{{ hasil.predikat }}"),
    ("hasil.angka_kredit", "Angka Kredit Hasil Konversi", "{{ hasil.angka_kredit }}"),
)
"""Rows of the results: condition (``""`` always), label, value."""


def build() -> bytes:
    """The template as a .docx file; the same bytes each time."""
    document = docx.Document()
    look.prepare(document)
    _letterhead(document)
    _opening(document)
    _results(document)
    _feedback(document)
    _closing(document)
    _signature(document)
    _continuation(document)
    _properties(document)
    out = io.BytesIO()
    document.save(out)
    return write_parts(read_parts(out.getvalue()))


def _letterhead(document: Document) -> None:
    table = _table(document, (Cm(2.2), Cm(14.3)), 1)
    look.without_margins(table)
    logo, text = table.rows[0].cells
    for cell in (logo, text):
        look.border(cell, bottom="thickThinSmallGap:24")
    _when(text, "kop.instansi", "{{ kop.instansi }}", "Kop Instansi")
    _when(text, "kop.unit_induk", "{{ kop.unit_induk }}", "Kop Instansi")
    _line(text, "{{ kop.nama_unit }}", "Kop Unit")
    _when(text, "kop.alamat", "{{ kop.alamat }}", "Kop Alamat")
    _when(text, "kop.kontak", "{{ kop.kontak }}", "Kop Alamat")
    _drop_first(text)


def _opening(document: Document) -> None:
    _gap(document, 8)
    _labelled(document, REFERENCE, (Cm(2.2), Cm(0.4), Cm(8.4)), Cm(5.5))
    _line(document, "Yth.\tSaudara {{ pegawai.nama }}", "Tujuan Surat").paragraph_format.space_before = Pt(8)
    _when(document, "pegawai.jabatan", "\t{{ pegawai.jabatan }}", "Tujuan Surat")
    _when(document, "tempat", "\tdi {{ tempat }}", "Tujuan Surat")
    _line(
        document,
        "Berdasarkan {{ dasar.judul }}, bersama ini disampaikan hasil evaluasi kinerja Saudara periode {{ periode.judul }} "
        "sebagai berikut:",
        "Isi Surat",
    ).paragraph_format.space_before = Pt(8)


def _results(document: Document) -> None:
    _gap(document, 3)
    _labelled(document, IDENTITY, (Cm(4.3), Cm(0.4), Cm(10.55)), indent=look.INDENT)
    _gap(document, 4)
    table = _table(document, (Cm(9), Cm(6.25)), 0, look.INDENT)
    _result_row(table, "Unsur Evaluasi", "Hasil", heading=True)
    for condition, label, value in RESULTS:
        if condition:
            _result_row(table, f"{{%tr if {condition} %}}", "")
        _result_row(table, label, value, strong="predikat" in value)
        if condition:
            _result_row(table, "{%tr endif %}", "")


def _result_row(table: Table, label: str, value: str, *, heading: bool = False, strong: bool = False) -> None:
    for cell, text in zip(_new_row(table).cells, (label, value), strict=True):
        paragraph = _line(cell, text, "Isi Tabel")
        for run in paragraph.runs:
            run.bold = (heading or strong) or None
        paragraph.paragraph_format.keep_with_next = True
        _drop_first(cell)
        look.border(cell, top=_SIDE, left=_SIDE, bottom=_SIDE, right=_SIDE)
        if heading:
            look.shade(cell, "E7E6E6")


def _feedback(document: Document) -> None:
    _listed(document, "umpan_balik.hasil_kerja", "Umpan balik hasil kerja")
    _listed(document, "umpan_balik.perilaku", "Umpan balik perilaku kerja")
    _listed(document, "rekomendasi", "Rekomendasi tindak lanjut")


def _listed(document: Document, variable: str, title: str) -> None:
    _line(document, f"{{%p if {variable} %}}")
    _line(document, title, "Judul Bagian")
    _line(document, f"{{%p for butir in {variable} %}}")
    _line(document, "{{ butir }}", "Butir")
    _line(document, "{%p endfor %}")
    _line(document, "{%p endif %}")


def _closing(document: Document) -> None:
    objection = _line(
        document,
        "Keberatan atas hasil evaluasi ini dapat diajukan secara tertulis disertai alasan kepada "
        "{{ keberatan.kepada }} paling lambat {{ keberatan.hari }} sejak hasil evaluasi diterima, sesuai {{ keberatan.dasar }}.",
        "Isi Surat",
    )
    thanks = _line(document, "Demikian disampaikan, atas perhatian Saudara diucapkan terima kasih.", "Isi Surat")
    for paragraph in (objection, thanks):
        paragraph.paragraph_format.keep_with_next = paragraph.paragraph_format.keep_together = True


def _signature(document: Document) -> None:
    _gap(document, 6).paragraph_format.keep_with_next = True
    _line(document, "{%p if tanda_tangan.atas_nama %}")
    hanging = _line(document, "a.n. {{ tanda_tangan.atas_nama }},", "Tanda Tangan").paragraph_format
    hanging.first_line_indent = -Pt(21.4)
    _line(document, "{%p endif %}")
    _line(document, "{%p for baris in tanda_tangan.jabatan %}")
    _line(document, "{{ baris }}", "Tanda Tangan")
    _line(document, "{%p endfor %}")
    _line(document, "{{ tanda_tangan.nama }}", "Tanda Tangan").paragraph_format.space_before = Pt(42)
    _when(document, "tanda_tangan.pangkat", "{{ tanda_tangan.pangkat }}", "Tanda Tangan")
    _when(document, "tanda_tangan.nip", "NIP {{ tanda_tangan.nip }}", "Tanda Tangan")
    _line(document, "Tembusan:", "Judul Tembusan")
    _line(document, "{%p for penerima in tembusan %}")
    _line(document, "{{ penerima }}", "Tembusan")
    _line(document, "{%p endfor %}")


def _continuation(document: Document) -> None:
    """The header from the second page on."""
    paragraph = document.sections[0].header.paragraphs[0]
    paragraph.style = "Halaman Lanjutan"
    paragraph.add_run("Surat Nomor {{ nomor }}, halaman ")
    paragraph._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'))


def _properties(document: Document) -> None:
    properties = document.core_properties
    properties.title, properties.author = "Penyampaian Hasil Evaluasi Kinerja", "kinerja_xl"
    properties.comments, properties.last_modified_by, properties.language = "", "kinerja_xl", "id-ID"
    properties.created = properties.modified = datetime(2026, 1, 1)  # noqa: DTZ001 (the format has no zone)
    properties.revision = 1


def _line(place: Document | _Cell, text: str, style: str = "Normal") -> Paragraph:
    """A paragraph; tags that only steer stand small and grey, so that HR sees the letter between them."""
    return place.add_paragraph(text, "Tag Templat" if text.startswith("{%") else style)


def _when(place: Document | _Cell, condition: str, text: str, style: str) -> None:
    """A paragraph that is left out where the variable is empty."""
    _line(place, f"{{%p if {condition} %}}")
    _line(place, text, style)
    _line(place, "{%p endif %}")


def _gap(document: Document, points: float) -> Paragraph:
    """Room between two tables, which Word would otherwise join."""
    paragraph = _line(document, "")
    paragraph.paragraph_format.line_spacing = Pt(points)
    return paragraph


def _labelled(
    document: Document,
    rows: Sequence[tuple[str, str]],
    widths: tuple[Length, Length, Length],
    date_width: Length | None = None,
    indent: Length | None = None,
) -> None:
    """A table without lines whose colons stand one below the other; with ``date_width`` the date stands right of the first row."""
    table = _table(document, (*widths, date_width) if date_width else widths, len(rows), indent)
    look.without_margins(table)
    for row, (label, value) in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, (label, ":", value), strict=False):
            cell.paragraphs[0].add_run(text)
    if date_width:
        paragraph = table.rows[0].cells[-1].paragraphs[0]
        paragraph.style = "Tanggal Surat"
        paragraph.add_run("{{ tempat_tanggal }}")
        table.rows[-1].cells[-2].merge(table.rows[-1].cells[-1])


def _table(document: Document, widths: Sequence[Length], rows: int, indent: Length | None = None) -> Table:
    table: Table = document.add_table(rows, len(widths))
    table.style = None
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.LEFT
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    if indent:
        look.indented(table, indent)
    return table


def _new_row(table: Table) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row


def _drop_first(cell: _Cell) -> None:
    """Remove the empty paragraph a new cell begins with."""
    cell._tc.remove(cell.paragraphs[0]._p)


if __name__ == "__main__":
    Path(resource("templates"), "surat-hasil-evaluasi.docx").write_bytes(build())
