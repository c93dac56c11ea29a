"""The table of texts that the cells of a workbook share, as Excel saves it; ``fill`` lets it grow."""

from collections.abc import Mapping
from xml.sax.saxutils import escape

from lxml import etree

from kinerja_xl.forms.workbook_parts import NS, OFFICE
from kinerja_xl.package import cell_text

STRINGS = "xl/sharedStrings.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_RELATION = f'<Relationship Type="{OFFICE}/relationships/sharedStrings" Target="sharedStrings.xml" Id="rIdStrings"/>'
_KIND = f'<Override PartName="/{STRINGS}" ContentType="{_TYPE}"/>'
_ENTRIES = (
    ("xl/_rels/workbook.xml.rels", _RELATION, "</Relationships>"),
    ("[Content_Types].xml", _KIND, "</Types>"),
)


class SharedStrings:
    """The table while it grows."""

    def __init__(self) -> None:
        self.index: dict[str, int] = {}
        """Number of each text, as the table holds it."""
        self.uses = 0

    @classmethod
    def of(cls, parts: Mapping[str, bytes]) -> "SharedStrings":
        """The table of a workbook; an empty one where it has none."""
        strings = cls()
        if STRINGS in parts:
            root = etree.fromstring(parts[STRINGS])
            strings.index = {"".join(str(text) for text in item.itertext()): i for i, item in enumerate(root)}
            strings.uses = int(root.get("count", "0"))
        return strings

    def add(self, text: str) -> str:
        """The number of ``text`` in the table."""
        self.uses += 1
        return str(self.index.setdefault(cell_text(text), len(self.index)))

    def put_into(self, parts: dict[str, bytes]) -> None:
        """Put the table into the package, known to its workbook and its content types."""
        known = STRINGS in parts
        parts[STRINGS] = self._xml()
        for name, entry, end in () if known else _ENTRIES:
            parts[name] = parts[name].replace(end.encode(), f"{entry}{end}".encode())

    def _xml(self) -> bytes:
        items = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in self.index)
        counts = f'count="{self.uses}" uniqueCount="{len(self.index)}"'
        head = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="{NS}" {counts}>'
        return f"{head}{items}</sst>".encode()
