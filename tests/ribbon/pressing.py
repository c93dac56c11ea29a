"""Pressing a button on a closed file, and a small unit to press it on."""

from pathlib import Path

from kinerja_xl.hosts.closed_file import ENGINE, book_of
from kinerja_xl.ribbon.press import press
from tests.workbooks import HEAD, Unit, nip

S = "Sesuai Ekspektasi"


def pressed(name: str, path: Path) -> str:
    """Press a button on a file and save it; what was said last."""
    book = book_of(path)
    press(name, book)
    book.save()
    told = ENGINE.apps[0].told
    return str(told[-1]) if told else ""


def unit() -> Unit:
    """Three people with an indicator each, all rated."""
    made = Unit().person(HEAD, "Siti Penilai", format_skp="Pimpinan").person(nip(1)).person(nip(2), "Ani Contoh")
    for who in (HEAD, nip(1), nip(2)):
        aspek = "" if who == HEAD else "Kualitas"
        made.iki(who, 1, 1, "10", "9", aspek=aspek).rate(who, S, S)
    return made
