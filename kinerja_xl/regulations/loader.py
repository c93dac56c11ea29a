"""Reads regulations as dated data and gives the rules in force on a day.

Every number of the law used anywhere is reached through ``aturan_pada(day)``: for each value the newest regulation in force
wins; what is marked as local setting says so. A file with an unknown or wrong key is refused, naming file and key.
"""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from kinerja_xl.regulations.models import Aturan, Ketentuan, Peraturan
from kinerja_xl.regulations.schemes import Skema

SkemaT = TypeVar("SkemaT", bound=Skema)
DATA = Path(__file__).parent / "data"


class RegulationError(Exception):
    """A regulation file is wrong, or no rule is in force on the day asked for."""


@cache
def bundled() -> tuple[Peraturan, ...]:
    """All regulation files of the package, oldest first."""
    return tuple(sorted((load(path) for path in DATA.glob("*.toml")), key=lambda p: (p.berlaku_sejak, p.id)))


def load(path: Path) -> Peraturan:
    """Read one regulation file; raises RegulationError naming the file, the key and what is allowed."""
    try:
        peraturan = Peraturan.model_validate(tomllib.loads(path.read_text("utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise RegulationError(f"{path.name}: bukan TOML yang sah ({error})") from error
    except ValidationError as error:
        raise RegulationError(_explained(path, "", error, Peraturan.model_fields)) from error
    values = {key: _value(path, key, raw, peraturan.singkat) for key, raw in peraturan.ketentuan.items()}
    return peraturan.model_copy(update={"ketentuan": values})


@cache
def ketentuan_pada(day: date) -> Mapping[str, Ketentuan[Any]]:
    """Every value in force on ``day`` by its key, of the newest regulation that sets it; empty before the oldest one."""
    values: dict[str, Ketentuan[Any]] = {}
    for peraturan in bundled():
        if peraturan.in_force(day):
            values.update(peraturan.ketentuan)
    return MappingProxyType(values)


def skema_pada(skema: type[SkemaT], day: date) -> SkemaT:
    """The rules of an older scheme on ``day``; raises RegulationError naming the day and the keys that are not in force."""
    values = ketentuan_pada(day)
    wanted = [key for key in skema.model_fields if key != "tanggal"]
    missing = [key for key in wanted if key not in values]
    if missing:
        first = f"{day.day:02d}-{day.month:02d}-{day.year}"
        raise RegulationError(f"{skema.__name__}: pada tanggal {first} tidak ada ketentuan {', '.join(missing)}.")
    return skema(tanggal=day, **{key: values[key] for key in wanted})


@cache
def aturan_pada(day: date) -> Aturan:
    """The rules in force on ``day``; raises RegulationError when the bundled regulations do not reach back that far."""
    values = ketentuan_pada(day)
    missing = sorted(name for name, field in Aturan.model_fields.items() if field.is_required() and name not in values)
    if missing != ["tanggal"]:
        first = f"{day.day:02d}-{day.month:02d}-{day.year}"
        raise RegulationError(
            f"Belum ada peraturan yang dimuat untuk tanggal {first}; periode paling awal adalah Triwulan I 2022."
        )
    return Aturan(tanggal=day, **values)


def _value(path: Path, key: str, raw: object, singkat: str) -> object:
    field = Aturan.model_fields.get(key)
    if field is None or key == "tanggal":
        allowed = ", ".join(name for name in Aturan.model_fields if name != "tanggal")
        raise RegulationError(f"{path.name}: kunci 'ketentuan.{key}' tidak dikenal. Yang boleh: {allowed}")
    kind: Any = field.annotation
    try:
        value = TypeAdapter[Any](kind).validate_python(raw)
    except ValidationError as error:
        raise RegulationError(_explained(path, f"ketentuan.{key}.", error, ())) from error
    return value.model_copy(update={"dasar": f"{singkat}, {value.pasal}" if value.pasal else singkat})


def _explained(path: Path, prefix: str, error: ValidationError, allowed: Iterable[str]) -> str:
    problems = sorted(error.errors(), key=lambda e: e["type"] != "extra_forbidden")
    first = problems[0]
    key = prefix + ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        known = ", ".join(allowed) or "isi, pasal, sumber, satuan, catatan"
        return f"{path.name}: kunci '{key}' tidak dikenal. Yang boleh: {known}"
    if first["type"] == "missing":
        return f"{path.name}: kunci '{key}' belum ada."
    return f"{path.name}: kunci '{key}' salah isinya ({first['msg']})"
