"""Rules on copied words: results told in words, and feedback, that say the same of different work or different people.

Texts are compared without blanks, punctuation and capitals; short ones ("Baik") are everybody's and are not looked at.
"""

from collections.abc import Iterable

import pandas as pd

from kinerja_xl.checks.perilaku import FEW_PEOPLE
from kinerja_xl.checks.realisasi import on_result_rows
from kinerja_xl.checks.rule import Hits, Registry, Scope
from kinerja_xl.findings import Severity
from kinerja_xl.regulations import AturanRating
from kinerja_xl.rows import firsts
from kinerja_xl.scoring.words import squeezed_texts
from kinerja_xl.tables import PERSON
from kinerja_xl.terms import Rating

registry = Registry()
_KEWAJARAN = "Kewajaran data (setelan kewajaran)"
_UMPAN_BALIK = "PermenPANRB 6/2022: umpan balik berkelanjutan berdasarkan bukti dukung"
MOST = 2 / 3
"""Share of the people of a unit from which the same feedback is the unit's and not the person's."""


def _long(scope: Scope, texts: "pd.Series[str]") -> "pd.Series[bool]":
    return texts.str.len() >= scope.aturan.kewajaran.isi.teks_salinan


@registry.rule(
    "REA015",
    Severity.PERINGATAN,
    "Uraian realisasi disalin",
    pesan="Uraian realisasi '{nilai}' milik {nama} (indikator {no_rhk}.{no_iki}) sama persis dengan {sumber}.",
    saran="Tulis hasil yang benar-benar dicapai: apa, berapa, kapan, dan untuk siapa.",
    dasar=_KEWAJARAN,
    contoh="Realisasi kualitatif menyalin kalimat targetnya.",
)
def uraian_disalin(scope: Scope) -> Iterable[Hits]:
    """1. A result told in words is not its target's text, 2. nor that of another indicator, 3. nor that of somebody in another post."""
    rows = scope.indikator
    rows = rows[~rows["kuantitatif"] & _long(scope, rows["realisasi"])]
    rows = rows.assign(sama=squeezed_texts(rows["realisasi"]), sumber="").merge(_posts(scope), how="left", on=PERSON)
    yield on_result_rows(scope, "realisasi", _sourced(rows).query("sumber != ''"))


def _posts(scope: Scope) -> pd.DataFrame:
    people = firsts(scope.tables.pegawai, PERSON)
    return people[PERSON].assign(
        pemilik=people["nama"], jabatan=people["jabatan"], tempat=squeezed_texts(people["jabatan"])
    )


def _sourced(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with ``sumber``, where their text comes from; the nearest source is told."""
    own, unit = rows.groupby([*PERSON, "sama"]), rows[rows["tempat"].notna()].groupby(["berkas", "sama"])
    first = own["no_rhk"].transform("first") + "." + own["no_iki"].transform("first")
    holder = {
        key: unit[key].transform("first").reindex(rows.index).fillna("") for key in ("pemilik", "jabatan", "tempat")
    }
    elsewhere = (holder["tempat"] != "") & (rows["tempat"].fillna("") != "") & (holder["tempat"] != rows["tempat"])
    sumber = rows["sumber"].mask(elsewhere, "uraian milik " + holder["pemilik"] + " (" + holder["jabatan"] + ")")
    sumber = sumber.mask(own.cumcount() > 0, "uraian indikator " + first)
    return rows.assign(sumber=sumber.mask(rows["sama"] == squeezed_texts(rows["target"]), "targetnya"))


@registry.rule(
    "PRL006",
    Severity.INFO,
    "Umpan balik perilaku sama untuk banyak pegawai",
    pesan="Umpan balik perilaku '{nilai}' tertulis sama persis untuk {banyak} dari {semua} pegawai unit ini.",
    saran="Bila sempat, tulis umpan balik yang khas untuk setiap pegawai; yang demikian lebih membantu.",
    dasar=_UMPAN_BALIK,
    contoh="'Pertahankan sikap kerja yang sudah baik selama ini' untuk semua pegawai.",
    untuk=AturanRating,
)
def umpan_balik_massal(scope: Scope) -> Iterable[Hits]:
    """1. The same feedback on behaviour does not stand at two thirds or more of a unit, and of five people or more."""
    rows, key = scope.tables.perilaku, f"umpan_balik_{scope.periode.suffix}"
    rows = rows[_long(scope, rows[key])]
    rows = rows.assign(sama=squeezed_texts(rows[key]))
    rows["banyak"] = rows.groupby(["berkas", "sama"])["nip"].transform("nunique")
    rows["semua"] = (
        rows["berkas"].map(scope.tables.pegawai.groupby("berkas")["nip"].nunique()).fillna(0).astype("int64")
    )
    common = (rows["banyak"] >= FEW_PEOPLE) & (rows["banyak"] >= MOST * rows["semua"])
    yield Hits("perilaku", key, rows[common].drop_duplicates(["berkas", "sama"]))


@registry.rule(
    "NIL015",
    Severity.INFO,
    "Umpan balik rating ekstrem disalin",
    pesan="{nama} diberi {nilai} dengan umpan balik yang sama persis dengan milik {pertama}.",
    saran="Bila sempat, tulis umpan balik yang menjelaskan mengapa pegawai ini dinilai demikian.",
    dasar=_UMPAN_BALIK,
    contoh="Dua pegawai Di Atas Ekspektasi dengan kalimat umpan balik yang sama.",
    untuk=AturanRating,
)
def umpan_balik_ekstrem_disalin(scope: Scope) -> Iterable[Hits]:
    """1. Who is rated above or below expectation has feedback that nobody so rated in the unit has word for word."""
    people = firsts(scope.penilaian.pegawai, PERSON)
    extreme = (Rating.DI_ATAS, Rating.DI_BAWAH)
    people = people.assign(oleh_hasil=people["rating_hasil"].isin(extreme))
    people = people[people["oleh_hasil"] | people["rating_perilaku"].isin(extreme)]
    said = people["umpan_balik_hasil"] + "\n" + people["umpan_balik_perilaku"]
    rows = people.assign(sama=squeezed_texts(said))[_long(scope, said)]
    groups = rows.groupby(["berkas", "sama"])
    rows = rows.assign(pertama=groups["nama"].transform("first"), baris=rows["baris_penilaian"].astype("int64"))
    copied = rows[groups.cumcount() > 0]
    yield Hits("penilaian", "rating_hasil", copied, where=copied["oleh_hasil"])
    yield Hits("penilaian", "rating_perilaku", copied, where=~copied["oleh_hasil"])
