"""Consolidation as a whole: who is in, who is out and why, and that all sums add up."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja_xl.consolidation.master_units import progress_lines
from kinerja_xl.consolidation.result import Konsolidasi
from kinerja_xl.consolidation.run import check_all, consolidate, read_all
from kinerja_xl.consolidation.siasn import siasn_of
from kinerja_xl.consolidation.sources import find_sources
from kinerja_xl.findings import Severity
from kinerja_xl.roster import RosterEntry, RosterError, read_roster
from tests.workbooks import HEAD, Unit, nip

S, A = "Sesuai Ekspektasi", "Di Atas Ekspektasi"


def _unit(number: int, *people: int, **entries: str) -> Unit:
    unit = Unit(nama=f"KELURAHAN {number}", kode=f"K-{number}", entries=entries)
    for serial in people:
        unit.person(nip(serial), f"Pegawai {serial}").iki(nip(serial), 1, 1, "10", "10").rate(nip(serial), S, S)
    return unit


def _consolidated(folder: Path, roster: list[RosterEntry] | None = None) -> Konsolidasi:
    sources = find_sources([folder])
    return consolidate(check_all(read_all(sources.files), (), roster), skipped=sources.skipped)


def _codes(k: Konsolidasi, *, severity: Severity = Severity.GALAT) -> list[tuple[str, str, str]]:
    return [(f.code, f.file, f.cell) for f in k.findings if f.severity is severity]


def _entry(serial: int, unit: str = "KELURAHAN 1") -> RosterEntry:
    return RosterEntry(1, unit, unit, {"nip": nip(serial), "nama": f"Pegawai {serial}"})


def test_the_same_person_in_two_units_is_in_neither_until_it_is_settled(tmp_path: Path) -> None:
    _unit(1, 1, 2).write(tmp_path, "a.xlsx")
    _unit(2, 2, 3).write(tmp_path, "b.xlsx")
    k = _consolidated(tmp_path)
    assert _codes(k) == [("GAB001", "a.xlsx", "A7"), ("GAB001", "b.xlsx", "A6")]
    assert sorted(k.frames["Rekap Pegawai"]["nip"]) == sorted([nip(1), nip(3)])
    assert (k.counts.entries, k.counts.recapped, k.counts.people_rejected) == (4, 2, 2)


def test_who_moved_with_dates_stays_in_both_units(tmp_path: Path) -> None:
    old = _unit(1, 1)
    old.rows["pegawai"][0]["selesai"] = "2026-03-31"
    new = _unit(2, 1)
    new.rows["pegawai"][0]["mulai"] = "2026-04-01"
    old.write(tmp_path, "a.xlsx")
    new.write(tmp_path, "b.xlsx")
    k = _consolidated(tmp_path)
    assert _codes(k) == []
    assert k.counts.recapped == 2


def test_the_same_unit_twice_is_out_altogether(tmp_path: Path) -> None:
    _unit(1, 1).write(tmp_path, "a.xlsx")
    _unit(1, 1).write(tmp_path, "a (1).xlsx")
    _unit(2, 3).write(tmp_path, "b.xlsx")
    k = _consolidated(tmp_path)
    assert {(code, file) for code, file, _ in _codes(k)} >= {("GAB002", "a.xlsx"), ("GAB002", "a (1).xlsx")}
    assert (k.counts.files, k.counts.files_accepted, k.counts.files_rejected) == (3, 1, 2)
    assert (k.counts.entries, k.counts.recapped, k.counts.people_rejected) == (3, 1, 2)


def test_the_period_of_most_files_decides(tmp_path: Path) -> None:
    for number in (1, 2):
        _unit(number, number).write(tmp_path, f"{number}.xlsx")
    late = (
        Unit(nama="KELURAHAN 3", kode="K-3", periode="TW1", capaian="Baik")
        .person(nip(3))
        .iki(nip(3), 1, 1, "10", "10")
        .rate(nip(3), S, S)
    )
    late.write(tmp_path, "3.xlsx")
    k = _consolidated(tmp_path)
    assert k.periode == "TW2"
    assert _codes(k) == [("UNT004", "3.xlsx", "B17")]


def test_no_usable_file_at_all(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK nonsense")
    _unit(1, 1, periode="").write(tmp_path, "b.xlsx")
    checked = check_all(read_all(find_sources([tmp_path]).files))
    assert checked.periode is None
    assert [(f.code, f.file) for f in checked.findings] == [("BRK001", "a.xlsx"), ("UNT001", "b.xlsx")]
    with pytest.raises(ValueError, match="period"):
        consolidate(checked)


def test_nothing_but_garbage(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK nonsense")
    assert [f.code for f in check_all(read_all(find_sources([tmp_path]).files)).findings] == ["BRK001"]


def test_the_roster_reconciles(tmp_path: Path) -> None:
    _unit(1, 1, 2, 3).write(tmp_path, "a.xlsx")
    k = _consolidated(tmp_path, [_entry(1), _entry(2), _entry(9)])
    assert _codes(k, severity=Severity.PERINGATAN)[:1] == [("GAB003", "(daftar pegawai)", "")]
    assert ("GAB004", "a.xlsx", "A8") in _codes(k, severity=Severity.PERINGATAN)
    assert (k.counts.missing, k.counts.outside_roster) == (1, 1)
    assert (k.counts.roster, k.counts.roster_found) == (3, 2)
    # on the roster 3 = found 2 + missing 1; everybody 4 = recapped 3 + rejected 0 + missing 1
    assert k.counts.people == 4
    states = list(k.frames["Rekonsiliasi"][["keadaan", "nip"]].itertuples(index=False, name=None))
    assert sorted(states) == [("Belum masuk", nip(9)), ("Di luar daftar", nip(3))]


def test_each_rejected_person_is_named_with_the_reason(tmp_path: Path) -> None:
    unit = _unit(1, 1, 2)
    unit.rows["rencana"][0]["target"] = "secukupnya"
    unit.write(tmp_path, "a.xlsx")
    rows = _consolidated(tmp_path).frames["Rekonsiliasi"].to_dict("records")
    assert [(r["keadaan"], r["nip"], r["baris"]) for r in rows] == [("Ditolak", nip(1), 6)]
    assert "REN007" in rows[0]["keterangan"]
    assert "secukupnya" in rows[0]["keterangan"]


def test_the_sources_are_found_once_in_a_fixed_order(tmp_path: Path) -> None:
    for name in ("b.xlsx", "A.xlsx", "sub/c.xlsm", "~$b.xlsx", ".hidden.xlsx", "lama.xls", "catatan.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    found = find_sources([tmp_path])
    assert [s.name for s in found.files] == ["A.xlsx", "b.xlsx", "lama.xls", "sub/c.xlsm"]
    assert found.skipped == 2
    assert len(find_sources([tmp_path, tmp_path / "b.xlsx"]).files) == 4
    assert [s.name for s in find_sources([tmp_path], [tmp_path / "sub", tmp_path / "b.xlsx"]).files] == [
        "A.xlsx",
        "lama.xls",
    ]
    with pytest.raises(FileNotFoundError):
        find_sources([tmp_path / "tidak-ada"])


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_roster_in_any_csv(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "daftar.csv"
    rows = [
        ["Daftar pegawai"],
        ["No", "Nama", "NIP", "Unit Kerja", "Gol"],
        ["1", "Budi", nip(1), "K SATU", "III/a"],
        ["", "", "", "", ""],
        ["2", "Rina", nip(2), "K DUA", "IX"],
    ]
    path.write_text("\n".join(delimiter.join(row) for row in rows), "cp1252")
    found = read_roster(path)
    assert [(e.nip, e.nama, e.kode_unit, e.pegawai["golongan"], e.baris) for e in found] == [
        (nip(1), "Budi", "K SATU", "III/a", 3),
        (nip(2), "Rina", "K DUA", "IX", 5),
    ]


def test_a_roster_without_names_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    path.write_text("a;b\n1;2\n", "utf-8")
    with pytest.raises(RosterError, match="NIP dan Nama"):
        read_roster(path)


DAMAGE = {
    "pegawai": [{"nip": "123"}, {"nama": ""}, {"nama_penilai": ""}],
    "rencana": [{"target": "banyak"}, {"indikator": ""}, {"no_iki": "x"}],
    "realisasi": [{"realisasi_tw2": "n/a"}, {"no_rhk": "9"}],
    "penilaian": [{"rating_hasil": "hebat"}, {"rating_perilaku": ""}],
}
damages = st.lists(
    st.tuples(st.sampled_from([(t, i) for t, found in DAMAGE.items() for i in range(len(found))]), st.integers(0, 5)),
    max_size=6,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(damages)
def test_whatever_is_wrong_the_sums_add_up(tmp_path: Path, damages: list[tuple[tuple[str, int], int]]) -> None:
    """Everybody read is in the recap or in the reconciliation, exactly once; letters can be counted from the recap."""
    unit = _unit(1, 1, 2, 3, 4, 5, 6)
    for (table, which), row in damages:
        unit.rows[table][row] |= DAMAGE[table][which]
    unit.write(tmp_path, "a.xlsx")
    k = _consolidated(tmp_path)
    rejected = k.frames["Rekonsiliasi"]
    assert len(k.frames["Rekap Pegawai"]) + (rejected["keadaan"] == "Ditolak").sum() == 6 == k.counts.people
    refused = rejected[rejected["keadaan"] == "Ditolak"]
    rows = list(k.frames["Rekap Pegawai"]["baris"]) + list(refused["baris"])
    assert sorted(rows) == [6, 7, 8, 9, 10, 11]
    assert sum(line.pegawai for line in progress_lines(k.frames)) == 6
    sent = siasn_of(k)
    assert len(sent.rows) + sum(sent.left_out.values()) == 6


def test_achievement_by_aspect_counts_the_indicators_of_the_people_recapped(tmp_path: Path) -> None:
    unit = Unit()
    unit.person(nip(1)).iki(nip(1), 1, 1, "10", "8", aspek="Kuantitas").iki(nip(1), 1, 2, "10", "5", aspek="Kualitas")
    unit.person(nip(2)).iki(nip(2), 1, 1, "10", "10", aspek="KUANTITAS").iki(nip(2), 1, 2, "10", "", aspek="Waktu")
    unit.person(HEAD, format_skp="Pimpinan").iki(HEAD, 1, 1, "10", "9", aspek="")
    unit.person("1985010120100110").iki("1985010120100110", 1, 1, "10", "1", aspek="Kuantitas")
    unit.write(tmp_path)
    line = _consolidated(tmp_path).frames["Rekap Unit"].iloc[0]
    assert [line[f"capaian_{name}"] for name in ("kuantitas", "kualitas", "tanpa_aspek")] == [90, 50, 90]
    assert line[["capaian_waktu", "capaian_biaya"]].isna().all()
