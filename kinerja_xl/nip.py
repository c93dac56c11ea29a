"""What a NIP says about itself: 18 digits, birth date, appointment, sex, serial (Perka BKN 43/2007; NI PPPK alike).

A NIP is text. Nothing here repairs one; a damaged NIP is reported by the checks.
"""

from datetime import date
from enum import Enum

from kinerja_xl.regulations import Aturan
from kinerja_xl.terms import Status

LENGTH = 18
MONTHS = range(1, 13)
PPPK_FROM = 20
"""Digits 13-14 of a PNS are the month of appointment; of a PPPK the number of the agreement, 20 and more as observed."""


class Masalah(Enum):
    """What is wrong with a NIP, in the order in which it is looked at."""

    PANJANG = "panjang"
    LAHIR = "tanggal lahir"
    ANGKAT = "pengangkatan"
    URUT = "jenis kelamin atau nomor urut"


def is_pppk(nip: str) -> bool:
    """Whether the digits 13-14 mark a PPPK; the NIP must have 18 digits."""
    return int(nip[12:14]) >= PPPK_FROM


def problem(nip: str, tahun: int, aturan: Aturan) -> Masalah | None:
    """The first thing wrong with ``nip`` as seen from the year ``tahun``; None where it is in order."""
    if len(nip) != LENGTH or not (nip.isascii() and nip.isdigit()):
        return Masalah.PANJANG
    born = _date(nip[:8])
    if born is None or born.year >= tahun:
        return Masalah.LAHIR
    if not _appointed(nip, born, tahun, aturan):
        return Masalah.ANGKAT
    if nip[14] not in "12" or nip[15:] == "000":
        return Masalah.URUT
    return None


def fits_status(nip: str, status: Status) -> bool:
    """Whether a sound NIP belongs to somebody with ``status``."""
    return is_pppk(nip) == (status is Status.PPPK)


def _appointed(nip: str, born: date, tahun: int, aturan: Aturan) -> bool:
    year, number = int(nip[8:12]), int(nip[12:14])
    if not born.year + aturan.usia_masuk_minimal.isi <= year <= tahun:
        return False
    return number in MONTHS or (number >= PPPK_FROM and year >= aturan.tahun_pppk_pertama.isi)


def _date(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
