"""Tests of bringing other people's files in."""
