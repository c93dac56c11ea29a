"""What a Formulir SKP holds, in the terms of the unit workbook, and into which rows of the form it goes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kinerja_xl.forms.skp.layout import Block
from kinerja_xl.forms.skp.variant import ITEMS, MOST
from kinerja_xl.terms import Kategori, read_term

Row = Mapping[str, str]
Rows = Mapping[str, list[dict[str, str]]]


class RoomError(ValueError):
    """A plan has more RHK, or an RHK more indicators, than the form has room for; the message says which."""


@dataclass(frozen=True)
class SkpContent:
    """One person's form.

    ``entries`` of the sheet Identitas; ``rows`` of rencana, realisasi, perilaku and penilaian as in the unit workbook;
    ``unit`` its entries ``capaian_tw1`` and so on; ``lists`` the lines of the Lampiran by its keys.
    """

    entries: Row
    rows: Rows = field(default_factory=dict)
    unit: Row = field(default_factory=dict)
    lists: Mapping[str, list[str]] = field(default_factory=dict)


class Spot(NamedTuple):
    """Index of a block of the form, and number of an indicator in it (from 1)."""

    block: int
    item: int


def spots(rencana: Iterable[Row], blocks: Iterable[Block]) -> dict[tuple[str, str], Spot]:
    """Where each indicator, by ``no_rhk`` and ``no_iki``, goes: RHK in their order, Utama and Tambahan apart.

    Raises RoomError where the form has no room for all of them.
    """
    free = {k: [i for i, block in enumerate(blocks) if block.kategori is k] for k in Kategori}
    taken: dict[str, int] = {}
    found: dict[tuple[str, str], Spot] = {}
    for row in rencana:
        rhk = row["no_rhk"]
        if rhk not in taken:
            taken[rhk] = _first(free, row)
        item = 1 + sum(spot.block == taken[rhk] for spot in found.values())
        if item > ITEMS:
            raise RoomError(f"RHK {rhk} mempunyai lebih dari {ITEMS} indikator")
        found[rhk, row["no_iki"]] = Spot(taken[rhk], item)
    return found


def _first(free: Mapping[Kategori, list[int]], row: Row) -> int:
    kategori = read_term(Kategori, row.get("kategori", "")) or Kategori.UTAMA
    if not free[kategori]:
        raise RoomError(f"lebih dari {MOST[kategori]} RHK {kategori.lower()}")
    return free[kategori].pop(0)
