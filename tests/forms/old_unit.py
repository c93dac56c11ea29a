"""A small unit workbook of a year before the ratings, for the tests of such years."""

from tests.workbooks import HEAD, Unit, nip

PP_46 = ["Orientasi Pelayanan", "Integritas", "Komitmen", "Disiplin", "Kerja Sama", "Kepemimpinan"]
"""The behaviours of PP 46/2011; the last only of structural posts."""


def old_unit(tahun: int, periode: str) -> Unit:
    """A supervisor and a staff member, each with an activity of three aspects, an appraisal and one number of perilaku."""
    unit = Unit(tahun=tahun, periode=periode).person(HEAD, "Siti Penilai", jenis_jabatan="Pengawas").person(nip(1))
    for who in (HEAD, nip(1)):
        for number, aspek in enumerate(("Kuantitas", "Kualitas", "Waktu"), start=1):
            unit.iki(who, 1, number, "12", "12", aspek=aspek)
        unit.appraise(who, tugas_tambahan="2", kreativitas="3")
    return unit.behave(nip(1), kerja_sama="88,5").behave(HEAD, kepemimpinan="90")
