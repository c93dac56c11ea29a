"""The value of a rule as lines for people: tables and lists one item a line, numbers the Indonesian way."""

from pydantic import TypeAdapter

from kinerja_xl.indonesian import number_text
from kinerja_xl.regulations import Ketentuan

NOTHING = "(kosong)"


def value_lines(ketentuan: Ketentuan[object]) -> list[str]:
    """The lines of one value; a year is written without a dot."""
    value = TypeAdapter(object).dump_python(ketentuan, mode="json")["isi"]
    if isinstance(value, dict):
        return [f"{name}: {_shown(item)}" for name, item in value.items()] or [NOTHING]
    if isinstance(value, list):
        return [_shown(item) for item in value] or [NOTHING]
    return [str(value) if ketentuan.satuan == "tahun" else _shown(value)]


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, dict):
        said = {key: item for key, item in value.items() if item is not None and item is not False and item != ""}
        return ", ".join(f"{key} {_shown(item)}" for key, item in said.items()) or NOTHING
    if isinstance(value, list):
        return "; ".join(_shown(item) for item in value) or NOTHING
    return number_text(value) if isinstance(value, int | float) else str(value or NOTHING)
