"""Regulations as dated data (TOML in ``data/``): ``aturan_pada(day, kind)`` gives the rules of a scheme in force on a day.

No number of a regulation stands anywhere else in the program.
"""

from kinerja_xl.regulations.loader import RegulationError, aturan_pada, bundled, ketentuan_pada
from kinerja_xl.regulations.models import Aturan, AturanAngka, AturanKurva, AturanRating, Ketentuan, Peraturan
from kinerja_xl.regulations.schemes import AturanPermenpan8, AturanPp30, AturanPp46, AturanTalenta

__all__ = [
    "Aturan",
    "AturanAngka",
    "AturanKurva",
    "AturanPermenpan8",
    "AturanPp30",
    "AturanPp46",
    "AturanRating",
    "AturanTalenta",
    "Ketentuan",
    "Peraturan",
    "RegulationError",
    "aturan_pada",
    "bundled",
    "ketentuan_pada",
]
