"""`python -m mensenwerk`."""

from mensenwerk.cli import main

main()
