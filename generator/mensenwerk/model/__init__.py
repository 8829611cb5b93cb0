"""Document → case: the vocabulary in two languages, frozen types, rules, JSON Schema."""

from mensenwerk.model.case import Case
from mensenwerk.model.edition import Edition
from mensenwerk.model.family import hold_family_rules
from mensenwerk.model.literature import Reference, read_references
from mensenwerk.model.moments import Moment, moments
from mensenwerk.model.read import ReadCase, ReadEdition, read_case, read_edition

__all__ = [
    "Case",
    "Edition",
    "Moment",
    "ReadCase",
    "ReadEdition",
    "Reference",
    "hold_family_rules",
    "moments",
    "read_case",
    "read_edition",
    "read_references",
]
