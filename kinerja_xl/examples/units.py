"""Makes the content of example units: Kecamatan Plaju and its kelurahan first, further ones after them.

Each unit draws from its own random streams, so it looks the same however many others are made and up to whichever period.
"""

from dataclasses import dataclass
from itertools import islice

from kinerja_xl.examples import paperwork_lama
from kinerja_xl.examples.catalogue import data
from kinerja_xl.examples.chance import stream
from kinerja_xl.examples.paperwork import Paperwork
from kinerja_xl.examples.paperwork_lama import OldPaperwork
from kinerja_xl.examples.people import Pegawai
from kinerja_xl.examples.places import Place, places
from kinerja_xl.examples.ratings import unit_result
from kinerja_xl.examples.staffing import City
from kinerja_xl.forms.columns import FIRST_RATING_YEAR
from kinerja_xl.forms.fill import UnitContent
from kinerja_xl.forms.unit_workbook import FORM, VERSION
from kinerja_xl.periods import TRIWULAN, Periode
from kinerja_xl.regulations import AturanRating, aturan_pada

PEOPLE = range(5, 61)
"""How many people a unit may have."""


@dataclass(frozen=True)
class ExampleUnit:
    """A unit workbook to be written."""

    file_name: str
    content: UnitContent


def make_units(
    *, tahun: int, periode: Periode, benih: int, unit: int = 8, pegawai: int | None = None
) -> list[ExampleUnit]:
    """The first ``unit`` units, filled up to ``periode``; the same arguments always give the same content.

    Raises ValueError when ``pegawai``, the number of people in each unit, is not in ``PEOPLE``.
    """
    if pegawai is not None and pegawai not in PEOPLE:
        raise ValueError(f"Jumlah pegawai contoh {PEOPLE.start} sampai {PEOPLE.stop - 1} orang setiap unit.")
    aturan = aturan_pada(periode.span(max(tahun, FIRST_RATING_YEAR))[1], AturanRating)
    city = City(tahun, benih, aturan)
    made = []
    for place in islice(places(), unit):
        staff = city.staff(place, pegawai)
        work = (Paperwork if is_rated(tahun) else OldPaperwork)(place, staff, tahun, benih, aturan)
        work.fill(periode)
        entries = _entries(place, staff[0], tahun, periode, benih) | _of_year(place, tahun, periode)
        made.append(ExampleUnit(f"{place.slug}.xlsx", UnitContent(entries, work.rows(periode))))
    return made


def _entries(place: Place, head: Pegawai, tahun: int, periode: Periode, benih: int) -> dict[str, str]:
    """The entries of the sheet Unit."""
    known, rng = data("unit"), stream(benih, place.kode, "unit")
    return {
        "formulir": FORM,
        "versi": VERSION,
        "tahun": str(tahun),
        "kode_unit": place.kode,
        "nama_unit": place.wilayah.upper(),
        "instansi": known["instansi"],
        "unit_induk": f"KECAMATAN {place.kecamatan}".upper() if place.kelurahan else "",
        "nip_kepala": head.nip,
        "periode": periode.value,
        "alamat": f"{rng.choice(known['jalan'])} Nomor {rng.randint(3, 240)}",
        "telepon": f"(0711) {rng.randint(540, 549)}{rng.randint(0, 999):03d}",
        "laman": f"https://{place.slug}.example.go.id",
        "pos_el": f"kantor@{place.slug}.example.go.id",
        "kode_pos": f"302{rng.randint(51, 69)}",
        "tempat": known["tempat"],
        "kode_klasifikasi": known["kode_klasifikasi"],
        "kode_surat": place.kode,
        "tembusan": known["tembusan"],
    }


def is_rated(tahun: int) -> bool:
    """Whether people are rated in the year; before, they are appraised in numbers."""
    return tahun >= FIRST_RATING_YEAR


def _of_year(place: Place, tahun: int, periode: Periode) -> dict[str, str]:
    """The entries that depend on the law of the year: the unit's results so far, or what the years before the ratings ask."""
    if not is_rated(tahun):
        return paperwork_lama.entries(tahun)
    judged = [*TRIWULAN[: periode.quarter], *([periode] if periode is Periode.TAHUNAN else [])]
    return {f"capaian_{p.lower()}": unit_result(place.number, p).value for p in judged}
