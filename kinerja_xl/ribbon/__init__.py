"""The functions behind the buttons of the ribbon tab Kinerja, written against xlwings' Book; ``hosts`` brings them a Book."""
