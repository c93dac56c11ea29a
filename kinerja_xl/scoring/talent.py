"""Manajemen talenta (PermenPANRB 3/2020): the box of a person by kinerja and potensial, and the group of a box."""

from kinerja_xl.regulations import AturanTalenta
from kinerja_xl.regulations.rungs import Potensial
from kinerja_xl.terms import Rating


def kotak(kinerja: Rating, potensial: Potensial, aturan: AturanTalenta) -> int:
    """Number of the box, 1 to 9."""
    return aturan.kotak_talenta.isi[kinerja][potensial]


def kelompok(nomor: int, aturan: AturanTalenta) -> str:
    """Name of the group the box ``nomor`` belongs to; raises ValueError where no group holds it."""
    for group in aturan.kelompok_talenta.isi:
        if nomor in group.kotak:
            return group.nama
    raise ValueError(f"Kotak talenta {nomor} tidak ada.")
