"""The document of ``kinerja himpun --format json``, described once like that of ``kinerja periksa``."""

from collections.abc import Sequence

from pydantic import Field

from kinerja_xl.cli_json import Model, Temuan, temuan_of
from kinerja_xl.findings import Finding, Severity, counts
from kinerja_xl.gathering.merged import Counts
from kinerja_xl.gathering.run import Gathered

VERSION = 1
"""Raised when a key changes its meaning or goes; a new key does not raise it."""


class Formulir(Model):
    """Formulir: dibaca = dihimpun + sama + ditolak."""

    dibaca: int
    dihimpun: int
    sama: int = Field(description="Dikirim dua kali dengan isi yang sama; dihimpun satu kali")
    ditolak: int
    di_luar_nip: int = Field(description="Formulir orang lain bila --nip disebut; tidak termasuk yang dibaca")


class Pegawai(Model):
    """Pegawai unit: semua = mengirim + belum."""

    semua: int
    mengirim: int = Field(description="Ada formulirnya, juga bila formulir itu ditolak")
    ditolak: int = Field(description="Di antara yang mengirim: tidak satu pun formulirnya dihimpun")
    belum: int


class Isian(Model):
    """Isian formulir yang dihimpun: semua = ditulis + sama + berbeda + tanpa_tempat."""

    semua: int
    ditulis: int
    diganti: int = Field(description="Di antara yang ditulis: menggantikan isian lain (--utamakan formulir)")
    sama: int
    berbeda: int = Field(description="Isian buku kerja tetap")
    tanpa_tempat: int


class Dilewati(Model):
    """Berkas yang bukan formulir."""

    berkas: str
    alasan: str


class HasilHimpun(Model):
    """Hasil kinerja himpun --format json."""

    versi: int = Field(description="Versi susunan dokumen ini")
    kesalahan: str = Field(description="Mengapa tidak dapat dihimpun; kosong bila dapat")
    buku_kerja: str
    baru: bool = Field(description="Buku kerja dibuat baru")
    ditulis: bool = Field(description="false pada uji coba, atau bila tidak ada yang berubah")
    cadangan: str = Field(description="Nama salinan berkas lama; kosong bila tidak ada")
    unit: str
    tahun: str
    formulir: Formulir | None
    pegawai: Pegawai | None
    isian: Isian | None
    sel: int = Field(description="Banyaknya sel yang ditulis (pada uji coba: akan ditulis)")
    baris_baru: int
    dilewati: list[Dilewati]
    jumlah: dict[Severity, int] = Field(description="Banyaknya temuan setiap tingkat, nol pun disebut")
    temuan: list[Temuan]


def document(
    target: str,
    gathered: Gathered | None,
    findings: Sequence[Finding],
    passed: Sequence[tuple[str, str]] = (),
    error: str = "",
) -> str:
    """What gathering did, or why it could not, as one JSON document."""
    c = gathered.merged.counts if gathered else None
    result = HasilHimpun(
        versi=VERSION,
        kesalahan=error,
        buku_kerja=target,
        baru=bool(gathered and gathered.book.new),
        ditulis=bool(gathered and gathered.written),
        cadangan=gathered.backup.name if gathered and gathered.backup else "",
        unit=gathered.book.unit.get("nama_unit", "") if gathered else "",
        tahun=gathered.book.tahun if gathered else "",
        formulir=_formulir(c) if c else None,
        pegawai=Pegawai(semua=c.people, mengirim=c.sent, ditolak=c.refused, belum=c.missing) if c else None,
        isian=_isian(c) if c else None,
        sel=gathered.cells if gathered else 0,
        baris_baru=gathered.rows if gathered else 0,
        dilewati=[Dilewati(berkas=name, alasan=reason) for name, reason in passed],
        jumlah=counts(findings),
        temuan=[temuan_of(f) for f in findings],
    )
    return result.model_dump_json(indent=1)


def _formulir(c: Counts) -> Formulir:
    return Formulir(dibaca=c.forms, dihimpun=c.gathered, sama=c.alike, ditolak=c.rejected, di_luar_nip=c.outside)


def _isian(c: Counts) -> Isian:
    return Isian(
        semua=c.entries,
        ditulis=c.written,
        diganti=c.replaced,
        sama=c.unchanged,
        berbeda=c.different,
        tanpa_tempat=c.homeless,
    )
