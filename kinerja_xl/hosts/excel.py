"""The buttons in Excel: the macro of a button runs ``press`` in Python, which finds the workbook that called."""

import xlwings as xw

from kinerja_xl.ribbon.press import press as press_on


def press(name: str) -> None:
    """Press the button ``name`` on the workbook whose ribbon was clicked."""
    press_on(name, xw.Book.caller())
