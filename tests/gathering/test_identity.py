"""Whose form it is, in the ways in which offices write it."""

import pytest

from kinerja_xl.gathering.foreign.identity import identity
from kinerja_xl.gathering.foreign.sheet import Sheet
from tests.gathering.foreign import NIP, NIP_PENILAI


def _read(*rows: list[str | float]) -> dict[str, str]:
    width = max(map(len, rows))
    sheet = Sheet("SKP", [[*row, *[""] * (width - len(row))] for row in rows])
    return {key: value.text for key, value in identity(sheet, len(rows)).items()}


def test_labels_with_their_value_in_the_same_cell() -> None:
    assert _read(["Nama : Budi Contoh, S.E."], [f"NIP. : {NIP}"], ["Jabatan: Lurah"]) == {
        "nama": "Budi Contoh, S.E.",
        "nip": NIP,
        "jabatan": "Lurah",
    }


def test_labels_that_say_whose_they_are() -> None:
    rows: list[list[str | float]] = [
        ["Nama Pegawai", ":", "Budi"],
        ["NIP Pegawai", ":", NIP],
        ["Nama Pejabat Penilai", ":", "Siti"],
        ["NIP Pejabat Penilai Kinerja", ":", NIP_PENILAI],
        ["Jabatan Atasan Pejabat Penilai", ":", "Camat"],
    ]
    expected = {
        "nama": "Budi",
        "nip": NIP,
        "nama_penilai": "Siti",
        "nip_penilai": NIP_PENILAI,
        "jabatan_atasan": "Camat",
    }
    assert _read(*rows) == expected


def test_an_empty_value_is_not_the_number_of_the_next_pane() -> None:
    assert _read(
        ["NO", "PEGAWAI YANG DINILAI", "", "NO", "PEJABAT PENILAI KINERJA", ""],
        [1, "NAMA", "Budi", 1, "NAMA", "Wali Kota Uji"],
        [2, "NIP", "", 2, "NIP", "-"],
    ) == {"nama": "Budi", "nama_penilai": "Wali Kota Uji"}


def test_panes_below_each_other_and_a_nip_of_the_rater_that_is_a_number() -> None:
    assert _read(
        ["1.", "PEGAWAI YANG DINILAI"],
        ["", "a. Nama", "Budi"],
        ["2.", "PEJABAT PENILAI KINERJA"],
        ["", "a. Nama", "Siti"],
        ["", "b. NIP", float(NIP_PENILAI)],
        ["", "c. Unit Kerja", "Kecamatan"],
    ) == {"nama": "Budi", "nama_penilai": "Siti", "nip_penilai": "197501012000031000", "nip_penilai_angka": "1"}


@pytest.mark.parametrize(
    ("text", "pangkat", "golongan"),
    [
        ("Penata Muda Tk. I (III/b)", "Penata Muda Tk. I", "III/b"),
        ("Penata / III/c", "Penata", "III/c"),
        ("Penata, III / C", "Penata", "III/c"),
        ("IV/a - Pembina", "Pembina", "IV/a"),
        ("III/d", "", "III/d"),
        ("IX", "", "IX"),
        ("Golongan VII", "", "VII"),
        ("Penata Tingkat I", "Penata Tingkat I", ""),
    ],
)
def test_rank_and_grade(text: str, pangkat: str, golongan: str) -> None:
    found = _read(["Pangkat/Gol. Ruang", text])
    assert (found.get("pangkat", ""), found.get("golongan", "")) == (pangkat, golongan)
