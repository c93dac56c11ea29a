"""Makes the content of example units: Kecamatan Plaju and its kelurahan first, further ones after them.

Each unit draws from its own random streams, so it looks the same however many others are made and up to whichever period.
"""

from dataclasses import dataclass
from itertools import islice

from kinerja_xl.examples.catalogue import data
from kinerja_xl.examples.chance import stream
from kinerja_xl.examples.paperwork import Paperwork
from kinerja_xl.examples.people import Pegawai
from kinerja_xl.examples.places import Place, places
from kinerja_xl.examples.ratings import unit_result
from kinerja_xl.examples.staffing import City
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
    aturan = aturan_pada(periode.span(tahun)[1], AturanRating)
    city = City(tahun, benih, aturan)
    made = []
    for place in islice(places(), unit):
        staff = city.staff(place, pegawai)
        work = Paperwork(place, staff, tahun, benih, aturan)
        work.fill(periode)
        entries = _entries(place, staff[0], tahun, periode, benih)
        made.append(ExampleUnit(f"{place.slug}.xlsx", UnitContent(entries, work.rows(periode))))
    return made


def _entries(place: Place, head: Pegawai, tahun: int, periode: Periode, benih: int) -> dict[str, str]:
    """The entries of the sheet Unit."""
    known, rng = data("unit"), stream(benih, place.kode, "unit")
    judged = [*TRIWULAN[: periode.quarter], *([periode] if periode is Periode.TAHUNAN else [])]
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
        **{f"capaian_{p.lower()}": unit_result(place.number, p).value for p in judged},
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
