"""One step of a score as a person would write it, and the words that all schemes' traces share.

The arithmetic of a step is written with Indonesian numbers and the signs ``+ - x /``, brackets, ``%``, ``terkecil dari (a; b)``
and ``terbesar dari (a; b)``: who works it out gets the value (a test does, for every step).
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from kinerja_xl.indonesian import number_text
from kinerja_xl.scoring.achievement import Rumus

Record = Mapping[str, Any]


class Step(NamedTuple):
    """A step: what, the formula in words, the same in numbers, the value with its unit, the legal basis, what has to be said.

    ``nilai`` is a number, a word (a rating) or None where it is missing; ``hitungan`` is empty where nothing is calculated.
    """

    label: str
    rumus: str
    hitungan: str
    nilai: float | str | None
    satuan: str = ""
    dasar: str = ""
    catatan: str = ""

    @property
    def hasil(self) -> str:
        """The value with its unit, as printed."""
        if self.nilai is None:
            return "tidak ada angka"
        if isinstance(self.nilai, str):
            return self.nilai
        number = number_text(self.nilai, 2)
        return f"{number}%" if self.satuan == PERSEN else f"{number} {self.satuan}".strip()

    @property
    def kalimat(self) -> str:
        """The step without its label in one line: formula, numbers, value."""
        counted = f"{self.rumus}: {self.hitungan}" if self.hitungan else self.rumus
        said = f" ({self.catatan})" if self.catatan else ""
        return f"{counted} = {self.hasil}{said}"


class Person(NamedTuple):
    """Everything known of one person: the row of the people, and the rows of indicators, RHK and behaviours."""

    pegawai: Record
    indikator: Sequence[Record]
    rhk: Sequence[Record]
    perilaku: Sequence[Record]


PERSEN, POIN, ANGKA = "persen", "poin", ""


FORMULAS = {
    Rumus.NAIK: "realisasi / target x 100",
    Rumus.TURUN: "(2 x target - realisasi) / target x 100",
    Rumus.RENTANG: "realisasi di dalam rentang target",
    Rumus.TARGET_NOL: "target 0 terlampaui",
    Rumus.ADA_HASIL: "target 0 dan sudah ada hasil",
    Rumus.NEGATIF: "realisasi negatif",
    Rumus.KOSONG: "belum ada realisasi, tidak dihitung nol",
    Rumus.TIDAK_DAPAT: "tidak dapat dihitung dari isian ini",
}
"""Each formula of ``achievement.capaian`` in words."""


def known(value: Any) -> float | None:  # noqa: ANN401 a cell of a frame
    """The number in a cell of a frame; None where it is missing."""
    return None if value is None or math.isnan(value) else float(value)


def short(value: float) -> str:
    """A number inside a calculation: up to two decimals."""
    return number_text(value, 2).rstrip("0").removesuffix(",")


def mean_of(values: Sequence[float]) -> str:
    """The calculation of a mean: ``(80 + 100) / 2``."""
    return f"({' + '.join(short(value) for value in values)}) / {len(values)}" if values else ""


def indicator_label(row: Record) -> str:
    """An indicator by its numbers and text."""
    return f"Indikator {row['no_rhk']}.{row['no_iki']} {row['indikator']}"


def held_against(row: Record) -> str:
    """Target and result of an indicator as typed: ``target setahun 80 - 90%, realisasi 92%``."""
    held = "target triwulan" if row["target_triwulan"] else "target setahun"
    return f"{held} {row['target_periode'] or 'kosong'}, realisasi {row['realisasi'] or 'kosong'}"


def achievement_sum(row: Record, batas: float) -> str:
    """The achievement of an indicator in numbers, with the cap or the floor where it acts."""
    rumus, raw = str(row["rumus"]), known(row["mentah"])
    if raw is None:
        return ""
    target, result = (number_text(float(row[key])) for key in ("acuan", "angka"))
    counted = {
        Rumus.NAIK: f"{result} / {target} x 100",
        Rumus.TURUN: f"(2 x {target} - {result}) / {target} x 100",
    }.get(Rumus(rumus), number_text(raw))
    if raw > batas:
        return f"terkecil dari ({counted}; {number_text(batas)})"
    return f"terbesar dari ({counted}; 0)" if raw < 0 else counted


def rhk_label(row: Record) -> str:
    """An RHK by its number and text."""
    return f"RHK {row['no_rhk']} {row['rhk']}"


def behaviour_step(person: Person, dasar: str) -> Step:
    """Nilai perilaku: the mean of the behaviours asked of the post, or which of them are missing."""
    missing = [str(row["perilaku"]) for row in person.perilaku if known(row["angka"]) is None]
    given = [value for row in person.perilaku if (value := known(row["angka"])) is not None]
    names = ", ".join(
        f"{row['perilaku']} {short(row['angka'])}" for row in person.perilaku if known(row["angka"]) is not None
    )
    return Step(
        "Nilai perilaku",
        f"rerata perilaku ({names})" if names else "rerata perilaku",
        "" if missing else mean_of(given),
        known(person.pegawai["nilai_perilaku"]),
        POIN,
        dasar,
        f"belum ada nilai: {', '.join(missing)}; tidak dihitung nol" if missing else "",
    )
