"""The trend against earlier masters: who rose and fell by hand, what is refused, and that all sums add up."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from kinerja_xl.consolidation.master import write_master
from kinerja_xl.consolidation.master_read import MasterReadError
from kinerja_xl.consolidation.result import Counts, Konsolidasi
from kinerja_xl.consolidation.trend import compared, snapshot_of
from kinerja_xl.consolidation.trend_model import Snapshot
from kinerja_xl.consolidation.trend_read import read_snapshot, read_snapshots, refuse_not_earlier
from kinerja_xl.periods import Periode
from kinerja_xl.regulations.rungs import PredikatPp46
from kinerja_xl.terms import Predikat
from tests.consolidation.master_example import frame, konsolidasi, with_frames
from tests.test_cli import kinerja
from tests.workbooks import Unit, nip

SB, B, BP, K, SK = (level.value for level in Predikat)
Person = tuple[int, str, str, float | None]
"""Serial of the NIP, unit, predikat, achievement."""

pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")  # openpyxl: solid data bars


def period(periode: Periode, people: Sequence[Person], rejected: int = 0) -> Konsolidasi:
    """A consolidation of 2026 with exactly these people."""
    rows = [
        {"nip": nip(serial), "nama": f"Pegawai {serial}", "kode_unit": unit, "nama_unit": f"Unit {unit}", "predikat": word,
         "capaian": capaian, "berkas": f"{unit}.xlsx", "baris": number}
        for number, (serial, unit, word, capaian) in enumerate(people, 6)
    ]  # fmt: skip
    units = [
        {"kode_unit": code, "nama_unit": f"Unit {code}", "periode": periode.value, "tahun": "2026"}
        for code in dict.fromkeys(person[1] for person in people)
    ]
    follow_up = [{"nip": row["nip"], "predikat": row["predikat"]} for row in rows if row["predikat"] not in ("", B)]
    out = [{"keadaan": "Ditolak", "unit": "Unit A"}] * rejected + [{"keadaan": "Di luar daftar"}]
    rated = sum(bool(person[2]) for person in people)
    total = len(people)
    frames = {
        "Rekap Pegawai": frame("Rekap Pegawai", rows),
        "Rekap Unit": frame("Rekap Unit", units),
        "Tindak Lanjut": frame("Tindak Lanjut", follow_up),
        "Rekonsiliasi": frame("Rekonsiliasi", out),
        **{name: frame(name, []) for name in ("Distribusi", "Temuan", "Berkas", "Angka Kredit")},
    }
    counts = Counts(1, 1, 0, 0, total + rejected, total, rejected, 0, 0, rated)
    return with_frames(konsolidasi(1, 1, periode), frames, findings=(), counts=counts, roster_given=False)


FIRST = [(1, "A", B, 90.0), (2, "A", SB, 110.0), (3, "B", BP, 70.0), (4, "B", B, None), (5, "B", K, 60.0)]
SECOND = [(1, "A", SB, 100.0), (2, "B", BP, 80.0), (3, "B", BP, 75.0), (6, "A", B, 95.0), (4, "B", "", None)]


def test_who_rose_fell_stayed_and_is_new() -> None:
    k = compared(period(Periode.TW2, SECOND), [snapshot_of(period(Periode.TW1, FIRST))])
    assert k.tren is not None
    moves = k.tren.moves
    assert (moves.naik, moves.turun, moves.tetap, moves.baru, moves.tidak_dibandingkan) == (1, 1, 1, 1, 0)
    changes = k.frames["Perubahan Predikat"]
    assert list(changes.columns) == [column.key for column in k.columns["Perubahan Predikat"]]
    assert changes[["nip", "perubahan", "predikat_sebelumnya", "predikat", "selisih"]].to_numpy().tolist() == [
        [nip(2), "Turun 2 tingkat", SB, BP, -30],
        [nip(1), "Naik 1 tingkat", B, SB, 10],
    ]
    assert changes["unit_sebelumnya"].tolist() == ["Unit A", ""]
    assert set(changes["periode_sebelumnya"]) == {"Triwulan I Tahun 2026"}


def test_the_sums_of_each_period_and_what_moved_by_unit() -> None:
    before, now = period(Periode.TW1, FIRST, rejected=5), period(Periode.TW2, SECOND, rejected=1)
    tren = compared(now, [snapshot_of(before)]).tren
    assert tren is not None
    first, second = tren.periods
    assert (first.judul, first.pegawai, first.dinilai, first.rated_share) == ("Triwulan I Tahun 2026", 10, 5, 0.5)
    assert first.jumlah == (1, 2, 1, 1, 0)
    assert first.good_share == pytest.approx(3 / 5)
    assert first.capaian == pytest.approx((90 + 110 + 70 + 60) / 4)
    assert (second.pegawai, second.dinilai) == (6, 4)
    moves = [(move.nama, move.capaian, move.selisih, move.baik) for move in tren.units]
    assert moves == [
        ("Unit A", (100, 97.5), -2.5, (1, 1)),
        ("Unit B", (65, 77.5), 12.5, (pytest.approx(1 / 3), 0)),
    ]


def test_tindak_lanjut_says_what_a_person_had_before() -> None:
    k = compared(period(Periode.TW2, SECOND), [snapshot_of(period(Periode.TW1, FIRST))])
    told = k.frames["Tindak Lanjut"][["nip", "predikat_sebelumnya", "perubahan"]].to_numpy().tolist()
    assert told == [[nip(1), B, "Naik 1 tingkat"], [nip(2), SB, "Turun 2 tingkat"], [nip(3), BP, "Tetap"]]


def test_the_latest_period_that_knows_a_person_counts_whatever_the_order_named() -> None:
    older = snapshot_of(period(Periode.TW1, [(1, "A", SK, 1.0), (2, "A", SB, 1.0)]))
    newer = snapshot_of(period(Periode.TW2, [(1, "A", B, 1.0)]))
    k = compared(period(Periode.TW3, [(1, "A", SB, 1.0), (2, "A", B, 1.0)]), [newer, older])
    assert k.tren is not None
    assert [line.judul for line in k.tren.periods] == [f"Triwulan {n} Tahun 2026" for n in ("I", "II", "III")]
    changes = k.frames["Perubahan Predikat"]
    assert changes["periode_sebelumnya"].tolist() == ["Triwulan I Tahun 2026", "Triwulan II Tahun 2026"]
    assert changes["perubahan"].tolist() == ["Turun 1 tingkat", "Naik 1 tingkat"]


def test_two_predikat_in_one_period_are_not_compared() -> None:
    before = snapshot_of(period(Periode.TW1, [(1, "A", SB, 1.0), (1, "B", BP, 1.0)]))
    tren = compared(period(Periode.TW2, [(1, "A", B, 1.0)]), [before]).tren
    assert tren is not None
    assert (tren.moves.tidak_dibandingkan, tren.moves.baru) == (1, 0)


def test_an_older_law_is_compared_by_level_and_told() -> None:
    words = dict(zip(Predikat, PredikatPp46, strict=True))
    people = period(Periode.TW1, [(1, "A", "Cukup", 1.0)]).frames["Rekap Pegawai"]
    old = Snapshot(2020, Periode.TAHUNAN, "PP 46/2011", words, people, None)
    k = compared(period(Periode.TW1, [(1, "A", B, 1.0)]), [old])
    assert k.tren is not None
    assert k.frames["Perubahan Predikat"][["predikat_sebelumnya", "predikat", "perubahan"]].to_numpy().tolist() == [
        ["Cukup", B, "Naik 1 tingkat"]
    ]
    assert [note.split(";")[0].split(":")[0] for note in k.tren.notes] == [
        "Ada periode menurut PP 46/2011",
        "Triwulan dan tahunan dibandingkan",
        "Perbandingan antartahun",
    ]
    assert k.tren.periods[0].pegawai is None


def test_a_gap_between_quarters_is_told() -> None:
    tren = compared(period(Periode.TW4, SECOND), [snapshot_of(period(Periode.TW1, FIRST))]).tren
    assert tren is not None
    assert tren.notes[0] == "Di antara Triwulan I Tahun 2026 dan Triwulan IV Tahun 2026 ada periode tanpa master."


def test_who_was_rated_before_and_is_gone_is_told() -> None:
    tren = compared(period(Periode.TW2, SECOND), [snapshot_of(period(Periode.TW1, FIRST))]).tren
    assert tren is not None
    (note,) = tren.notes
    assert note.startswith("1 pegawai yang dinilai pada Triwulan I Tahun 2026 tidak ada dalam rekap ini")


def test_a_number_without_end_does_not_break_the_master(tmp_path: Path) -> None:
    k = compared(period(Periode.TW2, SECOND), [snapshot_of(period(Periode.TW1, [(1, "A", B, float("inf"))]))])
    assert k.tren is not None
    assert k.tren.before.capaian is None
    write_master(k, tmp_path / "tw2.xlsx")


PEOPLE = st.lists(
    st.tuples(st.integers(1, 30), st.sampled_from("AB"), st.sampled_from([SB, B, BP, K, SK, ""])), max_size=25
)


@given(PEOPLE.filter(bool), PEOPLE.filter(bool))
def test_everybody_rated_now_is_counted_once(then: list[tuple[int, str, str]], now: list[tuple[int, str, str]]) -> None:
    k = compared(
        period(Periode.TW2, [(*person, 90.0) for person in now]),
        [snapshot_of(period(Periode.TW1, [(*person, 80.0) for person in then]))],
    )
    assert k.tren is not None
    m = k.tren.moves
    assert m.naik + m.turun + m.tetap + m.baru + m.tidak_dibandingkan == len({n for n, _, word in now if word})
    assert len(k.frames["Perubahan Predikat"]) == m.naik + m.turun
    rows = k.frames["Tren Unit"]
    assert rows["direkap"].sum() == len(then) + len(now)
    assert rows["dinilai"].sum() == sum(line.dinilai for line in k.tren.periods)


def test_a_master_read_again_is_the_same_snapshot(tmp_path: Path) -> None:
    k = period(Periode.TW1, FIRST, rejected=2)
    write_master(k, tmp_path / "tw1.xlsx")
    straight, read = snapshot_of(k), read_snapshot(tmp_path / "tw1.xlsx")
    assert (read.tahun, read.periode, read.outside) == (2026, Periode.TW1, 2)
    assert read.people[["nip", "nama_unit", "predikat"]].equals(straight.people[["nip", "nama_unit", "predikat"]])
    assert read.people["capaian"].tolist()[:3] == [90, 110, 70]
    assert pd.isna(read.people["capaian"][3])


def without(path: Path, sheet: str, header: str) -> None:
    """Take a column out of a master, as an older version had none."""
    book = load_workbook(path)
    place = next(cell.column for cell in book[sheet][4] if cell.value == header)
    book[sheet].delete_cols(place)
    book.save(path)


def test_an_older_form_of_the_master_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "tw1.xlsx"
    write_master(period(Periode.TW1, FIRST), path)
    without(path, "Rekap Pegawai", "Capaian (%)")
    without(path, "Rekap Unit", "Capaian Waktu (%)")
    k = compared(period(Periode.TW2, SECOND), [read_snapshot(path)])
    assert k.tren is not None
    assert k.tren.periods[0].capaian is None
    assert k.tren.moves.turun == 1
    write_master(k, tmp_path / "tw2.xlsx")
    texts = CalamineWorkbook.from_path(tmp_path / "tw2.xlsx").get_sheet_by_name("Tren").to_python()
    assert any("tidak dapat dibandingkan dengan Triwulan I Tahun 2026" in row for row in texts)


def test_a_reconciliation_with_the_header_of_an_earlier_version_is_read(tmp_path: Path) -> None:
    path = tmp_path / "tw1.xlsx"
    write_master(period(Periode.TW1, FIRST, rejected=2), path)
    book = load_workbook(path)
    next(cell for cell in book["Rekonsiliasi"][4] if cell.value == "Baris Pegawai").value = "Baris"
    book.save(path)
    assert read_snapshot(path).outside == 2


def test_a_master_without_what_a_trend_needs_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "tw1.xlsx"
    write_master(period(Periode.TW1, FIRST), path)
    without(path, "Rekap Pegawai", "Predikat Kinerja")
    with pytest.raises(MasterReadError, match="pada lembar Rekap Pegawai kolom Predikat Kinerja tidak ditemukan"):
        read_snapshot(path)


def test_the_same_period_twice_and_later_periods_are_refused(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_master(period(Periode.TW2, SECOND), tmp_path / f"{name}.xlsx")
    with pytest.raises(
        MasterReadError, match=r"a\.xlsx dan b\.xlsx memuat periode yang sama \(Triwulan II Tahun 2026\)"
    ):
        read_snapshots([tmp_path / "a.xlsx", tmp_path / "b.xlsx"])
    snapshots = read_snapshots([tmp_path / "a.xlsx"])
    with pytest.raises(MasterReadError, match="Master Triwulan II Tahun 2026 bukan dari periode sebelum Triwulan I"):
        refuse_not_earlier(snapshots, 2026, Periode.TW1)
    with pytest.raises(MasterReadError, match="bukan dari periode sebelum Triwulan II"):
        refuse_not_earlier(snapshots, 2026, Periode.TW2)
    refuse_not_earlier(snapshots, 2026, Periode.TW3)


def test_each_unit_and_period_is_one_row(tmp_path: Path) -> None:
    k = compared(period(Periode.TW2, SECOND), [snapshot_of(period(Periode.TW1, FIRST))])
    write_master(k, tmp_path / "tw2.xlsx")
    rows = CalamineWorkbook.from_path(tmp_path / "tw2.xlsx").get_sheet_by_name("Tren Unit").to_python()[3:]
    assert rows[0] == [column.header for column in k.columns["Tren Unit"]]
    assert [row[1:] for row in rows[1:]] == [
        ["A", "Unit A", "Triwulan I Tahun 2026", 2, 2, 1, 1, 0, 0, 0, 1, 100, ""],
        ["A", "Unit A", "Triwulan II Tahun 2026", 2, 2, 1, 1, 0, 0, 0, 1, 97.5, -2.5],
        ["B", "Unit B", "Triwulan I Tahun 2026", 3, 3, 0, 1, 1, 1, 0, pytest.approx(1 / 3), 65, ""],
        ["B", "Unit B", "Triwulan II Tahun 2026", 3, 2, 0, 0, 2, 0, 0, 0, 77.5, 12.5],
    ]


def test_no_sheet_has_a_column_twice() -> None:
    k = compared(period(Periode.TW2, SECOND), [snapshot_of(period(Periode.TW1, FIRST))])
    for name, columns in k.columns.items():
        keys = [column.key for column in columns]
        assert len(set(keys)) == len(keys), name
        assert list(k.frames[name].columns) == keys, name


def test_the_master_shows_the_trend_with_its_charts_and_sheets(tmp_path: Path) -> None:
    k = compared(period(Periode.TW2, SECOND), [snapshot_of(period(Periode.TW1, FIRST))])
    for name in ("a.xlsx", "b.xlsx"):
        write_master(k, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames[:2] == ["Ringkasan", "Tren"]
    assert book.sheetnames[-2:] == ["Perubahan Predikat", "Tren Unit"]
    shown = [cell.value for row in book["Tren"].iter_rows() for cell in row if cell.value is not None]
    assert "Dibandingkan dengan Triwulan I Tahun 2026" in shown
    assert shown[shown.index("Predikat turun") :].count("dari 3 pegawai yang dapat dibandingkan") == 3
    with zipfile.ZipFile(tmp_path / "a.xlsx") as parts:
        charts = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/charts/chart")]
    assert sum("<c:f>Tren!" in chart for chart in charts) == 3
    headers = [cell.value for cell in book["Tindak Lanjut"][4]]
    assert headers[headers.index("Predikat Kinerja") :][:3] == ["Predikat Kinerja", "Predikat Sebelumnya", "Perubahan"]


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """A folder with one unit of the second quarter."""
    made = Unit().person(nip(1)).iki(nip(1), 1, 1, "10", "10").rate(nip(1), "Sesuai Ekspektasi", "Sesuai Ekspektasi")
    (tmp_path / "unit").mkdir()
    made.write(tmp_path / "unit")
    return tmp_path / "unit"


def test_a_file_that_is_no_master_is_refused_in_one_line(unit: Path, tmp_path: Path) -> None:
    for other in (unit / "unit.xlsx", tmp_path / "teks.xlsx"):
        if not other.exists():
            other.write_text("bukan Excel")
        done = kinerja("konsolidasi", unit, "-o", tmp_path / "m.xlsx", "--sebelumnya", other)
        assert done.returncode == 2
        assert f"{other.name} bukan master kinerja_xl. Dengan --sebelumnya" in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1
        assert not (tmp_path / "m.xlsx").exists()


def test_the_command_compares_with_an_earlier_master_and_keeps_it(unit: Path, tmp_path: Path) -> None:
    earlier = tmp_path / "tw1.xlsx"
    write_master(period(Periode.TW1, [(1, "Z", SB, 110.0)]), earlier)
    done = kinerja("konsolidasi", unit, "-o", tmp_path / "tw2.xlsx", "--sebelumnya", earlier)
    assert "terhadap Triwulan I Tahun 2026: 0 naik, 1 turun, 0 tetap, 0 baru" in done.stdout
    rows = CalamineWorkbook.from_path(tmp_path / "tw2.xlsx").get_sheet_by_name("Perubahan Predikat").to_python()
    assert [nip(1), "Unit Z", "Turun 1 tingkat"] == [rows[4][place] for place in (1, 4, 8)]
    again = kinerja("konsolidasi", unit, "-o", earlier, "--sebelumnya", earlier)
    assert again.returncode == 2
    assert "akan tertimpa" in again.stderr
