"""A letter template made in Word: prepared once, rendered thousands of times.

docxtpl turns what Word made of the tags into jinja2; jinja2 compiles it once (sandboxed, strict, escaping), and of the file
only the parts with tags are made anew. The text is what docxtpl itself would render (a test compares), 100 times faster.
"""

import difflib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, meta, nodes
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree
from markupsafe import Markup, escape

from kinerja_xl.letters.source import LetterError
from kinerja_xl.package import read_parts, with_parts, write_parts, xml_safe

Context = Mapping[str, Any]

_PARAGRAPH = re.compile(r"(?=<w:p[ >])")
_PART = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LETTER_LEVEL = 2
"""Letters are small: stronger compression costs more time than it saves room."""

_BREAKS = re.compile(r"\r\n|[\r\v\f]")

_NOT_FOR_TEXT = re.compile(r"\{\{(?:r|p|tr|tc)\s[^}]*\}\}|\{%tc\s[^%]*%\}")
"""Tags of docxtpl that put ready-made XML or further columns into the document; our variables are texts."""

_LITERAL_BRACES = {"{_{": "{{ '{{' }}", "}_}": "{{ '}}' }}", "{_%": "{{ '{%' }}", "%_}": "{{ '%}' }}"}


def xml_text(value: object) -> object:
    """What stands in the document for a value: nothing of it is a tag, no line is lost, nothing breaks the file."""
    if not isinstance(value, str):
        return value
    text = str(escape(xml_safe(_BREAKS.sub("\n", value))))
    text = text.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return Markup(text.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">'))  # noqa: S704 (escaped above)


class LetterTemplate:
    """A .docx template; raises LetterError where it cannot be used."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=xml_text)
        try:
            package = path.read_bytes()
            self._sources = _sources(package)
            fixed = {name: data for name, data in read_parts(package).items() if name not in self._sources}
        except (
            OSError,
            zipfile.BadZipFile,
            zlib.error,
            OpcError,
            LookupError,
            AttributeError,
            TypeError,
            ValueError,
            etree.XMLSyntaxError,
        ) as error:
            raise LetterError(
                f"Templat {path} tidak dapat dibaca sebagai dokumen Word (.docx): {error}. Simpan ulang dari Word."
            ) from error
        self._compiled = {name: self._compile(source) for name, source in self._sources.items()}
        self._fixed = write_parts(fixed)

    def undeclared(self, known: Context) -> list[str]:
        """Variables the template uses that ``known`` does not have, as ``pegawai.nam (maksudnya pegawai.nama?)``."""
        used = {path for source in self._sources.values() for path in _paths(self._environment.parse(source))}
        return [_with_guess(path, known) for path in sorted(used) if not _has(known, path)]

    def uses(self, variable: str) -> bool:
        """Whether the template takes ``variable`` from outside."""
        return any(
            variable in meta.find_undeclared_variables(self._environment.parse(s)) for s in self._sources.values()
        )

    def parts(self, context: Context) -> dict[str, bytes]:
        """The parts with tags, rendered; raises LetterError where a value is missing."""
        try:
            return {name: (_DECLARATION + t.render(context)).encode() for name, t in self._compiled.items()}
        except (
            TemplateError,
            TypeError,
            ValueError,
            ArithmeticError,
            LookupError,
            AttributeError,
            RecursionError,
        ) as error:
            raise LetterError(f"templat {self.name} tidak dapat diisi: {error}") from error

    def render(self, context: Context) -> bytes:
        """The letter as a .docx file."""
        return with_parts(self._fixed, self.parts(context), LETTER_LEVEL)

    def check(self, context: Context) -> None:
        """Render without keeping the result; raises LetterError where a value is missing or Word could not open it."""
        for name, data in self.parts(context).items():
            try:
                etree.fromstring(data)
            except etree.XMLSyntaxError as error:
                raise LetterError(
                    f"templat {self.name} menghasilkan dokumen yang rusak pada {name} ({error}). "
                    "Biasanya tag {%p if ...%} atau {%p for ...%} dan penutupnya tidak berada pada paragraf sendiri."
                ) from error

    def _compile(self, source: str) -> Template:
        try:
            return self._environment.from_string(source)
        except TemplateSyntaxError as error:
            raise LetterError(
                f"Templat {self.name}: tag tidak dapat dibaca ({error.message}) di sekitar "
                f"'{self._around(source)}'. Perbaiki tag itu di Word."
            ) from error

    def _around(self, source: str) -> str:
        """The paragraph of a tag that cannot be read."""
        paragraphs = _PARAGRAPH.sub("\n", source.replace("\n", " "))
        try:
            self._environment.parse(paragraphs)
        except TemplateSyntaxError as error:
            return " ".join(re.sub(r"<[^>]+>", " ", paragraphs.split("\n")[error.lineno - 1]).split())[:120]
        return ""


def _sources(package: bytes) -> dict[str, str]:
    """The parts that hold tags, as jinja2 source."""
    document = DocxTemplate(io.BytesIO(package))
    document.init_docx()
    found = {}
    for part in document.docx.part.package.iter_parts():
        name = part.partname.lstrip("/")
        if _PART.fullmatch(name):
            source = _jinja(document, part.blob)
            if name == "word/document.xml" or "{{" in source or "{%" in source:
                found[name] = source
    return found


def _jinja(document: DocxTemplate, part: bytes) -> str:
    tree = etree.fromstring(part)
    unusable = _NOT_FOR_TEXT.search("".join(str(text) for text in tree.itertext()))
    if unusable:
        raise ValueError(f"tag {unusable[0]} tidak didukung, tulis tanpa huruf setelah kurung pembuka")
    source: str = document.patch_xml(document.xml_to_string(tree))
    for escaped, literal in _LITERAL_BRACES.items():
        source = source.replace(escaped, literal)
    return source


def _paths(tree: nodes.Template) -> Iterator[str]:
    """The variables a template takes from outside, with their attributes: ``pegawai.nama``."""
    outside = meta.find_undeclared_variables(tree)
    inner = set()
    for node in tree.find_all((nodes.Getattr, nodes.Getitem, nodes.Name)):
        path = _path(node)
        if path and path[0] in outside and id(node) not in inner:
            yield ".".join(path)
        if path and isinstance(node, nodes.Getattr | nodes.Getitem):
            inner.add(id(node.node))


def _path(node: nodes.Node) -> list[str]:
    if isinstance(node, nodes.Name):
        return [node.name]
    if isinstance(node, nodes.Getattr):
        return [*head, node.attr] if (head := _path(node.node)) else []
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
        return [*head, node.arg.value] if (head := _path(node.node)) else []
    return []


def _has(known: Context, path: str) -> bool:
    first, _, rest = path.partition(".")
    if first not in known:
        return False
    inner = known[first]
    return not rest or not isinstance(inner, Mapping) or _has(inner, rest)  # else a method of a text or list


def variables_of(known: Context, prefix: str = "") -> list[str]:
    """All variables of a context, with their groups written out: ``pegawai.nama``."""
    found: list[str] = []
    for key, value in known.items():
        found += variables_of(value, f"{prefix}{key}.") if isinstance(value, Mapping) else [prefix + key]
    return found


def _with_guess(path: str, known: Context) -> str:
    near = difflib.get_close_matches(path, variables_of(known), 1)
    return f"{path} (maksudnya {near[0]}?)" if near else path
