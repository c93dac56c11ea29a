"""From tables to Penilaian: achievement per indicator, RHK and person, suggestions, predikat, curve, angka kredit.

Vectorised over any number of workbooks; every number of the law comes from ``regulations``; ``trace`` tells the same numbers
as steps a person can follow.
"""
