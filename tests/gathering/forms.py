"""Staff forms for tests as the reader returns them: plain values, every text with a made-up place."""

from kinerja_xl.gathering.staff_form import Place, Row, StaffForm
from tests.workbooks import PERSON, TAHUN, nip

FORM_SHEET = "SKP"


def form(serial: int = 1, berkas: str = "", **columns: str) -> StaffForm:
    """The form of a made-up person with nothing planned yet; ``columns`` are further columns of Pegawai."""
    who = nip(serial)
    made = StaffForm(berkas or f"skp-{serial:03d}.xlsx", str(TAHUN), "UJI-01", "KELURAHAN UJI")
    made.rows["pegawai"] = [{"nip": who, "nama": f"Pegawai {serial}"} | columns]
    return placed(made)


def whole(serial: int = 1, berkas: str = "") -> StaffForm:
    """A form with everything: the person, two indicators with results, a value, a rating."""
    made = form(serial, berkas, **{key: text for key, text in PERSON.items() if key != "nama"})
    made.unit["capaian_tw1"] = "Baik"
    plan(made, 1, 1, target="10")
    plan(made, 1, 2, target="80 - 90%")
    made.rows["perilaku"] = [{"nilai": "Akuntabel", "umpan_balik_tw1": "Teliti"}]
    made.rows["penilaian"] = [{"periode": "TW1", "rating_hasil": "Sesuai Ekspektasi", "tanggal": "2026-04-06"}]
    return placed(made)


def plan(made: StaffForm, no_rhk: int, no_iki: int, **columns: str) -> StaffForm:
    """Add an indicator and its result."""
    numbers = {"no_rhk": str(no_rhk), "no_iki": str(no_iki)}
    own: Row = {"rhk": f"Hasil {no_rhk}", "indikator": f"Indikator {no_rhk}.{no_iki}", "target": "10"} | columns
    made.rows.setdefault("rencana", []).append(numbers | own)
    made.rows.setdefault("realisasi", []).append(numbers | {"realisasi_tw1": "5"})
    return placed(made)


def placed(made: StaffForm) -> StaffForm:
    """Give every value a place."""
    for table, rows in (made.rows | {"unit": [made.unit]}).items():
        for index, row in enumerate(rows):
            for number, key in enumerate(row, start=1):
                made.places.setdefault(
                    (table, index, key), Place(FORM_SHEET, f"{'ABCDEFGHIJKLMNOPQRSTUVW'[index % 23]}{number}")
                )
    return made
