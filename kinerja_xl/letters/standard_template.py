"""Builds ``templates/surat-hasil-evaluasi.docx``, the letter HR starts from and may change in Word.

``python -m kinerja_xl.letters.standard_template`` writes it anew; a test holds the committed file against ``build``.
"""

import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Length, Pt
from docx.table import Table

from kinerja_xl.letters import docx_blocks as blocks
from kinerja_xl.letters import docx_look as look
from kinerja_xl.letters.standard_attachment import add_attachment
from kinerja_xl.package import read_parts, write_parts
from kinerja_xl.resources import resource

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
    add_attachment(document)
    _continuation(document)
    _properties(document)
    out = io.BytesIO()
    document.save(out)
    return write_parts(read_parts(out.getvalue()))


def _letterhead(document: Document) -> None:
    table = blocks.table(document, (Cm(2.2), Cm(14.3)), 1)
    look.without_margins(table)
    logo, text = table.rows[0].cells
    for cell in (logo, text):
        look.border(cell, bottom="thickThinSmallGap:24")
    blocks.when(text, "kop.instansi", "{{ kop.instansi }}", "Kop Instansi")
    blocks.when(text, "kop.unit_induk", "{{ kop.unit_induk }}", "Kop Instansi")
    blocks.line(text, "{{ kop.nama_unit }}", "Kop Unit")
    blocks.when(text, "kop.alamat", "{{ kop.alamat }}", "Kop Alamat")
    blocks.when(text, "kop.kontak", "{{ kop.kontak }}", "Kop Alamat")
    blocks.drop_first(text)


def _opening(document: Document) -> None:
    blocks.gap(document, 8)
    _labelled(document, REFERENCE, (Cm(2.2), Cm(0.4), Cm(8.4)), Cm(5.5))
    blocks.line(document, "Yth.\tSaudara {{ pegawai.nama }}", "Tujuan Surat").paragraph_format.space_before = Pt(8)
    blocks.when(document, "pegawai.jabatan", "\t{{ pegawai.jabatan }}", "Tujuan Surat")
    blocks.when(document, "tempat", "\tdi {{ tempat }}", "Tujuan Surat")
    blocks.line(
        document,
        "Berdasarkan {{ dasar.judul }}, bersama ini disampaikan hasil evaluasi kinerja Saudara periode {{ periode.judul }} "
        "sebagai berikut:",
        "Isi Surat",
    ).paragraph_format.space_before = Pt(8)


def _results(document: Document) -> None:
    blocks.gap(document, 3)
    _labelled(document, IDENTITY, (Cm(4.3), Cm(0.4), Cm(10.55)), indent=look.INDENT)
    blocks.gap(document, 4)
    table = blocks.table(document, (Cm(9), Cm(6.25)), 0, look.INDENT)
    _result_row(table, "Unsur Evaluasi", "Hasil", heading=True)
    for condition, label, value in RESULTS:
        if condition:
            _result_row(table, f"{{%tr if {condition} %}}", "")
        _result_row(table, label, value, strong="predikat" in value)
        if condition:
            _result_row(table, "{%tr endif %}", "")


def _result_row(table: Table, label: str, value: str, *, heading: bool = False, strong: bool = False) -> None:
    for cell, text in zip(blocks.new_row(table).cells, (label, value), strict=True):
        paragraph = blocks.line(cell, text, "Isi Tabel")
        for run in paragraph.runs:
            run.bold = (heading or strong) or None
        paragraph.paragraph_format.keep_with_next = True
        blocks.drop_first(cell)
        blocks.boxed(cell, heading=heading)


def _feedback(document: Document) -> None:
    _listed(document, "umpan_balik.hasil_kerja", "Umpan balik hasil kerja")
    _listed(document, "umpan_balik.perilaku", "Umpan balik perilaku kerja")
    _listed(document, "rekomendasi", "Rekomendasi tindak lanjut")


def _listed(document: Document, variable: str, title: str) -> None:
    blocks.line(document, f"{{%p if {variable} %}}")
    blocks.line(document, title, "Judul Bagian")
    blocks.line(document, f"{{%p for butir in {variable} %}}")
    blocks.line(document, "{{ butir }}", "Butir")
    blocks.line(document, "{%p endfor %}")
    blocks.line(document, "{%p endif %}")


def _closing(document: Document) -> None:
    objection = blocks.line(
        document,
        "Keberatan atas hasil evaluasi ini dapat diajukan secara tertulis disertai alasan kepada "
        "{{ keberatan.kepada }} paling lambat {{ keberatan.hari }} sejak hasil evaluasi diterima, sesuai {{ keberatan.dasar }}.",
        "Isi Surat",
    )
    thanks = blocks.line(document, "Demikian disampaikan, atas perhatian Saudara diucapkan terima kasih.", "Isi Surat")
    for paragraph in (objection, thanks):
        paragraph.paragraph_format.keep_with_next = paragraph.paragraph_format.keep_together = True


def _signature(document: Document) -> None:
    blocks.gap(document, 6).paragraph_format.keep_with_next = True
    blocks.line(document, "{%p if tanda_tangan.atas_nama %}")
    hanging = blocks.line(document, "a.n. {{ tanda_tangan.atas_nama }},", "Tanda Tangan").paragraph_format
    hanging.first_line_indent = -Pt(21.4)
    blocks.line(document, "{%p endif %}")
    blocks.line(document, "{%p for baris in tanda_tangan.jabatan %}")
    blocks.line(document, "{{ baris }}", "Tanda Tangan")
    blocks.line(document, "{%p endfor %}")
    blocks.line(document, "{{ tanda_tangan.nama }}", "Tanda Tangan").paragraph_format.space_before = Pt(42)
    blocks.when(document, "tanda_tangan.pangkat", "{{ tanda_tangan.pangkat }}", "Tanda Tangan")
    blocks.when(document, "tanda_tangan.nip", "NIP {{ tanda_tangan.nip }}", "Tanda Tangan")
    blocks.line(document, "Tembusan:", "Judul Tembusan")
    blocks.line(document, "{%p for penerima in tembusan %}")
    blocks.line(document, "{{ penerima }}", "Tembusan")
    blocks.line(document, "{%p endfor %}")


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


def _labelled(
    document: Document,
    rows: Sequence[tuple[str, str]],
    widths: tuple[Length, Length, Length],
    date_width: Length | None = None,
    indent: Length | None = None,
) -> None:
    """A table without lines whose colons stand one below the other; with ``date_width`` the date stands right of the first row."""
    table = blocks.table(document, (*widths, date_width) if date_width else widths, len(rows), indent)
    look.without_margins(table)
    for row, (label, value) in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, (label, ":", value), strict=False):
            cell.paragraphs[0].add_run(text)
    if date_width:
        paragraph = table.rows[0].cells[-1].paragraphs[0]
        paragraph.style = "Tanggal Surat"
        paragraph.add_run("{{ tempat_tanggal }}")
        table.rows[-1].cells[-2].merge(table.rows[-1].cells[-1])


if __name__ == "__main__":
    Path(resource("templates"), "surat-hasil-evaluasi.docx").write_bytes(build())
