"""The CSV for SIASN: columns and codes as the service has them, nobody lost, text that stays text."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xl.consolidation.result import Konsolidasi
from kinerja_xl.consolidation.siasn import BLOCKED, Siasn, is_export, safe, siasn_of
from kinerja_xl.periods import Periode
from tests.consolidation.master_example import konsolidasi, with_frames
from tests.test_cli import kinerja
from tests.workbooks import HEAD, Unit, nip

DI_ATAS, SESUAI, DI_BAWAH = "Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi"
MATRIX = [
    (DI_ATAS, DI_ATAS, "Sangat Baik", "1", "1", "1"),
    (SESUAI, DI_ATAS, "Baik", "2", "1", "2"),
    (DI_BAWAH, SESUAI, "Butuh Perbaikan", "3", "2", "3"),
    (DI_ATAS, DI_BAWAH, "Kurang", "1", "3", "4"),
    (DI_BAWAH, DI_BAWAH, "Sangat Kurang", "3", "3", "5"),
]


def read(made: Siasn) -> list[dict[str, str]]:
    """The file as another program reads it."""
    return list(csv.DictReader(io.StringIO(made.csv().decode("utf-8-sig")), delimiter=";"))


def changed(k: Konsolidasi, **columns: str | list[str]) -> Konsolidasi:
    """The consolidation with these columns of Rekap Pegawai."""
    return with_frames(k, {"Rekap Pegawai": k.frames["Rekap Pegawai"].assign(**columns)})


def one(periode: Periode = Periode.TW2, **columns: str) -> dict[str, str]:
    """The row of somebody rated Baik, with these columns."""
    rated = {"predikat": "Baik", "rating_hasil": SESUAI, "rating_perilaku": SESUAI, "jenjang": ""}
    return read(siasn_of(changed(konsolidasi(1, 1, periode), **rated | columns)))[0]


def test_a_quarter_has_its_own_fields_in_front_of_those_of_the_year() -> None:
    quarter, year = siasn_of(konsolidasi()), siasn_of(konsolidasi(periode=Periode.TAHUNAN))
    assert ",".join(year.fields) == (
        "hasilKinerjaNilai,id,kuadranKinerjaNilai,penilaiGolongan,penilaiJabatan,penilaiNama,penilaiNipNrp,"
        "penilaiUnorNama,perilakuKerjaNilai,pnsDinilaiOrang,statusPenilai,tahun"
    )
    assert ",".join(quarter.fields[:6]) == (
        "bulanMulaiPenilaian,bulanSelesaiPenilaian,tahunMulaiPenilaian,tahunSelesaiPenilaian,periodikId,koefisienId"
    )
    assert quarter.fields[6:] == year.fields


def test_the_second_quarter_lasts_from_april_to_june() -> None:
    row = one()
    assert [row[name] for name in list(row)[:5]] == ["4", "6", "2026", "2026", "2"]
    assert row["tahun"] == "2026"


@pytest.mark.parametrize(("hasil", "perilaku", "predikat", "code_hasil", "code_perilaku", "kuadran"), MATRIX)
def test_codes_of_the_service(
    hasil: str, perilaku: str, predikat: str, code_hasil: str, code_perilaku: str, kuadran: str
) -> None:
    row = one(rating_hasil=hasil, rating_perilaku=perilaku, predikat=predikat)
    assert (row["hasilKinerjaNilai"], row["perilakuKerjaNilai"], row["kuadranKinerjaNilai"]) == (
        code_hasil,
        code_perilaku,
        kuadran,
    )


@pytest.mark.parametrize(
    ("jenjang", "predikat", "code"),
    [
        ("Ahli Pertama", "Baik", "12"),
        ("Ahli Madya", "Baik", "32"),
        ("Penyelia", "Baik", "82"),
        ("Ahli Madya", "Sangat Baik", ""),
        ("", "Baik", ""),
    ],
)
def test_a_coefficient_is_given_only_where_its_code_is_known(jenjang: str, predikat: str, code: str) -> None:
    assert one(jenjang=jenjang, predikat=predikat)["koefisienId"] == code


@pytest.mark.parametrize(
    ("rank", "code"),
    [("Penata Tk. I (III/d)", "34"), ("Pembina Utama (IV/e)", "45"), ("Juru Muda (I/a)", "11"), ("(IX)", ""), ("", "")],
)
def test_rank_of_the_rater(rank: str, code: str) -> None:
    assert one(pangkat_penilai=rank)["penilaiGolongan"] == code


@pytest.mark.parametrize(
    ("number", "name", "status"),
    [
        ("198001012005011001", "Siti", "ASN"),
        ("", "Wali Kota", "NON ASN"),
        ("5312345678", "Komandan", ""),
        ("", "", ""),
    ],
)
def test_status_of_the_rater(number: str, name: str, status: str) -> None:
    assert one(nip_penilai=number, nama_penilai=name)["statusPenilai"] == status


def test_what_would_be_a_formula_is_text() -> None:
    row = one(nama_penilai='=HYPERLINK("http://x")', jabatan_penilai="  @SUM(A1)\nLurah")
    assert row["penilaiNama"] == '\'=HYPERLINK("http://x")'
    assert row["penilaiJabatan"] == "'@SUM(A1) Lurah"


@given(st.text())
def test_no_text_starts_a_formula_or_a_line(text: str) -> None:
    assert not safe(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert len(safe(text).splitlines()) <= 1


@given(st.lists(st.sampled_from(["baik", "belum", "nip"]), min_size=20, max_size=20))
def test_everybody_is_written_or_counted_with_the_reason(states: list[str]) -> None:
    k = konsolidasi(2, 20)
    frame = k.frames["Rekap Pegawai"]
    made = siasn_of(
        changed(
            k,
            predikat=["" if state == "belum" else "Baik" for state in states],
            nip=["19850101" if state == "nip" else text for state, text in zip(states, frame["nip"], strict=True)],
        )
    )
    expected = {
        "belum dinilai": states.count("belum"),
        "NIP bukan NIP yang sah": states.count("nip"),
        BLOCKED: 1,
        "belum masuk; lihat lembar Rekonsiliasi": 2,
    }
    assert made.left_out == {reason: number for reason, number in expected.items() if number}
    assert len(made.rows) == states.count("baik")
    assert k.counts.people == len(made.rows) + sum(made.left_out.values())


def test_who_stands_in_two_units_has_two_rows_and_is_told() -> None:
    k = konsolidasi(1, 3)
    first = k.frames["Rekap Pegawai"]["nip"][0]
    made = siasn_of(changed(k, predikat=["Baik"] * 3, nip=[first, first, "198501012010011002"]))
    assert (len(made.rows), made.twice) == (3, 1)


def test_the_same_input_gives_the_same_bytes_and_a_mark_for_excel() -> None:
    assert siasn_of(konsolidasi()).csv() == siasn_of(konsolidasi()).csv()
    assert siasn_of(konsolidasi()).csv().startswith(b'\xef\xbb\xbf"bulanMulaiPenilaian";')
    assert is_export(siasn_of(konsolidasi(periode=Periode.TAHUNAN)).csv())
    assert not is_export(b"NIP;Nama\r\n")


def test_the_command_writes_whom_it_may_and_tells_the_rest(tmp_path: Path) -> None:
    unit = Unit().person(HEAD, "Siti", format_skp="Pimpinan", golongan="III/d", pangkat="Penata Tk. I")
    unit.iki(HEAD, 1, 1, "10", "10", aspek="").rate(HEAD, SESUAI, SESUAI)
    unit.person(nip(1)).iki(nip(1), 1, 1, "10", "10").rate(nip(1), DI_ATAS, SESUAI)
    unit.person(nip(2)).iki(nip(2), 1, 1, "10", "10")
    unit.person("1985010120100110", "NIP Pendek")
    (tmp_path / "unit").mkdir()
    unit.write(tmp_path / "unit")
    done = kinerja("konsolidasi", tmp_path / "unit", "-o", tmp_path / "m.xlsx", "--siasn", tmp_path / "s.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "s.csv").read_text("utf-8-sig")), delimiter=";"))
    assert [(row["pnsDinilaiOrang"], row["kuadranKinerjaNilai"]) for row in rows] == [(HEAD, "2"), (nip(1), "2")]
    assert (rows[1]["penilaiGolongan"], rows[1]["penilaiUnorNama"]) == ("34", "KELURAHAN UJI")
    assert "4 = 2 ditulis + 2 tidak ditulis" in done.stdout
    assert "1 belum dinilai" in done.stdout
    assert "1 tertahan temuan galat" in done.stdout


def test_a_csv_of_somebody_else_is_not_overwritten(tmp_path: Path) -> None:
    roster = tmp_path / "daftar.csv"
    roster.write_text("NIP;Nama\n")
    done = kinerja("konsolidasi", tmp_path, "-o", tmp_path / "m.xlsx", "--siasn", roster)
    assert done.returncode == 2
    assert "bukan CSV SIASN buatan kinerja_xl" in done.stderr
    assert roster.read_text() == "NIP;Nama\n"


def test_years_before_the_ratings_have_no_csv(tmp_path: Path) -> None:
    unit = Unit(tahun=2020, periode="TAHUNAN")
    unit.person(HEAD, format_skp="").appraise(HEAD)
    (tmp_path / "unit").mkdir()
    unit.write(tmp_path / "unit")
    done = kinerja("konsolidasi", tmp_path / "unit", "-o", tmp_path / "m.xlsx", "--siasn", tmp_path / "s.csv")
    assert done.returncode == 2
    assert "CSV SIASN dibuat mulai tahun 2022" in done.stderr
    assert not (tmp_path / "m.xlsx").exists()
