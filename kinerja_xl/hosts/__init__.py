"""How a button reaches a workbook: Excel, LibreOffice, a closed file; each gives the functions of ``ribbon`` an xlwings Book."""
