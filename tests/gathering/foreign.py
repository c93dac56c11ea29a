"""Builds forms as offices have them, cell by cell: rows of texts, merged ranges, sheets by name. Names and NIPs are made up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.gathering.staff_form import StaffForm

Cell = str | int | float | None
Rows = Sequence[Sequence[Cell]]

NIP = "198609262015051001"
NIP_PENILAI = "197501012000031001"
SETAHUN = "PERIODE PENILAIAN: 1 JANUARI S.D. 31 DESEMBER TAHUN 2026"
TW2 = "PERIODE PENILAIAN: 1 APRIL S.D. 30 JUNI TAHUN 2026"
PIMPINAN = "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI"
REALISASI = "REALISASI BERDASARKAN BUKTI DUKUNG"
UMPAN_BALIK = "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG"

JA_JF = ("NO", PIMPINAN, "RENCANA HASIL KERJA", "ASPEK", "INDIKATOR KINERJA INDIVIDU", "TARGET")
EVALUASI = (*JA_JF, REALISASI, UMPAN_BALIK)
NOMOR = ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)")
KEYS = ("kategori", "rhk_pimpinan", "rhk", "aspek", "indikator", "target")
SURAT = ("Utama", "Meningkatnya layanan", "Terlaksananya layanan surat")
"""What tests compare of a plan, and how a result begins there."""


@dataclass(frozen=True)
class Lembar:
    """A sheet: its rows from A1 on, and its merged ranges."""

    rows: Rows
    merged: Sequence[str] = ()


def identitas(nip: Cell = NIP, nama: str = "Budi Contoh") -> list[list[Cell]]:
    """The identity table of the official forms: two panes side by side."""
    return [
        ["NO", "PEGAWAI YANG DINILAI", None, "NO", "PEJABAT PENILAI KINERJA", None],
        [1, "NAMA", nama, 1, "NAMA", "Siti Penilai"],
        [2, "NIP", nip, 2, "NIP", NIP_PENILAI],
        [3, "PANGKAT/GOL RUANG", "Penata Muda Tk. I (III/b)", 3, "PANGKAT/GOL RUANG", "Pembina (IV/a)"],
        [4, "JABATAN", "Pengelola Data", 4, "JABATAN", "Lurah Uji"],
        [5, "UNIT KERJA", "Kelurahan Uji", 5, "UNIT KERJA", "Kecamatan Uji"],
    ]


def kepala(periode: str = SETAHUN, judul: str = "SASARAN KINERJA PEGAWAI", nip: Cell = NIP) -> list[list[Cell]]:
    """Title, period and identity: what stands above every official table."""
    return [
        [judul],
        ["PENDEKATAN HASIL KERJA KUANTITATIF"],
        ["BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL"],
        ["PEMERINTAH KOTA UJI", None, None, None, periode],
        *identitas(nip),
    ]


TANDA_TANGAN: list[list[Cell]] = [
    [],
    [None, None, None, None, "Uji, 5 Juli 2026"],
    [None, "PEGAWAI YANG DINILAI", None, None, "PEJABAT PENILAI KINERJA"],
    [],
    [None, "Budi Contoh", None, None, "Siti Penilai"],
    [None, f"NIP. {NIP}", None, None, f"NIP. {NIP_PENILAI}"],
]


def tulis(folder: Path, lembar: Mapping[str, Lembar | Rows], name: str = "skp.xlsx") -> Path:
    """A workbook of these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, content in lembar.items():
        _fill(book.create_sheet(title), content if isinstance(content, Lembar) else Lembar(content))
    path = folder / name
    book.save(path)
    return path


def _fill(sheet: Worksheet, lembar: Lembar) -> None:
    for r, row in enumerate(lembar.rows, start=1):
        for c, value in enumerate(row, start=1):
            if value is not None:
                cell = sheet.cell(r, c)
                cell.value = value
                if isinstance(value, str) and value.isdigit():
                    cell.number_format = "@"
    for area in lembar.merged:
        sheet.merge_cells(area)


def rencana(form: StaffForm, *keys: str) -> list[tuple[str, ...]]:
    """The planned indicators: number of RHK and IKI, then ``keys``; ``-`` where the form has none."""
    return [tuple(row.get(key, "-") for key in ("no_rhk", "no_iki", *keys)) for row in form.rows["rencana"]]


def hasil(form: StaffForm, *keys: str) -> list[tuple[str, ...]]:
    """The results in the order of the plan."""
    return [tuple(row.get(key, "-") for key in ("no_rhk", "no_iki", *keys)) for row in form.rows["realisasi"]]


def codes(form: StaffForm) -> list[str]:
    """Codes of the findings, sorted."""
    return sorted(f.code for f in form.findings)
