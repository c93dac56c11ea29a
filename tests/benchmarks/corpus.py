"""A corpus of many realistic unit workbooks, made quickly: a few are built, the others are these with other people and another unit.

What a copy changes is rewritten in the XML of its parts: NIP, names, unit code and unit name, wherever a cell holds or shows them. So
no NIP, no name and no unit comes twice, and every cell looks as saved by Excel (shared texts, results of formulas).
"""

import re
import zipfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja_xl.examples.catalogue import data
from kinerja_xl.examples.write import write_examples
from kinerja_xl.forms.read import read_workbook
from kinerja_xl.periods import Periode

TAHUN, PERIODE = 2026, Periode.TW2
BUILT, PEOPLE = 24, 50
DEFECTS = ("PEG003", "PEG016", "REN007", "REA002", "REA005", "REA006", "PRL004", "NIL006", "NIL011", "PGB003")
"""Mistakes in a few of the workbooks, so that there are findings to write."""
_TEXT = re.compile(rb">([^<>]{3,120})<")
_NAMED = (("nip", "nama"), ("nip_penilai", "nama_penilai"), ("nip_atasan", "nama_atasan"))


@dataclass(frozen=True)
class Pattern:
    """A built workbook: its parts cut at every text that a copy changes, and what these texts are."""

    name: str
    parts: Mapping[str, Sequence[bytes]]
    nips: frozenset[str]
    names: frozenset[str]
    units: frozenset[str]

    def copy(self, number: int) -> bytes:
        """The workbook with other people in another unit; 0 leaves everything as it was built."""
        changed = {text.encode(): _other(text, number, self) for text in self.nips | self.names | self.units}
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
            for name, pieces in self.parts.items():
                package.writestr(zipfile.ZipInfo(name), b"".join(changed.get(piece, piece) for piece in pieces), 8)
        return out.getvalue()


def _other(text: str, number: int, pattern: Pattern) -> bytes:
    if not number:
        return text.encode()
    if text in pattern.nips:
        return f"{text[:-3]}{int(text[-3:]) + 10 * number:03d}".encode()
    if text in pattern.names:
        name, comma, degrees = text.partition(",")
        return f"{name} {_family(number)}{comma}{degrees}".encode()
    return f"{text} {number}".encode()


def _family(number: int) -> str:
    """A further name, another one for each number."""
    known = [*data("nama")["laki"]["belakang"], *data("nama")["perempuan"]["belakang"]]
    return " ".join(
        known[digit % len(known)] for digit in (number, *([number // len(known)] if number >= len(known) else []))
    )


def pattern(path: Path) -> Pattern:
    """A built workbook as a pattern."""
    rows = read_workbook(path).rows
    people = rows["pegawai"]
    nips = frozenset(nip for key, _ in _NAMED for nip in people[key] if len(nip) == 18)
    names = frozenset(
        text for _, key in _NAMED for text in people[key] if " " in text and text not in people["jabatan"]
    )
    units = frozenset((rows["unit"]["kode_unit"][0], rows["unit"]["nama_unit"][0]))
    changing = {text.encode() for text in nips | names | units}
    with zipfile.ZipFile(path) as package:
        parts = {entry: _cut(package.read(entry), changing) for entry in package.namelist()}
    return Pattern(path.stem, parts, nips, names, units)


def _cut(part: bytes, changing: set[bytes]) -> list[bytes]:
    pieces, start = [], 0
    for found in _TEXT.finditer(part):
        if found[1] in changing:
            pieces += [part[start : found.start(1)], found[1]]
            start = found.end(1)
    return [*pieces, part[start:]]


def make_corpus(folder: Path, count: int, *, people: int = PEOPLE, built: int = BUILT) -> list[Path]:
    """Write ``count`` workbooks into ``folder``; those that are there already are kept."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers = [n for n in range(count) if not _path(folder, n).exists()]
    if numbers:
        with TemporaryDirectory() as made_in:
            made = write_examples(
                Path(made_in),
                tahun=TAHUN,
                periode=PERIODE,
                benih=3,
                unit=built,
                pegawai=people,
                cacat=True,
                codes=DEFECTS,
            )
            patterns = [path for path in made.files if read_workbook(path).accepted][:built]
            with ProcessPoolExecutor() as pool:
                wanted = [[n for n in numbers if n % built == place] for place in range(built)]
                list(pool.map(_copies, patterns, [folder] * built, wanted, [built] * built))
    return [_path(folder, n) for n in range(count)]


def _copies(path: Path, folder: Path, numbers: Sequence[int], built: int) -> None:
    """The workbooks of the corpus whose ``numbers`` are those of one pattern."""
    source = pattern(path)
    for number in numbers:
        _path(folder, number).write_bytes(source.copy(number // built))


def _path(folder: Path, number: int) -> Path:
    return folder / f"unit-{number:05d}.xlsx"
