"""The parts of build.py: one module a table, and what they share."""
