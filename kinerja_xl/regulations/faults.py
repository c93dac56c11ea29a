"""Says in one line of Bahasa Indonesia what is wrong in a TOML file of regulations: file, full key, what may stand there.

``loader`` (the package's own files) and ``instansi`` (the office's file) raise these sentences; pydantic's English is never shown.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from kinerja_xl.indonesian import cut

_SHOWN = 40
"""Characters of a wrong value that are quoted."""

_TABLE = "tabel, ditulis seperti { kunci = isi }"
_LIST = "daftar, ditulis seperti [ isi, isi ]"
_DATE = "tanggal, ditulis seperti 2026-01-31 tanpa tanda kutip"
_NUMBER, _WHOLE = "angka, misalnya 90 atau 90.5", "bilangan bulat, misalnya 5"
_BOOLEAN = "true atau false"
_WANTED = {
    "string_type": "teks di antara tanda kutip",
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "bool_type": _BOOLEAN,
    "bool_parsing": _BOOLEAN,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "dict_type": _TABLE,
    "model_type": _TABLE,
    "list_type": _LIST,
    "tuple_type": _LIST,
}
_BOUNDS = {
    "greater_than": ("gt", "harus lebih besar daripada"),
    "greater_than_equal": ("ge", "tidak boleh lebih kecil daripada"),
    "less_than": ("lt", "harus lebih kecil daripada"),
    "less_than_equal": ("le", "tidak boleh lebih besar daripada"),
}


def key_fault(file: str, key: str, said: str) -> str:
    """A sentence about one key of a file."""
    return f"{file}: kunci '{key}' {said}"


def unknown_key(file: str, key: str, allowed: Sequence[str]) -> str:
    """The sentence about a key that there is not, with the allowed ones and the one that was probably meant."""
    return key_fault(file, key, f"tidak dikenal. {_choices(key.rpartition('.')[2], allowed)}")


def bad_toml(file: str, error: tomllib.TOMLDecodeError) -> str:
    """The sentence about a file that is no TOML, by line and column."""
    place = re.search(r"\(at (?:line (\d+), column (\d+)|end of document)\)", str(error))
    where = f"baris {place[1]}, kolom {place[2]}" if place and place[1] else "akhir berkas"
    twice = re.search(r"overwrite|declare|twice|mutate|multiple times", str(error))
    said = "kunci atau tabel ini sudah ditulis di atasnya" if twice else "periksa tanda kutip, kurung, dan tanda ="
    return f"{file}: bukan TOML yang sah ({where}): {said}."


def explained(file: str, prefix: str, error: ValidationError, kind: object) -> str:
    """The sentence about the first thing wrong in a value of the type ``kind``, whose key is ``prefix``; typing errors first."""
    first = min(error.errors(), key=lambda e: e["type"] != "extra_forbidden")
    path = [part for part in first["loc"] if part != "[key]"]
    key = dotted(prefix, path)
    if first["type"] == "extra_forbidden":
        return unknown_key(file, key, _fields(kind, path[:-1]))
    if first["type"] == "enum" and first["loc"][-1] == "[key]":
        return unknown_key(file, key, _words(first.get("ctx", {})))
    return key_fault(file, key, _fault(first["type"], first["input"], first.get("ctx", {})))


def dotted(prefix: str, path: Iterable[int | str]) -> str:
    """A key with its place: ``ketentuan.surat.isi.sifat``; items of a list are counted from one: ``isi[2].nama``."""
    parts = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return (prefix + parts).removeprefix(".")


def _fault(kind: str, typed: object, context: dict[str, Any]) -> str:
    if kind == "missing":
        return "belum ada."
    if kind == "value_error":
        return f"salah isinya: {context['error']}."
    if kind in _BOUNDS:
        bound, words = _BOUNDS[kind]
        return f"{words} {_plain(context[bound])}, tertulis {quoted(typed)}."
    if kind in {"enum", "literal_error"}:
        return f"berisi {quoted(typed)}. {_choices(str(typed), _words(context))}"
    if kind in _WANTED:
        return f"harus {_WANTED[kind]}; tertulis {quoted(typed)}."
    return "tidak boleh kosong." if kind == "string_too_short" else f"salah isinya: {quoted(typed)}."


def quoted(typed: object) -> str:
    """A value of the file as it is quoted in a sentence, short and as TOML writes it."""
    if isinstance(typed, bool):
        return str(typed).lower()
    if isinstance(typed, dict | list | tuple):
        return "tabel" if isinstance(typed, dict) else "daftar"
    text = _plain(typed) if isinstance(typed, int | float) else str(typed)
    short = cut(text, _SHOWN)
    return f"'{short}'" if isinstance(typed, str) else short


def _plain(number: float) -> str:
    return f"{number:.10g}" if isinstance(number, float) else str(number)


def _choices(typed: str, allowed: Sequence[str]) -> str:
    by_lower = {word.lower(): word for word in allowed}
    near = get_close_matches(typed.lower(), by_lower, 1)
    return f"Yang boleh: {', '.join(allowed)}." + (f" Maksudnya '{by_lower[near[0]]}'?" if near else "")


def _words(context: dict[str, Any]) -> list[str]:
    """The words of a closed list, from pydantic's ``'A', 'B' or 'C'``."""
    return re.findall(r"'([^']*)'", str(context.get("expected", "")))


def _fields(kind: Any, path: Iterable[int | str]) -> list[str]:  # noqa: ANN401 any annotation
    """The keys of the table at ``path`` inside a value of the type ``kind``."""
    for part in path:
        model = _model(kind)
        inner = [argument for argument in get_args(kind) if argument is not Ellipsis]
        kind = model.model_fields[str(part)].annotation if model else inner[-1]
    model = _model(kind)
    return list(model.model_fields) if model else []


def _model(kind: Any) -> type[BaseModel] | None:  # noqa: ANN401 any annotation
    candidates = [kind, *(get_args(kind) if get_origin(kind) not in {dict, tuple, list} else ())]
    return next((k for k in candidates if isinstance(k, type) and issubclass(k, BaseModel)), None)
