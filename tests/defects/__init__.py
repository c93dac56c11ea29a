"""One defect, one workbook, one finding: every rule against the workbooks of the generator and their clean twins."""
