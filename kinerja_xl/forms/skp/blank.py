"""Formulir SKP from a roster: one file a person, identity prefilled, and the plan of the last year where it is given.

Behind ``kinerja formulir skp``. The files of a unit lie in a folder of their own, ready for ``kinerja himpun``.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

from kinerja_xl.files import names_apart, numbered, safe_name
from kinerja_xl.forms.skp.build import blank_skp
from kinerja_xl.forms.skp.content import RoomError, Rows, SkpContent
from kinerja_xl.forms.skp.fill import fill_skp
from kinerja_xl.forms.skp.identity import OF_PEGAWAI
from kinerja_xl.forms.skp.variant import Varian, variant_of
from kinerja_xl.regulations import AturanRating
from kinerja_xl.roster import RosterEntry

SPARE = 1
"""Further RHK of each kategori that are shown beside the plan of last year."""


class StaffFile(NamedTuple):
    """A form to be written: its path below the folder, its content, and why last year's plan is not in it where it should be."""

    path: PurePath
    data: bytes
    left_out: str = ""


def staff_files(
    roster: Sequence[RosterEntry],
    tahun: int,
    aturan: AturanRating,
    previous: Mapping[str, SkpContent],
    *,
    keberatan: bool = False,
) -> Iterator[StaffFile]:
    """The form of everybody in the roster, in its order; ``previous`` has last year's content by NIP."""
    blanks: dict[Varian, bytes] = {}
    people = {entry.nip: entry for entry in roster if entry.nip}
    for entry, path in zip(roster, file_paths(roster, tahun), strict=True):
        varian = variant_of(entry.pegawai)
        if varian not in blanks:
            blanks[varian] = blank_skp(varian, tahun, aturan, keberatan=keberatan)
        old = previous.get(entry.nip) if entry.nip else None
        yield _filled(path, blanks[varian], varian, _content(entry, old, people))


def _filled(path: PurePath, blank: bytes, varian: Varian, content: SkpContent) -> StaffFile:
    """The form with last year's plan; without it where the form has no room for it."""
    try:
        return StaffFile(path, fill_skp(blank, varian, content, spare=SPARE))
    except RoomError as error:
        return StaffFile(path, fill_skp(blank, varian, SkpContent(content.entries)), str(error))


def _content(entry: RosterEntry, old: SkpContent | None, people: Mapping[str, RosterEntry]) -> SkpContent:
    """Who it is by the roster; what the roster does not say, and the plan, from last year's form; ``people``: the roster by NIP."""
    before = old or SkpContent({})
    kept = {key: before.entries.get(key, "") for key in (*OF_PEGAWAI, *_PRINTED) if key not in ("mulai", "selesai")}
    known = {key: entry.pegawai.get(key, "") for key in OF_PEGAWAI}
    known |= _officials(entry, people)
    entries = kept | {key: text for key, text in known.items() if text}
    entries |= {"kode_unit": entry.kode_unit, "nama_unit": entry.nama_unit}
    expected = [{k: t for k, t in row.items() if k in _EXPECTED} for row in before.rows.get("perilaku", [])]
    rows: Rows = {"rencana": before.rows.get("rencana", []), "perilaku": expected}
    return SkpContent(entries, rows, {}, before.lists)


def _officials(entry: RosterEntry, people: Mapping[str, RosterEntry]) -> dict[str, str]:
    """Rank and unit of the rater and of the rater's superior, where they stand in the roster themselves."""
    found: dict[str, str] = {}
    for who in ("penilai", "atasan"):
        official = people.get(entry.pegawai.get(f"nip_{who}", ""))
        if official is not None:
            rank, grade = (official.pegawai.get(key, "") for key in ("pangkat", "golongan"))
            found[f"pangkat_{who}"] = f"{rank} ({grade})" if rank and grade else rank or grade
            found[f"unit_{who}"] = official.nama_unit
    return found


_EXPECTED = ("nilai", "ekspektasi")
_PRINTED = ("pangkat_penilai", "unit_penilai", "pangkat_atasan", "unit_atasan", "instansi", "tempat")
"""Entries of Identitas that only the printed form needs."""


def file_paths(roster: Sequence[RosterEntry], tahun: int) -> list[PurePath]:
    """Unit folder and file name of each person's form; people of the same name are told apart by their NIP or a number."""
    names: dict[str, str] = {}
    for entry in roster:
        names.setdefault(_unit(entry), entry.nama_unit or entry.kode_unit)
    folders, paths = names_apart(names), list[PurePath]()
    taken: dict[str, set[str]] = {folder: set() for folder in folders.values()}
    for entry in roster:
        folder = folders[_unit(entry)]
        name = numbered(_file_name(entry, tahun), taken[folder])
        taken[folder].add(name)
        paths.append(PurePath(folder, f"{name}.xlsx"))
    return paths


def _unit(entry: RosterEntry) -> str:
    """What the unit of a person is known by: its code, capitals and blanks aside; where it has none, its name."""
    return " ".join((entry.kode_unit or entry.nama_unit).casefold().split())


def _file_name(entry: RosterEntry, tahun: int) -> str:
    nip = safe_name(entry.nip, "") if entry.nip else ""
    return "-".join(filter(None, (f"skp-{tahun}", safe_name(entry.nama, "pegawai"), nip)))
