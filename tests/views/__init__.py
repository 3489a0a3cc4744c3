"""Tests of timelines as pictures: marks, rows, colours, selection, and the figures themselves."""
