"""Values of local settings whose types are right but that make no sense: the smallest and largest numbers, ladders, signers."""

from datetime import date
from typing import Any

import pytest

from kinerja_xl.regulations import bundled
from kinerja_xl.regulations.limits import Fault, faults_of, unit_key
from kinerja_xl.regulations.local import AturanSurat, PenandaTangan
from kinerja_xl.regulations.models import AmbangSaran
from kinerja_xl.regulations.rungs import PredikatAngka, Rentang


def told(key: str, isi: object) -> list[Fault]:
    """The faults of a value beside kinerja_xl's default."""
    usual = next(p.ketentuan[key] for p in bundled() if key in p.ketentuan)
    return list(faults_of(key, isi, usual))


@pytest.mark.parametrize(
    ("key", "low", "high", "why"),
    [
        ("batas_capaian", 1, 120, ", sebab PP 30/2019, Pasal 41 hanya boleh diperketat"),
        ("unit_kecil", 0, 1000, ""),
        ("batas_keberatan", 1, 366, ""),
        ("jam_pelajaran_minimal", 20, 1000, ", sebab PP 11/2017, Pasal 203 hanya boleh diperketat"),
    ],
)
def test_the_smallest_and_the_largest_number_are_allowed(key: str, low: int, high: int, why: str) -> None:
    assert [*told(key, low), *told(key, high)] == []
    for number in (low - 1, high + 1):
        assert list(told(key, number)) == [((), f"harus antara {low} dan {high}{why}; tertulis {number}.")]


@pytest.mark.parametrize(("key", "low", "high"), [("saran_hasil", 0, 1000), ("saran_perilaku", 1, 3)])
def test_thresholds_within_bounds(key: str, low: float, high: float) -> None:
    assert list(told(key, AmbangSaran(sesuai=low, di_atas=high))) == []
    found = dict(told(key, AmbangSaran(sesuai=low - 0.5, di_atas=high + 0.5)))
    assert found == {
        ("sesuai",): f"harus antara {low} dan {high}; tertulis {low - 0.5:g}.",
        ("di_atas",): f"harus antara {low} dan {high}; tertulis {high + 0.5:g}.",
    }


def test_what_has_no_bounds_has_no_faults() -> None:
    assert list(told("kepala_dihitung", isi=True)) == []


LADDER = [(word, bound, True, False) for word, bound in zip(PredikatAngka, (110, 90, 70, 50, 0), strict=True)]


def ladder(*changes: tuple[int, tuple[PredikatAngka, float, bool, bool]]) -> tuple[Rentang[PredikatAngka], ...]:
    rows = dict(enumerate(LADDER)) | dict(changes)
    return tuple(
        Rentang(predikat=word, dari=bound, termasuk=included, gagasan=idea)
        for word, bound, included, idea in rows.values()
    )


ORDER = "harus memuat setiap predikat satu kali, dari yang tertinggi: Sangat Baik, Baik, Cukup, Kurang, Sangat Kurang."
GROUND = "harus dari = 0 dan termasuk = true, supaya setiap nilai mempunyai predikat."
VERY_GOOD, GOOD, FAIR, POOR, VERY_POOR = PredikatAngka


@pytest.mark.parametrize(
    ("rungs", "faults"),
    [
        (ladder(), []),
        (ladder((0, (VERY_GOOD, 110, True, True))), []),
        (ladder()[2:], [((), "belum memuat predikat Sangat Baik, Baik.")]),
        (ladder((0, (GOOD, 110, True, False)), (1, (VERY_GOOD, 90, True, False))), [((), ORDER)]),
        ((*ladder(), *ladder()[-1:]), [((), ORDER)]),
        (ladder((1, (GOOD, 90, True, True))), [((), "gagasan hanya boleh menjadi syarat Sangat Baik.")]),
        (ladder((4, (VERY_POOR, 0, True, True))), [((), "gagasan hanya boleh menjadi syarat Sangat Baik.")]),
        (ladder((4, (VERY_POOR, 10, True, False))), [((4,), GROUND)]),
        (ladder((4, (VERY_POOR, 0, False, False))), [((4,), GROUND)]),
        (ladder((4, (VERY_POOR, -5, True, False))), [((4,), GROUND)]),
        (ladder((3, (POOR, 50, False, False))), []),  # only the lowest rung has to include its bound
    ],
)
def test_a_ladder_from_which_nobody_falls(rungs: tuple[Rentang[PredikatAngka], ...], faults: list[Any]) -> None:
    assert list(told("pp30_predikat", rungs)) == faults


def test_a_letter_needs_its_mark() -> None:
    assert list(told("surat", AturanSurat(nomor="{nomor}", sifat=" "))) == [(("sifat",), "tidak boleh kosong.")]
    assert list(told("surat", AturanSurat(nomor="{nomor}", sifat="Biasa"))) == []


def signer(kode: str, nama: str, nip: str = "", sejak: date | None = None, sampai: date | None = None) -> PenandaTangan:
    return PenandaTangan(kode_unit=kode, nama=nama, nip=nip, jabatan="Sekretaris", sejak=sejak, sampai=sampai)


def test_texts_and_nip_of_a_signer() -> None:
    nip = "harus 18 angka di antara tanda kutip, atau dikosongkan."
    signers = [
        signer("A", "Budi", "197501012000031001"),
        signer(" ", "Cici", "1975010120000310011"),
        signer("C", "", "19750101200003100x"),
        signer("D", "Didi", "\u0661" * 18),  # eighteen Arabic digits are no NIP
    ]
    assert list(told("penanda_tangan", signers)) == [
        ((1, "kode_unit"), "tidak boleh kosong."),
        ((1, "nip"), nip),
        ((2, "nama"), "tidak boleh kosong."),
        ((2, "nip"), nip),
        ((3, "nip"), nip),
    ]


MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (signer("A", "Budi"), signer("B", "Cici"), None),
        (signer("A", "Budi", sampai=date(2026, 3, 31)), signer("A", "Cici", sejak=APRIL), None),
        (signer("A", "Budi", sejak=APRIL), signer("A", "Cici", sampai=date(2026, 3, 31)), None),
        (signer("A", "Budi", sejak=MARCH), signer("B", "Cici", sejak=MARCH), None),
        (signer("A", "Budi"), signer(" a ", "Cici"), "yang sudah mempunyai Budi."),
        (signer("A", "Budi", sampai=APRIL), signer("A", "Cici", sejak=APRIL), "yang pada 1 April 2026 sudah mempunyai Budi."),
        (signer("A", "Budi", sejak=MARCH), signer("A", "Cici"), "yang pada 1 Maret 2026 sudah mempunyai Budi."),
    ],
)  # fmt: skip
def test_one_signer_a_day(one: PenandaTangan, other: PenandaTangan, said: str | None) -> None:
    found = list(told("penanda_tangan", [one, other]))
    double = f"menandatangani untuk unit {other.kode_unit}, {said}"
    assert found == ([] if said is None else [((1,), double)])


def test_codes_of_units_are_compared_as_people_type_them() -> None:
    assert unit_key(" Kel-01 ") == unit_key("KEL-01") == "kel-01"
    assert unit_key("Kel-01") != unit_key("Kel-02")
