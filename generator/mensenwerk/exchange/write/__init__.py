"""Cleared cases → files for other programs: GraphML, tables (CSV) and JSON.

cleared case ─┬─ flat (one thing as a row) ─┬─ tables  → *.csv
              │                             └─ graph   → *.graphml
              └─ json_case (with its schema)           → *.json
"""

from mensenwerk.exchange.write.files import FORMATS, Format, files_of, is_export
from mensenwerk.exchange.write.flat import Own, Subject
from mensenwerk.exchange.write.json_case import told

__all__ = ["FORMATS", "Format", "Own", "Subject", "files_of", "is_export", "told"]
