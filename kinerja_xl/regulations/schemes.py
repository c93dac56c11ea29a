"""What each older scheme needs of the law, complete: the period picks the scheme, ``loader.skema_pada`` fills it.

The field names are keys of the TOML files and optional fields of ``models.Aturan``; here they are required, so that scoring
never meets a missing rule. All are in force on ``tanggal``.
"""

from datetime import date

from kinerja_xl.regulations.models import Ketentuan
from kinerja_xl.regulations.rungs import (
    AturanHemat,
    Bobot,
    KelompokTalenta,
    PorsiRating,
    Potensial,
    PredikatAngka,
    Strict,
    TanggaAngka,
    TanggaIki,
    TanggaPp46,
    TargetMaksimal,
    TingkatIki,
)
from kinerja_xl.terms import Rating


class Skema(Strict):
    """A scheme's rules in force on one day."""

    tanggal: date


class SkemaPp46(Skema):
    """PP 46/2011 with Perka BKN 1/2013: SKP by aspects, perilaku, prestasi kerja."""

    pp46_hemat: Ketentuan[AturanHemat]
    pp46_bobot: Ketentuan[Bobot]
    pp46_predikat: Ketentuan[TanggaPp46]
    pp46_perilaku: Ketentuan[tuple[str, ...]]
    pp46_perilaku_struktural: Ketentuan[tuple[str, ...]]
    pp46_poin_tugas_tambahan: Ketentuan[tuple[float, ...]]
    pp46_poin_kreativitas: Ketentuan[tuple[float, ...]]


class SkemaPp30(Skema):
    """PP 30/2019: weights of SKP and perilaku, predikat, distribution."""

    batas_capaian: Ketentuan[float]
    pp30_bobot: Ketentuan[Bobot]
    pp30_bobot_pendapat: Ketentuan[Bobot]
    pp30_predikat: Ketentuan[TanggaAngka]
    pp30_distribusi: Ketentuan[tuple[PorsiRating, ...]]


class SkemaPermenpan8(Skema):
    """PermenPANRB 8/2021: categories and values of IKI, additional work."""

    iki_tingkat: Ketentuan[TanggaIki]
    iki_tingkat_lebih: Ketentuan[TingkatIki]
    iki_target_maksimal: Ketentuan[TargetMaksimal]
    tambahan_persen: Ketentuan[dict[PredikatAngka, float]]
    tambahan_maksimal: Ketentuan[float]


class SkemaTalenta(Skema):
    """PermenPANRB 3/2020: the nine boxes of kinerja and potensial and their groups."""

    kotak_talenta: Ketentuan[dict[Rating, dict[Potensial, int]]]
    kelompok_talenta: Ketentuan[tuple[KelompokTalenta, ...]]
