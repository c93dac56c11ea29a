"""From a folder of unit workbooks to one master: reading many files, checking, scoring, reconciling, writing.

``run`` does the work and returns a ``Konsolidasi`` value; ``schema`` names the master's sheets and columns once for the writer
and for everything that reads a master again; ``master`` writes it.
"""
