"""Settings of all tests: a slow machine is no failure of a law."""

from hypothesis import settings

settings.register_profile("tests", deadline=None)
settings.load_profile("tests")
