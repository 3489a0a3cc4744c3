"""Tests of dates in the words of news copy."""
