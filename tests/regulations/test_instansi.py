"""The office's file ``instansi.toml``: what is read, what is refused in which words, and from when until when it holds."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xl.regulations import AturanRating, Ketentuan, aturan_pada, ketentuan_pada
from kinerja_xl.regulations.instansi import LOKAL, muat_instansi
from kinerja_xl.resources import resource
from kinerja_xl.terms import Arah, Aspek, Predikat
from tests.regulations.instansi import DASAR, entry, lokal, refused, write

EXAMPLE = resource("templates", "instansi-contoh.toml")
DAY = date(2026, 6, 30)


def test_an_entry_comes_before_the_default_and_names_its_own_basis(tmp_path: Path) -> None:
    own = lokal(tmp_path, entry("saran_hasil", "{ di_atas = 105, sesuai = 85.5 }"))
    value = aturan_pada(DAY, AturanRating, own).saran_hasil
    assert (value.isi.di_atas, value.isi.sesuai) == (105, 85.5)
    assert (value.dasar, value.sumber, value.satuan) == (DASAR, "setelan", "persen capaian")
    assert aturan_pada(DAY, AturanRating).saran_hasil.dasar == "Setelan lokal, saran, bukan ketentuan"


def test_the_file_keeps_its_name_its_office_and_the_order_of_its_entries(tmp_path: Path) -> None:
    found = muat_instansi(write(tmp_path, entry("unit_kecil", "3"), entry("batas_capaian", "110")))
    assert (found.nama, found.path) == ("PEMERINTAH KOTA CONTOH", tmp_path / "instansi.toml")
    assert [list(p.ketentuan) for p in found.peraturan] == [["unit_kecil"], ["batas_capaian"]]
    assert {(p.id, p.jenis, p.diperiksa, p.judul) for p in found.peraturan} == {
        ("instansi", "instansi", date(2026, 11, 24), DASAR)
    }


def test_a_file_without_entries_changes_nothing(tmp_path: Path) -> None:
    assert lokal(tmp_path) == ()


def test_the_file_as_notepad_saves_it(tmp_path: Path) -> None:
    path = write(tmp_path, entry("unit_kecil", "3"))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_text("utf-8").replace("\n", "\r\n").encode())
    assert muat_instansi(path).peraturan[0].ketentuan["unit_kecil"].isi == 3


def test_the_example_loads_as_it_stands_and_shows_every_setting() -> None:
    found = muat_instansi(EXAMPLE)
    assert {key for p in found.peraturan for key in p.ketentuan} == set(LOKAL)


@pytest.mark.parametrize(("day", "limit"), [("2026-12-31", 100.0), ("2027-01-01", 105.0)])
def test_the_example_changes_its_threshold_on_new_year(day: str, limit: float) -> None:
    found = ketentuan_pada(date.fromisoformat(day), muat_instansi(EXAMPLE).peraturan)
    assert found["saran_hasil"].isi.di_atas == limit


def test_every_default_setting_is_allowed_and_what_is_national_only_by_choice() -> None:
    origin = {key: value.sumber for key, value in ketentuan_pada(DAY).items()}
    kept = {"usia_masuk_minimal", "tahun_pppk_pertama", "rumus_capaian", "golongan_jabatan"}
    assert {key for key, sumber in origin.items() if sumber == "setelan"} - kept <= set(LOKAL)
    narrowed = {key for key in LOKAL if origin[key] != "setelan"}
    assert narrowed == {"batas_capaian", "batas_keberatan", "jam_pelajaran_minimal", "pp30_predikat"}


class TestWhen:
    def limit(self, folder: Path, day: str, *entries: str) -> float:
        value: Ketentuan[float] = ketentuan_pada(date.fromisoformat(day), lokal(folder, *entries))["batas_capaian"]
        return value.isi

    @pytest.mark.parametrize(
        ("day", "limit"), [("2026-03-31", 120), ("2026-04-01", 110), ("2026-12-31", 110), ("2027-01-01", 120)]
    )
    def test_in_force_from_the_first_to_the_last_day(self, tmp_path: Path, day: str, limit: float) -> None:
        own = entry("batas_capaian", "110", sejak="2026-04-01", sampai="2026-12-31")
        assert self.limit(tmp_path, day, own) == limit

    @pytest.mark.parametrize(("day", "limit"), [("2026-06-30", 110), ("2026-07-01", 100), ("2040-01-01", 100)])
    def test_one_entry_follows_another(self, tmp_path: Path, day: str, limit: float) -> None:
        first = entry("batas_capaian", "110", sejak="2026-01-01", sampai="2026-06-30")
        assert self.limit(tmp_path, day, entry("batas_capaian", "100", sejak="2026-07-01"), first) == limit

    @pytest.mark.parametrize("sejak", ["2026-06-30", "2026-01-01", "2025-12-31"])
    def test_two_entries_on_one_day_are_refused(self, tmp_path: Path, sejak: str) -> None:
        first = entry("batas_capaian", "110", sejak="2026-01-01", sampai="2026-06-30")
        day = {"2026-06-30": "30 Juni 2026"}.get(sejak, "1 Januari 2026")
        assert refused(write(tmp_path, first, entry("batas_capaian", "100", sejak=sejak))) == (
            f"instansi.toml: kunci 'ketentuan.batas_capaian' berlaku dua kali pada {day}: entri ke-1 dan ke-2. "
            "Akhiri yang lama dengan berlaku_sampai."
        )

    def test_the_last_day_is_not_before_the_first(self, tmp_path: Path) -> None:
        assert refused(write(tmp_path, entry("unit_kecil", "3", sejak="2026-01-01", sampai="2025-12-31"))) == (
            "instansi.toml: kunci 'ketentuan.unit_kecil.berlaku_sampai' tidak boleh lebih awal daripada berlaku_sejak (2026-01-01)."
        )
        assert len(lokal(tmp_path, entry("unit_kecil", "3", sejak="2026-01-01", sampai="2026-01-01"))) == 1

    @given(
        first=st.dates(date(2019, 5, 1), date(2030, 1, 1)),
        length=st.integers(0, 2000) | st.none(),
        offset=st.integers(-800, 2500),
    )
    def test_an_entry_holds_exactly_on_its_days(self, first: date, length: int | None, offset: int) -> None:
        last = None if length is None else first + timedelta(days=length)
        day = first + timedelta(days=offset)
        with tempfile.TemporaryDirectory() as folder:
            own = entry("batas_keberatan", "5", sejak=str(first), sampai=str(last or ""))
            value = ketentuan_pada(day, lokal(Path(folder), own)).get("batas_keberatan")
        inside = first <= day and (last is None or day <= last)
        assert (value is not None and value.isi == 5) == inside


class TestCompletion:
    def test_a_direction_for_one_aspect_leaves_the_others(self, tmp_path: Path) -> None:
        own = lokal(tmp_path, entry("arah_bawaan", '{ Waktu = "Makin kecil makin baik" }'))
        value = aturan_pada(DAY, AturanRating, own).arah_bawaan
        usual = dict.fromkeys((Aspek.KUANTITAS, Aspek.KUALITAS, Aspek.BIAYA), Arah.NAIK)
        assert value.isi == {**usual, Aspek.WAKTU: Arah.TURUN}
        assert value.catatan == "Dilengkapi dari setelan bawaan: Kuantitas, Kualitas, Biaya."

    def test_a_recommendation_for_one_predikat_leaves_the_others(self, tmp_path: Path) -> None:
        usual = aturan_pada(DAY, AturanRating).tindak_lanjut.isi
        own = lokal(tmp_path, entry("tindak_lanjut", '{ Baik = "Teruskan." }'))
        assert aturan_pada(DAY, AturanRating, own).tindak_lanjut.isi == {**usual, Predikat.BAIK: "Teruskan."}

    @pytest.mark.parametrize(
        ("key", "isi", "whole"),
        [
            ("saran_hasil", "{ sesuai = 80 }", {"di_atas": 100, "sesuai": 80}),
            ("saran_perilaku", "{ di_atas = 3 }", {"di_atas": 3, "sesuai": 1.5}),
            ("bobot_kategori", "{ utama = 4 }", {"utama": 4, "tambahan": 1}),
            ("tenggat_penilaian", "{ triwulan = 14 }", {"triwulan": 14, "tahunan": 60}),
            (
                "surat",
                '{ sifat = "Rahasia" }',
                {
                    "nomor": "{klasifikasi}/{nomor}/{unit}/{tahun}",
                    "kode_klasifikasi": "",
                    "kode_unit": {},
                    "sifat": "Rahasia",
                },
            ),
        ],
    )
    def test_a_table_in_part_keeps_the_rest(self, tmp_path: Path, key: str, isi: str, whole: object) -> None:
        assert lokal(tmp_path, entry(key, isi))[0].ketentuan[key].isi.model_dump() == whole

    def test_a_whole_table_is_not_said_to_be_completed_and_keeps_its_note(self, tmp_path: Path) -> None:
        whole = entry("bobot_kategori", "{ utama = 4, tambahan = 1 }") + 'catatan = "Rapat 3 Juli."\n'
        assert lokal(tmp_path, whole)[0].ketentuan["bobot_kategori"].catatan == "Rapat 3 Juli."

    def test_an_entry_older_than_the_default_is_completed_by_the_first_default(self, tmp_path: Path) -> None:
        own = lokal(tmp_path, entry("saran_hasil", "{ sesuai = 80 }", sejak="2010-01-01"))
        assert own[0].ketentuan["saran_hasil"].isi.di_atas == 100
