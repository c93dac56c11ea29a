"""The trend of a consolidation against earlier masters: periods, units, and who rose or fell.

A person is known by the NIP, wherever he is now; he is held against the latest earlier period in which he has one predikat.
Levels are compared by rank, so that periods under an older law can stand beside newer ones.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pandas as pd

from kinerja_xl.consolidation.master_cells import plain_values, text_of
from kinerja_xl.consolidation.master_units import finite
from kinerja_xl.consolidation.recap import numbered
from kinerja_xl.consolidation.result import Konsolidasi
from kinerja_xl.consolidation.schema import PREDIKAT_KEYS, Column
from kinerja_xl.consolidation.schema_trend import PERUBAHAN, tren_unit, with_trend
from kinerja_xl.consolidation.trend_model import (
    GOOD_LEVELS,
    PEOPLE,
    Move,
    Moves,
    PeriodLine,
    Snapshot,
    Trend,
    UnitMove,
)
from kinerja_xl.indonesian import number_text
from kinerja_xl.periods import Periode
from kinerja_xl.scoring.scheme import skema_of
from kinerja_xl.terms import Predikat, squeezed

UNCHANGED = "Tetap"

Row = dict[str, Any]


def snapshot_of(k: Konsolidasi) -> Snapshot:
    """The period of a consolidation."""
    people = k.frames["Rekap Pegawai"][list(PEOPLE)].reset_index(drop=True)
    texts = {key: [text_of(value) for value in plain_values(people[key])] for key in PEOPLE if key != "capaian"}
    people = people.assign(**texts, capaian=pd.Series(finite(people["capaian"]), people.index, dtype="float64"))
    outside = k.counts.people_rejected + k.counts.missing
    return Snapshot(k.tahun, k.periode, skema_of(k.aturan).nama, k.words, people, outside)


def compared(k: Konsolidasi, earlier: Sequence[Snapshot]) -> Konsolidasi:
    """The consolidation with its trend against ``earlier``, which are not empty, of other periods, and older."""
    now = snapshot_of(k)
    before = sorted(earlier, key=lambda snapshot: snapshot.order)
    every = [*before, now]
    units, moves = _unit_rows(every), _moves(now, before)
    frames = {
        **k.frames,
        "Tindak Lanjut": _with_moves(k.frames["Tindak Lanjut"], moves, with_trend(k.columns, k.words)["Tindak Lanjut"]),
        "Perubahan Predikat": _changes(now, moves),
        "Tren Unit": numbered(pd.DataFrame(units, columns=[c.key for c in tren_unit(k.words)][1:]), tren_unit(k.words)),
    }
    lines = tuple(_line(snapshot) for snapshot in every)
    notes = (*_notes(every), *_gone(now, before[-1]))
    tren = Trend(lines, _counted(now, before, moves), _unit_moves(units, every), notes)
    return replace(k, frames=frames, tren=tren)


def move_text(steps: int) -> str:
    """A move in words: ``Turun 2 tingkat``."""
    return f"{'Naik' if steps > 0 else 'Turun'} {abs(steps)} tingkat" if steps else UNCHANGED


def _moves(now: Snapshot, before: Sequence[Snapshot]) -> dict[str, Move]:
    """Everybody who has one predikat now and one in the last earlier period that knows him, by NIP."""
    found = {}
    for nip, held in now.by_person.items():
        known = next((snapshot for snapshot in reversed(before) if nip in snapshot.by_person), None)
        then = known.by_person[nip] if known else None
        if held and then:
            found[nip] = Move(then, held)
    return found


def _counted(now: Snapshot, before: Sequence[Snapshot], moves: Mapping[str, Move]) -> Moves:
    known = set[str]().union(*(snapshot.by_person for snapshot in before))
    new = sum(held is not None and nip not in known for nip, held in now.by_person.items())
    steps = [move.steps for move in moves.values()]
    rose, fell = sum(step > 0 for step in steps), sum(step < 0 for step in steps)
    return Moves(rose, fell, steps.count(0), new, len(now.by_person) - len(moves) - new)


def _with_moves(follow_up: pd.DataFrame, moves: Mapping[str, Move], columns: Sequence[Column]) -> pd.DataFrame:
    """Tindak Lanjut with what each person had before."""
    found = [moves.get(nip) for nip in follow_up["nip"]]
    before = [move.then.word if move else "" for move in found]
    texts = [move_text(move.steps) if move else "" for move in found]
    return numbered(follow_up.assign(predikat_sebelumnya=before, perubahan=texts), columns)


def _changes(now: Snapshot, moves: Mapping[str, Move]) -> pd.DataFrame:
    """Perubahan Predikat: everybody who fell or rose, the furthest fall first."""
    names = dict(zip(now.people["nip"], now.people["nama"], strict=True))
    moved = sorted((move.steps, nip) for nip, move in moves.items() if move.steps)
    rows = [{"nip": nip, "nama": names[nip], **_change(moves[nip])} for _, nip in moved]
    return numbered(pd.DataFrame(rows, columns=[c.key for c in PERUBAHAN if c.key != "no"]), PERUBAHAN)


def _change(move: Move) -> Row:
    then, now = move.then, move.now
    return {
        "nama_unit": now.unit,
        "unit_sebelumnya": then.unit if squeezed(then.unit) != squeezed(now.unit) else "",
        "periode_sebelumnya": then.snapshot.judul,
        "predikat_sebelumnya": then.word,
        "predikat": now.word,
        "perubahan": move_text(move.steps),
        "capaian_sebelumnya": then.capaian,
        "capaian": now.capaian,
        "selisih": now.capaian - then.capaian,
    }


def _line(snapshot: Snapshot) -> PeriodLine:
    found = Counter(level for level in snapshot.levels if level)
    mean = snapshot.people["capaian"].mean()
    return PeriodLine(
        snapshot.judul,
        len(snapshot.people),
        sum(found.values()),
        snapshot.outside,
        tuple(found[level] for level in Predikat),
        None if pd.isna(mean) else float(mean),
    )


def _unit_rows(every: Sequence[Snapshot]) -> list[Row]:
    """One row for each unit and period, by unit and then time."""
    rows: dict[str, list[Row]] = {}
    for snapshot in every:
        levels = pd.Series(snapshot.levels, index=snapshot.people.index, dtype="object")
        people = snapshot.people.assign(level=levels, kunci=_unit_keys(snapshot.people))
        for key, group in people.groupby("kunci", sort=True):
            rows.setdefault(str(key), []).append(_unit_row(snapshot, group))
    for lines in rows.values():
        for first, second in pairwise(lines):
            second["selisih"] = second["capaian"] - first["capaian"]
    return [row for key in sorted(rows) for row in rows[key]]


def _unit_keys(people: pd.DataFrame) -> list[str]:
    return [
        squeezed(code) or squeezed(name) for code, name in zip(people["kode_unit"], people["nama_unit"], strict=True)
    ]


def _unit_row(snapshot: Snapshot, group: pd.DataFrame) -> Row:
    found = Counter(level for level in group["level"] if isinstance(level, Predikat))
    rated = sum(found.values())
    return {
        "kode_unit": group["kode_unit"].iloc[0],
        "nama_unit": group["nama_unit"].iloc[0],
        "periode": snapshot.judul,
        "direkap": len(group),
        "dinilai": rated,
        **{key: found[level] for level, key in PREDIKAT_KEYS.items()},
        "baik_ke_atas": sum(found[level] for level in GOOD_LEVELS) / rated if rated else float("nan"),
        "capaian": float(group["capaian"].mean()),
        "selisih": float("nan"),
    }


def _unit_moves(rows: Sequence[Row], every: Sequence[Snapshot]) -> tuple[UnitMove, ...]:
    """Units of the last two periods with a mean achievement in both."""
    last = (every[-2].judul, every[-1].judul)
    moves = [
        UnitMove(second["nama_unit"], (first["capaian"], second["capaian"]), (_known(first), _known(second)))
        for first, second in pairwise(rows)
        if (first["periode"], second["periode"]) == last and not pd.isna(second["selisih"])
    ]
    return tuple(sorted(moves, key=lambda move: (move.selisih, move.nama)))


def _known(row: Row) -> float | None:
    return None if pd.isna(row["baik_ke_atas"]) else row["baik_ke_atas"]


def _notes(every: Sequence[Snapshot]) -> list[str]:
    """What to know when reading the trend: other laws, the year beside quarters, periods without a master."""
    notes = []
    if others := sorted({snapshot.skema for snapshot in every} - {every[-1].skema}):
        notes.append(f"Ada periode menurut {' dan '.join(others)}; predikat dibandingkan menurut urutan tingkatnya.")
    if len({snapshot.periode is Periode.TAHUNAN for snapshot in every}) > 1:
        notes.append("Triwulan dan tahunan dibandingkan: hasil tahunan memuat keempat triwulannya.")
    if len({snapshot.tahun for snapshot in every}) > 1:
        notes.append("Perbandingan antartahun: rencana dan target setiap tahun berbeda.")
    gaps = [f"{first.judul} dan {second.judul}" for first, second in pairwise(every) if _skipped(first, second)]
    notes += [f"Di antara {gap} ada periode tanpa master." for gap in gaps]
    return notes


def _gone(now: Snapshot, before: Snapshot) -> list[str]:
    """Who had a predikat in the period before and is not recapped now."""
    here = set(now.people["nip"])
    gone = sum(nip not in here for nip in before.by_person)
    if not gone:
        return []
    return [
        f"{number_text(gone)} pegawai yang dinilai pada {before.judul} tidak ada dalam rekap ini: pindah keluar, pensiun, ditolak, atau belum masuk."
    ]


def _skipped(first: Snapshot, second: Snapshot) -> bool:
    if (first.periode is Periode.TAHUNAN) != (second.periode is Periode.TAHUNAN):
        return False
    step = 1 if first.periode is Periode.TAHUNAN else 4
    places = [snapshot.tahun * step + (snapshot.periode.quarter if step > 1 else 0) for snapshot in (first, second)]
    return places[1] - places[0] > 1
