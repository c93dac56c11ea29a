"""Made-up people with indicators, helper scores and ratings of all kinds: as cells of a form and as the tables of the program."""

import random
from collections.abc import Iterator

from kinerja_xl.indonesian import plain_number_text
from kinerja_xl.periods import Periode
from kinerja_xl.tables import Tables
from kinerja_xl.terms import Arah, Aspek, Nilai, Rating
from tests.forms.skp.achievement_sheet import Indikator
from tests.forms.skp.quantity_sheet import Value
from tests.tables import tables
from tests.workbooks import nip

TARGETS = ("100", "10", "80 - 90%", "12 Bulan", "0", "-5", "90 - 80", "selesai", "", "1.250", "0,5", 40, "Rp 1.000.000")
OWN_TARGETS = ("", "", "", " ", "40", "30 s.d. 40", "belum", "0", 60.5)
RESULTS = ("", "5", "12,5", "85%", "110", "0", "-3", "80 - 90", "n/a", "7 - 7", "1.200", 50, 9.75, "Rp 950.000")
SCORES = ("1", "2", "3", " 3 ", 2, 3, "", "4", "2,5", "baik", 2.5)
RHK = (("1", "Utama", 3), ("2", "Utama", 2), ("3", "Utama", 1), ("4", "Tambahan", 2))
"""Number, kategori and count of indicators of the RHK that everybody has."""
PEOPLE = 40
PERIODS = (Periode.TW2, Periode.TAHUNAN)
"""A quarter, and the year."""


def text(value: Value) -> str:
    """A cell as the reader of workbooks gives it."""
    return value.strip() if isinstance(value, str) else plain_number_text(value)


class Staff:
    """Made-up people: what stands in their cells."""

    def __init__(self, seed: int) -> None:
        chance = random.Random(seed)  # noqa: S311
        self.indicators = [[self._indicator(chance) for _ in range(count)] for _ in range(PEOPLE) for *_, count in RHK]
        self.scores = [{p: chance.choices(SCORES, k=len(Nilai)) for p in PERIODS} for _ in range(PEOPLE)]
        self.scores[0] = {p: [""] * len(Nilai) for p in PERIODS}
        words = (*Rating, *Rating, "")
        self.ratings = [{p: (chance.choice(words), chance.choice(words)) for p in PERIODS} for _ in range(PEOPLE)]

    @staticmethod
    def _indicator(chance: random.Random) -> Indikator:
        target, own = chance.choice(TARGETS), chance.choice(OWN_TARGETS)
        way, aspect = chance.choice(("", "", *Arah, "lain")), chance.choice((*Aspek, ""))
        return Indikator(target, own, chance.choice(RESULTS), chance.choice(RESULTS), str(way), str(aspect))

    def tables(self) -> Tables:
        """The same people as the program reads them."""
        rows = list(self._rows())
        suffixed = [(i, period, cells) for i, one in enumerate(self.scores) for period, cells in one.items()]
        return tables(
            unit=[{"tahun": "2026"}],
            pegawai=[{"nip": nip(i)} for i in range(PEOPLE)],
            rencana=[plan for plan, _ in rows],
            realisasi=[result for _, result in rows],
            perilaku=[
                {"nip": nip(i), "nilai": nilai, f"skor_{period.suffix}": text(cell)}
                for i, period, cells in suffixed
                for nilai, cell in zip(Nilai, cells, strict=True)
            ],
            penilaian=[
                {"nip": nip(i), "periode": period, "rating_hasil": hasil, "rating_perilaku": perilaku}
                for i, one in enumerate(self.ratings)
                for period, (hasil, perilaku) in one.items()
            ],
        )

    def _rows(self) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
        for place, items in enumerate(self.indicators):
            number, kategori, _ = RHK[place % len(RHK)]
            for serial, item in enumerate(items, start=1):
                keys = {"nip": nip(place // len(RHK)), "no_rhk": number, "no_iki": str(serial)}
                plan = {"target": text(item.target), "target_tw2": text(item.target_tw)}
                plan |= {"kategori": kategori, "arah": item.arah, "aspek": item.aspek}
                results = {key: text(getattr(item, key)) for key in ("realisasi_tw2", "realisasi_tw4")}
                yield keys | plan, keys | results
