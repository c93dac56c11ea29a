import pandas as pd

from kinerja_xl.scoring.aspects import columns_of, with_aspects


def test_sum_and_number_by_aspect_of_each_person() -> None:
    people = pd.DataFrame({"berkas": ["a", "a", "b"], "nip": ["1", "2", "1"]}, index=[7, 8, 9])
    rows = [
        ("a", "1", "Kuantitas", 80.0),
        ("a", "1", "KUANTITAS", 100.0),
        ("a", "1", "Waktu", None),
        ("a", "2", "", 50.0),
        ("a", "2", "entah", 70.0),
    ]
    found = with_aspects(people, pd.DataFrame(rows, columns=["berkas", "nip", "aspek", "capaian"]))
    shown = {aspek: found[list(columns_of(aspek))].to_numpy().tolist() for aspek in ("Kuantitas", "Waktu", "")}
    assert shown == {
        "Kuantitas": [[180, 2], [0, 0], [0, 0]],
        "Waktu": [[0, 0], [0, 0], [0, 0]],
        "": [[0, 0], [120, 2], [0, 0]],
    }


def test_nobody_has_a_number() -> None:
    people = pd.DataFrame({"berkas": ["a"], "nip": ["1"]})
    none = pd.DataFrame({"berkas": ["a"], "nip": ["1"], "aspek": [""], "capaian": [float("nan")]})
    assert with_aspects(people, none)[list(columns_of("Biaya"))].to_numpy().tolist() == [[0, 0]]
