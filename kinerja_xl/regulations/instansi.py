"""The office's own settings, ``instansi.toml``: which rules an office may set, read strictly, each with its date and its basis.

``muat_instansi(path).peraturan`` is handed on as ``lokal`` (``loader.aturan_pada``, ``scoring.scheme.aturan_periode``): one
``Peraturan`` for each entry, in force from ``berlaku_sejak`` to ``berlaku_sampai``. A table given only in part keeps the rest of
kinerja_xl's default. ``templates/instansi-contoh.toml`` is a commented example.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Annotated, Any

from pydantic import ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from kinerja_xl.indonesian import date_text
from kinerja_xl.regulations import faults, limits
from kinerja_xl.regulations.loader import KEYS, RegulationError, bundled, read_toml
from kinerja_xl.regulations.models import Ketentuan, Peraturan
from kinerja_xl.regulations.rungs import Strict

LOKAL = (
    "saran_hasil",
    "saran_perilaku",
    "bobot_kategori",
    "batas_capaian",
    "arah_bawaan",
    "unit_kecil",
    "kepala_dihitung",
    "tenggat_penilaian",
    "tindak_lanjut",
    "batas_keberatan",
    "pp30_predikat",
    "surat",
    "penanda_tangan",
    "jam_pelajaran_minimal",
    "kewajaran",
    "pemeriksaan",
)
"""What an office may set, and why: no national text decides it (suggestions, weights, directions, deadlines, letters, who counts
in the curve, what the checks question), or the text leaves a reading open (``pp30_predikat`` at its bounds, the days of ``batas_keberatan``), or it sets a
measure that an office's own guidance narrows (``batas_capaian``, ``jam_pelajaran_minimal``). Matrix, curve, angka kredit and the
rest are national and stay."""

NAMA_BERKAS = "instansi.toml"
"""Name under which the file is found in the current folder."""

Isian = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


@dataclass(frozen=True)
class Instansi:
    """An office's settings: its name, the file, and one ``Peraturan`` for each entry, in the order of the file."""

    nama: str
    path: Path
    peraturan: tuple[Peraturan, ...]


class _Berkas(Strict):
    model_config = ConfigDict(strict=True)

    instansi: Isian
    diperiksa: date
    ketentuan: dict[str, Any] = Field(default_factory=dict)


class _Entri(Strict):
    model_config = ConfigDict(strict=True)

    berlaku_sejak: date
    berlaku_sampai: date | None = None
    dasar: Isian
    catatan: str = ""
    isi: Any


def muat_instansi(path: Path) -> Instansi:
    """Read the office's file; raises RegulationError in one line naming file, key and what may stand there."""
    try:
        berkas = _Berkas.model_validate(read_toml(path))
    except ValidationError as error:
        raise RegulationError(faults.explained(path.name, "", error, _Berkas)) from error
    peraturan = [p for key, raw in berkas.ketentuan.items() for p in _of_key(path, berkas, key, raw)]
    return Instansi(berkas.instansi, path, tuple(peraturan))


def _of_key(path: Path, berkas: _Berkas, key: str, raw: object) -> list[Peraturan]:
    """All entries of one key."""
    name = f"ketentuan.{key}"
    _refuse_foreign(path, key)
    if not isinstance(raw, list) or not raw or not all(isinstance(entry, dict) for entry in raw):
        raise RegulationError(faults.key_fault(path.name, name, f"ditulis dengan kurung siku ganda: [[{name}]]."))
    places = [f"{name}[{number}]" for number in range(1, len(raw) + 1)] if len(raw) > 1 else [name]
    found = [_peraturan(path, berkas, key, place, entry) for place, entry in zip(places, raw, strict=True)]
    _refuse_overlap(path, name, found)
    return found


def _refuse_foreign(path: Path, key: str) -> None:
    name = f"ketentuan.{key}"
    if key not in KEYS:
        raise RegulationError(faults.unknown_key(path.name, name, LOKAL))
    if key not in LOKAL:
        law = next(p for p in reversed(bundled()) if key in p.ketentuan)
        what = f"ketentuan nasional ({law.singkat})" if law.jenis == "peraturan" else "bawaan kinerja_xl"
        said = f"adalah {what} dan tidak dapat diganti instansi. Yang boleh: {', '.join(LOKAL)}."
        raise RegulationError(faults.key_fault(path.name, name, said))


def _refuse_overlap(path: Path, name: str, found: Sequence[Peraturan]) -> None:
    for (first, one), (second, other) in combinations(enumerate(found, 1), 2):
        day = max(one.berlaku_sejak, other.berlaku_sejak)
        if one.in_force(day) and other.in_force(day):
            said = f"berlaku dua kali pada {date_text(day)}: entri ke-{first} dan ke-{second}. Akhiri yang lama dengan berlaku_sampai."
            raise RegulationError(faults.key_fault(path.name, name, said))


def _peraturan(path: Path, berkas: _Berkas, key: str, place: str, raw: Mapping[str, object]) -> Peraturan:
    try:
        entry = _Entri.model_validate(raw)
    except ValidationError as error:
        raise RegulationError(faults.explained(path.name, place, error, _Entri)) from error
    if entry.berlaku_sampai and entry.berlaku_sampai < entry.berlaku_sejak:
        said = f"tidak boleh lebih awal daripada berlaku_sejak ({entry.berlaku_sejak})."
        raise RegulationError(faults.key_fault(path.name, f"{place}.berlaku_sampai", said))
    return Peraturan(
        id=path.stem.lower(),
        jenis="instansi",
        singkat=entry.dasar,
        judul=entry.dasar,
        tautan="",
        berlaku_sejak=entry.berlaku_sejak,
        berlaku_sampai=entry.berlaku_sampai,
        diperiksa=berkas.diperiksa,
        catatan=berkas.instansi,
        ketentuan={key: _ketentuan(path, key, place, entry)},
    )


def _ketentuan(path: Path, key: str, place: str, entry: _Entri) -> Ketentuan[Any]:
    """The value of an entry, completed and checked; its unit is that of the default."""
    usual = _default(key, entry.berlaku_sejak)
    isi, added = _completed(entry.isi, usual)
    said = f"Dilengkapi dari setelan bawaan: {', '.join(added)}." if added else ""
    value = {
        "isi": isi,
        "pasal": "",
        "sumber": "setelan",
        "satuan": usual.satuan,
        "catatan": " ".join(filter(None, (entry.catatan, said))),
        "dasar": entry.dasar,
    }
    kind: Any = KEYS[key]
    try:
        found: Ketentuan[Any] = TypeAdapter[Any](kind).validate_json(_as_json(value), strict=True)
    except ValidationError as error:
        raise RegulationError(faults.explained(path.name, place, error, kind)) from error
    except ValueError as error:
        raise RegulationError(
            faults.key_fault(path.name, f"{place}.isi", "memuat inf atau nan, bukan angka.")
        ) from error
    except RecursionError as error:
        raise RegulationError(faults.key_fault(path.name, f"{place}.isi", "terlalu dalam bersarang.")) from error
    for inner, said in limits.faults_of(key, found.isi, usual):
        raise RegulationError(faults.key_fault(path.name, faults.dotted(place, ("isi", *inner)), said))
    return found


def _as_json(value: object) -> str:
    """The value as JSON, whose words pydantic reads strictly (a number is a number) but still as dates and closed lists."""
    return json.dumps(value, default=str, allow_nan=False)


def _default(key: str, day: date) -> Ketentuan[Any]:
    """What kinerja_xl itself brings for ``key`` on ``day``; before its first day the first one."""
    known = [p for p in bundled() if key in p.ketentuan]
    value: Ketentuan[Any] = next((p for p in reversed(known) if p.berlaku_sejak <= day), known[0]).ketentuan[key]
    return value


def _completed(isi: object, usual: Ketentuan[Any]) -> tuple[object, list[str]]:
    """A table with what it leaves out taken from ``usual``, and the keys that were taken; other values as they are."""
    base = usual.model_dump(mode="json")["isi"]
    if not isinstance(isi, dict) or not isinstance(base, dict):
        return isi, []
    return {**base, **isi}, [key for key, value in base.items() if key not in isi and value not in ("", {})]
