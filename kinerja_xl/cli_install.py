"""``kinerja pasang``: the buttons into a program of this computer; says what was done and what comes next."""

from typing import Annotated

import typer

from kinerja_xl import cli_words, console
from kinerja_xl.cli_failures import CommandError

pasang = typer.Typer(
    cls=cli_words.Kelompok,
    no_args_is_help=True,
    help="Pasang tombol Kinerja di program lembar kerja; tidak perlu hak administrator.",
    epilog="Contoh: kinerja pasang libreoffice",
)

Lepas = Annotated[bool, typer.Option("--lepas", help="Lepaskan tombol yang terpasang.")]


@pasang.callback()
def _pasang() -> None:
    """A group, also while it has one command only."""


@pasang.command(
    cls=cli_words.Perintah, epilog="Contoh: kinerja pasang libreoffice   |   kinerja pasang libreoffice --lepas"
)
def libreoffice(lepas: Lepas = False) -> None:
    """Bilah alat dan menu Kinerja di LibreOffice Calc."""
    from kinerja_xl.hosts.libreoffice import install as office

    try:
        _remove() if lepas else _install()
    except office.InstallError as error:
        raise CommandError(str(error)) from error


def _install() -> None:
    from kinerja_xl.hosts.libreoffice import install as office

    file = office.install()
    console.out().print(f"Tombol Kinerja terpasang di LibreOffice.\nBerkas ekstensi: {file}", markup=False)
    console.say(
        "Berikutnya: buka buku kerja unit di LibreOffice Calc; bilah alat dan menu Kinerja ada di atas lembar.\n"
        "Melepasnya: kinerja pasang libreoffice --lepas"
    )


def _remove() -> None:
    from kinerja_xl.hosts.libreoffice import install as office

    removed = office.remove()
    told = "Tombol Kinerja dilepas dari LibreOffice." if removed else "Tombol Kinerja tidak terpasang di LibreOffice."
    console.out().print(told, markup=False)
