"""Small Word templates and the text of finished letters."""

import io
from pathlib import Path

import docx
from docx.oxml.ns import qn
from lxml import etree

from kinerja_xl.package import read_parts


def template(path: Path, *paragraphs: str, header: str = "", footer: str = "") -> Path:
    """A template with these paragraphs."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.sections[0].header.paragraphs[0].text = header
    document.sections[0].footer.paragraphs[0].text = footer
    document.save(str(path))
    return path


def paragraphs_of(package: bytes) -> list[str]:
    """The text of each paragraph of the document, then of its headers and footers."""
    document = docx.Document(io.BytesIO(package))
    roots = [document.element, *(etree.fromstring(data) for data in _margins(package))]
    return [_text(paragraph) for root in roots for paragraph in root.iter(qn("w:p"))]


def text_of(package: bytes) -> str:
    """All paragraphs, one a line."""
    return "\n".join(paragraphs_of(package))


def _margins(package: bytes) -> list[bytes]:
    return [
        data for name, data in sorted(read_parts(package).items()) if name.startswith(("word/header", "word/footer"))
    ]


def _text(paragraph: etree._Element) -> str:
    signs = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    return "".join(
        node.text or "" if node.tag == qn("w:t") else signs.get(str(node.tag), "") for node in paragraph.iter()
    )
