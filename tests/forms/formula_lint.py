"""A linter of formulas: does a workbook use only what Excel 2010 and LibreOffice 7 both understand?

LibreOffice can tell what a formula gives, but not what Excel would refuse or compute otherwise. ``lint`` reads every formula of
a package as it is stored (cells, conditional formats, validations, defined names, charts) and says what is wrong with it.
"""

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree
from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token, TokenizerError

from kinerja_xl.package import read_parts

_NAMES = """
ABS AND AVERAGE AVERAGEIF AVERAGEIFS CEILING CHAR CHOOSE COLUMN COLUMNS CONCATENATE COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS
DATE DAY EDATE EOMONTH EXACT FALSE FIND FLOOR HLOOKUP HYPERLINK IF IFERROR INDEX INT ISBLANK ISERR ISERROR ISEVEN ISLOGICAL
ISNA ISNONTEXT ISNUMBER ISODD ISTEXT LARGE LEFT LEN LOOKUP LOWER MATCH MAX MEDIAN MID MIN MOD MONTH N NA NETWORKDAYS NOT OR
POWER PRODUCT PROPER QUOTIENT RANK REPLACE REPT RIGHT ROUND ROUNDDOWN ROUNDUP ROW ROWS SEARCH SIGN SMALL SQRT STDEV SUBSTITUTE
SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT T TODAY TRIM TRUE TRUNC TYPE UPPER VALUE VLOOKUP WEEKDAY YEAR
"""
FUNCTIONS = frozenset(_NAMES.split())
"""Known to Excel since 2007 and stored under the plain name. Not here on purpose: what depends on the locale (TEXT, FIXED,
DATEVALUE, CODE), what is slow or written otherwise in LibreOffice (OFFSET, INDIRECT, CELL)."""
LONGEST, DEEPEST, LONGEST_TEXT, LONGEST_LIST = 8192, 64, 255, 255
_SCALAR_CONDITIONS = {"IF", "IFERROR"}
_KINDS = {"f", "formula", "formula1", "formula2", "definedName", "cfvo"}
_WHOLE_COLUMNS = re.compile(r"\$?[A-Z]{1,3}:\$?[A-Z]{1,3}")
_OTHER_BOOK = re.compile(r"'?[^!]*\[[^\]]*\][^!]*!")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class Formula(NamedTuple):
    """A formula as stored: its place, its element, its text without the equals sign."""

    place: str
    element: etree._Element
    text: str

    @property
    def kind(self) -> str:
        """Name of its element."""
        return etree.QName(self.element).localname


def lint(package: bytes) -> list[str]:
    """What is wrong with the formulas of a workbook, each with its place; empty where nothing is."""
    return [f"{formula.place}: {fault}" for formula in formulas(package) for fault in _faults(formula)]


def formulas(package: bytes) -> Iterator[Formula]:
    """Every formula of a workbook."""
    parts = read_parts(package)
    names = _sheet_names(parts)
    for part, data in parts.items():
        if part.startswith("xl/") and part.endswith(".xml"):
            for element in etree.fromstring(data).iter(*(f"{{*}}{kind}" for kind in _KINDS)):
                text = _text(element)
                if text or element.get("t") in ("array", "dataTable"):
                    yield Formula(_place(names.get(part, part), element), element, text)


def _sheet_names(parts: dict[str, bytes]) -> dict[str, str]:
    """Name of the sheet by part."""
    relations = etree.fromstring(parts["xl/_rels/workbook.xml.rels"])
    targets = {relation.get("Id"): posixpath.join("/xl", relation.get("Target", ""))[1:] for relation in relations}
    sheets = etree.fromstring(parts["xl/workbook.xml"]).iter("{*}sheet")
    return {targets[sheet.get(_RELATION)]: sheet.get("name", "") for sheet in sheets}


def _text(element: etree._Element) -> str:
    """The formula of an element; that of a colour scale's point stands in an attribute."""
    if etree.QName(element).localname == "cfvo":
        return element.get("val", "") if element.get("type") == "formula" else ""
    return (element.text or "").removeprefix("=")


def _place(sheet: str, element: etree._Element) -> str:
    """Sheet and nearest address or name around an element."""
    for around in (element, *element.iterancestors()):
        for key in ("r", "sqref", "name"):
            if around.get(key):
                return f"{sheet}!{around.get(key)}"
    return sheet


def _faults(formula: Formula) -> Iterator[str]:
    yield from _stored_faults(formula)
    try:
        tokens = Tokenizer(f"={formula.text}").items
    except TokenizerError as error:
        yield f"cannot be read: {error}"
        return
    yield from _function_faults(tokens)
    if formula.element.get("t") == "shared":
        yield from _shared_faults(tokens)
    for token in tokens:
        if token.type == Token.OPERAND:
            yield from _operand_faults(token, formula)


def _stored_faults(formula: Formula) -> Iterator[str]:
    """How it is stored, and how long it is."""
    cell = formula.element.getparent()
    if formula.element.get("t") in ("array", "dataTable") or (cell is not None and cell.get("cm")):
        yield "array formula or data table"
    if len(formula.text) >= LONGEST:
        yield f"{len(formula.text) + 1} characters, more than {LONGEST}"
    if _in_list(formula) and _list_length(formula) > LONGEST_LIST:
        yield f"list of {_list_length(formula)} characters, more than {LONGEST_LIST}"


def _shared_faults(tokens: list[Token]) -> Iterator[str]:
    """What Excel never stores once for many cells ([MS-XLSB] 2.5.97.93: no reference to a sheet, no array of constants)."""
    if any(token.subtype == Token.RANGE and "!" in token.value for token in tokens):
        yield "a shared formula names a sheet"
    if any(token.type == Token.ARRAY for token in tokens):
        yield "a shared formula holds a list"


def _in_list(formula: Formula) -> bool:
    """Whether it is the list of a drop-down."""
    around = formula.element.getparent()
    return formula.kind == "formula1" and around is not None and around.get("type") == "list"


def _list_length(formula: Formula) -> int:
    return len(formula.text.strip('"'))


def _function_faults(tokens: list[Token]) -> Iterator[str]:
    """Functions that one of the programs lacks, how deep they are nested, conditions that Excel takes for one value only."""
    open_functions: list[str] = []
    deepest = 0
    for token in tokens:
        if token.type == Token.FUNC and token.subtype == Token.OPEN:
            name = token.value.rstrip("(").upper()
            if name not in FUNCTIONS:
                yield f"function {name} is not known to both programs"
            if name in _SCALAR_CONDITIONS and "SUMPRODUCT" in open_functions:
                yield f"{name} inside SUMPRODUCT"
            open_functions.append(name)
            deepest = max(deepest, len(open_functions))
        elif token.type == Token.FUNC:
            open_functions.pop()
    if deepest > DEEPEST:
        yield f"{deepest} functions inside each other, more than {DEEPEST}"


def _operand_faults(token: Token, formula: Formula) -> Iterator[str]:
    """Texts that are too long, references that are too wide or lead elsewhere, prefixes of younger versions."""
    if token.subtype == Token.TEXT:
        length = len(token.value[1:-1].replace('""', '"'))
        if length > LONGEST_TEXT and not _in_list(formula):
            yield f"text of {length} characters, more than {LONGEST_TEXT}"
        return
    if token.subtype != Token.RANGE:
        return
    titles = formula.kind == "definedName" and formula.element.get("name") == "_xlnm.Print_Titles"
    if not titles and _WHOLE_COLUMNS.fullmatch(token.value.rpartition("!")[2]):
        yield f"whole columns {token.value}"
    if _OTHER_BOOK.match(token.value):
        yield f"another workbook: {token.value}"
    if token.value.lower().startswith("_xl"):
        yield f"{token.value} is of a younger version"
