"""Files ``instansi.toml`` for tests: a head, and entries written by the test."""

from pathlib import Path

import pytest

from kinerja_xl.regulations import Peraturan, RegulationError
from kinerja_xl.regulations.instansi import muat_instansi

HEAD = 'instansi = "PEMERINTAH KOTA CONTOH"\ndiperiksa = 2026-11-24\n'
DASAR = "Perwali Contoh 12/2026, Pasal 7"


def entry(key: str, isi: str, *, sejak: str = "2020-01-01", sampai: str = "", dasar: str = DASAR) -> str:
    """One entry of the file; ``isi`` is TOML."""
    until = f"berlaku_sampai = {sampai}\n" if sampai else ""
    return f'[[ketentuan.{key}]]\nberlaku_sejak = {sejak}\n{until}dasar = "{dasar}"\nisi = {isi}\n'


def write(folder: Path, *entries: str) -> Path:
    """The file with these entries."""
    path = folder / "instansi.toml"
    path.write_text("\n".join((HEAD, *entries)), "utf-8")
    return path


def lokal(folder: Path, *entries: str) -> tuple[Peraturan, ...]:
    """The rules of a file with these entries."""
    return muat_instansi(write(folder, *entries)).peraturan


def refused(path: Path) -> str:
    """The line with which a file is refused."""
    with pytest.raises(RegulationError) as error:
        muat_instansi(path)
    message = str(error.value)
    assert "\n" not in message
    return message
