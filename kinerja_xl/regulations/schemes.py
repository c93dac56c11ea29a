"""What each older scheme needs of the law, complete: the period picks the scheme, ``loader.aturan_pada`` fills it.

The field names are keys of the TOML files; all are required, so that scoring never meets a missing rule.
"""

from kinerja_xl.regulations.models import Aturan, AturanAngka, Ketentuan
from kinerja_xl.regulations.rungs import (
    AturanHemat,
    Bobot,
    KelompokTalenta,
    PorsiRating,
    Potensial,
    PredikatAngka,
    TanggaAngka,
    TanggaIki,
    TanggaPp46,
    TargetMaksimal,
    TingkatIki,
)
from kinerja_xl.terms import Rating


class AturanPp46(AturanAngka):
    """PP 46/2011 with Perka BKN 1/2013: SKP by aspects, perilaku, prestasi kerja."""

    pp46_hemat: Ketentuan[AturanHemat]
    pp46_bobot: Ketentuan[Bobot]
    pp46_predikat: Ketentuan[TanggaPp46]
    pp46_poin_tugas_tambahan: Ketentuan[tuple[float, ...]]
    pp46_poin_kreativitas: Ketentuan[tuple[float, ...]]


class AturanPp30(Aturan):
    """PP 30/2019: weights of SKP and perilaku, predikat, distribution."""

    batas_capaian: Ketentuan[float]
    pp30_bobot: Ketentuan[Bobot]
    pp30_bobot_pendapat: Ketentuan[Bobot]
    pp30_predikat: Ketentuan[TanggaAngka]
    pp30_distribusi: Ketentuan[tuple[PorsiRating, ...]]


class AturanPermenpan8(AturanPp30, AturanAngka):
    """PermenPANRB 8/2021: categories and values of IKI, additional work; weights and predikat are those of PP 30/2019."""

    iki_tingkat: Ketentuan[TanggaIki]
    iki_tingkat_lebih: Ketentuan[TingkatIki]
    iki_target_maksimal: Ketentuan[TargetMaksimal]
    tambahan_persen: Ketentuan[dict[PredikatAngka, float]]
    tambahan_maksimal: Ketentuan[float]


class AturanTalenta(Aturan):
    """PermenPANRB 3/2020: the nine boxes of kinerja and potensial and their groups."""

    kotak_talenta: Ketentuan[dict[Rating, dict[Potensial, int]]]
    kelompok_talenta: Ketentuan[tuple[KelompokTalenta, ...]]
