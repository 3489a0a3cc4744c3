"""Tests of the house itself: doors, arrows, sizes, generated pages, the two commands."""
