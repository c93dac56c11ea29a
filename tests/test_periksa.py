"""``kinerja periksa`` as people use it: groups, counts, the JSON document and its schema, marked copies, the office's own severities."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openpyxl.comments import Comment

from kinerja_xl.checks import RULES
from kinerja_xl.package import read_parts, write_parts
from tests.regulations.instansi import entry, write
from tests.test_cli import kinerja
from tests.workbooks import HEAD, Unit, as_openpyxl, nip

TAHUN = 2022
"""A year without a curve, in which a unit of one person can be in order."""


def without_evidence(number: int) -> Unit:
    """A unit whose first ``number`` indicators have results, but no evidence."""
    unit = Unit(tahun=TAHUN).person(nip(1), nip_penilai=HEAD)
    for row in range(1, number + 1):
        unit.iki(nip(1), row, 1, "10", "9")
        unit.rows["realisasi"][-1].pop("bukti_tw2")
    return unit


def clean() -> Unit:
    """A unit of one person in order: the result of the unit is there, the head is the person."""
    unit = Unit(tahun=TAHUN).person(
        HEAD, "Siti Penilai", nip_penilai=nip(2), jenis_jabatan="Pengawas", format_skp="Pimpinan"
    )
    unit.rows["pegawai"][0] |= {"golongan": "III/d", "pangkat": "Penata Tk. I", "jabatan": "Lurah Uji"}
    unit.iki(HEAD, 1, 1, "10", "10", rhk_pimpinan="", aspek="")
    return unit.rate(HEAD, "Sesuai Ekspektasi", "Sesuai Ekspektasi", tanggal="2022-07-05")


def test_the_same_fault_in_many_rows_is_told_once_with_all_cells(tmp_path: Path) -> None:
    path = without_evidence(40).write(tmp_path)
    told = kinerja("periksa", path).stdout
    lines = [line for line in told.splitlines() if "REA002" in line]
    assert len(lines) == 1
    assert "REA002  Realisasi!L6:L45: 40 kali Realisasi tanpa bukti dukung" in lines[0]
    assert "Misalnya L6: Realisasi '9' milik Budi Contoh (indikator 1.1) belum ada bukti dukungnya." in told
    apart = kinerja("periksa", path, "--rinci").stdout
    assert len([line for line in apart.splitlines() if "REA002" in line]) == 40


def test_a_list_that_is_cut_says_so(tmp_path: Path) -> None:
    unit = without_evidence(40)
    for row in unit.rows["realisasi"][::2]:
        row["bukti_tw2"] = "laporan.pdf"
    told = kinerja("periksa", unit.write(tmp_path)).stdout
    assert "Realisasi!L7, L9, L11, L13, L15, L17, L19, L21, L23, L25, L27, L29, dan 8 lainnya: 20 kali" in told


def test_nothing_found_is_said_with_what_was_read(tmp_path: Path) -> None:
    done = kinerja("periksa", clean().write(tmp_path))
    # Unit 12 entries; a row of Pegawai 14; 7 behaviours of 2; a plan without pimpinan and aspek 8; a result 6; a rating 6
    assert done.stdout.strip() == "1 berkas, 1 pegawai, 1 indikator, 60 sel isian diperiksa: Tidak ada temuan."
    assert done.returncode == 0


def test_the_document_keeps_to_its_schema_and_cuts_nothing(tmp_path: Path) -> None:
    schema = json.loads(kinerja("periksa", "--skema").stdout)
    Draft202012Validator.check_schema(schema)
    path = without_evidence(40).write(tmp_path)
    for arguments in ([path], [tmp_path / "teks.xlsx"]):
        (tmp_path / "teks.xlsx").write_text("bukan buku kerja")
        document = json.loads(kinerja("periksa", *arguments, "--format", "json").stdout)
        Draft202012Validator(schema).validate(document)
    document = json.loads(kinerja("periksa", path, "--format", "json").stdout)
    assert len([t for t in document["temuan"] if t["kode"] == "REA002"]) == 40
    assert document["dibaca"] == {"berkas": 1, "pegawai": 1, "indikator": 40, "sel": 12 + 14 + 14 + 40 * (10 + 5)}


def test_what_the_office_changed_is_said(tmp_path: Path) -> None:
    path = without_evidence(3).write(tmp_path)
    isi = '{ REA002 = { tingkat = "mati", alasan = "Bukti diperiksa di SIMPEG." } }'
    own = write(tmp_path, entry("pemeriksaan", isi, dasar="Perwali Contoh 12/2026"))
    told = kinerja("periksa", path, "--instansi", own).stdout
    assert "belum ada bukti" not in told
    assert "REA002  dimatikan, 3 temuan tidak ditampilkan: Bukti diperiksa di SIMPEG. (Perwali Contoh 12/2026)" in told
    document = json.loads(kinerja("periksa", path, "--instansi", own, "--format", "json").stdout)
    (changed,) = document["aturan_diubah"]
    assert (changed["kode"], changed["tingkat"], changed["tidak_ditampilkan"]) == ("REA002", "mati", 3)
    explained = kinerja("jelaskan", "REA002", "--instansi", own).stdout
    assert "REA002  Realisasi tanpa bukti dukung  (mati)" in explained
    assert "Diubah instansi: bawaannya peringatan; Bukti diperiksa di SIMPEG." in explained


def test_marked_copies_are_written_for_workbooks_with_findings_alone(tmp_path: Path) -> None:
    units, copies = tmp_path / "unit", tmp_path / "bertanda"
    (units / "dalam").mkdir(parents=True)
    (units / "teks.xlsx").write_text("bukan buku kerja")
    made = {
        "a.xlsx": without_evidence(2).write(units, "a.xlsx"),
        "dalam/a.xlsx": Unit("LAIN", "UJI-03", tahun=TAHUN).person(nip(8)).write(units / "dalam", "a.xlsx"),
    }
    bersih = clean()
    bersih.kode, bersih.nama = "UJI-02", "KELURAHAN BERSIH"
    bersih.write(units, "bersih.xlsx")
    before = {name: path.read_bytes() for name, path in made.items()}
    done = kinerja("periksa", units, "--tandai", copies)
    assert sorted(p.relative_to(copies).as_posix() for p in copies.rglob("*.xlsx")) == ["a.xlsx", "dalam/a.xlsx"]
    assert {name: path.read_bytes() for name, path in made.items()} == before
    assert "Tidak ditandai: teks.xlsx: BRK001" in done.stderr
    assert "2 salinan bertanda" in done.stderr
    assert kinerja("periksa", copies).stdout.count("REA002") == done.stdout.count("REA002") == 1


@pytest.mark.parametrize("target", ["unit/bertanda", "unit", "penuh"])
def test_marked_copies_never_lie_among_the_workbooks_nor_over_anything(tmp_path: Path, target: str) -> None:
    for folder in ("unit", "penuh"):
        (tmp_path / folder).mkdir()
    without_evidence(1).write(tmp_path / "unit")
    (tmp_path / "penuh" / "catatan.txt").write_text("penting")
    before = sorted(p.as_posix() for p in tmp_path.rglob("*"))
    done = kinerja("periksa", "unit", "--tandai", target, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("Kesalahan: ")
    assert sorted(p.as_posix() for p in tmp_path.rglob("*")) == before


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_has_an_example_and_is_readable(code: str) -> None:
    rule = RULES[code]
    assert rule.contoh.strip()
    assert rule.dasar.strip()
    assert rule.title[0].isupper()
    assert not rule.title.endswith(".")


def test_rules_are_listed_all_or_by_family() -> None:
    everything = kinerja("jelaskan").stdout.splitlines()
    assert [line.split()[0] for line in everything] == sorted(RULES)
    family = kinerja("jelaskan", "rea").stdout.splitlines()
    assert [line.split()[0] for line in family] == sorted(code for code in RULES if code.startswith("REA"))


def test_the_words_of_a_rule_are_readable() -> None:
    told = kinerja("jelaskan", "REA005").stdout
    assert "{" not in told
    assert "Bunyinya: [judul kolom] '[isi sel]' milik [nama pegawai] bersatuan persen" in told


def test_periksa_holds_the_people_against_a_roster(tmp_path: Path) -> None:
    roster = tmp_path / "daftar.csv"
    roster.write_text(f"NIP;Nama;Nama Unit\n{nip(7)};Wulan Belum Kirim;KELURAHAN UJI\n", encoding="utf-8")
    done = kinerja("periksa", clean().write(tmp_path), "--daftar", roster, "--format", "json")
    found = [(f["kode"], f["nip"], f["sel"]) for f in json.loads(done.stdout)["temuan"]]
    assert sorted(found) == [("GAB003", nip(7), ""), ("GAB004", HEAD, "A6")]


def test_nothing_to_mark_is_said(tmp_path: Path) -> None:
    done = kinerja("periksa", clean().write(tmp_path), "--tandai", tmp_path / "tanda")
    assert "Tidak ada salinan yang ditulis" in done.stderr
    assert not (tmp_path / "tanda").exists()


def test_copies_of_the_same_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    here, there = tmp_path / "z" / "a", tmp_path / "a"
    for folder in (here, there):
        folder.mkdir(parents=True)
        without_evidence(1).write(folder)
    kinerja("periksa", "a", "../a", "--tandai", "tanda", cwd=tmp_path / "z")
    assert len(list((tmp_path / "z" / "tanda").rglob("*.xlsx"))) == 2


def test_a_file_with_broken_notes_is_named_and_the_others_are_marked(tmp_path: Path) -> None:
    folder = tmp_path / "unit"
    folder.mkdir()
    without_evidence(1).write(folder, "b.xlsx")
    second = without_evidence(1)
    second.kode, second.nama = "UJI-02", "KELURAHAN LAIN"
    book = as_openpyxl(second.bytes())
    book["Realisasi"]["A1"].comment = Comment("lihat", "Siti")
    book.save(folder / "a.xlsx")
    parts = read_parts((folder / "a.xlsx").read_bytes())
    name = next(part for part in parts if "comment" in part and part.endswith(".xml"))
    parts[name] = re.sub(rb"<authors>.*</authors>", b"<authors/>", parts[name])
    (folder / "a.xlsx").write_bytes(write_parts(parts))
    done = kinerja("periksa", folder, "--tandai", tmp_path / "tanda")
    assert "Tidak ditandai: a.xlsx" in done.stderr
    assert [copy.name for copy in (tmp_path / "tanda").iterdir()] == ["b.xlsx"]
