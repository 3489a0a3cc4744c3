"""Tests of the words that the program says."""
