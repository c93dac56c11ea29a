"""PermenPANRB 6/2022 from rows to predikat: means, weights, helper scores, the rater's word, angka kredit."""

from math import isnan

import pandas as pd
import pytest

from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating
from kinerja_xl.regulations.local import BobotKategori
from kinerja_xl.scoring.people import Penilaian
from kinerja_xl.scoring.rating import weighed
from kinerja_xl.scoring.scheme import aturan_periode, penilaian
from kinerja_xl.terms import Arah, Aspek
from tests.tables import FILE, WHO, iki, tables

OTHER, IDLE = "198601012010012002", "198701012010011003"
ABOVE, AS_EXPECTED, BELOW = "Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi"
PAIRS = [
    iki("1", "1", "100", "110"),  # 110
    iki("1", "2", "100", "90"),  # 90; RHK 1: 100
    iki("2", "1", "10", "13"),  # 130, capped at 120
    iki("3", "1", "10", "8", kategori="Tambahan", aspek="Waktu"),  # 80
    iki("4", "1", "10", ""),  # no result: left out, not zero
    iki("1", "1", "10", "", nip=OTHER),
]


def rules(*, main: float = 1, extra: float = 1, time: Arah = Arah.NAIK) -> AturanRating:
    aturan = aturan_periode(Periode.TAHUNAN, 2026)
    assert isinstance(aturan, AturanRating)
    weights = aturan.bobot_kategori.model_copy(update={"isi": BobotKategori(utama=main, tambahan=extra)})
    ways = aturan.arah_bawaan.model_copy(update={"isi": {**aturan.arah_bawaan.isi, Aspek.WAKTU: time}})
    return aturan.model_copy(update={"bobot_kategori": weights, "arah_bawaan": ways})


def score(aturan: AturanRating) -> Penilaian:
    found = tables(
        unit=[{"tahun": "2026"}],
        pegawai=[
            {"nip": OTHER},
            {"status": "PNS", "jenis_jabatan": "Fungsional", "jenjang": "Ahli Pertama"},
            {"nip": IDLE},
        ],
        rencana=[row for row, _ in PAIRS],
        realisasi=[row for _, row in PAIRS],
        perilaku=[
            {"nilai": "Loyal", "skor_tw4": "3"},
            {"nilai": "Kompeten", "skor_tw4": "2", "skor_tw3": "1"},
            {"nilai": "Adaptif", "skor_tw4": ""},
            {"nilai": "Harmonis", "skor_tw4": "4"},  # no helper score
            {"nilai": "Akuntabel", "skor_tw4": "2,5"},  # nor this
            {"nip": OTHER, "nilai": "Loyal", "skor_tw4": "1"},
        ],
        penilaian=[
            {"periode": "TW4", "rating_hasil": BELOW, "rating_perilaku": BELOW},
            {"periode": "TAHUNAN", "rating_hasil": "diatas ekspetasi", "rating_perilaku": "sesuai expektasi"},
            {"periode": "TAHUNAN", "rating_hasil": BELOW, "rating_perilaku": BELOW},
            {"nip": OTHER, "periode": "TAHUNAN", "rating_hasil": BELOW, "rating_perilaku": ""},
        ],
    )
    return penilaian(found, Periode.TAHUNAN, aturan)


def test_a_person_with_ratings() -> None:
    person = score(rules()).pegawai.set_index("nip").loc[WHO]
    assert person["capaian"] == pytest.approx(100)  # (100 + 120 + 80) / 3
    assert person["skor_perilaku"] == 2.5  # (3 + 2) / 2
    assert (person["saran_hasil"], person["saran_perilaku"]) == (AS_EXPECTED, ABOVE)
    assert (person["rating_hasil"], person["rating_perilaku"]) == (ABOVE, AS_EXPECTED)
    assert person["predikat"] == "Baik"
    assert person["angka_kredit"] == 12.5  # 12/12 x 100% x 12,5
    assert person["bulan"] == 12


def test_who_has_nothing_has_no_score() -> None:
    people = score(rules()).pegawai.set_index("nip")
    assert people.index.tolist() == [OTHER, WHO, IDLE]
    for nip in (OTHER, IDLE):
        assert people["capaian"].isna()[nip]
        assert people.loc[nip, "saran_hasil"] == ""
        assert people.loc[nip, "predikat"] == ""
        assert people["angka_kredit"].isna()[nip]
    assert people.loc[OTHER, "skor_perilaku"] == 1
    assert people.loc[OTHER, "saran_perilaku"] == BELOW
    assert (people.loc[OTHER, "rating_hasil"], people.loc[OTHER, "rating_perilaku"]) == (BELOW, "")
    assert people["skor_perilaku"].isna()[IDLE]
    assert (people.loc[IDLE, "rating_hasil"], people.loc[IDLE, "rating_perilaku"]) == ("", "")


def test_additional_work_weighs_as_the_setting_says() -> None:
    found = score(rules(main=3, extra=1))
    person = found.pegawai.set_index("nip").loc[WHO]
    assert person["capaian"] == pytest.approx(740 / 7)  # (3 x 100 + 3 x 120 + 1 x 80) / (3 + 3 + 1)
    assert found.rhk["bobot"].tolist() == [3, 3, 1, 3, 3]
    assert score(rules(extra=0)).pegawai.set_index("nip").loc[WHO, "capaian"] == 110  # (100 + 120) / 2


def test_where_all_that_has_a_number_weighs_nothing_there_is_no_mean() -> None:
    row, result = iki("1", "1", "10", "8", kategori="Tambahan")
    found = penilaian(
        tables(pegawai=[{}], rencana=[row], realisasi=[result]), Periode.TAHUNAN, rules(extra=0)
    ).pegawai.iloc[0]
    assert isnan(found["capaian"])
    assert found["saran_hasil"] == ""


def test_the_direction_of_an_aspect_is_a_setting() -> None:
    person = score(rules(time=Arah.TURUN)).pegawai.set_index("nip").loc[WHO]
    assert person["capaian"] == pytest.approx(340 / 3)  # RHK 3: (2 x 10 - 8) / 10 = 120; (100 + 120 + 120) / 3


def test_what_a_score_was_made_of_is_kept() -> None:
    aturan = rules()
    found = score(aturan)
    assert (found.periode, found.aturan) == (Periode.TAHUNAN, aturan)
    assert found.rhk["no_rhk"].tolist() == ["1", "2", "3", "4", "1"]
    assert found.rhk["capaian"].tolist()[:3] == [100, 120, 80]
    assert found.indikator["mentah"].tolist()[:4] == pytest.approx([110, 90, 130, 80])
    own = found.perilaku[found.perilaku["nip"] == WHO]
    assert own["perilaku"].tolist() == ["Loyal", "Kompeten", "Adaptif", "Harmonis", "Akuntabel"]
    assert own["angka"].tolist()[:2] == [3, 2]
    assert own["angka"].isna().tolist()[2:] == [True, True, True]
    assert found.pegawai["berkas"].unique().tolist() == [FILE]


def test_an_unknown_kategori_weighs_like_main_work() -> None:
    rhk = pd.DataFrame({"kategori": ["Utama", "b. tambahan", "", "lain"]}, index=[4, 3, 2, 1])
    found = weighed(rhk, BobotKategori(utama=2, tambahan=0.5))
    assert found["bobot"].tolist() == [2, 0.5, 2, 2]
    assert str(weighed(rhk.iloc[:0], BobotKategori(utama=2, tambahan=1))["bobot"].dtype) == "float64"
