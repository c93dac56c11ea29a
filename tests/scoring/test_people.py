"""What every scheme knows of a person: counts, feedback in the order of the form, the rater's row, months."""

from math import isnan, nan

import pandas as pd

from kinerja_xl.periods import Periode
from kinerja_xl.scoring.indicators import indicators, scored
from kinerja_xl.scoring.people import counted, feedback, listed, looked_up, per_rhk
from kinerja_xl.tables import Tables
from tests.tables import FILE, WHO, iki, tables

OTHER, IDLE = "198601012010012002", "198701012010011003"


def example() -> Tables:
    pairs = [
        iki("2", "1", "10", "8"),
        iki("2", "2", "10", "", kategori="Utama"),
        iki("1", "1", "10", "baik"),
        iki("1", "1", "10", "0", nip=OTHER, kategori="Tambahan"),
    ]
    for number, text in enumerate(("Bagus", "", "Perlu bukti", "Tingkatkan")):
        pairs[number][1]["umpan_balik_tw4"] = text
    return tables(
        pegawai=[{"nip": OTHER, "selesai": "2026-06-30"}, {"nip": IDLE}, {"nip": WHO}],
        rencana=[row for row, _ in pairs],
        realisasi=[row for _, row in pairs],
        perilaku=[
            {"nilai": "Loyal", "umpan_balik_tw4": "Setia"},
            {"nilai": "Kompeten", "umpan_balik_tw4": ""},
            {"nilai": "Adaptif", "umpan_balik_tw4": "Cepat", "umpan_balik_tw3": "Lambat"},
        ],
        penilaian=[
            {"periode": "TW3", "tanggal": "2026-10-01", "alasan": "lama"},
            {
                "periode": "tahunan",
                "tanggal": "2027-01-05",
                "rekomendasi": "Pelatihan",
                "alasan": "uji",
                "tugas_tambahan": "2",
                "kreativitas": "3",
                "gagasan": "Ya",
            },
            {"periode": "TAHUNAN", "tanggal": "2027-02-02"},
        ],
    )


def people() -> pd.DataFrame:
    found = example()
    rows = scored(indicators(found, Periode.TAHUNAN), 120, {})
    return counted(found, Periode.TAHUNAN, 2026, rows, per_rhk(rows))


def test_everybody_stands_in_the_order_of_the_sheet_with_counts() -> None:
    found = people()
    assert found["nip"].tolist() == [OTHER, IDLE, WHO]
    assert found["rhk_jumlah"].tolist() == [1, 0, 2]
    assert found["iki_jumlah"].tolist() == [1, 0, 3]
    assert found["iki_terisi"].tolist() == [1, 0, 2]  # a typed 0 is a result, an empty cell is none
    assert {str(found[key].dtype) for key in ("rhk_jumlah", "iki_jumlah", "iki_terisi", "bulan")} == {"int64"}
    assert found["bulan"].tolist() == [6, 12, 12]


def test_feedback_in_the_order_of_the_form() -> None:
    found = people()
    assert found["umpan_balik_hasil"].tolist() == ["Tingkatkan", "", "Bagus\nPerlu bukti"]
    assert found["umpan_balik_perilaku"].tolist() == ["", "", "Loyal: Setia\nAdaptif: Cepat"]


def test_the_raters_row_of_the_period_the_first_counts() -> None:
    row = people().iloc[2]
    assert (row["tanggal"], row["rekomendasi"], row["alasan"]) == ("2027-01-05", "Pelatihan", "uji")
    assert (row["tugas_tambahan"], row["kreativitas"], row["gagasan"]) == ("2", "3", "Ya")
    assert row["baris_penilaian"] == 7  # the second row of the table, which begins in row 6
    unrated = people().iloc[0]
    assert (unrated["tanggal"], unrated["alasan"], unrated["gagasan"]) == ("", "", "")


def test_scores_are_missing_until_a_scheme_gives_them() -> None:
    row = people().iloc[2]
    for key in ("capaian", "skor_perilaku", "nilai_skp", "nilai_perilaku", "nilai", "angka_kredit"):
        assert isnan(row[key])
    for key in ("saran_hasil", "saran_perilaku", "rating_hasil", "rating_perilaku", "predikat"):
        assert row[key] == ""


def test_rhk_in_the_order_of_the_plan() -> None:
    found = per_rhk(scored(indicators(example(), Periode.TAHUNAN), 120, {}))
    assert found["nip"].tolist() == [WHO, WHO, OTHER]
    assert found["no_rhk"].tolist() == ["2", "1", "1"]
    assert found["rhk"].tolist() == ["Hasil 2", "Hasil 1", "Hasil 1"]
    assert found["kategori"].tolist() == ["Utama", "Utama", "Tambahan"]
    assert found["indikator"].tolist() == [2, 1, 1]
    assert found["terisi"].tolist() == [1, 1, 1]
    assert found["capaian"].tolist()[::2] == [80, 0]  # 8/10, the empty one left out; 0/10
    assert isnan(found["capaian"][1])  # "baik" is no number
    assert found["berkas"].unique().tolist() == [FILE]


def test_the_same_feedback_is_said_once_for_each_person() -> None:
    rows = pd.DataFrame(
        {
            "berkas": FILE,
            "nip": [WHO, OTHER, WHO, WHO],
            "umpan_balik": ["Baik", "Baik", "Baik", "Lanjutkan"],
            "baris": [6, 7, 8, 9],
        }
    )
    found = feedback(rows, "kata")
    assert dict(zip(found["nip"], found["kata"], strict=True)) == {WHO: "Baik\nLanjutkan", OTHER: "Baik"}


def test_values_are_looked_up_by_file_and_person() -> None:
    everybody = pd.DataFrame({"berkas": [FILE, "lain.xlsx", FILE], "nip": [WHO, WHO, OTHER]}, index=[5, 1, 3])
    values = pd.Series([70.0, 80.0], index=pd.MultiIndex.from_tuples([(FILE, WHO), ("lain.xlsx", WHO)]))
    found = looked_up(everybody, values)
    assert found.index.tolist() == [5, 1, 3]
    assert found.tolist()[:2] == [70, 80]
    assert isnan(found[3])


def test_numbers_of_each_person_in_their_order() -> None:
    everybody = pd.DataFrame({"berkas": [FILE, FILE, "lain.xlsx"], "nip": [OTHER, WHO, WHO]})
    rows = pd.DataFrame({"berkas": FILE, "nip": [WHO, OTHER, WHO], "nilai": [3.0, 1.0, 2.0]})
    assert listed(everybody, rows, "nilai") == [[1], [3, 2], []]
    assert listed(everybody, rows.assign(nilai=[nan, 1, 2]), "nilai")[1][1] == 2  # a missing one keeps its place
