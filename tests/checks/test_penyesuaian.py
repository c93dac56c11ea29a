"""An office may make a rule heavier, lighter or silent, with a reason; nothing disappears without being counted."""

from pathlib import Path

import pytest

from kinerja_xl.checks import RULES
from kinerja_xl.checks.penyesuaian import faults, is_fixed
from kinerja_xl.cli_regulations import local_rules
from kinerja_xl.consolidation.run import Checked, check_all, consolidate
from kinerja_xl.findings import Severity
from kinerja_xl.forms.read import read_workbook
from kinerja_xl.regulations import RegulationError
from tests.regulations.instansi import DASAR, entry, lokal, write
from tests.workbooks import HEAD, Unit, nip

WHO = nip(1)


def own(code: str, tingkat: str, alasan: str = "Sudah diatur lain.") -> str:
    return entry("pemeriksaan", f'{{ {code} = {{ tingkat = "{tingkat}", alasan = "{alasan}" }} }}')


def checked(folder: Path, *entries: str) -> Checked:
    unit = Unit(entries={"pos_el": ""})
    unit.person(HEAD, "Siti Penilai", jabatan="Lurah", nip_penilai=nip(9), nama_penilai="Rahmat Atasan")
    unit.person(WHO).iki(WHO, 1, 1, "10", "9")
    unit.rows["realisasi"][-1].pop("bukti_tw2")
    return check_all([read_workbook(unit.write(folder))], lokal(folder, *entries))


def severities(found: Checked, code: str) -> list[Severity]:
    return [f.severity for f in found.findings if f.code == code]


def test_without_an_entry_a_rule_has_its_own_severity(tmp_path: Path) -> None:
    found = checked(tmp_path)
    assert severities(found, "REA002") == [Severity.PERINGATAN]
    assert found.silent == []


def test_a_rule_made_a_galat_blocks_the_person(tmp_path: Path) -> None:
    found = checked(tmp_path, own("REA002", "galat"))
    assert severities(found, "REA002") == [Severity.GALAT]
    assert found.examination is not None
    assert ("unit.xlsx", WHO) in found.examination.blocked
    assert WHO not in set(consolidate(found).frames["Rekap Pegawai"]["nip"])


def test_a_rule_made_an_info_blocks_nobody(tmp_path: Path) -> None:
    assert severities(checked(tmp_path, own("REN002", "info")), "REN002") == [Severity.INFO]
    without = checked(tmp_path)
    lighter = checked(tmp_path, own("REN002", "peringatan"))
    assert without.examination is not None
    assert lighter.examination is not None
    assert ("unit.xlsx", HEAD) in without.examination.blocked
    assert ("unit.xlsx", HEAD) not in lighter.examination.blocked


def test_a_silent_rule_is_kept_and_counted(tmp_path: Path) -> None:
    found = checked(tmp_path, own("REA002", "mati"))
    assert severities(found, "REA002") == []
    assert [(f.code, f.nip) for f in found.silent] == [("REA002", WHO)]


def test_a_silent_cause_still_keeps_its_consequence_from_being_told(tmp_path: Path) -> None:
    assert "REN002" in RULES["REA003"].silent_after
    unit = Unit().person(WHO)
    unit.rows["realisasi"].append({"nip": WHO, "no_rhk": "1", "no_iki": "1", "realisasi_tw2": "3"})
    found = check_all([read_workbook(unit.write(tmp_path))], lokal(tmp_path, own("REN002", "mati")))
    assert severities(found, "REN002") == severities(found, "REA003") == []


@pytest.mark.parametrize(
    ("code", "tingkat", "said"),
    [
        (
            "REA999",
            "mati",
            "kunci 'ketentuan.pemeriksaan.isi.REA999' bukan kode aturan pemeriksaan. Maksudnya 'REA009'?",
        ),
        ("BRK001", "mati", "(Berkas rusak atau bukan buku kerja Excel) harus tetap galat"),
        ("GAB001", "peringatan", "(Pegawai yang sama di dua unit) harus tetap galat"),
    ],
)
def test_what_cannot_be_adjusted_is_refused_in_one_line(tmp_path: Path, code: str, tingkat: str, said: str) -> None:
    with pytest.raises(RegulationError) as refusal:
        local_rules(write(tmp_path, own(code, tingkat)))
    assert said in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_every_rule_can_be_kept_as_it_is(tmp_path: Path) -> None:
    same = ", ".join(f'{code} = {{ tingkat = "{rule.severity}", alasan = "tetap" }}' for code, rule in RULES.items())
    assert list(faults(lokal(tmp_path, entry("pemeriksaan", f"{{ {same} }}")), RULES)) == []


def test_what_is_fixed_is_a_galat() -> None:
    assert all(rule.severity is Severity.GALAT for rule in RULES.values() if is_fixed(rule))
    assert all(is_fixed(rule) for rule in RULES.values() if rule.whole_file and rule.severity is Severity.GALAT)


def test_an_entry_rules_only_in_its_days(tmp_path: Path) -> None:
    later = entry("pemeriksaan", '{ REA002 = { tingkat = "mati", alasan = "x" } }', sejak="2026-07-01", dasar=DASAR)
    assert severities(checked(tmp_path, later), "REA002") == [Severity.PERINGATAN]  # TW II ends on 30 June
