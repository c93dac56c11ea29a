"""``kinerja regulasi`` and ``--instansi`` as people run them: what is told apart, on which day, in which width."""

from pathlib import Path

import pytest

from tests.regulations.instansi import DASAR, entry, write
from tests.test_cli import kinerja
from tests.workbooks import HEAD, Unit, nip

SCHEME = "Periode yang berakhir pada tanggal ini dinilai menurut "


def told(*arguments: object, cwd: Path, columns: int = 120, encoding: str = "utf-8") -> str:
    done = kinerja("regulasi", *arguments, cwd=cwd, columns=columns, encoding=encoding)
    assert done.returncode == 0
    return done.stdout


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("day", "scheme", "there", "not_there"),
    [
        ("2020-12-31", "PP 46/2011; cara menilai ini dipakai sejak 1 Januari 2014", ["pp46_bobot"], ["iki_tingkat"]),
        (
            "2021-12-31",
            "PermenPANRB 8/2021 dengan PP 30/2019; cara menilai ini dipakai sejak 1 Juli 2021",
            ["permenpanrb-8-2021", "pp-30-2019", "iki_tingkat"],
            ["pp-46-2011", "permenpanrb-6-2022", "saran_hasil"],
        ),
        (
            "2022-12-31",
            "PermenPANRB 6/2022; cara menilai ini dipakai sejak 3 Februari 2022",
            ["matriks_predikat", "saran_hasil"],
            ["se-menpanrb-3-2023", "iki_tingkat"],
        ),
        (
            "2023-06-30",
            "PermenPANRB 6/2022 dengan kurva SE MenPANRB 3/2023; cara menilai ini dipakai sejak 3 Februari 2022",
            ["permenpanrb-6-2022", "se-menpanrb-3-2023"],
            ["permenpanrb-1-2023", "angka_kredit"],
        ),
        (
            "2026-11-24",
            "PermenPANRB 6/2022 dengan kurva SE MenPANRB 3/2023; cara menilai ini dipakai sejak 3 Februari 2022",
            ["permenpanrb-6-2022", "se-menpanrb-3-2023", "permenpanrb-1-2023", "angka_kredit_persen"],
            ["permenpanrb-8-2021"],
        ),
    ],
)
def test_the_law_of_a_day(tmp_path: Path, day: str, scheme: str, there: list[str], not_there: list[str]) -> None:
    text = told("--tanggal", day, cwd=tmp_path)
    assert f"{SCHEME}{scheme}, dan tahun paling awal yang dapat dinilai adalah 2014." in flat(text)
    ids = {word for line in text.splitlines() for word in line.split()[:1]}
    assert set(there) <= ids
    assert not set(not_there) & ids
    assert "SETELAN INSTANSI" not in text


def test_a_day_before_the_first_scheme(tmp_path: Path) -> None:
    text = told("--tanggal", "2013-12-31", cwd=tmp_path)
    assert "Belum ada peraturan yang dimuat untuk periode yang berakhir pada tanggal ini" in text
    assert SCHEME not in text


def test_every_value_is_told_with_article_unit_origin_days_check_and_link(tmp_path: Path) -> None:
    text = told("--tanggal", "2026-11-24", cwd=tmp_path)
    law = text[text.index("pp-30-2019\n") : text.index("permenpanrb-3-2020\n")]
    assert law.splitlines()[2:6] == [
        "  berlaku 29 April 2019 sampai sekarang; diperiksa 24 November 2026",
        "  Penilaian angkanya digantikan rating PermenPANRB 6/2022; batas capaian dan tata cara keberatan tetap dipakai.",
        "  https://www.pasal.id/peraturan/pp/pp-no-30-tahun-2019",
        "    batas_capaian        Pasal 41; satuan: persen                                            dikutip",
    ]
    assert "pp30_predikat        Pasal 41; satuan: nilai 0 sampai 120                                disimpulkan" in law
    one = told("permenpanrb-8-2021", cwd=tmp_path)
    assert "berlaku 1 Juli 2021 sampai 2 Februari 2022; diperiksa 24 November 2026" in one
    assert (
        "tambahan_maksimal\n  PermenPANRB 8/2021, Lampiran (nilai kinerja tambahan); satuan: nilai (dikutip)\n    10\n"
        in one
    )
    general = told("setelan-umum", cwd=tmp_path)
    assert "tahun_pppk_pertama\n  Setelan lokal, pilihan lokal; satuan: tahun (setelan bawaan)" in general
    assert "    2019\n\ngolongan_jabatan\n" in general
    assert general.endswith("    (kosong)\n")


def test_law_defaults_and_the_offices_own_are_told_apart(tmp_path: Path) -> None:
    write(
        tmp_path,
        entry("saran_hasil", "{ sesuai = 80 }", sejak="2026-01-01"),
        entry("batas_capaian", "110", sejak="2026-01-01", sampai="2026-12-31", dasar="Perwali 9/2026"),
        entry("unit_kecil", "3", sejak="2027-01-01"),
    )
    text = told("--tanggal", "2026-11-24", cwd=tmp_path)
    law, rest = text.split("SETELAN BAWAAN KINERJA_XL (pilihan lokal, bukan ketentuan)")
    defaults, own = rest.split("SETELAN INSTANSI: PEMERINTAH KOTA CONTOH (instansi.toml)")
    assert "PERATURAN NASIONAL" in law
    assert "    batas_capaian: diganti Perwali 9/2026\n" in law
    assert f"    saran_hasil: diganti {DASAR}\n" in defaults
    assert "unit_kecil         pilihan lokal; satuan: orang" in defaults
    assert f"saran_hasil {DASAR}; satuan: persen capaian; berlaku 1 Januari 2026" in flat(own)
    assert "Perwali 9/2026; satuan: persen; berlaku 1 Januari 2026 sampai 31 Desember 2026;" in flat(own)
    assert own.count("setelan instansi") == 2
    assert "1 ketentuan lain dari berkas ini tidak berlaku pada tanggal ini." in own


@pytest.mark.parametrize("asked", ["instansi", "INSTANSI", "kota"])
def test_the_offices_entries_in_full(tmp_path: Path, asked: str) -> None:
    path = write(
        tmp_path,
        entry("arah_bawaan", '{ Waktu = "Makin kecil makin baik" }', sejak="2026-01-01", sampai="2026-12-31"),
        entry("kepala_dihitung", "false"),
        entry("penanda_tangan", "[]"),
    )
    path.rename(tmp_path / "kota.toml")
    text = told(asked, "--instansi", "kota.toml", cwd=tmp_path)
    assert text == (
        "SETELAN INSTANSI: PEMERINTAH KOTA CONTOH (kota.toml)\n\n"
        f"arah_bawaan\n  {DASAR} (setelan instansi)\n"
        "  berlaku 1 Januari 2026 sampai 31 Desember 2026; diperiksa 24 November 2026\n"
        "  Dilengkapi dari setelan bawaan: Kuantitas, Kualitas, Biaya.\n"
        "    Kuantitas: Makin besar makin baik\n    Kualitas: Makin besar makin baik\n"
        "    Waktu: Makin kecil makin baik\n    Biaya: Makin besar makin baik\n\n"
        f"kepala_dihitung\n  {DASAR} (setelan instansi)\n"
        "  berlaku 1 Januari 2020 sampai sekarang; diperiksa 24 November 2026\n    tidak\n\n"
        f"penanda_tangan\n  {DASAR} (setelan instansi)\n"
        "  berlaku 1 Januari 2020 sampai sekarang; diperiksa 24 November 2026\n    (kosong)\n"
    )


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("arguments", [(), ("instansi",), ("permenpanrb-6-2022",), ("pp-46-2011",)])
def test_it_fits_a_windows_console(tmp_path: Path, columns: int, arguments: tuple[str, ...]) -> None:
    write(tmp_path, entry("tindak_lanjut", f'{{ Baik = "{"Teruskan kinerja yang baik ini. " * 6}" }}'))
    lines = told(*arguments, cwd=tmp_path, columns=columns, encoding="cp1252").splitlines()
    assert max(map(len, lines)) <= columns
    assert [line for line in lines if line != line.rstrip()] == []
    assert "?" not in "".join(lines)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("instansi", "Tidak ada instansi.toml di folder ini. Sebut berkas setelan dengan --instansi."),
        (
            "pp-30-2018",
            "setelan-lokal, permenpanrb-6-2022, se-menpanrb-3-2023, permenpanrb-1-2023, instansi. Maksudnya 'pp-30-2019'?",
        ),
    ],
)
def test_what_there_is_not(tmp_path: Path, asked: str, said: str) -> None:
    done = kinerja("regulasi", asked, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Kesalahan: ")
    assert done.stderr.strip().endswith(said)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with a unit (Budi: 9,5 of 10, behaviour 2) and settings that lower both thresholds."""
    made = Unit().person(HEAD, "Siti Penilai", format_skp="Pimpinan").iki(HEAD, 1, 1, "10", "10", aspek="")
    made.rate(HEAD, "Sesuai Ekspektasi", "Sesuai Ekspektasi")
    made.person(nip(1), "Budi Contoh").iki(nip(1), 1, 1, "10", "9,5").rate(
        nip(1), "Sesuai Ekspektasi", "Sesuai Ekspektasi"
    )
    made.write(tmp_path)
    write(tmp_path, entry("saran_hasil", "{ di_atas = 94 }"), entry("surat", '{ nomor = "{nomor}/KHUSUS" }'))
    return tmp_path


def test_jelaskan_suggests_by_the_offices_thresholds_and_names_its_basis(office: Path) -> None:
    done = kinerja("jelaskan", "--nip", nip(1), "unit.xlsx", cwd=office)
    assert "Setelan instansi: instansi.toml, 2 ketentuan" in done.stderr
    assert done.stderr.count("Setelan instansi") == 1
    assert "di atas 94%" in done.stdout
    assert f"= Di Atas Ekspektasi   [{DASAR}]" in done.stdout
    (office / "instansi.toml").rename(office / "lain.toml")
    usual = kinerja("jelaskan", "--nip", nip(1), "unit.xlsx", cwd=office)
    assert "Setelan instansi" not in usual.stderr
    assert "= Sesuai Ekspektasi   [Setelan lokal, saran, bukan ketentuan]" in usual.stdout
    named = kinerja("jelaskan", "--nip", nip(1), "unit.xlsx", "--instansi", "lain.toml", cwd=office)
    assert named.stdout == done.stdout


def test_periksa_konsolidasi_and_surat_follow_the_settings(office: Path) -> None:
    checked = kinerja("periksa", "unit.xlsx", "--format", "json", cwd=office)
    assert "Setelan instansi: instansi.toml, 2 ketentuan" in checked.stderr
    done = kinerja("konsolidasi", "unit.xlsx", "-o", "m.xlsx", "--surat", "s1", "--tanggal", "2026-07-20", cwd=office)
    assert done.stderr.count("Setelan instansi") == 1
    again = kinerja("surat", "m.xlsx", "-o", "s2", "--tanggal", "2026-07-20", cwd=office)
    assert again.returncode == 0
    first, second = (sorted((office / name).rglob("*.docx")) for name in ("s1", "s2"))
    assert [p.read_bytes() for p in first] == [p.read_bytes() for p in second]
    assert len(first) == 2
    (office / "instansi.toml").unlink()
    kinerja("surat", "m.xlsx", "-o", "s3", "--tanggal", "2026-07-20", cwd=office)
    assert first[0].read_bytes() != min((office / "s3").rglob("*.docx")).read_bytes()


@pytest.mark.parametrize(
    "command",
    [
        ("periksa", "unit.xlsx"),
        ("konsolidasi", "unit.xlsx", "-o", "m.xlsx"),
        ("surat", "unit.xlsx", "-o", "s"),
        ("jelaskan", "--nip", HEAD, "unit.xlsx"),
        ("regulasi",),
    ],
)
def test_a_wrong_file_stops_every_command_in_one_line(office: Path, command: tuple[str, ...]) -> None:
    write(office, entry("saran_hsl", "1"))
    done = kinerja(*command, cwd=office)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Kesalahan: instansi.toml: kunci 'ketentuan.saran_hsl' tidak dikenal. Yang boleh: ")
    assert done.stderr.endswith("Maksudnya 'saran_hasil'?\n")
    assert {p.name for p in office.iterdir()} == {"unit.xlsx", "instansi.toml"}
    gone = kinerja(*command, "--instansi", "tidak-ada.toml", cwd=office)
    assert (gone.returncode, gone.stdout) == (2, "")
    assert gone.stderr == "Kesalahan: tidak-ada.toml tidak ditemukan. Periksa nama berkas atau foldernya.\n"
