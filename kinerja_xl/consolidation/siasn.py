"""A consolidated period as CSV for SIASN: the fields that BKN's service ``skp22`` takes, one row for each person rated.

Names, order and codes of the columns are those of the service (a public client of it is the source): the year as its ``save``
takes it, a quarter with the fields of the ``kinerja periodik`` in front. What no source settles is left to be completed:

* ``id`` and ``pnsDinilaiOrang`` are keys inside SIASN. ``id`` stays empty (a new entry); ``pnsDinilaiOrang`` holds the NIP, by
  which SIASN's own key is looked up.
* ``koefisienId`` is known for the predikat Baik alone; for the others, and for whoever holds no functional post, it is empty.
* ``penilaiGolongan`` has no code for PPPK, and rank and unit of a rater who is in no workbook are unknown: empty.
* ``statusPenilai`` is empty where the rater's number is neither absent nor a NIP of 18 digits.
* Separator and encoding are those of the house, as Excel in Indonesia opens them: semicolon, UTF-8 with its mark, CRLF.

Who has no predikat, a finding that blocks, a damaged NIP or no workbook at all is left out and counted, so that
``people = written + left_out`` always holds.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from kinerja_xl.consolidation.master_cells import plain_values, text_of
from kinerja_xl.consolidation.result import Konsolidasi
from kinerja_xl.nip import LENGTH, problem
from kinerja_xl.periods import Periode
from kinerja_xl.terms import Jenjang, Predikat, Rating, read_term, squeezed

PERIODIC_FIELDS = (
    "bulanMulaiPenilaian",
    "bulanSelesaiPenilaian",
    "tahunMulaiPenilaian",
    "tahunSelesaiPenilaian",
    "periodikId",
    "koefisienId",
)
YEARLY_FIELDS = (
    "hasilKinerjaNilai",
    "id",
    "kuadranKinerjaNilai",
    "penilaiGolongan",
    "penilaiJabatan",
    "penilaiNama",
    "penilaiNipNrp",
    "penilaiUnorNama",
    "perilakuKerjaNilai",
    "pnsDinilaiOrang",
    "statusPenilai",
    "tahun",
)
DELIMITER = ";"
QUARTERLY = "2"
"""``periodikId`` of a quarter."""

RATING_CODES = {Rating.DI_ATAS: "1", Rating.SESUAI: "2", Rating.DI_BAWAH: "3"}
PREDIKAT_CODES = {
    Predikat.SANGAT_BAIK: "1",
    Predikat.BAIK: "2",
    Predikat.BUTUH_PERBAIKAN: "3",
    Predikat.KURANG: "4",
    Predikat.SANGAT_KURANG: "5",
}
COEFFICIENT_OF_BAIK = {
    Jenjang.AHLI_PERTAMA: "12",
    Jenjang.AHLI_MUDA: "22",
    Jenjang.AHLI_MADYA: "32",
    Jenjang.AHLI_UTAMA: "42",
    Jenjang.PEMULA: "52",
    Jenjang.TERAMPIL: "62",
    Jenjang.MAHIR: "72",
    Jenjang.PENYELIA: "82",
}
RANK_CODES = {
    squeezed(f"{roman}/{letter}"): f"{number}{place}"
    for number, (roman, letters) in enumerate(
        (("I", "abcd"), ("II", "abcd"), ("III", "abcd"), ("IV", "abcde")), start=1
    )
    for place, letter in enumerate(letters, start=1)
}

BLOCKED = "tertahan temuan galat atau berkasnya ditolak; lihat lembar Rekonsiliasi"
MISSING = "belum masuk; lihat lembar Rekonsiliasi"
UNRATED = "belum dinilai"
BAD_NIP = "NIP bukan NIP yang sah"
_FORMULA_STARTS = tuple("=+-@")
_RANK = re.compile(r"\(([^()]*)\)\s*$")

Row = Mapping[str, str]


def fields_of(periode: Periode) -> tuple[str, ...]:
    """The columns of a period: those of the year, for a quarter with its own in front."""
    return YEARLY_FIELDS if periode is Periode.TAHUNAN else (*PERIODIC_FIELDS, *YEARLY_FIELDS)


def is_export(data: bytes) -> bool:
    """Whether a file begins as one of ours does."""
    heads = {Siasn(fields_of(periode)).csv() for periode in (Periode.TW1, Periode.TAHUNAN)}
    return data.startswith(tuple(heads))


@dataclass(frozen=True)
class Siasn:
    """The rows to send, why others are not among them, and what a person still has to complete.

    ``left_out``: people by reason; ``open``: rows by the column that is empty; ``twice``: people with several rows.
    """

    fields: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
    open: Mapping[str, int] = field(default_factory=dict)
    twice: int = 0

    def csv(self) -> bytes:
        """The file: every value as quoted text."""
        out = io.StringIO()
        writer = csv.DictWriter(out, self.fields, delimiter=DELIMITER, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
        writer.writeheader()
        writer.writerows(self.rows)
        return out.getvalue().encode("utf-8-sig")


class _Rated(NamedTuple):
    """Somebody who can be sent: the row of Rekap Pegawai and what its words mean."""

    person: Mapping[str, Any]
    hasil: Rating
    perilaku: Rating
    predikat: Predikat

    def text(self, key: str) -> str:
        """A value of the row as text."""
        return text_of(self.person[key])


def siasn_of(k: Konsolidasi) -> Siasn:
    """The rows of a period with ratings, in the order of Rekap Pegawai."""
    frame = k.frames["Rekap Pegawai"]
    columns = {str(name): plain_values(frame[name]) for name in frame.columns}
    people = [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    units = {text_of(person["nip"]): text_of(person["nama_unit"]) for person in reversed(people)}
    judged = [_judged(person, k) for person in people]
    kept = [one for one in judged if isinstance(one, _Rated)]
    fields = fields_of(k.periode)
    rows = tuple(_row(one, k, fields, units) for one in kept)
    reasons = Counter(one for one in judged if isinstance(one, str))
    reasons.update({BLOCKED: k.counts.people_rejected, MISSING: k.counts.missing})
    return Siasn(fields, rows, {reason: n for reason, n in reasons.items() if n}, _open(kept, rows), _twice(rows))


def _judged(person: Mapping[str, Any], k: Konsolidasi) -> _Rated | str:
    """Somebody of Rekap Pegawai as he can be sent, or the reason why not."""
    if problem(text_of(person["nip"]), k.tahun, k.aturan) is not None:
        return BAD_NIP
    hasil, perilaku = (read_term(Rating, text_of(person[key])) for key in ("rating_hasil", "rating_perilaku"))
    predikat = read_term(Predikat, text_of(person["predikat"]))
    return _Rated(person, hasil, perilaku, predikat) if hasil and perilaku and predikat else UNRATED


def _row(one: _Rated, k: Konsolidasi, fields: tuple[str, ...], units: Mapping[str, str]) -> Row:
    first, last = k.periode.span(k.tahun)
    rater = one.text("nip_penilai")
    known = {
        "bulanMulaiPenilaian": str(first.month),
        "bulanSelesaiPenilaian": str(last.month),
        "tahunMulaiPenilaian": str(first.year),
        "tahunSelesaiPenilaian": str(last.year),
        "periodikId": QUARTERLY,
        "koefisienId": _coefficient(one),
        "hasilKinerjaNilai": RATING_CODES[one.hasil],
        "id": "",
        "kuadranKinerjaNilai": PREDIKAT_CODES[one.predikat],
        "penilaiGolongan": _rank(one.text("pangkat_penilai")),
        "penilaiJabatan": safe(one.text("jabatan_penilai")),
        "penilaiNama": safe(one.text("nama_penilai")),
        "penilaiNipNrp": safe(rater),
        "penilaiUnorNama": safe(units.get(rater, "")) if rater else "",
        "perilakuKerjaNilai": RATING_CODES[one.perilaku],
        "pnsDinilaiOrang": one.text("nip"),
        "statusPenilai": _status(rater, one.text("nama_penilai")),
        "tahun": str(k.tahun),
    }
    return {name: known[name] for name in fields}


def _coefficient(one: _Rated) -> str:
    level = read_term(Jenjang, one.text("jenjang"))
    return COEFFICIENT_OF_BAIK[level] if level and one.predikat is Predikat.BAIK else ""


def _rank(text: str) -> str:
    """The code of a rank written ``Penata Tk. I (III/d)``; empty where it is none of a PNS."""
    found = _RANK.search(text)
    return RANK_CODES.get(squeezed(found[1]), "") if found else ""


def _status(nip: str, nama: str) -> str:
    if len(nip) == LENGTH and nip.isascii() and nip.isdigit():
        return "ASN"
    return "NON ASN" if nama and not nip else ""


def safe(text: str) -> str:
    """One line that no spreadsheet takes for a formula: in front of what would start one stands an apostrophe."""
    line = " ".join(text.split())
    return f"'{line}" if line.startswith(_FORMULA_STARTS) else line


def _open(kept: list[_Rated], rows: tuple[Row, ...]) -> dict[str, int]:
    """How many rows lack a value that somebody has to look up, by column in the order of the file."""
    empty = Counter[str]()
    for one, row in zip(kept, rows, strict=True):
        rightly = {"id"} if read_term(Jenjang, one.text("jenjang")) else {"id", "koefisienId"}
        rightly |= (
            {"penilaiNipNrp", "penilaiGolongan", "penilaiUnorNama"} if row["statusPenilai"] == "NON ASN" else set()
        )
        empty.update(name for name, value in row.items() if not value and name not in rightly)
    return dict(empty)


def _twice(rows: tuple[Row, ...]) -> int:
    return sum(number > 1 for number in Counter(row["pnsDinilaiOrang"] for row in rows).values())
