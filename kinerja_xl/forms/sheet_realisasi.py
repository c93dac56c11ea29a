"""The sheet Realisasi: results, evidence and feedback of each quarter, cumulative, so that a quarter and the year are scored alike."""

from dataclasses import replace

from kinerja_xl.forms.columns import (
    KEY_HELP,
    live_field,
    name_field,
    nip_field,
    number_field,
    planned,
    quarter_fields,
)
from kinerja_xl.forms.description import Field, Kind, TableSheet
from kinerja_xl.forms.row_keys import indicator_key, person_key, rhk_key

_HELP = "Dihitung sendiri untuk periode di lembar Unit. Kosong: belum dapat dihitung, atau pendekatan kualitatif."
_KEY = indicator_key(rhk_key(person_key("{nip}"), "{no_rhk}"), "{no_iki}")
_ACHIEVED = f'IFERROR(INDEX({{hitung.capaian_iki}},MATCH({_KEY},{{hitung.kunci_iki}},0)),"")'

REALISASI = TableSheet(
    "realisasi",
    "Realisasi",
    "REALISASI BERDASARKAN BUKTI DUKUNG",
    "Satu baris untuk setiap indikator (NIP, No. RHK, No. IKI seperti di lembar Rencana). Realisasi kumulatif s.d. akhir triwulan.",
    (
        nip_field("nip", "NIP", KEY_HELP),
        name_field(),
        number_field("RHK", "Nomor RHK seperti di lembar Rencana."),
        number_field("IKI", "Nomor IKI seperti di lembar Rencana."),
        Field(
            "indikator",
            "Indikator Kinerja Individu",
            34,
            Kind.FORMULA,
            formula=planned("indikator"),
            read=False,
        ),
        Field(
            "target",
            "Target Setahun",
            13,
            Kind.FORMULA,
            formula=planned("target"),
            read=False,
        ),
        Field("satuan", "Satuan", 12, Kind.FORMULA, formula=planned("satuan"), read=False),
        *quarter_fields(
            (
                Field(
                    "realisasi",
                    "Realisasi s.d.",
                    14,
                    Kind.QUANTITY,
                    "Hasil kumulatif s.d. akhir triwulan. Contoh: 85,5 atau 12 Bulan. Pendekatan kualitatif: uraian.",
                ),
                Field(
                    "bukti",
                    "Bukti Dukung",
                    30,
                    help="Tautan atau nama berkas bukti. Pastikan penilai dapat membukanya.",
                    needed_when='{realisasi_{q}}<>""',
                ),
                Field("umpan_balik", "Umpan Balik", 34, help="Umpan balik penilai berdasarkan bukti dukung."),
            )
        ),
        replace(live_field("capaian", "Capaian (%)", 10, _HELP, _ACHIEVED), number_format="0.00"),
    ),
    rows_a_person=14,
    spare_rows=20,
    frozen="indikator",
    pages_wide=3,
)
