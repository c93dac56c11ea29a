"""How a button or a custom function reaches a workbook: in Excel, in LibreOffice, in a closed file."""
