"""Example data: filled Buku Kerja Unit of made-up people, clean or with planted defects, for trying the program out.

``units`` makes the content, ``write`` the files; what people do and say stands in ``data/*.toml``.
"""
