"""What all sheets of a workbook share: its texts and its cell styles, as far as they say which numbers are dates.

``cell_values`` asks for them; what is not certain here is left to calamine.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

import numpy as np
import numpy.typing as npt
from lxml import etree

from kinerja_xl.forms.filled_cells import Unusual, is_utf8
from kinerja_xl.forms.shared_strings import STRINGS
from kinerja_xl.forms.workbook_parts import NS

STYLES = "xl/styles.xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TEXT, _RUN = f"{{{NS}}}t", f"{{{NS}}}r"
_ITEM = re.compile(r"<si><t( xml:space=\"preserve\")?>([^<]*)</t></si>")
_BLANKS = " \t\r\n"
_ENTITY = re.compile(r"&(?:(?P<name>amp|lt|gt|quot|apos)|#(?P<number>[0-9]+)|#x(?P<hex>[0-9A-Fa-f]+));")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SURROGATES = range(0xD800, 0xE000)
_BUILT_IN_PLAIN = frozenset(["0", *map(str, range(1, 14)), *map(str, range(37, 45)), "48", "49"])
_BUILT_IN_DATES = frozenset(["14", "15", "16", "17"])
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\[(?:Red|Black|Blue|Green|White|Yellow|Cyan|Magenta)\]')
_DATE_CODE = re.compile(r"[dmyDMY/\-. ]+")


class Format(Enum):
    """How a style shows a number."""

    PLAIN = auto()
    DATE = auto()
    UNCERTAIN = auto()


@dataclass(frozen=True)
class SharedParts:
    """The parts of a workbook, looked at when they are first needed; ``Unusual`` where they cannot be read."""

    xml: Mapping[str, bytes]
    from_1904: bool

    @cached_property
    def texts(self) -> npt.NDArray[np.object_]:
        """The shared texts in order."""
        texts = _usual_texts(self.xml.get(STRINGS, b""))
        if texts is None:
            texts = [_text_of(item) for item in _root(self.xml, STRINGS).iterchildren(f"{{{NS}}}si")]
        return np.array([*texts, None], dtype=object)[:-1]

    @cached_property
    def formats(self) -> list[Format]:
        """The format of each cell style."""
        root = _root(self.xml, STYLES)
        codes = {f.get("numFmtId", ""): f.get("formatCode", "") for f in root.iter(f"{{{NS}}}numFmt")}
        return [_format(xf.get("numFmtId", "0"), codes) for xf in root.iterfind(f"{{{NS}}}cellXfs/{{{NS}}}xf")]


def meant(text: str, *, keep: bool = True) -> str:
    """What a text in XML means: its entities, and signs that stand in it as ``_x000D_``; without ``keep`` no blanks around it."""
    text = text if keep else text.strip(_BLANKS)
    return _unescaped(_ENTITY.sub(_entity, text) if "&" in text else text)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_sign, text) if "_x" in text else text


def _entity(found: "re.Match[str]") -> str:
    if found["name"]:
        return _ENTITIES[found["name"]]
    return chr(int(found["number"]) if found["number"] else int(found["hex"], 16))


def _sign(found: "re.Match[str]") -> str:
    code = int(found[1], 16)
    return found[0] if code in _SURROGATES else chr(code)


def _usual_texts(xml: bytes) -> list[str] | None:
    """The shared texts where all are written the usual way, in one format each; otherwise None."""
    if b"<!" in xml or xml.find(b"\r", xml.find(b"<sst")) >= 0 or not is_utf8(xml):
        return None
    found = _ITEM.findall(xml.decode())
    if len(found) != xml.count(b"<si"):
        return None
    return [meant(text, keep=bool(keep)) for keep, text in found]


def _root(xml: Mapping[str, bytes], part: str) -> "etree._Element":
    try:
        return etree.fromstring(xml[part])
    except (KeyError, etree.XMLSyntaxError) as error:
        raise Unusual from error


def _text_of(item: "etree._Element") -> str:
    """The text of an item, its differently formatted runs put together, without what tells how to pronounce it."""
    pieces = [piece for child in item.iterchildren(_TEXT, _RUN) for piece in child.iter(_TEXT)]
    return "".join(_piece(piece) for piece in pieces)


def _piece(element: "etree._Element") -> str:
    text = "".join(map(str, element.itertext()))
    return _unescaped(text if element.get(_SPACE) == "preserve" else text.strip(_BLANKS))


def _format(number: str, codes: Mapping[str, str]) -> Format:
    if number not in codes:
        plain, dated = number in _BUILT_IN_PLAIN, number in _BUILT_IN_DATES
        return Format.PLAIN if plain else Format.DATE if dated else Format.UNCERTAIN
    code = codes[number]
    rest = _QUOTED.sub("", code).replace("General", "")
    if "[" not in rest and not any(sign.isalpha() for sign in rest):
        return Format.PLAIN
    return Format.DATE if _DATE_CODE.fullmatch(code) else Format.UNCERTAIN
