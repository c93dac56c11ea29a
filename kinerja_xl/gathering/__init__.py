"""Staff forms into the unit workbook (``kinerja himpun``): read each Formulir SKP, ours or a familiar foreign one, and merge by person.

Formulir SKP --read_form--> StaffForm --merge--> changes of cells + Findings --write--> Buku Kerja Unit
"""
