"""The Formulir SKP of one person and year: the sheets of the familiar form, with formulas that show achievement while people type."""
