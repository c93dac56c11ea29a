from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from kinerja_xl.consolidation.master import write_master
from kinerja_xl.consolidation.result import Konsolidasi
from kinerja_xl.consolidation.schema import SHEETS
from kinerja_xl.consolidation.trend import compared, snapshot_of
from kinerja_xl.periods import Periode
from tests.consolidation.master_example import empty, konsolidasi, with_frames
from tests.libreoffice import converted

LONG = "Bidang Pelayanan Administrasi Kependudukan dan Pencatatan Sipil Wilayah Timur Nomor "


def long_names() -> Konsolidasi:
    k = konsolidasi(25, 50)
    units = k.frames["Rekap Unit"]
    return with_frames(k, {"Rekap Unit": units.assign(nama_unit=[f"{LONG}{i}" for i in range(len(units))])})


def printed(k: Konsolidasi, folder: Path) -> list[str]:
    """Text of each page that LibreOffice prints."""
    write_master(k, folder / "master.xlsx")
    return [page.extract_text() for page in PdfReader(converted(folder / "master.xlsx", "pdf", folder)).pages]


@pytest.mark.libreoffice
@pytest.mark.parametrize("make", [konsolidasi, long_names, empty])
def test_the_summary_prints_on_two_pages(tmp_path: Path, make: Callable[[], Konsolidasi]) -> None:
    first, units, second, *rest = printed(make(), tmp_path)
    assert "RINGKASAN KINERJA PEGAWAI ASN" in first
    assert "Daftar pegawai" in first
    assert "Halaman 1 dari" in first
    assert "CAPAIAN DAN KEMAJUAN MENURUT UNIT - TRIWULAN II" in units
    assert "Seluruh unit" in units
    assert "Galat" in units
    assert "REKAP PEGAWAI - " in second
    assert all("RINGKASAN KINERJA" not in page for page in rest)
    for name in SHEETS:
        assert any(f"{name} - Triwulan II".upper() in page for page in (second, *rest))


@pytest.mark.libreoffice
def test_the_trend_prints_on_one_page(tmp_path: Path) -> None:
    earlier = [snapshot_of(konsolidasi(60, 300, Periode.TW1)), snapshot_of(konsolidasi(60, 300, Periode.TW2))]
    pages = printed(compared(konsolidasi(60, 300, Periode.TW3), earlier), tmp_path)
    (place,) = [number for number, page in enumerate(pages) if "TREN KINERJA SAMPAI TRIWULAN III" in page]
    assert place == 2
    assert "Unit yang rerata capaiannya naik paling jauh" in pages[2]
    assert "REKAP PEGAWAI - " in pages[3]
