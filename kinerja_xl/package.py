"""Office packages (.xlsx, .docx) as parts by name, and the text XML can hold. The same parts give the same bytes everywhere.

Used by the forms, the letters and the examples; nothing here knows what the parts mean.
"""

import io
import re
import zipfile
from collections.abc import Mapping

TIMESTAMP = (1980, 1, 1, 0, 0, 0)
LEVEL = 6
_UNSUITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def read_parts(package: bytes) -> dict[str, bytes]:
    """All parts of a package, in its order; raises zipfile.BadZipFile when it is none."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        return {item.filename: source.read(item) for item in source.infolist() if not item.is_dir()}


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """A package of ``parts``."""
    return with_parts(b"", parts)


def with_parts(package: bytes, parts: Mapping[str, bytes], level: int = LEVEL) -> bytes:
    """``package`` (empty: a new one) with ``parts`` added, compressed at ``level``."""
    out = io.BytesIO(package)
    with zipfile.ZipFile(out, "a" if package else "w") as target:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, TIMESTAMP)
            entry.create_system = 0
            target.writestr(entry, data, zipfile.ZIP_DEFLATED, level)
    return out.getvalue()


def xml_safe(text: str) -> str:
    """``text`` without the characters that XML cannot hold."""
    return _UNSUITABLE.sub("", text)


def cell_text(text: str) -> str:
    """``text`` as a cell of a workbook holds it: what looks like one of its escapes (``_x0041_``) is escaped itself."""
    return _ESCAPE_LIKE.sub("_x005F_", xml_safe(text))
