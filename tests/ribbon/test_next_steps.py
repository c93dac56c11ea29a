"""What Periksa and Nilai say comes next, and which row Nilai shows: right for the state in which the workbook is."""

from pathlib import Path

import pytest

from kinerja_xl.hosts import closed_file
from kinerja_xl.hosts.closed_file import ENGINE
from tests.ribbon.pressing import S, pressed
from tests.workbooks import HEAD, Unit, grid, nip


def unit(*, rated: int = 3) -> Unit:
    """Three people with a row each in Penilaian for TW1 and TW2; the first ``rated`` have their ratings of TW2."""
    made = Unit().person(HEAD, "Siti Penilai", format_skp="Pimpinan").person(nip(1)).person(nip(2), "Ani Contoh")
    everybody = (HEAD, nip(1), nip(2))
    for who in everybody:
        made.iki(who, 1, 1, "10", "10", aspek="" if who == HEAD else "Kualitas")
        made.rate(who, S, S, periode="TW1", tanggal="2026-04-05")
    for number, who in enumerate(everybody):
        made.rate(who, S if number < rated else "", S if number < rated else "")
    return made


def following(name: str, path: Path) -> str:
    """Press a button, save; the next step it names."""
    return pressed(name, path).partition("Berikutnya: ")[2].partition("\n")[0]


def test_who_has_no_rating_gets_one_before_the_curve(tmp_path: Path) -> None:
    step = following("nilai", unit(rated=1).write(tmp_path))
    assert step == "pilih kedua rating bagi 2 pegawai, lalu tekan Distribusi."


def test_where_everybody_is_rated_the_curve_comes_next(tmp_path: Path) -> None:
    assert following("nilai", unit().write(tmp_path)) == "tekan Distribusi."


def test_where_all_who_can_be_are_rated_the_others_come_first(tmp_path: Path) -> None:
    made = unit().person(nip(3), "Cici Contoh").iki(nip(3), 1, 1, "10", "9")
    step = following("nilai", made.write(tmp_path))
    assert step == "isi baris Penilaian mereka, lalu tekan Nilai lagi."
    made.rows["rencana"][1]["target"] = "banyak"
    step = following("nilai", made.write(tmp_path))
    assert step == "tekan Periksa, perbaiki yang merah, lalu tekan Nilai lagi."


def test_nobody_rates_before_2022(tmp_path: Path) -> None:
    made = Unit(tahun=2020, periode="TAHUNAN").person(HEAD, "Siti Penilai", format_skp="Pimpinan")
    made.iki(HEAD, 1, 1, "10", "9").appraise(HEAD)
    assert "rating" not in following("nilai", made.write(tmp_path))
    assert "Distribusi" not in ENGINE.apps[0].told[-1]


def test_what_is_locked_is_sent_or_opened(tmp_path: Path) -> None:
    path = unit().write(tmp_path)
    following("kunci", path)
    for button in ("periksa", "nilai"):
        step = following(button, path)
        assert "kirim ke kepegawaian" in step, button
        assert "Buka Kunci" in step, button
        assert "tekan Nilai" not in step, button
        assert "pilih" not in step, button


def test_what_is_locked_with_a_galat_is_opened(tmp_path: Path) -> None:
    made = unit()
    made.rows["rencana"][1]["target"] = "banyak"
    path = made.write(tmp_path)
    following("kunci", path)
    assert following("periksa", path).startswith("tekan Buka Kunci, perbaiki yang merah")
    assert following("nilai", path).startswith("tekan Buka Kunci, lalu Periksa")


def test_the_reason_of_a_locked_unit_is_not_asked_for(tmp_path: Path) -> None:
    made = unit()
    for number in range(3, 12):  # all Baik: too many for the result Baik
        made.person(nip(number)).iki(nip(number), 1, 1, "10", "10").rate(nip(number), S, S)
    path = made.write(tmp_path)
    assert "tulis alasannya di lembar Unit" in following("distribusi", path)
    following("kunci", path)
    assert "tekan Buka Kunci untuk menulis alasannya" in following("distribusi", path)


def test_the_sheet_is_shown_where_the_period_begins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[str, int]] = []
    monkeypatch.setattr(closed_file.Sheet, "scroll_to", lambda self, row: shown.append((self.name, row)))
    path = unit().write(tmp_path)
    first = next(n for n, row in enumerate(grid(path, "Penilaian"), start=1) if row[2] == "TW2")
    following("nilai", path)
    following("nilai", path)
    assert shown == [("Penilaian", first)] * 2
    assert first == 9  # three rows of TW1 below the header in row 5
