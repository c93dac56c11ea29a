"""Reads regulations as dated data and gives the rules in force on a day.

Every number of the law used anywhere is reached through ``aturan_pada(day, kind)``: for each value the newest regulation in
force wins; what is marked as local setting says so. A file with an unknown or wrong key is refused, naming file and key.
"""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from kinerja_xl.regulations import faults
from kinerja_xl.regulations.models import Aturan, AturanRating, Ketentuan, Peraturan
from kinerja_xl.regulations.schemes import AturanPermenpan8, AturanPp46, AturanTalenta

Rules = TypeVar("Rules", bound=Aturan)
DATA = Path(__file__).parent / "data"
KINDS: tuple[type[Aturan], ...] = (AturanRating, AturanPermenpan8, AturanPp46, AturanTalenta)
KEYS = {key: field.annotation for kind in KINDS for key, field in kind.model_fields.items() if key != "tanggal"}
"""Every key of a regulation file and the type of its value."""


class RegulationError(Exception):
    """A regulation file is wrong, or no rule is in force on the day asked for."""


@cache
def bundled() -> tuple[Peraturan, ...]:
    """All regulation files of the package, oldest first."""
    return tuple(sorted((load(path) for path in DATA.glob("*.toml")), key=lambda p: (p.berlaku_sejak, p.id)))


def load(path: Path) -> Peraturan:
    """Read one regulation file; raises RegulationError naming the file, the key and what is allowed."""
    try:
        peraturan = Peraturan.model_validate(read_toml(path))
    except ValidationError as error:
        raise RegulationError(faults.explained(path.name, "", error, Peraturan)) from error
    values = {key: _value(path, key, raw, peraturan.singkat) for key, raw in peraturan.ketentuan.items()}
    return peraturan.model_copy(update={"ketentuan": values})


def read_toml(path: Path) -> dict[str, Any]:
    """The content of a TOML file in UTF-8 (a byte order mark of Windows is skipped); raises RegulationError in one line."""
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError as error:
        raise RegulationError(f"{path} tidak ditemukan. Periksa nama berkas atau foldernya.") from error
    except OSError as error:
        raise RegulationError(
            f"{path} tidak dapat dibaca. Periksa apakah itu sebuah berkas dan boleh dibuka."
        ) from error
    except UnicodeDecodeError as error:
        raise RegulationError(f"{path.name}: bukan teks UTF-8. Simpan ulang berkas itu sebagai UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise RegulationError(faults.bad_toml(path.name, error)) from error
    except (RecursionError, ValueError) as error:
        raise RegulationError(
            f"{path.name}: memuat angka yang terlalu panjang atau isi yang terlalu dalam bersarang."
        ) from error


def ketentuan_pada(day: date, lokal: Iterable[Peraturan] = ()) -> Mapping[str, Ketentuan[Any]]:
    """Every value in force on ``day`` by its key, of the newest regulation that sets it; empty before the oldest one.

    ``lokal`` are the entries of the office's own file; where they are in force they come first.
    """
    values: dict[str, Ketentuan[Any]] = {}
    for peraturan in (*bundled(), *lokal):
        if peraturan.in_force(day):
            values.update(peraturan.ketentuan)
    return MappingProxyType(values)


def aturan_pada(day: date, kind: type[Rules], lokal: Iterable[Peraturan] = ()) -> Rules:
    """The rules of a scheme on ``day``; raises RegulationError naming the day and the keys that are not in force."""
    values = ketentuan_pada(day, lokal)
    wanted = {key: field for key, field in kind.model_fields.items() if key != "tanggal"}
    missing = [key for key, field in wanted.items() if field.is_required() and key not in values]
    if missing:
        first = f"{day.day:02d}-{day.month:02d}-{day.year}"
        raise RegulationError(f"Pada tanggal {first} tidak ada ketentuan {', '.join(missing)}.")
    return kind(tanggal=day, **{key: values[key] for key in wanted if key in values})


def _value(path: Path, key: str, raw: object, singkat: str) -> object:
    if key not in KEYS:
        raise RegulationError(faults.unknown_key(path.name, f"ketentuan.{key}", list(KEYS)))
    kind: Any = KEYS[key]
    try:
        value = TypeAdapter[Any](kind).validate_python(raw)
    except ValidationError as error:
        raise RegulationError(faults.explained(path.name, f"ketentuan.{key}", error, kind)) from error
    return value.model_copy(update={"dasar": f"{singkat}, {value.pasal}" if value.pasal else singkat})
