"""A row with a target for each aspect (PP 46/2011), or with the months beside the amount, becomes one indicator for each aspect."""

import re
from collections.abc import Iterator
from enum import StrEnum

from kinerja_xl.gathering.foreign.headers import ASPECTS, aspect_in
from kinerja_xl.gathering.foreign.pieces import Value, Values
from kinerja_xl.terms import Aspek, Kategori, read_term

_NOTHING = re.compile(r"[-–—\s]*")
_TERMS: dict[str, type[StrEnum]] = {"kategori": Kategori, "aspek": Aspek}
_ASPECT_KEY = re.compile(rf"(?:target|realisasi|satuan)_(?:{'|'.join(ASPECTS)})|waktu")


def expanded(values: Values) -> list[Values]:
    """The indicators of a row: the row itself where it has no columns for aspects."""
    parts = dict(_by_aspect(values))
    plain = {key: value for key, value in values.items() if not _ASPECT_KEY.fullmatch(key)}
    if not parts:
        return [plain]
    said_twice = any(plain.keys() & part.keys() for part in parts.values())
    whole = said_twice or "target" in plain or "aspek" in plain
    rows = [plain] if whole else []
    for aspek, part in parts.items():
        first = not rows
        named = first and "indikator" in plain
        name = plain.get("indikator") or plain.get("rhk")
        indikator = {"indikator": name if named else _named(name, aspek)} if name else {}
        rows.append((plain if first else {}) | {"aspek": _aspect_of(aspek, part)} | indikator | part)
    return rows


def _by_aspect(values: Values) -> Iterator[tuple[Aspek, Values]]:
    """Target and result of each aspect that has any, with the unit of its own column behind the number."""
    for aspek in Aspek:
        name = aspek.lower()
        target = _measured(values, f"target_{name}", f"satuan_{name}")
        if target is None and aspek is Aspek.WAKTU:
            target = _months(values.get("waktu"))
        result = values.get(f"realisasi_{name}")
        unit = None if target else values.get(f"satuan_{name}")
        part = {
            "target": target,
            "realisasi": None if result and _NOTHING.fullmatch(result.text) else result,
            "satuan": unit,
        }
        if found := {key: value for key, value in part.items() if value}:
            yield aspek, found


def _measured(values: Values, key: str, unit: str) -> Value | None:
    value = values.get(key)
    if value is None or _NOTHING.fullmatch(value.text):
        return None
    own = values.get(unit)
    return value._replace(text=f"{value.text} {own.text}") if own else value


def _months(value: Value | None) -> Value | None:
    """A bare number of a column of months with its unit."""
    if value is None or _NOTHING.fullmatch(value.text):
        return None
    return value._replace(text=f"{value.text} Bulan") if re.fullmatch(r"[\d,.\s–-]+", value.text) else value


def _named(name: Value, aspek: Aspek) -> Value:
    return name._replace(text=f"{name.text} ({aspek})")


def _aspect_of(aspek: Aspek, part: Values) -> Value:
    """The aspect, which the column says; it stands where the value stands."""
    return Value(str(aspek), next(iter(part.values())).place)


def said(meaning: str, text: str) -> str:
    """A text in the words of the unit workbook, where its field has a closed list and the text is one of them."""
    words = _TERMS.get(meaning)
    word = read_term(words, text) if words else None
    return str(word or (aspect_in(text) if meaning == "aspek" else "") or text)


def unit_of(meaning: str) -> str:
    """Where a text in the second cell under a header goes: beside a target it is the unit."""
    if meaning == "target":
        return "satuan"
    aspek = meaning.removeprefix("target_")
    return f"satuan_{aspek}" if aspek in ASPECTS and aspek != meaning else meaning
