"""Case → `ClearedCase`: the only door through which anything is published.

texts ─ detect ─┐
registry ───────┼─ findings ─ tell ─┐
traits, special ┘                   ├─ door ─ project → cleared
audiences (the table) ─ permission ─┘
"""

from mensenwerk.guards.cleared import ALL, ClearedCase, ClearedLink, ClearedMap, ClearedPerson, ClearedTie
from mensenwerk.guards.door import Admitted, Guard, admit
from mensenwerk.guards.registry import Registry, RegistryError, load_registry
from mensenwerk.guards.withdrawn import Tombstone, read_withdrawn

__all__ = [
    "ALL",
    "Admitted",
    "ClearedCase",
    "ClearedLink",
    "ClearedMap",
    "ClearedPerson",
    "ClearedTie",
    "Guard",
    "Registry",
    "RegistryError",
    "Tombstone",
    "admit",
    "load_registry",
    "read_withdrawn",
]
