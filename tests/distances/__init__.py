"""Tests of spoken distances."""
