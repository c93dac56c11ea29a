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


def _print_schema(wanted: bool) -> None:
    if wanted:
        from kinerja_xl.cli_json import schema

        print(schema())
        raise typer.Exit


Masukan = Annotated[
    list[Path],
    typer.Argument(help="Buku kerja unit, atau folder yang berisi buku kerja unit.", metavar="BERKAS|FOLDER..."),
]
Pekerja = Annotated[int, typer.Option(help="Banyaknya berkas yang dibaca sekaligus.", min=1, max=64)]
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


def day(value: datetime | None) -> date:
    """The day of an option; today where it was not given."""
    return value.date() if value else datetime.now().astimezone().date()


def this_year() -> int:
    """The year that is meant where none is named."""
    return day(None).year
