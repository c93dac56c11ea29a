"""The .xlsx package as parts by name, written so that the same parts give the same bytes."""

import io
import zipfile
from collections.abc import Mapping

TIMESTAMP = (2026, 1, 1, 0, 0, 0)


def read_parts(package: bytes) -> dict[str, bytes]:
    """All parts of a package, in its order."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        return {name: source.read(name) for name in source.namelist()}


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """A package of ``parts`` with a fixed time stamp."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            target.writestr(zipfile.ZipInfo(name, TIMESTAMP), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
