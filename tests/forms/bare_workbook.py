"""A workbook of one sheet whose XML a test writes itself, cell by cell, as programs do or do not."""

import zipfile
from pathlib import Path

NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STYLES = (0, 14, 164, 165, 166, 46, 22)
"""Number formats of the cell styles 0 to 6: plain, a day, our day, days with hours, a unit in quotes, hours, a built-in of both."""
CODES = {164: "dd/mm/yyyy", 165: "dd/mm/yyyy hh:mm", 166: "0.00&quot; md&quot;"}
SHEET = "Lembar"


def bare_workbook(path: Path, rows: str, *, texts: str = "", workbook: str = "") -> Path:
    """Write ``path``: the sheet holds ``rows``, the shared texts are the items ``texts``."""
    main = f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="r1"/></sheets>'
    relation = f'<Relationship Id="r1" Type="{OFFICE}/%s" Target="%s"/>'
    formats = "".join(f'<numFmt numFmtId="{number}" formatCode="{code}"/>' for number, code in CODES.items())
    used = "".join(f'<xf numFmtId="{number}"/>' for number in STYLES)
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": _relations(relation % ("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": _relations(relation % ("worksheet", "worksheets/sheet1.xml")),
        "xl/workbook.xml": f'<workbook {NS} xmlns:r="{OFFICE}">{workbook}{main}</workbook>',
        "xl/sharedStrings.xml": f"{HEAD}<sst {NS}>{texts}</sst>",
        "xl/styles.xml": f"<styleSheet {NS}><numFmts>{formats}</numFmts><cellXfs>{used}</cellXfs></styleSheet>",
        "xl/worksheets/sheet1.xml": f"{HEAD}<worksheet {NS}><sheetData>{rows}</sheetData></worksheet>",
    }
    with zipfile.ZipFile(path, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return path


def _relations(inside: str) -> str:
    return f'<Relationships xmlns="{RELATIONS}">{inside}</Relationships>'
