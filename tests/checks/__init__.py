"""Tests of the checks: each on its case, its near misses and what decides between them."""
