"""Every setting of an office acts: on scores, suggestions, the curve, checks, the master and old years. By hand, beside each."""

from collections.abc import Hashable, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from kinerja_xl.checks import check
from kinerja_xl.consolidation.run import check_all, consolidate
from kinerja_xl.forms.read import Reading, read_workbook
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import Peraturan
from kinerja_xl.scoring.scheme import aturan_periode, penilaian
from kinerja_xl.tables import Tables
from tests.regulations.instansi import entry, lokal
from tests.tables import WHO, iki, tables
from tests.workbooks import HEAD, Unit, nip

BAIK = ("Sesuai Ekspektasi", "Sesuai Ekspektasi")


def scored(made: Tables, own: tuple[Peraturan, ...] = ()) -> dict[Hashable, Any]:
    """What is known of the only person in Triwulan II 2026."""
    (person,) = penilaian(made, Periode.TW2, aturan_periode(Periode.TW2, 2026, own)).pegawai.to_dict("records")
    return person


def work(*pairs: tuple[dict[str, str], dict[str, str]], skor: str = "") -> Tables:
    return tables(
        pegawai=[{"nama": "Budi Contoh"}],
        rencana=[plan for plan, _ in pairs],
        realisasi=[result for _, result in pairs],
        perilaku=[{"nilai": "Loyal", "skor_tw2": skor}],
    )


class TestScores:
    def test_cap(self, tmp_path: Path) -> None:
        made = work(iki("1", "1", "10", "15", "tw2"))  # 15 / 10 = 150%
        assert scored(made)["capaian"] == 120
        assert scored(made, lokal(tmp_path, entry("batas_capaian", "110")))["capaian"] == 110

    def test_weights(self, tmp_path: Path) -> None:
        made = work(iki("1", "1", "10", "10", "tw2"), iki("2", "1", "10", "5", "tw2", kategori="Tambahan"))
        assert scored(made)["capaian"] == 75  # (100 + 50) / 2
        own = lokal(tmp_path, entry("bobot_kategori", "{ utama = 3 }"))
        assert scored(made, own)["capaian"] == 87.5  # (3 x 100 + 1 x 50) / 4

    def test_direction_where_none_is_typed(self, tmp_path: Path) -> None:
        own = lokal(tmp_path, entry("arah_bawaan", '{ Waktu = "Makin kecil makin baik" }'))
        days = work(iki("1", "1", "10", "8", "tw2", aspek="Waktu"))
        assert scored(days)["capaian"] == 80  # 8 / 10
        assert scored(days, own)["capaian"] == 120  # (2 x 10 - 8) / 10
        typed = work(iki("1", "1", "10", "8", "tw2", aspek="Waktu", arah="Makin besar makin baik"))
        assert scored(typed, own)["capaian"] == 80

    @pytest.mark.parametrize(
        ("isi", "rating"),
        [
            ("", "Sesuai Ekspektasi"),
            ("{ di_atas = 94 }", "Di Atas Ekspektasi"),
            ("{ sesuai = 96 }", "Di Bawah Ekspektasi"),
        ],
    )
    def test_suggestion_for_the_result(self, tmp_path: Path, isi: str, rating: str) -> None:
        own = lokal(tmp_path, *([entry("saran_hasil", isi)] if isi else ()))
        assert scored(work(iki("1", "1", "100", "95", "tw2")), own)["saran_hasil"] == rating

    @pytest.mark.parametrize(
        ("isi", "rating"),
        [
            ("", "Sesuai Ekspektasi"),
            ("{ di_atas = 2 }", "Di Atas Ekspektasi"),
            ("{ sesuai = 2.1 }", "Di Bawah Ekspektasi"),
        ],
    )
    def test_suggestion_for_behaviour(self, tmp_path: Path, isi: str, rating: str) -> None:
        own = lokal(tmp_path, *([entry("saran_perilaku", isi)] if isi else ()))
        assert scored(work(iki("1", "1", "1", "1", "tw2"), skor="2"), own)["saran_perilaku"] == rating

    def test_bounds_of_the_predikat_of_2021(self, tmp_path: Path) -> None:
        plan, result = iki("1", "1", "12", "12", "tw4")  # 100%: Baik, 109
        behaviours = ("Orientasi Pelayanan", "Komitmen", "Inisiatif Kerja", "Kerja Sama")
        made = tables(
            unit=[{"pendapat": "Ya"}],
            pegawai=[{"jenis_jabatan": "Pelaksana"}],
            rencana=[plan],
            realisasi=[result],
            perilaku=[{"nilai": name, "angka_tw4": "61,5"} for name in behaviours],
        )
        bounds = {"Sangat Baik": 110, "Baik": 90, "Cukup": 70, "Kurang": 50, "Sangat Kurang": 0}
        rungs = ", ".join(f'{{ predikat = "{name}", dari = {low}, termasuk = true }}' for name, low in bounds.items())
        own = lokal(tmp_path, entry("pp30_predikat", f"[{rungs}]", sejak="2021-07-01"))
        for rules, predikat in (((), "Cukup"), (own, "Baik")):
            found = penilaian(made, Periode.TW4, aturan_periode(Periode.TW4, 2021, rules)).pegawai.iloc[0]
            assert (round(found["nilai"], 6), found["predikat"]) == (
                90,
                predikat,
            )  # 0,6 x 109 + 0,4 x 61,5 = 65,4 + 24,6

    def test_the_entry_must_be_in_force_on_the_last_day_of_the_period(self, tmp_path: Path) -> None:
        made = work(iki("1", "1", "10", "15", "tw2"))
        late = lokal(tmp_path, entry("batas_capaian", "110", sejak="2026-07-01"))
        assert scored(made, late)["capaian"] == 120
        last_day = lokal(tmp_path, entry("batas_capaian", "110", sejak="2026-06-30", sampai="2026-06-30"))
        assert scored(made, last_day)["capaian"] == 110


def whole_unit(*predikat: tuple[str, str]) -> Unit:
    """A unit whose head is rated Baik, with one more person for each pair of ratings."""
    unit = Unit().person(HEAD, "Siti Penilai", format_skp="Pimpinan").iki(HEAD, 1, 1, "10", "10", aspek="")
    unit.rate(HEAD, *BAIK, tanggal="2026-07-31")
    for number, ratings in enumerate(predikat, 1):
        unit.person(nip(number), f"Pegawai {number}").iki(nip(number), 1, 1, "10", "10")
        unit.rate(nip(number), *ratings, tanggal="2026-07-31")
    return unit


@cache
def reading(*predikat: tuple[str, str]) -> Reading:
    with TemporaryDirectory() as folder:
        return read_workbook(whole_unit(*predikat).write(Path(folder)))


def codes(folder: Path, predikat: Sequence[tuple[str, str]], *entries: str) -> set[str]:
    return {f.code for f in check_all([reading(*predikat)], lokal(folder, *entries)).findings}


class TestChecks:
    def test_small_unit(self, tmp_path: Path) -> None:
        unit = [BAIK] * 3  # 4 people, all Baik: above 70%, nobody below Baik
        assert codes(tmp_path, unit) & {"DIS001", "DIS002", "DIS004"} == {"DIS004"}  # fewer than 5
        assert codes(tmp_path, unit, entry("unit_kecil", "4")) & {"DIS001", "DIS002", "DIS004"} == {"DIS001", "DIS002"}

    def test_the_head_in_the_curve(self, tmp_path: Path) -> None:
        small = entry("unit_kecil", "0")
        unit = [BAIK, BAIK, ("Di Bawah Ekspektasi", "Sesuai Ekspektasi")]
        assert "DIS001" in codes(tmp_path, unit, small)  # with the head 3 of 4 Baik: 75%, above 70%
        assert "DIS001" not in codes(tmp_path, unit, small, entry("kepala_dihitung", "false"))  # 2 of 3: 66,7%

    @pytest.mark.parametrize(("days", "told"), [("30", True), ("31", False)])
    def test_deadline(self, tmp_path: Path, days: str, told: bool) -> None:
        own = entry("tenggat_penilaian", f"{{ triwulan = {days} }}")
        assert ("NIL013" in codes(tmp_path, (), own)) == told  # 31 July is 31 days after 30 June

    @pytest.mark.parametrize(("hours", "told"), [("24", False), ("25", True), ("", False)])
    def test_hours_of_a_year(self, tmp_path: Path, hours: str, told: bool) -> None:
        own = lokal(tmp_path, *([entry("jam_pelajaran_minimal", hours)] if hours else ()))
        made = tables(
            unit=[{"tahun": "2026", "periode": "TAHUNAN", "kode_unit": "U", "nama_unit": "UJI"}],
            pegawai=[{"nama": "Budi Contoh"}],
            pengembangan=[{"kegiatan": "Pelatihan", "jp": "24", "status": "Selesai"}],
        )
        found = check(made, Periode.TAHUNAN, aturan_periode(Periode.TAHUNAN, 2026, own))
        assert ("PGB005" in {f.code for f in found if f.nip == WHO}) == told

    def test_recommendation_in_the_master(self, tmp_path: Path) -> None:
        own = lokal(tmp_path, entry("tindak_lanjut", '{ Baik = "Piagam Wali Kota." }'))
        result = consolidate(check_all([reading()], own))
        assert list(result.frames["Rekap Pegawai"]["rekomendasi"]) == ["Piagam Wali Kota."]
