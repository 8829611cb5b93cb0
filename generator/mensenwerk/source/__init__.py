"""YAML text → `Document`: plain data, with a line and column for every path. The only importer of yaml."""

from mensenwerk.source.document import Document, Path, Plain, Scalar
from mensenwerk.source.folder import read_folder
from mensenwerk.source.read import read_file, read_text

__all__ = ["Document", "Path", "Plain", "Scalar", "read_file", "read_folder", "read_text"]
