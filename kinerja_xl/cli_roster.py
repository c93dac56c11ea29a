"""What ``kinerja formulir`` starts from: a roster whose every row can be meant, and a year whose rules are known."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from kinerja_xl import console
from kinerja_xl.checks import is_ruled
from kinerja_xl.cli_failures import CommandError
from kinerja_xl.forms.unit_workbook import PEGAWAI
from kinerja_xl.gathering.owner import owner_of
from kinerja_xl.indonesian import listed
from kinerja_xl.periods import Periode
from kinerja_xl.roster import RosterEntry, RosterError, read_roster
from kinerja_xl.scoring.scheme import aturan_periode
from kinerja_xl.terms import FormatSkp, Pendekatan, read_term

_WORDS: dict[str, type[StrEnum]] = {"format_skp": FormatSkp, "pendekatan": Pendekatan}


def roster_of(path: Path) -> list[RosterEntry]:
    """The people of the roster; raises RosterError where a form of somebody would be made of what was not meant."""
    roster = read_roster(path)
    if not roster:
        raise CommandError(f"{path} tidak berisi satu pegawai pun.")
    for entry in roster:
        _refuse_unknown(path, entry)
    rows: dict[str, list[RosterEntry]] = defaultdict(list)
    for entry in roster:
        rows[entry.nip].append(entry)
    for nip, mine in rows.items():
        if nip:
            _refuse_twice(path, nip, mine)
    return roster


def refuse_year(tahun: int) -> None:
    """Refuse a year whose forms nobody could gather or check: before all regulations, or too far ahead."""
    if is_ruled(str(tahun)):
        return
    aturan_periode(Periode.TAHUNAN, tahun)
    raise CommandError(f"--tahun {tahun} terlalu jauh: paling jauh tahun {datetime.now().astimezone().year + 1}.")


def _refuse_unknown(path: Path, entry: RosterEntry) -> None:
    for key, words in _WORDS.items():
        text = entry.pegawai.get(key, "")
        if text and read_term(words, text) is None:
            raise RosterError(
                f"{path.name} baris {entry.baris}: {PEGAWAI.field(key).header} '{text}' tidak dikenal; "
                f"yang boleh: {', '.join(words)}, atau kosong."
            )


def _refuse_twice(path: Path, nip: str, rows: Sequence[RosterEntry]) -> None:
    """Somebody may move from one unit to another, but is in each of them once."""
    units = [owner_of(entry) for entry in rows]
    for unit in units:
        again = [str(entry.baris) for entry, other in zip(rows, units, strict=True) if not other.contradicts(unit)]
        if len(again) > 1:
            raise RosterError(
                f"{path.name}: NIP {nip} ada di baris {listed(again)} unit {unit.nama or unit.kode}. "
                "Sisakan satu baris setiap pegawai."
            )
    if len(units) > 1:
        console.say(f"NIP {nip} ada di lebih dari satu unit: {listed([unit.nama or unit.kode for unit in units])}.")
