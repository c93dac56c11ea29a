"""The unit whose workbook the careless clerk edits: three people, everything in order."""

from tests.workbooks import HEAD, Unit, nip

BAIK = ("Sesuai Ekspektasi", "Sesuai Ekspektasi")


def unit_workbook() -> Unit:
    """The unit, Triwulan II 2026."""
    unit = Unit("KELURAHAN CEROBOH", "CBH-01", capaian="Baik")
    unit.person(
        HEAD,
        "Siti Penilai",
        nip_penilai=nip(90),
        nama_penilai="Rahmat Atasan",
        jabatan_penilai="Camat Uji",
        jabatan="Lurah Uji",
    )
    unit.rows["pegawai"][0] |= {"golongan": "III/d", "pangkat": "Penata Tk. I", "jenis_jabatan": "Pengawas"}
    unit.rows["pegawai"][0] |= {
        "format_skp": "Pimpinan",
        "nama_atasan": "Tuti Kota",
        "jabatan_atasan": "Sekretaris Daerah",
    }
    unit.iki(HEAD, 1, 1, "12", "12", rhk_pimpinan="", aspek="")
    unit.rows["rencana"][0]["rhk"] = "Meningkatnya layanan"
    for serial, nama in ((1, "Budi Contoh"), (2, "Cici Contoh"), (3, "Dedi Contoh")):
        unit.person(nip(serial), nama)
        for number in (1, 2):
            unit.iki(nip(serial), number, 1, "10", "9", indikator=f"Jumlah berkas {nama} {number} yang selesai")
    for who in (HEAD, nip(1), nip(2), nip(3)):
        unit.rate(who, *BAIK, tanggal="2026-07-06")
    return unit
