"""A roster (``--daftar``) or a year that cannot be meant is refused in one line, before anything is made of it."""

from datetime import datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kinerja_xl.cli import app
from kinerja_xl.roster import RosterError, read_roster
from tests.gathering.forms import whole
from tests.gathering.test_himpun_cli import Forms, forms  # noqa: F401 the fixture
from tests.workbooks import Unit, nip

HEADER = "Kode Unit;Nama Unit;NIP;Nama;Format SKP;Pendekatan"
FAULTS: dict[str, tuple[tuple[str, ...], str]] = {
    "a NIP twice": (
        (f"U;UJI;{nip(1)};Budi;;", f"U;UJI;{nip(2)};Ani;;", f"U;UJI;{nip(1)};Budi C.;;"),
        f"daftar.csv: NIP {nip(1)} ada di baris 2 dan 4 unit UJI. Sisakan satu baris setiap pegawai.",
    ),
    "an unknown format": (
        (f"U;UJI;{nip(1)};Budi;Pimpinan Uji;",),
        "daftar.csv baris 2: Format SKP 'Pimpinan Uji' tidak dikenal; yang boleh: Pimpinan, JA/JF, atau kosong.",
    ),
    "an unknown approach": (
        (f"U;UJI;{nip(1)};Budi;;", f"U;UJI;{nip(2)};Ani;JA/JF;campuran"),
        "daftar.csv baris 3: Pendekatan 'campuran' tidak dikenal; yang boleh: Kuantitatif, Kualitatif, atau kosong.",
    ),
}


def made(folder: Path, kind: str, rows: tuple[str, ...], *more: str, header: str = HEADER) -> tuple[str, str, bool]:
    """What stopped ``kinerja formulir``, what it said, and whether anything was written."""
    roster, target = folder / "daftar.csv", folder / "formulir"
    roster.write_text("\n".join((header, *rows)), encoding="utf-8")
    result = CliRunner().invoke(app, ["formulir", kind, "--daftar", str(roster), "-o", str(target), *more])
    return str(result.exception or ""), result.stderr, target.exists()


@pytest.mark.parametrize("kind", ["skp", "unit"])
@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_the_roster_is_one_line(name: str, kind: str, tmp_path: Path) -> None:
    rows, message = FAULTS[name]
    assert made(tmp_path, kind, rows)[::2] == (message, False)


def test_two_columns_of_nips_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    path.write_text(f"NIP;Nama;Nama Unit;NIP\n{nip(1)};Budi;UJI;{nip(2)}\n", encoding="utf-8")
    with pytest.raises(RosterError, match=r"daftar\.csv: kolom NIP ada lebih dari satu \(kolom A dan D\)"):
        read_roster(path)


def test_who_moves_from_one_unit_to_another_has_a_form_in_each(tmp_path: Path) -> None:
    stopped, said, written = made(tmp_path, "skp", (f"A;SATU;{nip(1)};Budi;;", f"B;DUA;{nip(1)};Budi;;"))
    assert (stopped, written) == ("", True)
    assert f"NIP {nip(1)} ada di lebih dari satu unit: SATU dan DUA." in said


@pytest.mark.parametrize("kind", ["skp", "unit"])
def test_a_year_far_ahead_is_refused(kind: str, tmp_path: Path) -> None:
    last = datetime.now().astimezone().year + 1
    stopped, _, written = made(tmp_path, kind, (f"U;UJI;{nip(1)};Budi;;",), "--tahun", "2100")
    assert f"--tahun 2100 terlalu jauh: paling jauh tahun {last}." in stopped
    assert not written


def test_a_year_before_all_regulations_is_not_sent_elsewhere(tmp_path: Path) -> None:
    stopped, _, _ = made(tmp_path, "skp", (f"U;UJI;{nip(1)};Budi;;",), "--tahun", "1999")
    assert "tahun paling awal adalah 2014" in stopped
    assert "formulir unit --tahun" not in stopped


def test_himpun_says_what_is_wrong_with_its_year(forms: Forms) -> None:  # noqa: F811
    forms.put(whole(1))
    assert "--tahun 2100 belum ada peraturannya." in forms.run("--tahun", "2100")[2]
    Unit(kode="UJI-01").person(nip(1), "Pegawai 1").write(forms.target.parent)
    code, _, said = forms.run("--tahun", "2025")
    assert code == 2
    assert "buku kerja ini tahun 2026, bukan 2025 (--tahun)" in said
    assert forms.run("--tahun", "2026")[0] == 0
