"""Files of other tools → cases: each person and their network, with roles in place of names."""

from mensenwerk.exchange.read.case_file import MadeCase, as_case
from mensenwerk.exchange.read.columns import meaning, words_in
from mensenwerk.exchange.read.formats import FORMATS, Format, Reading, read_networks
from mensenwerk.exchange.read.network import Done, Left, Network, Role, Someone, When
from mensenwerk.exchange.read.roles import role_of
from mensenwerk.exchange.read.spell import spell

__all__ = [
    "FORMATS",
    "Done",
    "Format",
    "Left",
    "MadeCase",
    "Network",
    "Reading",
    "Role",
    "Someone",
    "When",
    "as_case",
    "meaning",
    "read_networks",
    "role_of",
    "spell",
    "words_in",
]
