"""Files of the law that cannot be read, values that there are not yet, and what a value does not say of itself."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from kinerja_xl.regulations import AturanPp46, AturanRating, RegulationError, aturan_pada
from kinerja_xl.regulations.loader import load, read_toml
from kinerja_xl.regulations.models import AmbangSaran, AturanKurva, Ketentuan, Peraturan
from kinerja_xl.terms import Predikat

HEAD = """id = "uji"
jenis = "setelan"
singkat = "Setelan uji"
judul = "Setelan uji"
tautan = ""
berlaku_sejak = 2026-01-01
diperiksa = 2026-11-24
"""


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "uji.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def refused(path: Path) -> str:
    with pytest.raises(RegulationError) as error:
        load(path)
    return str(error.value)


def value(key: str, isi: str, pasal: str) -> str:
    return f'[ketentuan.{key}]\npasal = "{pasal}"\nsumber = "setelan"\nisi = {isi}\n'


def test_the_basis_of_a_value_is_its_regulation_and_its_article(tmp_path: Path) -> None:
    found = load(written(tmp_path, HEAD + value("unit_kecil", "4", "Pasal 7") + value("batas_keberatan", "10", "")))
    assert found.ketentuan["unit_kecil"].dasar == "Setelan uji, Pasal 7"
    assert found.ketentuan["batas_keberatan"].dasar == "Setelan uji"
    assert found.ketentuan["unit_kecil"].isi == 4
    assert (found.catatan, found.berlaku_sampai) == ("", None)


def test_a_file_that_cannot_be_read_is_told_in_one_line(tmp_path: Path) -> None:
    absent = tmp_path / "tidak-ada.toml"
    assert refused(absent) == f"{absent} tidak ditemukan. Periksa nama berkas atau foldernya."
    assert refused(tmp_path) == f"{tmp_path} tidak dapat dibaca. Periksa apakah itu sebuah berkas dan boleh dibuka."
    latin = written(tmp_path, 'judul = "caf\xe9"'.encode("latin-1"))
    assert refused(latin) == "uji.toml: bukan teks UTF-8. Simpan ulang berkas itu sebagai UTF-8."
    assert refused(written(tmp_path, "id = \n")).startswith("uji.toml: bukan TOML yang sah (baris 1, kolom 6)")
    deep = written(tmp_path, "id = " + "[" * 5000 + "]" * 5000)
    assert refused(deep) == "uji.toml: memuat angka yang terlalu panjang atau isi yang terlalu dalam bersarang."


def test_a_byte_order_mark_is_skipped(tmp_path: Path) -> None:
    assert read_toml(written(tmp_path, b"\xef\xbb\xbfid = 'uji'")) == {"id": "uji"}


def test_what_is_missing_or_unknown_is_named_by_its_key(tmp_path: Path) -> None:
    without = HEAD.replace('singkat = "Setelan uji"\n', "") + "[ketentuan]\n"
    assert refused(written(tmp_path, without)) == "uji.toml: kunci 'singkat' belum ada."
    day = HEAD + value("tanggal", "2026-01-01", "Pasal 1")  # the day of the rules is no rule
    assert refused(written(tmp_path, day)).startswith("uji.toml: kunci 'ketentuan.tanggal' tidak dikenal. Yang boleh: ")


def test_what_was_not_in_force_yet_is_none() -> None:
    older = aturan_pada(date(2022, 6, 30), AturanRating)
    later = ("kurva", "golongan_jenjang", "angka_kredit_persen", "angka_kredit_koefisien", "angka_kredit_pangkat", "angka_kredit_jenjang")  # fmt: skip
    assert [getattr(older, key) for key in later] == [None] * 6
    assert aturan_pada(date(2019, 12, 31), AturanPp46).golongan_pppk is None


def test_what_a_value_does_not_say_is_empty() -> None:
    given = Ketentuan[int](isi=5, pasal="Pasal 1", sumber="kutipan")
    assert (given.satuan, given.catatan, given.dasar) == ("", "", "")
    demand = AturanKurva(predikat=(Predikat.BAIK,))
    assert (demand.terbanyak, demand.minimal, demand.maksimal, demand.minimal_orang) == (False, None, None, None)


def test_demands_and_thresholds_at_their_bounds() -> None:
    assert AturanKurva(predikat=(Predikat.BAIK,), minimal_orang=0).minimal_orang == 0
    with pytest.raises(ValidationError):
        AturanKurva(predikat=(Predikat.BAIK,), minimal_orang=-1)
    assert AmbangSaran(di_atas=90, sesuai=90).sesuai == 90  # nobody is then as expected only at the bound
    with pytest.raises(ValidationError, match="'sesuai' tidak boleh lebih besar daripada 'di_atas'"):
        AmbangSaran(di_atas=90, sesuai=90.1)


@pytest.mark.parametrize(
    ("last", "day", "expected"),
    [
        (date(2026, 12, 31), date(2025, 12, 31), False),
        (date(2026, 12, 31), date(2026, 1, 1), True),
        (date(2026, 12, 31), date(2026, 12, 31), True),
        (date(2026, 12, 31), date(2027, 1, 1), False),
        (None, date(2099, 1, 1), True),
    ],
)
def test_a_regulation_rules_from_its_first_to_its_last_day(last: date | None, day: date, expected: bool) -> None:
    made = Peraturan(
        id="uji",
        jenis="setelan",
        singkat="Uji",
        judul="Uji",
        tautan="",
        berlaku_sejak=date(2026, 1, 1),
        berlaku_sampai=last,
        diperiksa=date(2026, 11, 24),
        ketentuan={},
    )
    assert made.in_force(day) is expected
    assert made.catatan == ""
