"""Shapes of the values the older numeric schemes need: ladders of predikat, weights, the rule on time, nine boxes.

Used by the optional fields of ``models.Aturan`` and by the bundles in ``schemes``. All are strict and frozen.
"""

from enum import StrEnum
from typing import Annotated, Any, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from kinerja_xl.terms import Rating

Fraction = Annotated[float, Field(ge=0, le=1)]
Nama = TypeVar("Nama", bound=StrEnum)
_ROUNDING = 1e-9


class PredikatAngka(StrEnum):
    """Predikat of PP 30/2019 and categories of PermenPANRB 8/2021; "Cukup" is today's Butuh Perbaikan."""

    SANGAT_BAIK = "Sangat Baik"
    BAIK = "Baik"
    CUKUP = "Cukup"
    KURANG = "Kurang"
    SANGAT_KURANG = "Sangat Kurang"


class PredikatPp46(StrEnum):
    """Predikat of PP 46/2011."""

    SANGAT_BAIK = "Sangat Baik"
    BAIK = "Baik"
    CUKUP = "Cukup"
    KURANG = "Kurang"
    BURUK = "Buruk"


class Potensial(StrEnum):
    """Level of potential in manajemen talenta."""

    RENDAH = "Rendah"
    MENENGAH = "Menengah"
    TINGGI = "Tinggi"


class Strict(BaseModel):
    """Refuses unknown keys and later changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled by the general class and what it is filled with: ``Ketentuan[float]`` itself stands in no module."""
        generic = type(self).__pydantic_generic_metadata__
        return _restored, (generic["origin"] or type(self), generic["args"], self.__getstate__())


def _restored(model: Any, args: tuple[Any, ...], state: dict[Any, Any]) -> Strict:  # noqa: ANN401 - a class, generic or not
    filled = model[args] if args else model
    value: Strict = filled.__new__(filled)
    value.__setstate__(state)
    return value


class Bobot(Strict):
    """Weights of SKP and perilaku as fractions of 1."""

    skp: Fraction
    perilaku: Fraction

    @model_validator(mode="after")
    def _whole(self) -> "Bobot":
        if abs(self.skp + self.perilaku - 1) > _ROUNDING:
            raise ValueError("jumlah bobot 'skp' dan 'perilaku' harus 1")
        return self


class Rentang(Strict, Generic[Nama]):
    """A predikat and the lowest value that earns it.

    ``termasuk``: whether exactly ``dari`` earns it; ``gagasan``: only with a new idea that helped the organisation.
    """

    predikat: Nama
    dari: float
    termasuk: bool
    gagasan: bool = False


class TingkatIki(Strict):
    """A category of capaian IKI in whole percent ``dari`` to ``sampai``, its value rising between the two ends.

    Without ``sampai`` the category is open above and its value is always ``nilai_dari``.
    """

    kategori: PredikatAngka
    dari: int = Field(ge=0)
    sampai: int | None = None
    nilai_dari: float
    nilai_sampai: float

    @model_validator(mode="after")
    def _rising(self) -> "TingkatIki":
        if self.sampai is not None and self.sampai < self.dari:
            raise ValueError("'sampai' tidak boleh lebih kecil daripada 'dari'")
        if self.nilai_sampai < self.nilai_dari:
            raise ValueError("'nilai_sampai' tidak boleh lebih kecil daripada 'nilai_dari'")
        return self


class TargetMaksimal(Strict):
    """What a capaian of ``capaian`` percent earns where the target is already the highest possible."""

    capaian: int
    kategori: PredikatAngka
    nilai: float


class AturanHemat(Strict):
    """The rule on time and cost: ``(faktor x T - R) / T`` up to ``batas`` percent saved, above it counted down from ``puncak``."""

    batas: float
    faktor: float
    puncak: float


class PorsiRating(Strict):
    """Shares of the people rated that may have ``rating``, as fractions."""

    rating: Rating
    minimal: Fraction = 0
    maksimal: Fraction = 1


class KelompokTalenta(Strict):
    """A group of boxes of the talent matrix."""

    nama: str
    kotak: tuple[int, ...]


def _falling(rungs: tuple[Rentang[Nama], ...]) -> tuple[Rentang[Nama], ...]:
    bounds = [rung.dari for rung in rungs]
    if bounds != sorted(set(bounds), reverse=True):
        raise ValueError("'dari' harus menurun dari predikat tertinggi ke terendah")
    return rungs


def _rising(rungs: tuple[TingkatIki, ...]) -> tuple[TingkatIki, ...]:
    bounds = [rung.dari for rung in rungs]
    if bounds != sorted(set(bounds)):
        raise ValueError("'dari' harus menaik dari kategori terendah ke tertinggi")
    return rungs


TanggaAngka = Annotated[tuple[Rentang[PredikatAngka], ...], AfterValidator(_falling)]
TanggaPp46 = Annotated[tuple[Rentang[PredikatPp46], ...], AfterValidator(_falling)]
TanggaIki = Annotated[tuple[TingkatIki, ...], AfterValidator(_rising)]
