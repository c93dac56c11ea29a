"""A .docx file as its parts: which stay the same in every letter and which are made anew. Same parts, same bytes.

The unchanging parts are compressed once; a letter costs only its own parts. Used by ``template`` and ``standard_template``.
"""

import io
import zipfile
from collections.abc import Mapping

_TIMESTAMP = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6
_LETTER_LEVEL = 2
"""Letters are small: stronger compression costs more time than it saves room."""


def parts_of(package: bytes) -> dict[str, bytes]:
    """Content of each part, in the order of the file; raises zipfile.BadZipFile when it is no package."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        return {item.filename: source.read(item) for item in source.infolist() if not item.is_dir()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, data in parts.items():
            target.writestr(_entry(name), data, zipfile.ZIP_DEFLATED, _LEVEL)
    return out.getvalue()


class Package:
    """A file whose ``fixed`` parts are compressed once."""

    def __init__(self, fixed: Mapping[str, bytes]) -> None:
        self._fixed = packed(fixed)

    def with_parts(self, parts: Mapping[str, bytes]) -> bytes:
        """The file with ``parts`` added."""
        out = io.BytesIO(self._fixed)
        with zipfile.ZipFile(out, "a") as target:
            for name, data in parts.items():
                target.writestr(_entry(name), data, zipfile.ZIP_DEFLATED, _LETTER_LEVEL)
        return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _TIMESTAMP)
    entry.create_system = 0
    return entry
