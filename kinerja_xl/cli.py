"""The command ``kinerja``: parses, calls one function, prints. Heavy parts are imported by the command that needs them.

Exit codes: 0 done and no galat, 1 done with galat, 2 the command could not be carried out.
"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kinerja_xl import __version__, cli_forms, cli_install, cli_words, console
from kinerja_xl import cli_options as opsi
from kinerja_xl.periods import Periode

cli_words.speak_indonesian()

app = typer.Typer(
    name="kinerja",
    cls=cli_words.Kelompok,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="SKP dan evaluasi kinerja ASN di Excel: periksa, nilai, konsolidasi, dan surat umpan balik.\n\nMulai dari: kinerja coba",
    epilog="Kode keluar: 0 selesai tanpa galat, 1 selesai dengan galat, 2 perintah tidak dapat dijalankan.",
)
app.add_typer(cli_forms.formulir, name="formulir")
app.add_typer(cli_install.pasang, name="pasang")


def _tell_version(wanted: bool) -> None:
    if wanted:
        print(f"kinerja_xl {__version__}")
        raise typer.Exit


@app.callback()
def _kinerja(
    version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Tampilkan versi.")
    ] = False,
) -> None:
    """Options of the command itself."""


@app.command(cls=cli_words.Perintah, epilog="Contoh: kinerja coba hasil")
def coba(
    folder: Annotated[Path, typer.Argument(help="Folder baru untuk hasilnya.", metavar="FOLDER")] = Path(
        "coba-kinerja"
    ),
) -> None:
    """Data contoh, konsolidasi, dan surat: pekerjaan utama dalam satu perintah."""
    from kinerja_xl import cli_jobs as jobs

    jobs.try_out(folder)


@app.command(cls=cli_words.Perintah, epilog="Contoh: kinerja contoh latihan --unit 8 --periode TW2 --cacat")
def contoh(
    folder: Annotated[Path, typer.Argument(help="Folder baru untuk buku kerja contoh.", metavar="FOLDER")],
    unit: opsi.BanyakUnit = 8,
    pegawai: Annotated[
        int | None, typer.Option(help="Pegawai setiap unit; bawaan: 12 sampai 40.", min=5, max=60)
    ] = None,
    tahun: opsi.TahunFormulir = None,
    periode: Annotated[
        Periode | None,
        typer.Option(help="Terisi sampai periode ini; bawaan: TW2, dengan --cacat TW3.", case_sensitive=False),
    ] = None,
    benih: Annotated[int, typer.Option(help="Benih acak: benih yang sama memberi berkas yang sama.")] = 1,
    cacat: Annotated[
        bool, typer.Option("--cacat", help="Sisipkan kesalahan yang diketahui; daftarnya di cacat.json.")
    ] = False,
    formulir: opsi.SebagaiFormulir = False,
) -> None:
    """Buat buku kerja unit, atau Formulir SKP, contoh yang sudah terisi."""
    from kinerja_xl import cli_examples

    if cacat and formulir:
        raise typer.BadParameter("tidak bersama --formulir", param_hint="--cacat")
    choice = cli_examples.ExampleChoice(tahun or opsi.this_year(), periode, benih, unit, pegawai)
    if formulir:
        cli_examples.make_forms(folder, choice)
    else:
        cli_examples.make_units(folder, choice, cacat=cacat)


@app.command(
    cls=cli_words.Perintah,
    epilog="Contoh: kinerja himpun formulir/ -o kelurahan.xlsx --uji-coba   |   kinerja himpun formulir/ -o kelurahan.xlsx",
)
def himpun(
    formulir: opsi.Formulir,
    keluar: opsi.BukuKerja,
    daftar: opsi.DaftarPegawai = None,
    utamakan: opsi.Pilihan = opsi.Utamakan.UNIT,
    nip: opsi.HanyaNip = None,
    tahun: opsi.TahunHimpun = None,
    peta: opsi.BerkasPeta = None,
    petakan: opsi.Petakan = False,
    uji_coba: opsi.UjiCoba = False,
    bentuk: Annotated[opsi.Keluaran, typer.Option("--format", help="Bentuk hasil di layar.")] = opsi.Keluaran.TEKS,
    rinci: opsi.Rinci = False,
    instansi: opsi.BerkasInstansi = None,
    pekerja: opsi.Pekerja = 2,
    _skema: opsi.SkemaHimpun = False,
) -> None:
    """Himpun Formulir SKP pegawai ke dalam Buku Kerja Unit; yang berbeda disebut, tidak ditimpa."""
    from kinerja_xl import cli_himpun

    prefer, as_json = utamakan is opsi.Utamakan.FORMULIR, bentuk is opsi.Keluaran.JSON
    choice = cli_himpun.GatherChoice(
        prefer, tuple(nip or ()), daftar, tahun, peta, petakan, uji_coba, as_json, rinci, pekerja, instansi
    )
    cli_himpun.gather_forms(formulir, keluar, choice)


@app.command(
    cls=cli_words.Perintah,
    epilog="Contoh: kinerja periksa unit/ --keluaran temuan.xlsx   |   kinerja periksa unit/ --tandai bertanda",
)
def periksa(
    masukan: opsi.Masukan,
    bentuk: Annotated[opsi.Keluaran, typer.Option("--format", help="Bentuk hasil di layar.")] = opsi.Keluaran.TEKS,
    rinci: opsi.Rinci = False,
    keluaran: opsi.BerkasTemuan = None,
    tandai: opsi.FolderTanda = None,
    daftar: opsi.DaftarPegawai = None,
    instansi: opsi.BerkasInstansi = None,
    pekerja: opsi.Pekerja = 2,
    _skema: opsi.Skema = False,
) -> None:
    """Periksa buku kerja: setiap masalah disebut berkas, lembar, sel, orang, dan apa yang perlu dilakukan."""
    from kinerja_xl import cli_check, cli_jobs

    choice = cli_check.CheckChoice(bentuk is opsi.Keluaran.JSON, rinci, keluaran, tandai, daftar)
    cli_check.check_workbooks(masukan, choice, cli_jobs.reading(pekerja, instansi))


@app.command(
    cls=cli_words.Perintah,
    epilog="Contoh: kinerja konsolidasi unit/ -o master.xlsx --surat surat/ --daftar pegawai.csv   |   kinerja konsolidasi unit/ -o tw2.xlsx --sebelumnya tw1.xlsx --siasn siasn.csv   |   kinerja konsolidasi s3://bucket/unit -o master.xlsx --klaster tcp://10.0.0.5:8786",
)
def konsolidasi(
    masukan: opsi.MasukanAlamat,
    keluar: Annotated[Path, typer.Option("-o", "--keluar", help="Master yang ditulis.", metavar="MASTER.xlsx")],
    daftar: opsi.DaftarPegawai = None,
    sebelumnya: opsi.MasterSebelumnya = None,
    siasn: opsi.BerkasSiasn = None,
    surat: opsi.FolderSurat = None,
    tanggal: opsi.Tanggal = None,
    nomor: opsi.Nomor = 1,
    rincian: opsi.Rincian = False,
    instansi: opsi.BerkasInstansi = None,
    tembolok: opsi.Tembolok = None,
    pekerja: opsi.Pekerja = 2,
    klaster: opsi.Klaster = None,
) -> None:
    """Satukan semua buku kerja unit menjadi satu master."""
    from kinerja_xl import cli_konsolidasi
    from kinerja_xl.cli_jobs import reading
    from kinerja_xl.cli_letters import LetterChoice

    if rincian and surat is None:
        raise typer.BadParameter("hanya bersama --surat", param_hint="--rincian")
    if rincian and klaster:
        raise typer.BadParameter("tidak bersama --rincian", param_hint="--klaster")
    letters = LetterChoice(opsi.day(tanggal), nomor, rincian=rincian)
    choice = cli_konsolidasi.ConsolidateChoice(letters, daftar, surat, siasn, tuple(sebelumnya or ()))
    cli_konsolidasi.consolidate_workbooks(
        opsi.places(masukan), keluar, choice, reading(pekerja, instansi, tembolok, klaster)
    )


@app.command(
    cls=cli_words.Perintah,
    epilog="Contoh: kinerja pantau unit/ -o master.xlsx --daftar pegawai.csv   (Ctrl+C untuk berhenti)",
)
def pantau(
    masukan: opsi.Masukan,
    keluar: Annotated[Path, typer.Option("-o", "--keluar", help="Master yang ditulis.", metavar="MASTER.xlsx")],
    daftar: opsi.DaftarPegawai = None,
    instansi: opsi.BerkasInstansi = None,
    tembolok: opsi.Tembolok = None,
    pekerja: opsi.Pekerja = 2,
) -> None:
    """Pantau folder: setiap buku kerja yang masuk atau berubah langsung masuk ke master."""
    from kinerja_xl.cli_jobs import reading
    from kinerja_xl.cli_konsolidasi import ConsolidateChoice
    from kinerja_xl.cli_letters import LetterChoice
    from kinerja_xl.cli_pantau import watch_workbooks

    choice = ConsolidateChoice(LetterChoice(opsi.day(None), 1), daftar)
    watch_workbooks(masukan, keluar, choice, reading(pekerja, instansi, tembolok))


@app.command(
    "surat",
    cls=cli_words.Perintah,
    epilog="Contoh: kinerja surat master.xlsx -o surat --nip 198609262015051001   |   kinerja surat kelurahan.xlsx -o surat --rincian",
)
def surat_perintah(
    sumber: Annotated[Path, typer.Argument(help="Master, atau buku kerja unit.", metavar="MASTER|UNIT")],
    keluar: Annotated[Path, typer.Option("-o", "--keluar", help="Folder surat.", metavar="FOLDER")],
    nip: opsi.HanyaNip = None,
    templat: Annotated[Path | None, typer.Option(help="Templat Word sendiri.", metavar="TEMPLAT.docx")] = None,
    tanggal: opsi.Tanggal = None,
    nomor: opsi.Nomor = 1,
    rincian: opsi.Rincian = False,
    instansi: opsi.BerkasInstansi = None,
) -> None:
    """Tulis surat hasil evaluasi kinerja, satu berkas Word untuk setiap pegawai, dan indeksnya."""
    from kinerja_xl import cli_jobs as jobs
    from kinerja_xl.cli_letters import LetterChoice

    letters = LetterChoice(opsi.day(tanggal), nomor, tuple(nip or ()), templat, rincian)
    jobs.write_letters_of(sumber, keluar, letters, jobs.reading(1, instansi))


@app.command(cls=cli_words.Perintah, epilog="Contoh: kinerja nilai unit/ --uji-coba   |   kinerja nilai unit/")
def nilai(
    masukan: opsi.Masukan,
    uji_coba: opsi.UjiCoba = False,
    instansi: opsi.BerkasInstansi = None,
) -> None:
    """Tulis nilai dan rinciannya ke lembar Penilaian setiap buku kerja; berkas lama disimpan sebagai cadangan."""
    from kinerja_xl import cli_jobs, cli_nilai

    cli_nilai.score_workbooks(masukan, trial=uji_coba, how=cli_jobs.reading(2, instansi))


@app.command(
    cls=cli_words.Perintah,
    epilog="Contoh: kinerja jelaskan PEG002   |   kinerja jelaskan --nip 198609262015051001 kelurahan.xlsx",
)
def jelaskan(
    apa: Annotated[
        str | None,
        typer.Argument(
            help="Kode temuan (tanpa kode: daftarnya); dengan --nip: buku kerja unit.", metavar="KODE|BERKAS"
        ),
    ] = None,
    nip: Annotated[str | None, typer.Option(help="NIP pegawai yang nilainya dijelaskan.", metavar="NIP")] = None,
    instansi: opsi.BerkasInstansi = None,
) -> None:
    """Jelaskan arti sebuah kode temuan, atau nilai seorang pegawai langkah demi langkah."""
    from kinerja_xl import cli_explain, cli_jobs

    if nip is None:
        cli_explain.explain_rules(apa, instansi)
    elif apa is None:
        raise typer.BadParameter("sebutkan juga buku kerja unitnya", param_hint="--nip")
    else:
        cli_explain.explain_score(Path(apa), nip, cli_jobs.reading(1, instansi))


@app.command(
    cls=cli_words.Perintah,
    epilog="Contoh: kinerja regulasi --tanggal 2026-06-30   |   kinerja regulasi se-menpanrb-3-2023",
)
def regulasi(
    id_: Annotated[str | None, typer.Argument(help="Peraturan yang ingin dilihat isinya.", metavar="ID")] = None,
    tanggal: opsi.Tanggal = None,
    instansi: opsi.BerkasInstansi = None,
) -> None:
    """Daftar peraturan yang berlaku, dan dari mana setiap angka berasal."""
    from kinerja_xl import cli_regulations

    cli_regulations.show_regulations(id_, opsi.day(tanggal), instansi)


def main() -> None:
    """Entry point of the command ``kinerja``: runs it and turns what stops it into one line and the exit code 2."""
    console.use_safe_output()
    try:
        code = app(standalone_mode=False)
    except (typer.Abort, KeyboardInterrupt):
        console.say("Dihentikan.")
        code = 2
    except Exception as error:  # noqa: BLE001 the outermost boundary: nobody at a keyboard should meet a traceback
        from kinerja_xl import cli_failures

        code = cli_failures.exit_code_of(error)
    sys.exit(code if isinstance(code, int) else 0)
