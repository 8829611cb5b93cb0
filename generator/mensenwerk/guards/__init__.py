"""Case → `ClearedCase`: the only door through which anything is published."""

from mensenwerk.guards.cleared import ALL, ClearedCase, ClearedLink, ClearedMap, ClearedPerson, ClearedTie
from mensenwerk.guards.decide import withheld
from mensenwerk.guards.project import clear

__all__ = ["ALL", "ClearedCase", "ClearedLink", "ClearedMap", "ClearedPerson", "ClearedTie", "clear", "withheld"]
