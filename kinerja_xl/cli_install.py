"""``kinerja pasang``: puts the buttons into the program in which people open their workbooks, and takes them away again."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from kinerja_xl import cli_words, console

pasang = typer.Typer(
    cls=cli_words.Kelompok,
    no_args_is_help=True,
    help="Pasang tombol Kinerja pada program spreadsheet.",
    epilog="Contoh: kinerja pasang excel",
)


@pasang.callback()
def _pasang() -> None:
    """Keeps the program's name a word of its own, as there will be more of them."""


@pasang.command(
    "excel", cls=cli_words.Perintah, epilog="Contoh: kinerja pasang excel   |   kinerja pasang excel --lepas"
)
def pasang_excel(
    lepas: Annotated[bool, typer.Option("--lepas", help="Lepas lagi: hapus berkas yang dipasang.")] = False,
) -> None:
    """Tab Kinerja di Excel (Windows atau macOS), tanpa hak administrator."""
    from kinerja_xl.cli_failures import CommandError
    from kinerja_xl.hosts.excel_install import InstallError, install, places, remove

    try:
        where = places(Path.home(), os.environ)
        done = remove(where) if lepas else install(where, Path(sys.executable))
    except InstallError as error:
        raise CommandError(str(error)) from error
    for path in done:
        console.out().print(f"{'Dihapus' if lepas else 'Ditulis'}: {path}", markup=False, soft_wrap=True)
    if lepas:
        console.say("Tombol Kinerja dilepas." if done else "Tombol Kinerja memang tidak terpasang.")
    else:
        console.say(f"Tombol memakai Python ini: {sys.executable}")
        console.say("Berikutnya: tutup dan buka lagi Excel, buka Buku Kerja Unit, lalu pilih tab Kinerja.")
