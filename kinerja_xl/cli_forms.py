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
    epilog="Contoh: kinerja formulir skp --daftar pegawai.csv -o formulir",
)


@formulir.command(
    "unit", cls=cli_words.Perintah, epilog="Contoh: kinerja formulir unit --daftar pegawai.csv -o formulir"
)
def formulir_unit(
    daftar: opsi.DaftarUnit,
    keluar: Annotated[Path, typer.Option("-o", "--keluar", help="Folder tujuan.", metavar="FOLDER")],
    tahun: opsi.TahunFormulir = None,
    instansi: opsi.BerkasInstansi = None,
) -> None:
    """Buku Kerja Unit kosong untuk setiap unit dalam daftar pegawai."""
    from kinerja_xl import cli_jobs as jobs

    jobs.make_blank_units(daftar, keluar, tahun or opsi.this_year(), instansi)


@formulir.command(
    "skp",
    cls=cli_words.Perintah,
    epilog="Contoh: kinerja formulir skp --daftar pegawai.csv -o skp-2027 --tahun 2027 --lanjutan skp-2026",
)
def formulir_skp(
    daftar: opsi.DaftarUnit,
    keluar: Annotated[Path, typer.Option("-o", "--keluar", help="Folder tujuan.", metavar="FOLDER")],
    tahun: opsi.TahunFormulir = None,
    lanjutan: Annotated[
        list[Path] | None,
        typer.Option(
            "--lanjutan",
            help="Formulir tahun lalu (berkas atau folder; boleh diulang): rencana, target, dan lampirannya disalin.",
            metavar="FORMULIR|FOLDER",
        ),
    ] = None,
    keberatan: Annotated[
        bool, typer.Option("--keberatan", help="Dokumen Evaluasi dengan kotak keberatan dan keputusannya.")
    ] = False,
    instansi: opsi.BerkasInstansi = None,
) -> None:
    """Formulir SKP kosong untuk setiap pegawai dalam daftar, satu folder setiap unit."""
    from kinerja_xl import cli_staff_forms as jobs
    from kinerja_xl.cli_regulations import local_rules

    choice = jobs.FormChoice(tahun or opsi.this_year(), tuple(lanjutan or ()), keberatan, local_rules(instansi))
    jobs.make_staff_forms(daftar, keluar, choice)
