"""Sheets of paper to sit down with: first people draw together, the computer comes after. View-models; `publish.paper`
sets them."""

from mensenwerk.pages.paper.cards import About, cards_sheet
from mensenwerk.pages.paper.empty import empty_sheet
from mensenwerk.pages.paper.sheet import Sheet, Size
from mensenwerk.pages.paper.steps import steps_sheet
from mensenwerk.pages.paper.wall import wall_sheets
from mensenwerk.pages.paper.yielded import yield_sheet

__all__ = ["About", "Sheet", "Size", "cards_sheet", "empty_sheet", "steps_sheet", "wall_sheets", "yield_sheet"]
