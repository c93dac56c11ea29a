"""LibreOffice as a host: an xlwings engine whose work the office does, over JSON lines; the extension that starts it; installing it.

The half inside the office is in ``macros/libreoffice``. Only the BSD-licensed part of xlwings is used.
"""
