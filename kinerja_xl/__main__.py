"""Lets ``python -m kinerja_xl`` do what the command ``kinerja`` does."""

from kinerja_xl.cli import main

main()
