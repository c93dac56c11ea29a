"""The standard workbooks, each described once.

``description`` is the language of a description, ``unit_workbook`` the Buku Kerja Unit written in it; ``build`` makes the blank
file from it, ``fill`` puts values in, ``read`` gets them out again, and every finding takes its cell address from it.
"""
