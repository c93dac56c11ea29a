"""Shapes of what an office may set: the smallest and largest number, the pattern of a letter's number, the days of a signer."""

from datetime import date

import pytest
from pydantic import ValidationError

from kinerja_xl.regulations.local import AturanSurat, BobotKategori, PenandaTangan, Tenggat

KNOWN = "pola nomor hanya boleh memuat {klasifikasi}, {nomor}, {unit}, {bulan}, {tahun}"


@pytest.mark.parametrize(
    ("utama", "tambahan", "accepted"),
    [
        (0.01, 0, True),
        (100, 100, True),
        (0, 1, False),  # main work always weighs something
        (100.5, 1, False),
        (1, -0.1, False),
        (1, 100.5, False),
    ],
)
def test_weights(utama: float, tambahan: float, accepted: bool) -> None:
    if accepted:
        assert BobotKategori(utama=utama, tambahan=tambahan).tambahan == tambahan
    else:
        with pytest.raises(ValidationError):
            BobotKategori(utama=utama, tambahan=tambahan)


@pytest.mark.parametrize(("days", "accepted"), [(0, True), (366, True), (-1, False), (367, False)])
def test_deadlines_are_within_a_year(days: int, accepted: bool) -> None:
    for values in ({"triwulan": days, "tahunan": 1}, {"triwulan": 1, "tahunan": days}):
        if accepted:
            assert Tenggat(**values).model_dump() == values
        else:
            with pytest.raises(ValidationError):
                Tenggat(**values)


@pytest.mark.parametrize("pattern", ["{nomor}", "{klasifikasi}/{nomor}/{unit}/{bulan}/{tahun}", "{{A}}-{nomor}"])
def test_patterns_of_a_number(pattern: str) -> None:
    assert AturanSurat(nomor=pattern, sifat="Terbatas").nomor == pattern


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("{nomor", KNOWN),  # a brace that is not closed
        ("{nomor}/{kota}", KNOWN),
        ("{nomor:04d}", KNOWN),
        ("{nomor!r}", KNOWN),
        ("{nomor}\n", KNOWN),
        ("800/{unit}", "pola nomor harus memuat {nomor}"),
    ],
)
def test_a_wrong_pattern_is_refused(pattern: str, told: str) -> None:
    with pytest.raises(ValidationError) as error:
        AturanSurat(nomor=pattern, sifat="Terbatas")
    assert [e["msg"] for e in error.value.errors()] == [f"Value error, {told}"]


def signer(sejak: date | None = None, sampai: date | None = None) -> PenandaTangan:
    return PenandaTangan(kode_unit="UJI-01", nama="Budi Contoh", jabatan="Sekretaris", sejak=sejak, sampai=sampai)


def test_who_signs_from_when_until_when() -> None:
    first, last = date(2026, 3, 1), date(2026, 3, 31)
    bounded = signer(first, last)
    days = [date(2026, 2, 28), first, last, date(2026, 4, 1)]
    assert [bounded.on(day) for day in days] == [False, True, True, False]
    assert [signer(sejak=first).on(day) for day in days] == [False, True, True, True]
    assert [signer(sampai=last).on(day) for day in days] == [True, True, True, False]
    assert signer(first, first).on(first)  # for one day
    with pytest.raises(ValidationError, match="'sampai' tidak boleh lebih awal daripada 'sejak'"):
        signer(last, first)


def test_what_a_signer_or_a_letter_does_not_say_is_empty() -> None:
    given = PenandaTangan(kode_unit="UJI-01", nama="Budi Contoh", jabatan="Sekretaris")
    assert (given.nip, given.pangkat, given.sejak, given.sampai) == ("", "", None, None)
    letter = AturanSurat(nomor="{nomor}", sifat="Biasa")
    assert (letter.kode_klasifikasi, letter.kode_unit) == ("", {})
