"""Earlier masters as snapshots for the trend: what is no master, or no earlier period, is refused in one line."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kinerja_xl.consolidation.master_read import UNIT, MasterReadError, read_frame, read_period, read_sheets
from kinerja_xl.consolidation.schema import REKAP_PEGAWAI, REKONSILIASI
from kinerja_xl.consolidation.trend_model import PEOPLE, Snapshot
from kinerja_xl.forms.book import OwnOutput, own_output, sheet_names
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import Peraturan, RegulationError
from kinerja_xl.scoring.scheme import aturan_periode, skema_of

PEGAWAI, RECONCILED = "Rekap Pegawai", "Rekonsiliasi"
_NEEDED = {"nip", "nama_unit", "predikat"}
_COLUMNS = tuple(replace(c, later=c.key not in _NEEDED) for c in REKAP_PEGAWAI if c.key in PEOPLE)
_OUTSIDE = ("Ditolak", "Belum masuk")


def read_snapshots(paths: Sequence[Path], lokal: Sequence[Peraturan] = ()) -> list[Snapshot]:
    """The snapshots of these masters, each of a period of its own; raises MasterReadError."""
    found: dict[tuple[int, Periode], Path] = {}
    snapshots = []
    for path in paths:
        snapshot = read_snapshot(path, lokal)
        other = found.setdefault((snapshot.tahun, snapshot.periode), path)
        if other is not path:
            raise MasterReadError(
                f"{other.name} dan {path.name} memuat periode yang sama ({snapshot.judul}). Sebut satu saja dengan --sebelumnya."
            )
        snapshots.append(snapshot)
    return snapshots


def read_snapshot(path: Path, lokal: Sequence[Peraturan] = ()) -> Snapshot:
    """The period of one master; raises MasterReadError, or FileNotFoundError where there is no such file."""
    if not path.exists():
        raise FileNotFoundError(2, "tidak ditemukan", str(path))
    if own_output(sheet_names(path)) is not OwnOutput.MASTER:
        raise MasterReadError(
            f"{path.name} bukan master kinerja_xl. Dengan --sebelumnya, sebut master periode lalu yang dibuat kinerja konsolidasi."
        )
    sheets = read_sheets(path, (PEGAWAI, UNIT), optional=(RECONCILED,))
    tahun, periode = read_period(path, sheets[UNIT])
    try:
        skema = skema_of(aturan_periode(periode, tahun, lokal))
    except RegulationError as error:
        raise MasterReadError(f"{path.name}: {error}") from error
    people = read_frame(path, PEGAWAI, sheets[PEGAWAI], _COLUMNS, ("nip", "nama_unit"))
    people = people.astype({"capaian": "float64"})
    return Snapshot(tahun, periode, skema.nama, skema.words, people, _outside(path, sheets.get(RECONCILED)))


def _outside(path: Path, rows: list[list[object]] | None) -> int | None:
    """People of the period who were rejected or missing; None where the master does not say."""
    if rows is None:
        return None
    state = tuple(c for c in REKONSILIASI if c.key == "keadaan")
    return int(read_frame(path, RECONCILED, rows, state, ("keadaan",))["keadaan"].isin(_OUTSIDE).sum())


def refuse_not_earlier(snapshots: Sequence[Snapshot], tahun: int, periode: Periode) -> None:
    """Refuse the period itself and later ones; raises MasterReadError."""
    now = periode.span(tahun)[1], periode.months
    for snapshot in snapshots:
        if snapshot.order >= now:
            raise MasterReadError(
                f"Master {snapshot.judul} bukan dari periode sebelum {periode.label} Tahun {tahun}. "
                "Dengan --sebelumnya, sebut master periode yang lebih awal."
            )
