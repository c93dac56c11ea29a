"""People: their post and form, the time in the unit, one person taken for two, a workbook without anybody."""

from collections.abc import Mapping, Sequence

import pandas as pd
import pytest

from kinerja_xl.checks import RULES, check
from kinerja_xl.checks.rule import Scope
from kinerja_xl.findings import Finding, in_order
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating, aturan_pada
from kinerja_xl.tables import Layout, Tables
from tests.checks import one_rule
from tests.tables import FILE, WHO, tables
from tests.workbooks import PERSON

TAHUN = 2026
SECOND = "lain.xlsx"
NEAR = "198501012010011007"
FAR = "198501012010012048"
STRANGER = "199003032015032003"
Row = Mapping[str, str]
Cells = list[tuple[str, str, str]]


def person(**columns: str) -> Row:
    return {**PERSON, **columns}


def units(*people: Row, heads: Sequence[tuple[str, str]] = ((FILE, ""), (SECOND, "")), **more: Sequence[Row]) -> Tables:
    """Two workbooks; people are of the first where they do not say otherwise."""
    entries = [
        {
            "berkas": file,
            "tahun": str(TAHUN),
            "periode": "TW2",
            "kode_unit": file,
            "nama_unit": file,
            "nip_kepala": head,
        }
        for file, head in heads
    ]
    return tables(unit=entries, pegawai=people, **more)


def found(made: Tables, *codes: str, periode: Periode = Periode.TW2) -> list[Finding]:
    scope = Scope(made, periode, aturan_pada(periode.span(TAHUN)[1], AturanRating))
    return in_order(f for code in codes for f in RULES[code].findings(scope))


def cells(made: Tables, *codes: str, periode: Periode = Periode.TW2) -> Cells:
    return [(f.code, f.file, f.cell) for f in found(made, *codes, periode=periode)]


@pytest.mark.parametrize(
    ("kind", "golongan", "told"),
    [
        # the ranges of the eselon: JPT IV/a - IV/e, Administrator III/c - IV/b, Pengawas III/a - III/d
        ("JPT", "III/d", True),
        ("JPT", "IV/a", False),
        ("JPT", "IV/e", False),
        ("Administrator", "III/b", True),
        ("Administrator", "III/c", False),
        ("Administrator", "IV/b", False),
        ("Administrator", "IV/c", True),
        ("Pengawas", "II/d", True),
        ("Pengawas", "III/a", False),
        ("pengawas", "IIId", False),
        ("Pengawas", "IV/a", True),
        ("Pengawas", "III/x", False),  # no golongan at all: told by PEG010
        ("Pelaksana", "II/a", False),
        ("Fungsional", "IV/e", False),
        ("", "I/a", False),
    ],
)
def test_the_golongan_fits_the_managerial_post(kind: str, golongan: str, told: bool) -> None:
    made = units(person(jenis_jabatan=kind, golongan=golongan, pangkat=""))
    assert cells(made, "PEG023") == ([("PEG023", FILE, "D6")] if told else [])


def test_a_pppk_has_another_list_of_golongan() -> None:
    made = units(person(jenis_jabatan="Pengawas", golongan="II/a", status="PPPK"))
    assert cells(made, "PEG023") == []


POSTS = ("PEG020", "PEG021", "PEG022", "PEG027")


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"jenis_jabatan": ""}, [("PEG020", FILE, "G6")]),
        ({"jenis_jabatan": "Struktural"}, [("PEG020", FILE, "G6")]),
        ({"pendekatan": ""}, [("PEG021", FILE, "I6")]),
        ({"format_skp": "Staf"}, [("PEG021", FILE, "J6")]),
        ({"format_skp": "Pimpinan"}, [("PEG022", FILE, "J6")]),
        ({"jenis_jabatan": "JPT"}, [("PEG022", FILE, "J6")]),
        ({"jenjang": "Ahli Muda"}, [("PEG027", FILE, "H6")]),
    ],
)
def test_a_post_that_does_not_fit_its_form(columns: Row, expected: Cells) -> None:
    assert cells(units(person(**columns)), *POSTS) == expected


@pytest.mark.parametrize(
    "columns",
    [
        {},
        {"jenis_jabatan": " pelaksana ", "pendekatan": "KUALITATIF", "format_skp": "JA dan JF"},
        {"jenis_jabatan": "JPT", "format_skp": "JPT"},
        {"jenis_jabatan": "Pengawas", "format_skp": "Pimpinan"},
        {"jenis_jabatan": "Fungsional", "jenjang": "Ahli Muda", "golongan": "III/c", "format_skp": "Pimpinan"},
    ],
)
def test_posts_as_they_are_spelled_and_led_are_left_alone(columns: Row) -> None:
    assert cells(units(person(**columns)), *POSTS) == []


def test_a_pelaksana_who_leads_the_unit_or_rates_somebody_may_use_the_leaders_form() -> None:
    acting = person(format_skp="Pimpinan")
    assert cells(units(acting, heads=((FILE, WHO), (SECOND, ""))), *POSTS) == []
    staff = person(berkas=SECOND, nip=STRANGER, nama="Rina Rekan", nip_penilai=WHO)
    assert cells(units(acting, staff), *POSTS) == []


def test_a_column_that_the_workbook_does_not_have_is_not_told_person_by_person() -> None:
    made = units(person(jenis_jabatan="", pendekatan="", format_skp=""))
    bare = Tables(**{**made.__dict__, "layouts": {file: Layout({}) for file in made.layouts}})
    assert found(bare, *POSTS) == []


def test_what_belongs_to_nobody_does_not_bear_the_name_of_who_has_no_nip() -> None:
    nobody = person(nip="", nama="Pegawai Baru")
    assert [f.nama for f in one_rule.told("UNT002", pegawai=[nobody])] == [""]
    assert [f.nama for f in one_rule.told("PEG001", pegawai=[nobody])] == ["Pegawai Baru"]


def test_a_workbook_without_a_person_is_told_once() -> None:
    made = units(person(), heads=((FILE, WHO), (SECOND, "")))
    told = check(made, Periode.TW2, aturan_pada(Periode.TW2.span(TAHUN)[1], AturanRating))
    assert [(f.code, f.file) for f in told if f.code in {"UNT003", "UNT006"}] == [("UNT006", SECOND)]
    one = units(person(), person(berkas=SECOND, nip=STRANGER, nama="Rina Rekan"))
    assert found(one, "UNT006") == []


@pytest.mark.parametrize(("born", "told"), [("1955", True), ("1956", False), ("1985", False)])
def test_nobody_is_older_than_seventy(born: str, told: bool) -> None:
    made = units(person(nip=f"{born}0101201001{WHO[14:]}"))
    assert cells(made, "PEG025") == ([("PEG025", FILE, "A6")] if told else [])


RESULT = {"no_rhk": "1", "no_iki": "1", "realisasi_tw1": "3", "realisasi_tw2": "6"}


@pytest.mark.parametrize(
    ("columns", "periode", "cell"),
    [
        ({"selesai": "2026-03-31"}, Periode.TW2, "R6"),
        ({"selesai": "31/03/2026"}, Periode.TW2, "R6"),
        ({"mulai": "2026-07-01"}, Periode.TW2, "Q6"),
        ({"mulai": "2026-04-01"}, Periode.TW1, "Q6"),
    ],
)
def test_results_outside_the_time_in_the_unit(columns: Row, periode: Periode, cell: str) -> None:
    assert cells(units(person(**columns), realisasi=[RESULT]), "PEG026", periode=periode) == [("PEG026", FILE, cell)]


def test_a_rating_outside_the_time_in_the_unit() -> None:
    rated = {"periode": "TW2", "rating_hasil": "Sesuai Ekspektasi"}
    assert cells(units(person(selesai="2026-02-28"), penilaian=[rated]), "PEG026") == [("PEG026", FILE, "R6")]


@pytest.mark.parametrize(
    "columns",
    [
        {"selesai": "2026-04-01"},
        {"selesai": "2026-06-30"},
        {"mulai": "2026-06-30"},
        {"mulai": "2025-03-01"},
        {"selesai": "?"},
        {},
    ],
)
def test_who_was_there_in_the_period_may_have_results(columns: Row) -> None:
    assert found(units(person(**columns), realisasi=[RESULT]), "PEG026") == []


def test_who_left_keeps_the_results_of_the_time_before() -> None:
    earlier = {**RESULT, "realisasi_tw2": ""}
    assert found(units(person(selesai="2026-03-31"), realisasi=[earlier]), "PEG026") == []


def test_a_year_holds_everybody_who_was_there_in_it() -> None:
    done = {**RESULT, "realisasi_tw4": "12"}
    assert found(units(person(selesai="2026-01-31"), realisasi=[done]), "PEG026", periode=Periode.TAHUNAN) == []


TWINS = ("PEG024", "GAB006")


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (person(nip=NEAR, nama="BUDI CONTOH, S.E."), [("PEG024", FILE, "A7")]),
        (person(nip="198510012010011001"), [("PEG024", FILE, "A7")]),
        (person(nip=NEAR, berkas=SECOND), [("GAB006", SECOND, "A7"), ("GAB006", FILE, "A6")]),
    ],
)
def test_one_name_with_nearly_one_nip_is_most_likely_one_person(other: Row, expected: Cells) -> None:
    assert cells(units(person(), other), *TWINS) == expected


@pytest.mark.parametrize(
    "other",
    [
        person(nip=FAR),
        person(nip=FAR, berkas=SECOND),
        person(nip=NEAR, nama="Budi Santoso"),
        person(nip=NEAR, nama="Rina Rekan", berkas=SECOND),
        person(nip=WHO, berkas=SECOND),
        person(nip=NEAR[:-1]),
        person(nip=NEAR, nama=""),
    ],
)
def test_another_name_or_another_nip_is_another_person(other: Row) -> None:
    assert found(units(person(), other), *TWINS) == []


LURAH = {"nip_penilai": NEAR, "nama_penilai": "Dra. Siti Penilai, M.Si."}


def test_a_mistyped_rater_is_told_once_for_the_unit_with_who_is_meant() -> None:
    head = person(nama="Dra. Siti Penilai", nip=WHO)
    staff = [person(nip=f"19900303201503200{i}", nama=f"Rekan {i}", **LURAH) for i in (3, 4)]
    (told,) = found(units(head, *staff), "GAB005")
    assert (told.file, told.cell, told.value) == (FILE, "K7", NEAR)
    assert "(2 baris); mungkin yang dimaksud Dra. Siti Penilai, NIP 198501012010011001" in told.message


def test_a_mistyped_superior_in_another_workbook_is_told() -> None:
    camat = person(berkas=SECOND, nama="Rahmat Atasan")
    staff = person(nip=STRANGER, nama="Rina Rekan", nip_atasan=NEAR, nama_atasan="Rahmat Atasan, S.Sos.")
    assert cells(units(camat, staff), "GAB005") == [("GAB005", FILE, "N7")]


@pytest.mark.parametrize(
    "columns",
    [
        LURAH | {"nip_penilai": WHO},
        LURAH | {"nip_penilai": FAR},
        LURAH | {"nama_penilai": "Rahmat Sekda"},
        LURAH | {"nip_penilai": ""},
        LURAH | {"nip_penilai": NEAR[:-1]},
    ],
)
def test_a_known_or_an_outside_rater_is_left_alone(columns: Row) -> None:
    head = person(nama="Dra. Siti Penilai", nip=WHO)
    assert found(units(head, person(nip=STRANGER, nama="Rina Rekan", **columns)), "GAB005") == []


def test_the_empty_set_has_no_findings() -> None:
    made = units()
    assert found(made, "PEG024", "GAB005", "GAB006", "PEG026", "PEG020") == []
    assert isinstance(made.pegawai, pd.DataFrame)
