"""The shape of a regulation file: which keys exist, what type each has, and which source every value must name.

``loader`` reads the TOML files in ``data/`` into these models; unknown keys are refused. Scores and checks see only ``Aturan``
and the classes derived from it, one for each scheme (this module: the ratings of today; ``schemes``: the older ones).
"""

from datetime import date
from typing import Any, Generic, Literal, TypeVar

from pydantic import Field, model_validator

from kinerja_xl.regulations.local import AturanSurat, BobotKategori, Kewajaran, PenandaTangan, Penyesuaian, Tenggat
from kinerja_xl.regulations.rungs import Fraction, Strict
from kinerja_xl.terms import Arah, Aspek, CapaianOrganisasi, JenisJabatan, Jenjang, Nilai, Predikat, Rating

Isi = TypeVar("Isi")


class Ketentuan(Strict, Generic[Isi]):
    """One value of the law (or of the local settings) with where it comes from.

    ``sumber``: ``kutipan`` is read from the text, ``kesimpulan`` is deduced from it, ``setelan`` is a local choice.
    ``dasar`` is filled by the loader: short title of the regulation and article, as printed in traces and letters.
    """

    isi: Isi
    pasal: str
    sumber: Literal["kutipan", "kesimpulan", "setelan"]
    satuan: str = ""
    catatan: str = ""
    dasar: str = ""


class AturanKurva(Strict):
    """One demand of the curve on the people with one of the predikat named; shares are fractions of the people rated."""

    predikat: tuple[Predikat, ...]
    terbanyak: bool = False
    minimal: Fraction | None = None
    maksimal: Fraction | None = None
    minimal_orang: int | None = Field(default=None, ge=0)


class AmbangSaran(Strict):
    """Thresholds of a suggested rating: above (or from) ``di_atas``, from ``sesuai``, below."""

    di_atas: float
    sesuai: float

    @model_validator(mode="after")
    def _ordered(self) -> "AmbangSaran":
        if self.sesuai > self.di_atas:
            raise ValueError("'sesuai' tidak boleh lebih besar daripada 'di_atas'")
        return self


class Peraturan(Strict):
    """Head of one regulation file; its ``ketentuan`` are checked one by one against the fields of the rules.

    ``jenis``: ``peraturan`` national law, ``setelan`` a default of kinerja_xl, ``instansi`` an entry of the office's own file.
    """

    id: str
    jenis: Literal["peraturan", "setelan", "instansi"]
    singkat: str
    judul: str
    tautan: str
    berlaku_sejak: date
    berlaku_sampai: date | None = None
    diperiksa: date
    catatan: str = ""
    ketentuan: dict[str, Any]

    def in_force(self, day: date) -> bool:
        """Whether the regulation rules on ``day``."""
        return self.berlaku_sejak <= day and (self.berlaku_sampai is None or day <= self.berlaku_sampai)


class Aturan(Strict):
    """The rules in force on one day that do not depend on the scheme of scoring: who is who, and limits of the checks.

    A value that is None has no rule on that day (no golongan of PPPK before 2020).
    """

    tanggal: date
    pangkat: Ketentuan[dict[str, str]]
    golongan_pppk: Ketentuan[tuple[str, ...]] | None = None
    golongan_jenjang: Ketentuan[dict[Jenjang, tuple[str, ...]]] | None = None
    golongan_jabatan: Ketentuan[dict[JenisJabatan, tuple[str, ...]]]
    usia_masuk_minimal: Ketentuan[int]
    tahun_pppk_pertama: Ketentuan[int]
    kewajaran: Ketentuan[Kewajaran]
    pemeriksaan: Ketentuan[dict[str, Penyesuaian]]


class AturanAngka(Aturan):
    """What the schemes before 2022 have in common: SKP and perilaku are numbers, and so is the result.

    ``perilaku`` is asked of everybody, ``perilaku_pimpinan`` besides of structural posts.
    """

    rumus_capaian: Ketentuan[str]
    perilaku: Ketentuan[tuple[str, ...]]
    perilaku_pimpinan: Ketentuan[tuple[str, ...]]
    perilaku_maksimal: Ketentuan[float]


class AturanRating(Aturan):
    """The rules of PermenPANRB 6/2022 on one day: every number of the law that scores, checks and letters use since 2022.

    A value that is None has no rule on that day (before February 2023 no curve was set in numbers).
    """

    matriks_predikat: Ketentuan[dict[Rating, dict[Rating, Predikat]]]
    rating_kepala_unit: Ketentuan[dict[CapaianOrganisasi, Rating]]
    panduan_perilaku: Ketentuan[dict[Nilai, tuple[str, ...]]]
    pola_kurva: Ketentuan[dict[CapaianOrganisasi, tuple[int, int, int, int, int]]]
    kurva: Ketentuan[dict[CapaianOrganisasi, tuple[AturanKurva, ...]]] | None = None
    angka_kredit_persen: Ketentuan[dict[Predikat, float]] | None = None
    angka_kredit_koefisien: Ketentuan[dict[Jenjang, float]] | None = None
    angka_kredit_pangkat: Ketentuan[dict[Jenjang, float]] | None = None
    angka_kredit_jenjang: Ketentuan[dict[Jenjang, float]] | None = None
    rumus_capaian: Ketentuan[str]
    batas_capaian: Ketentuan[float]
    batas_keberatan: Ketentuan[int]
    jam_pelajaran_minimal: Ketentuan[int]
    saran_hasil: Ketentuan[AmbangSaran]
    saran_perilaku: Ketentuan[AmbangSaran]
    bobot_kategori: Ketentuan[BobotKategori]
    arah_bawaan: Ketentuan[dict[Aspek, Arah]]
    unit_kecil: Ketentuan[int]
    kepala_dihitung: Ketentuan[bool]
    tenggat_penilaian: Ketentuan[Tenggat]
    tindak_lanjut: Ketentuan[dict[Predikat, str]]
    surat: Ketentuan[AturanSurat]
    penanda_tangan: Ketentuan[tuple[PenandaTangan, ...]]
