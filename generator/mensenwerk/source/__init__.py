"""YAML text → `Document`: plain data, with a line and column for every path. The only importer of yaml."""

from mensenwerk.source.document import Document, Path, Plain, Scalar
from mensenwerk.source.edit import CannotEditError, put, replace_file
from mensenwerk.source.folder import case_files, is_case_file, read_folder
from mensenwerk.source.read import read_bytes, read_file, read_text

__all__ = [
    "CannotEditError",
    "Document",
    "Path",
    "Plain",
    "Scalar",
    "case_files",
    "is_case_file",
    "put",
    "read_bytes",
    "read_file",
    "read_folder",
    "read_text",
    "replace_file",
]
