"""From case files to a casebook: `check` reads and judges, `make` counts, draws and writes. Each is readable as one
list."""

from mensenwerk.casebook.again import made_again
from mensenwerk.casebook.making import drawings_of, make
from mensenwerk.casebook.reading import check
from mensenwerk.casebook.types import HOME, Casebook, Checked, EngineName, Progress, Settings

__all__ = [
    "HOME",
    "Casebook",
    "Checked",
    "EngineName",
    "Progress",
    "Settings",
    "check",
    "drawings_of",
    "made_again",
    "make",
]
