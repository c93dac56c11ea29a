"""Shapes of the values that an office may set for itself: weights, deadlines, checks, letters, signers (see ``instansi``)."""

from datetime import date
from enum import StrEnum
from string import Formatter

from pydantic import Field, field_validator, model_validator

from kinerja_xl.regulations.rungs import Strict

NOMOR_KEYS = ("klasifikasi", "nomor", "unit", "bulan", "tahun")
"""Placeholders of the number of a letter."""


class BobotKategori(Strict):
    """Weight of an RHK in the mean of a person by its kategori; any unit, only their ratio counts."""

    utama: float = Field(ge=0.01, le=100)
    tambahan: float = Field(ge=0, le=100)


class Tenggat(Strict):
    """Days after the end of the period until which the rating should be dated."""

    triwulan: int = Field(ge=0, le=366)
    tahunan: int = Field(ge=0, le=366)


class Tingkat(StrEnum):
    """What an office may make of a rule of the checks: another severity, or nothing at all."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"
    MATI = "mati"


class Penyesuaian(Strict):
    """How an office treats one rule of the checks, and why."""

    tingkat: Tingkat
    alasan: str


class Kewajaran(Strict):
    """From where on a plan or a result is questioned; it is never refused for that.

    ``kali_target``: a result as a multiple of its target. ``kali_riwayat``: what a quarter adds as a multiple of what the
    quarters before it added on average. ``teks_salinan``: characters from which equal texts count as copied. ``kata_kabur``:
    words that promise without saying how much.
    """

    kali_target: float = Field(gt=1, le=1000)
    kali_riwayat: float = Field(gt=1, le=1000)
    teks_salinan: int = Field(ge=5, le=500)
    kata_kabur: tuple[str, ...]


class AturanSurat(Strict):
    """How letters are numbered and marked; what the unit's own sheet Unit says comes first.

    ``nomor`` is the pattern of the number, with ``{klasifikasi}``, ``{nomor}``, ``{unit}``, ``{bulan}`` (roman), ``{tahun}``.
    """

    nomor: str
    kode_klasifikasi: str = ""
    kode_unit: dict[str, str] = Field(default_factory=dict)
    sifat: str

    @field_validator("nomor")
    @classmethod
    def _known_keys(cls, text: str) -> str:
        known = ", ".join(f"{{{key}}}" for key in NOMOR_KEYS)
        try:
            parts = [part[1:] for part in Formatter().parse(text) if part[1] is not None]
        except ValueError as error:
            raise ValueError(f"pola nomor hanya boleh memuat {known}") from error
        if (
            any(name not in NOMOR_KEYS or spec or conversion for name, spec, conversion in parts)
            or not text.isprintable()
        ):
            raise ValueError(f"pola nomor hanya boleh memuat {known}")
        if "nomor" not in [name for name, *_ in parts]:
            raise ValueError("pola nomor harus memuat {nomor}")
        return text


class PenandaTangan(Strict):
    """Who signs the letters of a unit in place of the Pejabat Penilai Kinerja, and between which days."""

    kode_unit: str
    nama: str
    nip: str = ""
    pangkat: str = ""
    jabatan: str
    sejak: date | None = None
    sampai: date | None = None

    @model_validator(mode="after")
    def _ordered(self) -> "PenandaTangan":
        if self.sejak and self.sampai and self.sampai < self.sejak:
            raise ValueError("'sampai' tidak boleh lebih awal daripada 'sejak'")
        return self

    def on(self, day: date) -> bool:
        """Whether this person signs on ``day``."""
        return (self.sejak or date.min) <= day <= (self.sampai or date.max)
