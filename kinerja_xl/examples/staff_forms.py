"""The Formulir SKP of each person of an example unit: the same work as in the unit workbook, typed by the staff themselves."""

from collections.abc import Iterator

from kinerja_xl.forms.fill import UnitContent
from kinerja_xl.forms.skp.content import SkpContent
from kinerja_xl.forms.skp.identity import OF_PEGAWAI
from kinerja_xl.forms.skp.variant import Varian, variant_of
from kinerja_xl.periods import Periode

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


def _entries(unit: UnitContent, person: dict[str, str]) -> dict[str, str]:
    """The entries of the sheet Identitas."""
    tahun, own = unit.unit["tahun"], {key: person.get(key, "") for key in OF_PEGAWAI}
    return own | {
        "kode_unit": unit.unit["kode_unit"],
        "nama_unit": unit.unit["nama_unit"],
        "unit_penilai": unit.unit["nama_unit"],
        "unit_atasan": unit.unit["unit_induk"],
        "instansi": unit.unit["instansi"],
        "tempat": unit.unit["tempat"],
        "tanggal_skp": f"{tahun}-01-05",
        "periode": unit.unit.get("periode", Periode.TAHUNAN.value),
    }
