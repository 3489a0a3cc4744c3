"""Tests of writing investigations in other formats."""
