"""The sheet Pengembangan of the examples: training, coaching and mentoring in the course of the year."""

from datetime import date, timedelta
from itertools import takewhile
from random import Random
from typing import Any

from kinerja_xl.examples.catalogue import data
from kinerja_xl.examples.people import Pegawai
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating
from kinerja_xl.terms import StatusKegiatan

Row = dict[str, str]
_SHARE_TRAINED = 0.85
_HOURS_A_DAY = 8
_WORKDAYS = 5
_SEASON = (18, 320)
_PLANNED_AHEAD = timedelta(days=75)


def training(
    person: Pegawai, periode: Periode, *, lemah: bool, tahun: int, rng: Random, aturan: AturanRating
) -> list[Row]:
    """Activities of a person up to some weeks after the period; by the end of the year at least the minimum of hours."""
    chosen = _chosen(person, rng, aturan, lemah=lemah)
    starts = sorted(date(tahun, 1, 1) + timedelta(days=rng.randint(*_SEASON)) for _ in chosen)
    trained = rng.random() < _SHARE_TRAINED
    end = periode.span(tahun)[1]
    if periode is Periode.TAHUNAN:
        return [_row(person, kind, day, end) for kind, day in zip(chosen, starts, strict=True)]
    known = list(takewhile(lambda pair: pair[1] <= end + _PLANNED_AHEAD, zip(chosen, starts, strict=True)))
    if lemah:
        known = known or [(chosen[0], end + timedelta(days=10))]
    return [_row(person, kind, day, end) for kind, day in known] if trained or lemah else []


def _chosen(person: Pegawai, rng: Random, aturan: AturanRating, *, lemah: bool) -> list[dict[str, Any]]:
    """Activities for that kind of post until a year's minimum of hours is reached."""
    fitting = {"semua", "pimpinan" if person.pemimpin else "fungsional" if person.fungsional else "staf"}
    kinds: list[dict[str, Any]] = data("pengembangan")["kegiatan"]
    pool = [k for k in kinds if k["untuk"] in fitting]
    rng.shuffle(pool)
    chosen = [rng.choice([k for k in kinds if k["untuk"] == "lemah"])] if lemah else []
    while sum(int(k["jp"]) for k in chosen) < aturan.jam_pelajaran_minimal.isi:
        chosen.append(pool.pop())
    return chosen


def _row(person: Pegawai, kind: dict[str, Any], start: date, end: date) -> Row:
    days = -(-int(kind["jp"]) // _HOURS_A_DAY)
    if start.weekday() + days > _WORKDAYS:
        start += timedelta(days=7 - start.weekday())
    last = start + timedelta(days=days - 1)
    status = (
        StatusKegiatan.SELESAI if last <= end else StatusKegiatan.RENCANA if start > end else StatusKegiatan.BERJALAN
    )
    done = status is StatusKegiatan.SELESAI
    return {
        "nip": person.nip,
        "nama": person.pejabat.nama,
        "bentuk": kind["bentuk"],
        "kegiatan": kind["nama"],
        "penyelenggara": kind["penyelenggara"] or person.penilai.nama,
        "jp": kind["jp"],
        "mulai": start.isoformat(),
        "selesai": last.isoformat(),
        "status": status.value,
        "bukti": _evidence(kind, person) if done else "",
    }


def _evidence(kind: dict[str, Any], person: Pegawai) -> str:
    word = "Laporan" if kind["bentuk"] in ("Mentoring", "Coaching", "Belajar Mandiri") else "Sertifikat"
    return f"{word} - {kind['nama']} - {person.nip[-4:]}.pdf"
