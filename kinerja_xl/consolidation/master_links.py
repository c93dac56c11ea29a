"""Links from the master to the workbooks it was made from, relative to the master's folder so that both can move together.

A file name may hold blanks, ``#``, ``%`` or apostrophes; a link that Excel or LibreOffice could not follow is not made. Neither is
one to a web address with a key or a name in it: the master goes to people whom these are not for.
"""

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from kinerja_xl.forms.remote import is_web

LINKS_PER_SHEET = 65_530
"""Excel's limit; beyond it cells stay plain text."""

_LONGEST = 2_000
_ESCAPES = str.maketrans({character: f"%{ord(character):02X}" for character in ' "#%<>?[\\]^`{}'})


class Links:
    """Gives the link to a cell of a source workbook; ``sources`` says where the file behind each name lies."""

    def __init__(self, folder: Path, sources: Mapping[str, Path | str]) -> None:
        self._folder = folder
        self._sources = sources
        self._targets: dict[str, str] = {}

    def to(self, name: str, sheet: str = "", cell: str = "") -> str | None:
        """The link as XlsxWriter takes it; None where the file is unknown or its path cannot be linked."""
        place = self._sources.get(name)
        if place is None or isinstance(place, str):
            return _web(place) if place else None
        if name not in self._targets:
            self._targets[name] = _target(place, self._folder)
        target = self._targets[name]
        if not target or len(target) > _LONGEST:
            return None
        return f"external:{target}#{sheet_reference(sheet)}!{cell}" if sheet and cell else f"external:{target}"


def sheet_reference(name: str) -> str:
    """The name of a sheet as a reference writes it: quoted, apostrophes doubled."""
    quoted = name.replace("'", "''")
    return f"'{quoted}'"


def _web(url: str) -> str | None:
    """The link to a workbook on the web; its cells cannot be named there."""
    parts = urlsplit(url)
    plain = is_web(url) and not (parts.query or parts.username or parts.fragment)
    return url if plain and len(url) <= _LONGEST else None


def _target(source: Path, folder: Path) -> str:
    path = os.path.abspath(source)  # noqa: PTH100 - resolve() would follow the links of a network drive
    with contextlib.suppress(ValueError):  # another drive of Windows: only the absolute path leads there
        path = os.path.relpath(path, os.path.abspath(folder))  # noqa: PTH100
    address = path.replace(os.sep, "/").translate(_ESCAPES)
    return address if address.isprintable() else ""
