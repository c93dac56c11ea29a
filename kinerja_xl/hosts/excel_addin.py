"""Builds the add-in ``kinerja.xlam`` from the texts in ``macros/`` and the free VBA text of the installed xlwings.

Needs the dependency group ``build`` (pyOpenVBA). The same texts give the same bytes.
"""

import re
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

import xlwings
from pyopenvba import ExcelFile, VBAModuleKind

from kinerja_xl.package import read_parts, write_parts
from kinerja_xl.ribbon.macro_text import MODULE

PROJECT = "kinerja"
RIBBON = "customUI14.xml"
_RIBBON_PART = f"customUI/{RIBBON}"
_RELATION = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
_EMPTY_MODULE = "Module1"
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def addin(macros: Path) -> bytes:
    """The add-in; raises ValueError where the text of xlwings is not what is expected of its version."""
    with TemporaryDirectory(prefix="kinerja-") as folder:
        path = Path(folder, "kinerja.xlam")
        with ExcelFile.create_new(str(path)) as book:
            project = book.vba_project()
            project.delete_module(_EMPTY_MODULE)
            project.add_module(MODULE, _text(macros / f"{MODULE}.bas"))
            project.add_module("xlwings", xlwings_text())
            project.add_module("Dictionary", _class_text(), kind=VBAModuleKind.other)
            book.set_module("ThisWorkbook", _text(macros / "ThisWorkbook.cls"))
            book.save()
        return _with_ribbon(path.read_bytes(), (macros / RIBBON).read_bytes())


def _text(path: Path) -> str:
    """A module as VBA keeps it: lines end with CR LF, characters of code page 1252."""
    return _lines(path.read_bytes().decode("cp1252"))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def xlwings_text() -> str:
    """The macros of xlwings for an add-in of one's own, with our name in them."""
    text = _xlwings_file("xlwings_custom_addin.bas")
    named, times = re.subn(r'(PROJECT_NAME As String = )"myaddin"', rf'\1"{PROJECT}"', text)
    if times != 1 or f"'Version: {version('xlwings')}" not in text:
        raise ValueError("xlwings_custom_addin.bas is not what this build knows")
    return _lines(named)


def _class_text() -> str:
    """The class that these macros need; without the block that only an exported file has."""
    text = _xlwings_file("addin/Dictionary.cls").replace("\r\n", "\n")
    return _lines(re.sub(r"\AVERSION .*?\nBEGIN\n.*?\nEND\n", "", text, flags=re.DOTALL))


def _xlwings_file(name: str) -> str:
    return (Path(xlwings.__file__).parent / name).read_text(encoding="utf-8")


def _with_ribbon(package: bytes, ribbon: bytes) -> bytes:
    """The package with the ribbon as a part of its own, and without the moment of its making."""
    parts = read_parts(package)
    relations = parts["_rels/.rels"].decode()
    new = f'<Relationship Id="rIdPita" Type="{_RELATION}" Target="{_RIBBON_PART}"/>'
    parts["_rels/.rels"] = relations.replace("</Relationships>", f"{new}</Relationships>").encode()
    parts["docProps/core.xml"] = _MOMENT.sub(rb"\g<1>2026-01-01T00:00:00Z", parts["docProps/core.xml"])
    return write_parts(parts | {_RIBBON_PART: ribbon})
