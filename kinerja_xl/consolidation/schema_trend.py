"""The columns that a master has besides where it is compared with earlier ones: see ``schema`` for the others."""

from collections.abc import Mapping

from kinerja_xl.consolidation.schema import PREDIKAT_KEYS, Column, Format
from kinerja_xl.terms import Predikat

_MOVED = (
    Column("predikat_sebelumnya", "Predikat Sebelumnya", 17),
    Column("perubahan", "Perubahan", 17),
)

PERUBAHAN = (
    Column("no", "No.", 6, Format.INTEGER),
    Column("nip", "NIP", 21),
    Column("nama", "Nama", 30),
    Column("nama_unit", "Unit", 28),
    Column("unit_sebelumnya", "Unit Sebelumnya, Bila Lain", 28),
    Column("periode_sebelumnya", "Periode Sebelumnya", 24),
    *_MOVED[:1],
    Column("predikat", "Predikat Kinerja", 17),
    *_MOVED[1:],
    Column("capaian_sebelumnya", "Capaian Sebelumnya (%)", 12, Format.PERCENT),
    Column("capaian", "Capaian (%)", 11, Format.PERCENT),
    Column("selisih", "Selisih Capaian", 10, Format.DECIMAL),
)


def tren_unit(words: Mapping[Predikat, str]) -> tuple[Column, ...]:
    """Columns of the sheet Tren Unit, with the words of the scheme for the five levels."""
    return (
        Column("no", "No.", 6, Format.INTEGER),
        Column("kode_unit", "Kode Unit", 13),
        Column("nama_unit", "Unit", 34),
        Column("periode", "Periode", 24),
        Column("direkap", "Direkap", 9, Format.INTEGER),
        Column("dinilai", "Dinilai", 9, Format.INTEGER),
        *(Column(key, words[level], 11, Format.INTEGER) for level, key in PREDIKAT_KEYS.items()),
        Column("baik_ke_atas", f"{words[Predikat.BAIK]} ke Atas", 10, Format.SHARE),
        Column("capaian", "Rerata Capaian (%)", 11, Format.PERCENT),
        Column("selisih", "Selisih Capaian", 10, Format.DECIMAL),
    )


def with_trend(
    sheets: Mapping[str, tuple[Column, ...]], words: Mapping[Predikat, str]
) -> Mapping[str, tuple[Column, ...]]:
    """The sheets of a master that is compared with earlier ones."""
    follow_up = list(sheets["Tindak Lanjut"])
    at = next(i for i, column in enumerate(follow_up) if column.key == "predikat")
    follow_up[at + 1 : at + 1] = _MOVED
    return {**sheets, "Tindak Lanjut": tuple(follow_up), "Perubahan Predikat": PERUBAHAN, "Tren Unit": tren_unit(words)}
