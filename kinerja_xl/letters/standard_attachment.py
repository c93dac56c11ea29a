"""The second page of the standard letter: how the score came about, step by step. Left out where ``rincian`` is empty."""

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from kinerja_xl.letters import docx_blocks as blocks

TITLE = "LAMPIRAN: RINCIAN PERHITUNGAN"
COLUMNS = (
    ("No.", Cm(1.0), ("{{ loop.index }}",)),
    ("Uraian", Cm(4.3), ("{{ langkah.label }}",)),
    ("Perhitungan", Cm(5.6), ("{{ langkah.rumus }}", "langkah.hitungan", "langkah.catatan")),
    ("Hasil", Cm(2.5), ("{{ langkah.hasil }}",)),
    ("Dasar", Cm(3.1), ("{{ langkah.dasar }}",)),
)
"""Header, width and lines of each column; a line that is a bare variable is left out where it is empty."""

_TEXT_SIZE = Pt(9)
_REPEATED, _WHOLE = "tblHeader", "cantSplit"


def add_attachment(document: Document) -> None:
    """The heading on a page of its own and the table of steps, inside their condition."""
    blocks.line(document, "{%p if rincian %}")
    title = blocks.line(document, TITLE, "Judul Bagian")
    title.paragraph_format.page_break_before, title.paragraph_format.left_indent = True, Pt(0)
    for text in ("Nomor {{ nomor }}, {{ tanggal }}", "{{ pegawai.nama }}, {{ pegawai.sebutan_nip }} {{ pegawai.nip }}"):
        blocks.line(document, text, "Isi Tabel")
    blocks.line(document, "Periode {{ periode.judul }}", "Isi Tabel").paragraph_format.space_after = Pt(6)
    _steps(document)
    blocks.gap(document, 2)
    blocks.line(document, "{%p endif %}")


def _steps(document: Document) -> None:
    table = blocks.table(document, [width for _, width, _ in COLUMNS], 0)
    _row(blocks.new_row(table), [(header,) for header, _, _ in COLUMNS], _REPEATED)
    _row(blocks.new_row(table), [("{%tr for langkah in rincian %}",), *[("",)] * 4])
    _row(blocks.new_row(table), [lines for _, _, lines in COLUMNS], _WHOLE)
    _row(blocks.new_row(table), [("{%tr endfor %}",), *[("",)] * 4])


def _row(row: _Row, texts: list[tuple[str, ...]], mark: str = "") -> None:
    for cell, (_, width, _), lines in zip(row.cells, COLUMNS, texts, strict=True):
        cell.width = width
        for text in lines:
            _line(cell, text, bold=mark == _REPEATED)
        blocks.drop_first(cell)
        blocks.boxed(cell, heading=mark == _REPEATED)
    if mark:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:{mark} {nsdecls('w')}/>"))


def _line(cell: _Cell, text: str, *, bold: bool) -> None:
    """A line of a cell, with its condition where it is a bare variable."""
    if text.startswith("langkah."):
        blocks.when(cell, text, f"{{{{ {text} }}}}", "Isi Tabel")
        _small(cell.paragraphs[-2], bold=False)
    else:
        _small(blocks.line(cell, text, "Isi Tabel"), bold=bold)


def _small(paragraph: Paragraph, *, bold: bool) -> None:
    for run in paragraph.runs:
        run.font.size, run.bold = _TEXT_SIZE, bold or None
