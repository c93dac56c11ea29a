"""The options and arguments that several commands share, with their help texts."""

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Keluaran(StrEnum):
    """How findings are printed."""

    TEKS = "teks"
    JSON = "json"


class Utamakan(StrEnum):
    """Whose text is taken where form and unit workbook differ."""

    UNIT = "unit"
    FORMULIR = "formulir"


def _print_schema(wanted: bool) -> None:
    if wanted:
        from kinerja_xl.cli_json import schema

        print(schema())
        raise typer.Exit


def _print_schema_of_himpun(wanted: bool) -> None:
    if wanted:
        from kinerja_xl.cli_himpun_json import HasilHimpun
        from kinerja_xl.cli_json import schema

        print(schema(HasilHimpun))
        raise typer.Exit


Masukan = Annotated[
    list[Path],
    typer.Argument(help="Buku kerja unit, atau folder yang berisi buku kerja unit.", metavar="BERKAS|FOLDER..."),
]
MasukanAlamat = Annotated[
    list[str],
    typer.Argument(
        help="Buku kerja unit, folder yang berisi buku kerja unit, atau alamatnya (s3://..., https://...).",
        metavar="BERKAS|FOLDER|URL...",
    ),
]
Klaster = Annotated[
    str | None,
    typer.Option(
        "--klaster",
        help="Kerjakan di banyak mesin lewat penjadwal Dask ini; banyaknya pekerja ditentukan klaster.",
        metavar="ALAMAT",
    ),
]
Formulir = Annotated[
    list[Path],
    typer.Argument(
        help="Formulir SKP pegawai (Excel atau CSV), atau folder yang berisinya.", metavar="FORMULIR|FOLDER..."
    ),
]
BukuKerja = Annotated[
    Path,
    typer.Option("-o", "--keluar", help="Buku kerja unit; dibuat baru bila belum ada.", metavar="UNIT.xlsx"),
]
Pilihan = Annotated[
    Utamakan, typer.Option("--utamakan", help="Isian mana yang dipakai bila formulir dan buku kerja berbeda.")
]
HanyaNip = Annotated[list[str] | None, typer.Option("--nip", help="Hanya untuk NIP ini; boleh diulang.", metavar="NIP")]
TahunHimpun = Annotated[
    int | None,
    typer.Option("--tahun", help="Tahun buku kerja baru; bawaan: tahun yang tertulis pada formulir.", min=1, max=2100),
]
BerkasPeta = Annotated[
    Path | None,
    typer.Option(
        "--peta", help="Peta kolom; bawaan: peta-kolom.toml di samping buku kerja bila ada.", metavar="PETA.toml"
    ),
]
Petakan = Annotated[
    bool,
    typer.Option("--petakan", help="Tulis kolom yang tidak dikenali ke peta kolom untuk dijelaskan; belum menghimpun."),
]
UjiCoba = Annotated[
    bool, typer.Option("--uji-coba", help="Sebut saja apa yang akan ditulis; tidak ada berkas yang diubah.")
]
BanyakUnit = Annotated[
    int,
    typer.Option(help="Banyaknya unit; delapan yang pertama Kecamatan Plaju dan kelurahannya.", min=1, max=10_000),
]
Pekerja = Annotated[int, typer.Option(help="Banyaknya berkas yang dibaca sekaligus.", min=1, max=64)]
Tembolok = Annotated[
    Path | None,
    typer.Option(
        help="Folder untuk mengingat hasil; yang tidak berubah tidak dibaca lagi pada kali berikutnya.",
        metavar="FOLDER",
    ),
]
Nomor = Annotated[int, typer.Option(help="Nomor urut surat yang pertama.", min=1)]
Tanggal = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d", "%d/%m/%Y"], help="Tanggal, misalnya 2026-07-06; bawaan: hari ini.", metavar="TANGGAL"
    ),
]
Rincian = Annotated[
    bool, typer.Option("--rincian", help="Lampirkan rincian perhitungan pada setiap surat; bukan dari master.")
]
DaftarPegawai = Annotated[
    Path | None,
    typer.Option("--daftar", help="Daftar pegawai (CSV atau Excel): siapa yang seharusnya ada.", metavar="DAFTAR"),
]
BerkasInstansi = Annotated[
    Path | None,
    typer.Option(
        "--instansi", help="Setelan instansi; bawaan: instansi.toml di folder ini bila ada.", metavar="BERKAS.toml"
    ),
]
TahunFormulir = Annotated[int | None, typer.Option(help="Tahun penilaian; bawaan: tahun ini.", min=1, max=2100)]
DaftarUnit = Annotated[
    Path,
    typer.Option(
        "--daftar", help="Daftar pegawai: kolom Kode Unit, Nama Unit, NIP, Nama, dan seterusnya.", metavar="DAFTAR"
    ),
]
FolderSurat = Annotated[
    Path | None, typer.Option("--surat", help="Tulis juga surat hasil evaluasi ke folder ini.", metavar="FOLDER")
]
BerkasSiasn = Annotated[
    Path | None,
    typer.Option(
        "--siasn", help="Tulis juga CSV untuk SIASN: rating dan predikat setiap pegawai.", metavar="BERKAS.csv"
    ),
]
MasterSebelumnya = Annotated[
    list[Path] | None,
    typer.Option(
        "--sebelumnya", help="Master periode lalu sebagai pembanding (tren); boleh diulang.", metavar="MASTER.xlsx"
    ),
]
BerkasTemuan = Annotated[
    Path | None, typer.Option("--keluaran", help="Tulis temuan juga ke buku kerja Excel ini.", metavar="TEMUAN.xlsx")
]
FolderTanda = Annotated[
    Path | None,
    typer.Option(
        "--tandai", help="Tulis salinan bertanda (warna, catatan, lembar Temuan) ke folder baru ini.", metavar="FOLDER"
    ),
]
Rinci = Annotated[bool, typer.Option("--rinci", help="Sebut setiap temuan satu per satu, tidak dikelompokkan.")]
Skema = Annotated[
    bool, typer.Option("--skema", callback=_print_schema, is_eager=True, help="Tampilkan skema JSON hasilnya.")
]
SkemaHimpun = Annotated[
    bool,
    typer.Option("--skema", callback=_print_schema_of_himpun, is_eager=True, help="Tampilkan skema JSON hasilnya."),
]


def places(given: list[str]) -> list[Path | str]:
    """The paths and URLs that were typed."""
    from kinerja_xl.forms.remote import place_of

    return [place_of(text) for text in given]


def day(value: datetime | None) -> date:
    """The day of an option; today where it was not given."""
    return value.date() if value else datetime.now().astimezone().date()


def this_year() -> int:
    """The year that is meant where none is named."""
    return day(None).year


SebagaiFormulir = Annotated[
    bool,
    typer.Option(
        "--formulir",
        help="Formulir SKP yang terisi, satu berkas seorang, alih-alih buku kerja unit; untuk kinerja himpun.",
    ),
]
