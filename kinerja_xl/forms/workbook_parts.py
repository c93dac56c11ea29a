"""Which part of an .xlsx package holds which sheet."""

from collections.abc import Mapping

from lxml import etree

NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"


def sheet_parts(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Sheet name -> part name, through the workbook's relationships."""
    relations = {r.get("Id"): r.get("Target", "") for r in etree.fromstring(parts["xl/_rels/workbook.xml.rels"])}
    workbook = etree.fromstring(parts["xl/workbook.xml"])
    identity = f"{{{OFFICE}/relationships}}id"
    return {
        s.get("name", ""): f"xl/{relations[s.get(identity)].removeprefix('/xl/')}"
        for s in workbook.iter(f"{{{NS}}}sheet")
    }
