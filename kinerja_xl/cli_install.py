"""``kinerja pasang``: the buttons into a program of this computer; says what was done and what comes next."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from kinerja_xl import cli_words, console

pasang = typer.Typer(
    cls=cli_words.Kelompok,
    no_args_is_help=True,
    help="Pasang tombol Kinerja di program lembar kerja; tidak perlu hak administrator.",
    epilog="Contoh: kinerja pasang excel   |   kinerja pasang libreoffice",
)

REOPEN = "tutup dan buka lagi LibreOffice bila sedang terbuka"
"""Only at its start does it look for the buttons that it has."""

Lepas = Annotated[bool, typer.Option("--lepas", help="Lepaskan tombol yang terpasang.")]


@pasang.command(cls=cli_words.Perintah, epilog="Contoh: kinerja pasang excel   |   kinerja pasang excel --lepas")
def excel(lepas: Lepas = False) -> None:
    """Tab Kinerja di Excel (Windows dan macOS)."""
    from kinerja_xl.cli_failures import CommandError
    from kinerja_xl.hosts import excel_install as office

    try:
        where = office.places(Path.home(), os.environ)
        done = office.remove(where) if lepas else office.install(where, Path(sys.executable))
    except office.InstallError as error:
        raise CommandError(str(error)) from error
    for path in done:
        console.out().print(f"{'Dihapus' if lepas else 'Ditulis'}: {path}", markup=False, soft_wrap=True)
    if lepas:
        console.say("Tombol Kinerja dilepas dari Excel." if done else "Tombol Kinerja tidak terpasang di Excel.")
        return
    console.say(f"Tombol memakai Python ini: {sys.executable}")
    console.say("Berikutnya: tutup dan buka lagi Excel, buka Buku Kerja Unit, lalu pilih tab Kinerja.")


@pasang.command(
    cls=cli_words.Perintah, epilog="Contoh: kinerja pasang libreoffice   |   kinerja pasang libreoffice --lepas"
)
def libreoffice(lepas: Lepas = False) -> None:
    """Bilah alat dan menu Kinerja di LibreOffice Calc."""
    from kinerja_xl.cli_failures import CommandError
    from kinerja_xl.hosts.libreoffice import install as office

    try:
        _remove_from_libreoffice() if lepas else _put_into_libreoffice()
    except office.InstallError as error:
        raise CommandError(str(error)) from error


def _put_into_libreoffice() -> None:
    from kinerja_xl.hosts.libreoffice import install as office

    file = office.install()
    console.out().print(f"Tombol Kinerja terpasang di LibreOffice.\nBerkas ekstensi: {file}", markup=False)
    console.say(
        f"Berikutnya: {REOPEN}, lalu buka buku kerja unit di Calc; bilah alat dan menu Kinerja ada di atas lembar.\n"
        "Melepasnya: kinerja pasang libreoffice --lepas"
    )
    if sys.platform == "linux" and sys.prefix != sys.base_prefix:
        console.say(
            "Buka LibreOffice dari menu desktop, bukan dari terminal yang lingkungan Python-nya (.venv) aktif: di sana LibreOffice "
            "berhenti saat dibuka. Bila tombol hilang sesudah itu, ulangi perintah ini."
        )


def _remove_from_libreoffice() -> None:
    from kinerja_xl.hosts.libreoffice import install as office

    removed = office.remove()
    told = "Tombol Kinerja dilepas dari LibreOffice." if removed else "Tombol Kinerja tidak terpasang di LibreOffice."
    console.out().print(told, markup=False)
    if removed:
        console.say(f"Berikutnya: {REOPEN}.")
