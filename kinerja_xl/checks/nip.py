"""Rules on the NIP in the sheet Pegawai: there, text, 18 digits, a possible person, once in the workbook."""

from collections.abc import Iterable

from kinerja_xl.checks.rule import Hits, Registry, Scope
from kinerja_xl.findings import Severity
from kinerja_xl.nip import LENGTH, Masalah, fits_status, problem
from kinerja_xl.rows import of_first
from kinerja_xl.tables import PERSON
from kinerja_xl.terms import Status, read_term

registry = Registry()
NIP_BROKEN = ("PEG001", "PEG002", "PEG003", "PEG004", "PEG005", "PEG006")
"""A person with one of these cannot be found in the other sheets: that nothing is planned or rated only follows from it."""
_NIP = "Perka BKN 43/2007 (NIP 18 angka)"


@registry.rule(
    "PEG001",
    Severity.GALAT,
    "NIP kosong",
    pesan="Baris ini berisi pegawai {nama} tanpa NIP.",
    saran="Isi NIP 18 angka, atau kosongkan seluruh baris.",
    dasar=_NIP,
    contoh="Nama terisi, NIP belum.",
)
def nip_kosong(scope: Scope) -> Iterable[Hits]:
    """1. Every row of Pegawai has a NIP."""
    people = scope.tables.pegawai
    yield Hits("pegawai", "nip", people, where=people["nip"] == "")


@registry.rule(
    "PEG002",
    Severity.GALAT,
    "NIP tersimpan sebagai angka",
    pesan="NIP {nama} tersimpan sebagai angka ({nilai}); angka terakhirnya sudah hilang karena Excel hanya menyimpan 15 angka.",
    saran="Jadikan sel bertipe Teks lalu ketik ulang NIP dari SK; jangan menyalin angka yang terlihat.",
    dasar=_NIP,
    contoh="1,98609E+17 atau NIP yang berakhir 000.",
)
def nip_angka(scope: Scope) -> Iterable[Hits]:
    """1. A NIP is text: a number of 18 digits cannot be held exactly."""
    people = scope.tables.pegawai
    yield Hits("pegawai", "nip", people, where=people["nip_angka"] == "1")


def _strange(nip: str) -> str:
    """The characters of a NIP that are no digits, in words."""
    found = sorted({c for c in nip if not (c.isascii() and c.isdigit())})
    return f", di antaranya {' '.join(found)}" if found else ""


def _problems(scope: Scope) -> dict[str, Masalah]:
    """What is wrong with each NIP that was typed as a text and is not sound."""
    people = scope.tables.pegawai
    typed = people.loc[(people["nip"] != "") & (people["nip_angka"] == ""), "nip"].unique().tolist()
    return {nip: found for nip in typed if (found := problem(nip, scope.tahun, scope.aturan))}


def _with_problem(scope: Scope, masalah: Masalah) -> Iterable[Hits]:
    people = scope.tables.pegawai
    these = [nip for nip, found in scope.once(_problems).items() if found is masalah]
    rows = people[people["nip"].isin(these) & (people["nip_angka"] == "")]
    yield Hits("pegawai", "nip", rows.assign(panjang=rows["nip"].str.len(), huruf=rows["nip"].map(_strange)))


@registry.rule(
    "PEG003",
    Severity.GALAT,
    "NIP bukan 18 angka",
    pesan="NIP {nama} '{nilai}' bukan 18 angka (terbaca {panjang} karakter{huruf}).",
    saran="Ketik ulang NIP dari SK: 18 angka, tanpa huruf.",
    dasar=_NIP,
    contoh="19860926201505100 (17 angka).",
)
def nip_panjang(scope: Scope) -> Iterable[Hits]:
    """1. A NIP has 18 digits, blanks and dots not counted."""
    yield from _with_problem(scope, Masalah.PANJANG)


@registry.rule(
    "PEG004",
    Severity.GALAT,
    "Tanggal lahir dalam NIP tidak mungkin",
    pesan="Delapan angka pertama NIP {nilai} ({nama}) bukan tanggal lahir yang mungkin.",
    saran="Cocokkan NIP dengan SK; angka 1-8 adalah tahun, bulan, dan tanggal lahir.",
    dasar=_NIP,
    contoh="198613262015051001: bulan 13.",
)
def nip_lahir(scope: Scope) -> Iterable[Hits]:
    """1. Digits 1-8 are a date; 2. before the year of the form."""
    yield from _with_problem(scope, Masalah.LAHIR)


@registry.rule(
    "PEG005",
    Severity.GALAT,
    "Tahun atau bulan pengangkatan dalam NIP tidak mungkin",
    pesan="Angka 9-14 NIP {nilai} ({nama}) bukan masa pengangkatan yang mungkin.",
    saran="Cocokkan NIP dengan SK; PNS: tahun dan bulan TMT CPNS, PPPK: tahun dan nomor perjanjian kerja.",
    dasar=_NIP,
    contoh="Pengangkatan bulan 15, atau sebelum usia masuk kerja.",
)
def nip_angkat(scope: Scope) -> Iterable[Hits]:
    """1. Appointed between the entry age and the year of the form; 2. month 01-12 (PNS) or an agreement number (PPPK)."""
    yield from _with_problem(scope, Masalah.ANGKAT)


@registry.rule(
    "PEG006",
    Severity.GALAT,
    "Jenis kelamin atau nomor urut dalam NIP tidak mungkin",
    pesan="Angka 15-18 NIP {nilai} ({nama}) tidak sah (angka 15 harus 1 atau 2, nomor urut mulai 001).",
    saran="Cocokkan empat angka terakhir NIP dengan SK.",
    dasar=_NIP,
    contoh="...3001, atau berakhir 1000.",
)
def nip_urut(scope: Scope) -> Iterable[Hits]:
    """1. Digit 15 is 1 or 2; 2. the serial is 001 to 999."""
    yield from _with_problem(scope, Masalah.URUT)


@registry.rule(
    "PEG007",
    Severity.GALAT,
    "NIP ganda dalam satu unit",
    pesan="NIP {nilai} ({nama}) sudah ada di baris {pertama}.",
    saran="Hapus salah satu baris, atau perbaiki NIP yang salah.",
    dasar="Satu pegawai satu baris",
    contoh="Baris disalin lalu lupa diganti NIP-nya.",
)
def nip_ganda(scope: Scope) -> Iterable[Hits]:
    """1. A NIP stands once in a workbook."""
    people = scope.tables.pegawai
    rows = people.assign(pertama=of_first(people, PERSON, "baris"))
    yield Hits("pegawai", "nip", rows, where=(rows["nip"] != "") & (rows["baris"] != rows["pertama"]))


def _is_sound(nip: str) -> bool:
    return len(nip) == LENGTH and nip.isascii() and nip.isdigit()


@registry.rule(
    "PEG009",
    Severity.PERINGATAN,
    "Status tidak cocok dengan NIP",
    pesan="Status '{nilai}' tidak cocok dengan NIP {nip}.",
    saran="Pilih PNS, CPNS, atau PPPK sesuai SK; angka 13-14 NI PPPK mulai 20.",
    dasar=_NIP,
    contoh="Status PNS dengan NI PPPK.",
)
def status_nip(scope: Scope) -> Iterable[Hits]:
    """1. The status is known; 2. it fits digits 13-14 of the NIP."""
    people = scope.tables.pegawai
    status = [read_term(Status, text) for text in people["status"].tolist()]
    wrong = [
        s is None or (_is_sound(nip) and not fits_status(nip, s))
        for s, nip in zip(status, people["nip"].tolist(), strict=True)
    ]
    yield Hits("pegawai", "status", people, where=wrong)


@registry.rule(
    "PEG019",
    Severity.PERINGATAN,
    "NIP penilai atau atasan penilai rusak",
    pesan="{kolom} {nama} '{nilai}' bukan NIP 18 angka atau tersimpan sebagai angka.",
    saran="Ketik ulang sebagai teks 18 angka. Kosongkan bila penilai bukan ASN.",
    dasar=_NIP,
    contoh="NIP Penilai 17 angka, atau 1,97501E+17.",
)
def nip_penilai_rusak(scope: Scope) -> Iterable[Hits]:
    """1. The NIP of rater and superior is empty or 18 digits of text."""
    people = scope.tables.pegawai
    for key in ("nip_penilai", "nip_atasan"):
        wrong = (people[key] != "") & (~people[key].str.fullmatch(rf"\d{{{LENGTH}}}") | (people[f"{key}_angka"] == "1"))
        yield Hits("pegawai", key, people, where=wrong)
