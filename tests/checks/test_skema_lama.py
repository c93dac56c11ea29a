"""One defect, exactly its finding and place, in the years with numbers; and what must not be flagged."""

from collections.abc import Callable, Mapping

import pytest

from kinerja_xl.checks import RULES, check
from kinerja_xl.findings import Finding
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanAngka
from kinerja_xl.scoring.scheme import aturan_periode
from kinerja_xl.tables import Tables
from tests.tables import FILE, WHO, iki, tables
from tests.workbooks import PERSON

PP_46 = {"Orientasi Pelayanan": "80", "Integritas": "82", "Komitmen": "84", "Disiplin": "86", "Kerja Sama": "88"}
P_8 = {"Orientasi Pelayanan": "90", "Komitmen": "100", "Inisiatif Kerja": "110", "Kerja Sama": "100"}
ASPECTS = (("1", "Kuantitas", "12", "12"), ("2", "Kualitas", "100", "85"), ("3", "Waktu", "12", "12"))
Plan = list[tuple[dict[str, str], dict[str, str]]]


def plan() -> Plan:
    rows = [
        iki("1", n, target, result, aspek=aspek, satuan="Laporan", bukti="ada") for n, aspek, target, result in ASPECTS
    ]
    return [
        ({k: v for k, v in row.items() if k != "bukti"}, {**result, "bukti_tw4": "laporan.pdf"}) for row, result in rows
    ]


def unit(
    tahun: int,
    rows: Plan,
    behaviours: Mapping[str, str],
    rated: Mapping[str, str] | None = None,
    *more: Mapping[str, str],
    pendapat: str = "",
    periode: str = "",
) -> Tables:
    periode = periode or ("TW4" if tahun == 2021 else "TAHUNAN")
    return tables(
        unit=[
            {
                "tahun": str(tahun),
                "periode": periode,
                "kode_unit": "U",
                "nama_unit": "UJI",
                "nip_kepala": WHO,
                "pendapat": pendapat,
            }
        ],
        pegawai=[PERSON],
        rencana=[row for row, _ in rows],
        realisasi=[row for _, row in rows],
        perilaku=[{"nilai": name, "angka_tw4": value} for name, value in behaviours.items()],
        penilaian=[{"periode": periode, "tanggal": f"{tahun + 1}-01-05", **row} for row in ((rated or {}), *more)],
        pengembangan=[],
    )


def found(tahun: int, made: Tables) -> list[Finding]:
    periode = Periode(made.unit["periode"].iloc[0])
    return check(made, periode, aturan_periode(periode, tahun))


def extra(**columns: str) -> Plan:
    row, result = iki("2", "1", "10", "8", kategori="Tambahan", satuan="Laporan", **columns)
    return [*plan(), (row, {**result, "bukti_tw4": "a.pdf"})]


def ranged() -> Plan:
    """A target as a range, which PP 46/2011 does not know."""
    rows = plan()
    return [*rows[:1], ({**rows[1][0], "target": "80 - 90"}, rows[1][1]), rows[2]]


DEFECTS: dict[str, Callable[[], tuple[int, Tables, str]]] = {
    "SKL001": lambda: (2020, unit(2020, plan(), {**PP_46, "Akuntabel": "80"}), "C11"),
    "SKL002": lambda: (2020, unit(2020, plan(), {**PP_46, "Disiplin": ""}), "B6"),
    "SKL003": lambda: (2020, unit(2020, plan(), {**PP_46, "Disiplin": "101"}), "9"),
    "SKL004": lambda: (2020, unit(2020, plan(), PP_46, {"tugas_tambahan": "4"}), "6"),
    "SKL005": lambda: (2020, unit(2020, plan()[:2], PP_46), "C6"),
    "SKL006": lambda: (2020, unit(2020, [*plan(), _again()], PP_46), "9"),
    "SKL007": lambda: (2021, unit(2021, extra(bobot_penugasan="-5"), P_8), "9"),
    "SKL008": lambda: (2020, unit(2020, plan(), PP_46, {"periode": "TW1"}), "B6"),
    "SKL009": lambda: (2021, unit(2021, plan(), P_8, {"gagasan": "ada"}), "6"),
    "SKL010": lambda: (2021, unit(2021, plan(), P_8, pendapat="mungkin"), ""),
    "SKL011": lambda: (2020, unit(2020, ranged(), PP_46), "B6"),
    "SKL012": lambda: (2021, unit(2021, plan(), P_8, periode="TAHUNAN"), ""),
}


def _again() -> tuple[dict[str, str], dict[str, str]]:
    row, result = iki("1", "4", "100", "90", aspek="Kualitas", satuan="Nilai")
    return row, {**result, "bukti_tw4": "a.pdf"}


@pytest.mark.parametrize("code", DEFECTS)
def test_one_defect_one_finding(code: str) -> None:
    tahun, made, place = DEFECTS[code]()
    told = found(tahun, made)
    assert [f.code for f in told] == [code]
    assert told[0].cell.endswith(place)
    person = ("", "") if told[0].sheet == "Unit" else (WHO, "Budi Contoh")
    assert (told[0].file, told[0].nip, told[0].nama) == (FILE, *person)


def test_every_rule_of_old_years_has_its_defect() -> None:
    assert set(DEFECTS) == {code for code, rule in RULES.items() if issubclass(rule.untuk, AturanAngka)}


@pytest.mark.parametrize(
    ("tahun", "made"),
    [
        (2020, unit(2020, plan(), PP_46)),
        (2020, unit(2020, plan(), PP_46, {"tugas_tambahan": "3", "kreativitas": "12"})),
        (2020, unit(2020, extra(), PP_46)),
        (2020, unit(2020, plan(), {**PP_46, "Disiplin": "100", "Komitmen": "0"})),
        (2021, unit(2021, plan(), P_8)),
        (2021, unit(2021, extra(bobot_penugasan="5"), P_8, {"gagasan": "Ya"})),
        (2021, unit(2021, plan()[:1], {**P_8, "Komitmen": "120"})),
        (2021, unit(2021, [*plan(), _again()], P_8)),
    ],
)
def test_the_clean_twin_and_near_misses(tahun: int, made: Tables) -> None:
    assert found(tahun, made) == []


def test_behaviours_not_begun_are_no_gap() -> None:
    nobody_rated = unit(2020, plan(), dict.fromkeys(PP_46, ""), {"periode": "TW1"})
    assert found(2020, nobody_rated) == []


def test_a_blank_form_of_the_year_with_two_laws_has_rows_of_both() -> None:
    assert found(2021, unit(2021, plan(), {**P_8, "Integritas": "", "Disiplin": ""})) == []


@pytest.mark.parametrize(
    ("code", "made"),
    [
        ("NIL008", unit(2020, plan(), PP_46, {"kreativitas": "3"}, {"kreativitas": "12"})),
        ("NIL011", unit(2020, plan(), PP_46, {}, {"periode": "Semester II", "kreativitas": "12"})),
        ("NIL007", unit(2020, plan(), PP_46, {"tanggal": "31/02/2020"})),
        ("NIL012", unit(2020, plan(), PP_46, {}, {"nip": "198501012010012002"})),
    ],
)
def test_rules_of_the_form_itself_hold_in_every_year(code: str, made: Tables) -> None:
    assert [f.code for f in found(2020, made)] == [code]


def test_why_there_is_no_value_is_said() -> None:
    (told,) = found(2020, unit(2020, ranged(), PP_46))
    assert "target berupa rentang, yang tidak dikenal PP 46/2011" in told.message
    assert "Nilai SKP: kegiatan 1 belum bernilai; bobotnya tidak dibagikan kepada yang lain" in told.message
