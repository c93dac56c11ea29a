"""All operations on one document, called by name: what a worker may ask of the office."""

from .books import Books
from .formats import Formats
from .values import Values


class Host(Books, Values, Formats):
    """The operations; each takes and gives what JSON can say."""

    def call(self, name, *args):
        """Run the operation ``name``."""
        return getattr(self, "op_" + name)(*args)
