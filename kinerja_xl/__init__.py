"""kinerja_xl: SKP and performance appraisal of Indonesian civil servants, kept in Excel and relieved of its pain.

The way through the house, one direction only::

    workbook --read--> Tables + Findings --check--> Findings --score--> Penilaian --write--> workbook | master | letters

``forms`` describes, builds and reads the workbooks; ``checks`` finds what is wrong; ``scoring`` computes; ``consolidation``
turns a folder into the master; ``letters`` writes to people; ``regulations`` holds the law as dated data; ``cli`` is the door.
"""

__version__ = "0.1.0"
