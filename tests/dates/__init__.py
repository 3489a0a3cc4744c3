"""Tests of dates: what is written, what it means, and how it is told."""
