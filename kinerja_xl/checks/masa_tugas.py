"""Rules on time in the sheet Pegawai: an age at which people serve, and nothing rated outside the time in the unit."""

from collections.abc import Hashable, Iterable

from kinerja_xl.checks.nip import NIP_BROKEN
from kinerja_xl.checks.rule import Hits, Registry, Scope
from kinerja_xl.findings import Severity
from kinerja_xl.indonesian import parse_date
from kinerja_xl.nip import LENGTH
from kinerja_xl.rows import are_among, keys_of
from kinerja_xl.scoring.people import rated
from kinerja_xl.tables import PERSON

registry = Registry()
OLDEST = 70
"""Hardly anybody serves at a higher age, whatever the post: a birth date beyond it is most likely mistyped."""


@registry.rule(
    "PEG025",
    Severity.PERINGATAN,
    "Usia menurut NIP melewati masa kerja",
    pesan="Menurut NIP {nilai}, {nama} berusia {usia} tahun pada tahun {tahun}.",
    saran="Cocokkan delapan angka pertama NIP dengan SK; bila sudah pensiun, hapus dari lembar Pegawai.",
    dasar="Kewajaran data: NIP memuat tahun lahir",
    contoh="Tahun lahir 1986 terketik 1936.",
    silent_after=NIP_BROKEN,
)
def usia_lanjut(scope: Scope) -> Iterable[Hits]:
    """1. Nobody is older than seventy in the year of the form."""
    people = scope.tables.pegawai
    sound = people[people["nip"].str.fullmatch(rf"\d{{{LENGTH}}}")]
    rows = sound.assign(usia=scope.tahun - sound["nip"].str[:4].astype("int64"), tahun=scope.tahun)
    yield Hits("pegawai", "nip", rows, where=rows["usia"] > OLDEST)


@registry.rule(
    "PEG026",
    Severity.PERINGATAN,
    "Hasil atau rating di luar masa tugas di unit",
    pesan="{nama} {kata} bertugas di unit ini pada {nilai}, {letak} {label}, tetapi realisasi atau rating {label} terisi di unit ini.",
    saran="Kosongkan isian {label} di unit ini bila dinilai unit lain, atau betulkan tanggalnya.",
    dasar="Satu pegawai dinilai satu Pejabat Penilai Kinerja pada satu waktu",
    contoh="Pegawai pindah pada bulan Maret, tetapi masih diberi rating Triwulan II oleh unit lama.",
    silent_after=("PEG016",),
)
def di_luar_masa(scope: Scope) -> Iterable[Hits]:
    """1. Who left before the period, or comes after it, has neither results nor a rating in it."""
    first, last = scope.periode.span(scope.tahun)
    people = scope.tables.pegawai
    people = people[(people["mulai"] != "") | (people["selesai"] != "")]
    busy = people[are_among(people, PERSON, _with_work(scope))].assign(label=scope.periode.label)
    start, end = busy["mulai"].map(parse_date), busy["selesai"].map(parse_date)
    late = busy.loc[[day is not None and day > last for day in start]]
    yield Hits("pegawai", "mulai", late.assign(kata="mulai", letak="sesudah"))
    early = busy.loc[[day is not None and day < first for day in end]]
    yield Hits("pegawai", "selesai", early.assign(kata="selesai", letak="sebelum"))


def _with_work(scope: Scope) -> set[tuple[Hashable, ...]]:
    """(file, NIP) of everybody with a result or a rating in the period."""
    results, marks = scope.tables.realisasi, rated(scope.tables, scope.periode)
    done = results.loc[results[f"realisasi_{scope.periode.suffix}"] != "", PERSON]
    given = marks.loc[(marks["rating_hasil"] != "") | (marks["rating_perilaku"] != ""), PERSON]
    return {*keys_of(done, PERSON), *keys_of(given, PERSON)}
