"""Builds the extension ``kinerja.oxt`` from its text sources in ``macros/libreoffice`` and the list of buttons.

Same sources, same bytes: entries are sorted, dated alike and not compressed.
"""

import io
import zipfile
from pathlib import Path

from kinerja_xl import __version__
from kinerja_xl.hosts.libreoffice.addons import addons
from kinerja_xl.hosts.libreoffice.icons import SIZES, icon
from kinerja_xl.resources import resource
from kinerja_xl.ribbon.buttons import BUTTONS

NAME = "kinerja.oxt"
SOURCES = (".py", ".xcu", ".xml", ".txt")
VERSION_MARK = "@VERSI@"
SOME_DAY = (2022, 1, 1, 0, 0, 0)


def extension() -> bytes:
    """The extension as a file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted(parts().items()):
            archive.writestr(_entry(name), data)
    return buffer.getvalue()


def parts() -> dict[str, bytes]:
    """Path and content of everything in the extension."""
    top = resource("macros", "libreoffice")
    sources = {path.relative_to(top).as_posix(): _source(path) for path in top.rglob("*") if path.suffix in SOURCES}
    icons = {f"icons/{b.name}_{size}.png": icon(b, size) for b in BUTTONS for size in SIZES}
    return {**sources, **icons, "Addons.xcu": addons().encode()}


def _source(path: Path) -> bytes:
    text = path.read_text("utf-8")  # any line ends become \n
    return text.replace(VERSION_MARK, __version__).encode()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, SOME_DAY)
    entry.external_attr, entry.create_system = 0o644 << 16, 3
    return entry
