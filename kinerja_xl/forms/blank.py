"""Blank unit workbooks from a roster: one file a unit, with its people, their behaviour rows and their rows of Penilaian prefilled.

Behind ``kinerja formulir unit``. An existing file is never overwritten.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import pandas as pd

from kinerja_xl.files import names_apart, write_new
from kinerja_xl.forms.behaviours import behaviours
from kinerja_xl.forms.build import blank_unit_workbook
from kinerja_xl.forms.fill import UnitContent, fill_unit_workbook
from kinerja_xl.periods import Periode
from kinerja_xl.regulations.instansi import Instansi
from kinerja_xl.roster import RosterEntry, RosterError
from kinerja_xl.scoring.numeric import leads
from kinerja_xl.terms import FormatSkp, Pendekatan, read_term

MOST_PEOPLE = 1_000
"""People for whom a workbook can be built whose rows all stay within what the reader accepts."""
STEP = 10
"""Room is made for people in steps of ten, so that units of similar size share one blank workbook."""
DEFAULTS = {"pendekatan": Pendekatan.KUANTITATIF.value, "format_skp": FormatSkp.JA_JF.value}
"""What a new row of Pegawai says where nobody said otherwise."""


def blank_units(roster: Sequence[RosterEntry], tahun: int, instansi: Instansi | None = None) -> list[tuple[str, bytes]]:
    """File name and content of a blank workbook for each unit of the roster, in the roster's order.

    With the name and the numbers of ``instansi``, the office's own settings.
    """
    units: dict[str, list[RosterEntry]] = {}
    for entry in roster:
        units.setdefault(entry.kode_unit, []).append(entry)
    large = next((people[0] for people in units.values() if len(people) > MOST_PEOPLE), None)
    if large:
        raise RosterError(
            f"{large.nama_unit}: lebih dari {MOST_PEOPLE} pegawai tidak muat dalam satu buku kerja. Bagi menjadi beberapa unit."
        )
    names = names_apart({kode: people[0].nama_unit or kode for kode, people in units.items()})
    blank = _blanks(tahun, instansi)
    return [(f"{names[kode]}-{tahun}.xlsx", _unit(people, tahun, instansi, blank)) for kode, people in units.items()]


def _blanks(tahun: int, instansi: Instansi | None) -> Callable[[int], bytes]:
    """What gives the blank workbook with room for so many people, each built once."""
    return cache(lambda room: blank_unit_workbook(room, tahun, instansi.peraturan if instansi else ()))


def write_blank_units(files: Iterable[tuple[str, bytes]], folder: Path, done: Callable[[str], None]) -> list[Path]:
    """Write the workbooks into ``folder``; raises FileExistsError before the first is written when one is already there."""
    wanted = [(folder / name, data) for name, data in files]
    taken = [path for path, _ in wanted if path.exists()]
    if taken:
        raise FileExistsError(taken[0])
    for path, data in wanted:
        write_new(path, data)
        done(path.name)
    return [path for path, _ in wanted]


def _unit(people: Sequence[RosterEntry], tahun: int, instansi: Instansi | None, blank: Callable[[int], bytes]) -> bytes:
    listed = [entry.pegawai for entry in people]
    unit = {"tahun": str(tahun), "kode_unit": people[0].kode_unit, "nama_unit": people[0].nama_unit}
    unit |= {"instansi": instansi.nama} if instansi else {}
    content = UnitContent(unit | head_of(listed), prefilled(listed, tahun))
    return fill_unit_workbook(blank(room_for(len(people))), content)


def prefilled(people: Sequence[Mapping[str, str]], tahun: int) -> dict[str, list[dict[str, str]]]:
    """The rows that a new workbook has for ``people`` (rows of the sheet Pegawai): themselves, their behaviours, their periods."""
    named = [(row.get("nip", ""), row.get("nama", "")) for row in people]
    return {
        "pegawai": [{**DEFAULTS, **row} for row in people],
        "perilaku": [
            {"nip": nip, "nilai": name, "nama": nama}
            for row, (nip, nama) in zip(people, named, strict=True)
            for name in _asked(row, tahun)
        ],
        "penilaian": [
            {"nip": nip, "periode": periode.value, "nama": nama} for periode in Periode for nip, nama in named
        ],
    }


def head_of(people: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """The entry of the sheet Unit that names its head, where exactly one of ``people`` has the form of a head."""
    heads = [
        row.get("nip", "") for row in people if read_term(FormatSkp, row.get("format_skp", "")) is FormatSkp.PIMPINAN
    ]
    return {"nip_kepala": heads[0]} if len(heads) == 1 else {}


def _asked(row: Mapping[str, str], tahun: int) -> tuple[str, ...]:
    """The behaviours on which a person is judged in ``tahun``: some only who leads others, which the post tells."""
    post = pd.DataFrame({"jenis_jabatan": [row.get("jenis_jabatan", "")]}, dtype="str")
    return behaviours(tahun, leading=bool(leads(post).iloc[0]))


def room_for(people: int) -> int:
    """Number of people a workbook is built for, so that blanks can be shared."""
    return max(STEP, -(-people // STEP) * STEP)
