"""Mensenwerk: from case files about people and their relations to a casebook."""

from importlib.metadata import version

__version__ = version("mensenwerk")
