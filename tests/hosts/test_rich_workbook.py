"""A button on a closed workbook with everything that offices put into one: what the button does not name stays byte for byte."""

import re
import struct
import zlib
from pathlib import Path

import pytest
from lxml import etree

from kinerja_xl.forms.workbook_parts import NS, OFFICE, sheet_parts
from kinerja_xl.hosts.closed_file import ENGINE, book_of
from kinerja_xl.package import read_parts, write_parts
from kinerja_xl.resources import resource
from kinerja_xl.ribbon.press import press
from tests.workbooks import HEAD, Unit, nip

S = "Sesuai Ekspektasi"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DRAWING = f"""<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" \
xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:oneCellAnchor><xdr:from><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff>\
<xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="95250" cy="95250"/><xdr:pic><xdr:nvPicPr>\
<xdr:cNvPr id="2" name="Logo"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="{OFFICE}/relationships" r:embed="rId1"/>\
<a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>\
<xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>"""


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixel = zlib.compress(b"\0\xff\0\0")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")


def _relations(kind: str, target: str, number: int = 1) -> bytes:
    relation = f'<Relationship Id="rId{number}" Type="{OFFICE}/relationships/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>'.encode()


def rich(folder: Path) -> Path:
    """A unit workbook with a chart (its own), a picture, printer settings, macros, a ribbon of its own and a custom part."""
    made = Unit().person(HEAD, "Siti Penilai", format_skp="Pimpinan").person(nip(1)).person(nip(2), "Ani Contoh")
    for who in (HEAD, nip(1), nip(2)):
        made.iki(who, 1, 1, "10", "9", aspek="" if who == HEAD else "Kualitas").rate(who, S, S)
    made.rows["rencana"][1]["target"] = "banyak"
    path = made.write(folder)
    parts = read_parts(path.read_bytes())
    addin = read_parts(resource("workbooks", "kinerja.xlam").read_bytes())
    sheet = sheet_parts(parts)["Panduan"]
    relations = f"{sheet.replace('worksheets/', 'worksheets/_rels/')}.rels"
    assert relations not in parts
    parts |= {
        "xl/vbaProject.bin": addin["xl/vbaProject.bin"],
        "customUI/customUI14.xml": addin["customUI/customUI14.xml"],
        "xl/media/image1.png": _png(),
        "xl/drawings/drawing9.xml": _DRAWING.encode(),
        "xl/drawings/_rels/drawing9.xml.rels": _relations("image", "../media/image1.png"),
        "xl/printerSettings/printerSettings1.bin": bytes(range(256)),
        "customXml/item1.xml": b"<arsip>800.1.7</arsip>",
        relations: _relations("drawing", "../drawings/drawing9.xml"),
    }
    drawing = f'<drawing xmlns:r="{OFFICE}/relationships" r:id="rId1"/></worksheet>'.encode()
    parts[sheet] = parts[sheet].replace(b"</worksheet>", drawing)
    types = b'<Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"<Override", types + b"<Override", 1)
    path.write_bytes(write_parts(parts))
    return path


def besides_cells(xml: bytes) -> bytes:
    """A sheet without its cells: validations, conditional formats, widths, merged cells, protection, drawings, print set-up."""
    root = etree.fromstring(xml)
    for data in root.findall(f"{{{NS}}}sheetData"):
        root.remove(data)
    return bytes(etree.tostring(root, method="c14n"))


@pytest.mark.parametrize("button", ["periksa", "nilai", "kunci"])
def test_every_other_part_is_as_it_was(button: str, tmp_path: Path) -> None:
    path = rich(tmp_path)
    before = read_parts(path.read_bytes())
    assert {"xl/charts/chart1.xml", "xl/media/image1.png", "xl/vbaProject.bin", "customUI/customUI14.xml"} <= set(
        before
    )
    ENGINE.apps[0].answer, ENGINE.apps[0].told = "ok", []
    book = book_of(path)
    press(button, book)
    book.save()
    after = read_parts(path.read_bytes())
    assert list(after) == list(before)
    changed = {name for name in before if after[name] != before[name]}
    assert changed
    sheets = {name for name in changed if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)}
    assert changed - sheets <= {"xl/styles.xml", "xl/workbook.xml"}
    for name in sheets:
        assert besides_cells(after[name]) == besides_cells(before[name]), name
