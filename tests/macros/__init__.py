"""Tests of the add-in for Excel: its text sources and the file made from them."""
