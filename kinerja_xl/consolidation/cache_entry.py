"""An entry of the cache as a file: contents of files by name, and the parts they came to.

It is bound to the program that made it and checked against its own digest; of what is damaged, foreign or of another version nothing
is said. It is unpickled with our own and pandas' types alone, so that a planted file runs nothing.
"""

import hashlib
import io
import pickle
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from kinerja_xl.consolidation.batch import Part
from kinerja_xl.regulations import Aturan, Peraturan
from kinerja_xl.scoring.scheme import aturan_periode

MAGIC = b"kinerja_xl tembolok 2\n"
_ALLOWED = {
    "builtins": {"Ellipsis", "bool", "dict", "float", "frozenset", "int", "slice", "str", "tuple"},
    "datetime": {"date", "datetime"},
    "kinerja_xl.checks": {"Examination"},
    "kinerja_xl.consolidation.batch": {"Part"},
    "kinerja_xl.consolidation.checked": {"Read"},
    "kinerja_xl.findings": {"Finding", "Severity"},
    "kinerja_xl.forms.reading": {"Reading"},
    "kinerja_xl.periods": {"Periode"},
    "kinerja_xl.scoring.people": {"Penilaian"},
    "kinerja_xl.tables": {"Layout", "Tables"},
    "numpy": {"dtype", "ndarray"},
    "numpy._core.multiarray": {"_reconstruct", "scalar"},
    "numpy._core.numeric": {"_frombuffer"},
    "pandas": {"DataFrame", "Index", "RangeIndex", "StringDtype"},
    "pandas._libs.arrays": {"__pyx_unpickle_NDArrayBacked"},
    "pandas._libs.internals": {"_unpickle_block"},
    "pandas.arrays": {"StringArray"},
    "pandas.core.indexes.base": {"_new_Index"},
    "pandas.core.internals.managers": {"BlockManager"},
}
"""What parts are made of, by module; nothing of it touches files or programs."""


Hashes = Mapping[str, str]
"""SHA-256 of the content of each file by its name."""
Entry = tuple[Hashes, Sequence[Part]]
"""Contents of files, and what these came to."""


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def with_rules(part: Part, lokal: Sequence[Peraturan]) -> Part:
    """A part as it was before ``_without_rules`` took the rules of scoring out."""
    if part.agreed is None or part.examination is None:
        return part
    tahun, periode = part.agreed
    score = replace(part.examination.penilaian, aturan=aturan_periode(periode, tahun, lokal))
    return replace(part, examination=replace(part.examination, penilaian=score))


def _without_rules(part: Part) -> Part:
    if part.examination is None:
        return part
    bare = replace(part.examination.penilaian, aturan=cast("Aturan", None))
    return replace(part, examination=replace(part.examination, penilaian=bare))


def packed(program: str, hashes: Hashes, parts: Sequence[Part]) -> bytes:
    """The entry as it is kept."""
    payload = pickle.dumps((program, dict(hashes), tuple(map(_without_rules, parts))), protocol=5)
    return MAGIC + digest(payload).encode() + b"\n" + payload


def read_entry(path: Path, program: str) -> Entry | None:
    """The entry in a file; None where there is none that can be used."""
    with suppress(OSError):
        data = path.read_bytes() if path.is_file() else b""
        head, code, payload = data[: len(MAGIC)], data[len(MAGIC) : len(MAGIC) + 64], data[len(MAGIC) + 65 :]
        if head == MAGIC and code.decode("ascii", "replace") == digest(payload):
            return _unpacked(payload, program)
    return None


def _unpacked(payload: bytes, program: str) -> Entry | None:
    try:
        made_by, hashes, parts = _Unpickler(io.BytesIO(payload)).load()
    except (pickle.UnpicklingError, ValueError, TypeError, AttributeError, ImportError, EOFError, IndexError, KeyError):
        return None
    sound = made_by == program and isinstance(hashes, dict) and isinstance(parts, tuple)
    return (hashes, parts) if sound and all(isinstance(part, Part) for part in parts) else None


class _Unpickler(pickle.Unpickler):
    """Takes only the types that parts are made of."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 whatever stands under that name
        if name not in _ALLOWED.get(module, ()):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return super().find_class(module, name)
