"""The trace of a score by PermenPANRB 6/2022: indicators, RHK, person, suggestions, the rater's ratings, predikat, angka kredit."""

from collections.abc import Iterator, Sequence

from kinerja_xl.indonesian import number_text
from kinerja_xl.regulations import AturanRating
from kinerja_xl.scoring.achievement import FULL, Rumus
from kinerja_xl.scoring.credit import MONTHS_A_YEAR
from kinerja_xl.scoring.step import (
    ANGKA,
    FORMULAS,
    PERSEN,
    Person,
    Record,
    Step,
    achievement_sum,
    held_against,
    indicator_label,
    known,
    mean_of,
    rhk_label,
    short,
)
from kinerja_xl.terms import Jenjang, Predikat, Rating, read_term


def steps(person: Person, aturan: AturanRating) -> list[Step]:
    """All steps of one person."""
    return [
        *(_indicator(row, aturan) for row in person.indikator),
        *(_rhk(row, person.indikator) for row in person.rhk),
        _achievement(person, aturan),
        *_suggestions(person, aturan),
        *_decision(person.pegawai, aturan),
        *_credit(person.pegawai, aturan),
    ]


def _indicator(row: Record, aturan: AturanRating) -> Step:
    label = indicator_label(row)
    if not row["kuantitatif"]:
        return Step(label, "pendekatan kualitatif: tidak dihitung, penilai menetapkan rating", "", None)
    raw, batas = known(row["mentah"]), aturan.batas_capaian
    capped = raw is not None and raw > batas.isi
    return Step(
        label,
        f"{held_against(row)}: {FORMULAS[Rumus(str(row['rumus']))]}",
        achievement_sum(row, batas.isi),
        known(row["capaian"]),
        PERSEN,
        aturan.rumus_capaian.dasar,
        f"dibatasi {number_text(batas.isi)}%: {batas.dasar}" if capped else "",
    )


def _rhk(row: Record, indicators: Sequence[Record]) -> Step:
    own = [known(i["capaian"]) for i in indicators if i["no_rhk"] == row["no_rhk"]]
    numbers = [value for value in own if value is not None]
    without = len(own) - len(numbers)
    said = f"{without} dari {len(own)} indikator belum berangka: tidak dihitung, juga tidak nol" if without else ""
    words = "rerata indikatornya" if numbers else "tidak ada indikator yang berangka"
    return Step(rhk_label(row), words, mean_of(numbers), known(row["capaian"]), PERSEN, "", said)


def _achievement(person: Person, aturan: AturanRating) -> Step:
    rows = [(value, float(row["bobot"])) for row in person.rhk if (value := known(row["capaian"])) is not None]
    without = [str(row["no_rhk"]) for row in person.rhk if known(row["capaian"]) is None]
    said = f"RHK {', '.join(without)} belum berangka: bobotnya tidak dihitung, juga tidak nol" if without else ""
    equal = len({weight for _, weight in rows}) == 1
    return Step(
        "Capaian pegawai",
        "rerata RHK" if equal else "rerata RHK menurut bobot kategorinya" if rows else "tidak ada RHK yang berangka",
        mean_of([value for value, _ in rows]) if equal else _weighted(rows),
        known(person.pegawai["capaian"]),
        PERSEN,
        aturan.bobot_kategori.dasar,
        said,
    )


def _weighted(rows: Sequence[tuple[float, float]]) -> str:
    if not any(weight for _, weight in rows):
        return ""
    products = " + ".join(f"{number_text(weight)} x {short(value)}" for value, weight in rows)
    return f"({products}) / ({' + '.join(number_text(weight) for _, weight in rows)})"


def _suggestions(person: Person, aturan: AturanRating) -> Iterator[Step]:
    row = person.pegawai
    if row["saran_hasil"]:
        ambang = aturan.saran_hasil.isi
        words = f"capaian di atas {number_text(ambang.di_atas)}% disarankan {Rating.DI_ATAS}, mulai {number_text(ambang.sesuai)}% {Rating.SESUAI}, selebihnya {Rating.DI_BAWAH}"
        yield Step("Saran rating hasil kerja", words, "", row["saran_hasil"], "", aturan.saran_hasil.dasar)
    if row["saran_perilaku"]:
        yield _helper_score(person)
        ambang = aturan.saran_perilaku.isi
        words = f"skor mulai {number_text(ambang.di_atas)} disarankan {Rating.DI_ATAS}, mulai {number_text(ambang.sesuai)} {Rating.SESUAI}, selebihnya {Rating.DI_BAWAH}"
        yield Step("Saran rating perilaku", words, "", row["saran_perilaku"], "", aturan.saran_perilaku.dasar)


def _helper_score(person: Person) -> Step:
    scores = [value for row in person.perilaku if (value := known(row["angka"])) is not None]
    without = len(person.perilaku) - len(scores)
    said = f"{without} dari {len(person.perilaku)} perilaku tanpa skor bantu: tidak dihitung" if without else ""
    value = known(person.pegawai["skor_perilaku"])
    return Step("Skor bantu perilaku", "rerata skor bantu 1 sampai 3", mean_of(scores), value, ANGKA, "", said)


def _decision(row: Record, aturan: AturanRating) -> Iterator[Step]:
    reason = f"alasan: {row['alasan']}" if row["alasan"] else ""
    by = f"ditetapkan oleh {row['nama_penilai'] or 'penilai'}"
    for label, key in (("Rating hasil kerja", "rating_hasil"), ("Rating perilaku kerja", "rating_perilaku")):
        yield Step(label, by, "", row[key] or None, "", "", reason if key == "rating_hasil" else "")
    matrix = (
        f"matriks: hasil kerja {row['rating_hasil'] or 'belum ada'}, perilaku {row['rating_perilaku'] or 'belum ada'}"
    )
    yield Step("Predikat", matrix, "", row["predikat"] or "belum dinilai", "", aturan.matriks_predikat.dasar)


def _credit(row: Record, aturan: AturanRating) -> Iterator[Step]:
    level, predikat = read_term(Jenjang, row["jenjang"]), read_term(Predikat, row["predikat"])
    credit = known(row["angka_kredit"])
    shares, factors = aturan.angka_kredit_persen, aturan.angka_kredit_koefisien
    if credit is None or level is None or predikat is None or shares is None or factors is None:
        return
    sum_ = f"{row['bulan']} / {MONTHS_A_YEAR} x {number_text(FULL * shares.isi[predikat])}% x {number_text(factors.isi[level])}"
    words = f"bulan / {MONTHS_A_YEAR} x persentase {predikat} x koefisien {level}"
    yield Step("Angka kredit", words, sum_, credit, ANGKA, shares.dasar)
