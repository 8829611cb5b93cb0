"""ClearedCase → facts: who counts, six characteristics per map, what changed. Lists, never counts across cases."""

from mensenwerk.network.facts import CaseFacts, MapFacts, facts
from mensenwerk.network.graph import acquaintance
from mensenwerk.network.measures import Measures, density_of, measures

__all__ = ["CaseFacts", "MapFacts", "Measures", "acquaintance", "density_of", "facts", "measures"]
