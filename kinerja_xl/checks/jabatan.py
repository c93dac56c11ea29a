"""Rules on the post in the sheet Pegawai: its kind, the approach and the form that belong to it."""

from collections.abc import Iterable

import pandas as pd

from kinerja_xl.checks.rule import Hits, Registry, Scope
from kinerja_xl.findings import Severity
from kinerja_xl.regulations import AturanRating
from kinerja_xl.rows import are_among, keys_of
from kinerja_xl.scoring.words import is_term, no_term
from kinerja_xl.tables import PERSON
from kinerja_xl.terms import FormatSkp, JenisJabatan, Jenjang, Pendekatan

registry = Registry()
_FORM = "PermenPANRB 6/2022, Lampiran (formulir SKP)"


def _with_column(scope: Scope, key: str) -> pd.DataFrame:
    """The people of workbooks that have the column: where it is missing altogether, that is another finding."""
    people = scope.tables.pegawai
    having = [file for file, layout in scope.tables.layouts.items() if ("pegawai", key) in layout.cells]
    return people[people["berkas"].isin(having)]


@registry.rule(
    "PEG020",
    Severity.PERINGATAN,
    "Jenis jabatan kosong atau tidak dikenal",
    pesan="Jenis jabatan {nama} '{nilai}' tidak dikenal; seharusnya JPT, Administrator, Pengawas, Pelaksana, atau Fungsional.",
    saran="Pilih jenis jabatan dari daftar, sesuai SK jabatan terakhir.",
    dasar="UU 20/2023, jenis jabatan ASN",
    contoh="'Struktural', atau sel yang dikosongkan.",
)
def jenis_jabatan(scope: Scope) -> Iterable[Hits]:
    """1. The kind of post is one of the list."""
    people = _with_column(scope, "jenis_jabatan")
    yield Hits("pegawai", "jenis_jabatan", people, where=no_term(people["jenis_jabatan"], JenisJabatan))


@registry.rule(
    "PEG021",
    Severity.PERINGATAN,
    "Pendekatan atau format SKP kosong atau tidak dikenal",
    pesan="{kolom} {nama} '{nilai}' tidak dikenal; selama belum dipilih, SKP-nya diperiksa sebagai {bawaan}.",
    saran="Pilih dari daftar: Kuantitatif atau Kualitatif; Pimpinan atau JA/JF.",
    dasar=_FORM,
    contoh="Format SKP 'Staf', atau pendekatan yang dikosongkan.",
    untuk=AturanRating,
)
def bentuk_skp(scope: Scope) -> Iterable[Hits]:
    """1. The approach is one of two; 2. the form is one of two."""
    for key, words, usual in (
        ("pendekatan", Pendekatan, Pendekatan.KUANTITATIF),
        ("format_skp", FormatSkp, FormatSkp.JA_JF),
    ):
        people = _with_column(scope, key)
        yield Hits("pegawai", key, people[no_term(people[key], words)].assign(bawaan=usual.value))


@registry.rule(
    "PEG022",
    Severity.PERINGATAN,
    "Format SKP tidak cocok dengan jabatan",
    pesan="{nama} ({jenis_jabatan}) memakai format {nilai}, padahal {sebab}.",
    saran="Pilih format {seharusnya}. Bila jenis jabatan atau penilainya yang keliru, betulkan itu.",
    dasar=_FORM,
    contoh="Pelaksana yang tidak membawahi siapa pun memakai format Pimpinan.",
    untuk=AturanRating,
    across=True,
)
def format_jabatan(scope: Scope) -> Iterable[Hits]:
    """1. A JPT uses the form Pimpinan; 2. a Pelaksana who heads no unit and rates nobody does not."""
    people = scope.tables.pegawai
    leading = is_term(people["format_skp"], FormatSkp, FormatSkp.PIMPINAN)
    top = is_term(people["jenis_jabatan"], JenisJabatan, JenisJabatan.JPT)
    staff = is_term(people["jenis_jabatan"], JenisJabatan, JenisJabatan.PELAKSANA) & ~_leads(scope)
    common = is_term(people["format_skp"], FormatSkp, FormatSkp.JA_JF)
    yield _wrong_form(people[top & common], FormatSkp.PIMPINAN, "JPT memakai format Pimpinan")
    yield _wrong_form(people[staff & leading], FormatSkp.JA_JF, "bukan kepala unit dan tidak menilai siapa pun")


def _wrong_form(people: pd.DataFrame, expected: FormatSkp, why: str) -> Hits:
    return Hits("pegawai", "format_skp", people.assign(seharusnya=expected.value, sebab=why))


def _leads(scope: Scope) -> "pd.Series[bool]":
    """Who is the head of the unit, or somebody's rater anywhere."""
    people = scope.tables.pegawai
    heads = keys_of(scope.tables.unit, ["berkas", "nip_kepala"])
    return people["nip"].isin(people["nip_penilai"]) | are_among(people, PERSON, heads)


@registry.rule(
    "PEG027",
    Severity.PERINGATAN,
    "Jenjang diisi untuk jabatan yang bukan fungsional",
    pesan="{nama} berjenjang '{nilai}', padahal jenis jabatannya {jenis_jabatan}.",
    saran="Kosongkan jenjang, atau pilih jenis jabatan Fungsional bila jabatannya memang fungsional.",
    dasar="PermenPANRB 1/2023, jenjang jabatan fungsional",
    contoh="Pelaksana dengan jenjang Ahli Muda.",
)
def jenjang_bukan_fungsional(scope: Scope) -> Iterable[Hits]:
    """1. Only a functional post has a level; an unknown kind of post is told by its own rule."""
    people = scope.tables.pegawai
    kind = people["jenis_jabatan"]
    other = ~no_term(kind, JenisJabatan) & ~is_term(kind, JenisJabatan, JenisJabatan.FUNGSIONAL)
    yield Hits("pegawai", "jenjang", people, where=other & ~no_term(people["jenjang"], Jenjang))
