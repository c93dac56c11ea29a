"""The mapping file: read strictly, in one line what is wrong; proposed as comments, and what a person decided stays."""

import re
from pathlib import Path

import pytest

from kinerja_xl.gathering.foreign.mapping import NO_MAP, MapError, Unknown, proposed, read_map

HASIL = Unknown("Hasil s.d. Juni", "EV. TW2", "G11", 12, ("31 Surat", "6 Bulan", "85%", "lain"))
CAPAIAN = Unknown("Realisasi\nAnggaran (Rp)", "EV", "H11", 3, ("1.250.000",))
PARAF = Unknown('Paraf "basah"', "EV", "I11", 1, ("ttd",))


def _map(folder: Path, text: str) -> Path:
    path = folder / "peta.toml"
    path.write_text(text, encoding="utf-8-sig")
    return path


def test_headers_are_compared_without_capitals_blanks_and_punctuation(tmp_path: Path) -> None:
    peta = read_map(
        _map(tmp_path, '[kolom]\n"Hasil s.d. Juni" = "realisasi_tw2"\nParaf = ""\n[lembar."EV 1"]\nParaf = "abaikan"\n')
    )
    assert peta.meaning("EV", "HASIL  SD JUNI") == "realisasi_tw2"
    assert peta.meaning("EV", "Paraf") == ""
    assert peta.meaning("ev-1", "PARAF") == "abaikan"
    assert NO_MAP.meaning("EV", "Paraf") == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[kolom]\nParaf = "abaikn"', "peta.toml: kunci 'kolom.Paraf' berisi 'abaikn'. Yang boleh: no, kategori, rhk_pimpinan, "),
        ('[kolom]\nParaf = "abaikn"', " abaikan. Maksudnya 'abaikan'?"),
        ("[kolom]\nParaf = 1", "peta.toml: kunci 'kolom.Paraf' harus satu kata arti"),
        ("[kolomm]\n", "peta.toml: kunci 'kolomm' tidak dikenal. Yang boleh: kolom, lembar. Maksudnya 'kolom'?"),
        ("kolom = 1", "peta.toml: kunci 'kolom' harus tabel, ditulis [kolom]."),
        ("lembar = []", "peta.toml: kunci 'lembar' harus tabel"),
        ('[lembar]\nEV = "rhk"', "peta.toml: kunci 'lembar.EV' harus tabel"),
        ('[lembar.EV]\nParaf = "x"', "peta.toml: kunci 'lembar.EV.Paraf' berisi 'x'"),
        ('[kolom]\nParaf = "rhk"\n"PARAF." = "target"', "peta.toml: kunci 'kolom.PARAF.' sama dengan 'Paraf'"),
        ('[kolom]\nParaf = rhk', "peta.toml: bukan TOML yang sah (baris 2"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(MapError) as error:
        read_map(_map(tmp_path, text))
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_a_map_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(MapError, match="tidak ditemukan"):
        read_map(tmp_path / "tiada.toml")


def test_a_proposal_applies_nothing_until_a_person_takes_the_sign_away(tmp_path: Path) -> None:
    text = proposed([HASIL, CAPAIAN, PARAF, HASIL])
    assert read_map(_map(tmp_path, text)) == NO_MAP
    assert text.count("Hasil s.d. Juni") == 1
    assert "# Lembar EV. TW2, sel G11, 12 isian; contoh: '31 Surat', '6 Bulan', '85%'\n" in text
    assert '# "Realisasi Anggaran (Rp)" = "realisasi"\n' in text
    assert '# "Paraf \\"basah\\"" = ""\n' in text
    decided = re.sub(r'^# ("(?:Hasil|Realisasi|Paraf).*)$', r"\1", text, flags=re.MULTILINE)
    peta = read_map(_map(tmp_path, decided))
    assert peta.meaning("EV", CAPAIAN.header) == "realisasi"
    assert peta.meaning("EV", PARAF.header) == ""


def test_a_proposal_keeps_what_was_decided_and_adds_only_what_is_new(tmp_path: Path) -> None:
    old = '# milik kami\n[kolom]\n"Hasil S.D. Juni" = "realisasi_tw2"  # rapat 3 Juni\n\n[lembar."EV"]\nParaf = "abaikan"\n'
    new = proposed([HASIL, CAPAIAN], old)
    assert new.startswith('# milik kami\n[kolom]\n"Hasil S.D. Juni" = "realisasi_tw2"  # rapat 3 Juni\n')
    assert new.index("Realisasi Anggaran") < new.index('[lembar."EV"]')
    assert proposed([HASIL, CAPAIAN], new) == new
    uncommented = new.replace('# "Realisasi', '"Realisasi')
    assert read_map(_map(tmp_path, uncommented)).meaning("lain", CAPAIAN.header) == "realisasi"
    assert read_map(_map(tmp_path, uncommented)).meaning("EV", "paraf") == "abaikan"


def test_a_proposal_to_a_map_without_columns_opens_the_table(tmp_path: Path) -> None:
    text = proposed([PARAF], '[lembar.EV]\nParaf = "abaikan"\n')
    text = text.replace('# "Paraf \\"basah\\"" = ""', '"Paraf basah" = "abaikan"')
    peta = read_map(_map(tmp_path, text))
    assert peta.meaning("lain", PARAF.header) == "abaikan"


def test_every_allowed_word_stands_in_the_head_of_a_proposal() -> None:
    text = proposed([])
    for word in ("rhk_pimpinan", "waktu", "target_tw1", "realisasi_kuantitas", "bobot_penugasan", "abaikan"):
        assert word in text
