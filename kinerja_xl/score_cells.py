"""What ``kinerja nilai`` writes into the sheet Penilaian of one workbook: the result columns of each row of the period.

The plan names only the cells that differ from what is there; rows of other periods are left as they are, results beside rows
that are empty now are cleared. Nothing is written here (see ``forms.set_cells`` and ``replace``).
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kinerja_xl.checks import Examination
from kinerja_xl.consolidation.recap import is_blocked
from kinerja_xl.consolidation.run import Checked
from kinerja_xl.findings import Severity
from kinerja_xl.forms.book import Book, Grid
from kinerja_xl.forms.description import TableSheet
from kinerja_xl.forms.locate import find_header
from kinerja_xl.forms.set_cells import CellValue, Place, same
from kinerja_xl.forms.sheet_penilaian import PENILAIAN, RINCIAN
from kinerja_xl.forms.unit_workbook import form_of
from kinerja_xl.package import xml_safe
from kinerja_xl.periods import Periode
from kinerja_xl.scoring.step import Step
from kinerja_xl.scoring.trace import traces
from kinerja_xl.scoring.words import is_term
from kinerja_xl.terms import squeezed

CELL_LENGTH = 32_767
"""Most characters (UTF-16) that Excel keeps in a cell."""
BETWEEN = " | "
"""Stands between two steps. A line feed would make LibreOffice give the row a line for every step as soon as somebody types in it."""

_KEYS = {"predikat_dihitung": "predikat"}
"""Columns of the sheet whose key differs from that of the score."""

Values = Mapping[str, CellValue]


class ScoreCellsError(Exception):
    """The results have no place in this workbook; the message (Bahasa Indonesia) says why and what to do."""


@dataclass(frozen=True)
class Plan:
    """The cells to change on ``sheet``, and who gets what."""

    sheet: str
    cells: Mapping[Place, CellValue]
    scored: int
    """People whose score stands in the sheet after it."""
    unrated: int
    """Of these, how many have no predikat yet."""
    blocked: Mapping[str, str]
    """NIP of people with a blocking finding -> the codes."""
    without_row: Sequence[str]
    """NIP of people for whom Penilaian has no row of the period."""
    held_back: int
    """Rows of Pegawai with a blocking finding: the people of ``blocked``, each as often as named, and the rows without NIP."""
    without_nip: int
    """Of these, how many have no NIP."""
    first_row: int
    """The first row of the period that is written; of all its rows where none is, 0 where there is none."""
    entries: int
    """All rows of Pegawai: ``scored``, ``held_back``, and those of ``without_row`` that nothing blocks."""

    @property
    def unplaced(self) -> int:
        """People whom nothing blocks, but for whom Penilaian has no row of the period."""
        return self.entries - self.scored - self.held_back


def plan(checked: Checked, path: Path) -> Plan:
    """The plan for the one workbook in ``checked``, which lies at ``path``; raises ScoreCellsError where it has no room for results."""
    found = checked.examination
    if found is None:
        raise ScoreCellsError("tidak menyebut tahun dan periode yang dapat dinilai")
    table = form_of(checked.tahun).table(PENILAIAN.key)
    book = Book(path)
    sheet = _Sheet(table, book.grid(table.name))
    rows, blocked = _of_period(found), _blocked(checked, found)
    told = _told(found, table, set(rows.values()), blocked)
    wanted = {row: told.get(nip, {}) for row, nip in rows.items()}
    wanted |= {row: {} for row in sheet.rows_but(set(found.tables.penilaian["baris"]))}
    people = [str(nip) for nip in found.penilaian.pegawai["nip"] if nip]
    there = set(rows.values()) - {""}
    everybody = found.penilaian.pegawai
    is_held_back = is_blocked(found, everybody)
    scored, held_back = everybody[~is_held_back & everybody["nip"].isin(there)], everybody[is_held_back]
    cells = sheet.changes(wanted)
    written = {row for row, _ in cells}.intersection(rows)
    return Plan(
        sheet=_own_name(book, table.name),
        cells=cells,
        first_row=min(written or rows, default=0),
        entries=len(everybody),
        scored=len(scored),
        unrated=int((scored["predikat"] == "").sum()),
        held_back=len(held_back),
        without_nip=int((held_back["nip"] == "").sum()),
        blocked={nip: blocked[nip] for nip in people if nip in blocked},
        without_row=[nip for nip in people if nip not in there],
    )


class _Sheet:
    """The sheet Penilaian as it is: where its result columns stand, and what they hold."""

    def __init__(self, table: TableSheet, grid: Grid) -> None:
        self.grid = grid
        self.header, places = find_header(table, grid)
        missing = [f.header for f in table.results if f.key not in places]
        if missing:
            raise ScoreCellsError(
                f"formulir ini belum punya kolom {', '.join(missing)}; buat formulir baru (kinerja formulir unit), lalu salin isinya"
            )
        self.columns = {f.key: places[f.key] for f in table.results}

    def rows_but(self, used: Collection[int]) -> list[int]:
        """Numbers of the rows below the header that are not in ``used``."""
        return [number for number in range(self.header + 2, len(self.grid) + 1) if number not in used]

    def changes(self, wanted: Mapping[int, Values]) -> dict[Place, CellValue]:
        """The cells of the rows ``wanted`` that do not hold what they should."""
        return {
            (number, column + 1): value
            for number, values in wanted.items()
            for key, column in self.columns.items()
            if not same(self.grid[number - 1][column], value := values.get(key))
        }


def _own_name(book: Book, name: str) -> str:
    """The name of a sheet as the workbook spells it; the exact one is preferred."""
    return name if name in book.names else next(n for n in book.names if squeezed(n) == squeezed(name))


def _of_period(found: Examination) -> dict[int, str]:
    """Row number -> NIP of the rows of the period."""
    rows = found.tables.penilaian
    rows = rows[is_term(rows["periode"], Periode, found.penilaian.periode)]
    return {int(row): str(nip) for row, nip in zip(rows["baris"], rows["nip"], strict=True)}


def _blocked(checked: Checked, found: Examination) -> dict[str, str]:
    """NIP -> codes of the findings that block the person."""
    codes: dict[str, dict[str, None]] = {nip: {} for _, nip in found.blocked if nip}
    for finding in checked.findings:
        if finding.severity is Severity.GALAT and finding.nip in codes:
            codes[finding.nip][finding.code] = None
    return {nip: ", ".join(listed) or "lihat kinerja periksa" for nip, listed in codes.items()}


def _told(
    found: Examination, table: TableSheet, wanted: Collection[str], blocked: Mapping[str, str]
) -> dict[str, Values]:
    """NIP -> what the result columns of that person say."""
    told: dict[str, Values] = {nip: {RINCIAN: f"Ada galat: {codes}"} for nip, codes in blocked.items()}
    people = {str(row["nip"]): row for row in found.penilaian.pegawai.to_dict("records")}
    only = {(str(row["berkas"]), nip) for nip, row in people.items() if nip in wanted and nip not in blocked}
    for (_, nip), steps in traces(found.penilaian, only):
        numbers = {f.key: _value(people[nip][_KEYS.get(f.key, f.key)]) for f in table.results if f.key != RINCIAN}
        told[nip] = numbers | {RINCIAN: rincian(steps)}
    return told


def _value(value: Any) -> CellValue:  # noqa: ANN401 a cell of a frame
    """A text or number of the score; None where it is missing."""
    if isinstance(value, str):
        return value or None
    return None if math.isnan(value) else float(value)


def rincian(steps: Sequence[Step]) -> str:
    """The steps as the text of a cell; cut where Excel would cut, and then it says so."""
    told = [_sentence(number, step) for number, step in enumerate(steps, start=1)]
    if not _fits(told):
        while told and not _fits([*told, _cut(len(steps))]):
            told.pop()
        told.append(_cut(len(steps) - len(told)))
    return BETWEEN.join(told)


def _sentence(number: int, step: Step) -> str:
    basis = f" [{step.dasar}]" if step.dasar else ""
    return " ".join(f"{number}. {step.label}: {step.kalimat}{basis}".split())


def _cut(left: int) -> str:
    return f"(terpotong: {left} langkah lagi tidak muat di sel ini; lihat kinerja jelaskan --nip)"


def _fits(told: Sequence[str]) -> bool:
    return len(xml_safe(BETWEEN.join(told)).encode("utf-16-le")) // 2 <= CELL_LENGTH
