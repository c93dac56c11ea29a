"""The law as dated data: what is in force when, and files that are wrong."""

from datetime import date
from pathlib import Path

import pytest

from kinerja_xl.regulations import AturanRating, RegulationError, aturan_pada, bundled
from kinerja_xl.regulations.loader import DATA, load
from kinerja_xl.terms import CapaianOrganisasi, Jenjang, Predikat, Rating

A, S, B = Rating.DI_ATAS, Rating.SESUAI, Rating.DI_BAWAH


def test_matrix_cell_by_cell() -> None:
    matrix = aturan_pada(date(2026, 6, 30), AturanRating).matriks_predikat.isi
    assert {(hasil, perilaku): matrix[hasil][perilaku] for hasil in Rating for perilaku in Rating} == {
        (A, A): Predikat.SANGAT_BAIK,
        (A, S): Predikat.BAIK,
        (A, B): Predikat.KURANG,
        (S, A): Predikat.BAIK,
        (S, S): Predikat.BAIK,
        (S, B): Predikat.KURANG,
        (B, A): Predikat.BUTUH_PERBAIKAN,
        (B, S): Predikat.BUTUH_PERBAIKAN,
        (B, B): Predikat.SANGAT_KURANG,
    }


def test_the_period_picks_the_law() -> None:
    assert aturan_pada(date(2022, 12, 31), AturanRating).kurva is None
    assert aturan_pada(date(2023, 3, 31), AturanRating).kurva is not None
    assert aturan_pada(date(2023, 6, 30), AturanRating).angka_kredit_persen is None
    assert aturan_pada(date(2023, 9, 30), AturanRating).angka_kredit_persen is not None
    with pytest.raises(RegulationError, match="31-12-2021"):
        aturan_pada(date(2021, 12, 31), AturanRating)


def test_every_value_names_its_source() -> None:
    for peraturan in bundled():
        assert peraturan.catatan or peraturan.tautan, peraturan.id
        for key, ketentuan in peraturan.ketentuan.items():
            assert ketentuan.pasal, (peraturan.id, key)
            assert ketentuan.dasar.startswith(peraturan.singkat)


def test_complete_tables() -> None:
    aturan = aturan_pada(date(2026, 6, 30), AturanRating)
    assert aturan.kurva is not None
    assert set(aturan.kurva.isi) == set(CapaianOrganisasi)
    assert aturan.angka_kredit_koefisien is not None
    assert set(aturan.angka_kredit_koefisien.isi) == set(Jenjang)
    assert set(aturan.tindak_lanjut.isi) == set(Predikat)
    assert set(aturan.panduan_perilaku.isi.values()) == {
        text for text in aturan.panduan_perilaku.isi.values() if len(text) == 3
    }
    assert len(aturan.panduan_perilaku.isi) == 7


def _changed(tmp_path: Path, old: str, new: str) -> Path:
    text = (DATA / "pp-30-2019.toml").read_text("utf-8")
    assert old in text
    path = tmp_path / "pp-30-2019.toml"
    path.write_text(text.replace(old, new), "utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[ketentuan.batas_capaian]", "[ketentuan.batas_capain]", "ketentuan.batas_capain"),
        ('pasal = "Pasal 41"', 'passal = "Pasal 41"', "passal"),
        ("singkat =", "ringkas =", "singkat"),
        ("isi = 120.0", 'isi = "banyak"', "ketentuan.batas_capaian.isi"),
        ("berlaku_sejak = 2019-04-29", "berlaku_sejak = kemarin", "TOML"),
    ],
)
def test_a_wrong_file_is_refused_by_file_and_key(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(RegulationError) as error:
        load(_changed(tmp_path, old, new))
    assert "pp-30-2019.toml" in str(error.value)
    assert told in str(error.value)


def test_an_unknown_key_lists_the_allowed_ones(tmp_path: Path) -> None:
    with pytest.raises(RegulationError, match=r"Yang boleh: .*batas_capaian"):
        load(_changed(tmp_path, "[ketentuan.batas_capaian]", "[ketentuan.batas_capain]"))
