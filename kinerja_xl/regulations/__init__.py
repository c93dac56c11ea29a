"""Regulations as dated data (TOML in ``data/``): ``aturan_pada(day)`` gives the rules in force on a day.

``skema_pada(skema, day)`` gives the complete rules of an older scheme (before 2022) instead.

No number of a regulation stands anywhere else in the program.
"""

from kinerja_xl.regulations.loader import RegulationError, aturan_pada, bundled, ketentuan_pada, skema_pada
from kinerja_xl.regulations.models import Aturan, AturanKurva, Ketentuan, Peraturan

__all__ = [
    "Aturan",
    "AturanKurva",
    "Ketentuan",
    "Peraturan",
    "RegulationError",
    "aturan_pada",
    "bundled",
    "ketentuan_pada",
    "skema_pada",
]
