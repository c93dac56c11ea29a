"""``kinerja himpun`` as people type it: what is said, what is written, how it ends."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kinerja_xl import cli_himpun
from kinerja_xl.checks import RULES, himpun
from kinerja_xl.checks.penyesuaian import is_fixed
from kinerja_xl.cli import app
from kinerja_xl.consolidation.master_findings import write_findings
from kinerja_xl.consolidation.run import check_all
from kinerja_xl.consolidation.sources import Source
from kinerja_xl.findings import Severity
from kinerja_xl.forms.faults import Fault
from kinerja_xl.forms.read import read_workbook
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.foreign.mapping import Map, Unknown
from kinerja_xl.gathering.foreign.report import ForeignForm
from kinerja_xl.gathering.sources import find_forms
from kinerja_xl.gathering.staff_form import StaffForm
from kinerja_xl.replace import is_backup
from tests.gathering.forms import form, plan, whole
from tests.workbooks import Unit, nip

FAULTS = [fault for fault in vars(faults).values() if isinstance(fault, Fault)]
RUNNER = CliRunner()


class Forms:
    """A folder of staff forms whose content the test gives, so that no reader is needed."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder / "formulir"
        self.folder.mkdir()
        self.target = folder / "unit.xlsx"
        self.sent: dict[str, StaffForm] = {}
        self.maps: list[Map] = []
        patch.setattr(cli_himpun, "read_forms", self._read)

    def _read(self, sources: Sequence[Source], peta: Map, **_: object) -> list[StaffForm]:
        self.maps.append(peta)
        return [self.sent[source.name] for source in sources]

    def put(self, *forms: StaffForm) -> "Forms":
        for sent in forms:
            (self.folder / sent.berkas).write_bytes(b"formulir")
            self.sent[sent.berkas] = sent
        return self

    def run(self, *words: str | Path) -> tuple[int, str, str]:
        everything = ["himpun", str(self.folder), "-o", str(self.target), *map(str, words)]
        result = RUNNER.invoke(app, everything)
        code = result.exit_code if not isinstance(result.exception, Exception) else 2
        return code, result.stdout, f"{result.stderr}{result.exception or ''}"


@pytest.fixture
def forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Forms:
    return Forms(tmp_path, monkeypatch)


def test_forms_become_a_new_workbook_that_can_be_checked(forms: Forms) -> None:
    code, told, said = forms.put(whole(1), whole(2)).run()
    assert code == 0
    assert "KELURAHAN UJI, tahun 2026" in told
    assert "2 = 2 dihimpun + 0 sama + 0 ditolak" in told
    assert "2 = 2 mengirim formulir + 0 belum" in told
    assert "buku kerja baru" in told
    assert said.splitlines()[-1] == f"Berikutnya: kinerja periksa {forms.target}"
    assert check_all([read_workbook(forms.target)]).tables.rencana["nip"].tolist() == [nip(1)] * 2 + [nip(2)] * 2


def test_a_second_run_says_that_nothing_changes(forms: Forms) -> None:
    forms.put(whole(1)).run()
    code, told, _ = forms.run()
    assert (code, len(list(forms.target.parent.iterdir()))) == (0, 2)
    assert "sudah sesuai, tidak ditulis" in told


def test_a_trial_writes_nothing_and_says_how_to_go_on(forms: Forms) -> None:
    code, told, said = forms.put(whole(1)).run("--uji-coba")
    assert (code, forms.target.exists()) == (0, False)
    assert "akan ditulis, tidak ada yang ditulis" in told
    assert said.splitlines()[-1] == f"Berikutnya: kinerja himpun {forms.folder} -o {forms.target}"


def test_findings_are_told_in_groups_and_a_galat_ends_with_one(forms: Forms) -> None:
    Unit(kode="UJI-01").person(nip(1), "Pegawai 1").person(nip(2), "Pegawai 2").person(nip(3), "Pegawai 3").write(
        forms.target.parent
    )
    other = form(4, tahun="2025")
    other.tahun = "2025"
    code, told, said = forms.put(plan(form(1), 1, 1), other).run()
    assert code == 1
    assert "HMP005" in told
    assert "2 kali Pegawai belum mengirim formulir" in told
    assert "--rinci" in said
    assert "2 kali" not in forms.run("--rinci")[1]
    assert "3 = 1 mengirim formulir + 2 belum" in told


def test_an_example_without_a_cell_names_none(forms: Forms) -> None:
    rows = [f"UJI-01;KELURAHAN UJI;{nip(n)};Pegawai {n}" for n in (1, 2, 3)]
    roster = forms.folder.parent / "daftar.csv"
    roster.write_text("\n".join(["Kode Unit;Nama Unit;NIP;Nama", *rows]), "utf-8")
    told = forms.put(plan(form(1), 1, 1)).run("--daftar", roster)[1]
    assert "      Misalnya: Pegawai 2" in told


def test_differences_stay_unless_the_form_is_preferred(forms: Forms) -> None:
    forms.put(whole(1)).run()
    forms.sent["skp-001.xlsx"].rows["rencana"][0]["target"] = "99"
    code, told, _ = forms.run()
    assert code == 0
    assert "berbeda: di buku kerja '10', di formulir '99'. Isian buku kerja (Rencana!J6) tetap." in told
    _, told, _ = forms.run("--utamakan", "formulir", "--nip", f" {nip(1)[:8]} {nip(1)[8:]}")
    assert "1 ditulis (1 menggantikan isian lain)" in told
    assert "Isian buku kerja (Rencana!J6) diganti dengan isian formulir." in told
    assert "himpun dengan --utamakan" not in told
    (backup,) = (path for path in forms.target.parent.iterdir() if is_backup(path))
    assert f"cadangan {backup.name}" in told
    assert forms.run()[1].count("HMP009") == 0


def test_what_is_no_form_is_passed_over_and_said(forms: Forms) -> None:
    forms.put(whole(1))
    Unit().person(nip(1)).write(forms.folder, "lain.xlsx")
    (forms.folder / "lain.cadangan-20261124-1530.xlsx").write_bytes(b"x")
    (forms.folder / "catatan.txt").write_text("x", encoding="utf-8")
    (forms.folder / "~$skp-001.xlsx").write_bytes(b"x")
    roster = forms.folder / "daftar.csv"
    roster.write_text(f"NIP;Nama;Nama Unit\n{nip(1)};Pegawai 1;KELURAHAN UJI\n", encoding="utf-8")
    write_findings(check_all([read_workbook(forms.folder / "lain.xlsx")]), forms.folder / "temuan.xlsx", {})
    code, _, said = forms.run("--daftar", roster)
    assert code == 0
    assert "Dilewati: temuan.xlsx adalah daftar temuan dari kinerja_xl, bukan formulir pegawai." in said
    assert "Dilewati: lain.xlsx adalah Buku Kerja Unit, bukan formulir pegawai." in said
    assert "Dilewati: lain.cadangan-20261124-1530.xlsx adalah cadangan yang disimpan kinerja_xl." in said


def test_csv_files_are_forms_only_here(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x", encoding="utf-8")
    assert [source.name for source in find_forms([tmp_path]).forms] == ["a.csv"]
    assert RUNNER.invoke(app, ["periksa", str(tmp_path)]).exit_code != 0


def test_the_workbook_itself_is_no_form(forms: Forms) -> None:
    forms.put(whole(1))
    forms.target = forms.folder / "unit.xlsx"
    assert forms.run()[0] == 0
    code, told, said = forms.run()
    assert (code, "Dilewati" in said, "sudah sesuai" in told) == (0, False, True)


def test_the_document(forms: Forms) -> None:
    other = form(4)
    other.tahun = "2025"
    forms.put(whole(1), other)
    code, told, _ = forms.run("--format", "json", "--tahun", "2026")
    document = json.loads(told)
    assert code == 1
    assert (document["baru"], document["ditulis"], document["kesalahan"]) == (True, True, "")
    assert document["formulir"] == {"dibaca": 2, "dihimpun": 1, "sama": 0, "ditolak": 1, "di_luar_nip": 0}
    assert document["jumlah"] == {"galat": 1, "peringatan": 0, "info": 1}
    assert sorted(f["kode"] for f in document["temuan"]) == ["HMP005", "HMP037"]
    isian = document["isian"]
    assert isian["semua"] == isian["ditulis"] + isian["sama"] + isian["berbeda"] + isian["tanpa_tempat"]


def test_the_document_of_what_could_not_be_done(forms: Forms) -> None:
    forms.target.write_bytes(b"catatan")
    code, told, _ = forms.put(whole(1)).run("--format", "json")
    document = json.loads(told)
    assert (code, document["formulir"], document["ditulis"]) == (2, None, False)
    assert document["kesalahan"].endswith("bukan Buku Kerja Unit yang dapat dibaca.")
    assert [f["kode"] for f in document["temuan"]] == ["BRK001"]


def test_the_schema_describes_the_document() -> None:
    described = json.loads(RUNNER.invoke(app, ["himpun", "--skema"]).stdout)
    assert set(described["properties"]["isian"]["anyOf"][0]) == {"$ref"}
    assert "temuan" in described["required"]


def test_a_workbook_that_cannot_be_read_ends_with_two_and_its_findings(forms: Forms) -> None:
    forms.target.write_bytes(b"catatan")
    code, told, said = forms.put(whole(1)).run()
    assert code == 2
    assert "BRK001" in told
    assert "bukan Buku Kerja Unit yang dapat dibaca." in said


@pytest.mark.parametrize(("name", "reason"), [("unit.xlsm", "makro"), ("unit", "bukan Buku Kerja Excel")])
def test_the_name_is_refused_before_anything_is_read(forms: Forms, name: str, reason: str) -> None:
    forms.target = forms.target.with_name(name)
    code, _, said = forms.put(whole(1)).run()
    assert (code, forms.maps) == (2, [])
    assert reason in said


def test_a_folder_without_forms_is_said(forms: Forms) -> None:
    code, _, said = forms.run()
    assert code == 2
    assert "Tidak ada formulir pegawai" in said


def with_unknown_column() -> ForeignForm:
    made = ForeignForm("a.xlsx", "2026", "UJI-01", "KELURAHAN UJI", rows=whole(1).rows)
    made.unknown.append(Unknown("Output Antara", "SKP", "H5", 3, ("draf",)))
    made.tell(faults.UNKNOWN_COLUMN, sheet="SKP", cell="H5", value="Output Antara", banyak="3")
    return made


def test_unknown_columns_are_written_into_a_map_beside_the_workbook(forms: Forms) -> None:
    peta = forms.target.with_name("peta-kolom.toml")
    _, _, said = forms.put(with_unknown_column()).run()
    assert f"-o {forms.target} --petakan" in said
    forms.target.unlink()
    code, told, said = forms.run("--petakan")
    assert code == 0
    assert str(peta) in told
    assert '# "Output Antara"' in peta.read_text(encoding="utf-8")
    assert said.splitlines()[-1].startswith("Belum ada yang dihimpun. Berikutnya: buka ")
    assert not forms.target.exists()
    before = peta.read_bytes()
    forms.run("--petakan")
    assert peta.read_bytes() == before


def test_the_map_beside_the_workbook_is_used_by_itself(forms: Forms) -> None:
    peta = forms.target.with_name("peta-kolom.toml")
    peta.write_text('[kolom]\n"Output Antara" = "abaikan"\n', encoding="utf-8")
    _, _, said = forms.put(whole(1)).run()
    assert f"Memakai peta kolom {peta}." in said
    assert forms.maps[-1].meaning("SKP", "output  antara") == "abaikan"
    own = forms.folder.parent / "lain.toml"
    own.write_text("[kolom]\nX = 1\n", encoding="utf-8")
    code, _, said = forms.run("--peta", own)
    assert code == 2
    assert "lain.toml" in said
    assert forms.run("--peta", forms.folder / "tidak-ada.toml")[0] == 2


def test_a_real_form_is_read_and_gathered(tmp_path: Path) -> None:
    (tmp_path / "skp.csv").write_text(
        "SASARAN KINERJA PEGAWAI\nTAHUN 2026\nNama;Budi Contoh\nNIP;'198501012010011001\nUnit Kerja;KELURAHAN UJI\n\n"
        "No;Rencana Hasil Kerja;Indikator Kinerja Individu;Target\n1;Layanan meningkat;Jumlah layanan;12 Dokumen\n",
        encoding="utf-8",
    )
    target = tmp_path / "unit.xlsx"
    result = RUNNER.invoke(app, ["himpun", str(tmp_path), "-o", str(target)])
    assert result.exit_code == 0, result.output
    reading = read_workbook(target)
    assert (reading.rows["rencana"]["rhk"], reading.rows["rencana"]["target"]) == (
        ["Layanan meningkat"],
        ["12 Dokumen"],
    )


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code}-{fault.pesan[:20]}")
def test_what_is_told_belongs_to_a_rule_of_the_same_weight(fault: Fault) -> None:
    assert RULES[fault.code].severity is fault.severity
    assert fault.saran.endswith(".")


def test_a_rule_says_what_is_told() -> None:
    words = {(fault.pesan, fault.saran) for fault in FAULTS}
    assert all((rule.pesan, rule.saran) in words and rule.contoh for rule in himpun.RULES)
    assert {fault.code for fault in FAULTS} == himpun.CODES


def test_no_office_can_make_a_galat_of_a_form_lighter() -> None:
    assert all(is_fixed(rule) for rule in himpun.RULES if rule.severity is Severity.GALAT)


def test_who_has_sent_nothing_has_no_form_that_could_be_gathered() -> None:
    told = RUNNER.invoke(app, ["jelaskan", "HMP010"]).stdout
    assert "Akibat: isian pegawai itu di buku kerja tetap; formulir pegawai lain dihimpun" in told


def test_a_rule_of_forms_is_explained_in_their_terms() -> None:
    told = RUNNER.invoke(app, ["jelaskan", "HMP009"]).stdout
    assert "Isian formulir berbeda dari buku kerja" in told
    assert "formulir tetap dihimpun" in told
    assert "formulir itu tidak dihimpun sampai diperbaiki" in RUNNER.invoke(app, ["jelaskan", "HMP002"]).stdout
