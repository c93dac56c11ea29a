"""``kinerja formulir skp``: a form for everybody on the roster, prefilled, with last year's plan where it is asked for."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kinerja_xl.cli import app
from kinerja_xl.forms.skp.blank import file_paths
from kinerja_xl.forms.skp.content import SkpContent
from kinerja_xl.forms.skp.fill import fill_skp
from kinerja_xl.gathering.read_form import read_form
from kinerja_xl.gathering.staff_form import StaffForm
from kinerja_xl.roster import RosterEntry
from tests.forms.skp.blank_forms import JA_JF, blank
from tests.workbooks import PERSON, grid, nip

HEADER = "Kode Unit;Nama Unit;NIP;Nama;Gol. Ruang;Jabatan;Format SKP;Pendekatan;Nama Penilai"
ROWS = (
    f"UJI-01;KELURAHAN UJI;{nip(1)};Budi Contoh;III/a;Pengelola Data;JA/JF;Kuantitatif;Siti Penilai",
    f"UJI-01;KELURAHAN UJI;{nip(2)};Ani Contoh;III/b;Pengelola Data;JA/JF;Kualitatif;Siti Penilai",
    f"UJI-02;KELURAHAN LAIN;{nip(3)};Budi Contoh;IV/a;Lurah;Pimpinan;Kuantitatif;Rahmat Atasan",
)
PLAN = {"no_rhk": "1", "no_iki": "1", "kategori": "Utama", "rhk": "Hasil lama", "rhk_pimpinan": "Hasil atasan"}
LAST_YEAR = SkpContent(
    PERSON | {"nip": nip(1), "jabatan": "Jabatan Lama", "mulai": "2026-03-01", "instansi": "KOTA UJI"},
    {
        "rencana": [PLAN | {"aspek": "Waktu", "indikator": "Ukuran lama", "target": "12 Bulan", "target_tw1": "3"}],
        "realisasi": [{"no_rhk": "1", "no_iki": "1", "realisasi_tw1": "3", "bukti_tw1": "laporan.pdf"}],
        "perilaku": [{"nilai": "Loyal", "ekspektasi": "Setia", "umpan_balik_tw1": "Bagus", "skor_tw1": "2"}],
        "penilaian": [{"periode": "TW1", "rating_hasil": "Sesuai Ekspektasi", "tanggal": "2026-04-07"}],
    },
    {"capaian_tw1": "Baik"},
    {"dukungan": ["Komputer"]},
)


class Office:
    """A folder with a roster and what the command makes of it."""

    def __init__(self, folder: Path, *rows: str) -> None:
        self.folder, self.roster, self.target = folder, folder / "daftar.csv", folder / "formulir"
        self.roster.write_text("\n".join((HEADER, *rows)), encoding="utf-8")

    def run(self, *more: str | Path) -> Result:
        command = ("formulir", "skp", "--daftar", self.roster, "-o", self.target, *more)
        return CliRunner().invoke(app, [str(word) for word in command])

    def form(self, name: str) -> StaffForm:
        return read_form(next(self.target.rglob(name)))

    def last_year(self, content: SkpContent = LAST_YEAR) -> Path:
        path = self.folder / "lama" / "skp.xlsx"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(fill_skp(blank(JA_JF), JA_JF, content))
        return path.parent


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path, *ROWS)


@pytest.fixture
def single(tmp_path: Path) -> Office:
    """An office with one person: quick."""
    return Office(tmp_path, ROWS[0])


def test_everybody_has_a_form_in_the_folder_of_the_unit(office: Office) -> None:
    result = office.run("--tahun", "2027")
    assert result.exit_code == 0
    assert sorted(path.relative_to(office.target).as_posix() for path in office.target.rglob("*.xlsx")) == [
        f"kelurahan-lain/skp-2027-budi-contoh-{nip(3)}.xlsx",
        f"kelurahan-uji/skp-2027-ani-contoh-{nip(2)}.xlsx",
        f"kelurahan-uji/skp-2027-budi-contoh-{nip(1)}.xlsx",
    ]
    assert "3 Formulir SKP tahun 2027 dari 2 unit" in result.stdout
    assert "kinerja himpun" in result.stderr


def test_identity_and_variant_come_from_the_roster(office: Office) -> None:
    office.run("--tahun", "2027")
    head = office.form(f"*{nip(3)}.xlsx")
    assert (head.tahun, head.kode_unit, head.nama_unit) == ("2027", "UJI-02", "KELURAHAN LAIN")
    assert head.pegawai == {
        "nip": nip(3),
        "nama": "Budi Contoh",
        "golongan": "IV/a",
        "jabatan": "Lurah",
        "nama_penilai": "Rahmat Atasan",
        "format_skp": "Pimpinan",
        "pendekatan": "Kuantitatif",
    }
    assert office.form(f"*{nip(2)}.xlsx").pegawai["pendekatan"] == "Kualitatif"
    assert head.findings == []


def test_last_years_plan_is_carried_over_and_nothing_of_its_results(single: Office) -> None:
    result = single.run("--tahun", "2027", "--lanjutan", single.last_year())
    assert "1 memuat rencana formulir lama, 0 tanpa formulir lama." in result.stdout
    form = single.form(f"*{nip(1)}.xlsx")
    (row,) = form.rows["rencana"]
    assert (row["rhk"], row["indikator"], row["target"], row["satuan"], row["target_tw1"]) == (
        "Hasil lama",
        "Ukuran lama",
        "12",
        "Bulan",
        "3",
    )
    assert form.rows["realisasi"] == [{"no_rhk": "1", "no_iki": "1"}]
    assert form.rows["perilaku"] == [{"nilai": "Loyal", "ekspektasi": "Setia"}]
    assert "penilaian" not in form.rows
    assert form.unit == {}
    assert form.lists["dukungan"] == ["Komputer"]


def test_the_roster_knows_better_than_last_year(single: Office) -> None:
    single.run("--tahun", "2027", "--lanjutan", single.last_year())
    person = single.form(f"*{nip(1)}.xlsx").pegawai
    assert (person["jabatan"], person["nama_atasan"]) == ("Pengelola Data", "Rahmat Atasan")
    assert "mulai" not in person


def test_a_form_that_cannot_be_read_is_named_and_the_rest_goes_on(single: Office) -> None:
    folder = single.last_year()
    (folder / "rusak.xlsx").write_bytes(b"bukan buku kerja")
    result = single.run("--lanjutan", folder)
    assert result.exit_code == 0
    assert "Dilewati: rusak.xlsx" in result.stderr


def test_a_plan_without_room_in_the_form_is_told_and_left_out(single: Office) -> None:
    csv = single.folder / f"skp-{nip(1)}.csv"
    header = "No,Rencana Hasil Kerja,Indikator Kinerja Individu,Target,Tahun"
    lines = [f"{n},Hasil {n},Ukuran {n},1,2026" for n in range(1, 18)]
    csv.write_text("\n".join((header, *lines)), encoding="utf-8-sig")
    result = single.run("--tahun", "2027", "--lanjutan", csv)
    assert "lebih dari 15 RHK utama" in result.stderr
    assert "rencana" not in single.form(f"*{nip(1)}.xlsx").rows


def test_nothing_is_overwritten(single: Office) -> None:
    single.run("--tahun", "2027")
    before = {path: path.read_bytes() for path in single.target.rglob("*.xlsx")}
    result = single.run("--tahun", "2027")
    assert result.exit_code != 0
    assert {path: path.read_bytes() for path in single.target.rglob("*.xlsx")} == before


def test_years_before_the_ratings_have_another_form(single: Office) -> None:
    result = single.run("--tahun", "2021")
    assert "mulai tahun 2022" in str(result.exception)
    assert not single.target.exists()


def test_people_without_nip_and_of_the_same_name_keep_apart(tmp_path: Path) -> None:
    office = Office(tmp_path, "UJI;KELURAHAN UJI;;Budi;III/a;Staf;;;Siti", "UJI;KELURAHAN UJI;;Budi;III/b;Staf;;;Siti")
    office.run("--tahun", "2027")
    names = sorted(path.name for path in office.target.rglob("*.xlsx"))
    assert names == ["skp-2027-budi-2.xlsx", "skp-2027-budi.xlsx"]
    grades = [read_form(path).pegawai["golongan"] for path in sorted(office.target.rglob("*.xlsx"))]
    assert grades == ["III/b", "III/a"]


def staff(*rows: str) -> list[RosterEntry]:
    """People by ``code;name of the unit;NIP;name``."""
    parts = [row.split(";") for row in rows]
    return [RosterEntry(n, kode, unit, {"nip": who, "nama": nama}) for n, (kode, unit, who, nama) in enumerate(parts)]


UNITS: dict[str, tuple[tuple[str, ...], list[str]]] = {
    "equal names": (
        ("U-1;UPTD Uji;1;Budi", "U-2;UPTD Uji;2;Budi", "U-1;UPTD Uji;3;Ani"),
        ["uptd-uji-u-1/skp-2026-budi-1", "uptd-uji-u-2/skp-2026-budi-2", "uptd-uji-u-1/skp-2026-ani-3"],
    ),
    "names alike on a disk": (
        ("U-1;Kantor (Uji);;Budi", "U-2;KANTOR UJI;;Budi"),
        ["kantor-uji-u-1/skp-2026-budi", "kantor-uji-u-2/skp-2026-budi"],
    ),
    "no latin letters": (
        ("甲;甲;;一", "乙;乙;;二", "乙;乙;;二"),
        ["unit-unit/skp-2026-pegawai", "unit-unit-2/skp-2026-pegawai", "unit-unit-2/skp-2026-pegawai-2"],
    ),
    "one unit, its code in other capitals": (
        ("u-1;Uji;1;Budi", "U-1 ;Uji;2;Ani"),
        ["uji/skp-2026-budi-1", "uji/skp-2026-ani-2"],
    ),
    "a name like a numbered one": (
        ("U;Uji;;Budi", "U;Uji;;Budi", "U;Uji;;Budi 2"),
        ["uji/skp-2026-budi", "uji/skp-2026-budi-2", "uji/skp-2026-budi-2-2"],
    ),
    "no number at all": (("U;Uji;../x;Budi",), ["uji/skp-2026-budi-x"]),
}


@pytest.mark.parametrize("name", UNITS)
def test_every_unit_has_its_own_folder_and_everybody_a_file(name: str) -> None:
    rows, expected = UNITS[name]
    assert [path.as_posix().removesuffix(".xlsx") for path in file_paths(staff(*rows), 2026)] == expected


def test_objection_boxes_on_request(single: Office) -> None:
    single.run("--keberatan")
    path = next(single.target.rglob("*.xlsx"))
    assert "KEBERATAN" in {cell for row in grid(path, "Dokumen Evaluasi") for cell in row}


def test_rank_and_unit_of_officials_come_from_the_roster(tmp_path: Path) -> None:
    header = "Kode Unit;Nama Unit;NIP;Nama;Pangkat;Gol. Ruang;Format SKP;NIP Penilai;NIP Atasan Penilai"
    rows = (
        f"UJI-01;KELURAHAN UJI;{nip(1)};Budi Contoh;Penata Muda;III/a;JA/JF;{nip(3)};{nip(5)}",
        f"UJI-01;KELURAHAN UJI;{nip(3)};Siti Contoh;Penata;III/c;Pimpinan;{nip(5)};",
        f"UJI-02;KECAMATAN UJI;{nip(5)};Rahmat Contoh;;IV/a;Pimpinan;;",
    )
    made = Office(tmp_path, *rows)
    made.roster.write_text("\n".join((header, *rows)), encoding="utf-8")
    assert made.run("--tahun", "2027").exit_code == 0
    cells = {row[0]: row[1] for row in grid(next(made.target.rglob(f"*{nip(1)}.xlsx")), "Identitas")}
    assert cells["Pangkat/gol. ruang penilai"] == "Penata (III/c)"
    assert cells["Unit kerja penilai"] == "KELURAHAN UJI"
    assert cells["Pangkat/gol. ruang atasan penilai"] == "IV/a"
    assert cells["Unit kerja atasan penilai"] == "KECAMATAN UJI"
