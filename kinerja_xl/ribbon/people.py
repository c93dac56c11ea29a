"""Who is selected: the people whose rows are marked on any sheet of the form that has a NIP."""

from kinerja_xl.forms.description import Kind
from kinerja_xl.forms.unit_workbook import form_of
from kinerja_xl.ribbon.opened import Opened


def selected_people(opened: Opened) -> list[str]:
    """NIPs of the selected rows, each once, in their order; none where no row of data is selected."""
    name, rows = opened.selected
    table = next((t for t in form_of(opened.scored.tahun).tables if t.name == name), None)
    if table is None or not any(f.key == "nip" and f.kind is Kind.NIP for f in table.fields):
        return []
    frame = opened.scored.tables[table.key]
    there = frame[frame["baris"].isin(rows) & (frame["nip"] != "")]
    return list(dict.fromkeys(str(nip) for nip in there["nip"]))
