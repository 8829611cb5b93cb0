"""ClearedCase → facts: who counts, six characteristics per map, what changed. Lists, never counts across cases."""

from mensenwerk.network.facts import CaseFacts, MapFacts, facts
from mensenwerk.network.graph import acquaintance, density_of

__all__ = ["CaseFacts", "MapFacts", "acquaintance", "density_of", "facts"]
