"""Builds the add-in for Excel from text: the modules of ``macros``, the VBA text of the installed xlwings (its BSD part), the ribbon.

Needs the dependency group ``build``; nothing else imports it.
"""

import io
import re
import tempfile
import zipfile
from importlib import resources
from pathlib import Path

from pyopenvba import ExcelFile, VBAModuleKind

from kinerja_xl.resources import resource
from kinerja_xl.ribbon import sources

PROJECT = "kinerja"
"""What xlwings calls the add-in: it names the settings file ``kinerja.conf``."""
RIBBON_PART = "customUI/customUI14.xml"
RIBBON_TYPE = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
CODE_PAGE = "cp1252"
PROPERTIES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">\
<dc:title>Kinerja</dc:title><dc:creator>kinerja_xl</dc:creator><dc:description>Tombol pita Kinerja untuk SKP dan evaluasi kinerja</dc:description>\
</cp:coreProperties>
"""
"""What Excel's list of add-ins shows; in place of the author of pyOpenVBA's empty workbook."""
STAMP = (1980, 1, 1, 0, 0, 0)


def modules() -> dict[str, str]:
    """Name and text of each module that is added, as VBA holds it (CRLF, in the code page)."""
    found = {
        sources.MODULE: sources.callbacks(),
        "KINERJA": _macro("KINERJA.bas"),
        "xlwings": _xlwings(),
        "Dictionary": _xlwings_text("addin", "Dictionary.cls"),
    }
    return {name: _as_vba(text) for name, text in found.items()}


def build() -> bytes:
    """The add-in; the same sources give the same bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kinerja.xlam"
        with ExcelFile.create_new(path) as book:
            project = book.vba_project()
            project.delete_module("Module1")
            for name, text in modules().items():
                kind = VBAModuleKind.other if name == "Dictionary" else VBAModuleKind.standard
                project.add_module(name, text, kind=kind)
            book.set_module("ThisWorkbook", _as_vba(_macro("ThisWorkbook.cls")))
            book.save()
        return with_ribbon(path.read_bytes(), sources.ribbon_xml())


def with_ribbon(workbook: bytes, ribbon: str) -> bytes:
    """The workbook with a ribbon (part, relationship, content type) and our properties; every part with a fixed time."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    relation = f'<Relationship Id="rIdPita" Type="{RIBBON_TYPE}" Target="{RIBBON_PART}"/></Relationships>'
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", relation.encode())
    types = parts["[Content_Types].xml"]
    if b'Extension="xml"' not in types:
        default = b'<Default Extension="xml" ContentType="application/xml"/><Override'
        parts["[Content_Types].xml"] = types.replace(b"<Override", default, 1)
    parts[RIBBON_PART] = ribbon.encode()
    parts["docProps/core.xml"] = PROPERTIES.encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            package.writestr(info, data)
    return packed.getvalue()


def _macro(name: str) -> str:
    return resource("macros", name).read_text("utf-8")


def _xlwings() -> str:
    text = _xlwings_text("xlwings_custom_addin.bas")
    text, replaced = re.subn(r'(PROJECT_NAME As String = )"myaddin"', rf'\1"{PROJECT}"', text)
    if replaced != 1:
        raise ValueError("xlwings_custom_addin.bas of this xlwings names its project in another way")
    return text


def _xlwings_text(*parts: str) -> str:
    return resources.files("xlwings").joinpath(*parts).read_text("utf-8")


def _as_vba(text: str) -> str:
    text = "\r\n".join(text.splitlines()) + "\r\n"
    text.encode(CODE_PAGE)
    return text
