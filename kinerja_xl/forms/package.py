"""The .xlsx package as parts by name, written so that the same parts give the same bytes."""

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
TIMESTAMP = (2026, 1, 1, 0, 0, 0)


def read_parts(package: bytes) -> dict[str, bytes]:
    """All parts of a package, in its order."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        return {name: source.read(name) for name in source.namelist()}


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """A package of ``parts`` with a fixed time stamp."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            target.writestr(zipfile.ZipInfo(name, TIMESTAMP), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def sheet_parts(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Sheet name -> part name, through the workbook's relationships."""
    relations = {r.get("Id"): r.get("Target", "") for r in etree.fromstring(parts["xl/_rels/workbook.xml.rels"])}
    workbook = etree.fromstring(parts["xl/workbook.xml"])
    identity = f"{{{OFFICE}/relationships}}id"
    return {
        s.get("name", ""): f"xl/{relations[s.get(identity)].removeprefix('/xl/')}"
        for s in workbook.iter(f"{{{NS}}}sheet")
    }
