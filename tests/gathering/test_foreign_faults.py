"""What is wrong with a foreign form, or not understood in it, is told and never lost; what cannot be read is one finding."""

import random
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_xl.findings import Finding
from kinerja_xl.gathering.foreign.mapping import Unknown, read_map
from kinerja_xl.gathering.foreign.report import ForeignForm
from kinerja_xl.gathering.read_form import read_form
from kinerja_xl.gathering.staff_form import StaffForm
from tests.gathering.foreign import (
    EVALUASI,
    JA_JF,
    NIP,
    REALISASI,
    TW2,
    Rows,
    codes,
    hasil,
    kepala,
    rencana,
    tulis,
)
from tests.workbooks import Unit, nip

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
ROW = (1, "Meningkatnya layanan", "Terlaksananya layanan surat", "Kuantitas", "Jumlah surat", "60 Surat")
PLAN = (*kepala(), JA_JF, ROW)


def found(form: StaffForm, code: str) -> Finding:
    """The only finding with this code."""
    (finding,) = (f for f in form.findings if f.code == code)
    return finding


def test_an_unknown_column_is_told_and_then_read_with_a_mapping(tmp_path: Path) -> None:
    rows: Rows = [
        *kepala(),
        [*JA_JF, "Hasil s.d. Juni", "Paraf"],
        [*ROW, "31 Surat", "ttd"],
        [*[None] * 3, "Waktu", "Lama", 12, "6"],
    ]
    path = tulis(tmp_path, {"SKP": rows})
    form = read_form(path)
    assert isinstance(form, ForeignForm)
    assert [(f.code, f.sheet, f.cell, f.value) for f in form.findings] == [
        ("HMP013", "SKP", "G11", "Hasil s.d. Juni"),
        ("HMP013", "SKP", "H11", "Paraf"),
    ]
    assert "(G11, 2 isian)" in form.findings[0].message
    assert form.findings[0].nip == NIP
    assert form.unknown == [
        Unknown("Hasil s.d. Juni", "SKP", "G11", 2, ("31 Surat", "6")),
        Unknown("Paraf", "SKP", "H11", 1, ("ttd",)),
    ]
    peta = tmp_path / "peta.toml"
    peta.write_text('[kolom]\n"hasil S.D. juni" = "realisasi_tw2"\nParaf = "abaikan"\n', encoding="utf-8")
    mapped = read_form(path, peta=read_map(peta))
    assert hasil(mapped, "realisasi_tw2") == [("1", "1", "31 Surat"), ("1", "2", "6")]
    assert mapped.findings == []
    assert rencana(mapped, "target") == rencana(form, "target") == [("1", "1", "60 Surat"), ("1", "2", "12")]


def test_a_header_that_only_a_mapping_knows_makes_the_table(tmp_path: Path) -> None:
    rows: Rows = [
        ["Nama", "Budi"],
        ["NIP", NIP],
        ["Butir", "Ukuran", "Sasaran Angka"],
        ["Layanan surat", "Jumlah surat", 60],
    ]
    path = tulis(tmp_path, {"SKP 2026": rows})
    assert codes(read_form(path)) == ["HMP001"]
    peta = tmp_path / "peta.toml"
    text = '[lembar."SKP 2026"]\nButir = "rhk"\nUkuran = "indikator"\n"Sasaran Angka" = "target"\n'
    peta.write_text(text, encoding="utf-8")
    form = read_form(path, peta=read_map(peta))
    assert rencana(form, "rhk", "indikator", "target") == [("1", "1", "Layanan surat", "Jumlah surat", "60")]
    assert form.findings == []


def test_a_column_without_header_and_the_second_of_two_equal_headers_are_told(tmp_path: Path) -> None:
    rows: Rows = [*kepala(), [*JA_JF, REALISASI, REALISASI], [*ROW, "31", "29", "catatan kecil"]]
    form = read_form(tulis(tmp_path, {"TW2": rows}))
    told = [(f.cell, f.value) for f in form.findings if f.code == "HMP013"]
    assert told == [("H11", REALISASI), ("I11", "tanpa judul (kolom I)")]
    assert hasil(form, "realisasi_tw2") == [("1", "1", "31")]


def test_a_nip_stored_as_a_number_keeps_the_form_out(tmp_path: Path) -> None:
    form = read_form(tulis(tmp_path, {"SKP": [*kepala(nip=int(NIP)), JA_JF, ROW]}))
    assert not form.accepted
    assert form.pegawai["nip_angka"] == "1"
    finding = found(form, "HMP002")
    assert (finding.sheet, finding.cell) == ("SKP", "C7")
    assert "tersimpan sebagai angka" in finding.message


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (None, "tidak ada pada formulir"),
        ("1986092620150510", "bukan 18 angka (terbaca 16"),
        ("1,98609E+17", "angka terakhirnya"),
    ],
)
def test_a_nip_that_is_none_keeps_the_form_out(tmp_path: Path, typed: str | None, reason: str) -> None:
    form = read_form(tulis(tmp_path, {"SKP": [*kepala(nip=typed), JA_JF, ROW]}))
    assert not form.accepted
    assert reason in found(form, "HMP002").message


def test_a_nip_with_blanks_or_an_apostrophe_is_read(tmp_path: Path) -> None:
    for typed in ("19860926 201505 1 001", f"'{NIP}", f": {NIP}", "19860926.201505.1.001"):
        form = read_form(tulis(tmp_path, {"SKP": [*kepala(nip=typed), JA_JF, ROW]}))
        assert (form.nip, form.findings) == (NIP, [])


def test_results_without_a_period_are_told(tmp_path: Path) -> None:
    rows: Rows = [
        *kepala("PERIODE PENILAIAN:", "EVALUASI"),
        EVALUASI,
        [*ROW, "31 Surat", "Baik"],
        ["RATING HASIL KERJA", "SESUAI"],
    ]
    form = read_form(tulis(tmp_path, {"EV": rows}))
    assert codes(form) == ["HMP017", "HMP017"]
    assert hasil(form) == [("1", "1")]
    assert "penilaian" not in form.rows


def test_two_periods_on_one_sheet_are_told(tmp_path: Path) -> None:
    rows: Rows = [*kepala(TW2, "EVALUASI TRIWULAN III"), EVALUASI, [*ROW, "31 Surat"]]
    assert codes(read_form(tulis(tmp_path, {"EV": rows}))) == ["HMP017"]


@pytest.mark.parametrize(
    ("sheet", "periode", "column"),
    [
        ("EV TW 1", "", "realisasi_tw1"),
        ("EV_TW3", "PERIODE PENILAIAN: 1 JANUARI S.D. 31 DESEMBER TAHUN 2026", "realisasi_tw3"),
        ("EV", "PERIODE PENILAIAN 01/10/2026 s.d. 31/12/2026", "realisasi_tw4"),
        ("EV", "PERIODE: TRIWULAN I/II/III/IV-AKHIR*", ""),
        ("Evaluasi Tahunan", "", "realisasi_tw4"),
        ("EV", "1 Januari 2026 - 31 Maret 2026", "realisasi_tw1"),
        ("EV", "BULAN JUNI 2026", ""),
    ],
)
def test_the_period_of_a_sheet(tmp_path: Path, sheet: str, periode: str, column: str) -> None:
    form = read_form(tulis(tmp_path, {sheet: [*kepala(periode), EVALUASI, [*ROW, "31 Surat"]]}))
    assert {key for key in form.rows["realisasi"][0] if key.startswith("realisasi")} == ({column} if column else set())


def test_sheets_that_differ_are_told_and_the_plan_stands(tmp_path: Path) -> None:
    evaluation: Rows = [*kepala(TW2), EVALUASI, [*ROW[:5], "30 Surat", "31 Surat"]]
    form = read_form(tulis(tmp_path, {"EV": evaluation, "SKP": PLAN}))
    assert rencana(form, "target") == [("1", "1", "60 Surat")]
    finding = found(form, "HMP019")
    assert (finding.field, finding.value, finding.sheet, finding.cell) == ("Target", "30 Surat", "EV", "F12")


def test_a_changed_text_at_the_same_position_is_not_doubled(tmp_path: Path) -> None:
    other = (1, "Meningkatnya layanan", "Terlaksananya pelayanan surat-menyurat", *ROW[3:])
    form = read_form(tulis(tmp_path, {"SKP": PLAN, "EV": [*kepala(TW2), EVALUASI, [*other, "31 Surat"]]}))
    assert rencana(form, "rhk") == [("1", "1", ROW[2])]
    assert hasil(form, "realisasi_tw2") == [("1", "1", "31 Surat")]
    assert found(form, "HMP019").value == other[2]


def test_two_people_or_two_years_in_one_file_keep_it_out(tmp_path: Path) -> None:
    other = [*kepala(nip="198001012005012002"), JA_JF, ROW]
    assert "HMP020" in codes(read_form(tulis(tmp_path, {"Budi": PLAN, "Ani": other})))
    older = [*kepala(TW2.replace("2026", "2025")), EVALUASI, ROW]
    form = read_form(tulis(tmp_path, {"SKP": PLAN, "EV": older}))
    assert found(form, "HMP021").value == "2025, 2026"
    assert not form.accepted


def test_a_predikat_that_the_matrix_does_not_give_is_told(tmp_path: Path) -> None:
    ratings: Rows = [
        ["RATING HASIL KERJA*\nSESUAI EKSPEKTASI"],
        ["RATING PERILAKU KERJA*: DIBAWAH EKSPEKTASI"],
        ["PREDIKAT KINERJA PEGAWAI*", "Baik"],
    ]
    form = read_form(tulis(tmp_path, {"EV": [*kepala(TW2), EVALUASI, [*ROW, "31 Surat"], *ratings]}))
    finding = found(form, "HMP015")
    assert (finding.value, finding.cell) == ("Baik", "B15")
    assert "'Kurang'" in finding.message
    assert form.rows["penilaian"] == [
        {"periode": "TW2", "rating_hasil": "Sesuai Ekspektasi", "rating_perilaku": "Di Bawah Ekspektasi"}
    ]


def test_choices_that_nobody_took_are_told_once_there_are_results(tmp_path: Path) -> None:
    choice = "DIATAS EKSPEKTASI / SESUAI EKSPEKTASI / DIBAWAH EKSPEKTASI"
    head = [*kepala(TW2), EVALUASI]
    form = read_form(tulis(tmp_path, {"EV": [*head, [*ROW, "31 Surat"], ["RATING HASIL KERJA*", choice]]}))
    assert found(form, "HMP014").value == choice
    assert "penilaian" not in form.rows
    assert read_form(tulis(tmp_path, {"EV": [*head, ROW, ["RATING HASIL KERJA*", choice]]})).findings == []


def test_what_follows_an_empty_rating_is_not_its_value(tmp_path: Path) -> None:
    head: Rows = [
        *kepala(TW2),
        ["CAPAIAN KINERJA ORGANISASI*"],
        ["KURVA DISTRIBUSI PREDIKAT"],
        ["RATING HASIL KERJA*"],
        ["Berorientasi"],
    ]
    form = read_form(tulis(tmp_path, {"EV": [*head, EVALUASI, [*ROW, "31 Surat"]]}))
    assert (form.unit, form.rows.get("penilaian"), form.findings) == ({}, None, [])


def test_a_rating_spelled_like_nothing_stays_as_typed(tmp_path: Path) -> None:
    rows: Rows = [*kepala(TW2), EVALUASI, [*ROW, "31 Surat"], ["RATING HASIL KERJA*", "Lumayan"]]
    form = read_form(tulis(tmp_path, {"EV": rows}))
    assert form.rows["penilaian"] == [{"periode": "TW2", "rating_hasil": "Lumayan"}]


def test_a_subtotal_and_a_footnote_do_not_end_the_table(tmp_path: Path) -> None:
    more = (1, None, "Panitia lomba", "Kuantitas", "Jumlah lomba", 1)
    rows: Rows = [*kepala(), JA_JF, ["A. KINERJA UTAMA"], ROW, ["NILAI KINERJA UTAMA", *[None] * 4, 109], ["*) dinilai pimpinan"],
                  ["B. KINERJA TAMBAHAN"], more, ["CATATAN"], ["B. TAMBAHAN"], (2, None, "Panitia arsip", "Waktu", "Lama", "2 Bulan")]  # fmt: skip
    form = read_form(tulis(tmp_path, {"SKP": rows}))
    assert rencana(form, "kategori", "rhk") == [
        ("1", "1", "Utama", ROW[2]),
        ("2", "1", "Tambahan", "Panitia lomba"),
        ("3", "1", "Tambahan", "Panitia arsip"),
    ]
    assert form.findings == []


def test_a_second_table_with_its_own_header_on_the_same_sheet(tmp_path: Path) -> None:
    second: Rows = [["B. TAMBAHAN"], JA_JF, (1, None, "Panitia lomba", "Kuantitas", "Jumlah lomba", 1)]
    form = read_form(tulis(tmp_path, {"SKP": [*kepala(), ["A. UTAMA"], JA_JF, ROW, ["JUMLAH", 1], *second]}))
    assert rencana(form, "kategori", "rhk") == [("1", "1", "Utama", ROW[2]), ("2", "1", "Tambahan", "Panitia lomba")]


def test_evidence_on_rows_of_its_own_stays_with_its_indicator(tmp_path: Path) -> None:
    rows: Rows = [
        *kepala(TW2),
        [*EVALUASI, "Bukti Dukung"],
        [*ROW, "31 Surat", "Baik", "agenda.pdf"],
        [*[None] * 8, "foto.jpg"],
    ]
    form = read_form(tulis(tmp_path, {"EV": rows}))
    assert hasil(form, "realisasi_tw2", "bukti_tw2") == [("1", "1", "31 Surat", "agenda.pdf\nfoto.jpg")]


def test_numbers_are_read_as_their_format_shows_them(tmp_path: Path) -> None:
    path = tulis(
        tmp_path,
        {
            "SKP": [
                *kepala(),
                JA_JF,
                (*ROW[:5], 0.07),
                (*[None] * 3, "Waktu", "Lama", 12),
                (*[None] * 3, "Biaya", "Dana", 1250000),
            ]
        },
    )
    book = load_workbook(path)
    for cell, code in (("F12", "0%"), ("F13", '0 "Bulan"'), ("F14", '"Rp" #,##0')):
        book["SKP"][cell].number_format = code
    book.save(path)
    assert [row[2] for row in rencana(read_form(path), "target")] == ["7%", "12 Bulan", "Rp 1250000"]


def test_a_formula_without_result_is_told(tmp_path: Path) -> None:
    form = read_form(tulis(tmp_path, {"SKP": [*kepala(), JA_JF, (*ROW[:5], "=30+30")]}))
    assert (found(form, "BRK009").cell, rencana(form, "target")) == ("F12", [("1", "1", "-")])


def test_behaviours_before_2022_have_numbers(tmp_path: Path) -> None:
    rows: Rows = [
        *kepala("Jangka Waktu Penilaian 2 Januari s.d. 31 Desember 2020"), JA_JF, ROW,
        ["PERILAKU KERJA"], [1, "Orientasi Pelayanan", 85, "(Baik)"], [2, "Integritas", 90.5, "(Baik)"], [3, "Komitmen", 80, "Baik"], [4, "Disiplin", 88],
    ]  # fmt: skip
    form = read_form(tulis(tmp_path, {"PENILAIAN": rows}))
    assert [(row["nilai"], row["angka_tw4"]) for row in form.rows["perilaku"]] == [
        ("Orientasi Pelayanan", "85"),
        ("Integritas", "90,5"),
        ("Komitmen", "80"),
        ("Disiplin", "88"),
    ]
    assert form.findings == []


def test_files_that_cannot_be_read_are_one_finding(tmp_path: Path) -> None:
    noise = random.Random(7)  # noqa: S311 not for secrets
    contents = {
        "lama.xls": bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600),
        "acak.xlsx": noise.randbytes(4000),
        "acak.csv": noise.randbytes(4000),
        "paket.xlsx": b"PK\x03\x04" + noise.randbytes(2000),
        "kosong.xlsx": b"",
        "lama.csv": bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600),
    }
    for name, data in contents.items():
        path = tmp_path / name
        path.write_bytes(data)
        form = read_form(path, f"sub/{name}")
        assert [f.code for f in form.findings] == ["BRK001"], name
        assert (form.berkas, form.rows, form.accepted) == (f"sub/{name}", {}, False)


def test_other_workbooks_are_no_forms(tmp_path: Path) -> None:
    unit = Unit().person(nip(1)).write(tmp_path)
    for path, said in (
        (unit, "Buku Kerja Unit"),
        (
            tulis(tmp_path, {"Temuan": [["Kode"]], "Berkas": [["Nama"]]}, "temuan.xlsx"),
            "hasil kinerja_xl sendiri (daftar temuan)",
        ),
        (tulis(tmp_path, {"Absensi": [["No", "Nama"], [1, "Budi"]]}, "absensi.xlsx"), "tidak ada tabel"),
        (
            tulis(tmp_path, {"Tupoksi": [["No", "Uraian Tugas"], [1, "Melayani surat"]]}, "tupoksi.xlsx"),
            "tidak ada tabel",
        ),
    ):
        form = read_form(path)
        assert codes(form) == ["HMP001"]
        assert said in form.findings[0].message


def test_an_empty_csv_is_no_form(tmp_path: Path) -> None:
    path = tmp_path / "kosong.csv"
    path.write_bytes(b"")
    assert codes(read_form(path)) == ["HMP001"]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of odd workbooks is not beside this checkout")
def test_odd_workbooks_do_not_end_the_program() -> None:
    for path in sorted(CORPUS.glob("*.xlsx")):
        form = read_form(path)
        assert not form.accepted, path.name
        assert len(form.findings) == 1, path.name
