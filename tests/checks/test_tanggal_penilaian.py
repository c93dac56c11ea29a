"""NIL013: a rating dated after the days that the settings allow. The default is 31 days after a quarter, 60 after the year."""

from pathlib import Path

import pytest

from kinerja_xl.checks import check
from kinerja_xl.findings import Finding, Severity
from kinerja_xl.periods import Periode
from kinerja_xl.scoring.scheme import aturan_periode
from tests.regulations.instansi import entry, lokal
from tests.tables import WHO, tables

RATED = {"rating_hasil": "Sesuai Ekspektasi", "rating_perilaku": "Sesuai Ekspektasi"}


def found(looked_at: Periode, tanggal: str, folder: Path | None = None, **columns: str) -> list[Finding]:
    own = lokal(folder, entry("tenggat_penilaian", "{ triwulan = 0, tahunan = 10 }")) if folder else ()
    made = tables(
        unit=[{"tahun": "2026", "periode": looked_at.value, "kode_unit": "U", "nama_unit": "UJI"}],
        pegawai=[{"nama": "Budi Contoh"}],
        penilaian=[{"periode": looked_at.value, **RATED, "tanggal": tanggal, **columns}],
    )
    return [f for f in check(made, looked_at, aturan_periode(looked_at, 2026, own)) if f.code == "NIL013"]


@pytest.mark.parametrize(
    ("periode", "tanggal", "told"),
    [
        (Periode.TW2, "31/07/2026", False),  # 30 June + 31 days
        (Periode.TW2, "01/08/2026", True),
        (Periode.TW4, "31/01/2027", False),
        (Periode.TW4, "01/02/2027", True),
        (Periode.TAHUNAN, "01/03/2027", False),  # 31 December + 60 days: 31 of January, 28 of February, 1 of March
        (Periode.TAHUNAN, "02/03/2027", True),
        (Periode.TW2, "30/06/2026", False),
        (Periode.TW2, "", False),
        (Periode.TW2, "menyusul", False),
    ],
)
def test_the_last_day_and_the_day_after(periode: Periode, tanggal: str, told: bool) -> None:
    assert len(found(periode, tanggal)) == told


def test_it_informs_at_the_date_and_names_the_deadline_and_whose_it_is() -> None:
    (finding,) = found(Periode.TW2, "2026-08-15")
    assert (finding.severity, finding.sheet, finding.nip) == (Severity.INFO, "Penilaian", WHO)
    assert finding.field == "Tanggal Penilaian"
    assert finding.message == (
        "Penilaian Budi Contoh bertanggal 15/08/2026, sesudah tenggat 31 Juli 2026 (Setelan lokal, pilihan lokal)."
    )


@pytest.mark.parametrize(
    ("periode", "last", "after"),
    [(Periode.TW2, "30/06/2026", "01/07/2026"), (Periode.TAHUNAN, "10/01/2027", "11/01/2027")],
)
def test_the_office_sets_the_days(tmp_path: Path, periode: Periode, last: str, after: str) -> None:
    assert found(periode, last, tmp_path) == []
    (finding,) = found(periode, after, tmp_path)
    assert "(Perwali Contoh 12/2026, Pasal 7)" in finding.message


def test_who_is_not_rated_is_not_late() -> None:
    assert found(Periode.TW2, "15/08/2026", rating_perilaku="") == []
    assert found(Periode.TW2, "15/08/2026", periode="TW1") == []
