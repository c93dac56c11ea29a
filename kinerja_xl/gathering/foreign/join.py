"""Joins the sheets of one form: the plan and the evaluations of the quarters show the same results, which must not be doubled.

A result or an indicator is the same by its text, else by its position. Where two sheets differ, the first is kept and both told.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from kinerja_xl.gathering.foreign.pieces import Rhk, Value, Values
from kinerja_xl.terms import Kategori, read_term, squeezed

Item = TypeVar("Item")


class Difference(NamedTuple):
    """Two sheets say different things of the same field."""

    key: str
    kept: Value
    other: Value


def joined(sheets: Sequence[Sequence[Sequence[Rhk]]]) -> tuple[list[Rhk], list[Difference]]:
    """The results of all tables of all sheets, each once, main results first; and where the tables differ.

    Tables of one sheet follow each other (main, then additional results), so that only a text makes two of their results one.
    """
    results: list[Rhk] = []
    differences: list[Difference] = []
    for tables in sheets:
        of_sheet: list[Rhk] = []
        for rhks in tables:
            _join(of_sheet, rhks, differences, by_place=False)
        _join(results, of_sheet, differences, by_place=True)
    return sorted(results, key=_is_additional), differences


def together(values: Values, more: Values, differences: list[Difference]) -> None:
    """Add to ``values`` what only ``more`` has."""
    for key, value in more.items():
        kept = values.setdefault(key, value)
        if squeezed(kept.text) != squeezed(value.text):
            differences.append(Difference(key, kept, value))


def _is_additional(rhk: Rhk) -> bool:
    return read_term(Kategori, rhk.text("kategori")) is Kategori.TAMBAHAN


def _join(results: list[Rhk], more: Sequence[Rhk], differences: list[Difference], *, by_place: bool) -> None:
    pairs = _pairs(list(results), more, (_rhk_key, lambda rhk: squeezed(rhk.text("rhk"))))
    if by_place:
        pairs |= _by_place(list(results), more, pairs)
    for rhk in more:
        found = pairs.get(id(rhk))
        if found is None:
            results.append(rhk)
        else:
            together(found.values, rhk.values, differences)
            _join_indicators(found.indicators, rhk.indicators, differences)


def _join_indicators(known: list[Values], more: Sequence[Values], differences: list[Difference]) -> None:
    pairs = _pairs(list(known), more, (_indicator_key, _indicator_text, _aspect))
    pairs |= _by_place(list(known), more, pairs)
    for values in more:
        found = pairs.get(id(values))
        if found is None:
            known.append(values)
        else:
            together(found, values, differences)


def _pairs(known: Sequence[Item], more: Sequence[Item], keys: Sequence[Callable[[Item], str]]) -> dict[int, Item]:
    """For each of ``more`` (by its id) the one of ``known`` that the first key with a text calls the same."""
    pairs: dict[int, Item] = {}
    free = {id(k): k for k in known}
    for key in keys:
        named: dict[str, list[Item]] = {}
        for k in reversed(free.values()):
            named.setdefault(key(k), []).append(k)
        for item in more:
            text = key(item)
            if text and id(item) not in pairs and named.get(text):
                pairs[id(item)] = named[text].pop()
        taken = {id(found) for found in pairs.values()}
        free = {i: k for i, k in free.items() if i not in taken}
    return pairs


def _by_place(known: Sequence[Item], more: Sequence[Item], pairs: dict[int, Item]) -> dict[int, Item]:
    """What no text pairs, by position, where both lists are as long."""
    if len(known) != len(more):
        return {}
    taken = {id(k) for k in pairs.values()}
    both = zip(more, known, strict=True)
    return {id(item): k for item, k in both if id(item) not in pairs and id(k) not in taken}


def _rhk_key(rhk: Rhk) -> str:
    texts = (squeezed(rhk.text(key)) for key in ("kategori", "rhk_pimpinan", "rhk"))
    return "|".join(texts) if rhk.text("rhk") else ""


def _indicator_key(values: Values) -> str:
    return "|".join(_text(values, key) for key in ("aspek", "indikator")) if "indikator" in values else ""


def _indicator_text(values: Values) -> str:
    return _text(values, "indikator")


def _aspect(values: Values) -> str:
    return _text(values, "aspek")


def _text(values: Values, key: str) -> str:
    return squeezed(values[key].text) if key in values else ""
