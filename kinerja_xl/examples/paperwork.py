"""Fills the sheets of an example unit for its people, quarter by quarter up to the period asked for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from kinerja_xl.examples import feedback
from kinerja_xl.examples.behaviour import expectations, rate_behaviour
from kinerja_xl.examples.chance import stream
from kinerja_xl.examples.people import Pegawai
from kinerja_xl.examples.places import Place
from kinerja_xl.examples.plans import Indikator, Row, plan, plan_row
from kinerja_xl.examples.ratings import Dinilai, rate
from kinerja_xl.examples.results import Hasil, Key, quarter_results
from kinerja_xl.examples.training import training
from kinerja_xl.periods import TRIWULAN, Periode
from kinerja_xl.regulations import AturanRating
from kinerja_xl.terms import FormatSkp, Pendekatan, Predikat, Rating

_DRIVE = "https://drive.example.go.id"
_WEAK = (Predikat.BUTUH_PERBAIKAN, Predikat.KURANG, Predikat.SANGAT_KURANG)
_SHARE_OF_LINKS = 0.6


@dataclass
class Paperwork:
    """The sheets of one unit while they are filled."""

    place: Place
    staff: list[Pegawai]
    tahun: int
    benih: int
    aturan: AturanRating
    plans: dict[str, list[Indikator]] = field(init=False)
    results: dict[Key, Row] = field(init=False)
    behaviour: dict[str, list[Row]] = field(init=False)
    ratings: list[Row] = field(default_factory=list)
    weak: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        rng = self._stream("rencana")
        self.plans = {p.nip: plan(p, self.place.wilayah, rng) for p in self.staff}
        self.results = {item.key: _result_row(p, item) for p in self.staff for item in self.plans[p.nip]}
        self.behaviour = {p.nip: expectations(p, rng) for p in self.staff}

    def _stream(self, what: str) -> Random:
        return stream(self.benih, self.place.kode, what)

    def fill(self, periode: Periode) -> None:
        """Results, feedback and ratings of all quarters up to ``periode``, and of the year where it is asked for."""
        before: Mapping[Key, Hasil] = {}
        for quarter in TRIWULAN[: periode.quarter]:
            rng = self._stream(quarter)
            rated = rate(self.staff, self.place.number, quarter, rng, self.aturan)
            before = self._quarter(quarter, rated, before, rng)
            self._decide(quarter, rated, rng)
        if periode is Periode.TAHUNAN:
            self._decide(periode, rated, self._stream(periode))

    def _quarter(
        self, periode: Periode, rated: Mapping[str, Dinilai], before: Mapping[Key, Hasil], rng: Random
    ) -> dict[Key, Hasil]:
        counted = {p.nip: self.plans[p.nip] for p in self.staff if not p.kualitatif}
        wanted = {nip: found.angka for nip, found in rated.items()}
        results = quarter_results(counted, wanted, before, periode.quarter, rng, self.aturan)
        for person in self.staff:
            self._results_of(person, rated[person.nip], results, periode, rng)
            rate_behaviour(self.behaviour[person.nip], rated[person.nip].perilaku, periode, rng)
        return results

    def _results_of(
        self, person: Pegawai, rated: Dinilai, results: Mapping[Key, Hasil], periode: Periode, rng: Random
    ) -> None:
        items, suffix = self.plans[person.nip], periode.suffix
        if person.kualitatif:
            said = {item.key: feedback.on_told(rated.hasil, rng) for item in items}
        else:
            said = feedback.on_results(items, results, periode, rng, self.aturan)
        for item in items:
            text = results[item.key].teks if item.key in results else _told(item, rated.hasil)
            self.results[item.key] |= {
                f"realisasi_{suffix}": text,
                f"bukti_{suffix}": self._evidence(item, periode, rng),
                f"umpan_balik_{suffix}": said.get(item.key, ""),
            }

    def _evidence(self, item: Indikator, periode: Periode, rng: Random) -> str:
        words = re.findall(r"[A-Za-z0-9-]+", item.indikator.removeprefix("Jumlah ").removeprefix("Persentase "))[:5]
        if rng.random() < _SHARE_OF_LINKS:
            name = "-".join(words).lower()
            return f"{_DRIVE}/{self.place.slug}/{self.tahun}/{periode.lower()}/{item.nip[-4:]}-{name}.pdf"
        return f"Rekap {' '.join(words)} {periode.value} {self.tahun}.pdf"

    def _decide(self, periode: Periode, rated: Mapping[str, Dinilai], rng: Random) -> None:
        """The rows of the sheet Penilaian for a period."""
        matrix = self.aturan.matriks_predikat.isi
        for person in self.staff:
            found = rated[person.nip]
            predikat = matrix[found.hasil][found.perilaku]
            if predikat in _WEAK:
                self.weak.add(person.nip)
            self.ratings.append(
                {
                    "nip": person.nip,
                    "nama": person.pejabat.nama,
                    "periode": periode.value,
                    "rating_hasil": found.hasil.value,
                    "rating_perilaku": found.perilaku.value,
                    "predikat": predikat.value,
                    "tanggal": _rating_day(periode, self.tahun, rng).isoformat(),
                    "rekomendasi": feedback.recommendation(predikat, rng),
                    "alasan": feedback.reason(found.hasil, found.angka, rng) if found.menyimpang else "",
                }
            )

    def rows(self, periode: Periode) -> dict[str, list[Row]]:
        """The rows of all tables by their key."""
        rng = self._stream("pengembangan")
        return {
            "pegawai": [_person_row(p) for p in self.staff],
            "rencana": [
                plan_row(item, p.pejabat.nama, kepala=p.kepala) for p in self.staff for item in self.plans[p.nip]
            ],
            "realisasi": list(self.results.values()),
            "perilaku": [row for rows in self.behaviour.values() for row in rows],
            "penilaian": self.ratings,
            "pengembangan": [
                row
                for p in self.staff
                for row in training(p, periode, lemah=p.nip in self.weak, tahun=self.tahun, rng=rng, aturan=self.aturan)
            ],
        }


def _person_row(person: Pegawai) -> Row:
    career = person.karier
    return {
        "nip": person.nip,
        "nama": person.pejabat.nama,
        "status": career.status.value,
        "golongan": career.golongan,
        "pangkat": career.pangkat,
        "jabatan": person.pejabat.jabatan,
        "jenis_jabatan": person.post.jenis.value,
        "jenjang": career.jenjang,
        "pendekatan": (Pendekatan.KUALITATIF if person.kualitatif else Pendekatan.KUANTITATIF).value,
        "format_skp": (FormatSkp.PIMPINAN if person.kepala else FormatSkp.JA_JF).value,
        "nip_penilai": person.penilai.nip,
        "nama_penilai": person.penilai.nama,
        "jabatan_penilai": person.penilai.jabatan,
        "nip_atasan": person.atasan.nip,
        "nama_atasan": person.atasan.nama,
        "jabatan_atasan": person.atasan.jabatan,
    }


def _result_row(person: Pegawai, item: Indikator) -> Row:
    target = item.target.teks if item.target else item.uraian.target if item.uraian else ""
    return {
        "nip": person.nip,
        "nama": person.pejabat.nama,
        "no_rhk": str(item.no_rhk),
        "no_iki": str(item.no_iki),
        "indikator": item.indikator,
        "target": target,
        "satuan": item.satuan,
    }


def _told(item: Indikator, rating: Rating) -> str:
    """The result in words, for the qualitative approach."""
    return str(getattr(item.uraian, feedback.GRADES[rating]))


def _rating_day(periode: Periode, tahun: int, rng: Random) -> date:
    """A working day soon after the end of the period; the year is judged after its last quarter."""
    day = periode.span(tahun)[1] + timedelta(days=rng.randint(3, 8) + (7 if periode is Periode.TAHUNAN else 0))
    return day + timedelta(days=max(7 - day.weekday(), 0) if day.weekday() > 4 else 0)
