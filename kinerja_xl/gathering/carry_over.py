"""Last year's forms as the beginning of this year's: plan, targets, expectations and lists; results and ratings stay behind."""

from collections.abc import Iterable

from kinerja_xl.forms.skp.content import SkpContent
from kinerja_xl.gathering.staff_form import StaffForm


def by_person(forms: Iterable[StaffForm]) -> dict[str, SkpContent]:
    """The content of each accepted form by NIP; of several of one person the one of the latest year, then the last by name."""
    newest = sorted((f for f in forms if f.accepted and f.nip), key=lambda form: (form.tahun, form.berkas))
    return {form.nip: SkpContent(form.pegawai, form.rows, {}, form.lists) for form in newest}
