"""Writes example units as workbooks that look as saved by Excel, with the roster and, where asked for, a list of planted defects."""

import csv
import io
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja_xl.examples.distribution import distribution_cells
from kinerja_xl.examples.units import ExampleUnit, is_rated, make_units
from kinerja_xl.forms.blank import room_for
from kinerja_xl.forms.build import blank_unit_workbook
from kinerja_xl.forms.fill import UnitContent, fill_unit_workbook
from kinerja_xl.forms.unit_workbook import PEGAWAI
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating, aturan_pada

if TYPE_CHECKING:
    from kinerja_xl.examples.defects import DefectiveUnit, PlantedDefect

ROSTER, DEFECTS = "daftar-pegawai.csv", "cacat.json"


@dataclass(frozen=True)
class ExampleReport:
    """What was written."""

    files: tuple[Path, ...]
    people: int
    defects: "tuple[PlantedDefect, ...]" = ()


def _silent(_: str) -> None:
    """Progress nobody listens to."""


def write_examples(  # noqa: PLR0913 - one parameter for each option of `kinerja contoh`
    folder: Path,
    *,
    tahun: int,
    periode: Periode,
    benih: int,
    unit: int = 8,
    pegawai: int | None = None,
    cacat: bool = False,
    codes: Collection[str] | None = None,
    progress: Callable[[str], None] = _silent,
) -> ExampleReport:
    """Write the example workbooks and the roster into ``folder``; ``progress`` is told each file's name.

    ``cacat`` plants a defect for every rule, or only for those in ``codes``.

    Nothing in the folder is deleted; files of the same name are written anew. The same arguments give the same bytes.
    """
    units = make_units(tahun=tahun, periode=periode, benih=benih, unit=unit, pegawai=pegawai)
    folder.mkdir(parents=True, exist_ok=True)
    files: list[ExampleUnit | DefectiveUnit] = list(units)
    defects: tuple[PlantedDefect, ...] = ()
    if cacat:
        from kinerja_xl.examples.defects import plant  # noqa: PLC0415 - clean examples do without it

        planted, defects = plant(units, tahun=tahun, periode=periode, benih=benih, codes=codes)
        files = list(planted)
    asked = {made.file_name for made in units}
    people = roster_rows([*units, *(made for made in files if made.file_name not in asked)])
    if cacat:
        from kinerja_xl.examples.defects_daftar import CODES, plant_on_roster  # noqa: PLC0415 - the same

        wanted = CODES if codes is None else CODES & set(codes)
        defects = (*defects, *plant_on_roster(people, planted, defects, wanted))
        (folder / DEFECTS).write_text(_defect_list(defects), encoding="utf-8", newline="\n")
    (folder / ROSTER).write_bytes(roster(people))
    written = [_write(folder, made, tahun, progress) for made in files]
    return ExampleReport(tuple(written), sum(len(u.content.rows["pegawai"]) for u in units), defects)


def _write(folder: Path, made: "ExampleUnit | DefectiveUnit", tahun: int, progress: Callable[[str], None]) -> Path:
    path = folder / made.file_name
    finish = getattr(made, "finish", None)
    workbook = unit_bytes(made.content, tahun)
    path.write_bytes(finish(workbook) if finish else workbook)
    progress(made.file_name)
    return path


def unit_bytes(content: UnitContent, tahun: int) -> bytes:
    """The workbook with ``content`` in a form with room for its people."""
    blank = blank_unit_workbook(room_for(len(content.rows["pegawai"])), tahun)
    if is_rated(tahun):
        aturan = aturan_pada(Periode.TAHUNAN.span(tahun)[1], AturanRating)
        content = replace(content, computed=distribution_cells(content, aturan))
    return fill_unit_workbook(blank, content)


def roster_rows(units: "Sequence[ExampleUnit | DefectiveUnit]") -> list[dict[str, str]]:
    """All people, each once: ``kode_unit``, ``nama_unit`` and what stands on the sheet Pegawai."""
    people: dict[str, dict[str, str]] = {}
    for made in units:
        of_unit = {key: made.content.unit[key] for key in ("kode_unit", "nama_unit")}
        for row in (row for row in made.content.rows.get(PEGAWAI.key, ()) if row["nip"]):
            people.setdefault(row["nip"], of_unit | {field.key: row.get(field.key, "") for field in PEGAWAI.inputs})
    return list(people.values())


def roster(people: Sequence[Mapping[str, str]]) -> bytes:
    """The roster of ``roster_rows``: CSV as Excel in Indonesia reads it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(["Kode Unit", "Nama Unit", *(field.header for field in PEGAWAI.inputs)])
    writer.writerows(row.values() for row in people)
    return out.getvalue().encode("utf-8-sig")


def _defect_list(defects: "Sequence[PlantedDefect]") -> str:
    return json.dumps([asdict(defect) for defect in defects], ensure_ascii=False, indent=2) + "\n"
