"""The look of the standard template: styles, numbering, page, borders. ``standard_template`` writes the text with them.

Styles carry Indonesian names, so that HR finds and changes them in Word's list of styles.
"""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell

FONT = "Arial"
SIZE = 11
INDENT = Cm(1.25)
SIGNATURE = Cm(8.25)
"""Where the signature block begins."""

KEPT = {"Normal", "Default Paragraph Font", "Normal Table", "No List"}
UNUSED = ("thumbnail", "customXml", "stylesWithEffects", "webSettings", "extended-properties")
"""Styles kept, and parts left out, of what python-docx begins with."""

BULLET, DECIMAL = 1, 2

_LEVEL = (
    '<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
)


_SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="id-ID"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
)


def prepare(document: Document) -> None:
    """Page, styles and numbering of a document that python-docx has just begun."""
    _page(document)
    _drop_unused(document)
    _language_and_font(document)
    _replace_content(document.settings.element, _SETTINGS)
    levels = _LEVEL.format(n=BULLET, kind="bullet", text="•") + _LEVEL.format(n=DECIMAL, kind="decimal", text="%1.")
    used = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (BULLET, DECIMAL))
    _replace_content(document.part.numbering_part.element, levels + used)
    _styles(document)


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.5), Cm(2)
    section.top_margin, section.bottom_margin = Cm(1.3), Cm(1.3)
    section.header_distance = section.footer_distance = Cm(0.6)
    section.different_first_page_header_footer = True


def _drop_unused(document: Document) -> None:
    """Each letter carries what stands here: only what is needed."""
    for element in document.styles.element.findall(qn("w:style")):
        if element.find(qn("w:name")).get(qn("w:val")) not in KEPT:
            document.styles.element.remove(element)
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(UNUSED)]:
            del rels[key]


def _language_and_font(document: Document) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    _replace_content(
        defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}"),
        f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/><w:sz w:val="{2 * SIZE}"/>'
        f'<w:szCs w:val="{2 * SIZE}"/><w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/>',
    )


def _replace_content(element: BaseOxmlElement, content: str) -> None:
    for child in list(element):
        element.remove(child)
    for child in list(parse_xml(f"<w:x {nsdecls('w')}>{content}</w:x>")):
        element.append(child)


def _styles(document: Document) -> None:
    normal = document.styles["Normal"]
    normal.paragraph_format.space_after = normal.paragraph_format.space_before = Pt(0)
    normal.paragraph_format.line_spacing = 1
    _style(document, "Kop Instansi", size=12, bold=True, align=ALIGN.CENTER)
    _style(document, "Kop Unit", size=15, bold=True, align=ALIGN.CENTER)
    _style(document, "Kop Alamat", size=9, align=ALIGN.CENTER)
    _style(document, "Tanggal Surat", align=ALIGN.RIGHT)
    _style(document, "Tujuan Surat", left=Cm(1.1), first=-Cm(1.1))
    _style(document, "Isi Surat", align=ALIGN.JUSTIFY, first=INDENT, before=5)
    _style(document, "Judul Bagian", bold=True, left=INDENT, before=4, keep=True)
    numbered(_style(document, "Butir", align=ALIGN.JUSTIFY, left=INDENT + Cm(0.6), first=-Cm(0.6)), BULLET)
    _style(document, "Isi Tabel", size=10, before=1, after=1)
    _style(document, "Tanda Tangan", left=SIGNATURE, keep=True)
    _style(document, "Judul Tembusan", size=9, before=6, keep=True)
    numbered(_style(document, "Tembusan", size=9, left=Cm(0.7), first=-Cm(0.7), keep=True), DECIMAL)
    _style(document, "Halaman Lanjutan", size=9, align=ALIGN.RIGHT, after=6)
    _style(document, "Tag Templat", size=7).font.color.rgb = RGBColor(0x7F, 0x7F, 0x7F)


def _style(  # noqa: PLR0913 (what a style says)
    document: Document,
    name: str,
    *,
    size: float = SIZE,
    bold: bool = False,
    align: ALIGN = ALIGN.LEFT,
    left: Length | int = 0,
    first: Length | int = 0,
    before: float = 0,
    after: float = 0,
    keep: bool = False,
) -> ParagraphStyle:
    style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.quick_style = document.styles["Normal"], True
    style.font.size, style.font.bold = Pt(size) if size != SIZE else None, bold or None
    layout = style.paragraph_format
    layout.alignment, layout.left_indent, layout.first_line_indent = align, Length(left), Length(first)
    layout.space_before, layout.space_after, layout.keep_with_next = Pt(before), Pt(after), keep or None
    return style


def numbered(style: ParagraphStyle, number: int) -> None:
    """Paragraphs of ``style`` carry the bullet or number of a list."""
    properties = style.element.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_numId().val = number


def border(cell: _Cell, **sides: str) -> None:
    """Lines around a cell: ``bottom="thickThinSmallGap:24"`` is kind and width in eighths of a point."""
    lines = "".join(
        f'<w:{side} w:val="{kind}" w:sz="{width}" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right")
        if side in sides
        for kind, width in [sides[side].split(":")]
    )
    cell._tc.get_or_add_tcPr().append(parse_xml(f"<w:tcBorders {nsdecls('w')}>{lines}</w:tcBorders>"))


def shade(cell: _Cell, colour: str) -> None:
    """Background of a cell."""
    fill = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colour}"/>')
    cell._tc.get_or_add_tcPr().append(fill)


def without_margins(table: Table) -> None:
    """Text of the cells begins at the edge of the table, in line with the text around it."""
    margins = parse_xml(
        f'<w:tblCellMar {nsdecls("w")}><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    )
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")


def indented(table: Table, indent: Length) -> None:
    """The table begins ``indent`` right of the margin."""
    shift = parse_xml(f'<w:tblInd {nsdecls("w")} w:w="{indent.twips}" w:type="dxa"/>')
    table._tbl.tblPr.insert_element_before(shift, "w:tblBorders", "w:tblLayout", "w:tblCellMar", "w:tblLook")
