"""Values between xlwings and JSON: a date is ``{"d": serial number}``, a colour ``#RRGGBB``."""

import datetime as dt
from collections.abc import Callable, Sequence
from numbers import Number
from typing import Any

from xlwings import utils

NULL_DATE = dt.datetime(1899, 12, 30)  # noqa: DTZ001 a workbook's dates have no time zone
DAY = 86400


def to_json(value: object) -> object:
    """A value of a cell as JSON can say it; numbers of numpy and Decimal become plain ones."""
    if isinstance(value, dt.datetime):
        return {"d": (value.replace(tzinfo=None) - NULL_DATE).total_seconds() / DAY}
    if isinstance(value, dt.date):
        return {"d": float((value - NULL_DATE.date()).days)}
    if value is None or isinstance(value, bool | str | int | float | dict):
        return value
    if isinstance(value, Number):
        return float(value)  # type: ignore[arg-type]  # every Number of a cell is real
    return _of_numpy(value)


def _of_numpy(value: object) -> object:
    item = getattr(value, "item", None)
    return str(value) if item is None else to_json(item())


def from_json(
    rows: Sequence[Sequence[object]],
    datetime_builder: Callable[..., object],
    empty_as: object,
    number_builder: Callable[[float], object] | None,
) -> list[list[object]]:
    """Values as the office gives them in the types that the caller of xlwings wants."""

    def one(value: object) -> object:
        if value is None or value == "":
            return empty_as
        if isinstance(value, dict):
            return _moment(value["d"], datetime_builder)
        if isinstance(value, float) and number_builder is not None:
            return number_builder(value)
        return value

    return [[one(value) for value in row] for row in rows]


def _moment(serial: float, build: Callable[..., object]) -> object:
    day = NULL_DATE + dt.timedelta(seconds=round(serial * DAY))
    return build(
        year=day.year,
        month=day.month,
        day=day.day,
        hour=day.hour,
        minute=day.minute,
        second=day.second,
        microsecond=0,
        tzinfo=None,
    )


def hex_colour(colour: Any) -> str | None:  # noqa: ANN401 xlwings takes text, a number or three of them
    """A colour as ``#RRGGBB``."""
    if colour is None or isinstance(colour, str):
        return colour
    red, green, blue = utils.int_to_rgb(colour) if isinstance(colour, int) else colour
    return f"#{red:02X}{green:02X}{blue:02X}"


def rgb_colour(text: str | None) -> tuple[int, int, int] | None:
    """``#RRGGBB`` as xlwings gives colours."""
    if text is None:
        return None
    number = int(text.removeprefix("#"), 16)
    return number >> 16, number >> 8 & 255, number & 255
