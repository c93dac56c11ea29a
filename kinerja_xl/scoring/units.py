"""The curve of each unit in a period: counts of predikat, the rules for its result, whether it is too small for them."""

from dataclasses import dataclass

import pandas as pd

from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating
from kinerja_xl.scoring.curve import HasilKurva, curve
from kinerja_xl.tables import Tables
from kinerja_xl.terms import CapaianOrganisasi, Predikat, read_term


@dataclass(frozen=True)
class KurvaUnit:
    """A unit's distribution held against the curve; ``alasan`` is the reason given for a deviation."""

    berkas: str
    capaian: CapaianOrganisasi
    jumlah: dict[Predikat, int]
    hasil: list[HasilKurva]
    alasan: str
    terlalu_kecil: bool

    @property
    def status(self) -> str:
        """The curve of the unit in a word or two."""
        if all(h.terpenuhi for h in self.hasil):
            return "Sesuai" if self.hasil else "Belum dinilai"
        if self.terlalu_kecil:
            return "Unit terlalu kecil"
        return "Tidak sesuai, beralasan" if self.alasan else "Tidak sesuai"


def curves(tables: Tables, people: pd.DataFrame, periode: Periode, aturan: AturanRating) -> list[KurvaUnit]:
    """The curve of every unit whose result is known; ``people`` are the scored rows that count.

    Whether the head of a unit counts in its own curve is a local setting (``kepala_dihitung``).
    """
    if not aturan.kepala_dihitung.isi:
        people = people[~_heads(tables, people)]
    counted = people[people["predikat"] != ""].groupby(["berkas", "predikat"]).size().to_dict()
    units = []
    for unit in tables.unit.to_dict("records"):
        capaian = read_term(CapaianOrganisasi, unit[f"capaian_{periode.lower()}"])
        if capaian is not None:
            jumlah = {p: int(counted.get((unit["berkas"], p.value), 0)) for p in Predikat}
            small = sum(jumlah.values()) < aturan.unit_kecil.isi
            alasan = unit[f"alasan_kurva_{periode.lower()}"]
            units.append(KurvaUnit(unit["berkas"], capaian, jumlah, curve(jumlah, capaian, aturan), alasan, small))
    return units


def _heads(tables: Tables, people: pd.DataFrame) -> "pd.Series[bool]":
    """Which of the people head the unit in whose workbook they stand."""
    heads = tables.unit.drop_duplicates("berkas").set_index("berkas")["nip_kepala"]
    return (people["nip"] != "") & (people["nip"] == people["berkas"].map(heads))
