"""Mensenwerk: from case files about people and their relationships to a casebook."""

from importlib.metadata import version

__version__ = version("mensenwerk")
