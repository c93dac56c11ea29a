"""The Formulir SKP of each person of an example unit: the same work as in the unit workbook, typed by the staff themselves."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kinerja_xl.examples.units import ExampleUnit
from kinerja_xl.examples.write import ROSTER, roster, roster_rows
from kinerja_xl.files import safe_name, write_new
from kinerja_xl.forms.fill import UnitContent
from kinerja_xl.forms.skp.build import blank_skp
from kinerja_xl.forms.skp.content import SkpContent
from kinerja_xl.forms.skp.fill import fill_skp
from kinerja_xl.forms.skp.identity import OF_PEGAWAI
from kinerja_xl.forms.skp.variant import VARIANTS, Varian, variant_of
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating, aturan_pada

SUPPORT = {
    "dukungan": ["Komputer/laptop dan jaringan internet", "Anggaran kegiatan sesuai DPA"],
    "pertanggungjawaban": ["Hasil kerja dilaporkan setiap bulan kepada pejabat penilai"],
    "konsekuensi": ["Apabila memenuhi ekspektasi, diusulkan memperoleh penghargaan"],
}
_JOINED = ("rencana", "realisasi", "perilaku", "penilaian")


def staff_forms(unit: UnitContent) -> Iterator[tuple[str, Varian, SkpContent]]:
    """NIP, variant and content of the form of everybody in ``unit``."""
    for person in unit.rows["pegawai"]:
        nip = person["nip"]
        rows = {table: [row for row in unit.rows.get(table, []) if row["nip"] == nip] for table in _JOINED}
        results = {key: text for key, text in unit.unit.items() if key.startswith("capaian_")}
        yield nip, variant_of(person), SkpContent(_entries(unit, person), rows, results, SUPPORT)


def write_staff_forms(
    folder: Path, units: Sequence[ExampleUnit], tahun: int, progress: Callable[[str], None]
) -> list[Path]:
    """Write the forms of everybody in ``units``, a folder for each unit, and the roster; returns the paths of the forms."""
    aturan = aturan_pada(Periode.TAHUNAN.span(tahun)[1], AturanRating)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ROSTER).write_bytes(roster(roster_rows(units)))
    blanks = {varian: blank_skp(varian, tahun, aturan) for varian in VARIANTS}
    written = []
    for made in units:
        for nip, varian, content in staff_forms(made.content):
            name = f"skp-{tahun}-{safe_name(content.entries['nama'])}-{nip}.xlsx"
            path = folder / safe_name(made.content.unit["nama_unit"]) / name
            write_new(path, fill_skp(blanks[varian], varian, content))
            written.append(path)
            progress(name)
    return written


def _entries(unit: UnitContent, person: dict[str, str]) -> dict[str, str]:
    """The entries of the sheet Identitas."""
    tahun, own = unit.unit["tahun"], {key: person.get(key, "") for key in OF_PEGAWAI}
    ranks = {p["nip"]: f"{p['pangkat']} ({p['golongan']})" for p in unit.rows["pegawai"] if p.get("pangkat")}
    return own | {
        "kode_unit": unit.unit["kode_unit"],
        "nama_unit": unit.unit["nama_unit"],
        "pangkat_penilai": ranks.get(person.get("nip_penilai", ""), ""),
        "pangkat_atasan": ranks.get(person.get("nip_atasan", ""), ""),
        "unit_penilai": "" if person["nip"] == unit.unit["nip_kepala"] else unit.unit["nama_unit"],
        "unit_atasan": unit.unit["unit_induk"],
        "instansi": unit.unit["instansi"],
        "tempat": unit.unit["tempat"],
        "tanggal_skp": f"{tahun}-01-05",
        "periode": unit.unit.get("periode", Periode.TAHUNAN.value),
    }
