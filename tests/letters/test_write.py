from pathlib import Path

import openpyxl
import pytest

from kinerja_xl.letters import LetterError, write_letters
from tests.letters.documents import template, text_of
from tests.letters.people import DAY, FUNCTIONAL, SECRETARY, STAFF, UNRATED, source

STAFF_FILE = "Kelurahan Contoh Ilir/Hasil Evaluasi TW2 2026 - Indra Sampel, A.Md. - 199001012015011001.docx"


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def index_rows(path: Path) -> list[tuple[object, ...]]:
    book = openpyxl.load_workbook(path)
    rows: list[tuple[object, ...]] = [tuple(row) for row in book["Indeks Surat"].iter_rows(values_only=True)]
    book.close()
    return rows


def test_one_file_a_person_and_an_index(tmp_path: Path) -> None:
    told: list[str] = []
    report = write_letters(source(), tmp_path / "surat", tanggal=DAY, progress=told.append)
    assert (report.written, report.not_written, dict(report.reasons)) == (5, 1, {"belum dinilai": 1})
    assert report.index == tmp_path / "surat" / "indeks-surat.xlsx"
    found = files(tmp_path / "surat")
    assert len(found) == 6
    assert STAFF_FILE in found
    assert sorted([*told, "indeks-surat.xlsx"]) == found
    assert "Indra Sampel, A.Md." in text_of((tmp_path / "surat" / STAFF_FILE).read_bytes())


def test_the_counts_of_the_index_add_up(tmp_path: Path) -> None:
    report = write_letters(source(STAFF, UNRATED, FUNCTIONAL), tmp_path, tanggal=DAY)
    rows = index_rows(report.index)
    counts = {row[0]: row[2] for row in rows[3:6]}
    assert counts == {"Surat dibuat": 2, "Tidak dibuat": 1, "Pegawai seluruhnya": 3}
    assert rows[7] == ("No.", "Nomor Surat", "Unit", "NIP", "Nama", "Predikat", "Berkas", "Status")
    people = rows[8:]
    assert [row[-1] for row in people] == ["dibuat", "tidak dibuat: belum dinilai", "dibuat"]
    assert people[0][:6] == (
        1,
        "800.1.7/001/KEL-CTI/2026",
        "Kelurahan Contoh Ilir",
        "199001012015011001",
        "Indra Sampel, A.Md.",
        "Baik",
    )


def test_the_index_leads_to_each_letter(tmp_path: Path) -> None:
    report = write_letters(source(STAFF, UNRATED), tmp_path, tanggal=DAY)
    book = openpyxl.load_workbook(report.index)
    sheet = book["Indeks Surat"]
    assert sheet.freeze_panes == "A9"
    assert sheet.auto_filter.ref == "A8:H10"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    target = str(sheet["G9"].hyperlink.target).replace("\\", "/").replace("%20", " ")
    assert target == STAFF_FILE
    assert sheet["G10"].hyperlink is None
    book.close()


def test_the_index_takes_formulas_as_text(tmp_path: Path) -> None:
    person = {**STAFF, "nama": "=1+1", "nip": "@x"}
    report = write_letters(source(person), tmp_path, tanggal=DAY)
    assert index_rows(report.index)[8][3:5] == ("@x", "=1+1")


def test_the_same_letters_are_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        write_letters(source(), tmp_path / folder, tanggal=DAY)
    for name in files(tmp_path / "a"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_only_the_people_asked_for(tmp_path: Path) -> None:
    write_letters(source(STAFF, SECRETARY), tmp_path, tanggal=DAY)
    before = {name: (tmp_path / name).read_bytes() for name in files(tmp_path)}
    changed = source({**STAFF, "predikat": "Sangat Baik"}, {**SECRETARY, "predikat": "Sangat Baik"})
    report = write_letters(changed, tmp_path, tanggal=DAY, nip=[SECRETARY["nip"]])
    assert (report.written, dict(report.reasons)) == (1, {"tidak dipilih": 1})
    assert (tmp_path / STAFF_FILE).read_bytes() == before[STAFF_FILE]
    rows = index_rows(report.index)[8:]
    assert [row[1] for row in rows] == ["800.1.7/001/KEL-CTI/2026", "800.1.7/002/KEL-CTI/2026"]
    assert [row[6] for row in rows] == ["Buka surat", "Buka surat"]


def test_an_unknown_nip_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LetterError, match="NIP 1, 2 tidak ada dalam buku kerja ini"):
        write_letters(source(), tmp_path / "surat", tanggal=DAY, nip=["2", "1"])
    assert not (tmp_path / "surat").exists()


def test_unknown_variables_stop_before_the_first_file(tmp_path: Path) -> None:
    own = template(tmp_path / "milik-kami.docx", "{{ pegawai.namaa }} {{ gaji }}")
    with pytest.raises(LetterError, match=r"milik-kami\.docx .*: gaji.*, pegawai\.namaa \(maksudnya pegawai\.nama\?\)"):
        write_letters(source(), tmp_path / "surat", tanggal=DAY, templat=own)
    assert not (tmp_path / "surat").exists()


def test_a_missing_value_of_one_person_stops_before_the_first_file(tmp_path: Path) -> None:
    own = template(tmp_path / "t.docx", "{{ umpan_balik.hasil_kerja[0] }}")
    people = [STAFF] * 36 + [{**STAFF, "nama": "Nomor Tiga Tujuh", "umpan_balik_hasil": ""}]
    with pytest.raises(LetterError, match=r"Surat Nomor Tiga Tujuh .*Belum ada surat"):
        write_letters(source(*people), tmp_path / "surat", tanggal=DAY, templat=own)
    assert not (tmp_path / "surat").exists()


def test_two_people_of_one_name_and_nip_keep_both_letters(tmp_path: Path) -> None:
    report = write_letters(source(STAFF, STAFF), tmp_path, tanggal=DAY)
    assert report.written == 2
    assert len(list(tmp_path.rglob("*.docx"))) == 2


def test_nothing_else_in_the_folder_is_touched(tmp_path: Path) -> None:
    (tmp_path / "Kelurahan Contoh Ilir").mkdir()
    other = tmp_path / "Kelurahan Contoh Ilir" / "catatan.docx"
    other.write_text("milik orang")
    write_letters(source(STAFF), tmp_path, tanggal=DAY)
    assert other.read_text() == "milik orang"
    assert len(files(tmp_path)) == 3


@pytest.fixture
def letter_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The letter of STAFF is open in Word, as Windows sees it."""
    path = tmp_path / STAFF_FILE
    path.parent.mkdir()
    path.write_text("sedang dibuka")
    replace = Path.replace

    def refused(self: Path, target: Path) -> Path:
        if target == path:
            raise PermissionError(13, "Permission denied", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refused)
    return path


def test_a_letter_open_in_word_is_reported_and_the_others_are_written(tmp_path: Path, letter_in_use: Path) -> None:
    report = write_letters(source(STAFF, SECRETARY), tmp_path, tanggal=DAY)
    assert (report.written, report.not_written) == (1, 1)
    assert "terbuka" in next(iter(report.reasons))
    assert letter_in_use.read_text() == "sedang dibuka"
    assert not list(tmp_path.rglob("~*"))


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "surat").write_text("berkas, bukan folder")
    with pytest.raises(LetterError, match="Tidak dapat menulis ke"):
        write_letters(source(STAFF), tmp_path / "surat", tanggal=DAY)


def test_letters_of_an_earlier_run_are_named_and_kept(tmp_path: Path) -> None:
    write_letters(source(STAFF, FUNCTIONAL), tmp_path, tanggal=DAY)
    before = set(tmp_path.rglob("*.docx"))
    report = write_letters(source({**STAFF, "predikat": ""}, FUNCTIONAL), tmp_path, tanggal=DAY)
    assert len(report.left_over) == 1
    assert set(report.left_over) < before
    assert set(tmp_path.rglob("*.docx")) == before
