"""What the form tells while it is filled in, computed by LibreOffice: what is missing, how much is there, documents of the chosen period."""

from pathlib import Path

import pytest

from kinerja_xl.forms.skp.content import SkpContent
from kinerja_xl.forms.skp.fill import fill_skp
from kinerja_xl.forms.skp.layout import EVALUATION_HELPERS, PANEL_VALUE, PLAN_HELPERS, Layout
from tests.forms.skp.blank_forms import JA_JF, JA_JF_KUALITATIF, blank
from tests.libreoffice import converted
from tests.workbooks import PERSON, grid, nip

PLAN, EVALUATION = Layout(JA_JF, evaluation=False), Layout(JA_JF, evaluation=True)
BASE, SESUAI = "Di Bawah Ekspektasi", "Sesuai Ekspektasi"


def iki(no_rhk: int, number: int, **columns: str) -> dict[str, str]:
    return {"no_rhk": str(no_rhk), "no_iki": str(number), "kategori": "Utama"} | columns


RENCANA = [
    iki(1, 1, rhk="Hasil", rhk_pimpinan="Hasil atasan", indikator="Jumlah", target="10 Surat"),
    iki(1, 2, indikator="Lama", target="dua belas bulan"),
    iki(2, 1, rhk="Tanpa ukuran"),
    iki(3, 1, rhk_pimpinan="Hasil atasan", indikator="Tanpa target"),
]
REALISASI = [
    iki(1, 1, realisasi_tw1="8 Surat", bukti_tw1="laporan.pdf"),
    iki(1, 2, realisasi_tw1="lancar"),
]
CONTENT = SkpContent(
    PERSON | {"nip": nip(1), "instansi": "KOTA UJI", "tempat": "Uji", "tanggal_skp": "2026-01-05", "periode": "TW1"},
    {
        "rencana": RENCANA,
        "realisasi": REALISASI,
        "penilaian": [
            {
                "periode": "TW1",
                "rating_hasil": BASE,
                "rating_perilaku": SESUAI,
                "tanggal": "2026-04-07",
                "rekomendasi": "Dibimbing",
            }
        ],
    },
    {"capaian_tw1": "Baik"},
)


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("petunjuk")
    path = folder / "formulir.xlsx"
    path.write_bytes(fill_skp(blank(JA_JF), JA_JF, CONTENT))
    (folder / "dihitung").mkdir()
    return converted(path, "xlsx", folder / "dihitung")


def column(path: Path, sheet: str, layout: Layout, number: int) -> list[object]:
    """What stands in a column beside the first three indicators' rows of the first three RHK."""
    cells = grid(path, sheet)
    return [cells[block.items[n] - 1][number - 1] for block in layout.blocks[:3] for n in (0, 1)]


@pytest.mark.libreoffice
def test_each_row_says_what_it_lacks(form: Path) -> None:
    assert column(form, "SKP", PLAN, PLAN_HELPERS.columns["kurang"]) == [
        "",
        "target tidak terbaca sebagai angka",
        "RHK pimpinan; indikator; target",
        "",
        "rencana hasil kerja; target",
        "",
    ]
    assert column(form, "Evaluasi TW1", EVALUATION, EVALUATION_HELPERS.columns["kurang"]) == [
        "",
        "realisasi tidak terbaca sebagai angka; bukti dukung",
        "",
        "",
        "realisasi; bukti dukung",
        "",
    ]


@pytest.mark.libreoffice
def test_completeness_is_the_share_of_what_is_needed(form: Path) -> None:
    """By hand: SKP needs 3 x 2 of RHK and 4 x 2 of indicators = 14, lacks 1 + 3 + 2 = 6: 8/14 = 57%.

    TW1 needs 3 indicators x 2 = 6, lacks 2 + 2 = 4: 33%.
    """
    plan = grid(form, "SKP")
    assert [row[8] for row in plan[PLAN.pane_row : PLAN.pane_row + 2]] == [
        57,
        f"baris {PLAN.blocks[0].items[1]}: target tidak terbaca sebagai angka (dan 2 baris lain)",
    ]
    panel = [
        row[PANEL_VALUE - 1] for row in grid(form, "Evaluasi TW1")[EVALUATION.period_row : EVALUATION.period_row + 7]
    ]
    assert panel[0] == 33
    assert str(panel[1]).startswith(f"baris {EVALUATION.blocks[0].items[1]}: realisasi tidak terbaca")
    # one indicator has a number: 8 of 10
    assert panel[2:] == [3, 80, BASE, "", ""]


@pytest.mark.libreoffice
def test_identitas_shows_where_something_is_missing(form: Path) -> None:
    rows = {str(row[3]): row[4:6] for row in grid(form, "Identitas")[4:11]}
    assert rows["Identitas"] == [100, "tidak ada"]
    assert rows["SKP"][0] == 57
    assert rows["Evaluasi TW1"][0] == 33
    assert rows["Evaluasi TW2"][0] == 0


@pytest.mark.libreoffice
def test_documents_show_the_chosen_period(form: Path) -> None:
    """The matrix: below expectation in results, as expected in behaviour gives Butuh Perbaikan."""
    document = {cell for row in grid(form, "Dokumen Evaluasi") for cell in row}
    assert {"PERIODE: TRIWULAN I TAHUN 2026", "BAIK", "BUTUH PERBAIKAN", "Dibimbing", "Uji, 7 April 2026"} <= document
    cells = [str(cell) for row in grid(form, "Kuadran") for cell in row]
    assert [cell.split("\n")[0] for cell in cells if "[ Budi Contoh ]" in cell] == ["BUTUH PERBAIKAN"]
    assert "KURVA DISTRIBUSI PREDIKAT KINERJA PEGAWAI DENGAN CAPAIAN KINERJA ORGANISASI BAIK" in {
        cell for row in grid(form, "Pola Distribusi") for cell in row
    }


@pytest.mark.libreoffice
def test_no_visible_cell_shows_an_error(form: Path) -> None:
    sheets = (
        "Identitas",
        "SKP",
        "Lampiran",
        "Evaluasi TW1",
        "Evaluasi Tahunan",
        "Dokumen Evaluasi",
        "Kuadran",
        "Pola Distribusi",
    )
    for sheet in sheets:
        assert not [cell for row in grid(form, sheet) for cell in row if str(cell).startswith("#")], sheet


@pytest.mark.libreoffice
def test_told_results_need_no_number(tmp_path: Path) -> None:
    layout = Layout(JA_JF_KUALITATIF, evaluation=True)
    plan = [iki(1, 1, rhk="Hasil", rhk_pimpinan="Hasil atasan", indikator="Rapi", target="sebelum Mei")]
    results = [iki(1, 1, realisasi_tw1="selesai", bukti_tw1="berkas.pdf")]
    content = SkpContent(PERSON | {"nip": nip(1)}, {"rencana": plan, "realisasi": results})
    path = tmp_path / "formulir.xlsx"
    path.write_bytes(fill_skp(blank(JA_JF_KUALITATIF), JA_JF_KUALITATIF, content))
    (tmp_path / "dihitung").mkdir()
    cells = grid(converted(path, "xlsx", tmp_path / "dihitung"), "Evaluasi TW1")
    panel = [row[PANEL_VALUE - 1] for row in cells[layout.period_row : layout.period_row + 5]]
    assert panel == [100, "tidak ada", 3, "", ""]
