"""The sheet Temuan: where findings are written into the workbook. It is never read."""

from kinerja_xl.forms.description import Field, TableSheet

TEMUAN = TableSheet(
    "temuan",
    "Temuan",
    "TEMUAN PEMERIKSAAN",
    "Diisi oleh kinerja_xl. Perbaiki sel yang disebut, lalu periksa lagi.",
    (
        Field("tingkat", "Tingkat", 12),
        Field("kode", "Kode", 9),
        Field("lembar", "Lembar", 14),
        Field("sel", "Sel", 8),
        Field("nama", "Pegawai", 28),
        Field("pesan", "Pesan", 70),
        Field("saran", "Yang Perlu Dilakukan", 60),
    ),
    rows_a_person=2,
    spare_rows=20,
    frozen="tingkat",
)
