"""Finds the folders that travel with the package: ``workbooks``, ``macros`` and ``templates``.

In a wheel they lie under ``kinerja_xl/_data``; in a checkout they are the folders at the top.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(folder: str, name: str = "") -> Path:
    """Path of ``folder`` (or of the file ``name`` in it); raises FileNotFoundError when the installation is incomplete."""
    for base in (_PACKAGE / "_data", _PACKAGE.parent):
        path = base / folder / name
        if path.exists():
            return path
    raise FileNotFoundError(f"{folder}/{name} tidak ikut terpasang; pasang ulang kinerja-xl")
