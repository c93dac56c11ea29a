"""Made-up people: names, NIP, rank and career that fit each other, and who rates whom."""

from dataclasses import dataclass
from random import Random

from kinerja_xl.examples.catalogue import Jabatan, data
from kinerja_xl.regulations import AturanRating
from kinerja_xl.terms import JenisJabatan, Status

_YEARS_A_GRADE = 4
_PPPK_SPAN = (2021, 2025)
_PPPK_NUMBER = 21
_APPOINTMENT_MONTHS = (1, 3, 4, 12)
_MIDWIFE = "KEBIDANAN"
_SHARE_OF_MEN = 0.55
_SHARE_OF_TITLES = 0.15


@dataclass(frozen=True)
class Pejabat:
    """An official as named on a form."""

    nip: str
    nama: str
    jabatan: str


@dataclass(frozen=True)
class Karier:
    """What a NIP and a rank are made of."""

    status: Status
    golongan: str
    pangkat: str
    jenjang: str
    lahir: int
    angkat: int
    nomor: int


class Penduduk:
    """Hands out names and NIP; within one set no NIP and no name comes twice."""

    def __init__(self, tahun: int, aturan: AturanRating) -> None:
        self.tahun = tahun
        self.aturan = aturan
        self._nips: set[str] = set()
        self._names: set[str] = set()

    def official(self, rng: Random, post: Jabatan, jabatan: str) -> tuple[Pejabat, Karier]:
        """Somebody new in ``post``."""
        career = self._career(rng, post)
        male = post.pendidikan != _MIDWIFE and rng.random() < _SHARE_OF_MEN
        name = self._name(rng, post.pendidikan, male=male)
        return Pejabat(self._nip(rng, career, male=male), name, jabatan.format(jenjang=career.jenjang)), career

    def _career(self, rng: Random, post: Jabatan) -> Karier:
        status = Status(rng.choice(post.status))
        level = next(iter(post.golongan)) if status is not Status.PNS else rng.choice(list(post.golongan))
        if status is Status.PPPK:
            appointed = rng.randint(min(_PPPK_SPAN[0], self.tahun), min(_PPPK_SPAN[1], self.tahun))
            grade = data("nama")["pendidikan"][post.pendidikan]["pppk"]
            return Karier(status, grade, "", level, appointed - rng.randint(23, 38), appointed, _PPPK_NUMBER)
        grade = post.golongan[level][0] if status is Status.CPNS else rng.choice(post.golongan[level])
        service = 1 if status is Status.CPNS else self._service(rng, post, grade)
        appointed = self.tahun - service
        rank, born = (
            self.aturan.pangkat.isi[grade],
            appointed - rng.randint(*data("nama")["pendidikan"][post.pendidikan]["usia"]),
        )
        return Karier(status, grade, rank, level, born, appointed, rng.choice(_APPOINTMENT_MONTHS))

    def _service(self, rng: Random, post: Jabatan, grade: str) -> int:
        ladder = list(self.aturan.pangkat.isi)
        steps = max(ladder.index(grade) - ladder.index(data("nama")["pendidikan"][post.pendidikan]["pns"]), 0)
        return _YEARS_A_GRADE * steps + rng.randint(2, _YEARS_A_GRADE + 1)

    def _nip(self, rng: Random, career: Karier, *, male: bool) -> str:
        born = f"{career.lahir}{rng.randint(1, 12):02d}{rng.randint(1, 28):02d}"
        head = f"{born}{career.angkat}{career.nomor:02d}{1 if male else 2}"
        nip = next(n for serial in range(1, 1000) if (n := f"{head}{serial:03d}") not in self._nips)
        self._nips.add(nip)
        return nip

    def _name(self, rng: Random, education: str, *, male: bool) -> str:
        words = data("nama")["laki" if male else "perempuan"]
        while True:
            title = rng.choice(words["gelar_palembang"]) if rng.random() < _SHARE_OF_TITLES else ""
            name = f"{title}{rng.choice(words['depan'])} {rng.choice(words['belakang'])}"
            bare = name.removeprefix(title)
            if bare not in self._names or len(self._names) > 0.8 * _possible():
                self._names.add(bare)
                return name + str(rng.choice(data("nama")["pendidikan"][education]["gelar"]))


def _possible() -> int:
    names = data("nama")
    return sum(len(names[sex]["depan"]) * len(names[sex]["belakang"]) for sex in ("laki", "perempuan"))


@dataclass(frozen=True)
class Pegawai:
    """A person of a unit: identity, career, post, approach, raters and steady quality of work (0 to 1)."""

    pejabat: Pejabat
    karier: Karier
    post: Jabatan
    penilai: Pejabat
    atasan: Pejabat
    post_penilai: Jabatan | None
    kepala: bool
    kualitatif: bool
    mutu: float

    @property
    def nip(self) -> str:
        """The person's NIP."""
        return self.pejabat.nip

    @property
    def fungsional(self) -> bool:
        """Whether the post is a functional one."""
        return self.post.jenis is JenisJabatan.FUNGSIONAL

    @property
    def pemimpin(self) -> bool:
        """Whether the person leads others."""
        return self.post.jenis in (JenisJabatan.ADMINISTRATOR, JenisJabatan.PENGAWAS)
