"""Small unit workbooks for tests: written like a person types them, row by row, every value given by the test."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl
from python_calamine import CalamineWorkbook

from kinerja_xl.forms.behaviours import behaviours
from kinerja_xl.forms.build import blank_unit_workbook
from kinerja_xl.forms.fill import UnitContent, fill_unit_workbook
from kinerja_xl.forms.workbook_parts import NS, sheet_parts
from kinerja_xl.package import read_parts, with_parts
from kinerja_xl.terms import squeezed

TAHUN = 2026
FIRST_RATING_YEAR = 2022
LEADING = ("JPT", "Administrator", "Pengawas")
HEAD = "197501012000031001"

PERSON = {
    "nama": "Budi Contoh",
    "status": "PNS",
    "golongan": "III/a",
    "pangkat": "Penata Muda",
    "jabatan": "Pengelola Data",
    "jenis_jabatan": "Pelaksana",
    "pendekatan": "Kuantitatif",
    "format_skp": "JA/JF",
    "nip_penilai": HEAD,
    "nama_penilai": "Siti Penilai",
    "jabatan_penilai": "Lurah Uji",
    "nama_atasan": "Rahmat Atasan",
    "jabatan_atasan": "Camat Uji",
}
"""A made-up person's row of Pegawai, complete but for the NIP."""


def nip(serial: int) -> str:
    """A sound NIP of a made-up person."""
    return f"19850101201001{serial % 2 + 1}{serial:03d}"


@dataclass
class Unit:
    """A unit workbook under construction."""

    nama: str = "KELURAHAN UJI"
    kode: str = "UJI-01"
    periode: str = "TW2"
    capaian: str = "Baik"
    tahun: int = TAHUN
    entries: dict[str, str] = field(default_factory=dict)
    rows: dict[str, list[dict[str, str]]] = field(
        default_factory=lambda: {
            t: [] for t in ("pegawai", "rencana", "realisasi", "perilaku", "penilaian", "pengembangan")
        }
    )

    def person(self, who: str, nama: str = "Budi Contoh", **columns: str) -> "Unit":
        """Add a person with a row for each behaviour of the year: seven values, or before 2022 those asked of the post."""
        own = {"nip": who, "nama": nama, "nip_penilai": HEAD if who != HEAD else ""}
        row = PERSON | own
        row |= columns
        self.rows["pegawai"].append(row)
        asked = behaviours(self.tahun, leading=row["jenis_jabatan"] in LEADING)
        self.rows["perilaku"] += [{"nip": who, "nilai": name} for name in asked]
        return self

    def iki(self, who: str, rhk: int, number: int, target: str, realisasi: str, **columns: str) -> "Unit":
        """Add an indicator with its result of the period's quarter; ``target_tw2`` and the like can be given by name."""
        row = {
            "nip": who,
            "no_rhk": str(rhk),
            "no_iki": str(number),
            "kategori": "Utama",
            "rhk_pimpinan": "Meningkatnya layanan",
            "rhk": f"Terlaksananya layanan {rhk}",
            "aspek": "Kualitas",
            "indikator": f"Indikator {rhk}.{number}",
            "target": target,
            "satuan": "Dokumen",
        }
        quarter = self.quarter
        self.rows["rencana"].append(row | columns)
        result = {"nip": who, "no_rhk": str(rhk), "no_iki": str(number), f"realisasi_{quarter}": realisasi}
        if realisasi:
            result[f"bukti_{quarter}"] = "laporan.pdf"
            result[f"umpan_balik_{quarter}"] = f"Umpan balik {rhk}.{number}"
        self.rows["realisasi"].append(result)
        return self

    @property
    def quarter(self) -> str:
        """Suffix of the columns that hold the period's results."""
        return "tw4" if self.periode == "TAHUNAN" else self.periode.lower()

    def behave(self, who: str, **values: str) -> "Unit":
        """Set the number of behaviours in the period, before 2022: ``behave(who, kerja_sama="85")``; rows of a person are added first."""
        rows = {squeezed(row["nilai"]): row for row in self.rows["perilaku"] if row["nip"] == who}
        for name, text in values.items():
            rows[squeezed(name)][f"angka_{self.quarter}"] = text
        return self

    def appraise(self, who: str, **columns: str) -> "Unit":
        """Add the row of Penilaian of the period, before 2022: the date, and points such as ``tugas_tambahan="2"``."""
        row = {"nip": who, "periode": self.periode, "tanggal": f"{self.tahun + 1}-01-05"}
        self.rows["penilaian"].append(row | columns)
        return self

    def rate(self, who: str, hasil: str, perilaku: str, **columns: str) -> "Unit":
        """Add the rating of the period; a reason is given so that no suggestion interferes."""
        row = {
            "nip": who,
            "periode": self.periode,
            "rating_hasil": hasil,
            "rating_perilaku": perilaku,
            "tanggal": "2027-01-05",
            "alasan": "uji",
        }
        self.rows["penilaian"].append(row | columns)
        return self

    def bytes(self, people: int = 30) -> bytes:
        """The workbook, a form for so many ``people``."""
        unit = {
            "tahun": str(self.tahun),
            "kode_unit": self.kode,
            "nama_unit": self.nama,
            "instansi": "PEMERINTAH KOTA UJI",
            "nip_kepala": HEAD,
            "periode": self.periode,
            f"capaian_{self.periode.lower()}": self.capaian if self.tahun >= FIRST_RATING_YEAR else "",
            "tempat": "Uji",
            "kode_klasifikasi": "800.1.7",
            "kode_surat": "UJI",
        }
        return fill_unit_workbook(blank_unit_workbook(people, self.tahun), UnitContent(unit | self.entries, self.rows))

    def write(self, folder: Path, name: str = "unit.xlsx") -> Path:
        """The workbook as a file."""
        path = folder / name
        path.write_bytes(self.bytes())
        return path


def as_openpyxl(source: Path | bytes) -> openpyxl.Workbook:
    """A unit workbook as openpyxl opens it, its sheet Hitung empty: with its 50,000 formulas that would take six times as long."""
    parts = read_parts(source if isinstance(source, bytes) else source.read_bytes())
    calculation = sheet_parts(parts).get("Hitung")
    if calculation:
        parts[calculation] = f'<worksheet xmlns="{NS}"><sheetData/></worksheet>'.encode()
    return openpyxl.load_workbook(io.BytesIO(with_parts(b"", parts, level=1)))


def grid(path: Path, sheet: str) -> list[list[object]]:
    """All cells of a sheet as another program reads them."""
    return [
        list(row) for row in CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    ]


def records(path: Path, sheet: str, first_header: str) -> list[dict[str, object]]:
    """Rows of a sheet below the header row that starts with ``first_header``, by header."""
    rows = grid(path, sheet)
    start = next(i for i, row in enumerate(rows) if row and row[0] == first_header)
    return [
        dict(zip(map(str, rows[start]), row, strict=False))
        for row in rows[start + 1 :]
        if any(cell != "" for cell in row)
    ]


def by(rows: Sequence[Mapping[str, object]], key: str) -> dict[str, Mapping[str, object]]:
    """Rows by the text of one column."""
    return {str(row[key]): row for row in rows}
