"""A case ↔ a spreadsheet (xlsx, or a folder of CSV files), for its author: all of it, and back without loss.

case ── lay_out ── tables ─┬─ workbook → *.xlsx       *.xlsx ─┬─ grids ── gather ── document → case
                           └─ commas   → *.csv         *.csv ─┘
"""

from mensenwerk.exchange.sheet.commas import read_commas, write_commas
from mensenwerk.exchange.sheet.gather import read_sheets
from mensenwerk.exchange.sheet.grid import Grid, told
from mensenwerk.exchange.sheet.lay_out import Table, lay_out, template
from mensenwerk.exchange.sheet.plan import in_order
from mensenwerk.exchange.sheet.workbook import MAX_BYTES, read_workbook, write_workbook

__all__ = [
    "MAX_BYTES",
    "Grid",
    "Table",
    "in_order",
    "lay_out",
    "read_commas",
    "read_sheets",
    "read_workbook",
    "template",
    "told",
    "write_commas",
    "write_workbook",
]
