"""The number of each letter by the office's pattern: what the sheet Unit says comes first, then the setting ``surat``."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from kinerja_xl.letters.wording import text_of
from kinerja_xl.regulations.limits import unit_key
from kinerja_xl.regulations.local import AturanSurat

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


class Numbers:
    """Gives numbers in order; letters that would look the same but for the number share one series."""

    def __init__(self, surat: AturanSurat, tanggal: date, first: int) -> None:
        self._surat, self._tanggal, self._first = surat, tanggal, first
        self._codes = {unit_key(kode): code for kode, code in surat.kode_unit.items()}
        self._given: Counter[str] = Counter()

    def next(self, unit: Mapping[str, object]) -> str:
        """The next number of the unit whose letterhead is used: ``800.1.7/001/KEL-CTI/2026``."""
        series = self._filled(unit, "")
        number = self._filled(unit, f"{self._first + self._given[series]:03d}")
        self._given[series] += 1
        return number

    def _filled(self, unit: Mapping[str, object], number: str) -> str:
        """The pattern with its words; a part between slashes whose words are all empty is left out with its slash."""
        own = self._codes.get(unit_key(text_of(unit["kode_unit"])), "")
        text = self._surat.nomor.format(
            klasifikasi=text_of(unit["kode_klasifikasi"]) or self._surat.kode_klasifikasi,
            nomor=number,
            unit=text_of(unit["kode_surat"]) or own,
            bulan=ROMAN[self._tanggal.month - 1],
            tahun=self._tanggal.year,
        )
        return "/".join(part for part in (part.strip(" -") for part in text.split("/")) if part)
