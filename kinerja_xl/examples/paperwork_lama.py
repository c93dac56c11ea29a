"""Fills the sheets of an example unit of the years before the ratings: activities with their aspects, behaviours in numbers.

The people, posts and planned results are those of the newer examples; only what the forms of 2020 and 2021 ask is different.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import groupby
from random import Random

from kinerja_xl.examples import feedback
from kinerja_xl.examples.catalogue import Iki
from kinerja_xl.examples.chance import stream
from kinerja_xl.examples.paperwork import Paperwork
from kinerja_xl.examples.people import Pegawai
from kinerja_xl.examples.places import Place
from kinerja_xl.examples.plans import PERCENT, RUPIAH, Indikator, Row, Target, plan_row
from kinerja_xl.forms.behaviours import behaviours, in_quarter
from kinerja_xl.indonesian import number_text
from kinerja_xl.periods import TRIWULAN, Periode
from kinerja_xl.regulations import AturanPermenpan8, AturanPp46, AturanRating
from kinerja_xl.scoring.scheme import aturan_periode
from kinerja_xl.terms import Aspek, Kategori, Rating, Status, YaTidak

MONTHS = (3.0, 6.0, 9.0, 12.0)
FULL_QUALITY = 100.0
_WORST, _BEST = 0.82, 1.04
"""What the weakest and the best have done of what was planned."""
_WEAKEST_BEHAVIOUR, _BEST_BEHAVIOUR = 74, 92
_SHARE_OF_POINTS = 0.2
_SHARE_OF_FEEDBACK = 0.5
_GOOD, _WEAK = 0.7, 0.25

Key = tuple[str, int, int]


@dataclass
class OldPaperwork:
    """The sheets of one unit while they are filled.

    ``aturan`` are the rules of the first year with ratings: people, plans and trainings are made as for that year. The laws of
    these years appraise PNS only, so PPPK are left out.
    """

    place: Place
    staff: list[Pegawai]
    tahun: int
    benih: int
    aturan: AturanRating
    today: Paperwork = field(init=False)
    plans: dict[str, list[Indikator]] = field(init=False)
    results: dict[Key, Row] = field(init=False)
    behaviour: list[Row] = field(init=False)
    ratings: list[Row] = field(default_factory=list)
    counted: dict[Key, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.staff = [replace(p, kualitatif=False) for p in self.staff if p.karier.status is not Status.PPPK]
        self.today = Paperwork(self.place, self.staff, self.tahun, self.benih, self.aturan)
        self.plans = {nip: activities(items) for nip, items in self.today.plans.items()}
        self.results = {item.key: _empty_result(p, item) for p in self.staff for item in self.plans[p.nip]}
        self.behaviour = [
            {"nip": p.nip, "nama": p.pejabat.nama, "nilai": name}
            for p in self.staff
            for name in behaviours(self.tahun, leading=p.pemimpin)
        ]

    def _stream(self, what: str) -> Random:
        return stream(self.benih, self.place.kode, what)

    def fill(self, periode: Periode) -> None:
        """Results, behaviours and the rater's rows of all quarters up to ``periode``, and of the year where it is asked for."""
        for quarter in TRIWULAN[: periode.quarter]:
            rng = self._stream(quarter)
            for person in self.staff:
                self._results_of(person, quarter, rng)
            self._behave(quarter, rng)
            self._decide(quarter, rng)
        if periode is Periode.TAHUNAN:
            self._decide(periode, self._stream(periode))

    def _results_of(self, person: Pegawai, periode: Periode, rng: Random) -> None:
        for item in self.plans[person.nip]:
            row, suffix = self.results[item.key], periode.suffix
            share = min(max(_level(person.mutu) + rng.uniform(-0.03, 0.03), 0), 1.1)
            told = rng.random() < _SHARE_OF_FEEDBACK and item.no_iki == 1
            row |= {
                f"realisasi_{suffix}": number_text(self._done(item, periode, share)),
                f"bukti_{suffix}": f"Rekap RHK {item.no_rhk} {item.indikator} {periode.value} {self.tahun}.pdf",
                f"umpan_balik_{suffix}": feedback.on_told(_grade(person.mutu), rng) if told else "",
            }

    def _done(self, item: Indikator, periode: Periode, share: float) -> float:
        """A result; of what is counted never less than the quarter before."""
        done = _result(item, periode, share)
        if item.target and item.target.kumulatif:
            done = max(done, self.counted.get(item.key, 0.0))
            self.counted[item.key] = done
        return done

    def _behave(self, periode: Periode, rng: Random) -> None:
        quality = {person.nip: person.mutu for person in self.staff}
        asked = in_quarter(periode, self.tahun).every
        for row in self.behaviour:
            usual = _WEAKEST_BEHAVIOUR + (_BEST_BEHAVIOUR - _WEAKEST_BEHAVIOUR) * quality[row["nip"]]
            row[f"angka_{periode.suffix}"] = str(round(usual) + rng.randint(-4, 4)) if row["nilai"] in asked else ""

    def _decide(self, periode: Periode, rng: Random) -> None:
        """The rows of the sheet Penilaian for a period."""
        for person in self.staff:
            row = {
                "nip": person.nip,
                "nama": person.pejabat.nama,
                "periode": periode.value,
                "tanggal": _rating_day(periode, self.tahun, rng).isoformat(),
            }
            self.ratings.append(row | self._extra(person, periode, rng))

    def _extra(self, person: Pegawai, periode: Periode, rng: Random) -> Row:
        """The points, or the new idea, of those who have more to show."""
        aturan = aturan_periode(periode, self.tahun)
        if rng.random() > _SHARE_OF_POINTS or person.mutu < _GOOD:
            return {}
        if isinstance(aturan, AturanPp46):
            known = aturan.pp46_poin_tugas_tambahan.isi
            return {"tugas_tambahan": number_text(rng.choice([point for point in known if point > 0]))}
        return {"gagasan": YaTidak.YA.value} if isinstance(aturan, AturanPermenpan8) else {}

    def rows(self, periode: Periode) -> dict[str, list[Row]]:
        """The rows of all tables by their key."""
        return self.today.rows(periode) | {
            "rencana": [_plan_row(item, p) for p in self.staff for item in self.plans[p.nip]],
            "realisasi": list(self.results.values()),
            "perilaku": self.behaviour,
            "penilaian": self.ratings,
        }


def activities(items: Sequence[Indikator]) -> list[Indikator]:
    """Each planned result as an activity of PP 46/2011: kuantitas, kualitas and waktu, each once."""
    own = [item for item in items if item.kategori is Kategori.UTAMA]
    return [aspect for _, rows in groupby(own, lambda item: item.no_rhk) for aspect in _aspects(list(rows))]


def _aspects(items: list[Indikator]) -> list[Indikator]:
    first = items[0]
    counted = next((item for item in items if _is_count(item)), None)
    if counted is None:
        counted = _aspect(first, Aspek.KUANTITAS, "Jumlah laporan kegiatan", "Laporan", MONTHS, steps=True)
    quality = _aspect(first, Aspek.KUALITAS, "Kesesuaian hasil dengan ketentuan", PERCENT, (FULL_QUALITY,) * 4)
    time = _aspect(first, Aspek.WAKTU, "Waktu pelaksanaan kegiatan", "Bulan", MONTHS, steps=True)
    return [replace(item, no_iki=number) for number, item in enumerate((counted, quality, time), start=1)]


def _is_count(item: Indikator) -> bool:
    if item.iki is None or item.target is None or item.turun:
        return False
    return item.iki.aspek == Aspek.KUANTITAS and item.target.kumulatif and item.satuan not in (PERCENT, RUPIAH)


def _aspect(
    first: Indikator, aspek: Aspek, indikator: str, satuan: str, totals: tuple[float, ...], *, steps: bool = False
) -> Indikator:
    texts = tuple(number_text(total) for total in totals)
    quarters = texts if steps else ("",) * len(texts)
    target = Target(tuple((t, t) for t in totals), texts[-1], quarters, kumulatif=steps, akhiran="", desimal=0)
    iki = Iki(aspek.value, indikator, texts[-1], satuan)
    return replace(first, indikator=indikator, target=target, iki=iki)


def _plan_row(item: Indikator, person: Pegawai) -> Row:
    """The row of the sheet Rencana; the forms of these years have an aspect for everybody, and no direction before 2021."""
    row = plan_row(item, person.pejabat.nama, kepala=False)
    return {key: text for key, text in row.items() if key != "arah"}


def _empty_result(person: Pegawai, item: Indikator) -> Row:
    return {
        "nip": person.nip,
        "nama": person.pejabat.nama,
        "no_rhk": str(item.no_rhk),
        "no_iki": str(item.no_iki),
        "indikator": item.indikator,
        "target": item.target.teks if item.target else "",
        "satuan": item.satuan,
    }


def _result(item: Indikator, periode: Periode, share: float) -> float:
    """The months gone by, at most the full quality, as many as ``share`` of the target."""
    wanted = item.target.batas[periode.quarter - 1][0] if item.target else 0.0
    if item.iki is not None and item.iki.aspek == Aspek.WAKTU:
        return wanted
    if item.iki is not None and item.iki.aspek == Aspek.KUALITAS:
        return min(round(wanted * share), FULL_QUALITY)
    return round(wanted * share)


def _level(mutu: float) -> float:
    return _WORST + (_BEST - _WORST) * mutu


def _grade(mutu: float) -> Rating:
    return Rating.DI_ATAS if mutu > _GOOD else Rating.DI_BAWAH if mutu < _WEAK else Rating.SESUAI


def _rating_day(periode: Periode, tahun: int, rng: Random) -> date:
    """A few days after the end of the period."""
    return periode.span(tahun)[1] + timedelta(days=rng.randint(3, 8))


def entries(tahun: int) -> dict[str, str]:
    """The entries of the sheet Unit that only these years have."""
    asked = isinstance(aturan_periode(Periode.TAHUNAN, tahun), AturanPermenpan8)
    return {"pendapat": YaTidak.TIDAK.value} if asked else {}
