"""Ecomaps in Hartman's notation: cleared maps in, inline SVG and its legend out."""

from mensenwerk.ecomap.draw import draw_maps
from mensenwerk.ecomap.drawing import Drawing, DrawingImpossible, LegendItem, LegendWords
from mensenwerk.ecomap.engine import Engine, choose_engine, dot_engine, wasi_engine
from mensenwerk.ecomap.own_words import kept_words
from mensenwerk.ecomap.small import small_map

__all__ = [
    "Drawing",
    "DrawingImpossible",
    "Engine",
    "LegendItem",
    "LegendWords",
    "choose_engine",
    "dot_engine",
    "draw_maps",
    "kept_words",
    "small_map",
    "wasi_engine",
]
