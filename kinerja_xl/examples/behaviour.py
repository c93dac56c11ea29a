"""The sheet Perilaku of the examples: seven values a person, with scores and words that fit the rating."""

from random import Random

from kinerja_xl.examples.catalogue import data
from kinerja_xl.examples.people import Pegawai
from kinerja_xl.periods import Periode
from kinerja_xl.terms import Nilai, Rating

Row = dict[str, str]
_SCORES = {
    Rating.DI_ATAS: (3, 3, 3, 3, 3, 2, 3),
    Rating.SESUAI: (2, 2, 3, 2, 2, 2, 2),
    Rating.DI_BAWAH: (1, 1, 2, 1, 1, 2, 1),
}
"""Scores before they are shuffled; their mean suggests the rating with room to spare."""
_SHARE_OF_EXPECTATION = 0.8
_SHARE_OF_FEEDBACK = 0.4
_SHARE_WITHOUT_SCORES = 0.1


def expectations(person: Pegawai, rng: Random) -> list[Row]:
    """The seven rows of a person with the superior's expectations, nothing rated yet."""
    return [
        {
            "nip": person.nip,
            "nama": person.pejabat.nama,
            "nilai": nilai.value,
            "ekspektasi": rng.choice(data("perilaku")[nilai]["ekspektasi"])
            if rng.random() < _SHARE_OF_EXPECTATION
            else "",
        }
        for nilai in Nilai
    ]


def rate_behaviour(rows: list[Row], rating: Rating, periode: Periode, rng: Random) -> None:
    """Add scores and feedback of a quarter to a person's seven rows; what stands out is always put into words."""
    scores = list(_SCORES[rating])
    rng.shuffle(scores)
    scored = rating is not Rating.SESUAI or rng.random() > _SHARE_WITHOUT_SCORES
    telling = scores.index(max(scores) if rating is Rating.DI_ATAS else min(scores))
    for place, (row, score) in enumerate(zip(rows, scores, strict=True)):
        row[f"skor_{periode.suffix}"] = str(score) if scored else ""
        said = place == telling or rng.random() < _SHARE_OF_FEEDBACK
        words = data("perilaku")[row["nilai"]][str(score)]
        row[f"umpan_balik_{periode.suffix}"] = rng.choice(words) if said else ""
