"""Numbers that people look up."""

LARGEST = 5000
