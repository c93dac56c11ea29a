"""The data sheets of the master and of the list of findings: each frame under a title, a sentence of help and its headers, ready to filter and to print.

Layout of every sheet: title in row 1, help in row 2, navigation in row 3, headers in row 4, data from row 5.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from kinerja_xl.consolidation import master_styles as styles
from kinerja_xl.consolidation.master_bulk import BulkSheet, Rows, styled
from kinerja_xl.consolidation.master_cells import Cells, plain_values, text_of
from kinerja_xl.consolidation.master_links import LINKS_PER_SHEET, Links
from kinerja_xl.consolidation.master_styles import Look
from kinerja_xl.consolidation.master_texts import SHEET_TEXTS, SUMMARY, empty_text
from kinerja_xl.consolidation.result import Counts
from kinerja_xl.consolidation.schema import Column, Format
from kinerja_xl.indonesian import number_text

HEADER_ROW, FIRST_ROW = 3, 4
"""Rows counted from 0, as XlsxWriter does."""

_LINE_HEIGHT, _HEADER_HEIGHT = 12.6, 42
_PIXEL = 0.75
"""Points of a pixel, of which Excel makes the height of a row."""
_CHARACTERS = 1.2
"""Characters of ordinary text that a unit of column width holds; capitals need more."""

_ONE_PAGE, _SIDE_BY_SIDE = 310, 230
"""Widths in characters: what is fitted onto one landscape A4 page; what a page shows of a wider sheet, on several pages."""


@dataclass(frozen=True)
class Setting:
    """What the sheets of one workbook share: ``full_bar`` is the achievement whose bar fills the cell."""

    judul: str
    counts: Counts
    look: Look
    links: Links
    has_summary: bool
    full_bar: float = 100
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    """What a sheet says whose rows stand in a file of their own."""


@dataclass(frozen=True)
class DataSheet:
    """One data sheet while it is written."""

    name: str
    frame: pd.DataFrame
    sheet: BulkSheet
    setting: Setting
    columns: tuple[Column, ...]
    """Its columns, from the schema."""

    @property
    def look(self) -> Look:
        """The formats of the workbook."""
        return self.setting.look

    @property
    def _title(self) -> str:
        return " - ".join(filter(None, (self.name, self.setting.judul))).upper()

    @property
    def last_row(self) -> int:
        """Row of the last data, or of the headers where there is none."""
        return HEADER_ROW + len(self.frame)

    def write(self) -> None:
        """Write everything."""
        self._head()
        self._columns()
        if self.last_row > HEADER_ROW:
            self._data()
            self._colours()
        self._behaviour()
        self._print_set_up()

    def _head(self) -> None:
        texts = SHEET_TEXTS[self.name]
        band = self.look(bg_color=styles.NAVY)
        for place in range(1, len(self.columns)):
            self.sheet.write_blank(0, place, None, band)
        title = self.look(bold=True, font_size=15, font_color="white", bg_color=styles.NAVY, indent=1)
        self.sheet.write_string(0, 0, self._title, title)
        empty = self.last_row == HEADER_ROW
        help_text = empty_text(self.name, self.setting.counts) if empty else texts.help
        help_text = self.setting.elsewhere.get(self.name, help_text)
        self.sheet.write_string(1, 0, help_text, self.look(font_color=styles.GREY, italic=True, bold=empty))
        if self.setting.has_summary:
            blue = self.look(font_color=styles.BLUE, underline=1)
            self.sheet.write_url(2, 0, f"internal:{SUMMARY}!A1", blue, f"< {SUMMARY}")
        self.sheet.set_row(0, 27)
        self.sheet.set_row(HEADER_ROW, _HEADER_HEIGHT)
        if not empty:
            self._visible_rows()

    def _visible_rows(self) -> None:
        total = self.last_row - HEADER_ROW
        first, last = FIRST_ROW + 1, self.last_row + 1
        text = f" dari {number_text(total)} baris tampil"
        formula = f'=SUBTOTAL(103,A{first}:A{last})&"{text}"'
        self.sheet.write_formula(2, 2, formula, self.look(font_color=styles.GREY), f"{total}{text}")

    def _columns(self) -> None:
        header = self.look(
            bold=True,
            font_color="white",
            bg_color=styles.NAVY,
            text_wrap=True,
            align="center",
            border=1,
            border_color=styles.LINE,
        )
        for place, column in enumerate(self.columns):
            self.sheet.set_column(place, place, column.width)
            self.sheet.write_string(HEADER_ROW, place, column.header, header)

    def _data(self) -> None:
        lines = [1] * len(self.frame)
        rows = Rows(FIRST_ROW)
        for place, column in enumerate(self.columns):
            look, quoted = self.look.body(column.format), self.look.body(column.format, quoted=True)
            made, values = Cells(self.sheet, column, look, quoted), plain_values(self.frame[column.key])
            texts = made.texts(values)
            cells = made.of(values, texts)
            if column.format is Format.LINK:
                self._links(place, texts, cells)
            lines = _most_lines(lines, texts, column.width)
            rows.columns.append(cells)
        rows.heights = [_height(min(count, SHEET_TEXTS[self.name].lines)) for count in lines]
        self.sheet.lay(rows)

    def _links(self, place: int, texts: list[str], cells: list[str]) -> None:
        """Make the links, and put the cells that XlsxWriter makes for them in the place of ours."""
        look = self.look.body(Format.LINK, linked=True)
        style = styled(look)
        places = ("file", "sheet", "cell") if "file" in self.frame else ("berkas",)
        where = zip(*(map(text_of, plain_values(self.frame[key])) for key in places), strict=True)
        room = LINKS_PER_SHEET - 1
        for row, (text, target) in enumerate(zip(texts, where, strict=True), start=FIRST_ROW):
            link = self.setting.links.to(*target)
            if link and room > 0:
                self.sheet.write_url(row, place, link, look, text or "buka", f"Buka {target[0]}"[:255])
                cells[row - FIRST_ROW] = style + self.sheet.text_written(row, place)
                room -= 1

    def _colours(self) -> None:
        for place, column in enumerate(self.columns):
            area = (FIRST_ROW, place, self.last_row, place)
            for word, colours in styles.WORD_COLOURS.get(column.key, {}).items():
                rule = {"type": "text", "criteria": "begins with", "value": word} if word else {"type": "no_blanks"}
                self.sheet.conditional_format(*area, rule | {"format": self.look.colour(colours)})
            if column.format is Format.PERCENT:
                self.sheet.conditional_format(*area, styles.HEAT if column.key in styles.HEAT_KEYS else self._bar())

    def _bar(self) -> dict[str, object]:
        fixed = {"min_type": "num", "min_value": 0, "max_type": "num", "max_value": self.setting.full_bar}
        return {"type": "data_bar", "bar_color": "#9DC3E6", "bar_solid": True, **fixed}

    def _behaviour(self) -> None:
        last = len(self.columns) - 1
        self.sheet.freeze_panes(FIRST_ROW, self._key_columns()[1] + 1)
        self.sheet.autofilter(HEADER_ROW, 0, self.last_row, last)
        self.sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_col_to_name(last)}{self.last_row + 1}"})
        self.sheet.set_tab_color(SHEET_TEXTS[self.name].tab)
        self.sheet.set_zoom(90)
        self.sheet.hide_gridlines(2)

    def _key_columns(self) -> tuple[int, int]:
        keys = [column.key for column in self.columns]
        first, last = SHEET_TEXTS[self.name].keys
        return keys.index(first), keys.index(last)

    def _print_set_up(self) -> None:
        page_set_up(self.sheet, self.setting.judul)
        width = sum(column.width for column in self.columns)
        empty = self.last_row == HEADER_ROW
        pages, top = (1, 0) if empty or width <= _ONE_PAGE else (self._print_side_by_side(width), HEADER_ROW)
        self.sheet.fit_to_pages(pages, 0)
        self.sheet.repeat_rows(HEADER_ROW)
        self.sheet.print_area(top, 0, self.last_row, len(self.columns) - 1)

    def _print_side_by_side(self, width: float) -> int:
        """Repeat the key columns and the title on every page; gives the number of pages."""
        first, last = self._key_columns()
        repeated = sum(column.width for column in self.columns[first : last + 1])
        self.sheet.repeat_columns(first, last)
        self.sheet.set_header(f'&L&"{styles.FONT},Bold"&14{self._title}', {"margin": 0.35})
        self.sheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.6)
        return math.ceil((width - repeated) / (_SIDE_BY_SIDE - repeated))


def page_set_up(sheet: Worksheet, judul: str) -> None:
    """A4 landscape with narrow margins and a footer: the period, the sheet's name, the page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.45, bottom=0.6)
    sheet.set_footer(f"&L&8{judul}&C&8&A&R&8Halaman &P dari &N", {"margin": 0.3})


def _height(lines: int) -> str:
    """The attributes of a row with so many lines, in whole pixels; one line needs none."""
    pixels = round((lines * _LINE_HEIGHT + 2.4) / _PIXEL)
    return f' ht="{pixels * _PIXEL:g}" customHeight="1"' if lines > 1 else ""


def _most_lines(lines: list[int], texts: list[str], width: float) -> list[int]:
    """The lines of each row, with the texts of one more column."""
    room = width * _CHARACTERS
    known = {
        text: sum(_lines_of(part, room) for part in text.split("\n"))
        for text in dict.fromkeys(texts)
        if len(text) > room / 1.3 or "\n" in text
    }
    return [max(count, known.get(text, 1)) for count, text in zip(lines, texts, strict=True)] if known else lines


def _lines_of(text: str, room: float) -> int:
    capitals = sum(map(str.isupper, text))
    return max(1, math.ceil((len(text) + 0.3 * capitals) / room))
