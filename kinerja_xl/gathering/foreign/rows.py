"""The rows of a foreign table as planned results with indicators. What is in no known column is kept apart, to be reported."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kinerja_xl.gathering.cell_links import with_link
from kinerja_xl.gathering.foreign.aspects import expanded, said, unit_of
from kinerja_xl.gathering.foreign.columns import Column
from kinerja_xl.gathering.foreign.header_spellings import COMPUTED, IGNORED, NO_PLACE
from kinerja_xl.gathering.foreign.headers import Header, meaning_of
from kinerja_xl.gathering.foreign.pieces import Rhk, Value, Values, added
from kinerja_xl.gathering.foreign.qualitative import Parts, is_list, measures, taken_apart
from kinerja_xl.gathering.foreign.table import ForeignTable
from kinerja_xl.gathering.foreign.table_words import is_number, is_numbers, is_sum, section_in
from kinerja_xl.terms import squeezed

_OF_RHK = ("kategori", "rhk_pimpinan", "rhk")
_CARRIED = (*_OF_RHK, "aspek", "indikator", "perspektif")
"""What a merged cell says of all its rows; a target or a result is said once."""
_RESULTS = ("realisasi", "bukti", "umpan_balik")
_PROOF, _RESULT = "bukti", re.compile(r"realisasi(?:_tw\d)?")
_PLAN = {"aspek", "indikator", "target"}
"""One of these makes an indicator; results alone belong to the one beside them."""


@dataclass
class Block:
    """What one table holds."""

    table: ForeignTable
    rhks: list[Rhk] = field(default_factory=list)
    unknown: dict[int, list[Value]] = field(default_factory=dict)
    """Cells in columns whose meaning is not known, by column index."""
    homeless: dict[str, list[Value]] = field(default_factory=dict)
    """Cells in columns that are known but have no place in the unit workbook, by meaning."""
    loose: list[Value] = field(default_factory=list)
    """Cells that are in a known column but belong to no result."""
    kategori: Value | None = None
    current: Rhk | None = None
    named: dict[str, list[Rhk]] = field(default_factory=dict)
    """The results by their text, squeezed."""
    measuring: bool = False
    """The rows below are measures of the current result (qualitative form)."""

    def open(self, values: Values) -> None:
        """The result that these values begin: a new one, or one that was named before."""
        self.measuring = False
        named = self.named.setdefault(squeezed(values["rhk"].text), []) if "rhk" in values else []
        known = [self.current, *named] if self.current else named
        found = next((rhk for rhk in known if _is_same(rhk, values)), None)
        if found is None:
            found = Rhk(dict(values))
            self.rhks.append(found)
            named.append(found)
        self.current = found


@dataclass(frozen=True)
class _Line:
    """A row of data: values by meaning, which of them stand in the row itself (not carried down by a merge)."""

    values: Values
    own: frozenset[str]


def read_rows(table: ForeignTable) -> Block:
    """All results of a table."""
    block = Block(table)
    block.kategori = table.kategori
    lines = list(_lines(table, block))
    by_number = _numbers_mark_results(lines)
    for line in lines:
        _take(block, line, by_number=by_number)
    for rhk in block.rhks:
        kept = [values for values in rhk.indicators if values]
        rhk.indicators = kept or [{}]
    return block


def _lines(table: ForeignTable, block: Block) -> Iterator[_Line]:
    sheet = table.sheet
    for row in range(table.first, table.end):
        cells = list(sheet.filled(row))
        texts = [text for _, text in cells]
        if not cells or is_numbers(texts) or is_sum(texts) or _is_header_again(table, cells):
            continue
        kind = section_in(texts)
        if kind:
            yield _Line({"bagian": Value(str(kind), sheet.place(row, cells[0][0]))}, frozenset({"bagian"}))
        elif line := _line(table, block, row, cells):
            yield line


def _is_header_again(table: ForeignTable, cells: Sequence[tuple[int, str]]) -> bool:
    """Whether a row repeats the header, printed for the next page."""
    texts = {squeezed(text) for _, text in cells}
    return len(texts) > 1 and (texts <= table.labels or all(meaning_of(Header(text)) for _, text in cells))


def _line(table: ForeignTable, block: Block, row: int, cells: Sequence[tuple[int, str]]) -> _Line | None:
    values: Values = {}
    for c, _ in cells:
        column, value, link = table.columns.get(c), table.sheet.value(row, c), table.sheet.link(row, c)
        _put(values, block, column, c, _linked(values, column.meaning, value, link) if column and link else value)
    own = frozenset(values)
    if own <= {"no"}:
        return None
    carried = {column.meaning: c for c, column in table.columns.items() if column.meaning in _CARRIED}
    for meaning, c in carried.items():
        top = table.sheet.top_of(row, c)
        if meaning not in values and top[0] != row and table.first <= top[0] and table.sheet.text(*top):
            values[meaning] = table.sheet.value(*top)
    return _Line(values, own)


def _put(values: Values, block: Block, column: Column | None, index: int, value: Value) -> None:
    """Add a cell to the row, or to what is reported."""
    meaning = column.meaning if column else ""
    if not meaning:
        block.unknown.setdefault(index, []).append(value)
    elif meaning in NO_PLACE or meaning == "ekspektasi":
        block.homeless.setdefault(meaning, []).append(value)
    elif meaning == "no" and not is_number(value.text):
        block.loose.append(value)
    elif meaning not in (IGNORED, COMPUTED):
        key = unit_of(meaning) if column and column.part and not value.text[:1].isdigit() else meaning
        values[key] = added(values.get(key), value._replace(text=said(meaning, value.text)), " ")


def _linked(values: Values, meaning: str, value: Value, link: str) -> Value:
    """The value of a cell that leads somewhere: evidence with the address; where a result leads is evidence itself."""
    if meaning.startswith(_PROOF):
        return value._replace(text=with_link(value.text, link))
    if _RESULT.fullmatch(meaning):
        proof = meaning.replace("realisasi", _PROOF)
        values[proof] = added(values.get(proof), value._replace(text=link), " ")
    return value


def _numbers_mark_results(lines: Sequence[_Line]) -> bool:
    """Whether the printed numbers count results, not rows: rows that continue a result have none."""
    return any("rhk" not in line.values and "no" not in line.values and "indikator" in line.own for line in lines)


def _take(block: Block, line: _Line, *, by_number: bool) -> None:
    if "bagian" in line.values:
        block.kategori, block.current, block.measuring = line.values["bagian"], None, False
        return
    parts = taken_apart(line.values["rhk"].text) if "rhk" in line.own else None
    begins = "rhk" in line.values or (by_number and "no" in line.own)
    if block.current and parts and (not parts.rhk or _is_measure(block, line, parts)):
        _complete(block, block.current, line)
        _measure(block, block.current, line.values, parts)
    elif block.current is None or begins:
        _open(block, line, parts)
    else:
        _complete(block, block.current, line)
        _add(block, block.current, line)


def _complete(block: Block, rhk: Rhk, line: _Line) -> None:
    """What a row below the first says of the result itself: it may be said late, but not differently."""
    for key in line.own & {"kategori", "rhk_pimpinan"}:
        kept = rhk.values.setdefault(key, line.values[key])
        if squeezed(kept.text) != squeezed(line.values[key].text):
            block.loose.append(line.values[key])


def _is_measure(block: Block, line: _Line, parts: Parts) -> bool:
    """Whether a row of a qualitative form, below its "Ukuran keberhasilan", is one more measure and no new result."""
    return block.measuring and "no" not in line.own and not parts.pimpinan and not parts.opens


def _open(block: Block, line: _Line, parts: Parts | None) -> None:
    """A row that begins a result, or names one that was begun before."""
    values = dict(line.values)
    if parts:
        values |= _named(values, parts)
    if "kategori" not in values and block.kategori:
        values["kategori"] = block.kategori
    if block.table.by_aspect and not any(key.startswith(("target", "realisasi")) for key in values):
        block.loose += [line.values[key] for key in line.own - {"no"}]
        block.current = None
        return
    block.open({key: values[key] for key in _OF_RHK if key in values})
    if block.current and parts and parts.opens:
        _measure(block, block.current, values, parts._replace(pimpinan=""))
    elif block.current:
        _add(block, block.current, line)


def _named(values: Values, parts: Parts) -> Values:
    """The result of a cell that may also say who assigned it; where a column says so too, the text stays whole."""
    cell = values["rhk"]
    if not parts.pimpinan:
        return {"rhk": cell._replace(text=parts.rhk)}
    if "rhk_pimpinan" in values:
        return {"rhk": cell._replace(text=f"{parts.rhk}\n({parts.pimpinan})")}
    return {"rhk": cell._replace(text=parts.rhk), "rhk_pimpinan": cell._replace(text=parts.pimpinan)}


def _measure(block: Block, rhk: Rhk, values: Values, parts: Parts) -> None:
    """The measures of a qualitative cell, one indicator each; the rest of the row goes with the first."""
    texts = parts.measures if parts.opens else measures(parts.rhk)
    block.measuring = block.measuring or parts.opens
    cell = values["rhk"]
    if parts.pimpinan:
        rhk.values.setdefault("rhk_pimpinan", cell._replace(text=parts.pimpinan))
    _append(rhk, [{"indikator": cell._replace(text=text)} for text in texts], _of_indicator(values))


def _add(block: Block, rhk: Rhk, line: _Line) -> None:
    """The indicators of a row; results alone belong to the indicator above."""
    own = line.own - {"no", *_OF_RHK}
    if rhk.indicators and "rhk" not in line.own and all(key.startswith(_RESULTS) for key in own):
        last = rhk.indicators[-1]
        last.update({key: added(last.get(key), line.values[key]) for key in own})
        return
    named = _of_indicator(line.values) | ({"rhk": rhk.values["rhk"]} if "rhk" in rhk.values else {})
    for row in expanded(named):
        row.pop("rhk", None)
        _append(rhk, _listed(block, row.get("indikator")), row)


def _listed(block: Block, cell: Value | None) -> list[Values]:
    """One indicator for each bullet of a cell, in a table that has no column of targets."""
    if cell is None or "target" in block.table.meanings or not is_list(cell.text):
        return []
    return [{"indikator": cell._replace(text=text)} for text in measures(cell.text)]


def _of_indicator(values: Values) -> Values:
    return {key: value for key, value in values.items() if key not in ("no", *_OF_RHK)}


def _append(rhk: Rhk, rows: list[Values], rest: Values) -> None:
    """Add indicators, the first with the ``rest`` of its row; what was said before the first indicator goes with it."""
    first, *more = rows or [{}]
    first = rest | first
    if rhk.indicators and not _PLAN & rhk.indicators[-1].keys() and not first.keys() & rhk.indicators[-1].keys():
        rhk.indicators[-1].update(first)
    else:
        rhk.indicators.append(first)
    rhk.indicators += more


def _is_same(rhk: Rhk, values: Values) -> bool:
    """Whether a row names this result again: the same text, and nothing else that differs."""
    if "rhk" not in values or squeezed(values["rhk"].text) != squeezed(rhk.text("rhk")):
        return False
    return all(key not in values or squeezed(values[key].text) == squeezed(rhk.text(key)) for key in _OF_RHK)
