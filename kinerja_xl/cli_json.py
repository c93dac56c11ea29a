"""The document of ``kinerja periksa --format json``: described once, so that the document and its published schema agree.

``kinerja periksa --skema`` prints the JSON Schema. Texts are Bahasa Indonesia, as on the screen.
"""

import json
from collections import Counter
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from kinerja_xl.consolidation.run import Checked
from kinerja_xl.findings import Finding, Severity, counts
from kinerja_xl.periods import Periode

VERSION = 1
"""Raised when a key changes its meaning or goes; a new key does not raise it."""


class Model(BaseModel):
    """A part of a document: no keys but those described."""

    model_config = ConfigDict(extra="forbid")


class Dibaca(Model):
    """Apa yang dibaca; pegawai, indikator, dan sel hanya dari berkas yang dapat dibaca."""

    berkas: int = Field(description="Banyaknya buku kerja unit")
    pegawai: int = Field(description="Baris lembar Pegawai yang terisi")
    indikator: int = Field(description="Baris lembar Rencana yang terisi")
    sel: int = Field(description="Sel isian yang terisi")


class Temuan(Model):
    """Satu masalah di satu tempat."""

    tingkat: Severity = Field(
        description="galat: pegawai (atau berkas) tidak dinilai; peringatan: perlu dilihat; info: tidak perlu apa-apa"
    )
    kode: str = Field(description="Kode aturan; artinya: kinerja jelaskan KODE")
    berkas: str = Field(description="Nama berkas, relatif terhadap folder yang diperiksa")
    lembar: str = Field(description="Nama lembar; kosong bila mengenai seluruh berkas")
    sel: str = Field(description="Alamat sel, misalnya H7; kosong bila mengenai seluruh lembar atau berkas")
    nip: str = Field(description="NIP pegawai; kosong bila bukan tentang seorang pegawai")
    nama: str = Field(description="Nama pegawai; kosong bila bukan tentang seorang pegawai")
    isian: str = Field(description="Judul kolom atau label isian")
    nilai: str = Field(description="Yang tertulis di sel itu")
    pesan: str = Field(description="Apa yang ditemukan dan apa yang seharusnya")
    saran: str = Field(description="Apa yang perlu dilakukan")


class AturanDiubah(Model):
    """Aturan yang tingkatnya diubah atau dimatikan oleh instansi."""

    kode: str
    tingkat: Literal["galat", "peringatan", "info", "mati"]
    alasan: str
    dasar: str = Field(description="Dasar hukum entri di instansi.toml")
    tidak_ditampilkan: int = Field(description="Banyaknya temuan yang tidak ditampilkan karena aturannya dimatikan")


class HasilPeriksa(Model):
    """Hasil kinerja periksa --format json."""

    versi: int = Field(description="Versi susunan dokumen ini")
    tahun: int | None = Field(description="Tahun sebagian besar berkas; null bila tidak ada yang dapat dipakai")
    periode: Periode | None = Field(description="Periode sebagian besar berkas; null bila tidak ada yang dapat dipakai")
    dibaca: Dibaca
    jumlah: dict[Severity, int] = Field(description="Banyaknya temuan setiap tingkat, nol pun disebut")
    aturan_diubah: list[AturanDiubah]
    temuan: list[Temuan] = Field(description="Semua temuan, urut berkas, tingkat, lembar, dan sel; tidak dipotong")


def document(checked: Checked) -> str:
    """The findings as one JSON document."""
    result = HasilPeriksa(
        versi=VERSION,
        tahun=checked.tahun or None,
        periode=checked.periode,
        dibaca=Dibaca(
            berkas=len(checked.readings),
            pegawai=len(checked.tables.pegawai),
            indikator=checked.indicators,
            sel=checked.cells,
        ),
        jumlah=counts(checked.findings),
        aturan_diubah=adjusted_rules(checked),
        temuan=[temuan_of(f) for f in checked.findings],
    )
    return result.model_dump_json(indent=1)


def schema(document: type[Model] = HasilPeriksa) -> str:
    """The JSON Schema of a document."""
    described = {"$schema": "https://json-schema.org/draft/2020-12/schema", **document.model_json_schema()}
    return json.dumps(described, ensure_ascii=False, indent=1)


def adjusted_rules(checked: Checked) -> list[AturanDiubah]:
    """The rules that the office made heavier, lighter or silent, and how many findings the silent ones had."""
    if checked.aturan is None:
        return []
    silent = Counter(f.code for f in checked.silent)
    own = checked.aturan.pemeriksaan
    return [
        AturanDiubah(
            kode=code,
            tingkat=rule.tingkat.value,
            alasan=rule.alasan,
            dasar=own.dasar,
            tidak_ditampilkan=silent[code],
        )
        for code, rule in own.isi.items()
    ]


def temuan_of(f: Finding) -> Temuan:
    """A finding as the documents tell it."""
    return Temuan(
        tingkat=f.severity,
        kode=f.code,
        berkas=f.file,
        lembar=f.sheet,
        sel=f.cell,
        nip=f.nip,
        nama=f.nama,
        isian=f.field,
        nilai=f.value,
        pesan=f.message,
        saran=f.fix,
    )
