"""Rules on plans that repeat or contradict themselves: one RHK twice, one number for two RHK, somebody else's plan."""

from collections import defaultdict
from collections.abc import Hashable, Iterable

import pandas as pd

from kinerja_xl.checks.rule import Hits, Registry, Scope
from kinerja_xl.findings import Severity
from kinerja_xl.regulations import AturanRating
from kinerja_xl.rows import are_among, are_first, first_places, firsts, keys_of, of_first
from kinerja_xl.scoring.indicators import KEY
from kinerja_xl.scoring.words import is_term, squeezed_texts, terms
from kinerja_xl.tables import PERSON
from kinerja_xl.terms import Jenjang, Kategori, squeezed

registry = Registry(AturanRating)
RHK = KEY[:3]
COPIED_ROWS = 3
"""A plan of fewer rows may be alike by chance."""
_SKP = "PermenPANRB 6/2022, Lampiran (formulir SKP)"
_NUMBERS = "Formulir baku: nomor RHK dan IKI menyatukan baris satu hasil kerja"


def _numbered(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of which it is known whose and which RHK they are."""
    return rows[(rows["nip"] != "") & (rows["no_rhk"] != "")]


@registry.rule(
    "REN020",
    Severity.PERINGATAN,
    "RHK yang sama di bawah dua nomor",
    pesan="RHK {no_rhk} milik {nama} sama teksnya dengan RHK {nomor_lain}: '{nilai}'.",
    saran="Satukan di bawah satu nomor RHK, atau tulis hasil kerja yang berbeda.",
    dasar=_SKP,
    contoh="RHK nomor 3 disalin dari nomor 1 dan lupa diganti teksnya.",
)
def rhk_rangkap(scope: Scope) -> Iterable[Hits]:
    """1. Two RHK numbers of a person have different texts, unless they support different RHK of the superior."""
    rows = firsts(_numbered(scope.indikator), RHK)
    rows = rows[rows["rhk"] != ""].assign(isi=squeezed_texts(rows["rhk"]), tujuan=squeezed_texts(rows["rhk_pimpinan"]))
    rows = rows.assign(nomor_lain=of_first(rows, [*PERSON, "isi", "tujuan"], "no_rhk"))
    yield Hits("rencana", "rhk", rows, where=rows["no_rhk"] != rows["nomor_lain"])


@registry.rule(
    "REN026",
    Severity.PERINGATAN,
    "Indikator yang sama dua kali dalam satu RHK",
    pesan="Indikator {no_rhk}.{no_iki} milik {nama} sama dengan indikator {no_rhk}.{nomor_lain}: '{nilai}'.",
    saran="Hapus salah satunya, atau tulis ukuran yang berbeda; indikator yang sama akan terhitung dua kali.",
    dasar=_SKP,
    contoh="IKI 2 disalin dari IKI 1, hanya nomornya yang diganti.",
)
def indikator_rangkap(scope: Scope) -> Iterable[Hits]:
    """1. Indicators of one RHK differ in text, aspect or unit; in a qualitative SKP in the target."""
    rows = firsts(_numbered(scope.indikator), KEY)
    rows = rows[(rows["indikator"] != "") & (rows["no_iki"] != "")]
    told = squeezed_texts(rows["target"]).where(~rows["kuantitatif"], "")
    rows = rows.assign(
        isi=squeezed_texts(rows["indikator"]),
        ukuran=squeezed_texts(rows["satuan"]),
        segi=squeezed_texts(rows["aspek"]),
        uraian=told,
    )
    rows = rows.assign(nomor_lain=of_first(rows, [*RHK, "isi", "ukuran", "segi", "uraian"], "no_iki"))
    yield Hits("rencana", "indikator", rows, where=rows["no_iki"] != rows["nomor_lain"])


@registry.rule(
    "REN021",
    Severity.PERINGATAN,
    "Isi baris-baris satu RHK saling berbeda",
    pesan="{kolom} RHK {no_rhk} milik {nama} di baris ini '{nilai}', di baris {pertama} '{acuan}'; yang dipakai baris {pertama}.",
    saran="Samakan di semua baris RHK itu (cukup diisi di baris pertama), atau beri nomor RHK lain bila hasil kerjanya lain.",
    dasar=_NUMBERS,
    contoh="Satu RHK, baris pertama berkategori Utama, baris kedua Tambahan.",
)
def rhk_berbeda(scope: Scope) -> Iterable[Hits]:
    """1. The rows of an RHK number that name its text, category or superior's RHK name the same; the first difference is told."""
    rows = _numbered(scope.tables.rencana)
    category = terms(rows["kategori"], Kategori)
    told = set[tuple[Hashable, ...]]()
    for key, values in (
        ("rhk", squeezed_texts(rows["rhk"])),
        ("kategori", category),
        ("rhk_pimpinan", squeezed_texts(rows["rhk_pimpinan"])),
    ):
        other = _differing(rows, key, values)
        yield Hits("rencana", key, other, where=~are_among(other, RHK, told))
        told |= set(keys_of(other, RHK))


def _differing(rows: pd.DataFrame, key: str, values: "pd.Series[str]") -> pd.DataFrame:
    """The first row of each RHK that says something else than the RHK's first filled row (``pertama``, ``acuan``)."""
    filled = rows.assign(isi=values)[values != ""]
    first = first_places(filled, RHK)
    other = filled["isi"].to_numpy() != filled["isi"].to_numpy()[first]
    told = filled.assign(pertama=filled["baris"].to_numpy()[first], acuan=filled[key].array[first])
    return firsts(told[other], RHK)


@registry.rule(
    "REN022",
    Severity.PERINGATAN,
    "Rencana tanpa hasil kerja utama",
    pesan="Semua RHK {nama} berkategori Tambahan; belum ada hasil kerja utama.",
    saran="Tulis sedikitnya satu RHK Utama sesuai tugas jabatannya.",
    dasar="PermenPANRB 6/2022, Lampiran (hasil kerja utama; tambahan bila ada)",
    contoh="Seluruh baris disalin dari bagian B. Tambahan.",
)
def hanya_tambahan(scope: Scope) -> Iterable[Hits]:
    """1. Who has a plan has at least one RHK that is not Tambahan."""
    rows = scope.indikator[scope.indikator["nip"] != ""]
    main = rows.loc[~is_term(rows["kategori"], Kategori, Kategori.TAMBAHAN), PERSON]
    yield Hits(
        "rencana", "kategori", rows, where=are_first(rows, PERSON) & ~are_among(rows, PERSON, keys_of(main, PERSON))
    )


@registry.rule(
    "REN023",
    Severity.PERINGATAN,
    "Seluruh rencana sama dengan rencana pegawai di jabatan lain",
    pesan="Semua RHK dan indikator {nama} ({jabatan}) sama dengan milik {nama_lain} ({jabatan_lain}).",
    saran="Tulis hasil kerja menurut tugas jabatannya sendiri; bila jabatannya memang sama, samakan nama jabatannya.",
    dasar="PermenPANRB 6/2022: SKP disusun menurut peran dan tugas jabatan",
    contoh="Rencana bendahara disalin utuh untuk pengelola data.",
)
def rencana_salinan(scope: Scope) -> Iterable[Hits]:
    """1. A plan of three rows or more is not word for word the plan of somebody with another post in the same unit.

    The level of a functional post, and more or fewer words of the same post's name, make no other post.
    """
    rows = scope.indikator[scope.indikator["nip"] != ""]
    people = firsts(scope.tables.pegawai, PERSON)[[*PERSON, "nama", "jabatan"]]
    plans = _whole_plans(rows).merge(people, on=PERSON)
    first = plans.drop_duplicates(["berkas", "isi"]).add_suffix("_lain")
    both = plans.merge(first, left_on=["berkas", "isi"], right_on=["berkas_lain", "isi_lain"])
    both = both[both["jabatan"] != both["jabatan_lain"]]
    other = [not _same_post(a, b) for a, b in zip(both["jabatan"], both["jabatan_lain"], strict=True)]
    yield Hits("rencana", "rhk", both.loc[other])


def _whole_plans(rows: pd.DataFrame) -> pd.DataFrame:
    """Each person's plan as ``isi``, the numbers of its lines in order, with the number of its first row."""
    line, _ = pd.factorize(squeezed_texts(rows["rhk"]) + "|" + squeezed_texts(rows["indikator"]))
    lines, first = defaultdict[tuple[Hashable, ...], list[int]](list), dict[tuple[Hashable, ...], int]()
    for who, number, row in zip(keys_of(rows, PERSON), line.tolist(), rows["baris"].tolist(), strict=True):
        lines[who].append(number)
        first[who] = min(first.get(who, row), row)
    whole = [(*who, tuple(sorted(lines[who])), first[who]) for who in first if len(lines[who]) >= COPIED_ROWS]
    plans = pd.DataFrame(whole, columns=[*PERSON, "isi", "baris"]).astype(dict.fromkeys(PERSON, "str"))
    return plans.sort_values(["berkas", "baris"])


def _same_post(first: str, second: str) -> bool:
    one, other = _post(first), _post(second)
    return one in other or other in one


def _post(jabatan: str) -> str:
    words = squeezed(jabatan)
    for level in Jenjang:
        words = words.removesuffix(squeezed(level))
    return words
