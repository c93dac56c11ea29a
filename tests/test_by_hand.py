"""Twelve people whose scores are worked out by hand, all nine cells of the matrix among them, followed into the master.

Nothing here is computed by the program: the arithmetic stands beside each expected value.
"""

from pathlib import Path

import pytest

from kinerja_xl.consolidation.master import write_master
from kinerja_xl.consolidation.run import check_all, consolidate, read_all
from kinerja_xl.consolidation.sources import find_sources
from tests.workbooks import HEAD, Unit, by, nip, records

A, S, B = "Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi"
LESS = "Makin kecil makin baik"

# serial, ratings, predikat, mean achievement in percent
EXPECTED = {
    # RHK 1: 110/100 = 110; 95 in 90-100 = 100; mean 105.  RHK 2: (2x5-4)/5 = 120.  Person: (105 + 120) / 2 = 112,5
    1: (A, A, "Sangat Baik", 112.5),
    # 102/100 = 102
    2: (A, S, "Baik", 102.0),
    # 130/100 = 130, capped at 120
    3: (A, B, "Kurang", 120.0),
    # 85,5 of 90 = 95
    4: (S, A, "Baik", 95.0),
    # held against the quarter: 50 of 50 = 100 (the year's 100 would give 50)
    5: (S, S, "Baik", 100.0),
    # (2x10-11)/10 = 90
    6: (S, B, "Kurang", 90.0),
    # 60/80 = 75; below the range 80-90
    7: (B, A, "Butuh Perbaikan", 75.0),
    # one of two indicators has a result, 4 of 5 Bulan = 80; the empty one is missing, not zero
    8: (B, S, "Butuh Perbaikan", 80.0),
    # 0 of 10 = 0 (typed 0 is a result)
    9: (B, B, "Sangat Kurang", 0.0),
    # target 0 complaints, 0 came: 100
    10: (S, S, "Baik", 100.0),
    # 92 against 80-90%: 92/90 = 102,2222
    11: (A, A, "Sangat Baik", 102.2222),
    # RHK 1: 100; RHK 2 (Tambahan): 1.100.000 of 1.000.000 = 110; mean 105. JF Ahli Muda: 3/12 x 150% x 25 = 9,375 -> 9,38
    12: (A, A, "Sangat Baik", 105.0),
}


def _unit() -> Unit:
    unit = Unit(nama="KELURAHAN HITUNG")
    unit.person(HEAD, "Siti Penilai", format_skp="Pimpinan", golongan="III/d", pangkat="Penata Tk. I").iki(
        HEAD, 1, 1, "10", "10", aspek=""
    ).rate(HEAD, S, S)
    for serial, (hasil, perilaku, _, _) in EXPECTED.items():
        columns = (
            {"jenis_jabatan": "Fungsional", "jenjang": "Ahli Muda", "golongan": "III/c", "pangkat": "Penata"}
            if serial == 12
            else {}
        )
        unit.person(nip(serial), f"Pegawai {serial}", **columns).rate(nip(serial), hasil, perilaku)
    unit.iki(nip(1), 1, 1, "100", "110").iki(nip(1), 1, 2, "90 - 100%", "95", satuan="Persen").iki(
        nip(1), 2, 1, "5 hari", "4", satuan="Hari", arah=LESS
    )
    unit.iki(nip(2), 1, 1, "100", "102")
    unit.iki(nip(3), 1, 1, "100", "130")
    unit.iki(nip(4), 1, 1, "90", "85,5")
    unit.iki(
        nip(5),
        1,
        1,
        "100",
        "50",
        aspek="Kuantitas",
        target_tw1="25",
        target_tw2="50",
        target_tw3="75",
        target_tw4="100",
    )
    unit.iki(nip(6), 1, 1, "10", "11", arah=LESS)
    unit.iki(nip(7), 1, 1, "80 - 90%", "60", satuan="Persen")
    unit.iki(nip(8), 1, 1, "5 Bulan", "4 Bulan", satuan="Bulan").iki(nip(8), 1, 2, "10", "")
    unit.iki(nip(9), 1, 1, "10", "0")
    unit.iki(nip(10), 1, 1, "0", "0", arah=LESS)
    unit.iki(nip(11), 1, 1, "80 - 90%", "92%", satuan="Persen")
    unit.iki(nip(12), 1, 1, "12 Bulan", "12 Bulan", satuan="Bulan").iki(
        nip(12), 2, 1, "1.000.000", "1.100.000", satuan="Rupiah", kategori="Tambahan"
    )
    for serial in (3, 6, 7, 8, 9):
        unit.rows["pengembangan"].append(
            {"nip": nip(serial), "bentuk": "Coaching", "kegiatan": "Pendampingan", "jp": "8", "status": "Rencana"}
        )
    return unit


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hitung")
    _unit().write(folder, "kelurahan-hitung.xlsx")
    checked = check_all(read_all(find_sources([folder]).files))
    assert [f for f in checked.findings if f.severity == "galat"] == []
    path = folder / "master.xlsx"
    write_master(consolidate(checked), path)
    return path


@pytest.mark.parametrize("serial", EXPECTED)
def test_master_agrees_with_the_hand(master: Path, serial: int) -> None:
    hasil, perilaku, predikat, mean = EXPECTED[serial]
    row = by(records(master, "Rekap Pegawai", "No."), "NIP")[nip(serial)]
    assert row["Rating Hasil Kerja"] == hasil
    assert row["Rating Perilaku Kerja"] == perilaku
    assert row["Predikat Kinerja"] == predikat
    assert row["Capaian (%)"] == pytest.approx(mean, abs=1e-4)


def test_angka_kredit_by_hand(master: Path) -> None:
    rows = records(master, "Angka Kredit", "No.")
    assert [(row["NIP"], row["Angka Kredit"]) for row in rows] == [(nip(12), 9.38)]
    assert rows[0]["Perhitungan"] == "3/12 x 150% x 25 = 9,38"


def test_what_is_missing_is_counted_as_missing(master: Path) -> None:
    row = by(records(master, "Rekap Pegawai", "No."), "NIP")[nip(8)]
    assert (row["IKI"], row["IKI Terisi"]) == (2, 1)


def test_the_unit_by_hand(master: Path) -> None:
    # 13 people: Sangat Baik 1, 11, 12; Baik 2, 4, 5, 10 and the head; Butuh Perbaikan 7, 8; Kurang 3, 6; Sangat Kurang 9
    row = records(master, "Rekap Unit", "No.")[0]
    assert [row[p] for p in ("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang")] == [3, 5, 2, 2, 1]
    # Baik, the most frequent, 5 of 13 = 38,5% <= 70%; Butuh Perbaikan and Kurang exist
    assert row["Kurva"] == "Sesuai"


def test_follow_up_by_hand(master: Path) -> None:
    kinds = {row["NIP"]: row["Jenis Tindak Lanjut"] for row in records(master, "Tindak Lanjut", "No.")}
    assert kinds == {
        **dict.fromkeys((nip(1), nip(11), nip(12)), "Penghargaan"),
        **dict.fromkeys((nip(7), nip(8)), "Pembinaan dan pengembangan"),
        **dict.fromkeys((nip(3), nip(6)), "Pembinaan perilaku"),
        nip(9): "Rencana perbaikan kinerja",
    }
