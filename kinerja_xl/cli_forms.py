"""``kinerja formulir``: blank workbooks from a roster."""

from pathlib import Path
from typing import Annotated

import typer

from kinerja_xl import cli_options as opsi
from kinerja_xl import cli_words

formulir = typer.Typer(
    cls=cli_words.Kelompok,
    no_args_is_help=True,
    help="Buat formulir kosong dari daftar pegawai.",
    epilog="Contoh: kinerja formulir unit --daftar pegawai.csv -o formulir",
)


@formulir.command(
    "unit", cls=cli_words.Perintah, epilog="Contoh: kinerja formulir unit --daftar pegawai.csv -o formulir"
)
def formulir_unit(
    daftar: opsi.DaftarUnit,
    keluar: Annotated[Path, typer.Option("-o", "--keluar", help="Folder tujuan.", metavar="FOLDER")],
    tahun: opsi.TahunFormulir = None,
) -> None:
    """Buku Kerja Unit kosong untuk setiap unit dalam daftar pegawai."""
    from kinerja_xl import cli_jobs as jobs

    jobs.make_blank_units(daftar, keluar, tahun or opsi.this_year())
