"""The office's settings on letters: number, codes, sifat, who signs, days for an objection, recommendation."""

from datetime import date
from pathlib import Path

import pytest

from kinerja_xl.letters import LetterSource, write_letters
from kinerja_xl.letters.context import Context, letters_of
from kinerja_xl.letters.numbers import Numbers
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating, Peraturan, aturan_pada
from kinerja_xl.regulations.local import AturanSurat
from tests.letters.documents import text_of
from tests.letters.people import (
    CAMAT_HIMSELF,
    DAY,
    FUNCTIONAL,
    HEAD,
    KECAMATAN,
    KELURAHAN,
    SECRETARY,
    STAFF,
    Row,
    source,
)
from tests.regulations.instansi import entry, lokal

PLT = "{ kode_unit = '16.71.01', nama = 'Lia Rekaan, S.E.', nip = '198801012012012001', pangkat = 'Penata (III/c)', jabatan = 'Plt. LURAH CONTOH ILIR' }"
WITHOUT_CODES = {"kode_klasifikasi": "", "kode_surat": ""}


def under(own: tuple[Peraturan, ...], *people: Row, units: tuple[Row, ...] = (KELURAHAN, KECAMATAN)) -> LetterSource:
    usual = source(*people, units=units)
    aturan = aturan_pada(date(2026, 6, 30), AturanRating, own)
    return LetterSource(2026, Periode.TW2, aturan, usual.pegawai, usual.unit, own)


def context_of(own: tuple[Peraturan, ...], person: Row, *units: Row, day: date = DAY) -> Context:
    (letter,) = letters_of(under(own, person, units=units or (KELURAHAN, KECAMATAN)), day, 1)
    return letter.context


class TestNumber:
    def numbers(self, nomor: str, *units: Row, first: int = 1, codes: Row | None = None) -> list[str]:
        surat = AturanSurat.model_validate({"nomor": nomor, "sifat": "Biasa", **(codes or {})})
        given = Numbers(surat, date(2026, 7, 8), first)
        return [given.next(unit) for unit in units]

    def test_pattern(self) -> None:
        pattern = "{nomor}/{unit}/{klasifikasi}/{bulan}/{tahun}"
        assert self.numbers(pattern, KELURAHAN, KELURAHAN, KECAMATAN, first=9) == [
            "009/KEL-CTI/800.1.7/VII/2026",
            "010/KEL-CTI/800.1.7/VII/2026",
            "009/KEC-CTH/800.1.7/VII/2026",
        ]

    def test_units_whose_numbers_look_alike_share_one_series(self) -> None:
        assert self.numbers("{klasifikasi}/{nomor}/{tahun}", KELURAHAN, KECAMATAN, KELURAHAN) == [
            "800.1.7/001/2026",
            "800.1.7/002/2026",
            "800.1.7/003/2026",
        ]

    def test_the_sheet_unit_comes_before_the_setting(self) -> None:
        codes = {"kode_klasifikasi": "900", "kode_unit": {" 16.71.01": "LAIN", "16.71": "KEC"}}
        pattern = "{klasifikasi}/{nomor}/{unit}"
        assert self.numbers(pattern, KELURAHAN, codes=codes) == ["800.1.7/001/KEL-CTI"]
        bare = {**KELURAHAN, **WITHOUT_CODES}
        assert self.numbers(pattern, bare, {**KECAMATAN, **WITHOUT_CODES}, codes=codes) == [
            "900/001/LAIN",
            "900/001/KEC",
        ]

    def test_what_is_empty_leaves_no_slash(self) -> None:
        bare = {**KELURAHAN, **WITHOUT_CODES}
        assert self.numbers("{klasifikasi}/{nomor}/{unit}/{tahun}", bare) == ["001/2026"]
        assert self.numbers("{klasifikasi}/{nomor} - {unit}/{tahun}", bare) == ["001/2026"]

    @pytest.mark.parametrize(("month", "roman"), [(1, "I"), (4, "IV"), (6, "VI"), (9, "IX"), (11, "XI"), (12, "XII")])
    def test_months_are_roman(self, month: int, roman: str) -> None:
        surat = AturanSurat(nomor="{nomor}/{bulan}", sifat="Biasa")
        assert Numbers(surat, date(2026, month, 1), 7).next(KELURAHAN) == f"007/{roman}"


def test_number_and_sifat_in_the_letter(tmp_path: Path) -> None:
    own = lokal(tmp_path, entry("surat", '{ nomor = "{nomor}/{bulan}/{tahun}", sifat = "Rahasia" }'))
    context = context_of(own, STAFF)
    assert (context["nomor"], context["sifat"]) == ("001/VII/2026", "Rahasia")
    assert context_of((), STAFF)["sifat"] == "Terbatas"


class TestSigner:
    def test_who_is_named_signs_without_a_n(self, tmp_path: Path) -> None:
        context = context_of(lokal(tmp_path, entry("penanda_tangan", f"[{PLT}]")), STAFF)
        assert context["tanda_tangan"] == {
            "atas_nama": "",
            "jabatan": ["Plt. LURAH CONTOH ILIR,"],
            "nama": "Lia Rekaan, S.E.",
            "pangkat": "Penata (III/c)",
            "nip": "198801012012012001",
        }
        assert context["penilai"]["nama"] == "Dewi Umpama, S.E."

    def test_only_for_the_unit_whose_letter_it_is(self, tmp_path: Path) -> None:
        own = lokal(tmp_path, entry("penanda_tangan", f"[{PLT}]"))
        assert context_of(own, FUNCTIONAL)["tanda_tangan"]["nama"] == "Eko Teladan, S.H."
        assert context_of(own, HEAD)["tanda_tangan"]["nama"] == "Dr. Candra Misal, M.Si."

    @pytest.mark.parametrize(
        ("day", "signs"),
        [("2026-07-07", False), ("2026-07-08", True), ("2026-08-31", True), ("2026-09-01", False)],
    )
    def test_between_his_days(self, tmp_path: Path, day: str, signs: bool) -> None:
        acting = PLT.replace(" }", ", sejak = 2026-07-08, sampai = 2026-08-31 }")
        own = lokal(tmp_path, entry("penanda_tangan", f"[{acting}]"))
        found = context_of(own, STAFF, day=date.fromisoformat(day))["tanda_tangan"]["nama"]
        assert found == ("Lia Rekaan, S.E." if signs else "Dewi Umpama, S.E.")

    def test_nobody_signs_the_letter_to_himself(self, tmp_path: Path) -> None:
        own_nip = PLT.replace("198801012012012001", str(STAFF["nip"]))
        own = lokal(tmp_path, entry("penanda_tangan", f"[{own_nip}]"))
        assert context_of(own, STAFF)["tanda_tangan"]["nama"] == "Dewi Umpama, S.E."
        assert context_of(own, SECRETARY)["tanda_tangan"]["nama"] == "Lia Rekaan, S.E."

    def test_the_head_of_the_unit_gets_his_letter_from_his_rater(self, tmp_path: Path) -> None:
        deputy = "{ kode_unit = '16.71', nama = 'Lia Rekaan, S.E.', jabatan = 'Sekretaris Camat' }"
        own = lokal(tmp_path, entry("penanda_tangan", f"[{deputy}]"))
        assert context_of(own, CAMAT_HIMSELF)["tanda_tangan"]["nama"] == "Hendra Wacana"
        assert context_of(own, FUNCTIONAL)["tanda_tangan"]["nama"] == "Lia Rekaan, S.E."
        assert context_of(own, HEAD)["tanda_tangan"]["nama"] == "Lia Rekaan, S.E."

    def test_two_without_nip_are_two_people(self, tmp_path: Path) -> None:
        own = lokal(tmp_path, entry("penanda_tangan", f"[{PLT.replace('198801012012012001', '')}]"))
        assert context_of(own, {**STAFF, "nip": ""})["tanda_tangan"]["nama"] == "Lia Rekaan, S.E."

    def test_in_the_word_file(self, tmp_path: Path) -> None:
        own = lokal(tmp_path, entry("penanda_tangan", f"[{PLT}]"))
        write_letters(under(own, STAFF), tmp_path / "surat", tanggal=DAY)
        (letter,) = (tmp_path / "surat").rglob("*.docx")
        text = text_of(letter.read_bytes())
        assert "Plt. LURAH CONTOH ILIR,\nLia Rekaan, S.E.\nPenata (III/c)\nNIP 198801012012012001" in text
        assert "a.n." not in text


def test_days_for_an_objection_name_the_offices_basis(tmp_path: Path) -> None:
    dasar = "Peraturan Wali Kota Contoh Nomor 12 Tahun 2026 tentang Kinerja, Pasal 25"
    own = lokal(tmp_path, entry("batas_keberatan", "5", dasar=dasar))
    found = context_of(own, STAFF)["keberatan"]
    assert (found["hari"], found["dasar"], found["judul"]) == ("5 (lima) hari", dasar, dasar)
    usual = context_of((), STAFF)["keberatan"]
    assert (usual["hari"], usual["dasar"]) == (
        "14 (empat belas) hari",
        "Pasal 59 Peraturan Pemerintah Nomor 30 Tahun 2019",
    )


def test_recommendation_where_the_rater_wrote_none(tmp_path: Path) -> None:
    own = lokal(tmp_path, entry("tindak_lanjut", '{ Baik = "Piagam Wali Kota." }'))
    assert context_of(own, {**STAFF, "rekomendasi": ""})["rekomendasi"] == ["Piagam Wali Kota."]
    assert context_of(own, STAFF)["rekomendasi"] == ["Mengikuti pelatihan pelayanan prima."]


def test_letters_follow_the_rules_of_their_own_day_and_results_those_of_the_period(tmp_path: Path) -> None:
    own = lokal(
        tmp_path,
        entry("surat", '{ nomor = "{nomor}/LAMA" }', sampai="2026-07-07"),
        entry("surat", '{ nomor = "{nomor}/BARU" }', sejak="2026-07-08"),
        entry("batas_keberatan", "5", sejak="2026-07-01"),
    )
    assert context_of(own, STAFF, day=date(2026, 7, 7))["nomor"] == "001/LAMA"
    new = context_of(own, STAFF, day=date(2026, 7, 8))
    assert (new["nomor"], new["keberatan"]["hari"]) == ("001/BARU", "14 (empat belas) hari")
