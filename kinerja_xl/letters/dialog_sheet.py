"""One person's sheet for the dialogue on a page of A4, with room for what is agreed; and the look of the whole workbook."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kinerja_xl.consolidation.master_styles import FONT, GREY, LINE, NAVY, PALE, SOFT
from kinerja_xl.letters.dialog import Dialog
from kinerja_xl.periods import Periode

LIST = "Daftar Dialog"
"""Name of the first sheet; by it such a workbook is known as our own."""
WIDTHS = (6, 34, 14, 14, 11, 30)
BESIDE = len(WIDTHS)
"""Column beside the page: what stands there is seen on the screen and not printed."""
LINE_HEIGHT, A_UNIT = 13.5, 1.1
"""Points of a line of text; characters of it that a unit of width holds."""
NOTES = 5
"""Empty lines for what is agreed."""


@dataclass(frozen=True)
class Heading:
    """Whose sheets these are: unit and period."""

    unit: str
    tahun: int
    periode: Periode

    @property
    def text(self) -> str:
        """As it stands under the title."""
        return f"{self.unit}   |   {self.periode.label} Tahun {self.tahun}"


class Look:
    """The formats, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        text = {"font_name": FONT, "font_size": 10, "valign": "top", "num_format": "@"}
        box = {**text, "border": 1, "border_color": LINE, "text_wrap": True}
        self.title = self._new(text, bold=True, font_size=15, font_color=NAVY)
        self.muted = self._new(text, font_color=GREY)
        self.label = self._new(text, font_color=GREY, text_wrap=True)
        self.plain = self._new(text)
        self.text = self._new(text, text_wrap=True)
        self.strong = self._new(text, bold=True, text_wrap=True)
        self.section = self._new(text, bold=True, font_color="#FFFFFF", bg_color=NAVY)
        self.head = self._new(box, bold=True, bg_color=PALE)
        self.cell = self._new(box)
        self.percent = self._new(box, num_format="0.00", align="center")
        self.result = self._new(box, bold=True, bg_color=SOFT)
        self.link = self._new(box, font_color="#0563C1", underline=1)

    def _new(self, base: dict[str, Any], **more: object) -> Format:
        return self._book.add_format(base | more)


def write_percent(sheet: Worksheet, row: int, column: int, value: float | None, look: Look) -> None:
    """A number in percent; an empty cell where there is none."""
    if value is None:
        sheet.write_blank(row, column, None, look.cell)
    else:
        sheet.write_number(row, column, value, look.percent)


def page_setup(sheet: Worksheet, *, high: int) -> None:
    """A4 in portrait, one page wide and ``high`` pages high (0: as many as it takes)."""
    sheet.set_portrait()
    sheet.set_paper(9)
    sheet.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, high)
    sheet.set_footer("&L&8&A")
    sheet.hide_gridlines(2)


class PersonSheet:
    """Writes one person's sheet from the top down."""

    def __init__(self, sheet: Worksheet, look: Look, person: Dialog) -> None:
        self.sheet, self.look, self.person = sheet, look, person
        self.row = 0

    def write(self, heading: Heading) -> None:
        """Everything, in the order of the talk."""
        for column, width in enumerate(WIDTHS):
            self.sheet.set_column(column, column, width)
        self._top(heading)
        self._results()
        self._section("Hasil kerja")
        self._table(("No.", "Indikator", "Target", "Realisasi", "Capaian (%)", "Umpan balik"), self._indicators())
        self._section("Perilaku kerja")
        self._lines([_joined(*each) for each in self.person.perilaku], "Belum ada umpan balik perilaku.")
        self._section("Pengembangan dan tindak lanjut")
        activities = [" - ".join(part for part in each if part) for each in self.person.pengembangan]
        self._lines([*self.person.rekomendasi, *activities], "Belum ada.")
        self._section("Untuk dibicarakan")
        self._lines([f"{n}. {text}" for n, text in enumerate(self.person.bahan, start=1)], "")
        self._agreements()
        page_setup(self.sheet, high=1)
        self.sheet.print_area(0, 0, self.row, BESIDE - 1)

    def _top(self, heading: Heading) -> None:
        self.sheet.write_string(0, 0, "Umpan Balik Kinerja", self.look.title)
        self.sheet.write_string(1, 0, heading.text, self.look.muted)
        self.sheet.write_url(0, BESIDE, f"internal:'{LIST}'!A1", self.look.muted, "Kembali ke daftar")
        self.row = 3
        person = self.person
        for label, text in (
            ("Nama", person.nama),
            ("NIP", person.nip),
            ("Jabatan", person.jabatan),
            ("Penilai", person.penilai),
        ):
            self.sheet.merge_range(self.row, 2, self.row, 5, text, self.look.strong)
            self.sheet.merge_range(self.row, 0, self.row, 1, label, self.look.label)
            self.row += 1

    def _results(self) -> None:
        self._section("Hasil evaluasi")
        for label, value in self.person.hasil:
            self.sheet.merge_range(self.row, 0, self.row, 1, label, self.look.cell)
            self.sheet.merge_range(self.row, 2, self.row, 5, value, self.look.result)
            self.row += 1
        for period, work, conduct, predikat in self.person.riwayat:
            text = "; ".join(part for part in (_labelled("hasil", work), _labelled("perilaku", conduct)) if part)
            self.sheet.merge_range(self.row, 0, self.row, 1, period, self.look.cell)
            self.sheet.merge_range(self.row, 2, self.row, 5, _joined(predikat, "", text), self.look.cell)
            self.row += 1

    def _section(self, title: str) -> None:
        self.row += 1
        self.sheet.merge_range(self.row, 0, self.row, 5, title, self.look.section)
        self.row += 1

    def _indicators(self) -> Iterator[tuple[Any, ...]]:
        for each in self.person.indikator:
            yield each.nomor, each.uraian, each.target, each.realisasi or "-", each.capaian, each.umpan_balik

    def _table(self, heads: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> None:
        for column, head in enumerate(heads):
            self.sheet.write_string(self.row, column, head, self.look.head)
        for values in rows:
            self.row += 1
            for column, value in enumerate(values):
                if isinstance(value, str):
                    self.sheet.write_string(self.row, column, value, self.look.cell)
                else:
                    write_percent(self.sheet, self.row, column, value, self.look)
            texts = [(str(value), width) for value, width in zip(values, WIDTHS, strict=True) if isinstance(value, str)]
            self.sheet.set_row(self.row, LINE_HEIGHT * max(lines(text, width) for text, width in texts))
        self.row += 1

    def _lines(self, texts: Sequence[str], nothing: str) -> None:
        for text in texts or ([nothing] if nothing else []):
            self.sheet.merge_range(self.row, 0, self.row, 5, text, self.look.cell)
            self.sheet.set_row(self.row, LINE_HEIGHT * lines(text, sum(WIDTHS)))
            self.row += 1

    def _agreements(self) -> None:
        self._section("Kesepakatan dialog")
        for first, last, head in ((0, 2, "Yang disepakati"), (3, 4, "Tenggat"), (5, 5, "Dukungan")):
            self._wide(first, last, head, self.look.head)
        for _ in range(NOTES):
            self.row += 1
            self.sheet.set_row(self.row, LINE_HEIGHT * 1.6)
            for first, last in ((0, 2), (3, 4), (5, 5)):
                self._wide(first, last, "", self.look.cell)
        self.row += 2
        for first, text in ((0, "Pegawai,"), (5, "Pejabat penilai,")):
            self.sheet.write_string(self.row, first, text, self.look.text if first else self.look.plain)
        self.row += 4
        self.sheet.write_string(self.row, 0, self.person.nama, self.look.plain)
        self.sheet.write_string(self.row, 5, self.person.penilai, self.look.text)

    def _wide(self, first: int, last: int, text: str, look: Format) -> None:
        if first == last:
            self.sheet.write_string(self.row, first, text, look)
        else:
            self.sheet.merge_range(self.row, first, self.row, last, text, look)


def lines(text: str, width: float) -> int:
    """Lines that a text takes in a column so wide, by its characters."""
    return sum(max(1, ceil(len(line) / (width * A_UNIT))) for line in text.split("\n")) if text else 1


def _joined(first: str, expected: str, said: str) -> str:
    """``Akuntabel (diharapkan: ...): ...``."""
    hope = f" (diharapkan: {expected.rstrip('.')})" if expected else ""
    return f"{first}{hope}: {said}" if said else f"{first}{hope}"


def _labelled(label: str, text: str) -> str:
    return f"{label} {text}" if text else ""
