"""Letters to people: ``Penyampaian Hasil Evaluasi Kinerja``, one Word file a person, from a template that HR edits in Word.

``source`` takes a consolidation or a master file, ``context`` finds the words, ``template`` fills them in, ``write`` makes the
files and the index. ``standard_template`` builds the template in ``templates/``.
"""

from kinerja_xl.letters.source import LetterError, LetterSource, from_konsolidasi, from_master
from kinerja_xl.letters.write import LetterReport, write_letters

__all__ = ["LetterError", "LetterReport", "LetterSource", "from_konsolidasi", "from_master", "write_letters"]
